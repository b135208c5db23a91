"""Parts told by the words of their questions."""

import pytest

from fullmarks.find.found import Sought, SoughtPart
from fullmarks.find.prompt_words import PromptWords


def part(name: str, title: str, *items: str) -> SoughtPart:
    sought = (
        Sought(f"{name}.{number}", name, "number", said, (), None, (), frozenset()) for number, said in enumerate(items)
    )
    return SoughtPart(name, title, (), tuple(sought))


PARTS = (
    part("1a", "General solution of u' = 3u", "The general solution"),
    part("1b", "Solution with u(0) = 4", "The particular solution"),
    part("2a", "Gradients of pooling", "Gradient of max pooling", "Gradient of average pooling"),
    part("2b", "Max pooling and average pooling", "What each is good for"),
    part("3", "Laplace transform of a ramp", "The transform"),
)
PROMPTS = PromptWords.of(PARTS)


@pytest.mark.parametrize(
    "said, name",
    [
        pytest.param("Compare max pooling with average pooling", "2b", id="a title in full"),
        pytest.param("Now the gradients of average pooling", "2a", id="an item's title in full"),
        pytest.param("what is the Laplace transform?", "3", id="words that no other part has"),
        pytest.param("is pooling a solution?", None, id="words of several parts"),
        pytest.param("what is the weather like", None, id="none of its words"),
    ],
)
def test_a_turn_asks_for_the_part_whose_words_it_has(said: str, name: str | None):
    assert PROMPTS.asked(said, ()) == name


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Hint: what is the Laplace transform of a step?", id="a hint"),
        pytest.param("I think the Laplace transform decays", id="a remark"),
    ],
)
def test_what_asks_for_nothing_leaves_the_part_that_is_spoken_of(said: str):
    assert PROMPTS.asked(said, ("1a",)) is None


def test_headings_are_told_apart_once_the_surest_are_taken():
    headings = ["IV. With u(0) = 4", "I. u' = 3u, general solution", "Max pooling and average pooling", "My notes"]
    assert PROMPTS.assigned(headings) == {0: "1b", 1: "1a", 2: "2b"}


def test_items_are_named_by_their_titles():
    assert PROMPTS.items("the gradient of average pooling, please", PARTS[2]) == {"2a.1"}
