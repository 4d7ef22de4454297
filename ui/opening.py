"""From a link of the page to the document behind it: a citation, or a nearest passage."""

import re

from assistant.errors import UnknownConversation
from assistant.model import Citation, Conversation, NearestPassage
from ui.document_view import render_document, render_document_failure
from ui.exchange import message_of
from ui.language import Language
from ui.services import PageServices
from ui.texts import load_texts

_ADDRESS = re.compile(r"(?P<kind>cite|near)-(?P<turn>\d{1,6})-(?P<number>\d{1,6})(?:~\d+)?")


def open_document(
    services: PageServices,
    address: str,
    conversation_id: str,
    *,
    owner: str | None,
    language: Language,
) -> str:
    """Show the document behind an address as HTML, its words marked; "" closes it.

    Args:
        services: What holds conversations and documents.
        address: `cite-2-1` is citation 1 of turn 2, `near-2-1` its first nearest passage; what
            follows a tilde only makes a second click differ. Anything else closes the document.
        conversation_id: Where the turn is; one that `owner` may not see is as good as none.
        owner: Who asks.
        language: The interface's language.
    """
    if not _ADDRESS.fullmatch(address):
        return ""
    try:
        place = _find(address, services.conversations.get(conversation_id, owner=owner))
        if place is None:
            return ""
        document = services.library.document(place.document_id)
    except UnknownConversation:
        gone = load_texts("chat").say(language, "script_deleted_elsewhere")
        return render_document_failure(gone, language)
    except Exception as error:  # noqa: BLE001 - the page's last handler
        return render_document_failure(message_of(error, language), language)
    return render_document(
        document,
        quote=place.quote if isinstance(place, Citation) else place.text,
        start=place.start,
        end=place.end,
        heading=place.heading,
        page=place.page,
        language=language,
    )


def _find(address: str, conversation: Conversation) -> Citation | NearestPassage | None:
    """Find what an address of the page stands for, or None when nothing has it."""
    found, turns = _ADDRESS.fullmatch(address), conversation.turns
    if found is None or not 1 <= int(found["turn"]) <= len(turns):
        return None
    answer, number = turns[int(found["turn"]) - 1].answer, int(found["number"])
    if found["kind"] == "cite":
        return next((known for known in answer.citations if known.number == number), None)
    return answer.nearest[number - 1] if 1 <= number <= len(answer.nearest) else None
