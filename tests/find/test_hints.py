"""Which of the user's turns between two attempts are hints."""

import pytest

from fullmarks.find.hints import is_hint


@pytest.mark.parametrize(
    "said",
    [
        "Solve 2b again",
        "2b",
        "#2b please",
        "Please redo part (b).",
        "try again",
        "Try again, please!",
        "Now do problem 2, part b, once more.",
        "continue",
        "Great, next!",
        "Thanks, that's great.",
        "Are you sure?",
        "That is wrong.",
        "No, this answer isn't right. Try it again.",
        "Can you double check 2b?",
        "Why is the norm of W the square root of d?",
        "Could you please explain what c = 1 means?",
        "What does the index k stand for?",
        "",
        "?!",
        "3)",
    ],
)
def test_no_hint(said):
    assert not is_hint(said, names_parts=True)
    assert not is_hint(said, names_parts=False)


@pytest.mark.parametrize(
    "said",
    [
        "You forgot a factor.",
        "Check the border again.",
        "Look again at the norm of the matrix.",
        "2b: look again at the norm",
        "The entries. Resolve it.",
        "Are you sure? Try L = 1.",
        "And what about the case n < 0? Solve it again.",
        "I would say one layer less.",
        "Shouldn't it be $2^{-n}$?",
        "Use padding",
    ],
)
def test_a_hint(said):
    assert is_hint(said, names_parts=False)
    assert is_hint(said, names_parts=True)


def test_a_pasted_sheet_that_names_what_to_solve_is_none():
    sheet = "Consider a convolution of two signals with padding and stride. " * 4
    assert not is_hint(f"{sheet} Solve 2b.", names_parts=True)
    assert is_hint(sheet, names_parts=False)
