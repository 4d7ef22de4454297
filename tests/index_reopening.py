"""Opens the index of a data folder as a restarted process does; prints what it found."""

import sys
from pathlib import Path

from index.catalogue import Catalogue
from index.dense import ChromaIndex
from index.probe import find_disagreement
from index.vectors import VectorSearch


def main(folder: Path) -> None:
    """Print what answers, how many passages there are, and how the stores disagree."""
    catalogue = Catalogue.open(folder)
    vectors = VectorSearch(catalogue, folder)
    vectors.open_index()
    state = vectors.state
    vectors.close()
    [index_folder] = folder.glob("chroma-*")
    reason = find_disagreement(catalogue.log, ChromaIndex(index_folder))
    print(state, catalogue.count_passages(), reason)  # noqa: T201  read by the test


if __name__ == "__main__":
    main(Path(sys.argv[1]))
