"""What turns, answers and notices look like as HTML."""

import json
from dataclasses import replace

import pytest

from assistant.model import Answer, Citation, Conflict, Conversation, Coverage, Feedback, Turn
from tests.fakes_ui import (
    OPENED_QUOTE,
    PARK_QUOTE,
    make_citation,
    make_document,
    make_nearest,
    park_answer,
)
from tests.payloads_ui import PAYLOADS
from tests.unit.test_ui_markup import Elements
from ui.document_view import SHOWN_CHARACTERS, render_document
from ui.evidence import SHOWN_SOURCES, render_nearest, render_sources
from ui.markup import escape
from ui.rendering import (
    Shown,
    render_conversation,
    render_failure,
    render_progress,
    render_spoken,
    render_turn,
    render_welcome,
)

PARK = make_document()

OUR_ATTRIBUTES = {
    "class", "disabled", "href", "id", "lang", "name", "role", "scope", "tabindex", "type", "value",
}  # fmt: skip


def make_turn(answer: Answer, *, question: str = "So?", query: str = "So?") -> Turn:
    return Turn(turn_id="t", question=question, query=query, answer=answer)


def hostile_citation(payload: str) -> Citation:
    return replace(
        make_citation(PARK, PARK_QUOTE),
        title=payload,
        heading=payload,
        source=payload,
        quote=payload,
        as_of=payload,
        document_id=payload,
        passage_id=payload,
    )


def check_inert(rendered: str) -> None:
    """Only our elements, only our attributes, no target outside the page, one line."""
    assert "\n" not in rendered
    for tag, attributes in Elements(rendered).tags:
        assert tag not in {"img", "script", "style", "svg", "iframe", "form", "link", "comment"}
        assert set(attributes) <= OUR_ATTRIBUTES
        assert (attributes.get("href") or "#").startswith(("#", "/documents/"))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_answer_is_inert(payload: str) -> None:
    answer = Answer(
        status="answered",
        text=f"{payload} [1]",
        short_answer=payload,
        citations=(hostile_citation(payload),),
        conflicts=(Conflict(about=payload, citation_numbers=(1,)),),
        coverage=Coverage(checked=1, stated=(payload,), denied=(payload,), silent=(payload,)),
    )
    check_inert(render_turn(make_turn(answer, question=payload, query=f"about {payload}"), 1))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_declined_answer_is_inert(payload: str) -> None:
    near = replace(make_nearest(PARK, PARK_QUOTE), text=payload, title=payload, heading=payload)
    answer = Answer(status="declined", text=payload, nearest=(near,))
    check_inert(render_turn(make_turn(answer), 1))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_document_is_inert(payload: str) -> None:
    document = make_document(f"before {payload} after", title=payload)
    document = replace(document, summary=replace(document.summary, source=payload, as_of=payload))
    end = 7 + len(payload)
    check_inert(render_document(document, quote=payload, start=7, end=end, heading=payload))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_question_is_inert_while_working_and_when_it_fails(payload: str) -> None:
    check_inert(
        render_progress(payload, number=1, query=f"q {payload}", text=payload, step="Reading")
    )
    check_inert(render_failure(payload, payload, number=1))


@pytest.mark.parametrize("quote", ["🏞️", "ö", "It rents", "month.\n\nEquity", "Facts"])
def test_a_document_marks_exactly_the_quote(quote: str) -> None:
    start = PARK.text.index(quote)
    rendered = render_document(PARK, quote=quote, start=start, end=start + len(quote))
    marked = rendered.partition('<mark id="quote">')[2].partition("</mark>")[0]
    assert Elements(marked).text == quote


def test_a_document_shows_its_whole_text_in_order() -> None:
    start = PARK.text.index(PARK_QUOTE)
    rendered = render_document(PARK, quote=PARK_QUOTE, start=start, end=start + len(PARK_QUOTE))
    body = rendered.partition('<div class="text" lang="en">')[2]
    assert Elements(body).text == PARK.text


def test_astral_characters_before_the_quote_do_not_shift_the_mark() -> None:
    document = make_document("🏞🏞🏞 𝔘 the quote 🏞")
    rendered = render_document(document, quote="the quote", start=6, end=15)
    assert '<mark id="quote">the quote</mark>' in rendered


