"""The pages of documents and approved answers as HTML, from fixed contents."""

import html
import re
from dataclasses import replace
from datetime import date

import pytest

from assistant.approved.model import ApprovedAnswer, ApprovedSource
from assistant.library import DocumentDetail, DocumentSummary
from assistant.model import Citation
from corpus.document import PageStart
from tests.payloads_ui import PAYLOADS
from ui.approved import Wish as ApprovedWish
from ui.approved import render_approved_page
from ui.approved_form import render_edit_page, render_new_page
from ui.document_page import render_document_page, render_unknown_page
from ui.documents import MOST_SHOWN, Wish, found, render_documents_page
from ui.evidence import render_sources

TODAY = date(2026, 5, 4)


def summary(title: str, **changes: object) -> DocumentSummary:
    made = DocumentSummary(
        document_id=title.lower(),
        title=title,
        source=f"{title.lower()}.md",
        language="en",
        as_of=None,
        metadata={},
        characters=10,
        passages=1,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # fields by name


ALFA = summary("Alfa", metadata={"kind": "incubator"}, as_of="2020", passages=3)
BETA = summary("Beta", metadata={"kind": "Park"}, as_of="2024-02", passages=9)
GAMMA = summary("gamma", language="sv")
ALL = (GAMMA, BETA, ALFA)

ANSWER = ApprovedAnswer(
    approved_id="9f86",
    question="Who funds NOME?",
    other_wordings=("NOME funders",),
    text="**Novo**",
    author="Ada",
    approved_at="2026-05-01T10:00:00.000+00:00",
    sources=(ApprovedSource(document_id="nome", title="NOME", content_hash="1", quote="Novo."),),
)


def titles(wish: Wish) -> list[str]:
    return [one.title for one in found(ALL, wish)]


def test_the_list_is_searched_by_beginnings_of_words() -> None:
    assert titles(Wish(search="incub")) == ["Alfa"]
    assert titles(Wish(search="beta park")) == ["Beta"]
    assert titles(Wish(search="alfa park")) == []
    assert titles(Wish()) == ["Alfa", "Beta", "gamma"]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("kind", ["gamma", "Alfa", "Beta"]),
        ("as_of", ["Beta", "Alfa", "gamma"]),
        ("passages", ["Beta", "Alfa", "gamma"]),
        ("language", ["Alfa", "Beta", "gamma"]),
        ("source", ["Alfa", "Beta", "gamma"]),
    ],
)
def test_the_list_is_sorted_by_each_column(sort: str, order: list[str]) -> None:
    assert titles(Wish(sort=sort)) == order
    page = render_documents_page(ALL, Wish(sort=sort), "en")
    assert page.count("aria-sort") == 1


def test_a_long_list_is_cut_and_says_so() -> None:
    many = tuple(summary(f"Hub {number}") for number in range(MOST_SHOWN + 7))
    page = render_documents_page(many, Wish(), "en")
    assert page.count("<tr ") == MOST_SHOWN + 1
    assert "7 more" in page


def test_an_empty_library_says_how_to_begin() -> None:
    assert "There are no documents yet" in render_documents_page((), Wish(), "en")
    assert "Det finns inga dokument" in render_documents_page((), Wish(), "sv")


def test_the_form_shows_the_question_as_its_reason() -> None:
    page = render_documents_page(ALL, Wish(add=True, question="Who runs Alfa?"), "en")
    assert "<blockquote>Who runs Alfa?</blockquote>" in page
    assert 'data-question="Who runs Alfa?"' in page


def test_a_document_is_shown_whole_with_a_stretch_marked() -> None:
    detail = DocumentDetail(summary=ALFA, text="Alfa is a hub. It began in 2015.")
    page = render_document_page(detail, start=15, end=32, is_upload=False, language="en")
    assert '<mark id="quote">It began in 2015.</mark>' in page
    assert 'href="/?q=What+is+Alfa%3F"' in page
    assert 'data-remove="file"' in page


def test_pages_are_named_where_they_begin_and_counted() -> None:
    text = "Alfa is a hub. It began in 2015. It grows."
    pages = tuple(PageStart(page=at, start=start) for at, start in ((1, 0), (2, 18), (3, 33)))
    detail = DocumentDetail(summary=ALFA, text=text, pages=pages)
    page = render_document_page(detail, start=15, end=32, is_upload=False, language="sv")

    assert '<span class="page-start">Sida 1</span>Alfa is a hub. <mark id="quote">It ' in page
    assert '<span class="page-start">Sida 2</span>began in 2015.</mark> ' in page
    assert '<span class="page-start">Sida 3</span>It grows.</div>' in page
    assert "3 sidor" in page
    # What stands between the marks is the text, character for character.
    shown = re.sub(r'<span class="page-start">[^<]*</span>|</?mark[^>]*>', "", page)
    assert text in shown


def test_pages_that_could_not_be_read_are_named() -> None:
    about = replace(ALFA, metadata={"unread_pages": "2-4, <9>"})
    page = render_document_page(
        DocumentDetail(summary=about, text="Alfa."), start=0, end=0, is_upload=False, language="en"
    )

    assert "nothing on them is found: 2-4, <9>." in html.unescape(page)
    assert "<9>" not in page


