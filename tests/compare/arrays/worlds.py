"""Arrays for tests: declared in words, read, compared under several seeds that must all say the same."""

from fullmarks.compare.arrays.equal_arrays import ArrayComparison, compare_arrays
from fullmarks.compare.arrays.shapes import Meaning
from fullmarks.compare.comparison import Assumptions
from fullmarks.expr.nodes import Node
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.rubric.schema import SymbolShape
from fullmarks.rubric.symbols import declare, declare_arrays

SEEDS = ("", "a", "3f1c")


class World:
    """What is declared, and comparing texts in it."""

    def __init__(self, arrays: dict[str, str], symbols: dict[str, str] | None = None, star: str = "") -> None:
        texts = {name: (words,) for name, words in arrays.items()}
        shapes = {name: SymbolShape(domain=words) for name, words in (symbols or {}).items()}
        names = declare(shapes).with_more(declare_arrays(texts))
        self.arrays = names.known_arrays({"*": Meaning(star)} if star else {})
        self.vocabulary: Vocabulary = names.vocabulary(self.arrays)

    def tree(self, text: str) -> Node:
        return read(text, self.vocabulary).tree

    def assumptions(self, seed: str = "") -> Assumptions:
        return Assumptions(self.vocabulary.symbols, seed, arrays=self.arrays)

    def compared(self, answer: str, expected: str, entry: tuple[str, ...] = ()) -> ArrayComparison:
        trees = self.tree(answer), self.tree(expected)
        found = [compare_arrays(*trees, self.assumptions(seed), entry) for seed in SEEDS]
        assert len({one.comparison.equal for one in found}) == 1
        return found[0]

    def equal(self, answer: str, expected: str, entry: tuple[str, ...] = ()) -> bool | None:
        return self.compared(answer, expected, entry).comparison.equal


LAYERS = World({"W": "d_out by d_in", "U": "d_out by d_in", "x": "d_in", "y": "d_out"}, {"c": "positive"})
"""A matrix that is not square, another of its shape, and a vector for each of its sides."""
SQUARES = World({"A": "n by n", "B": "n by n", "v": "n", "u": "n"}, {"t": "real"})
FILTERS = World(
    {"X": "n by n", "dY": "m by m", "w": "k by k", "where": "m = n - k + 1"}, {"eta": "positive"}, "valid correlation"
)
"""An image, a kernel and what slides over what."""
