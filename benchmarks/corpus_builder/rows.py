"""One row of the corpus, and the files that hold rows: `benchmarks/corpus/<kind>.jsonl`."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

CORPUS = Path(__file__).parent.parent / "corpus"

Verdict = Literal["correct", "incorrect", "several_answers", "unreadable", "missing", "partial", "needs_review"]
Kind = Literal[
    "scalar", "number", "matrix", "tuple", "set", "interval", "equation", "inequality", "sum", "piecewise",
    "prose", "text", "unit", "growth", "antiderivative", "array",
]  # fmt: skip
BY_HAND = frozenset({"hand", "homework", "competition"})
OptionValue = bool | int | float | str


class Oracle(BaseModel):
    """What key and answer mean, as prefix forms, and how they must relate."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    answer: str
    relation: Literal["equal", "different"]
    up_to: Literal["nothing", "constant", "factor", "growth"] = "nothing"
    variable: str | None = Field(default=None, description="The variable of integration or of growth.")
    extra: dict[str, str] = Field(default_factory=dict, description="Domains of symbols only the answer has.")


class Row(BaseModel):
    """A key, an answer to it, and the verdict that the conventions give."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    key: str
    answer: str
    verdict: Verdict
    kind: Kind
    trap: bool = False
    source: str = Field(
        description="'hand', 'homework' or 'competition' for rows written by hand; else the family that made the row."
    )
    also: tuple[Verdict, ...] = Field(default=(), description="Other verdicts that the conventions allow as well.")
    symbols: dict[str, str] | None = None
    options: dict[str, OptionValue] = Field(default_factory=dict)
    why: str | None = None
    oracle: Oracle | None = None

    @property
    def by_hand(self) -> bool:
        """Whether a person wrote the row; all others come from the templates and are rebuilt with them."""
        return self.source in BY_HAND


def read_rows(folder: Path = CORPUS) -> list[Row]:
    """Every row of every file, in the order of file names and lines."""
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [Row.model_validate_json(line) for line in lines]


def write_rows(rows: list[Row], folder: Path = CORPUS) -> None:
    """Write each kind's file anew, rows in the order given; keys in the model's order, defaults left out."""
    for kind in sorted({row.kind for row in rows}):
        lines = [row.model_dump_json(exclude_defaults=True) for row in rows if row.kind == kind]
        (folder / f"{kind}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
