"""Short ways of naming what is asked for."""

import pytest

from fullmarks.find.found import Sought, SoughtPart
from fullmarks.find.part_names import PartNames
from fullmarks.find.terse_requests import bare_letters, named_items, opening_number


def item(part: str, name: str, *labels: str) -> Sought:
    return Sought(f"{part}.{name}", part, "number", "", labels, None, (), frozenset())


PARTS = (
    SoughtPart("1a", "", (), (item("1a", "cost"),)),
    SoughtPart("1b", "", (), (item("1b", "cost"),)),
    SoughtPart("2", "", (), (item("2", "mean"), item("2", "variance"))),
    SoughtPart("3", "", (), (item("3", "series", "sum of the series"), item("3", "area"))),
)
NAMES = PartNames(PARTS)


@pytest.mark.parametrize(
    "said, question",
    [
        pytest.param("2: mean and variance of the sum", "2", id="colon"),
        pytest.param("ok. 2. My try: c = 4", "2", id="after a word of thanks"),
        pytest.param("For 3, the edges are the same", "3", id="for"),
        pytest.param("For 3 the edges are the same", "3", id="for, without a comma"),
        pytest.param("2.5 is wrong", None, id="a decimal"),
        pytest.param("For 3 layers it must be more", None, id="a number of things"),
        pytest.param("9: nothing", None, id="no question of the rubric"),
        pytest.param("1. you lost a sign\n2. the sum starts at 1", None, id="a list of remarks"),
    ],
)
def test_a_number_that_opens_a_turn_is_a_question(said: str, question: str | None):
    found = opening_number(said, NAMES)
    assert (found and found.question) == question


@pytest.mark.parametrize(
    "said, letters",
    [
        pytest.param("start with a", "a", id="start with"),
        pytest.param("a and b together now", "ab", id="two"),
        pytest.param("Let's go slowly. Begin with b.", "b", id="in a sentence of its own"),
        pytest.param("can you check b with python?", "b", id="with a tool"),
        pytest.param("what is a good way", "", id="an article"),
        pytest.param("b = 3 is wrong", "", id="a symbol"),
        pytest.param("now e", "", id="no part of the question"),
    ],
)
def test_letters_alone_name_parts(said: str, letters: str):
    assert "".join(name.letter for _, name in bare_letters(said, "1", NAMES)) == letters


@pytest.mark.parametrize(
    "said, items",
    [
        pytest.param("variance", ["2.variance"], id="alone"),
        pytest.param("and the mean", ["2.mean"], id="and the"),
        pytest.param("area please", ["3.area"], id="of another part"),
        pytest.param("3 series", ["3.series"], id="behind its question"),
        pytest.param("cost", [], id="of two parts"),
        pytest.param("the mean is wrong", [], id="something said of it"),
        pytest.param("domain", [], id="a word that begins like a filler"),
    ],
)
def test_a_turn_may_name_an_item_and_nothing_else(said: str, items: list[str]):
    assert [one.item for one in named_items(said, PARTS[2].items, NAMES)] == items
