"""Word documents (.docx) to plain text and blocks. They have no pages until they are printed."""

from corpus.parsing import read_in_child
from corpus.reading import Reading


def read_word_document(data: bytes, source: str) -> Reading:
    """Read the text of a Word document, with its headings, lists and tables.

    Raises:
        UnreadableDocument: It is no such document, damaged, encrypted, or takes too much to read.
        EmptyDocument: It has no text.
    """
    return read_in_child("docx", data, source)
