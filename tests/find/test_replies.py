"""Short turns that ask back, decline, or offer more behind an answer."""

import pytest

from fullmarks.find.replies import agrees, asks_back, chooses, declines, offers_choice


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


@pytest.mark.parametrize(
    "said, offers",
    [
        pytest.param("Which way would you like?\n\n1. by hand\n2. by table", True, id="a list of ways"),
        pytest.param("Which way would you like?", False, id="no list"),
        pytest.param("1. the sum\n2. the product", False, id="no question"),
        pytest.param("1. x\n2. y\n\nSo the answer is 5. Is that clear?", False, id="an answer"),
    ],
)
def test_a_turn_may_ask_to_choose(said: str, offers: bool):
    assert offers_choice(said) == offers


@pytest.mark.parametrize(
    "said, chosen", [("1", True), ("option b please", True), ("the 2nd one", True), ("2a", False), ("1 and 2", False)]
)
def test_a_number_or_a_letter_alone_chooses(said: str, chosen: bool):
    assert chooses(said) == chosen
