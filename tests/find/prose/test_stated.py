"""Which answer a prose text gives."""

import pytest

from fullmarks.errors import ReadError
from fullmarks.expr.nodes import Text
from fullmarks.expr.walk import children
from fullmarks.find.prose.sense import Sense
from fullmarks.find.prose.stated import stated
from fullmarks.find.prose.value import Value, offered
from fullmarks.read.reader import read


def reads(text):
    """As one who knows no word would: every name is a letter."""
    try:
        nodes = [read(text).tree]
    except ReadError:
        return False
    while nodes:
        node = nodes.pop()
        if isinstance(node, Text) or (
            len(getattr(node, "name", "")) > 2 and node.name.isalpha() and node.name != "infinity"
        ):
            return False
        nodes.extend(children(node))
    return True


ONE = Sense(reads)
SET = Sense(reads, several=True, opening="{", closing="}")
PAIR = Sense(reads, several=True, opening="(", closing=")")
WORDS = Sense(reads, words=True)


@pytest.mark.parametrize(
    "text, answer",
    [
        pytest.param(r"42", "42", id="nothing but an answer"),
        pytest.param(r"$\frac{1}{2}$", r"$\frac{1}{2}$", id="nothing but a formula"),
        pytest.param(r"So we get \boxed{42}.", "42", id="boxed"),
        pytest.param(r"Thus $\boxed{\frac{a}{b}}$", r"\frac{a}{b}", id="braces in a box"),
        pytest.param(r"\boxed 7 is it", "7", id="box without braces"),
        pytest.param(r"First \boxed{3}.\n\nBut then, adding one, \boxed{4}.".replace(r"\n", "\n"), "4", id="last box"),
        pytest.param(r"\boxed{5} and again \boxed{5}", "5", id="one value boxed twice"),
        pytest.param("I get \\boxed{5}.\n\nFinal answer: 6", "6", id="a label after the box"),
        pytest.param("I get \\boxed{5}. So the answer is correct.", "5", id="a remark after the box"),
        pytest.param("Adding them, the answer is 12.", "12", id="the answer is"),
        pytest.param("The final answer is: $x^2+1$.", "$x^2+1$", id="the final answer is, with a colon"),
        pytest.param("The answer is 3.14. That was easy.", "3.14", id="a decimal point ends no sentence"),
        pytest.param("**Answer:** 7", "7", id="bold label"),
        pytest.param("Answer: **7**", "7", id="bold answer"),
        pytest.param("**Answer: 7**", "7", id="bold line"),
        pytest.param("**Final Answer**\n\n$$x = 3$$\n", "$$x = 3$$", id="heading with a display below"),
        pytest.param("## Final Answer\n\n12", "12", id="Markdown heading"),
        pytest.param("Steps...\n#### 72", "72", id="four hashes"),
        pytest.param("<answer>9</answer>", "9", id="tag"),
        pytest.param("The answer is minus 18.", "-18", id="minus in words"),
        pytest.param("It is negative 18 degrees.", "-18 degrees", id="negative"),
        pytest.param("Half of 18 is 9.", "9", id="what half of it is"),
        pytest.param("He went there 18 times.", "18", id="how often"),
        pytest.param("She makes $18 every day.", "18 every day", id="money"),
        pytest.param("The answer is $70,000 altogether.", "70,000 altogether", id="money with thousands"),
        pytest.param("He pays $3 * 4 = $12.", "$12", id="money worked out"),
        pytest.param("She has $18 - $5 = $13 left.", "13 left", id="money less money"),
        pytest.param("9 * 2 = $<<9*2=18>>18 every day.", "9 * 2 = 18 every day", id="a calculator's note"),
        pytest.param("It is $2 sin x$.", "$2 sin x$", id="a function is no word behind money"),
        pytest.param("It is $18 x$.", "$18 x$", id="nor is a letter"),
        pytest.param('{"answer": 9}', "9", id="JSON"),
        pytest.param("**Solution:** Adding gives 5. So the sum is 6.", "6", id="a solution's beginning is no answer"),
        pytest.param("ANSWER = 9", "9", id="capitals and an equals sign"),
        pytest.param("The answer is 5. Wait, the answer is 6.", "6", id="the last statement"),
        pytest.param("\\boxed{6}\n\n<!-- \\boxed{5} -->", "6", id="a comment of a page"),
        pytest.param("\\boxed{6} % \\boxed{5}", "6", id="a comment of LaTeX"),
        pytest.param("\\boxed{6}\\phantom{\\boxed{5}}", "6", id="a phantom"),
        pytest.param("~~The answer is 5.~~ The answer is 6.", "6", id="struck out"),
        pytest.param("\\boxed{6} \\boxed{5}\n\\boxed{6}", "6", id="the last of boxes that come back"),
        pytest.param("It is \\boxed{60} % of all", "60", id="a percent sign is no comment"),
        pytest.param("\\boxed{5} is wrong. The answer is 6.", "6", id="a box that is denied"),
        pytest.param("The wrong answer is 5. The answer is 6.", "6", id="a statement that is denied"),
        pytest.param("The answer is not 5. The answer is 6.", "6", id="a denied answer first"),
        pytest.param("The answer is 6. The answer is not 5.", "6", id="a denied answer last"),
        pytest.param("The answer is 6, not 5.", "6", id="another one denied behind"),
        pytest.param("The answer is 6 because 2*3 = 6.", "6", id="explained"),
        pytest.param("The answer is approximately 6.28.", "6.28", id="approximately"),
        pytest.param("The answer is 12 apples.", "12 apples", id="words behind are the reader's"),
        pytest.param("The answer is $12$ apples.", "$12$ apples", id="words behind a formula likewise"),
        pytest.param("The answer is $\\frac13$, or approximately $0.333$.", "\\frac13", id="said again in decimals"),
        pytest.param("The answer is $2$, where $x > 0$.", "$2$", id="qualified"),
        pytest.param("We have x = 2 and y = 3, so x + y = 5.", "5", id="what the text ends in"),
        pytest.param("Adding up, $2 + 3 = 5$.", "2 + 3 = 5", id="the last formula"),
        pytest.param("Therefore there are 12 ways to do it.", "12 ways to do it", id="the last verb"),
        pytest.param("Hence\n$$\nx = 4\n$$\n", "$$ x = 4 $$", id="the last display"),
        pytest.param("The answer is 5.\n\n```python\nprint(7)\n```\n", "5", id="code is no answer"),
        pytest.param("```\n8\n```", "8", id="nothing but code"),
        pytest.param("> The answer is 4\n\nThe answer is 5", "5", id="a quotation is no answer"),
        pytest.param("The answer is 5.\n> The answer is 4\n", "5", id="a quotation behind is no answer"),
        pytest.param("<think>The answer is 3</think>The answer is 5", "5", id="thinking is no answer"),
        pytest.param(
            "Problem: show that the answer is 4.\nSolution: 5", "Solution: 5", id="the problem said again is no answer"
        ),
        pytest.param("5! is meant, so the answer is 5!", "5!", id="a factorial keeps its sign"),
        pytest.param("It's `42`", "42", id="ticks"),
        pytest.param("The answer is 1,000,000.", "1,000,000", id="thousands"),
        pytest.param(
            "The answer is\n\n\\[ \\frac{2}{3} \\]\n\nas desired.",
            "\\[ \\frac{2}{3} \\]",
            id="display after a colonless is",
        ),
    ],
)
def test_the_answer_of(text, answer):
    found = stated(text, ONE)
    assert found is not None
    assert found.text == answer
    assert found.others == ()


