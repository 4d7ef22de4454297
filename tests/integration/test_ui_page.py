"""The chat page over HTTP, without a browser."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.routing import Mount

import ui.app
from tests.fakes_ui import FakeServices, make_services
from tests.pages_ui import find_event, make_app, run
from ui.gate import PageGate

# The fields that scripts write into, by their order.
WISH, WANTED, OPENED = range(3)
FIRST = "conversation-1"

CANARY = "canary-7f3a9c that no visitor may see"


@pytest.fixture
def temp_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the page's framework would put files."""
    folder = tmp_path / "framework"
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(folder))
    return folder


@pytest.fixture
def services() -> FakeServices:
    return make_services()


@pytest.fixture
def app(services: FakeServices, temp_folder: Path) -> FastAPI:
    del temp_folder  # only to be set before
    return make_app(services)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app) as client:
        yield client


def ask(client: TestClient, question: str, *, session: str, conversation: str = "") -> str:
    inputs: list[object] = [question, conversation]
    return run(client, find_event(client, "submit"), inputs, session=session)


def wish(client: TestClient, conversation: str, **wished: object) -> str:
    """Ask as a script of the page does."""
    inputs: list[object] = [json.dumps(wished), conversation]
    return run(client, find_event(client, "change", at=WISH), inputs, session="a")


def turn_to(client: TestClient, conversation: str) -> str:
    return run(client, find_event(client, "change", at=WANTED), [conversation], session="a")


def open_citation(client: TestClient, address: str, *, conversation: str = FIRST) -> str:
    inputs: list[object] = [address, conversation]
    return run(client, find_event(client, "change", at=OPENED), inputs, session="a")


