"""The opened assistant as one bundle: what the command line, the API and the page are given."""

from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.approved.answers import ApprovedAnswers
from assistant.conversations import ConversationStore
from assistant.ecosystem.model import EcosystemMaps, NoMaps
from assistant.explanation import Explanation
from assistant.insights.model import InsightsView
from assistant.library import Library
from assistant.model import Turn
from assistant.no_uploads import NoUploads
from assistant.readiness import Readiness
from assistant.service import Answering
from assistant.settings import Settings
from assistant.uploads import Uploads
from assistant.visitor_secret import random_secret


def _nothing() -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything an edge may use; all of it safe to use from several threads.

    Attributes:
        settings: What the services were opened with.
        assistant: Answers questions.
        explain: Says why a turn's answer is what it is.
        library: Lists, shows and searches the documents.
        uploads: Takes documents in and out, where this process owns the data folder.
        approved: Keeps the answers that staff approved.
        conversations: Stores what was asked and answered.
        insights: Puts together what people ask and what they get, for staff.
        readiness: Says whether questions can be answered now; cheap, called by probes.
        announce: Records the URL under which this process serves, for `assistant ask` to find.
        close: Frees the data folder; safe to call twice.
        ecosystem: Gives the map of who is tied to whom in the documents.
        visitor_secret: Signs the cookies by which visitors are known.
        warm: Loads the models, so that the first question does not wait for them; blocks.
    """

    settings: Settings
    assistant: Answering
    explain: Callable[[Turn], Explanation]
    library: Library
    approved: ApprovedAnswers
    conversations: ConversationStore
    insights: InsightsView
    readiness: Callable[[], Readiness]
    announce: Callable[[str], None]
    close: Callable[[], None]
    uploads: Uploads = field(default_factory=NoUploads)
    ecosystem: EcosystemMaps = field(default_factory=NoMaps)
    visitor_secret: bytes = field(default_factory=random_secret, repr=False)
    warm: Callable[[], None] = _nothing
