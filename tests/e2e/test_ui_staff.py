"""Documents and approved answers on their pages: real models, stores and browser."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from assistant.api.app import create_app
from assistant.services import Services
from tests.axe import violations
from tests.browser_ui import CONTRAST, DESKTOP, NEEDS_BROWSER, PHONE, Page
from tests.pages_ui import serve, services_over

pytestmark = NEEDS_BROWSER

NOME = "# NOME\n\nNOME is a Nordic mentor network. The Novo Nordisk Foundation funds NOME.\n"
CAMP = "# CAMP\n\nCAMP is a project on advanced therapy medicinal products in Sweden.\n"
ALFA = "---\ntitle: Alfa\nas_of: 2026-05\n---\n\nAlfa takes no equity in its companies.\n"


class StaffPage(Page):
    """A page of staff, by what they do."""

    def visit(self, address: str) -> None:
        self.driver.get(address)
        self.wait(lambda: self.all("main"))

    def fill(self, selector: str, text: str) -> None:
        field = self.one(selector)
        field.clear()
        field.send_keys(text)

    def text(self, selector: str) -> str:
        return self.one(selector).text


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("staff")


@pytest.fixture(scope="module")
def services(folder: Path) -> Iterator[Services]:
    with services_over(folder, {"nome.md": NOME, "camp.md": CAMP}) as opened:
        yield opened


@pytest.fixture(scope="module")
def address(services: Services) -> Iterator[str]:
    with serve(create_app(services)) as url:
        yield url


def document_id(services: Services, title: str) -> str:
    return next(one.document_id for one in services.library.documents() if one.title == title)


def test_a_document_is_added_for_a_question_which_is_then_answered(
    browser: webdriver.Chrome, address: str, services: Services
) -> None:
    question = "Does Alfa take equity?"
    page = StaffPage(browser, address, DESKTOP)
    page.visit(f"{address}/documents?add=1&question={quote(question)}")
    assert page.text(".reason blockquote") == question

    page.fill("#name", "alfa")
    browser.execute_script("arguments[0].value = arguments[1]", page.one("#text"), ALFA)
    page.click("#preview")
    page.wait(lambda: "“Alfa”" in page.text("#outcome"))
    assert "As of 2026-05." in page.text("#outcome")
    assert "alfa.md" in page.text("#outcome")
    before = len(page.all(".list tbody tr"))
    page.click("#add-document .primary")
    page.wait(lambda: "is added" in page.text("#outcome"))
    page.wait(lambda: len(page.all(".list tbody tr")) == before + 1)
    assert f"{before + 1} of {before + 1}" in page.text(".count")
    page.click("#outcome a")

    page.wait_for_turn(1)
    assert "no equity" in page.text("#turn-1")
    assert services.uploads.is_upload(document_id(services, "Alfa"))
    assert page.complaints() == []


def test_a_file_is_read_in_the_browser(
    browser: webdriver.Chrome, address: str, tmp_path: Path
) -> None:
    (file := tmp_path / "beta hub.html").write_text(
        "<html><head><title>Beta Hub</title></head><body><p>Beta Hub is a place for founders in "
        "Lund, open every day.</p></body></html>",
        encoding="utf-8",
    )
    page = StaffPage(browser, address, DESKTOP)
    page.visit(f"{address}/documents?add=1")

    page.one("#file").send_keys(str(file))

    page.wait(lambda: "“Beta Hub”" in page.text("#outcome"))
    assert page.one("#name").get_attribute("value") == "beta hub.html"

    # Chosen anew, a browser forgets the old file; the driver adds to it.
    browser.execute_script("arguments[0].value = ''", page.one("#file"))
    (bad := tmp_path / "picture.txt").write_bytes(b"\xff\xfe\x00\x01\x80")
    page.one("#file").send_keys(str(bad))
    page.wait(lambda: "not text" in page.text("#outcome"))


def test_a_large_file_tells_how_far_it_is_and_can_be_stopped(
    browser: webdriver.Chrome, address: str, tmp_path: Path
) -> None:
    (file := tmp_path / "large.pdf").write_bytes(b"%PDF-1.4\n" + b"0" * 3_000_000)
    (over := tmp_path / "over.pdf").write_bytes(b"%PDF-1.4\n" + b"0" * 20_000_001)
    page = StaffPage(browser, address, DESKTOP)
    page.visit(f"{address}/documents?add=1")
    page.one("#file").send_keys(str(over))
    page.wait(lambda: "larger than 20 MB" in page.text("#outcome"))
    browser.execute_script("arguments[0].value = ''", page.one("#file"))

    line = {"offline": False, "latency": 0, "downloadThroughput": -1}
    slow = {**line, "uploadThroughput": 1_000_000}
    browser.execute_cdp_cmd("Network.emulateNetworkConditions", slow)
    try:
        page.one("#file").send_keys(str(file))
        page.wait(lambda: " of 4.0 MB" in page.text("#outcome"))
        progress = page.one("#outcome progress")
        page.wait(lambda: 0 < float(str(progress.get_attribute("value"))) < 4_000_000)
        assert progress.accessible_name == "Sending the file"
        page.one("#outcome button").click()
        page.wait(lambda: "nothing was added" in page.text("#outcome"))
    finally:
        full = {**line, "uploadThroughput": -1}
        browser.execute_cdp_cmd("Network.emulateNetworkConditions", full)
    page.click("#preview")
    page.wait(lambda: "large.pdf" in page.text("#outcome"))


def test_several_files_are_added_though_one_is_bad(
    browser: webdriver.Chrome, address: str, services: Services, tmp_path: Path
) -> None:
    texts = {"eta.md": "# Eta\n\nEta is a hub.\n", "å & #100%.md": "# Theta\n\nTheta is one.\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00\x01\x80")
    names = ["eta.md", "bad.txt", "å & #100%.md"]
    page = StaffPage(browser, address, DESKTOP)
    page.visit(f"{address}/documents?add=1")
    for outcome in ("is added", "was there already"):
        page.one("#file").send_keys("\n".join(str(tmp_path / name) for name in names))
        page.wait(lambda: "3 files are chosen" in page.text("#outcome"))
        assert not page.one("#name").is_displayed()
        page.click("#add-document .primary")
        page.wait(lambda: "2 of 3 files" in page.text("#outcome"))
        told = [one.text for one in page.all("#added-files li")]
        assert [one.partition(" “")[0] for one in told if "not text" not in one] == [
            "eta.md", "å & #100%.md",
        ]  # fmt: skip
        assert [one for one in told if outcome in one] == [told[0], told[2]]
        assert "not text" in told[1]
        assert browser.switch_to.active_element.get_attribute("id") == "outcome"
        assert page.one("#name").is_displayed()
        page.wait(lambda: "Theta" in page.text(".list"))
    assert {"Eta", "Theta"} <= {one.title for one in services.library.documents()}
    assert page.complaints() == []


def test_the_list_is_searched_and_a_document_opened_at_its_mark_and_removed(
    browser: webdriver.Chrome, address: str, services: Services
) -> None:
    services.uploads.add(
        "gamma.md", "# Gamma\n\n" + "Gamma is a park. " * 400 + "It opened in 1999."
    )
    page = StaffPage(browser, address, DESKTOP)
    page.visit(f"{address}/documents")
    page.fill("#search", "gamm" + Keys.ENTER)
    page.wait(lambda: "q=gamm" in browser.current_url)
    assert [one.text for one in page.all(".list tbody th")] == ["Gamma"]

    page.click(".list tbody a")
    page.wait(lambda: page.all(".document-page"))
    text = services.library.document(document_id(services, "Gamma")).text
    start = text.index("It opened")
    page.visit(f"{browser.current_url}?start={start}&end={len(text)}#quote")
    assert page.text("mark") == "It opened in 1999."
    assert page.is_in_view("mark")

    page.click("[data-remove]")
    page.wait(lambda: page.all("dialog.asking"))
    page.one("dialog.asking").send_keys(Keys.ESCAPE)
    page.wait(lambda: not page.all("dialog.asking"))
    assert services.library.document(document_id(services, "Gamma"))
    page.click("[data-remove]")
    page.click("dialog.asking .danger")
    page.wait(lambda: browser.current_url == f"{address}/documents")
    assert "Gamma" not in page.text(".list")


def test_an_approved_answer_is_written_served_expired_and_renewed(
    browser: webdriver.Chrome, address: str, services: Services
) -> None:
    page = StaffPage(browser, address, DESKTOP)
    page.visit(f"{address}/insights/approved/new?question={quote('Who leads NOME?')}")
    page.fill("#text", "**Ada Berg** leads it:\n\n- since 2026")
    page.wait(lambda: page.text("#preview strong") == "Ada Berg")
    page.fill("#find", "mentor network" + Keys.ENTER)
    page.wait(lambda: page.all("#found button"))
    page.click("#found button")
    assert "NOME" in page.text("#chosen")
    page.fill("#try", "Who heads NOME?\nWho funds NOME?")
    page.click("#try-button")
    page.wait(lambda: len(page.all("#tried > li")) == 3)
    tried = [one.get_attribute("class") for one in page.all("#tried > li")]
    assert tried == ["lately", "yes", "no"]
    page.fill("#author", "Cy Dahl")
    page.click("#approve .primary")
    page.wait(lambda: "Approved." in page.text("#saved"))
    (kept,) = services.approved.answers()
    assert browser.current_url.endswith(f"/insights/approved/{kept.approved_id}")

    page.click("#saved a")
    page.wait_for_turn(1)
    assert "Ada Berg" in page.text("#turn-1")
    page.open("#turn-1 a.marker")
    assert "approved by Cy Dahl" in str(page.one("#document").get_attribute("textContent"))

    _expire(services)
    page.visit(f"{address}/insights/approved")
    assert "Expired: NOME changed on" in page.text(".state")
    page.click("[data-renew]")
    page.wait(lambda: "Renewed" in page.text(".state"))
    assert services.approved.answer("Who leads NOME?") is not None

    page.click("[data-delete]")
    page.click("dialog.asking .danger")
    page.wait(lambda: page.all(".page .empty"))
    assert services.approved.answers() == ()
    assert page.complaints() == []


def _expire(services: Services) -> None:
    """Change the document that the answer stands on, as a new file does."""
    (kept,) = services.approved.answers()
    source = kept.sources[0].document_id
    services.uploads.remove(source)
    services.uploads.add("nome.md", NOME + "\nIt has 30 mentors.\n")


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_can_be_read_in_any_size_and_colours(
    browser: webdriver.Chrome,
    address: str,
    services: Services,
    size: tuple[int, int],
    scheme: str,
) -> None:
    one = quote(document_id(services, "CAMP"))
    page = StaffPage(browser, address, size)
    page.prefer(scheme)
    for path in (
        "/documents",
        "/documents?add=1&question=Why%3F",
        f"/documents/{one}?start=0&end=10",
        "/documents/none",
        "/insights/approved",
        "/insights/approved/new?question=Why%3F",
        "/insights/approved/none",
    ):
        page.visit(f"{address}{path}")
        assert browser.execute_script(CONTRAST) == [], path
        assert not page.has_sideways_scroll(), path
        if (size == PHONE) == (scheme == "dark"):
            assert violations(page) == [], path
        unnamed = [
            field.get_attribute("id")
            for field in page.all("input:not([type=hidden]), textarea, select")
            if not page.all(f"label[for='{field.get_attribute('id')}']")
        ]
        assert unnamed == [], path
        assert len(page.driver.find_elements(By.TAG_NAME, "h1")) == 1, path


def test_the_pages_speak_swedish(browser: webdriver.Chrome, address: str) -> None:
    page = StaffPage(browser, address, DESKTOP)
    browser.add_cookie({"name": "assistant_language", "value": "sv"})
    try:
        page.visit(f"{address}/documents?add=1")
        assert page.text("#add-title") == "Lägg till ett dokument"
        assert violations(page) == []
        page.visit(f"{address}/insights/approved")
        assert page.text("h1") == "Godkända svar"
        assert violations(page) == []
    finally:
        browser.delete_cookie("assistant_language")
