"""Parts within parts: looked for as one, told apart by their roman numbers."""

import pytest

from fullmarks.find.find import find
from fullmarks.find.found import Sought, SoughtPart, SoughtTable
from fullmarks.find.sub_parts import asked_within, merged
from fullmarks.find.submissions import from_text, parse_submission
from fullmarks.read.tables.names import TableNames


def part(name: str, **more) -> SoughtPart:
    return SoughtPart(
        name,
        "",
        (),
        (
            Sought(
                f"{name}.x", name, more.get("wants", "number"), "", (), None, (), frozenset(), table=more.get("table")
            ),
        ),
    )


PARTS = (part("1a-i"), part("1a-ii"), part("1b"), part("2a-i"), part("2a-iii"))


def test_parts_within_one_part_are_one():
    assert [one.part for one in merged(PARTS)] == ["1a", "1b", "2a"]


def test_a_part_that_the_rubric_has_is_not_merged_into():
    assert [one.part for one in merged((part("1a"), part("1a-i")))] == ["1a", "1a-i"]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("## 1(a)(i)\n\n$4$\n\n## 1(a)(ii)\n\n$9$", {"1a-i.x": "4", "1a-ii.x": "9"}, id="headings"),
        pytest.param(
            "1a)\n\n(i) 4\n\n(ii) 9\n\n1b) 3", {"1a-i.x": "4", "1a-ii.x": "9", "1b.x": "3"}, id="below a letter"
        ),
        pytest.param("## 1a\n\n(ii) $9$", {"1a-ii.x": "9"}, id="only the second"),
        pytest.param("## 2a\n\n(iii) $9$\n\n(ii) $5$", {"2a-iii.x": "9"}, id="one that the rubric does not have"),
    ],
)
def test_each_is_found_in_its_own_attempt(text: str, expected: dict[str, str]):
    attempts = find(from_text(text), PARTS).attempts
    assert {answer.item: answer.text for attempt in attempts for answer in attempt.answers} == expected
    assert all(answer.item.startswith(f"{attempt.part}.") for attempt in attempts for answer in attempt.answers)


def test_a_user_asks_for_one_of_them():
    assert asked_within("please do 1(a)(ii)", merged(PARTS)) == {"1a-ii.x"}
    chat = {"messages": [{"role": "user", "content": "1(a)(ii)?"}, {"role": "assistant", "content": "It is $9$."}]}
    found = find(parse_submission(chat, PARTS), PARTS)
    assert [(one.part, one.turn, [answer.text for answer in one.answers]) for one in found.attempts] == [
        ("1a-ii", 1, ["9"])
    ]


def test_a_table_may_be_asked_for_within_a_part():
    names = SoughtTable(TableNames({"A": "A", "B": "B"}, ("size",)))
    parts = (part("1a-i"), part("1a-ii", wants="table", table=names))
    assert [one.part for one in find(from_text("1a) (i) 4"), parts).attempts] == ["1a-i"]
