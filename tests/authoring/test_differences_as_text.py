"""What two rubrics say differently, in lines for an author."""

from fullmarks.authoring.differences_as_text import differences_as_text
from fullmarks.rubric.differences import Changed, Difference, RubricDifferences, rubric_differences
from fullmarks.rubric.facets import Aspect
from fullmarks.rubric.load import load_rubric_text

OLD = """\
rubric: demo
symbols: {x: real}
parts:
  1a:
    items:
      it: {symbolic: 2 x, points: 2, title: The cost}
      that: {symbolic: x}
      word: {choice: [up, down], key: up}
      gone: {numeric: 4}
  1b:
    items:
      more: {symbolic: 3 x}
      way: {symbolic: 5 x}
"""
NEW = """\
rubric: demo
symbols: {x: positive}
attempts: {cost: 10%}
parts:
  1a:
    items:
      it: {symbolic: 2 x, points: 3}
      that: {symbolic: x}
      direction: {choice: [up, down], key: up}
      new: {numeric: 5}
  1b:
    items:
      more: {symbolic: 3 x}
      way: {symbolic: 5 x}
"""


def lines(old, new):
    one, other = load_rubric_text(old), load_rubric_text(new)
    head, *rest = differences_as_text(rubric_differences(one, other), one, other)
    return [head.replace(one.version[:12], "…").replace(other.version[:12], "……"), *rest]


def test_all_that_differs():
    text = OLD.replace("symbols: {x: real}", "symbols: {x: complex}")
    assert lines(text, NEW) == [
        "demo  version … → ……",
        "",
        "the whole rubric",
        "  cost of an attempt: 0% → 10%",
        "",
        "1a.it (verdicts may change)",
        "  points: 2 → 3",
        "  title: The cost → –",
        "",
        "1a.it, 1a.that, 1a.direction and 2 more (verdicts may change)",
        "  symbol x: complex → positive",
        "",
        "added    1a.new",
        "removed  1a.gone",
        "renamed  1a.word → 1a.direction",
        "",
        "5 items differ; answers to 5 of them may be judged otherwise.",
    ]


def test_what_is_only_renamed():
    found = lines(OLD, OLD.replace("word:", "direction:"))
    assert found == [
        "demo  version … → ……",
        "",
        "renamed  1a.word → 1a.direction",
        "",
        "No item that both have differs.",
    ]


def test_another_name_of_the_rubric():
    text = OLD.replace("points: 2", "points: 3")
    assert lines(OLD, text.replace("rubric: demo", "rubric: other"))[0] == "demo → other  version … → ……"


def test_one_item_whose_verdicts_stay():
    assert lines(OLD, OLD.replace("points: 2", "points: 3"))[1:] == [
        "",
        "1a.it",
        "  points: 2 → 3",
        "",
        "1 item differs; answers to none of them may be judged otherwise.",
    ]


def test_no_difference():
    rubric = load_rubric_text(OLD)
    assert list(differences_as_text(rubric_differences(rubric, rubric), rubric, rubric)) == [
        "No difference in meaning."
    ]


def test_long_and_strange_values_are_shown_in_one_short_line():
    rubric = load_rubric_text(OLD)
    difference = Difference(Aspect.NOTE, "", "", f"a\n{'b' * 200}\x1b")
    found = RubricDifferences(
        (Changed("1a.it", (difference, Difference(None, "", None, None)), verdicts=True),), (), (), ()
    )
    (*_, note, other, _, _) = differences_as_text(found, rubric, rubric)
    assert note == f"  note for staff: “” → a {'b' * 97}…"
    assert other == "  something else"
