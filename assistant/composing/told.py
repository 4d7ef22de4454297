"""What decides a question for yes or no: a statement, and which way."""

from dataclasses import dataclass

from assistant.evidence.ranking import Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement, and whether what is asked is so by it; None where it leaves that open."""

    one: Candidate
    is_so: bool | None
