"""Which reader reads which format: one table, by file extension and by media type."""

from corpus.errors import UnsupportedFormat
from corpus.markdown import read_markdown
from corpus.pdf_file import read_pdf
from corpus.plain_text import read_plain_text
from corpus.reading import Reader
from corpus.web_page import read_web_page
from corpus.word_document import read_word_document

_BY_EXTENSION: dict[str, Reader] = {
    ".docx": read_word_document,
    ".htm": read_web_page,
    ".html": read_web_page,
    ".markdown": read_markdown,
    ".md": read_markdown,
    ".pdf": read_pdf,
    ".text": read_plain_text,
    ".txt": read_plain_text,
    ".xhtml": read_web_page,
}
_BY_MEDIA_TYPE: dict[str, Reader] = {
    "application/pdf": read_pdf,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": read_word_document,
    "application/xhtml+xml": read_web_page,
    "text/html": read_web_page,
    "text/markdown": read_markdown,
    "text/plain": read_plain_text,
    "text/x-markdown": read_markdown,
}

PACKED_READERS = frozenset({read_pdf, read_word_document})
"""Readers of formats that are no text, and larger than text by what they hold besides."""

SUPPORTED_EXTENSIONS = tuple(sorted(_BY_EXTENSION))
SUPPORTED_MEDIA_TYPES = tuple(sorted(_BY_MEDIA_TYPE))


def reader_for_extension(extension: str, source: str) -> Reader:
    """Find the reader for a file extension such as ".md", in any case.

    Raises:
        UnsupportedFormat: There is none; `source` is named in the message.
    """
    reader = _BY_EXTENSION.get(extension.lower())
    if reader is None:
        raise UnsupportedFormat(source, extension, SUPPORTED_EXTENSIONS)
    return reader


def reader_for_media_type(media_type: str, source: str) -> Reader:
    """Find the reader for a media type such as "text/html; charset=utf-8"; parameters are ignored.

    Raises:
        UnsupportedFormat: There is none; `source` is named in the message.
    """
    name = media_type.partition(";")[0].strip().lower()
    reader = _BY_MEDIA_TYPE.get(name)
    if reader is None:
        raise UnsupportedFormat(source, name, SUPPORTED_MEDIA_TYPES)
    return reader