@pytest.mark.parametrize(
    "text, value",
    [
        pytest.param("The answer is 3 or 4.", Value("4", ("3",)), id="or"),
        pytest.param("The answer is either 3 or maybe 4.", Value("4", ("3",)), id="either … or maybe"),
        pytest.param("The answer is $3$ or $4$.", Value("4", ("3",)), id="or, in formulas"),
        pytest.param("The answer is 5, 6, or 7.", Value("7", ("5", "6")), id="a list of guesses"),
        pytest.param("The answer is 3. Or maybe the answer is 4.", Value("4", ("3",)), id="or another sentence"),
        pytest.param(r"It is \boxed{3} or \boxed{4}.", Value("4", ("3",)), id="boxes"),
        pytest.param(r"\boxed{3}, \boxed{4}", Value("4", ("3",)), id="boxes side by side"),
        pytest.param("3 or 4", Value("4", ("3",)), id="nothing but guesses"),
        pytest.param("Answer: 5. Wait, actually it is 6.", Value("6", ("5",)), id="taken back"),
        pytest.param("The answer is 5? No, 6.", Value("6", ("5",)), id="a question that is answered otherwise"),
        pytest.param("\\boxed{5}\n\nCorrection: it should be 6.", Value("6", ("5",)), id="a box that is corrected"),
    ],
)
def test_guesses(text, value):
    assert stated(text, ONE) == value


