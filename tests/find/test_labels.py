r"""Labels, targets and titles of items in a text."""

import pytest

from fullmarks.find.found import Sought
from fullmarks.find.labels import ItemMarks, bare, speaks_of, words_of


def marks(*labels: str, name: str = "x", target: str | None = None, title: str = "") -> ItemMarks:
    return ItemMarks(Sought(f"1a.{name}", "1a", "expression", title, labels, target, (), frozenset()))


@pytest.mark.parametrize(
    "one, other",
    [
        pytest.param(r"\mathbf{u}_{3}", "u_3", id="fonts and braces"),
        pytest.param(r"\|\Delta W\|_2", "‖ΔW‖_2", id="norms"),
        pytest.param("y[n]", "y(n)", id="brackets"),
        pytest.param(r"\alpha", "α", id="Greek"),
        pytest.param(r"A^{-1}", "A^-1", id="exponent"),
    ],
)
def test_spellings_of_one_formula_are_alike(one: str, other: str):
    assert bare(one) == bare(other)


@pytest.mark.parametrize(
    "label, text, found",
    [
        pytest.param("biases", "The number of biases is", True, id="plural"),
        pytest.param("series", "the series is", True, id="a plural that is none"),
        pytest.param("increases", "where does it increase", True, id="a verb's two forms"),
        pytest.param("biases", "one bias for each", True, id="singular"),
        pytest.param("weights", "- **Weights:**", True, id="bold capital"),
        pytest.param("stride 1", "Stride = 1", True, id="equals sign"),
        pytest.param("stride 1", "with a stride of $1$", True, id="of, dollars"),
        pytest.param("stride 1", "stride 12", False, id="another number"),
        pytest.param("g3", r"$\mathbf{g}_3$", True, id="subscript"),
        pytest.param("rank", "franks", False, id="within a word"),
    ],
)
def test_a_label_is_found_in_its_spellings(label: str, text: str, found: bool):
    assert (marks(label).labelled(words_of(text)) is not None) is found


def test_an_items_name_is_a_label():
    assert marks(name="stride2").labelled("with stride 2") is not None
    assert marks(name="y").labelled("y") is None


@pytest.mark.parametrize(
    "target, lead, announced",
    [
        pytest.param("s", "the constant $s$ should be", True, id="should be"),
        pytest.param("s", "the eigenvalues are", False, id="the end of a word"),
        pytest.param("u_3", r"Hence $\mathbf{u}_3$ is", True, id="subscript"),
        pytest.param("q(A)", "writing $q(A)$ as", True, id="as"),
        pytest.param(r"\alpha", "the rate α must be", True, id="Greek"),
        pytest.param("s", "we know $s$ and", False, id="no verb"),
    ],
)
def test_a_target_is_announced_by_a_verb(target: str, lead: str, announced: bool):
    assert marks(target=target).target_announced(lead) is announced


def test_words_of_the_title_are_counted():
    assert marks(title="exact cost of one pass").title_words_in("the cost of a pass is") == 2


@pytest.mark.parametrize(
    "formula, symbols, speaks",
    [
        pytest.param(r"\frac{1}{\sqrt{d_{in}}}", {"d_in"}, True, id="subscript"),
        pytest.param("FK^2", {"F"}, True, id="run together"),
        pytest.param(r"\frac{1}{2}", {"f"}, False, id="a command is no symbol"),
        pytest.param("0.1", {"d"}, False, id="a number"),
        pytest.param("0.1", set(), True, id="no symbols asked for"),
    ],
)
def test_whether_a_formula_speaks_of_symbols(formula: str, symbols: set[str], speaks: bool):
    assert speaks_of(formula, frozenset(symbols)) is speaks
