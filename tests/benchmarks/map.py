"""Time to build and to draw the ecosystem map: `python -m tests.benchmarks.map --documents 1000`.

The shipped documents are joined by copies whose organisations have other names.
"""

import argparse
import itertools
import re
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from assistant.ecosystem.keeping import MapKeeper
from assistant.entities.catalogue import EntityCatalogue
from tests.fakes_entities import MemoryBase
from ui.ecosystem.page import MapRequest, render_map_page
from ui.ecosystem.picture import compose

_DOCUMENTS = Path("corpus/documents")
_SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "za", "dri", "fla", "gre")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    wanted = parser.parse_args().documents
    base = MemoryBase(dict(itertools.islice(_texts(_shipped()), wanted)))
    entities = EntityCatalogue(base)
    keeper = MapKeeper(source=base, entities=entities)
    steps = {"entities": entities.entities, "map": keeper.current, "map again": keeper.current}
    for name, step in steps.items():
        started = time.perf_counter()
        step()
        _say(f"{name:10} {time.perf_counter() - started:8.3f} s")
    ecosystem = keeper.current()
    started = time.perf_counter()
    picture = compose(ecosystem)
    _say(f"{'picture':10} {time.perf_counter() - started:8.3f} s")
    started = time.perf_counter()
    page = render_map_page(picture, MapRequest(), "en")
    _say(f"{'page':10} {time.perf_counter() - started:8.3f} s, {len(page) / 1000:.0f} kB")
    _say(f"{wanted} documents, {len(ecosystem.nodes)} nodes, {len(ecosystem.ties)} ties")
    return 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _shipped() -> Mapping[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(_DOCUMENTS.glob("*.md"))}


def _texts(shipped: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give the documents, then copies in which every name begins with another made-up word."""
    yield from shipped.items()
    found = EntityCatalogue(MemoryBase(shipped)).entities()
    names = sorted((each.name for each in found if each.own), key=len, reverse=True)
    any_name = re.compile("|".join(map(re.escape, names)))
    for parts in itertools.product(_SYLLABLES, repeat=3):
        word = "".join(parts).capitalize()
        for name, text in shipped.items():
            yield f"{word}-{name}", any_name.sub(rf"{word} \g<0>", text)


if __name__ == "__main__":
    sys.exit(main())