def test_a_changed_document_is_shown_unmarked_and_says_so() -> None:
    rendered = render_document(PARK, quote="words that are gone", start=0, end=19)
    assert "<mark" not in rendered
    assert "has changed since" in rendered


def test_a_long_document_is_cut_around_the_quote_and_says_so() -> None:
    document = make_document("a" * 50_000 + "QUOTE" + "b" * 50_000)
    rendered = render_document(document, quote="QUOTE", start=50_000, end=50_005)
    text = rendered.partition('<div class="text" lang="en">')[2].partition("</div>")[0]
    assert len(Elements(text).text) == 2 * SHOWN_CHARACTERS + 5
    assert rendered.count("it is cut here") == 2


def test_an_answer_leads_with_the_short_answer_and_lists_its_sources() -> None:
    rendered = render_turn(make_turn(park_answer("Equity?", PARK)), 3)
    assert '<p class="short">No.</p>' in rendered
    assert rendered.count('href="#cite-3-1"') == 2  # the marker and the source
    text = Elements(rendered).text
    assert "Munsjö Science Park › Services › Equity" in text
    assert "as of 2024-05" in text


def test_a_short_answer_that_opens_the_text_is_not_said_twice() -> None:
    answer = replace(park_answer("Equity?", PARK), text=f"**No.**\n\n{PARK_QUOTE} [1]")
    assert Elements(render_turn(make_turn(answer), 1)).text.count("No.") == 1


def test_an_unverified_quote_is_called_so() -> None:
    citation = replace(make_citation(PARK, PARK_QUOTE), verified=False)
    assert "quote not checked" in render_sources((citation,), 1, "en")


def test_a_quote_that_the_answer_says_already_is_not_shown_again() -> None:
    quote = "The partners are these:\n- Region Norrby\n- The Foundation for Rural Invention"
    citations = (make_citation(PARK, quote), make_citation(PARK, OPENED_QUOTE, 2))
    text = (
        "The partners are these: [1]\n\n- Region Norrby\n- The Foundation for Rural Invention\n\n"
        "It opened in 1998. [2]"
    )
    first, second = render_sources(citations, 1, "en", text=text).split("<li>")[1:]
    assert "word for word" in first
    assert '<blockquote class="kept">' in first
    assert "word for word" not in second
    assert "<blockquote>" in second


def test_a_nearest_passage_does_not_repeat_the_place_above_it() -> None:
    passage = replace(
        make_nearest(PARK, OPENED_QUOTE),
        heading="Facts > In brief",
        text=f"In brief\n\n{OPENED_QUOTE}",
    )
    shown = render_nearest((passage,), 1, "en")
    assert f"<blockquote>{escape(OPENED_QUOTE)}</blockquote>" in shown
    alone = replace(passage, text="In brief")
    assert "<blockquote>In brief</blockquote>" in render_nearest((alone,), 1, "en")


def test_many_sources_fold_after_the_first_few() -> None:
    citations = [replace(make_citation(PARK, PARK_QUOTE), number=n) for n in range(1, 10)]
    rendered = render_sources(citations, 1, "en")
    assert f"Show {9 - SHOWN_SOURCES} more sources" in rendered
    assert rendered.partition("<details>")[0].count("<li>") == SHOWN_SOURCES


def test_coverage_counts_who_states_denies_and_is_silent() -> None:
    text = Elements(render_turn(make_turn(park_answer("which", PARK)), 1)).text
    assert "3 checked: 1 states it, 1 denies it, 1 does not say" in text
    assert "Åby Labs" in text


def test_a_declined_answer_tells_who_was_checked() -> None:
    checked = Coverage(checked=2, stated=(), denied=(), silent=("Åby Labs", "Forge"))
    answer = replace(park_answer("weather", PARK), coverage=checked)
    text = Elements(render_turn(make_turn(answer), 2)).text
    assert "2 checked: 0 state it, 2 do not say" in text
    assert text.count("Does not say") == 2
    assert "Forge" in text


def test_a_declined_answer_is_a_calm_notice_with_openable_passages() -> None:
    rendered = render_turn(make_turn(park_answer("weather", PARK)), 2)
    assert 'class="notice declined"' in rendered
    assert 'href="#near-2-1"' in rendered
    assert OPENED_QUOTE in Elements(rendered).text


