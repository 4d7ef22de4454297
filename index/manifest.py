"""What made the stored passages; a knowledge base made otherwise is refused, never mixed."""

from dataclasses import asdict, dataclass

from index.errors import ManifestMismatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The makers of passages and vectors. Equal manifests give equal passages for equal documents.

    Attributes:
        format: Version of the catalogue's tables.
        splitter: Version and options of the splitter, in words.
        encoder: The encoder's id, which names model and weights.
        dimension: Length of a vector.
    """

    format: int
    splitter: str
    encoder: str
    dimension: int

    def to_rows(self) -> dict[str, str]:
        """Give the form that is stored."""
        return {name: str(value) for name, value in asdict(self).items()}

    def check(self, stored: dict[str, str]) -> None:
        """Compare with what is stored; nothing stored fits everything.

        Raises:
            ManifestMismatch: Something differs; the first one in the order of the fields.
        """
        for name, wanted in self.to_rows().items():
            if name in stored and stored[name] != wanted:
                raise ManifestMismatch(name, stored[name], wanted)
