import pytest

from fullmarks.checkers.letters import letters_in


@pytest.mark.parametrize(
    "text, letters",
    [
        pytest.param("C", "C", id="alone"),
        pytest.param(" c ", "C", id="alone and small"),
        pytest.param("(c) because", "C", id="in brackets"),
        pytest.param("A.", "A", id="A before a mark"),
        pytest.param("A matrix", "", id="A as a word"),
        pytest.param("a matrix", "", id="a as a word"),
        pytest.param("I think so", "", id="I as a word"),
        pytest.param("I think D", "D", id="a capital among words"),
        pytest.param("Answer: d, not in doubt", "D", id="named"),
        pytest.param("$\\boxed{B}$", "B", id="boxed"),
        pytest.param("DNA", "", id="part of a word"),
        pytest.param("it's d'Alembert", "", id="apostrophes"),
        pytest.param("B and C", "BC", id="two"),
        pytest.param("A or B", "AB", id="A beside another"),
        pytest.param("A or more", "", id="A beside a word"),
        pytest.param("Not A", "", id="denied"),
        pytest.param("Anything but (C)", "", id="anything but"),
        pytest.param("A is wrong, so B", "B", id="wrong"),
        pytest.param("Z", "", id="no option"),
    ],
)
def test_letters(text: str, letters: str):
    assert letters_in(text, frozenset("ABCDI")) == set(letters)
