"""What two rubrics say differently: each aspect by a row, and that nothing is passed over."""

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.rubric.differences import Changed, Difference, rubric_differences
from fullmarks.rubric.facets import Aspect
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.model import AttemptPolicy, Item, Part, ReleasePolicy, Rubric

BASE = """\
rubric: demo
symbols: {x: real, n: integer}
parts:
  1a:
    title: First
    items:
      it: {symbolic: 2 x, points: 2, known: [{answer: x}]}
      word: {choice: [up, down], key: up}
  1b:
    items:
      why: {text: [{any of: [one, two]}]}
"""


def differences(*replacements):
    text = BASE
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new, 1)
    return rubric_differences(load_rubric_text(BASE), load_rubric_text(text))


def told(found):
    """``1a.it: key: 2 x → 3 x``, a dash where there is nothing."""
    return [
        f"{changed.place or 'all'}: {f'{one.aspect} {one.name}'.strip()}: {side(one.before)} → {side(one.after)}"
        for changed in found.changed
        for one in changed.differences
    ]


def side(text):
    return "–" if text is None else text or "''"


@pytest.mark.parametrize(
    "old, new, difference, verdicts",
    [
        pytest.param("symbolic: 2 x", "symbolic: 3 x", "1a.it: key: 2 x → 3 x", True, id="key"),
        pytest.param("symbolic: 2 x", "symbolic: 2 x, also: [4 x]", "1a.it: further key 4 x: – → 100%", True, id="further key"),
        pytest.param("symbolic: 2 x", "symbolic: 2 x, form: expanded", '1a.it: option form: – → ["expanded"]', True, id="option"),
        pytest.param("points: 2", "points: 3", "1a.it: points: 2 → 3", False, id="points"),
        pytest.param("points: 2", "points: 2, optional: yes", "1a.it: optional: – → yes", False, id="optional"),
        pytest.param("points: 2", "points: 2, void: yes", "1a.it: void: – → yes", True, id="void"),
        pytest.param("points: 2", "points: 2, title: T", "1a.it: title: – → T", False, id="title of an item"),
        pytest.param("points: 2", "points: 2, target: y", "1a.it: target: – → y", True, id="target"),
        pytest.param("points: 2", "points: 2, bound: upper", "1a.it: bound: – → upper", True, id="bound"),
        pytest.param("points: 2", "points: 2, labels: cost", "1a.it: label cost: – → yes", False, id="label"),
        pytest.param("points: 2", "points: 2, note: See.", "1a.it: note for staff: – → See.", False, id="note"),
        pytest.param("points: 2", "points: 2, near: {sign: 25%}", "1a.it: credit for sign: – → 25%", True, id="credit"),
        pytest.param("points: 2", "points: 2, say: {incorrect: No.}", "1a.it: feedback incorrect: – → No.", False, id="feedback"),
        pytest.param(
            "points: 2", "points: 2, conventions: {turned: '-key'}",
            "1a.it: convention turned: – → -2*x, 0 points",
            True,
            id="convention",
        ),
        pytest.param("{answer: x}", "{answer: x, points: 1}", "1a.it: known mistake x: 0 points → 1 point", True, id="known mistake"),
        pytest.param("{answer: x}", "{answer: x, say: Twice.}", "1a.it: feedback x: – → Twice.", False, id="words about a known mistake"),
        pytest.param(
            "{answer: x}", "{answer: x, note: Often.}",
            "1a.it: note for staff x: – → Often.",
            False,
            id="note about a known mistake",
        ),
        pytest.param("points: 2", "points: 2, symbols: {x: positive}", "1a.it: symbol x: real → positive", True, id="symbol"),
        pytest.param("points: 2", "points: 2, symbols: {f: {function of: x}}", "1a.it: symbol f: – → function", True, id="function"),
        pytest.param(
            "points: 2", "points: 2, symbols: {a: {indexed by: n}}",
            "1a.it: symbol a: – → real, with indices",
            True,
            id="family",
        ),
        pytest.param(
            "{choice: [up, down]", "{choice: [up, down, left]",
            '1a.word: option choice: ["up", "down"] → ["up", "down", "left"]',
            True,
            id="options to choose from",
        ),
        pytest.param("key: up", "key: down", "1a.word: key: up → down", True, id="choice"),
        pytest.param(
            "[one, two]", "[one, three]",
            '1b.why: criterion 1: {"any_of": ["one", "two"]} → {"any_of": ["one", "three"]}',
            True,
            id="criterion",
        ),
        pytest.param("title: First", "title: Second", "1a: title: First → Second", False, id="title of a part"),
        pytest.param("title: First", "title: First\n    aliases: one", "1a: alias one: – → yes", False, id="alias"),
        pytest.param("title: First", "title: First\n    points: 3", "1a: stated points: – → 3", False, id="points of a part, said again"),
        pytest.param("parts:", "title: T\nparts:", "all: title: '' → T", False, id="title"),
        pytest.param("parts:", "points: 4\nparts:", "all: stated points: – → 4", False, id="points, said again"),
        pytest.param("parts:", "attempts: {counts: best}\nparts:", "all: attempts count: last → best", False, id="which attempt counts"),
        pytest.param("parts:", "attempts: {cost: 10%}\nparts:", "all: cost of an attempt: 0% → 10%", False, id="cost"),
        pytest.param("parts:", "attempts: {hints: 5%}\nparts:", "all: cost of a hint: 0% → 5%", False, id="cost of a hint"),
        pytest.param("parts:", "attempts: {submissions: 5%}\nparts:", "all: cost of a submission: 0% → 5%", False, id="submission"),
        pytest.param("parts:", "file: [a.md, b.md]\nparts:", "all: file: – → a.md, b.md", False, id="file"),
        pytest.param("parts:", "release: {verdicts: never}\nparts:", "all: release verdicts: at once → never", False, id="release"),
    ],
)  # fmt: skip
def test_one_difference(old, new, difference, verdicts):
    found = differences((old, new))
    assert told(found) == [difference]
    assert [one.verdicts for one in found.changed] == [verdicts]
    assert (found.added, found.removed, found.renamed) == ((), (), ())


