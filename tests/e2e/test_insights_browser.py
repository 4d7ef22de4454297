"""The insights page in a real browser over the whole stack; only the models are stand-ins."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr
from selenium import webdriver
from selenium.common.exceptions import NoAlertPresentException
from sqlalchemy import create_engine

from assistant.api.app import create_app
from assistant.conversations import ConversationStore
from assistant.insights.desk import InsightsDesk
from assistant.library import DocumentDetail
from assistant.model import Answer, Feedback, Turn
from assistant.services import Services
from assistant.settings import Settings
from tests.axe import violations
from tests.browser_ui import CONTRAST, DESKTOP, NEEDS_BROWSER, PHONE, Page, open_browser
from tests.fakes import KeywordLibrary, fake_services
from tests.fakes_index import HashEncoder
from tests.fakes_ui import FakeInsights, FakeServices, make_services
from tests.insights_turns import ask, citation, declined, disliked, nearest, summary
from tests.listening import listener
from tests.pages_ui import make_app, serve
from tests.payloads_ui import PAYLOADS

pytestmark = NEEDS_BROWSER

KEY = "staff-key-of-32-characters-or-so"


class InsightsPage(Page):
    """The insights page, by what staff do and see."""

    def go(self, path: str = "/insights") -> None:
        """Open the page, or what an address leads to."""
        is_known = self.driver.get_cookie("assistant_timezone") is not None
        super().go(path)
        if not is_known:
            # Its script tells where the visitor is and loads the page once more.
            loaded = "return performance.getEntriesByType('navigation')[0].type"
            self.wait(lambda: self.driver.execute_script(loaded) == "reload")
            self.wait_until_ready()

    def wait_until_ready(self) -> None:
        self.wait(lambda: self.all(".insights"))

    def titles(self, kind: str) -> list[str]:
        """The questions that are shown at once in a list."""
        return [element.text for element in self.all(f".{kind} .shown h3")]

    def number(self, name: str) -> str:
        """One of the numbers at the top."""
        return self.one(f".tiles .{name} dd").text

    def addresses(self, selector: str) -> list[str | None]:
        """Where the links of a part lead, as written."""
        return [link.get_dom_attribute("href") for link in self.all(f"{selector} a")]


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    with open_browser() as driver:
        driver.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": "Europe/Stockholm"})
        yield driver


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return make_stored(tmp_path)


def make_stored(folder: Path, *, settings: Settings | None = None) -> Services:
    """Services over the fakes with a store that many threads may use."""
    store = ConversationStore(create_engine(f"sqlite:///{folder / 'store.db'}"))
    return fake_services(settings=settings, conversations=store)


@contextmanager
def serving(services: Services) -> Iterator[str]:
    with serve(create_app(services)) as address:
        yield address


def tell(services: Services, question: str, answer: Answer, *, reason: str | None = None) -> str:
    """Store a turn, with a thumb down when there is a reason; gives the conversation's id."""
    store = services.conversations
    conversation_id = store.start().conversation_id
    turn_id = f"turn of {conversation_id}"
    turn = Turn(
        turn_id=turn_id,
        question=question,
        query=question,
        answer=answer,
        timings_ms={"total": 90.0},
    )
    store.append(conversation_id, turn)
    if reason is not None:
        store.give_feedback(turn_id, Feedback(verdict="down", reason=reason), owner=None)
    return conversation_id


YES = Answer(status="answered", text="Yes [1].", citations=(citation("nome", "NOME"),))
NO = Answer(status="declined", text="No.", nearest=(nearest("nome", "NOME"),))


def test_staff_see_what_to_act_on_and_ask_again(
    browser: webdriver.Chrome, services: Services
) -> None:
    for _ in range(2):
        tell(services, "What is the NOME fund?", NO)
        tell(services, "xyzzy park", NO)
    tell(services, "NOME lab?", YES, reason="Too old")
    with serving(services) as address:
        page = InsightsPage(browser, address, DESKTOP)

        assert [page.number(name) for name in ("asked", "answered", "declined", "disliked")] == [
            "5", "20%", "4", "1",
        ]  # fmt: skip
        assert sorted(page.titles("declined")) == ["What is the NOME fund?", "xyzzy park"]
        assert page.one(".disliked .reasons").text == "Too old"
        assert "/insights/approved/new?question=xyzzy+park" in page.addresses(".declined")
        assert "/documents?add=1&question=xyzzy+park" in page.addresses(".declined")
        assert "/?q=xyzzy+park" in page.addresses(".declined")

        page.click('.group[data-question="What is the NOME fund?"] [data-ask]')
        page.wait(lambda: page.all('.group[data-outcome="answered"] .from'))
        page.click(".declined [data-ask-all]")
        page.wait(lambda: "1 of 2 are answered now." in page.one(".declined > .outcome").text)
        still = page.one('.group[data-question="xyzzy park"] .outcome').text
        assert still == "Still not answered."
        # Trying is no asking.
        browser.refresh()
        page.wait(lambda: page.number("asked") == "5")
        assert page.complaints() == []


def test_days_are_those_of_the_browser_and_the_period_can_be_chosen(
    browser: webdriver.Chrome, services: Services
) -> None:
    tell(services, "xyzzy", NO)
    with serving(services) as address:
        page = InsightsPage(browser, address, DESKTOP)
        page.wait(lambda: "Europe/Stockholm" in page.one(".span").text)

        page.click(".periods li:first-child a")
        page.wait(lambda: page.one(".periods [aria-current]").text == "7 days")
        page.click(".numbers-table summary")

        assert len(page.all(".numbers-table tbody tr")) == 7
        assert page.one(".numbers-table tbody tr:last-child td").text == "1"


