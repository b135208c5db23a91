"""What of a part's text answers which of its items, told by numbers and by order."""

import pytest

from fullmarks.find.find import find
from fullmarks.find.found import Sought, SoughtPart
from fullmarks.find.submissions import from_text


def item(name: str, part: str, wants: str = "number", **more) -> Sought:
    return Sought(f"{part}.{name}", part, wants, "", more.get("labels", (name,)), None, (), frozenset())


def found(text: str, *parts: SoughtPart) -> dict[str, str]:
    return {answer.item: answer.text for attempt in find(from_text(text), parts).attempts for answer in attempt.answers}


TWO = SoughtPart("1a", "", (), (item("mean", "1a"), item("spread", "1a")))
OTHER = SoughtPart("1b", "", (), (item("mode", "1b"),))


@pytest.mark.parametrize(
    "text, mean, spread",
    [
        pytest.param("1a) 4, 9", "4", "9", id="commas"),
        pytest.param("1a) 4 and 9", "4", "9", id="and"),
        pytest.param("1a) 4; 9", "4", "9", id="a semicolon"),
        pytest.param("1a)\n\n- $4$\n- $9$", "4", "9", id="bullets"),
        pytest.param("1a) (i) $2 + 2 = 4$ (ii) $9$", "2 + 2 = 4", "9", id="romans in a line"),
        pytest.param("## 1a\n\n(i) $4$\n\n(ii) $9$", "4", "9", id="romans"),
        pytest.param("## 1a\n\n(i) $5$\n\n(ii) $9$\n\nAgain:\n\n(i) $4$\n\n(ii) $9$", "4", "9", id="counted twice"),
        pytest.param("1a) spread 9, mean 4", "4", "9", id="labels win over the order"),
        pytest.param("1a) 1. The spread is 9. 2. The mean is 4.", "4", "9", id="steps are no items"),
        pytest.param("1a) 4", "4", None, id="one answer is the first item's"),
        pytest.param("1a) The spread is 9.", None, "9", id="one answer with its label"),
    ],
)
def test_items_are_told_apart(text: str, mean: str | None, spread: str | None):
    expected = {"1a.mean": mean, "1a.spread": spread}
    assert found(text, TWO, OTHER) == {name: said for name, said in expected.items() if said is not None}


def test_a_formula_that_may_be_any_item_is_none():
    three = SoughtPart("1a", "", (), (item("mean", "1a"), item("mode", "1a"), item("spread", "1a")))
    assert found("1a) The spread is 9. We get 3. So it is 4.", three) == {"1a.spread": "9"}
