"""PDF and Word files from the folder and the page to the quote on its page: all of it real."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver

from assistant.api.app import create_app
from assistant.model import Conversation
from assistant.services import Services
from tests import word_files
from tests.axe import violations
from tests.browser_ui import CONTRAST, DESKTOP, NEEDS_BROWSER, Page
from tests.pages_ui import serve, services_over
from tests.pdf_files import Text, drawn, scanned

pytestmark = NEEDS_BROWSER

QUESTION = "How many tenant companies did Kajen Science Park have at the end of 2025?"
NEW = Conversation(conversation_id="new")
TENANTS = "Kajen Science Park had 182 tenant companies at the end of 2025."


def page_of(number: int, heading: str, *lines: str) -> list[Text]:
    return [
        Text(lines=["Kajen Science Park – Annual report"], top=40, size=9),
        Text(lines=[heading], top=100, size=16, bold=True),
        Text(lines=lines, top=130),
        Text(lines=[str(number)], top=800, left=290, size=9),
    ]


def report() -> bytes:
    return drawn(
        [
            [Text(lines=["Annual report of Kajen Science Park"], top=300, size=26, bold=True)],
            page_of(
                2, "Owners",
                "Kajen Science Park is owned by Region Skåne and the city of Malmö, which",
                "founded it together in 2004.",
            ),
            page_of(
                3, "Tenants",
                "The houses at the quay are almost full. Kajen Science Park had 182 tenant compa-",
                "nies at the end of 2025. Every fourth of them was founded by researchers.",
            ),
            page_of(
                4, "Plans",
                "A new laboratory opens in 2027. It will be shared by all tenants of the park.",
            ),
        ]
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("paged")


@pytest.fixture(scope="module")
def services(folder: Path) -> Iterator[Services]:
    files = {"kajen.pdf": report(), "alfa.docx": word_files.report(), "scan.pdf": scanned()}
    with services_over(folder, files) as opened:
        # The scanned one has no text to take in.
        assert len(opened.library.documents()) == 2
        yield opened


@pytest.fixture(scope="module")
def address(services: Services) -> Iterator[str]:
    with serve(create_app(services)) as url:
        yield url


def test_a_question_is_answered_from_page_3_and_a_click_opens_it_there(
    browser: webdriver.Chrome, address: str
) -> None:
    page = Page(browser, address, DESKTOP)
    page.ask(QUESTION)
    assert "182" in page.one("#turn-1").text
    assert "page 3" in page.one("#turn-1 .sources").text

    page.open("#turn-1 a.marker")

    mark = page.one("#document mark")
    assert TENANTS in str(mark.get_attribute("textContent"))
    assert page.is_in_view("#document mark")
    assert "page 3" in page.one("#document .facts").text
    began = [one.text for one in page.all("#document .page-start")]
    assert began == ["Page 1", "Page 2", "Page 3", "Page 4"]
    # They are no part of what is copied.
    script = """getSelection().selectAllChildren(document.querySelector("#document .text"));
        return getSelection().toString()"""
    copied = str(browser.execute_script(script))
    assert TENANTS in copied
    assert "Page 3" not in copied
    browser.execute_script("getSelection().removeAllRanges()")
    assert browser.execute_script(CONTRAST) == []
    assert violations(page) == []
    assert page.complaints() == []


def test_a_quote_is_the_text_at_its_place(services: Services) -> None:
    turn = services.assistant.ask(QUESTION, NEW)
    first = turn.answer.citations[0]

    assert first.page == 3
    assert TENANTS in first.quote
    assert services.library.document(first.document_id).text[first.start : first.end] == first.quote


def test_a_word_document_answers_too(services: Services) -> None:
    answer = services.assistant.ask("Who funds Alfa?", NEW).answer

    assert "Region Skåne" in answer.text
    assert [citation.page for citation in answer.citations] == [None]


def test_a_pdf_is_added_on_the_page_and_given_back(
    browser: webdriver.Chrome, address: str, services: Services, tmp_path: Path
) -> None:
    words = ["Beta Hub is a place for founders in Lund, and it is open every day."]
    data = drawn([[Text(lines=["Beta Hub"], top=80, size=20)], [Text(lines=words, top=100)]])
    (file := tmp_path / "beta hub.pdf").write_bytes(data)
    page = Page(browser, address, DESKTOP)
    page.driver.get(f"{address}/documents?add=1")

    page.one("#file").send_keys(str(file))
    page.wait(lambda: "“Beta Hub”" in page.one("#outcome").text)
    assert "2 pages" in page.one("#outcome").text
    assert not page.one("#text").is_displayed()
    page.click("#add-document .primary")
    page.wait(lambda: "is added" in page.one("#outcome").text)

    (beta,) = [one for one in services.library.documents() if one.title == "Beta Hub"]
    assert services.uploads.original(beta.document_id).content == data
    page.driver.get(f"{address}/documents/{beta.document_id}")
    assert "2 pages" in page.one(".about").text
    browser.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path / "got")}
    )
    page.click("[data-original]")
    kept = tmp_path / "got" / "beta hub.pdf"
    page.wait(kept.exists)
    assert kept.read_bytes() == data


def test_a_scanned_pdf_is_refused_on_the_page_with_what_to_do(
    browser: webdriver.Chrome, address: str, tmp_path: Path
) -> None:
    (file := tmp_path / "scan.pdf").write_bytes(scanned())
    page = Page(browser, address, DESKTOP)
    page.driver.get(f"{address}/documents?add=1")

    page.one("#file").send_keys(str(file))

    page.wait(lambda: "OCR" in page.one("#outcome").text)
    assert page.all("#outcome.failed")
