"""Word documents made for tests."""

import io
import zipfile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_NS = nsdecls("w")


def report() -> bytes:
    """A report with a title, headings, lists, a table, tracked changes and a form's field."""
    made = docx.Document()
    made.core_properties.title = "Template 4"
    made.sections[0].header.paragraphs[0].text = "Alfa Science Park, confidential"
    made.add_heading("Årsrapport för Alfa", 0)
    made.add_heading("Funding", 1)
    funding = made.add_paragraph("Alfa is funded by ")
    funding.add_run("Region Skåne").bold = True
    funding.add_run(" with SEK 4 million")
    for kind, words in (("ins", " a year"), ("del", " in all")):
        tag = "t" if kind == "ins" else "delText"
        run = f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'
        change = f'<w:{kind} {_NS} w:id="1" w:author="a">{run}</w:{kind}>'
        funding._p.append(parse_xml(change))
    made.add_paragraph("It pays for:")
    made.add_paragraph("laboratories", style="List Bullet")
    made.add_paragraph("two of them cold", style="List Bullet 2")
    made.add_paragraph("coaches", style="List Bullet")
    made.add_paragraph().add_run("Terms by hand").bold = True
    made.add_paragraph("Companies stay for two years.")
    table = made.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, (("Year", "Tenants"), ("2025", "182")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    field = f"<w:sdt {_NS}><w:sdtContent><w:p><w:r><w:t>Owner: Lund.</w:t></w:r></w:p>"
    made.element.body.insert(-1, parse_xml(f"{field}</w:sdtContent></w:sdt>"))
    made.add_heading("Tenants", 2)
    made.add_paragraph("Alfa has 182 tenants.")
    return saved(made)


def saved(made: object) -> bytes:
    """Give a document's file."""
    stream = io.BytesIO()
    made.save(stream)  # type: ignore[attr-defined]  # the library has no types
    return stream.getvalue()


def with_body(xml: bytes, *, megabytes: int = 0) -> bytes:
    """A document with a body written by hand, and as much white space in it as wanted."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(report())) as sound,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for part in sound.infolist():
            if part.filename != "word/document.xml":
                made.writestr(part, sound.read(part))
        with made.open("word/document.xml", "w", force_zip64=True) as body:
            body.write(xml)
            for _ in range(megabytes):
                body.write(b" " * 1_000_000)
    return stream.getvalue()


def heavy(paragraphs: int) -> bytes:
    """A small file whose body becomes a very large tree."""
    words = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * paragraphs
    return with_body(
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body>" + words + b"</w:body></w:document>"
    )


def billion_laughs() -> bytes:
    """A body whose entities grow without end."""
    entities = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 10))
    return with_body(f'<!DOCTYPE a [<!ENTITY e0 "ha">{entities}]><a>&e9;</a>'.encode())


def with_a_file_of_the_machine(path: str) -> bytes:
    """A body that asks for a file from the disk."""
    return with_body(
        f'<!DOCTYPE a [<!ENTITY e SYSTEM "file://{path}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>Seen: &e;</w:t></w:r></w:p></w:body></w:document>".encode()
    )
