"""The page's own HTML frame: the framework's scripts and styles, ours, and no inline script.

Without inline script the page works under `script-src 'self'`; without the framework's own frame it
names no address outside this server.
"""

import re
from pathlib import Path

_TAGS = re.compile(
    r'<script type="module"[^>]*\bsrc="\./[^"]+"[^>]*></script>'
    r'|<link rel="(?:stylesheet|modulepreload)"[^>]*\bhref="\./[^"]+"[^>]*>'
)

_FRAME = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="Answers from the documents, with the exact passage behind them.">
<title>Ecosystem assistant</title>
<link rel="icon" type="image/svg+xml" href="./ui/favicon.svg">
{tags}
<link rel="stylesheet" href="./ui/theme.css">
<link rel="stylesheet" href="./ui/layout.css">
<link rel="stylesheet" href="./ui/answer.css">
<link rel="stylesheet" href="./ui/evidence.css">
<script type="module" src="./ui/page.js"></script>
</head>
<body>
<gradio-app control_page_title="false" embed="false" eager="true"></gradio-app>
<p id="page-loading" role="status">Opening the assistant…</p>
<noscript><p class="no-script">This page needs JavaScript.</p></noscript>
</body>
</html>
"""


def build_index_page(framework_frame: Path) -> str:
    """Build the page's HTML around the script and style tags of the framework's own frame.

    Raises:
        ValueError: The frame holds no such tags, because the framework's build has changed.
    """
    tags = _TAGS.findall(framework_frame.read_text(encoding="utf-8"))
    if not any(tag.startswith("<script") for tag in tags):
        raise ValueError(
            f"The page's frame {str(framework_frame)!r} names no script of its own; "
            "install the version of gradio that pyproject.toml asks for."
        )
    return _FRAME.format(tags="\n".join(tags))
