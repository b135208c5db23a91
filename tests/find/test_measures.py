"""The unit behind a formula belongs to the answer of an item that has one."""

from dataclasses import replace

import pytest

from fullmarks.find.documents import page
from fullmarks.find.found import Sought, SoughtPart
from fullmarks.find.part_answers import part_answers
from fullmarks.find.part_names import PartNames
from fullmarks.find.parts import passages
from fullmarks.find.scope import Scope

ITEM = Sought("1a.x", "1a", "number", "", ("current",), "I", (), frozenset(), measured=True)
PART = SoughtPart("1a", "", (), (ITEM,))


def answer(text: str, item: Sought):
    read = page(text)
    cut = passages(read, PartNames((PART,)), Scope(default=("1a",)))
    return part_answers(read, replace(PART, items=(item,)), cut)[0]


@pytest.mark.parametrize(
    "text, found, formula",
    [
        pytest.param("The current is 80 mA.", "80 mA", "", id="plain"),
        pytest.param("The current is $I = 80$ mA.", "$I = 80$ mA", "I = 80 mA", id="behind a formula"),
        pytest.param("The current is **80** mA.", "80** mA", "80 mA", id="behind bold type"),
        pytest.param("The speed is 5 km per hour here.", "5 km per hour", "", id="two units"),
        pytest.param("It is 80 in total.", "80", "", id="a word of the sentence"),
        pytest.param("$$I = 80\\,\\text{mA}$$", "I = 80\\,\\text{mA}", "", id="within the formula"),
    ],
)
def test_the_unit_behind_a_formula_is_taken_with_it(text: str, found: str, formula: str):
    one = answer(text, ITEM)
    assert (one.text, one.formula) == (found, formula)
    assert text[one.span.start : one.span.end] == one.text


def test_where_no_unit_is_asked_for_none_is_taken():
    assert answer("The current is 80 mA.", replace(ITEM, measured=False)).text == "80"
