import pytest

from fullmarks.checkers.words import MOST_WORDS, same_words, stem, words_of


@pytest.mark.parametrize(
    "one, other",
    [
        pytest.param("explode", "exploding", id="ing"),
        pytest.param("explode", "exploded", id="ed"),
        pytest.param("explode", "explodes", id="s"),
        pytest.param("vanish", "vanishes", id="es"),
        pytest.param("vary", "varied", id="ied"),
        pytest.param("vary", "varies", id="ies"),
        pytest.param("linear", "linearly", id="ly"),
        pytest.param("stop", "stopped", id="doubled letter"),
        pytest.param("pass", "passes", id="ends in ss"),
        pytest.param("computation", "computations", id="plural"),
    ],
)
def test_endings_do_not_matter(one: str, other: str):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    "one, other",
    [
        pytest.param("cat", "catfish", id="longer word"),
        pytest.param("cat", "concat", id="end of a word"),
        pytest.param("string", "str", id="no syllable left"),
        pytest.param("less", "le", id="less is no plural"),
        pytest.param("large", "larger", id="comparison"),
        pytest.param("even", "event", id="another letter"),
    ],
)
def test_other_words_stay_other_words(one: str, other: str):
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    "text, words",
    [
        pytest.param("Time-Shift", ("time", "shift"), id="case and hyphen"),
        pytest.param("**time** \\text{shift}", ("time", "shift"), id="markup"),
        pytest.param("ｔｉｍｅ ﬁt", ("time", "fit"), id="compatibility letters"),
        pytest.param(
            "doesn’t don't can't cannot won't", "does not do not ca not can not wo not".split(), id="contractions"
        ),
        pytest.param("Xavier's 255 values, 0.5 each", "xavier 255 values 0.5 each".split(), id="numbers"),
        pytest.param("$\\neg$ even \\not\\in", "not even not".split(), id="signs that deny"),
        pytest.param("∑ √ !?", (), id="no words"),
    ],
)
def test_words(text: str, words: tuple[str, ...]):
    assert words_of(text).words == tuple(words)


@pytest.mark.parametrize(
    "text, clauses",
    [
        pytest.param("one two, three", (0, 0, 1), id="comma"),
        pytest.param("one (two) three", (0, 1, 2), id="brackets"),
        pytest.param("one\ntwo\n\nthree", (0, 0, 1), id="empty line"),
    ],
)
def test_clauses(text: str, clauses: tuple[int, ...]):
    assert words_of(text).clauses == clauses


def test_only_so_many_words_are_looked_at():
    assert len(words_of("a " * (MOST_WORDS + 50)).words) == MOST_WORDS


@pytest.mark.parametrize(
    "answer, expected, same",
    [
        pytest.param("Doubles.", "doubled", True, id="endings"),
        pytest.param("it doubles", "doubles", False, id="more words"),
        pytest.param("", "", False, id="nothing is not the same as nothing"),
    ],
)
def test_same_words(answer: str, expected: str, same: bool):
    assert same_words(answer, expected) is same