def test_the_page_and_the_routes_beside_it_are_served(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/openapi.json").json()["info"]["title"] == "FastAPI"
    assert "swagger" in client.get("/docs").text
    assert "<gradio-app" in client.get("/").text


def test_the_page_is_not_in_the_api_documentation(client: TestClient) -> None:
    assert list(client.get("/openapi.json").json()["paths"]) == ["/healthz"]


def test_the_frame_has_no_inline_script_and_names_no_other_server(client: TestClient) -> None:
    frame = client.get("/")
    assert "script-src 'self';" in frame.headers["content-security-policy"]
    assert re.findall(r"<script(?![^>]*\bsrc=)", frame.text) == []
    assert re.findall(r"https?://|\bon\w+=|//\w", frame.text) == []


def test_every_file_that_the_frame_names_is_served(client: TestClient) -> None:
    addresses = re.findall(r'(?:src|href)="(?:\./|/(?=ui/))([^"]+)"', client.get("/").text)
    assert len(addresses) >= 7
    for address in addresses:
        assert client.get(f"/{address}").status_code == 200


def test_styles_and_scripts_of_ours_load_nothing_from_elsewhere(client: TestClient) -> None:
    names = [path.name for path in (Path(ui.app.__file__).parent / "static").glob("*.*s")]
    assert {"theme.css", "frame.css", "page.js"} <= set(names)
    for name in names:
        elsewhere = r"https?://|@import|url\(|HTML\s*\+?=[^=]|insertAdjacentHTML"
        assert not re.search(elsewhere, client.get(f"/ui/{name}").text)


def test_the_framework_theme_loads_no_font_from_elsewhere(client: TestClient) -> None:
    assert not re.search(r"url\W*https?:|@import", client.get("/theme.css").text)
    config = client.get("/config").json()
    assert config["stylesheets"] == []
    assert not config["analytics_enabled"]


def test_the_page_offers_no_named_endpoints(client: TestClient) -> None:
    assert client.get("/gradio_api/info").json() == {
        "named_endpoints": {},
        "unnamed_endpoints": {},
    }


def test_loading_shows_the_number_of_documents_and_the_examples(client: TestClient) -> None:
    told = run(client, find_event(client, "load"), [], session="a")
    assert "Answers come from 1 document" in told
    assert "Which science parks take no equity?" in told


def test_without_documents_the_page_tells_staff_what_to_do(
    client: TestClient, services: FakeServices
) -> None:
    services.library.listed = ()
    assert "assistant ingest FOLDER" in run(client, find_event(client, "load"), [], session="a")


def test_a_question_is_answered_with_its_citation_and_written_down(
    client: TestClient, services: FakeServices
) -> None:
    told = ask(client, "Does the park take equity?", session="a")
    assert "The park takes no equity in its tenants." in told
    assert "#cite-1-1" in told
    (kept,) = services.conversations.kept.values()
    assert [turn.question for turn in kept.turns] == ["Does the park take equity?"]


def test_an_answer_comes_step_by_step(client: TestClient) -> None:
    told = ask(client, "Does the park take equity?", session="a")
    assert told.count("process_generating") >= 1
    assert told.index("Reading the question") < told.index("no equity in its tenants")


def test_a_citation_opens_its_document_with_the_quote_marked(client: TestClient) -> None:
    ask(client, "Does the park take equity?", session="a")
    told = open_citation(client, "cite-1-1~1")
    assert "The park takes no equity in its tenants.</mark>" in told


def test_a_nearest_passage_opens_its_document(client: TestClient) -> None:
    ask(client, "How is the weather?", session="a")
    assert "beside the old mill.</mark>" in open_citation(client, "near-1-1")


@pytest.mark.parametrize(
    "address", ["cite-1-2", "cite-0-1", "cite-2-1", "near-1-1", "near-1-0", "x", "", "cite-1-1 "]
)
def test_an_address_that_stands_for_nothing_opens_nothing(client: TestClient, address: str) -> None:
    ask(client, "Does the park take equity?", session="a")
    told = open_citation(client, address)
    assert "process_completed" in told
    assert "<mark" not in told


def test_a_removed_document_is_told_in_one_sentence(
    client: TestClient, services: FakeServices
) -> None:
    ask(client, "Does the park take equity?", session="a")
    services.library.listed = ()
    assert "No document has the id" in open_citation(client, "cite-1-1")


def test_a_question_follows_on_the_conversation_that_the_page_names(
    client: TestClient, services: FakeServices
) -> None:
    ask(client, "Does the park take equity?", session="a")
    alone = ask(client, "And when did it open?", session="b")
    assert "Understood as" not in alone
    follows = ask(client, "And when did it open?", session="b", conversation=FIRST)
    assert "Understood as" in follows
    assert [len(kept.turns) for kept in services.conversations.kept.values()] == [2, 1]


@pytest.mark.parametrize("conversation", ["conversation-9", "x' OR 1=1", "../etc"])
def test_a_conversation_that_is_not_there_is_told_and_the_question_kept(
    client: TestClient, services: FakeServices, conversation: str
) -> None:
    told = ask(client, "Does the park take equity?", session="a", conversation=conversation)
    assert "This conversation is not here" in told
    assert "Does the park take equity?" in told  # back in the field
    assert "This conversation is not here" in turn_to(client, conversation)
    assert "mark" not in open_citation(client, "cite-1-1", conversation=conversation)
    assert services.conversations.kept == {}


def test_a_conversation_is_shown_from_its_beginning(client: TestClient) -> None:
    ask(client, "Does the park take equity?", session="a")
    ask(client, "And when did it open?", session="a", conversation=FIRST)
    told = turn_to(client, FIRST)
    assert told.index("Does the park take equity?") < told.index("And when did it open?")
    assert "#cite-1-1" in told
    assert "#cite-2-1" in told


def test_an_empty_wish_shows_a_new_conversation(client: TestClient) -> None:
    told = turn_to(client, "~3")
    assert "What would you like to know?" in told
    assert "#cite" not in told


def test_the_last_question_is_asked_again_with_another_query(
    client: TestClient, services: FakeServices
) -> None:
    ask(client, "Does the park take equity?", session="a")
    ask(client, "And when?", session="a", conversation=FIRST)
    last = services.conversations.kept[FIRST].turns[-1]
    told = wish(
        client, FIRST, question="And when?", query="And when?", replaces=last.turn_id, place=1
    )
    turns = services.conversations.kept[FIRST].turns
    assert [turn.query for turn in turns] == ["Does the park take equity?", "And when?"]
    assert turns[-1].turn_id != last.turn_id
    assert "turn-2" in told
    assert "turn-3" not in told


@pytest.mark.parametrize(
    "wished",
    ["", "x", "[]", "{}", '{"question": " "}', '{"question": "", "x": 1}'],
)
def test_a_wish_that_is_none_does_nothing(
    client: TestClient, services: FakeServices, wished: str
) -> None:
    run(client, find_event(client, "change", at=WISH), [wished, ""], session="a")
    assert services.conversations.kept == {}


def test_a_refused_question_shows_the_reason_word_for_word(client: TestClient) -> None:
    told = ask(client, "a forbidden question", session="a")
    assert "cannot be asked; ask another." in told
    assert "a forbidden question" in told


def test_an_error_of_ours_is_not_told(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    told = ask(client, "explode", session="a")
    assert "Something went wrong on our side" in told
    assert "secret detail" not in told
    assert "RuntimeError" in caplog.text


def test_an_empty_question_does_nothing(client: TestClient, services: FakeServices) -> None:
    assert "process_completed" in ask(client, "  \n", session="a")
    assert services.conversations.kept == {}


def canaries(tmp_path: Path) -> list[Path]:
    """Write the secret to places that a server's files lie in."""
    paths = [tmp_path / "canary.txt", tmp_path / "data" / "catalogue.sqlite3"]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.write_text(CANARY)
    return paths


def file_inputs(path: Path) -> list[object]:
    """Ways to name a file where a text is expected."""
    plain = {"path": str(path), "orig_name": "x.txt", "meta": {"_type": "gradio.FileData"}}
    return [
        plain,
        {**plain, "url": f"/gradio_api/file={path}"},
        {**plain, "is_stream": True},
        [plain],
        {"deep": {"er": plain}},
        {"path": f"file://{path}", "meta": {"_type": "gradio.FileData"}},
    ]


def attack(client: TestClient, path: Path) -> list[str]:
    """Ask for a file of the server in every way that the page's framework knows."""
    said: list[str] = []
    dependencies = client.get("/config").json()["dependencies"]
    for dependency in dependencies:
        for given in file_inputs(path):
            session = f"{dependency['id']}-{len(said)}"
            inputs = [given] * len(dependency["inputs"])
            body = {"data": inputs, "fn_index": dependency["id"], "session_hash": session}
            joined = client.post("/gradio_api/queue/join", json=body)
            said.append(joined.text)
            if joined.status_code == 200:
                params = {"session_hash": session}
                said.append(client.get("/gradio_api/queue/data", params=params).text)
            for name in (dependency["api_name"], "predict", "ask", "open"):
                said.extend(
                    client.post(f"/gradio_api/{way}/{name}", json=body).text
                    for way in ("call", "call/v2", "run", "api")
                )
    for address in (str(path), quote(str(path), safe=""), f"/{path}", f"../../../..{path}"):
        said.append(client.get(f"/gradio_api/file={address}").text)
        said.append(client.get(f"/file={address}").text)
        said.append(client.get(f"/gradio_api/file/{address}").text)
        said.append(client.get(f"/ui/{address}").text)
        said.append(client.get(f"/static/{address}").text)
        said.append(client.get(f"/assets/{address}").text)
    return said


def copies(folder: Path) -> list[Path]:
    """Files below a folder that hold the secret."""
    return [p for p in folder.rglob("*") if p.is_file() and CANARY in p.read_text(errors="ignore")]


def test_the_page_serves_no_file_of_the_server_to_a_visitor(
    client: TestClient, temp_folder: Path, tmp_path: Path
) -> None:
    for path in canaries(tmp_path):
        said = attack(client, path)
        assert len(said) > 50
        assert not [text for text in said if CANARY in text]
    assert copies(temp_folder) == []


def test_the_page_serves_no_file_of_the_server_even_without_its_gate(
    app: FastAPI, temp_folder: Path, tmp_path: Path
) -> None:
    page = app.router.routes[-1]
    assert isinstance(page, Mount)
    assert isinstance(page.app, PageGate)
    page.app = page.app._app
    with TestClient(app, raise_server_exceptions=False) as client:
        for path in canaries(tmp_path):
            assert not [text for text in attack(client, path) if CANARY in text]
    assert copies(temp_folder) == []


def test_uploads_are_refused_and_leave_nothing_behind(
    client: TestClient, temp_folder: Path
) -> None:
    files = {"files": ("x.html", CANARY.encode(), "text/html")}
    assert client.post("/gradio_api/upload", files=files).status_code == 404
    assert copies(temp_folder) == []


def test_many_visitors_are_answered(client: TestClient, services: FakeServices) -> None:
    event = find_event(client, "submit")
    for at in range(20):
        body = {"data": [f"Question {at}?", ""], "fn_index": event, "session_hash": f"s{at}"}
        client.post("/gradio_api/queue/join", json=body).raise_for_status()
    for at in range(20):
        told = client.get("/gradio_api/queue/data", params={"session_hash": f"s{at}"}).text
        assert json.dumps(f"Question {at}?")[1:-2] in told
    assert len(services.conversations.kept) == 20


def test_files_are_kept_for_good_under_addresses_that_say_what_they_hold(
    client: TestClient,
) -> None:
    frame = client.get("/").text
    own = re.findall(r'(?:src|href)="(/ui/[0-9a-f]{12}/[^"]+)"', frame)
    framework = re.findall(r'(?:src|href)="\.(/assets/[^"]+)"', frame)
    assert len(own) > 20
    assert framework
    for address in (*own, *framework):
        assert "immutable" in client.get(address).headers["cache-control"]
    assert client.get("/ui/theme.css").headers["cache-control"] == "no-cache"
    assert client.get("/ui/0123456789ab/theme.css").status_code == 404
    assert "cache-control" not in client.get("/assets/nothing-12345678.js").headers


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ('{"question": "Equity?", "query": null, "replaces": null, "conversation_id": ""}', 204),
        ('{"question": "forbidden"}', 204),  # the event that follows tells what is wrong
        ('{"question": "Equity?", "conversation_id": "nobody"}', 204),
        ('{"question": "Equity?", "more": 1}', 400),
        ('{"question": 1}', 400),
        ("no JSON", 400),
        ("", 400),
    ],
)
def test_what_is_about_to_be_asked_is_taken_and_anything_else_refused(
    client: TestClient, services: FakeServices, body: str, status: int
) -> None:
    answered = client.post("/ahead", content=body)
    assert (answered.status_code, answered.content) == (status, b"")
    assert services.conversations.kept == {}
    assert client.get("/ahead").status_code == 404
