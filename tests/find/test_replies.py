"""Short turns that ask back, decline, or offer more behind an answer."""

import pytest

from fullmarks.find.replies import agrees, asks_back, declines


@pytest.mark.parametrize(
    "said, asks",
    [
        pytest.param("Could you tell me what $T(1)$ is?", True, id="asks"),
        pytest.param("The mean is $6$. Would you like me to derive it?", False, id="offer behind an answer"),
        pytest.param("Would you like me to use the natural logarithm?", True, id="offer alone"),
        pytest.param("Which kernel do you mean? Shall I take the first?", True, id="question and offer"),
        pytest.param("The mean is $6$.", False, id="answer"),
    ],
)
def test_a_turn_asks_back_unless_it_only_offers_more(said: str, asks: bool):
    assert asks_back(said) is asks


@pytest.mark.parametrize(
    "said, agreed",
    [
        pytest.param("Right, sorry about that: x = 5.", True, id="agrees"),
        pytest.param("Thanks, so x = 5.", True, id="thanks"),
        pytest.param("The right side is x = 5.", False, id="a word of the sentence"),
    ],
)
def test_a_turn_may_begin_by_agreeing(said: str, agreed: bool):
    assert agrees(said) is agreed


def test_a_turn_that_cannot_answer_declines():
    assert declines("I'm sorry, I cannot read the picture.")
    assert not declines("The mean is 6.")
