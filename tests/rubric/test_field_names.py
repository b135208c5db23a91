"""Names of fields: which may stand where, and which one was meant."""

import pytest

from fullmarks.rubric.field_names import did_you_mean, names_at, nearest
from fullmarks.rubric.schema import RubricShape
from fullmarks.rubric.written import Path


@pytest.mark.parametrize(
    "path, some",
    [
        pytest.param((), {"rubric", "parts", "decimal comma"}, id="file"),
        pytest.param(("parts", "1a"), {"title", "aliases", "items"}, id="part"),
        pytest.param(
            ("parts", "1a", "items", "x", "known", 3), {"answer", "points", "say", "note"}, id="known mistake"
        ),
        pytest.param(("parts", "1a", "items", "x", "conventions", "c"), {"key", "points", "say"}, id="convention"),
        pytest.param(("symbols", "n"), {"domain", "function of", "indexed by"}, id="symbol"),
        pytest.param(("say",), set(), id="where any name may stand"),
        pytest.param(("no", "such", "place"), set(), id="nowhere"),
    ],
)
def test_names_at_a_place(path: Path, some: set[str]):
    names = set(names_at(RubricShape, path))
    assert some <= names
    assert bool(names) is bool(some)


@pytest.mark.parametrize(
    "word, known, meant",
    [
        pytest.param("pionts", ("points", "parts"), "points", id="letters changed places"),
        pytest.param("Points", ("points", "parts"), "points", id="capital"),
        pytest.param("kye", ("key", "words"), "key", id="short"),
        pytest.param("deadline", ("points", "parts"), None, id="another word"),
    ],
)
def test_the_nearest_name(word: str, known: tuple[str, ...], meant: str | None):
    assert nearest(word, known) == meant


@pytest.mark.parametrize(
    "word, known, sentence",
    [
        pytest.param("pionts", ("points", "parts"), "Did you mean “points”?", id="one is near"),
        pytest.param("xyz", ("points", "parts"), "Known here: points, parts.", id="none is near"),
        pytest.param("xyz", tuple("abcdefghijklmn"), "Known here: a, b, c, d, e, f, g, h, i, j, k, l ….", id="many"),
        pytest.param("xyz", (), "", id="nothing is known"),
    ],
)
def test_did_you_mean(word: str, known: tuple[str, ...], sentence: str):
    assert did_you_mean(word, known) == sentence
