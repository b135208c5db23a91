"""Names of parts: which the rubric knows, and which a homework may have."""

import pytest

from fullmarks.find.found import SoughtPart
from fullmarks.find.part_name import Name
from fullmarks.find.part_names import PartNames

NAMES = PartNames(
    [
        SoughtPart(part, title, aliases, ())
        for part, title, aliases in (
            ("1a", "Cost", ()),
            ("1b", "Size", ("second",)),
            ("2", "Limit", ()),
            ("4c", "Size", ()),
        )
    ]
)


@pytest.mark.parametrize(
    "name, part",
    [
        pytest.param(Name("1", "a"), "1a", id="id"),
        pytest.param(Name("2"), "2", id="no letter"),
        pytest.param(Name("4"), "4c", id="a question's only part"),
        pytest.param(Name("1"), None, id="a question of two parts"),
        pytest.param(Name("1", "c"), None, id="unknown letter"),
    ],
)
def test_a_name_means_a_part(name: Name, part: str | None):
    assert NAMES.part(name) == part


@pytest.mark.parametrize(
    "name, plausible",
    [
        pytest.param(Name("1", "c"), True, id="a letter further on"),
        pytest.param(Name("1", "q"), False, id="a letter far off"),
        pytest.param(Name("2", "a"), False, id="letters where the rubric has none"),
        pytest.param(Name("3", "a"), True, id="a question that is not marked"),
        pytest.param(Name("7"), True, id="a question further on"),
        pytest.param(Name("30"), False, id="a question far off"),
    ],
)
def test_what_else_a_homework_may_have(name: Name, plausible: bool):
    assert NAMES.plausible(name) is plausible


def test_a_title_names_its_part_if_it_is_the_only_one():
    assert (NAMES.titled("Cost"), NAMES.titled("cost."), NAMES.titled("Size")) == ("1a", "1a", None)


@pytest.mark.parametrize(
    "id_, name",
    [
        pytest.param("2g", Name("2", "g"), id="plain"),
        pytest.param("2(g)", Name("2", "g"), id="brackets"),
        pytest.param("Q2.g", Name("2", "g"), id="prefix and dot"),
        pytest.param("03", Name("3"), id="leading zero"),
    ],
)
def test_ids_are_read_in_many_spellings(id_: str, name: Name):
    assert PartNames([SoughtPart(id_, "", (), ())]).name_of(id_) == name
