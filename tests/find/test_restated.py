"""A question that is written out before its answer gives none."""

import pytest

from fullmarks.find.cues import Role
from fullmarks.find.documents import page
from fullmarks.find.found import SoughtPart
from fullmarks.find.part_names import PartNames
from fullmarks.find.parts import passages

NAMES = PartNames((SoughtPart("1a", "", (), ()),))
ASKED = [
    pytest.param("What is $x$ if $2x = 6$?", id="question"),
    pytest.param("Two resistors of 100 ohm are in parallel. What is their resistance?", id="facts, then the question"),
    pytest.param("Find the time constant for R = 2 kOhm.", id="task"),
    pytest.param("Let $A = 5$. Compute its inverse.", id="facts, then the task"),
    pytest.param("What is v(t)? Find the time constant for C = 1 uF.", id="question and task"),
]
TOLD = [
    pytest.param("The answer is $5$.", id="statement"),
    pytest.param("What is $x$? It is $5$.", id="question with its answer"),
    pytest.param("What is $x$? It is $5$. Would $6$ do?", id="answer between questions"),
    pytest.param("The answer is $5$, right?", id="tag"),
    pytest.param("Compute the determinant: $4 - 6 = -2$.", id="step"),
    pytest.param("Solve for $x$ to get $x = 5$.", id="step with its result"),
]


def roles(text: str) -> list[Role]:
    cut = passages(page(f"1a) {text}\n\nSo $x = 3$."), NAMES)
    return [piece.role for passage in cut for piece in passage.pieces]


@pytest.mark.parametrize("text", ASKED)
def test_what_asks_first_in_a_part_is_the_question(text: str):
    assert roles(text) == [Role.STATEMENT, Role.NONE]


@pytest.mark.parametrize("text", TOLD)
def test_what_tells_is_no_question(text: str):
    assert roles(text) == [Role.NONE, Role.NONE]
