"""Which earlier result counted at a moment of a chat."""

from fractions import Fraction

import pytest

from fullmarks.compare.comparison import Evidence, EvidenceKind
from fullmarks.find.found import Answer, Attempt, Found
from fullmarks.grade.attempts import Try
from fullmarks.grade.earlier import Earlier
from fullmarks.grade.grade import graded_parts, mark
from fullmarks.grade.graded import GradedItem
from fullmarks.outcome import Outcome, Verdict
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.model import AttemptPolicy
from fullmarks.submission import Chat, Document, Message, StructuredAnswers, Submission

RUBRIC = """\
rubric: demo
symbols: {m g: positive}
attempts: {counts: COUNTS}
parts:
  1:
    items:
      mass: {numeric: 2}
      double: {numeric: 2 m, follows: {m: 1.mass}}
  2:
    items:
      weight: {symbolic: m g, follows: {m: 1.mass}}
"""
NOTHING = Submission("s", StructuredAnswers({}))
SHARES = {Verdict.CORRECT: Fraction(1)}


def history(counts, verdicts, turns):
    earlier = Earlier(AttemptPolicy(counts))
    (item, *_) = load_rubric_text(RUBRIC.replace("COUNTS", counts)).items()
    results, tries = [], []
    for number, verdict in enumerate(verdicts):
        share = SHARES.get(verdict, Fraction(0))
        outcome = Outcome(verdict, share, Evidence(EvidenceKind.EXACT))
        results.append(GradedItem(item, None, outcome, None, share, Fraction(0)))
        tries.append(Try(verdict, share, str(number)))
    return earlier.keep(item.id, turns, results, tries)


RIGHT, WRONG, OPEN, NONE = Verdict.CORRECT, Verdict.INCORRECT, Verdict.UNREADABLE, Verdict.MISSING


@pytest.mark.parametrize(
    "counts, verdicts, turn, place",
    [
        pytest.param("last", [], 9, None, id="never answered"),
        pytest.param("last", [WRONG, RIGHT], 0, None, id="not yet answered"),
        pytest.param("last", [WRONG, RIGHT], 1, 0, id="at its own turn"),
        pytest.param("last", [WRONG, RIGHT], 2, 0, id="before the next one"),
        pytest.param("last", [WRONG, RIGHT], 3, 1, id="at the turn of the next one"),
        pytest.param("last", [WRONG, RIGHT], 99, 1, id="at the end"),
        pytest.param("last", [WRONG, RIGHT], None, 1, id="no turns at all"),
        pytest.param("last", [RIGHT, OPEN], 3, 0, id="an unreadable one does not count"),
        pytest.param("last", [OPEN, NONE], 3, 0, id="unless there is no other"),
        pytest.param("last", [RIGHT, NONE], 3, 0, id="not answered again"),
        pytest.param("first", [WRONG, RIGHT], 3, 0, id="the first"),
        pytest.param("first", [OPEN, RIGHT], 1, 0, id="the first, not yet decided"),
        pytest.param("first", [OPEN, RIGHT], 3, 1, id="the first that was decided"),
        pytest.param("best", [RIGHT, WRONG], 3, 0, id="the best"),
        pytest.param("best", [WRONG, RIGHT], 1, 0, id="the best so far"),
    ],
)
def test_what_counted(counts, verdicts, turn, place):
    turns = [2 * number + 1 for number in range(len(verdicts))]
    kept = history(counts, verdicts, turns)
    assert kept.at(turn) is (None if place is None else kept.results[place])


def attempt(turn, part, **answers):
    return Attempt(part, turn, 0, tuple(Answer(f"{part}.{name}", text, None, "") for name, text in answers.items()))


