"""Why a parser gives a file up, by a word that passes between processes, and in one sentence."""

from corpus.errors import CorpusError, EmptyDocument, UnreadableDocument

_REASONS = {
    "not_pdf": "it is no PDF file, whatever its name says; save or download it again.",
    "damaged_pdf": "it is damaged or cut off; save or download it again.",
    "password": "it opens with a password only; save a copy without one.",
    "scanned": (
        "there is no text in it, as when paper was scanned ({pages}); let a program recognise the "
        "text (OCR) and save the result."
    ),
    "unknown_letters": (
        "its fonts do not say which letters they show; save it anew from the program that made it, "
        "or let a program recognise the text (OCR)."
    ),
    "not_word": "it is no Word document, whatever its name says; save it as .docx.",
    "old_word": (
        "it is a Word document of the old kind, or one with a password; save it as .docx without a "
        "password."
    ),
    "damaged_word": "it is damaged or cut off; open it in Word and save it again.",
    "too_large_inside": (
        "unpacked it is larger than {limit} million bytes; split it into several documents."
    ),
    "empty": "there is no text in it; add text or remove it.",
    "too_long": (
        "reading it takes too long, more than {limit} seconds; save it anew or split it into "
        "several documents."
    ),
    "too_much_memory": (
        "reading it needs more than {limit} MB of memory; save it anew or split it into several "
        "documents."
    ),
    "too_much_text": (
        "it holds more than {limit} million characters; split it into several documents."
    ),
    "stopped": (
        "the program that reads it gave up: it is damaged, or needs more than {limit} MB of "
        "memory; save it anew or split it into several documents."
    ),
}
_EMPTY = {"scanned", "empty"}


class Refused(Exception):
    """A parser gives a file up; what the word means is in `refusal`."""

    def __init__(self, word: str, amount: int = 0) -> None:
        """Remember the word, and a number that its sentence tells."""
        super().__init__(word)
        self.word = word
        self.amount = amount


def refusal(word: str, amount: int, source: str) -> CorpusError:
    """Give the error for a word; one that is unknown means that the parser gave up."""
    sentence = _REASONS.get(word, _REASONS["stopped"])
    pages = "1 page" if amount == 1 else f"{amount:,} pages"
    reason = sentence.format(limit=f"{amount:,}", pages=pages)
    kind = EmptyDocument if word in _EMPTY else UnreadableDocument
    return kind(source, reason)