@pytest.mark.parametrize(
    "text, sense, answer",
    [
        pytest.param(r"So $x = \boxed{1}$ and $x = \boxed{2}$.", SET, "{1, 2}", id="boxes of a set"),
        pytest.param(r"The point is $(\boxed{1}, \boxed{2})$", PAIR, "(1, 2)", id="boxes of a pair"),
        pytest.param("The answer is $1$ and $2$.", SET, "{1, 2}", id="formulas of a set"),
        pytest.param("The solutions are $x = 2$ and $x = 3$.", SET, "{2, 3}", id="named values of a set"),
        pytest.param("So $x = 2$, $y = 3$.", PAIR, "(2, 3)", id="named values of a pair"),
        pytest.param(r"\boxed{\{1, 2\}}", SET, r"\{1, 2\}", id="a set in one box"),
        pytest.param("The answers are 1, 2 and 3", SET, "{1, 2, 3}", id="a list in words"),
        pytest.param("The solution is x = 1 or x = 2.", SET, "x = 1 or x = 2", id="an or of a set is no guess"),
    ],
)
def test_several_things_are_one_answer(text, sense, answer):
    assert stated(text, sense) == Value(answer)


@pytest.mark.parametrize(
    "text, answer",
    [
        pytest.param("The answer is yes, because it converges.", "yes", id="explained"),
        pytest.param("Answer: explode", "explode", id="labelled"),
        pytest.param("They will explode.", "They will explode", id="the last sentence"),
        pytest.param("Therefore, there is no solution.", "no solution", id="without what leads to it"),
        pytest.param(r"\boxed{\text{even}}", "even", id="boxed"),
    ],
)
def test_an_answer_in_words(text, answer):
    assert stated(text, WORDS) == Value(answer)


@pytest.mark.parametrize(
    "text, key, value",
    [
        pytest.param("even or odd", "even", Value("odd", ("even",)), id="two words"),
        pytest.param("either even or odd", "even", Value("odd", ("even",)), id="either"),
        pytest.param("Yes, since x is 3 or 4", "yes", Value("Yes, since x is 3 or 4"), id="an or in a sentence"),
        pytest.param("zero or one", "zero or one", Value("zero or one"), id="the key has one too"),
    ],
)
def test_words_offered_for_choice(text, key, value):
    assert offered(Value(text), key) == value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I do not know how to do this.", id="no idea"),
        pytest.param("The answer is unknown.", id="unknown"),
        pytest.param("", id="nothing"),
        pytest.param("Let me think about that some more", id="nothing yet"),
    ],
)
def test_no_answer(text):
    assert stated(text, ONE) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\\boxed{" * 5_000, id="open boxes"),
        pytest.param("the answer is " * 20_000, id="statements of nothing"),
        pytest.param("$" * 100_000, id="dollars"),
        pytest.param("answer" + " " * 100_000, id="spaces"),
        pytest.param("**" * 50_000, id="emphasis"),
        pytest.param("```\n" * 30_000, id="fences"),
        pytest.param("the answer is 1, " * 5_000, id="a long list"),
        pytest.param("a b " * 40_000, id="letters"),
        pytest.param("# answer\n" * 20_000, id="headings"),
        pytest.param("<think>" * 20_000, id="thoughts"),
        pytest.param("\n" * 100_000, id="empty lines"),
        pytest.param("\\boxed{1}, " * 10_000, id="boxes"),
    ],
)
def test_a_long_text_of_nothing_is_looked_through_to_its_end(text):
    # What this guards against is not slowness by a factor but by a power: such a text would then take hours.
    found = stated(text, ONE)
    assert found is None or len(found.text) <= len(text)