def test_arrays_with_their_sizes_and_signs():
    text = (
        "rubric: demo\nparts: {1: {items: {a: {array: A + B, arrays: {A B: n by n, C: m by m, where: m = n + 1}}}}}\n"
    )
    other = (
        text.replace("C: m by m", "C: m by n")
        .replace("m = n + 1", "m = n + 2")
        .replace("}}}}}", "}, operators: {'*': kronecker}}}}}")
    )
    (changed,) = rubric_differences(load_rubric_text(text), load_rubric_text(other)).changed
    assert changed.differences == (
        Difference(Aspect.SYMBOL, "C", "array m × m", "array m × n"),
        Difference(Aspect.SIZE, "m", "n + 1", "n + 2"),
        Difference(Aspect.OPERATOR, "*", None, "kronecker"),
    )


def test_a_decimal_comma_is_a_difference_of_every_item():
    found = differences(("parts:", "decimal comma: yes\nparts:"))
    assert [one.place for one in found.changed] == ["1a.it", "1a.word", "1b.why"]
    assert {one.differences for one in found.changed} == {(Difference(Aspect.DECIMAL_COMMA, "", None, "yes"),)}


@pytest.mark.parametrize(
    "replacements, added, removed, renamed",
    [
        pytest.param([("      word:", "      more: {numeric: 1}\n      word:")], ("1a.more",), (), (), id="added"),
        pytest.param([("      word: {choice: [up, down], key: up}\n", "")], (), ("1a.word",), (), id="removed"),
        pytest.param([("word:", "direction:")], (), (), (("1a.word", "1a.direction"),), id="renamed"),
        pytest.param([("1b:", "2:")], (), (), (("1b.why", "2.why"),), id="a part renamed"),
        pytest.param([("word:", "way:"), ("key: up", "key: down")], ("1a.way",), ("1a.word",), (), id="another item"),
    ],
)
def test_items_that_come_and_go(replacements, added, removed, renamed):
    found = differences(*replacements)
    assert (found.added, found.removed, found.renamed, found.changed) == (added, removed, renamed, ())


def test_what_is_renamed_may_also_differ():
    found = differences(("it: {", "cost: {"), ("points: 2", "points: 3"))
    assert found.renamed == (("1a.it", "1a.cost"),)
    assert found.changed == (Changed("1a.cost", (Difference(Aspect.POINTS, "", "2", "3"),), verdicts=False),)


