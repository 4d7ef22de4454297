"""PDF to plain text and blocks that know their pages."""

from corpus.parsing import read_in_child
from corpus.reading import Reading


def read_pdf(data: bytes, source: str) -> Reading:
    """Read the text of a PDF file, page by page.

    The title is the largest heading of the first page, unless the file states one that also stands
    there. When the file was made says nothing of when its content was true, so `as_of` is None.

    Raises:
        UnreadableDocument: It is no PDF, damaged, encrypted, or takes too much to read.
        EmptyDocument: It has no text, as when paper was scanned.
    """
    return read_in_child("pdf", data, source)
