"""Hostile approved answers and documents on the staff's pages: nothing runs, nothing is loaded."""

from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from pydantic import SecretStr
from selenium import webdriver
from selenium.common.exceptions import NoAlertPresentException
from selenium.webdriver.common.keys import Keys

from assistant.api.app import create_app
from assistant.approved.answers import ApprovedAnswers
from assistant.approved.model import Draft, SourceChoice
from assistant.library import DocumentSummary
from assistant.settings import Settings
from tests.browser_ui import DESKTOP, NEEDS_BROWSER, Page
from tests.fakes import fake_services
from tests.fakes_approved import Shelf, memory_approved
from tests.fakes_ui import FakeLibrary, make_document, make_services
from tests.listening import listener
from tests.pages_ui import make_whole_app, serve
from tests.payloads_ui import PAYLOADS

pytestmark = NEEDS_BROWSER

# What only a text of theirs could have put into a page.
THEIRS = (
    "main :is(img, video, audio, iframe, object, embed, style, script, link, meta, base, picture,"
    " math, template, svg), main a:not([href^='/'], [href='#quote']), main [onerror], main [onload]"
)


def hostile(url: str) -> list[str]:
    return [payload.replace("URL", url) for payload in PAYLOADS]


def hostile_approved(texts: list[str]) -> ApprovedAnswers:
    """An approved answer for each text, which is its question, wording, answer and author."""
    shelf = Shelf()
    shelf.put("evil", "\n".join(texts), title=" ".join(texts)[:2_000])
    approved = memory_approved(shelf)
    for number, text in enumerate(texts):
        approved.add(
            Draft(
                question=f"{text} {number}?",
                other_wordings=(f"{number} {text}",),
                text=f"{text}\n\n- {text}\n\n| a |\n|---|\n| {text} |",
                author=f"a{text}"[:100],
                sources=(SourceChoice(document_id="evil", start=0, end=900),),
            )
        )
    shelf.put("evil", "changed", title="x")
    return approved


def check_harmless(page: Page, asked: list[str], url: str) -> None:
    with pytest.raises(NoAlertPresentException):
        page.driver.switch_to.alert.accept()
    assert asked == []
    assert [address for address in page.requested() if address.startswith(url)] == []
    assert [line for line in page.complaints() if "Content Security Policy" in line] == []
    assert [element.get_attribute("outerHTML") for element in page.all(THEIRS)] == []


def test_hostile_answers_documents_and_questions_do_nothing(
    browser: webdriver.Chrome, tmp_path: Path
) -> None:
    assert len(PAYLOADS) >= 30
    with listener() as (url, asked):
        texts = hostile(url)
        approved = hostile_approved(texts)
        document = make_document("\n\n".join(texts), title=" ".join(texts))
        document = replace(document, summary=replace(document.summary, document_id="evil"))
        summaries = [
            replace(document.summary, title=text, source=text, as_of=text, metadata={"kind": text})
            for text in texts
        ]
        library = HostileLibrary(listed=(document,), summaries=tuple(summaries))
        services = replace(make_services(document), approved=approved, library=library)
        first = approved.answers()[0]
        every = urlencode({"question": "\n".join(texts)})
        with serve(make_whole_app(services, tmp_path)) as address:
            page = Page(browser, address, DESKTOP)
            for path in (
                "/documents",
                f"/documents?add=1&{every}",
                f"/documents?{urlencode({'q': texts[0], 'sort': texts[1]})}",
                "/documents/evil?start=0&end=500",
                f"/documents/{first.document_id}",
                "/insights/approved",
                f"/insights/approved?{urlencode({'q': texts[0], 'state': texts[1]})}",
                f"/insights/approved/new?{every}",
                *(f"/insights/approved/{one.approved_id}" for one in approved.answers()[::10]),
            ):
                browser.get(f"{address}{path}")
                page.wait(lambda: page.all("main"))
                check_harmless(page, asked, url)
            page.wait(lambda: page.all("#chosen li"))
            field = page.one("#text")
            browser.execute_script("arguments[0].value = arguments[1]", field, "\n\n".join(texts))
            field.send_keys(" ")
            page.wait(lambda: "alert(4)" in page.one("#preview").text)
            browser.execute_script(
                "arguments[0].value = arguments[1]", page.one("#try"), "\n".join(texts[:8])
            )
            page.click("#try-button")
            page.wait(lambda: page.all("#tried b"))
            page.click("[data-delete]")
            page.wait(lambda: page.all("dialog.asking"))
            check_harmless(page, asked, url)


@dataclass(kw_only=True)
class HostileLibrary(FakeLibrary):
    """A library whose list is another than what it holds."""

    summaries: tuple[DocumentSummary, ...]

    def documents(self) -> tuple[DocumentSummary, ...]:
        """Give the list."""
        return self.summaries


def test_a_staff_key_is_asked_for_where_one_is_needed(browser: webdriver.Chrome) -> None:
    key = "staff-key-staff-key"
    settings = Settings(staff_keys=(SecretStr(key),))
    with serve(create_app(fake_services(settings=settings))) as address:
        page = Page(browser, address, DESKTOP)
        browser.get(f"{address}/documents/nome")
        page.click("[data-remove]")
        page.click("dialog.asking .danger")
        page.wait(lambda: page.all("#staff-key"))
        page.one("#staff-key").send_keys(Keys.ESCAPE)
        page.wait(lambda: "needs a staff key" in page.one("#outcome").text)
        assert browser.switch_to.active_element == page.one("[data-remove]")

        page.click("[data-remove]")
        page.click("dialog.asking .danger")
        page.wait(lambda: page.all("#staff-key"))
        page.one("#staff-key").send_keys("a-wrong-key-a-wrong-key")
        page.click("dialog.asking .primary")
        page.wait(lambda: "no valid staff key" in page.one("dialog.asking [role=alert]").text)
        assert browser.switch_to.active_element.get_attribute("id") == "staff-key"
        assert page.one("dialog.asking").get_attribute("aria-describedby") == "staff-key-why"
        page.one("#staff-key").send_keys(key)
        page.click("dialog.asking .primary")

        # The key was taken; what then fails is that this server only reads.
        page.wait(lambda: "Try again later" in page.one("#outcome").text)
        assert key not in browser.page_source
        assert page.all("dialog.asking[open]") == []
