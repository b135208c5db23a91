"""Every rubric of this repository: nothing looks wrong in it, its examples hold, and they reach all its rules."""

from pathlib import Path

import pytest

from fullmarks.authoring.coverage import coverage
from fullmarks.authoring.examples import try_examples
from fullmarks.authoring.lint import lint
from fullmarks.rubric.build import build
from fullmarks.rubric.load import load_rubric
from fullmarks.rubric.model import Rubric
from fullmarks.rubric.parse import parse

FOLDER = Path(__file__).parents[2] / "rubrics"
RUBRICS = [pytest.param(path, id=path.stem) for path in sorted(FOLDER.glob("*.yaml"))]


def test_there_are_rubrics():
    assert RUBRICS


@pytest.mark.parametrize("path", RUBRICS)
def test_nothing_looks_wrong(path: Path):
    parsed = parse(path.read_text("utf-8"), path.name)
    assert [f"{path.name}:{one.line}:{one.column}: {one.sentence}" for one in lint(parsed, build(parsed))] == []


@pytest.mark.parametrize("path", RUBRICS)
def test_its_examples_hold_and_reach_all_rules(path: Path):
    rubric = load_rubric(path)
    tried = tuple(try_examples(rubric))
    failed = [f"{path.name}:{one.example.line}: {surprise}" for one in tried for surprise in one.surprises]
    assert failed == []
    unreached = [f"{item.id}: {rule}" for item in rubric.items() for rule in coverage(item, tried).unreached]
    assert unreached == []


@pytest.mark.parametrize("path", RUBRICS)
def test_every_item_is_tried_with_right_and_with_other_answers(path: Path):
    for item in load_rubric(path).items():
        verdicts = [example.verdict for example in item.examples]
        assert len(verdicts) >= 4, item.id
        assert verdicts.count("correct") >= 2, item.id
        assert set(verdicts) - {"correct"}, item.id


# The homework that staff mark with this program: its items are named as in the marking scheme.

HOMEWORK_ITEMS = """
1a.runtime 1b.runtime 1b.rewrite 2a.reason 2b.scale 2c.norm 2d.scale 2e.rate 2f.setting 2g.direction 2g.scale
3a.y 3b.y2 3b.property 3c.output 3d.stride1 3d.stride2 4a.weights 4a.biases 4a.shape 4b.shape 4c.field 4d.factor 4d.advantage
4e.parameters 4e.activations 4f.g3 4f.g4 7a.element 7a.matrix 7a.update 7b.mean 7b.variance 7b.growth 7c.max 7c.average 7d.contrast
""".split()


@pytest.fixture(scope="module")
def homework() -> Rubric:
    return load_rubric(FOLDER / "cs182-hw4.yaml")


def test_the_homework_has_these_items(homework: Rubric):
    assert [item.id for item in homework.items()] == HOMEWORK_ITEMS


def test_the_homework_counts_the_last_attempt_at_no_cost(homework: Rubric):
    attempts = homework.attempts
    assert (homework.id, attempts.counts, attempts.cost, attempts.hint_cost) == ("cs182-hw4", "last", 0, 0)


def test_every_item_of_the_homework_is_worth_a_point_but_for_one_that_is_optional(homework: Rubric):
    assert {item.id: item.points for item in homework.items() if item.points != 1} == {"1b.rewrite": 0}
    assert [item.id for item in homework.items() if item.optional] == ["1b.rewrite"]
