import pytest

from fullmarks.checkers.phrases import find_phrases, phrase_of
from fullmarks.checkers.words import words_of


def found(text: str, *phrases: str, long_prefixes: bool = False) -> list[str]:
    """What stands in the text, ``!`` before what is denied there."""
    words = words_of(text)
    hits = find_phrases(words, [phrase_of(phrase, long_prefixes=long_prefixes) for phrase in phrases])
    return [("!" if hit.denied else "") + " ".join(words.words[hit.start : hit.end]) for hit in hits]


@pytest.mark.parametrize(
    "text, phrase, hits",
    [
        pytest.param("A time-shift property", "time shift", ["time shift"], id="two words"),
        pytest.param("shift of the time", "shift time", ["shift of the time"], id="small words between"),
        pytest.param("shift of the very long time", "shift time", [], id="too many between"),
        pytest.param("a shift, time", "shift time", [], id="not across a comma"),
        pytest.param("catfish", "cat", [], id="whole words"),
        pytest.param("invariance", "invarian*", ["invariance"], id="star"),
        pytest.param("variance", "invarian*", [], id="star is at the end only"),
        pytest.param("", "time", [], id="empty text"),
    ],
)
def test_where_a_phrase_stands(text: str, phrase: str, hits: list[str]):
    assert found(text, phrase) == hits


@pytest.mark.parametrize(
    "text, phrase, hits",
    [
        pytest.param("shift-invariance", "shift invarian", ["shift invariance"], id="six letters or more"),
        pytest.param("normal", "norm", [], id="fewer letters"),
    ],
)
def test_long_words_match_what_begins_so(text: str, phrase: str, hits: list[str]):
    assert found(text, phrase, long_prefixes=True) == hits


@pytest.mark.parametrize(
    "text, hits",
    [
        pytest.param("they do not explode", ["!explode"], id="not"),
        pytest.param("they don't explode", ["!explode"], id="contracted"),
        pytest.param("they will not in general explode", ["!explode"], id="three words on"),
        pytest.param("that is not why in the end they explode", ["explode"], id="further on"),
        pytest.param("not only explode", ["explode"], id="not only"),
        pytest.param("no, they explode", ["explode"], id="another clause"),
        pytest.param("not vanish but explode", ["!vanish", "explode"], id="the first phrase takes it"),
        pytest.param("neither explode nor vanish", ["!explode", "!vanish"], id="nor"),
        pytest.param("do not explode or vanish", ["!explode", "!vanish"], id="or"),
        pytest.param("explode rather than vanish", ["explode", "!vanish"], id="rather than"),
        pytest.param("they would rather explode", ["explode"], id="rather alone"),
        pytest.param("instead of vanishing they explode", ["!vanishing", "explode"], id="instead of"),
        pytest.param("it avoids vanishing", ["!vanishing"], id="avoid"),
        pytest.param("hard to explode", ["explode"], id="hard is not hardly"),
        pytest.param("it fails to vanish", ["!vanish"], id="fail"),
        pytest.param("anything but vanishing", ["!vanishing"], id="anything but"),
        pytest.param("non-vanishing", ["!vanishing"], id="non"),
        pytest.param("vanishing does not occur", ["!vanishing"], id="behind it"),
        pytest.param("to vanish is wrong", ["!vanish"], id="wrong behind it"),
        pytest.param("explode and are not stable", ["explode"], id="not about it"),
        pytest.param("vanishing does not occur; they explode", ["!vanishing", "explode"], id="behind it, then more"),
    ],
)
def test_what_is_denied(text: str, hits: list[str]):
    assert found(text, "explode", "vanish") == hits


def test_the_longest_of_phrases_that_overlap_counts():
    assert found("they increase slowly and increase", "increase", "increase slowly") == ["increase slowly", "increase"]
