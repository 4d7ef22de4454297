"""The condenser: each rule in turn may make a follow-up standalone, or ask what is meant."""

from dataclasses import dataclass, field, replace

from assistant.model import Conversation
from assistant.question.condenser import Condensed, Readings
from assistant.question.following.amounts import amounted
from assistant.question.following.chosen import chosen
from assistant.question.following.comparatives import compared
from assistant.question.following.conditions import conditioned
from assistant.question.following.counting import counted
from assistant.question.following.discourse import Discourse
from assistant.question.following.ellipsis import completed
from assistant.question.following.elsewhere import elsewhere
from assistant.question.following.exchanging import of_other_country
from assistant.question.following.happening import happened
from assistant.question.following.implied import implied
from assistant.question.following.items import picked
from assistant.question.following.judging import judged
from assistant.question.following.likewise import one_more
from assistant.question.following.membership import included
from assistant.question.following.names import KnownNames, NoNames
from assistant.question.following.ones import such_one
from assistant.question.following.pointing import pointed
from assistant.question.following.predicates import with_subject
from assistant.question.following.reading_back import BackReader, NoBackReader
from assistant.question.following.readings import asks_of_oneself, readings_of
from assistant.question.following.relisting import listed_again
from assistant.question.following.remarks import Remarked, remarked
from assistant.question.following.restricting import restricted
from assistant.question.following.returning import back_to_one, returned
from assistant.question.following.roles import in_that_role
from assistant.question.following.swapping import of_other_one, swapped
from assistant.question.following.tidying import tidied
from assistant.question.following.verb_left_out import asked_again
from assistant.question.following.whether import asked_whether
from assistant.question.following.wording import AND
from assistant.question.following.years import in_told_year

# A first question of more words says enough to be searched for.
_LONGEST_UNCLEAR = 6
# The first that has something to say is heard.
RULES = (
    returned, happened, asked_again, amounted, counted, listed_again, of_other_country,
    of_other_one, restricted, asked_whether, elsewhere, completed, included, in_that_role,
    compared, picked, such_one, conditioned, one_more, swapped, pointed, implied,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpCondenser:
    """See `Condenser`. Reads the last turns only; safe to use from several threads.

    A question that stands alone is never changed: a wrong name put into a question is worse than
    one left out, because the answer then looks right.

    Attributes:
        known: What the documents know of names.
        back_reader: Reads what a question points at.
    """

    known: KnownNames = field(default_factory=NoNames)
    back_reader: BackReader = field(default_factory=NoBackReader)

    def condense(self, question: str, conversation: Conversation) -> Condensed:
        """Give the query, or what to ask back."""
        known = self.known.current()
        reply = chosen(question, conversation, known)
        if reply is not None:
            return reply
        discourse = self._discourse(question, conversation)
        plain = _plain(question, discourse)
        if query := judged(plain, discourse):
            return Condensed(query)
        said = remarked(plain)
        whole = _taken_up(plain, said, discourse)
        if whole is not None:
            return whole
        asked = plain if said.tells else said.asked
        for rule in (pointed,) if said.tells else RULES:
            condensed = rule(asked, discourse)
            if condensed is not None and condensed.asks_back is None:
                return condensed if said.tells else _behind(said.remark, condensed)
            if condensed is not None and _may_ask(plain, discourse):
                return replace(condensed, query=question)
            if condensed is not None:
                break
        return Condensed(plain)

    def asked(self, question: str, conversation: Conversation) -> str:
        """Give what of a question asks, without what tells only of who asks."""
        said = remarked(tidied(question))
        discourse = self._discourse(question, conversation)
        return said.asked if _is_of_asker(said, discourse) else question

    def readings(self, question: str, query: str, conversation: Conversation) -> Readings:
        """Give what a question may mean that was condensed to `query`."""
        discourse = self._discourse(question, conversation)
        plain = _plain(question, discourse)
        if judged(plain, discourse):
            return Readings(ways=(query,), likeliest=query)
        said = remarked(plain)
        if not _is_of_asker(said, discourse):
            return readings_of(plain, query, discourse)
        if query != plain:
            return readings_of(said.asked, query, discourse)
        # What is told of oneself may be all that tells what is asked for.
        ways = readings_of(said.asked, said.asked, discourse).ways
        if asks_of_oneself(said.asked) and ways != (said.asked,):
            return Readings(ways=ways, likeliest=ways[0])
        return Readings(ways=(*(one for one in ways if one != said.asked), plain), likeliest=plain)

    def _discourse(self, question: str, conversation: Conversation) -> Discourse:
        return Discourse(
            conversation=conversation,
            known=self.known.current(),
            asked=question,
            back_reader=self.back_reader,
        )


def _plain(question: str, discourse: Discourse) -> str:
    """Give a question tidied, with the year and the subject that it leaves out."""
    plain = in_told_year(tidied(question), discourse)
    said = remarked(plain)
    asked = with_subject(said.asked, discourse)
    is_changed = asked != said.asked and plain.endswith(said.asked)
    return f"{plain.removesuffix(said.asked)}{asked}" if is_changed else plain


def _is_of_asker(said: Remarked, discourse: Discourse) -> bool:
    """Whether a remark tells of who asks, and the question is of what was spoken of before."""
    return said.tells and not said.is_meant and discourse.topic(said.asked) is not None


def _taken_up(plain: str, said: Remarked, discourse: Discourse) -> Condensed | None:
    """Go back to what was spoken of earlier, or ask of it behind what tells of who asks."""
    first = back_to_one(plain, discourse)
    if first is not None or not said.tells:
        return first
    back = returned(f"{said.back} {said.asked}" if said.back else plain, discourse)
    if back is not None or not _is_of_asker(said, discourse):
        return back
    every = (rule(said.asked, discourse) for rule in RULES)
    found = next((one for one in every if one is not None), None)
    return Condensed(plain) if found is None or found.asks_back else found


def _behind(remark: str, condensed: Condensed) -> Condensed:
    """Put what was made of a question behind what was said before it."""
    if not remark:
        return condensed
    return replace(condensed, query=f"{remark}{condensed.query}")


def _may_ask(question: str, discourse: Discourse) -> bool:
    """Whether to ask what is meant: of a first question only where it says little else.

    "Does the new incubator in the harbour take equity from its start-ups?" can be searched for.
    """
    if discourse.last is not None:
        return True
    return len(AND.sub("", question).split()) <= _LONGEST_UNCLEAR
