"""Addresses of our own files: they change with what the files hold, and imports are told."""

import re
from pathlib import Path

import ui.assets
from ui.assets import address_of, imported_by, version

FOLDER = Path(ui.assets.__file__).parent / "static"


def test_an_address_says_what_all_files_hold() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", version())
    assert address_of("page.js") == f"/ui/{version()}/page.js"


def test_every_import_of_every_script_is_found() -> None:
    for path in FOLDER.glob("*.js"):
        named = set(re.findall(r'from "\./([\w.-]+)"', path.read_text(encoding="utf-8")))
        assert named <= set(imported_by(path.name)) | {path.name}


def test_what_an_imported_script_imports_is_found_as_well() -> None:
    assert imported_by("insights.js") == ("cookies.js", "texts.js", "timezone.js")
    assert {"api.js", "dom.js", "texts.js", "tip.js"} <= set(imported_by("page.js"))
    assert imported_by("colours.js") == ()