def test_only_an_upload_can_be_downloaded() -> None:
    detail = DocumentDetail(summary=summary("Alfa", source='a"<b>.pdf'), text="Alfa is a hub.")
    pages = [
        render_document_page(detail, start=0, end=0, is_upload=is_upload, language="en")
        for is_upload in (True, False)
    ]

    assert 'data-original="/api/v1/documents/alfa/original"' in pages[0]
    assert 'data-name="a&quot;&lt;b&gt;.pdf"' in pages[0]
    assert "data-original" not in pages[1]


@pytest.mark.parametrize(("start", "end"), [(5, 5_000), (9, 3), (40, 50)])
def test_a_stretch_that_is_none_marks_nothing_and_says_so(start: int, end: int) -> None:
    detail = DocumentDetail(summary=ALFA, text="Alfa is a hub.")
    page = render_document_page(detail, start=start, end=end, is_upload=True, language="en")
    assert "<mark" not in page
    assert "is not in this document any more" in page


def test_an_approved_answer_is_shown_with_its_question_and_changed_among_its_like() -> None:
    about = replace(ALFA, document_id="approved-9f86", metadata={"question": "Who funds NOME?"})
    detail = DocumentDetail(summary=about, text="Novo.")
    page = render_document_page(detail, start=0, end=5, is_upload=False, language="en")
    assert "It answers: Who funds NOME?" in html.unescape(page)
    assert 'href="/insights/approved/9f86"' in page
    assert "data-remove" not in page


def test_an_unknown_document_leads_back() -> None:
    assert 'href="/documents"' in render_unknown_page("sv")


def test_the_state_of_an_approved_answer_is_told() -> None:
    def page(answer: ApprovedAnswer) -> str:
        return html.unescape(render_approved_page((answer,), ApprovedWish(), TODAY, "en"))

    changed = replace(ANSWER.sources[0], changed_on="2026-05-03")
    assert "data-renew" not in page(ANSWER)
    expired = page(replace(ANSWER, sources=(changed,)))
    assert "Expired: NOME changed on 2026-05-03" in expired
    assert "data-renew" in expired
    assert "Expired on 2026-05-04" in page(replace(ANSWER, expires_on=TODAY))
    assert "until 2026-05-05" in page(replace(ANSWER, expires_on=date(2026, 5, 5)))


def test_approved_answers_are_searched_and_chosen_by_state() -> None:
    other = replace(ANSWER, approved_id="2", question="Who leads CAMP?", expires_on=TODAY)

    def shown(wish: ApprovedWish) -> list[bool]:
        page = render_approved_page((ANSWER, other), wish, TODAY, "en")
        return ["Who funds NOME?" in page, "Who leads CAMP?" in page]

    assert shown(ApprovedWish()) == [True, True]
    assert shown(ApprovedWish(state="expired")) == [False, True]
    assert shown(ApprovedWish(state="served")) == [True, False]
    assert shown(ApprovedWish(search="camp")) == [False, True]


def test_the_form_holds_what_was_written() -> None:
    page = render_edit_page(ANSWER, TODAY, "en")
    assert 'data-method="PATCH"' in page
    assert "NOME funders" in page
    assert "<strong>Novo</strong>" in page
    new = render_new_page("Who <b>funds</b> NOME?", "en")
    assert 'data-method="POST"' in new
    assert "Who &lt;b&gt;funds&lt;/b&gt; NOME?" in new
    worded = render_new_page("Who funds NOME?", "en", wordings=["nome <money>", "NOME funders"])
    assert ">nome &lt;money&gt;&#10;NOME funders</textarea>" in worded


@pytest.mark.parametrize("payload", PAYLOADS)
def test_whatever_is_written_is_shown_as_text(payload: str) -> None:
    hostile = summary(payload, source=payload, as_of=payload, metadata={"kind": payload})
    detail = DocumentDetail(summary=hostile, text=payload)
    source = ApprovedSource(
        document_id=payload, title=payload, content_hash="", quote=payload, changed_on=payload
    )
    answer = replace(
        ANSWER, question=payload, text=payload, author=payload, other_wordings=(payload,),
        sources=(source,),
    )  # fmt: skip
    pages = (
        render_documents_page(
            (hostile,), Wish(add=True, question=payload, search=payload, sort="kind"), "en"
        ),
        render_document_page(detail, start=0, end=5, is_upload=False, language="sv"),
        render_approved_page((answer,), ApprovedWish(), TODAY, "en"),
        render_edit_page(answer, TODAY, "en"),
        render_new_page(payload, "sv", wordings=[payload]),
    )
    for page in pages:
        main = page.split('<main id="main" tabindex="-1">')[1]
        for opening in ("<img", "<script", "<iframe", "<svg", "<style", "<video", "<base", "<math"):
            assert opening not in main
        assert 'href="javascript:' not in main
        assert 'href="http' not in main


def test_a_citation_of_an_approved_answer_says_who_approved_it() -> None:
    citation = Citation(
        number=1,
        document_id="approved-9f86",
        title="Approved answer",
        source="approved by <Ada>, 2026-05-01",
        heading=None,
        page=None,
        passage_id="approved-9f86",
        quote="Novo.",
        start=0,
        end=5,
        score=1.0,
        verified=True,
        as_of="2026-05-01",
    )
    shown = render_sources([citation], 1, "en")
    assert "approved by &lt;Ada&gt;, 2026-05-01" in shown
    assert "as of" not in shown