def test_what_was_understood_is_shown_only_when_it_differs() -> None:
    answer = park_answer("Equity?", PARK)
    same = render_turn(make_turn(answer, question="So? ", query="So?"), 1)
    other = render_turn(make_turn(answer, question="And it?", query="Does the park?"), 1)
    assert "Understood as" not in same
    assert "Understood as: Does the park?" in Elements(other).text


def test_a_conflict_names_what_it_is_about_and_links_both_sides() -> None:
    answer = replace(
        park_answer("which", PARK),
        conflicts=(Conflict(about="the year", citation_numbers=(1, 2)),),
    )
    conflict = render_turn(make_turn(answer), 1).partition('class="conflict table"')[2]
    assert conflict.index("#cite-1-1") < conflict.index("#cite-1-2")


def test_what_disagrees_is_shown_once_as_a_table() -> None:
    answer = park_answer("disagree", PARK)
    listed = replace(
        answer,
        text=f"The documents disagree:\n\n- **Park**: {PARK_QUOTE} [1]\n- **Park**: "
        f"{OPENED_QUOTE} [2]",
    )
    shown = Elements(render_turn(make_turn(listed), 1)).text
    assert shown.count("The documents disagree") == 1
    assert shown.partition("Sources")[0].count(OPENED_QUOTE) == 1
    more = replace(listed, conflicts=(Conflict(about="it", citation_numbers=(1,)),))
    assert Elements(render_turn(make_turn(more), 1)).text.count("The documents disagree") == 2


def test_turns_of_a_conversation_are_numbered_from_one() -> None:
    turn = make_turn(park_answer("Equity?", PARK))
    rendered = render_conversation(Conversation(conversation_id="c", turns=(turn, turn)))
    assert 'id="turn-1"' in rendered
    assert 'id="turn-2"' in rendered
    assert render_conversation(Conversation(conversation_id="c")) == ""


@pytest.mark.parametrize(
    ("count", "words"), [(0, "no documents"), (1, "1 document,"), (1200, "1,200 documents,")]
)
def test_the_welcome_counts_the_documents(count: int, words: str) -> None:
    assert words in Elements(render_welcome(count, has_examples=False)).text


def test_without_documents_staff_see_the_command_to_run() -> None:
    assert "assistant ingest FOLDER" in Elements(render_welcome(0, has_examples=False)).text


def test_the_spoken_status_tells_how_it_ended() -> None:
    assert render_spoken(park_answer("weather", PARK)) == "The documents do not answer this."
    assert render_spoken(park_answer("Equity?", PARK)) == "Answered, 1 source."
    assert render_spoken(Answer(status="answered", text="Hello!")) == "Answered."


def test_a_declined_answer_speaks_the_interfaces_language() -> None:
    text = (
        "The documents do not answer this. I searched for “So?” and read 3 passages. "
        r"None of them mentions Sting \*AB\*. The nearest ones are shown."
    )
    answer = replace(park_answer("weather", PARK), text=text)
    shown = render_turn(make_turn(answer, query="So?"), 1, Shown(language="sv"))
    said = Elements(shown).text
    assert "Dokumenten svarar inte på det här." in said
    assert "Jag sökte efter ”So?” och läste 3 stycken." in said
    # The heading above them says so.
    assert "De närmaste visas" not in said
    assert "Inget av dem nämner Sting *AB*." in said
    assert "The documents" not in said
    assert "Närmaste stycken" in said


def test_an_answer_that_asks_back_offers_questions_as_buttons() -> None:
    answer = park_answer("the other", PARK)
    shown = render_turn(make_turn(answer, question="And the other?", query="And it?"), 1)
    assert shown.count('name="mean"') == 2
    assert 'value="When did Åby Labs open?"' in shown
    assert "Understood as" not in shown


def test_what_the_scripts_need_to_know_of_a_turn_is_in_it() -> None:
    feedback = {"t": Feedback(verdict="down", reason='"so" & <so>')}
    kept = Shown(conversation_id="c1", feedback=feedback)
    shown = render_turn(make_turn(park_answer("Equity?", PARK), query="Q?"), 1, kept)
    values = [a["value"] for tag, a in Elements(shown).tags if a.get("class") == "turn-facts"]
    assert json.loads(str(values[0])) == {
        "turn": "t", "conversation": "c1", "question": "So?", "query": "Q?",
        "verdict": "down", "reason": '"so" & <so>',
    }  # fmt: skip
