"""Whether PDF and Word files can be read on this machine: by reading the smallest of each kind."""

import zipfile
from io import BytesIO

from corpus.errors import CorpusError
from corpus.pdf_file import read_pdf
from corpus.word_document import read_word_document

_WORDS = "All is well."

# Its cross references are left out; parsers find the objects all the same.
_PDF = (
    b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R"
    b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
    b"4 0 obj<</Length 43>>stream\nBT /F 12 Tf 20 100 Td (%s) Tj ET\nendstream endobj\n"
    b"trailer<</Root 1 0 R>>\n%%%%EOF" % _WORDS.encode()
)

_PACKAGE = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="word/document.xml" Type="http://schemas.openxmlformats.org'
        '/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    ),
    "word/document.xml": (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body><w:p><w:r><w:t>{_WORDS}</w:t></w:r></w:p></w:body></w:document>"
    ),
}


def find_parsing_fault() -> str | None:
    """Give None when both kinds are read, else what went wrong, in one sentence."""
    try:
        texts = [read_pdf(_PDF, "a PDF file").text, read_word_document(_word(), "a Word file").text]
    except CorpusError as error:
        return str(error)
    return None if texts == [_WORDS, _WORDS] else f"{texts!r} was read; install the packages anew."


def _word() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in _PACKAGE.items():
            package.writestr(name, content)
    return made.getvalue()
