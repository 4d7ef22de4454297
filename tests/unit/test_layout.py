"""The project keeps to its own layout: small files, imports one way, frameworks in their places."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("corpus", "index", "assistant", "ui")
NOT_SHIPPED = ("eval", "training", "tests")

MOST_LINES = 300
MOST_FUNCTION_LINES = 40  # of 95 functions in a hundred

VAGUE_NAMES = {"utils", "util", "common", "helpers", "helper", "core", "misc"}

# Where a framework may be imported: elsewhere none of its types appears.
PLACES = {
    "chromadb": ("index/dense.py",),
    "sentence_transformers": ("index/encoding.py", "index/sentence_encoding.py"),
    "torch": ("index/encoding.py", "index/sentence_encoding.py", "index/threads.py", "training/"),
    "llama_index": ("index/paragraphs.py",),
    "sqlalchemy": ("index/", "assistant/conversations/", "assistant/approved/"),
    "trafilatura": ("corpus/web_page.py",),
    "lxml": ("corpus/web_page.py", "corpus/word_parsing.py"),
    "mammoth": ("corpus/word_parsing.py",),
    "pypdfium2": ("corpus/pdf/pages.py",),
    "onnxruntime": ("assistant/onnx_models", "assistant/reader", "training/"),
    "fastapi": ("assistant/api/", "ui/app.py"),
    "uvicorn": ("assistant/api/server.py",),
    "gradio": ("ui/app.py", "ui/chat.py"),
    "typer": ("assistant/cli.py", "eval/__main__.py"),
}

# Slow to import, so imported inside the function that needs them.
SLOW = {
    "chromadb", "gradio", "llama_index", "lxml", "mammoth", "onnxruntime", "pypdfium2",
    "sentence_transformers", "torch", "trafilatura", "transformers",
}  # fmt: skip
# A page cannot be built without it; this module is imported when a page is.
SLOW_AT_ONCE = {("ui/chat.py", "gradio")}

# A home folder or the like: true on one machine only.
PRIVATE_PATH = re.compile(r"(?<![\w.~])/(?:work|root|Users|home/\w+)/\w")
TEXT_SUFFIXES = {".py", ".md", ".toml", ".yaml", ".jsonl", ".txt", ".css", ".js", ""}
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def modules(*packages: str) -> Iterator[Path]:
    for package in packages:
        yield from sorted((ROOT / package).rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(nodes: Iterator[ast.AST]) -> set[str]:
    """Top-level names of the packages that some statements import."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def text_files() -> list[Path]:
    """What a checkout holds as text, without what is built or stored."""
    folders = (*SHIPPED, *NOT_SHIPPED, "docs", ".ci")
    inside = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    files = (path for path in (*ROOT.iterdir(), *inside) if path.is_file())
    # Where several checkouts share a history, `.git` is a file that names its folder.
    return [path for path in files if path.suffix in TEXT_SUFFIXES and path.name != ".git"]


def test_imports_go_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")

    done = subprocess.run(
        [linter, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout


def test_what_is_shipped_imports_nothing_that_is_not() -> None:
    guilty = {
        name(path): wrong
        for path in modules(*SHIPPED)
        if (wrong := imported(ast.walk(parsed(path))) & set(NOT_SHIPPED))
    }

    assert guilty == {}


def test_the_shipped_packages_are_the_folders_that_hold_modules() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        listed = tomllib.load(file)["tool"]["setuptools"]["packages"]

    assert sorted(listed) == sorted({name(m.parent).replace("/", ".") for m in modules(*SHIPPED)})


def test_frameworks_are_imported_in_their_places_only() -> None:
    strays = [
        (name(path), framework)
        for path in modules(*SHIPPED, "eval", "training")
        for framework in sorted(imported(ast.walk(parsed(path))) & PLACES.keys())
        if not name(path).startswith(PLACES[framework])
    ]

    assert strays == []


def test_slow_packages_are_imported_where_they_are_needed() -> None:
    at_once = {
        (name(path), package)
        for path in modules(*SHIPPED, "eval")
        for package in imported(iter(parsed(path).body)) & SLOW
    }

    assert at_once - SLOW_AT_ONCE == set()


def test_the_command_line_starts_without_anything_slow() -> None:
    slow = sorted(SLOW | {"fastapi", "numpy", "pydantic", "sqlalchemy", "uvicorn"})
    code = f"import sys, assistant.cli; print(*set({slow}) & sys.modules.keys())"

    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert loaded.stdout.split() == []


def test_no_file_is_too_long() -> None:
    too_long = [
        (name(path), lines)
        for path in text_files()
        if path.suffix in {".py", ".css", ".js"} and not name(path).startswith("tests/")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    ]

    assert too_long == []


def test_functions_are_short() -> None:
    lengths = sorted(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path in modules(*SHIPPED, "eval", "training")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )

    assert lengths[int(len(lengths) * 0.95)] <= MOST_FUNCTION_LINES


def test_modules_are_named_after_what_they_hold() -> None:
    vague = [
        name(path)
        for path in modules(*SHIPPED, *NOT_SHIPPED)
        if VAGUE_NAMES & set(path.relative_to(ROOT).with_suffix("").parts)
    ]

    assert vague == []


def test_no_folder_of_tests_is_named_like_a_package() -> None:
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()}

    assert folders & {*SHIPPED, *NOT_SHIPPED} == set()


@pytest.mark.parametrize(
    "file", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "constraints.txt"]
)
def test_the_project_has_what_a_stranger_looks_for(file: str) -> None:
    assert (ROOT / file).read_text(encoding="utf-8").strip()


def test_links_between_the_documents_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "eval").glob("*.md")]
    links = [(page, link) for page in pages for link in LINK.findall(page.read_text("utf-8"))]

    assert [(name(page), link) for page, link in links if not (page.parent / link).exists()] == []


def test_nothing_names_a_folder_of_one_machine() -> None:
    private = {
        name(path): found.group()
        for path in text_files()
        if (found := PRIVATE_PATH.search(path.read_text(encoding="utf-8")))
    }

    assert private == {}
