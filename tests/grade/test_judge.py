"""One answer to one item: which of the seven verdicts, how much it earns, and what is said about it."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fullmarks.compare.comparison import EvidenceKind
from fullmarks.expr.plain import plain
from fullmarks.grade.judge import judge
from fullmarks.outcome import Verdict
from fullmarks.rubric.load import load_rubric_text

RUBRIC = r"""
rubric: tables
symbols:
  c d d_in d_out: positive
  x y t: real
  n: positive integer
  f: {function of: n}
  w: {indexed by: [i, j]}
parts:
  1:
    items:
      cost: {symbolic: 2 c d, points: 4, known: [{answer: c d, points: 3, say: Count both products.}, {answer: c + d, say: Not a sum.}]}
      plain: {symbolic: 2 x}
      near: {symbolic: 2 c d_out^2 d_in, points: 2, near: {constant_factor: 50%, sign: 25%}}
      also: {symbolic: x + 1, also: [{answer: x + 2, share: 1/2, say: Close.}, x + 3], points: 2}
      scale: {symbolic: 1/sqrt(d), target: c}
      entry: {symbolic: 'sum_{i=1}^{n} w_{i,j}', target: 'w_{j}'}
      value: {symbolic: f(n - 5)}
      sum: {symbolic: n (n + 1)/2}
      third: {symbolic: 1/3}
      rounded: {numeric: 1/3, relative: 1%}
      number: {numeric: 42}
      half: {symbolic: 1/2 x, near: {other_reading: 50%}}
      reading: {symbolic: 3/(4x)}
      flipped: {symbolic: x - y, conventions: {reversed: {key: y - x, points: 1/2, say: The other order.}}}
      form: {symbolic: x^2 - 1, form: factored}
      void: {symbolic: x, void: true}
      none: {symbolic: x, points: 0}
  2:
    items:
      set: {set: '{1, 2}'}
      list: {list: '1, 2'}
      pair: {tuple: '(1, 2)'}
      interval: {interval: '[0, 1)'}
      matrix: {matrix: [[1, 2], [3, 4]], points: 4, credit: each entry}
      equation: {equation: y = 2x + 1}
      inequality: {inequality: 'x > 3'}
      direction: {choice: [explode, vanish, stay], key: explode, words: {explode: [exploding, blow up]}}
      words: {text: [{any of: [shift invarian, equivarian]}]}
      signs: {list: '3, -3'}
      bound: {symbolic: 2 c d, bound: upper}