def test_who_saw_another_page_before_sees_the_own_days_at_once(
    browser: webdriver.Chrome, services: Services
) -> None:
    tell(services, "xyzzy", NO)
    with serving(services) as address:
        page = Page(browser, address, DESKTOP)
        browser.get(f"{address}/insights")

        assert "Europe/Stockholm" in page.one(".span").text
        loaded = "return performance.getEntriesByType('navigation')[0].type"
        assert browser.execute_script(loaded) == "navigate"


def test_a_deleted_conversation_vanishes(browser: webdriver.Chrome, services: Services) -> None:
    conversation_id = tell(services, "xyzzy", NO)
    with serving(services) as address:
        page = InsightsPage(browser, address, DESKTOP)
        assert page.titles("declined") == ["xyzzy"]

        services.conversations.delete(conversation_id, owner=None)
        browser.refresh()

        page.wait(lambda: page.all(".empty"))
        assert "xyzzy" not in browser.page_source


def test_only_staff_see_it_where_there_are_staff_keys(
    browser: webdriver.Chrome, tmp_path: Path
) -> None:
    services = make_stored(tmp_path, settings=Settings(staff_keys=(SecretStr(KEY),)))
    tell(services, "What is NOME?", NO)
    with serving(services) as address:
        browser.get(f"{address}/insights")
        assert "What is NOME?" not in browser.page_source

        page = InsightsPage(browser, address.replace("//", f"//staff:{KEY}@"), DESKTOP)
        page.click("[data-ask]")

        page.wait(lambda: page.all('.group[data-outcome="answered"]'))


def fake_page_services() -> FakeServices:
    """What a busy month could look like."""
    asked = [
        *declined("How do I get a visa for an equity partner?", times=9, nearest={"a": "Alpha"}),
        *declined("What does a lab cost?", times=4, nearest={"b": "Beta", "z": "Gone"}),
        *disliked("Which fund is the largest?", "The number is wrong, it is 12 now"),
        *ask("Which cluster is the oldest?", times=12, cited={"a": "Alpha"}),
        *ask("Who is a mentor?", times=2, cited={"b": "Beta"}),
        *declined("A park nobody knows?"),
    ]
    fakes = make_services()
    shelf = (summary("a", "Alpha"), summary("b", "Beta"), summary("c", "A" * 90))
    return FakeServices(
        assistant=fakes.assistant,
        library=fakes.library,
        conversations=fakes.conversations,
        insights=FakeInsights(asked=tuple(asked), documents=shelf),
    )


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize("language", ["en", "sv"])
def test_it_can_be_read_at_any_width_in_both_colours(
    browser: webdriver.Chrome, size: tuple[int, int], language: str
) -> None:
    with serve(make_app(fake_page_services())) as address:
        page = InsightsPage(browser, address, size, language=language)
        page.wait(lambda: page.all(f"html[lang={language}] .group"))
        for details in page.all("details"):
            browser.execute_script("arguments[0].open = true", details)

        for scheme in ("light", "dark"):
            page.prefer(scheme)
            assert browser.execute_script(CONTRAST) == []
            assert violations(page) == []
            assert not page.has_sideways_scroll()
        assert page.complaints() == []


def test_the_page_looks_again_until_the_questions_are_compared(browser: webdriver.Chrome) -> None:
    services = fake_page_services()
    services.insights.compared = False
    with serve(make_app(services)) as address:
        page = InsightsPage(browser, address, DESKTOP)
        assert "3 of 6 done" in page.one(".comparing").text

        services.insights.compared = True

        page.wait(lambda: page.all(".insights") and not page.all(".comparing"))


def test_hostile_questions_reasons_and_titles_do_nothing(
    browser: webdriver.Chrome, tmp_path: Path
) -> None:
    with listener() as (url, called):
        texts = [payload.replace("URL", url) for payload in PAYLOADS]
        titled = "".join(texts)
        library = KeywordLibrary(details=(hostile_document(titled),))
        store = ConversationStore(create_engine(f"sqlite:///{tmp_path / 'store.db'}"))
        # Holds all of them apart, so that each is shown.
        desk = InsightsDesk(
            turns_since=store.turns_since,
            documents=library.documents,
            encode=HashEncoder().encode,
        )
        services = replace(fake_services(library=library, conversations=store), insights=desk)
        for text in texts:
            near = Answer(status="declined", text=text, nearest=(nearest(text, text),))
            tell(services, f"{text} xyzzy", near)
            quoted = Answer(status="answered", text=text, citations=(citation("hostile", text),))
            tell(services, f"{text} quoted", quoted, reason=text)
        with serving(services) as address:
            page = InsightsPage(browser, address, DESKTOP)
            for details in page.all("details"):
                browser.execute_script("arguments[0].open = true", details)
            page.click(".declined [data-ask]")
            page.wait(lambda: page.all(".declined .group[data-outcome]"))

            with pytest.raises(NoAlertPresentException):
                browser.switch_to.alert.accept()
            assert called == []
            assert [seen for seen in page.requested() if seen.startswith(url)] == []
            assert page.complaints() == []
            theirs = ".insights :is(img, video, audio, iframe, object, embed, form, input, style, "
            theirs += "script, link, meta, base, picture, math, template, image), [onload]"
            assert page.all(theirs) == []
            assert len(page.all(".group")) > len(PAYLOADS)


def hostile_document(text: str) -> DocumentDetail:
    """A document whose title and text are hostile, and which answers whatever has a "src"."""
    return DocumentDetail(summary=summary("hostile", text), text=f"src xyzzy {text}")