def test_what_is_renamed_may_know_other_names():
    found = differences(("it: {", "cost: {"), ("x: real", "x: positive"))
    assert found.renamed == (("1a.it", "1a.cost"),)
    assert "1a.cost: symbol x: real → positive" in told(found)


def test_another_order():
    moved = BASE.replace("  1b:\n    items:\n      why: {text: [{any of: [one, two]}]}\n", "").replace(
        "  1a:", "  1b:\n    items:\n      why: {text: [{any of: [one, two]}]}\n  1a:"
    )
    found = rubric_differences(load_rubric_text(BASE), load_rubric_text(moved))
    assert found.changed == (Changed("", (Difference(Aspect.ORDER, "", "1a 1b", "1b 1a"),), verdicts=False),)


@pytest.mark.parametrize(
    "old, new",
    [
        pytest.param("rubric: demo", "# a comment\nrubric:   demo", id="layout"),
        pytest.param("points: 2", "points: 4/2", id="a number written otherwise"),
        pytest.param("points: 2", "points: 2, tests: [{answer: x, verdict: incorrect}]", id="tests"),
    ],
)
def test_what_has_no_meaning_is_no_difference(old, new):
    assert not differences((old, new))


CHANGES = [
    ("symbolic: 2 x", "symbolic: 3 x"),
    ("points: 2", "points: 2, near: {sign: 1/3}"),
    ("{answer: x}", "{answer: x + 1, say: No.}"),
    ("x: real", "x: complex"),
    ("choice: [up, down]", "choice: [up, down], words: {up: [above]}"),
    ("[{any of: [one, two]}]", "[{all of: [one, two], say: Both.}], otherwise: incorrect"),
    ("title: First", "title: Second"),
    ("rubric: demo", "rubric: demo\n# nothing"),
]


@given(st.sets(st.integers(0, len(CHANGES) - 1)), st.sets(st.integers(0, len(CHANGES) - 1)))
def test_there_is_a_difference_just_where_the_versions_differ(ones, others):
    def made(chosen):
        text = BASE
        for place in chosen:
            text = text.replace(*CHANGES[place], 1)
        return load_rubric_text(text)

    old, new = made(ones), made(others)
    found = rubric_differences(old, new)
    assert bool(found) is (old.version != new.version)
    assert all(one.aspect is not None for changed in found.changed for one in changed.differences)


# Field -> where it shows in a difference. What is added to the model must be added here, and to the facets.
WHERE = {
    Item: {
        *("checker", "keys", "known", "conventions", "near", "points", "optional", "void", "title", "targets", "bound"),
        *("labels", "vocabulary", "assumptions", "say", "note", "follows"),
    },
    Part: {"id", "title", "items", "aliases", "stated_points"},
    Rubric: {"title", "parts", "attempts", "release", "late", "rounding", "stated_points", "files"},
    AttemptPolicy: {"counts", "cost", "hint_cost", "cap", "submission_cost"},
    ReleasePolicy: {"verdicts", "keys"},
}
# What names a thing, or has no meaning.
NO_FACETS = {
    Item: {"id", "name", "examples", "hash", "line", "findings", "named_key"},
    Rubric: {"id", "version", "sought"},
}


@pytest.mark.parametrize("model", WHERE)
def test_every_field_of_the_model_is_compared(model):
    assert {field.name for field in fields(model)} == WHERE[model] | NO_FACETS.get(model, set())


def test_the_rubrics_of_the_project_do_not_differ_from_themselves():
    for path in (Path(__file__).parents[2] / "rubrics").glob("*.yaml"):
        rubric = load_rubric_text(path.read_text("utf-8"))
        assert not rubric_differences(rubric, rubric)


FOLLOWING = """\
rubric: demo
symbols: {m: positive}
parts:
  1:
    items:
      mass: {numeric: 2}
      other: {numeric: 3}
      double: {numeric: 2 m, follows: {m: FOLLOWED}}
"""


def test_what_is_followed_is_compared():
    old, new = (
        load_rubric_text(FOLLOWING.replace("FOLLOWED", followed))
        for followed in ("1.mass", "{item: 1.other, where: m < 9, share: 50%}")
    )
    (changed,) = rubric_differences(old, new).changed
    assert [(one.aspect, one.before, one.after) for one in changed.differences if one.aspect is Aspect.FOLLOWS] == [
        (Aspect.FOLLOWS, "1.mass", "1.other where m < 9, at most 50%")
    ]
