"""Papers that write the parts' names as no table of spellings has them."""

import pytest

from fullmarks.find.find import find
from fullmarks.find.found import Sought, SoughtPart
from fullmarks.find.submissions import from_text


def parts(*ids: str) -> tuple[SoughtPart, ...]:
    return tuple(
        SoughtPart(part, "", (), (Sought(f"{part}.x", part, "number", "", (), None, (), frozenset()),)) for part in ids
    )


def found(text: str, *ids: str) -> dict[str, str]:
    attempts = find(from_text(text), parts(*ids)).attempts
    return {attempt.part: answer.text for attempt in attempts for answer in attempt.answers}


STYLES = """[{n}{l}] {v}
<{n}{l}> {v}
{n}/{l}: {v}
{n}{l}| {v}
Q{n}-{l} {v}
{{{n}{l}}} {v}
{n}_{l}: {v}
{n}::{l} {v}
P{n}({l}): {v}
{n}{L} {v}
№{n}{l} {v}
{n}, {l}: {v}
@{n}{l} {v}
Sol {n}{l} {v}
Solution{n}({l}) {v}
{n}{l} = {v}
{n}{l} - {v}
answer_{n}{l} = {v}
ans[{n}{l}]: {v}
({n})({l}) {v}
[{n}] [{l}] {v}
**[{n}{l}]** {v}
Item {n}{l}: {v}
|{n}{l}| {v}
{n}{l}; {v}
'{n}{l}': {v}
Question {n} - {l} - {v}
{n}-{l}) {v}
% {n}{l}|{v}
=== {n}{l} ===|{v}
{n}{l}|---|{v}
Prob. {n}, pt. {l}: {v}
HW3.{n}{l}: {v}
{n}{l} the answer is {v}
\"{n}{l}\" {v}""".splitlines()


@pytest.mark.parametrize("between", [pytest.param("\n", id="lines"), pytest.param("\n\n", id="paragraphs")])
@pytest.mark.parametrize("style", STYLES)
def test_any_way_to_write_names(style: str, between: str):
    if "|---|" in style or style.startswith(("%", "===")):
        style = style.replace("|", "\n")
    expected = {"1a": "41", "1b": "52", "2a": "63", "2b": "74"}
    text = between.join(
        style.format(n=part[0], l=part[1], L=part[1].upper(), v=value) for part, value in expected.items()
    )
    assert found(text, *expected) == expected


@pytest.mark.parametrize(
    "text, ids, expected",
    [
        pytest.param(
            "[1a] 41 [1b] 52 [2a] 63", ("1a", "1b", "2a"), {"1a": "41", "1b": "52", "2a": "63"}, id="within a line"
        ),
        pytest.param(
            "<1> 41\n<2> 52\n<3> 63", ("1", "2", "3"), {"1": "41", "2": "52", "3": "63"}, id="numbers in brackets"
        ),
        pytest.param(
            "2a; 63\n1a; 41\n1b; 52", ("1a", "1b", "2a"), {"1a": "41", "1b": "52", "2a": "63"}, id="all, in any order"
        ),
        pytest.param(
            "[1a] -41\n[1b] 52", ("1a", "1b", "2a"), {"1a": "-41", "1b": "52"}, id="most of them, with a sign"
        ),
        pytest.param("[A1] 41\n[B1] 52", ("A1", "B1"), {"A1": "41", "B1": "52"}, id="names of a letter and a number"),
    ],
)
def test_names_in_other_places(text: str, ids: tuple[str, ...], expected: dict[str, str]):
    assert found(text, *ids) == expected


@pytest.mark.parametrize(
    "text, ids",
    [
        pytest.param("[2a] 63\n[1a] 41", ("1a", "1b", "2a"), id="not all, and out of order"),
        pytest.param("[1a] 41\n[1b] 52\n[1a] 43", ("1a", "1b", "2a"), id="one twice"),
        pytest.param("[1a] 41", ("1a", "1b", "2a"), id="hardly any"),
        pytest.param("1 - a = 4\n1 - b = 5\n2 - a = 6", ("1a", "1b", "2a"), id="equations"),
        pytest.param("1*a 4\n1*b 5\n2*a 6", ("1a", "1b", "2a"), id="products"),
        pytest.param("Case 1a 41\nCase 1b 52\nCase 2a 63", ("1a", "1b", "2a"), id="cases"),
        pytest.param("Step 1: 4\n\nStep 2: 5\n\nStep 3: 6", ("1", "2", "3"), id="steps"),
        pytest.param("1 + 2 = 3\n2 + 3 = 5\n3 + 4 = 7", ("1", "2", "3"), id="sums"),
        pytest.param("I read:\n\nReferences\n\n<1> 2003\n<2> 2004\n<3> 2005", ("1", "2", "3"), id="sources"),
        pytest.param("```\n1a; 41\n1b; 52\n2a; 63\n```", ("1a", "1b", "2a"), id="a program"),
        pytest.param(
            "[1a] Find x.\n[1b] Find y.\n[2a] Find z.\n\nx = 4, y = 5, z = 6",
            ("1a", "1b", "2a"),
            id="only the questions",
        ),
        pytest.param("The results are 41, 52 and 63.", ("1a", "1b", "2a"), id="as many values as parts"),
        pytest.param("\\boxed{41}\n\n\\boxed{52}\n\n\\boxed{63}", ("1a", "1b", "2a"), id="as many boxes as parts"),
    ],
)
def test_no_answer_is_given_to_a_part_by_guessing(text: str, ids: tuple[str, ...]):
    assert found(text, *ids) == {}


def test_the_trace_says_so():
    (attempt, *_) = find(from_text("[1a] 41\n\n[1b] 52"), parts("1a", "1b")).attempts
    assert (
        attempt.answers[0].why == "The last result that the part states; the part's name is spelled in an unusual way."
    )