@pytest.mark.parametrize(
    "counts, attempts, weights",
    [
        pytest.param(
            "last",
            [
                attempt(1, "1", mass="3"),
                attempt(3, "2", weight="3 g"),
                attempt(5, "1", mass="4"),
                attempt(7, "2", weight="3 g"),
            ],
            ["correct", "incorrect"],
            id="a later answer changes what follows from then on",
        ),
        pytest.param(
            "first",
            [
                attempt(1, "1", mass="3"),
                attempt(5, "1", mass="4"),
                attempt(7, "2", weight="3 g"),
                attempt(9, "2", weight="4 g"),
            ],
            ["correct", "incorrect"],
            id="where the first counts it is the first",
        ),
        pytest.param(
            "last", [attempt(1, "2", weight="3 g"), attempt(3, "1", mass="3")], ["incorrect"], id="asked too late"
        ),
        pytest.param("last", [attempt(1, "1", mass="3"), attempt(1, "2", weight="3 g")], ["correct"], id="in one turn"),
        pytest.param(
            "last",
            [attempt(1, "2", weight="3 g"), attempt(1, "1", mass="3")],
            ["correct"],
            id="in one turn, in another order",
        ),
        pytest.param(
            "last", [attempt(None, "2", weight="3 g"), attempt(None, "1", mass="3")], ["correct"], id="in one document"
        ),
        pytest.param(
            "last",
            [attempt(1, "1", mass="3"), attempt(3, "1", mass="(4"), attempt(5, "2", weight="3 g")],
            ["correct"],
            id="an unreadable second try changes nothing",
        ),
    ],
)
def test_in_a_chat_what_counted_then_is_followed(counts, attempts, weights):
    rubric = load_rubric_text(RUBRIC.replace("COUNTS", counts))
    _, second = graded_parts(rubric, NOTHING, Found(tuple(attempts), ()))
    assert [one.items[0].outcome.verdict.value for one in second.attempts] == weights


def test_an_item_of_the_same_part_is_followed_in_its_own_attempt():
    rubric = load_rubric_text(RUBRIC.replace("COUNTS", "last"))
    tries = (attempt(1, "1", mass="3", double="6"), attempt(3, "1", mass="5", double="6"), attempt(5, "1", double="10"))
    first, _ = graded_parts(rubric, NOTHING, Found(tries, ()))
    assert [one.items[1].outcome.verdict.value for one in first.attempts] == ["correct", "incorrect", "correct"]


SIGNALS = """\
rubric: signals
symbols: {n: integer, y y_2: {function of: n}}
parts:
  1a:
    title: The output
    items:
      y: {piecewise: {n < 0: 0, 0 <= n < 7: 2 - 2^-n, n >= 7: 127/2^n}, target: y(n)}
  1b:
    title: The later output
    items:
      later: {KIND: y(n - 5), target: y_2(n), follows: {y: 1a.y}}
"""
WRONG = r"$$y(n) = \begin{cases} 0 & n < 0 \\ 2 - 2^{-n} & n \ge 0 \end{cases}$$"
LATER = r"$$y_2(n) = \begin{cases} 0 & n < 5 \\ 2 - 2^{5-n} & n \ge 5 \end{cases}$$"


@pytest.mark.parametrize("kind", ["symbolic", "piecewise"])
@pytest.mark.parametrize(
    "later, code",
    [
        pytest.param(LATER, "follow_through", id="written out"),
        pytest.param("The output is $y_2(n) = y(n - 5)$.", None, id="by its name"),
        pytest.param("The output is $y_2[n] = y[n - 5]$.", None, id="by its name in square brackets"),
    ],
)
def test_a_step_is_found_and_followed_in_a_document_and_in_a_chat(kind, later, code):
    rubric = load_rubric_text(SIGNALS.replace("KIND", kind))
    document = Document(f"## 1a\n\n{WRONG}\n\n## 1b\n\n{later}\n")
    turns = ("Solve 1a", f"## 1a\n\n{WRONG}", "Solve 1b", f"## 1b\n\n{later}")
    chat = Chat(tuple(Message("assistant" if k % 2 else "user", said, k) for k, said in enumerate(turns)))
    for content in (document, chat):
        first, second = mark(rubric, Submission("s", content)).parts
        outcome = second.attempts[0].items[0].outcome
        assert (first.score, second.score) == (0, 1)
        assert (outcome.diagnosis.code if outcome.diagnosis else None) == code
