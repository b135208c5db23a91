"""Conditions such as “where the maximum is”, in whatever words and signs, as one name."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.errors import ReadError
from fullmarks.expr.maxima import assumes_places
from fullmarks.expr.plain import plain
from fullmarks.read.maxima import read_with_maxima
from fullmarks.read.vocabulary import Vocabulary

WORDS = Vocabulary(indexed=frozenset(("x", "y", "dy")))
AT = "dy_{p, q}*atmaximum"


@pytest.mark.parametrize(
    "text, tree",
    [
        pytest.param(r"dy_{p,q} \mathbb{1}[x_{i,j} = y_{p,q}]", AT, id="an indicator in square brackets"),
        pytest.param(r"dy_{p,q} \cdot \mathbf{1}_{x_{i,j} = y_{p,q}}", AT, id="an indicator with a subscript"),
        pytest.param(r"dy_{p,q} \mathbb{1}\left\{x_{i,j} = \max_{a,b} x_{a,b}\right\}", AT, id="in braces"),
        pytest.param("dy_{p,q} 1(x_{i,j} = y_{p,q})", AT, id="a plain 1"),
        pytest.param(r"dy_{p,q} I(x_{i,j} is the largest)", AT, id="a capital I"),
        pytest.param(
            r"\begin{cases} dy_{p,q} & \text{if } (i,j) = \arg\max_{(a,b) \in B} x_{a,b} \\ 0 & \text{otherwise} \end{cases}",
            AT,
            id="cases with argmax",
        ),
        pytest.param(
            r"\begin{cases} dy_{p,q}, & x_{i,j} = \max(\text{block}_{p,q}) \\ 0, & \text{else} \end{cases}",
            AT,
            id="cases with a maximum",
        ),
        pytest.param("dy_{p,q} if x_{i,j} is the largest of its block, else 0", AT, id="spoken"),
        pytest.param("dy_{p,q} when x_{i,j} is the maximum, and 0 otherwise.", AT, id="spoken with and"),
        pytest.param("dy_{p,q} if x_{i,j} is the maximum", AT, id="nothing said of the rest"),
        pytest.param(
            "$dy_{p,q}$ if $x_{i,j}$ is the maximum of its block, otherwise $0$", AT, id="a sentence with formulas"
        ),
        pytest.param(r"Then $$[[dy_{1,1}, 0], [0, 0]]$$", "[[dy_{1, 1}, 0], [0, 0]]", id="a formula in a sentence"),
        pytest.param(
            r"So \frac12 \begin{bmatrix} a & b \end{bmatrix}", "1/2*[[a, b]]", id="a factor belongs to the matrix"
        ),
        pytest.param("[[dy12, 0], [0, 0]]", "[[dy_{1, 2}, 0], [0, 0]]", id="entries without a subscript"),
        pytest.param("dy_{p,q}/4, where (p, q) is the block of (i, j)", "dy_{p, q}/4", id="a remark behind"),
        pytest.param("It goes to the largest entry.", '"It goes to the largest entry."', id="words"),
    ],
)
def test_conditions_become_a_name(text: str, tree: str):
    assert plain(read_with_maxima(text, WORDS).reading.tree) == tree


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(r"dy_{p,q} \mathbb{1}[x_{i,j} > 0]", id="another condition"),
        pytest.param(
            r"\begin{cases} dy_{p,q} & \text{if } x_{i,j} = \min x \\ 0 & \text{otherwise} \end{cases}",
            id="the minimum",
        ),
        pytest.param(r"dy_{p,q} \mathbb{1}[x_{i,j} \neq y_{p,q}]", id="all others"),
        pytest.param("dy_{p,q} if x_{i,j} is the maximum, else dy_{p,q}/4", id="something everywhere"),
    ],
)
def test_what_is_no_such_condition(text: str):
    try:
        tree = read_with_maxima(text, WORDS).reading.tree
    except ReadError:
        return
    assert plain(tree) != AT


@pytest.mark.parametrize(
    "words, assumes",
    [
        pytest.param("Assume the maximum of each block is its first entry.", True, id="assume"),
        pytest.param("with the largest entries at the top left", True, id="a corner"),
        pytest.param("the maxima are x_11 and x_24", True, id="the entries"),
        pytest.param("Max pooling hands the gradient on to the maximum.", False, id="nothing assumed"),
        pytest.param("Assume that the signal is long.", False, id="about something else"),
    ],
)
def test_whether_places_are_assumed(words: str, assumes: bool):
    assert assumes_places(words) is assumes


@pytest.mark.parametrize("text", ["1[max", "[[", "\\begin{cases} a & max ", "if max ", "1+", "x_{i} = "])
def test_twenty_thousand_characters_are_refused_or_read_at_once(text: str):
    with suppress(ReadError):
        read_with_maxima((text * 20_000)[:20_000], WORDS)


@given(st.text(alphabet="1I[](){}\\=xydmaxif,0 &else$\n_", max_size=200))
def test_any_text_is_read_or_refused(text: str):
    with suppress(ReadError):
        assert read_with_maxima(text, WORDS).words == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("where x = 1, " * 1_300, id="conditions"),
        pytest.param("if" + "\n" * 9_000 + "x", id="empty lines"),
        pytest.param("$" * 9_999, id="dollars"),
        pytest.param("if " + "x = " * 4_000, id="equals signs"),
    ],
)
def test_no_text_takes_long(text: str):
    start = time.process_time()
    with suppress(ReadError):
        read_with_maxima(text, WORDS)
    assert time.process_time() - start < 1
