"""One homework in every mixture of styles: how questions and parts are named, what stands before an answer, how it is given."""

import itertools

import pytest

from fullmarks.find.find import find
from fullmarks.find.found import Sought, SoughtPart
from fullmarks.find.submissions import from_text, parse_submission

# Part, what it asks for, the left side of its answer, the answer.
ANSWERS = (
    ("1a", "total cost", "T", r"2a\,n^2 m"),
    ("1b", "bound", "b", r"\sqrt{n}"),
    ("1c", "filtered map", "Y", r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}"),
    ("2a", "response", "y(n)", r"\begin{cases} 0 & n < 0 \\ n + 1 & n \ge 0 \end{cases}"),
    ("2b", "output shape", r"\text{shape}", r"(\lfloor n/2 \rfloor + 1) \times m \times 3"),
    ("2c", "rate", r"\alpha", r"\frac{1}{n}"),
)
WANTS = {"1c": "matrix", "2a": "piecewise", "2b": "tuple"}
PARTS = tuple(
    SoughtPart(
        part,
        "",
        (),
        (
            Sought(
                f"{part}.x", part, WANTS.get(part, "expression"), noun, (noun,), target, (), frozenset("a n m".split())
            ),
        ),
    )
    for part, noun, target, _ in ANSWERS
)
QUESTIONS = {
    "heading": "# Problem {q}\n\n",
    "numbered title": "## {q}. Some title here\n\n",
    "bold": "**Question {q}**\n\n",
    "line": "Problem {q}:\n\n",
    "with points": "### Exercise {q} (10 points)\n\n",
}
LETTERS = {
    "heading": "## ({l})\n\n",
    "bold line": "**({l})**\n\n",
    "plain": "({l}) ",
    "part": "### Part ({l})\n\n",
    "capital": "#### Part {L}\n\n",
    "bold letter": "**{l})** ",
    "letter and stop": "{l}. ",
}
IDS = {
    "heading": "## {q}{l}\n\n",
    "bold": "**{q}{l}.** ",
    "problem": "Problem {q}({l})\n\n",
    "question and part": "### Question {q}, part {l}\n\n",
    "colon": "{q}({l}): ",
    "capital Q": "**Q{q}{l})** ",
    "dotted": "{q}.{l}) ",
    "hash": "#{q}{l} ",
}
BEFORE = {
    "nothing": "",
    "steps": "We start here. With $u = 3$ we have $u^2 = 9$.\n\n1. **Set up:** let $z$ be given.\n2. **Compute:** $z^2 + 1$.\n\n",
    "quotation": "\n\n> Restated: find the value of $q$ when $q = 5$.\n\n",
    "question": "**Question:** What is asked, given $p = 17$?\n\n**Solution:** First, $p - 1 = 16$.\n\n",
    "reference": "Recall from part (a) that things are as they are: $v = 2w$.\n\n$$v^2 = 4w^2$$\n\n",
}
GIVEN = {
    "sentence": "The {noun} is ${answer}$.",
    "answer line": "**Answer:** ${answer}$",
    "box": "$$\\boxed{{{answer}}}$$",
    "display": "$$\n{answer}\n$$",
    "final section": "**Final Answer**\n\n${answer}$",
    "equation": "Therefore the {noun} is\n\n$${left} = {answer}.$$",
    "explained": "So ${left} = {answer}$, as wanted. This holds because $1 + 1 = 2$.",
    "with a where": "**Final answer:** the {noun} is ${answer}$, where all symbols are as in the sheet and $k = 4$.",
    "checked": "Hence, ${left} = {answer}$.\n\n**Check:** for $n = 1$ this gives $1$.",
    "brackets": "\\[ {left} = {answer} \\]",
}
NAMES = [
    (f"{one}, {other}", QUESTIONS[one], LETTERS[other]) for one, other in itertools.product(QUESTIONS, LETTERS)
] + [(f"id: {name}", "", pattern) for name, pattern in IDS.items()]


def homework(question: str, letter: str, first: int) -> str:
    """The homework with its parts in one style; what stands before the answers, and how they are given, goes round."""
    text, last = "", ""
    for place, (part, noun, left, answer) in enumerate(ANSWERS):
        if part[0] != last:
            text += question.format(q=part[0])
            last = part[0]
        before = list(BEFORE.values())[(first + place) % len(BEFORE)]
        given = list(GIVEN.values())[(3 * first + 7 * place) % len(GIVEN)]
        text += letter.format(q=part[0], l=part[1], L=part[1].upper())
        text += f"{before}{given.format(noun=noun, left=left, answer=answer)}\n\n"
    return text


def found_in(text: str, turn: int | None) -> dict[str, str]:
    """The answers by item, without the left side that a part asks for."""
    messages = [{"role": "user", "content": "Answer all of it"}, {"role": "assistant", "content": text}]
    said = from_text(text) if turn is None else parse_submission({"messages": messages}, PARTS)
    attempts = find(said, PARTS).attempts
    assert {attempt.turn for attempt in attempts} == {turn}
    left = {f"{part}.x": f"{side} = " for part, _, side, _ in ANSWERS}
    return {
        answer.item: answer.text.removeprefix(left[answer.item]) for attempt in attempts for answer in attempt.answers
    }


@pytest.mark.parametrize("first", range(0, 10, 3))
@pytest.mark.parametrize(
    "question, letter", [pytest.param(question, letter, id=name) for name, question, letter in NAMES]
)
def test_every_mixture_of_styles_is_read(question: str, letter: str, first: int):
    expected = {f"{part}.x": answer for part, _, _, answer in ANSWERS}
    text = homework(question, letter, first)
    assert found_in(text, None) == expected
    assert found_in(text, 1) == expected