"""


@pytest.fixture(scope="module")
def items():
    return {item.id: item for item in load_rubric_text(RUBRIC).items()}


@pytest.fixture(scope="module")
def judged(items):
    def one(item, answer, others=(), definitions=()):
        return judge(answer, items[item], tuple(others), tuple(definitions))

    return one


@pytest.mark.parametrize(
    "item, answer, verdict",
    [
        # expressions
        pytest.param("1.plain", "2x", "correct", id="the key"),
        pytest.param("1.plain", "x + x", "correct", id="equal to the key"),
        pytest.param("1.plain", "$2x$", "correct", id="between dollars"),
        pytest.param("1.plain", r"\boxed{2x}", "correct", id="boxed"),
        pytest.param("1.plain", "3x", "incorrect", id="not equal"),
        pytest.param("1.plain", "2q", "incorrect", id="another symbol"),
        pytest.param("1.plain", "2x(", "unreadable", id="a bracket that is not closed"),
        pytest.param("1.plain", "", "missing", id="empty"),
        pytest.param("1.plain", " \n\t", "missing", id="white space"),
        pytest.param("1.plain", "2X", "incorrect", id="another case"),
        pytest.param("1.plain", "{2x}", "incorrect", id="a set of it"),
        pytest.param("1.plain", "(1, 2)", "incorrect", id="a pair for an expression"),
        pytest.param("1.plain", "x > 2", "incorrect", id="an inequality for an expression"),
        pytest.param("1.sum", "sum_{k=1}^{n} k", "correct", id="a sum"),
        pytest.param("1.sum", "n^2/2", "incorrect", id="only the leading term"),
        pytest.param("1.value", "f(n-5)", "correct", id="a declared function"),
        pytest.param("1.value", "f(n+5)", "incorrect", id="a declared function elsewhere"),
        # chains and targets
        pytest.param("1.plain", "y = 2x", "correct", id="a lone name that the key does not have"),
        pytest.param("1.plain", "x + x = 2x", "correct", id="a chain"),
        pytest.param("1.plain", "2x = 3x", "incorrect", id="the right-most side counts"),
        pytest.param("1.plain", "3x = 2x", "correct", id="the right-most side counts, whatever stands before"),
        pytest.param("1.plain", "= 2x", "correct", id="without a left side"),
        pytest.param("1.plain", "x = 2x", "incorrect", id="a lone name that the key has"),
        pytest.param("1.scale", "c = 1/sqrt(d)", "correct", id="the target"),
        pytest.param("1.scale", "1/sqrt(d)", "correct", id="no left side"),
        pytest.param("1.scale", "d^(-1/2)", "correct", id="written otherwise"),
        pytest.param("1.scale", "t = 1/sqrt(d)", "incorrect", id="another target"),
        pytest.param("1.scale", "c = sqrt(d)/d", "correct", id="the target, written otherwise"),
        pytest.param("1.scale", "x = 1, c = 1/sqrt(d)", "correct", id="the target among several"),
        pytest.param("1.third", "x = 5, y = 1/3", "several_answers", id="two values without a target"),
        pytest.param("1.scale", "c = 1/sqrt(d), c = 5", "several_answers", id="two values of the target"),
        pytest.param(
            "1.scale", "c = 5, c = 1/sqrt(d)", "several_answers", id="two values of the target, right one last"
        ),
        pytest.param(
            "1.scale", "c = 1/sqrt(d) and c = 5", "several_answers", id="two values of the target joined by and"
        ),
        pytest.param("1.scale", "c = 1/sqrt(d), c = d^(-1/2)", "correct", id="one value of the target twice"),
        pytest.param("1.third", "5 = 1/3", "correct", id="a false chain counts by its right side"),
        pytest.param("1.third", "1/3 = x", "correct", id="a value before its name"),
        pytest.param("1.third", "x ∈ {1/3}", "correct", id="the only member of a set"),
        pytest.param("1.third", "{1/3}", "incorrect", id="a set of one"),
        # rounding
        pytest.param("1.third", "0.333", "incorrect", id="rounded"),
        pytest.param("1.third", "1/3 ≈ 0.333", "correct", id="exact, with a rounded value behind it"),
        pytest.param("1.third", "x = 1/3 ≈ 0.333", "correct", id="rounded behind the exact value"),
        pytest.param("1.third", "0.\\overline{3}", "correct", id="a repeating decimal"),
        pytest.param("1.rounded", "0.333", "correct", id="rounded within the tolerance"),
        pytest.param("1.rounded", "0.3", "incorrect", id="rounded beyond the tolerance"),
        pytest.param("1.number", "42.0", "correct", id="decimals of a number"),
        pytest.param("1.number", "41", "incorrect", id="another number"),
        pytest.param("1.number", "forty-two", "correct", id="a number in words"),
        # several answers
        pytest.param("1.number", "41 or 42", "several_answers", id="two guesses"),
        pytest.param("1.number", "41, 42", "several_answers", id="a list of guesses"),
        pytest.param("1.number", "42 or 84/2", "correct", id="one value twice"),
        pytest.param("1.number", "±42", "several_answers", id="both signs"),
        pytest.param("1.number", "x = 41 or x = 42", "several_answers", id="two values of a name"),
        pytest.param("1.number", "x = 42 or x = 42.0", "correct", id="one value of a name twice"),
        pytest.param("1.number", "42 and 43", "several_answers", id="two values joined by and"),
        pytest.param("2.set", "x = 1 and x = 2", "correct", id="two solutions joined by and"),
        pytest.param("1.number", "42 ± 1", "several_answers", id="a value with an uncertainty"),
        pytest.param("1.number", "42 ± 0", "correct", id="no uncertainty"),
        pytest.param("1.number", "41 ⇒ 42", "correct", id="the end of a derivation"),
        pytest.param("1.number", "42\n41", "several_answers", id="two lines"),
        pytest.param("1.number", "42\n\n42", "correct", id="one line twice"),
        pytest.param("2.set", "1 or 2", "correct", id="alternatives for a set"),
        pytest.param("2.list", "1, 2", "correct", id="a list where one is asked for"),
        pytest.param("2.signs", "±3", "correct", id="both signs where both are asked for"),
        pytest.param("2.equation", "y = 2x + 1 or y = 2x + 2", "incorrect", id="two equations"),
        # kinds
        pytest.param("2.set", "{2, 1}", "correct", id="a set in another order"),
        pytest.param("2.set", "{1, 2, 3}", "incorrect", id="a set with one more"),
        pytest.param("2.pair", "(1, 2)", "correct", id="a pair"),
        pytest.param("2.pair", "(2, 1)", "incorrect", id="a pair in another order"),
        pytest.param("2.interval", "[0, 1)", "correct", id="an interval"),
        pytest.param("2.interval", "[0, 1]", "incorrect", id="an interval with a closed end"),
        pytest.param("2.interval", "0 <= x < 1", "correct", id="an interval as a condition"),
        pytest.param("2.matrix", "[[1, 2], [3, 4]]", "correct", id="a matrix"),
        pytest.param("2.matrix", "[[1, 2], [3, 5]]", "partial", id="a matrix with one wrong entry"),
        pytest.param("2.matrix", "[[5, 6], [7, 8]]", "incorrect", id="a matrix with no right entry"),
        pytest.param("2.equation", "2x - y = -1", "correct", id="an equation"),
        pytest.param("2.equation", "2x + 1", "incorrect", id="one side of an equation"),
        pytest.param("2.inequality", "3 < x", "correct", id="an inequality"),
        pytest.param("2.inequality", "x >= 3", "incorrect", id="an inequality with its border"),
        pytest.param("2.direction", "They explode.", "correct", id="an option in a sentence"),
        pytest.param("2.direction", "blow up", "correct", id="other words for an option"),
        pytest.param("2.direction", "vanish", "incorrect", id="another option"),
        pytest.param("2.words", "It is shift invariant.", "correct", id="a phrase"),
        pytest.param("2.words", "(", "needs_review", id="words are never unreadable"),
        pytest.param("2.words", "It is linear.", "needs_review", id="no phrase"),
        pytest.param("2.bound", "t <= 2 c d", "correct", id="a bound"),
        pytest.param("2.bound", "2 c d", "correct", id="the bound alone"),
        # forms
        pytest.param("1.form", "(x - 1)(x + 1)", "correct", id="the form that is asked for"),
        pytest.param("1.form", "x^2 - 1", "incorrect", id="another form"),
        # void, no points
        pytest.param("1.void", "nonsense(((", "correct", id="a void item is right whatever is written"),
        pytest.param("1.void", "", "correct", id="and if nothing is"),
        pytest.param("1.none", "x", "correct", id="an item without points, right"),
        pytest.param("1.none", "y", "incorrect", id="an item without points, wrong"),
        # nobody can tell
        pytest.param("1.plain", "2x + 2^(-10^12)", "needs_review", id="next to nothing more"),
    ],
)
def test_verdicts(judged, item, answer, verdict):
    assert judged(item, answer).outcome.verdict == verdict


@pytest.mark.parametrize(
    "item, answer, verdict, share, code",
    [
        pytest.param("1.cost", "2 c d", "correct", "1", None, id="the key"),
        pytest.param("1.cost", "c d", "partial", "3/4", "known_mistake", id="a known mistake that earns points"),
        pytest.param("1.cost", "d c", "partial", "3/4", "known_mistake", id="a known mistake, written otherwise"),
        pytest.param("1.cost", "c + d", "incorrect", "0", "known_mistake", id="a known mistake that earns nothing"),
        pytest.param("1.cost", "t = c d", "partial", "3/4", "known_mistake", id="a known mistake behind a name"),
        pytest.param("1.cost", "3 c d", "incorrect", "0", "constant_factor", id="a near miss without credit"),
        pytest.param("1.near", "c d_out^2 d_in", "partial", "1/2", "constant_factor", id="a near miss with credit"),
        pytest.param("1.near", "-2 c d_out^2 d_in", "partial", "1/4", "sign", id="another near miss, another credit"),
        pytest.param("1.near", "2 c d_out d_in", "incorrect", "0", "missing_factor", id="a near miss that earns nothing"),
        pytest.param("1.also", "x + 1", "correct", "1", None, id="the key among several"),
        pytest.param("1.also", "x + 3", "correct", "1", None, id="a further key"),
        pytest.param("1.also", "x + 2", "partial", "1/2", "other_key", id="a further key at half the points"),
        pytest.param("1.flipped", "y - x", "partial", "1/2", "convention", id="another convention"),
        pytest.param("1.half", "1/(2x)", "incorrect", "0", "missing_factor", id="brackets have no other reading"),
        pytest.param("1.reading", "3/4x", "incorrect", "0", "other_reading", id="right only if read otherwise"),
        pytest.param("1.scale", "t = 1/sqrt(d)", "incorrect", "0", "other_target", id="about something else"),
        pytest.param("1.third", "0.333", "incorrect", "0", "rounded", id="a rounded number"),
        pytest.param("1.form", "x^2 - 1", "incorrect", "0", "wrong_form", id="another form"),
        pytest.param("2.matrix", "[[1, 2], [3, 5]]", "partial", "3/4", "entries_wrong", id="three entries of four"),
        pytest.param("2.matrix", "[[1, 3], [2, 4]]", "partial", "1/2", "transposed", id="transposed keeps its entries' share"),
        pytest.param("1.number", "41 or 42", "several_answers", "0", "several_answers", id="two guesses"),
    ],
)  # fmt: skip
def test_credit_and_diagnosis(judged, item, answer, verdict, share, code):
    outcome = judged(item, answer).outcome
    found = outcome.diagnosis.code if outcome.diagnosis else None
    assert (outcome.verdict, outcome.share, found) == (verdict, Fraction(share), code)


@pytest.mark.parametrize(
    "item, answer, student",
    [
        ("1.cost", "c d", "Count both products."),
        ("1.also", "x + 2", "Close."),
        ("1.flipped", "y - x", "The other order."),
        ("1.scale", "t = 1/sqrt(d)", "This says what t is; something else is asked for."),
        ("1.number", "41 or 42", "There are several different answers here (41; 42). Give one."),
        ("1.number", "±42", "There are several different answers here (42; -42). Give one."),
    ],
)
def test_what_the_student_is_told(judged, item, answer, student):
    assert judged(item, answer).outcome.diagnosis.student == student


@pytest.mark.parametrize(
    "item, answer", [("1.cost", "3 c d"), ("1.third", "0.333"), ("1.reading", "3/4x"), ("1.near", "c")]
)
def test_the_student_is_not_told_the_key(judged, items, item, answer):
    said = judged(item, answer).outcome.diagnosis
    assert items[item].keys[0].text not in (said.student if said else "")


@pytest.mark.parametrize(
    "answer, code, start, end",
    [
        pytest.param("2x(", "missing_operand", 3, 3, id="a bracket with nothing behind it"),
        pytest.param("2(x", "unclosed_bracket", 3, 3, id="a bracket that is not closed"),
        pytest.param("2x)", "unmatched_bracket", 2, 3, id="a bracket that was not opened"),
        pytest.param("2 + * 3", "missing_operand", 4, 5, id="an operator without its operand"),
    ],
)
def test_what_cannot_be_read_is_shown_at_its_place(judged, answer, code, start, end):
    judgement = judged("1.plain", answer)
    assert (judgement.error.code, judgement.error.span.start, judgement.error.span.end) == (code, start, end)
    assert dict(judgement.outcome.diagnosis.detail) == {"start": str(start), "end": str(end)}
    assert judgement.outcome.evidence.kind is EvidenceKind.NONE
    assert judgement.reading is None


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param("41 = 42", "several_answers", id="two numbers"),
        pytest.param("x = 41 = 42", "several_answers", id="two numbers behind a name"),
        pytest.param("x = 42.0 = 42", "correct", id="one number in two spellings"),
        pytest.param("40 + 2 = 42", "correct", id="a step before the number"),
    ],
)
def test_numbers_that_are_said_to_be_each_other(judged, answer, verdict):
    assert judged("1.number", answer).outcome.verdict == verdict


@pytest.mark.parametrize(
    "answer, others, verdict",
    [
        pytest.param("42", ["42"], "correct", id="the same twice"),
        pytest.param("42", ["84/2"], "correct", id="the same written otherwise"),
        pytest.param("42", ["x = 42"], "correct", id="the same behind a name"),
        pytest.param("41", ["41"], "incorrect", id="the same wrong one twice"),
        pytest.param("42", ["41"], "several_answers", id="a right and a wrong one"),
        pytest.param("41", ["42"], "several_answers", id="a wrong and a right one"),
        pytest.param("40", ["41"], "several_answers", id="two wrong ones"),
        pytest.param("42", ["((("], "several_answers", id="one that cannot be read"),
        pytest.param("42", ["42", "42", "7"], "several_answers", id="one of many"),
    ],
)
def test_further_answers(judged, answer, others, verdict):
    assert judged("1.number", answer, others).outcome.verdict == verdict


def test_further_answers_to_a_void_item(judged):
    assert judged("1.void", "1", ["2"]).outcome.verdict is Verdict.CORRECT


@pytest.mark.parametrize(
    "answer, definitions, verdict",
    [
        pytest.param("2K", ["K = x"], "correct", id="a name that the part defines"),
        pytest.param("K", ["K = M + M", "M = x"], "correct", id="a definition in terms of another"),
        pytest.param("2K", ["K = x + 1"], "incorrect", id="a name that means something else"),
        pytest.param("2K", [], "incorrect", id="a name that nothing defines"),
        pytest.param("2K", ["K = K + 0", "K = x"], "correct", id="a definition in a circle is no definition"),
        pytest.param("2x", ["x = 5"], "correct", id="a declared name keeps its meaning"),
        pytest.param("2K", ["K = ((", "K = x"], "correct", id="a definition that cannot be read"),
        pytest.param("2K", ["K > x"], "incorrect", id="an inequality defines nothing"),
        pytest.param("2K", ["K = y = x"], "correct", id="a chain defines by its last side"),
    ],
)
def test_definitions(judged, answer, definitions, verdict):
    assert judged("1.plain", answer, (), definitions).outcome.verdict == verdict


@pytest.mark.parametrize(
    "item, answer, read_as",
    [
        ("1.plain", "$2x$", "2*x"),
        ("1.plain", "y = x + x", "y = x + x"),
        ("2.set", "{2, 1}", "{2, 1}"),
        ("2.words", "It is linear.", "It is linear."),
    ],
)
def test_the_reading_comes_back(judged, item, answer, read_as):
    assert plain(judged(item, answer).reading.tree).strip('"') == read_as


def test_the_same_answer_is_judged_the_same(judged):
    assert judged("1.near", "sin(x)^2 + 2 c d_in") == judged("1.near", "sin(x)^2 + 2 c d_in")


PIECES = st.sampled_from(
    [*"xyc d12(){}[]^_/*+-=<>,.;:|!&%$\\\"'", "\\frac", "\\begin{cases}", "\\end{cases}", "sum_{i=1}^{n}", " or ", "±",
     "\u0430", "½", "∞", "sqrt", "\n", "if ", "floor(", "1e5", "\\text{", "≈", "∈", "0/0", "9^9"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join), st.integers(0, 10**9))
@settings(derandomize=True, deadline=None, max_examples=300)
def test_no_text_raises(items, text, place):
    item = sorted(items.values(), key=lambda one: one.id)[place % len(items)]
    judgement = judge(text, item)
    outcome = judgement.outcome
    assert isinstance(outcome.verdict, Verdict)
    assert 0 <= outcome.share <= 1
    assert (outcome.verdict is Verdict.PARTIAL) == (0 < outcome.share < 1)
    assert (outcome.verdict is Verdict.CORRECT) == (outcome.share == 1)


def test_no_answer_changes_what_is_said_of_the_next():
    asked = [
        "c d",
        "d c + c",
        "2 c",
        "2 d",
        "-2 c d",
        "1/(2 c d)",
        "2 c d^2",
        "4 c^2 d^2",
        "c + d",
        "2 c d + 1",
        "3 c d",
    ]
    alone = [
        judge(answer, next(one for one in load_rubric_text(RUBRIC).items() if one.id == "1.cost")).outcome
        for answer in asked
    ]
    item = next(one for one in load_rubric_text(RUBRIC).items() if one.id == "1.cost")
    after_others = [judge(answer, item).outcome for answer in asked + asked[::-1]]
    assert after_others == alone + alone[::-1]
