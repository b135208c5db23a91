"""Families of expressions: a key, forms equal to it and forms that are not, from which the templates make rows.

`families.txt` holds them: a paragraph each, prefix forms, symbols with their domains beside the name.
"""

from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus_builder.prefix import Form, parse_prefix

FILE = Path(__file__).with_name("families.txt")


@dataclass(slots=True)
class Family:
    """One paragraph of the file."""

    name: str
    kind: str
    symbols: dict[str, str]
    key: Form = ""
    same: list[Form] = field(default_factory=list)
    wrong: list[Form] = field(default_factory=list)


def read_families(path: Path = FILE) -> list[Family]:
    """All families, in the file's order; raises ValueError at a line that is none of the four."""
    families: list[Family] = []
    for line in path.read_text("utf-8").splitlines():
        word, _, rest = line.partition(" ")
        if not line or word == "#":
            continue
        if word == "family":
            families.append(_opened(rest))
        elif word == "key":
            families[-1].key = parse_prefix(rest)
        elif word == "same":
            families[-1].same.append(parse_prefix(rest))
        elif word == "wrong":
            families[-1].wrong.append(parse_prefix(rest))
        else:
            raise ValueError(f"a line of {path.name} begins with neither family, key, same nor wrong: {line}")
    return families


def _opened(heading: str) -> Family:
    name, *attributes = [part.strip() for part in heading.split(";")]
    kinds = [part.removeprefix("kind ") for part in attributes if part.startswith("kind ")]
    symbols = dict(part.split(":", 1) for part in attributes if ":" in part)
    return Family(name, kinds[0] if kinds else ("scalar" if symbols else "number"), symbols)
