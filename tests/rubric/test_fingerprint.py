"""What changes a rubric's version and an item's hash, and what does not."""

from pathlib import Path

import pytest

from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.model import Rubric

WHOLE = (Path(__file__).parent / "whole.yaml").read_text("utf-8")


def hashes(rubric: Rubric) -> dict[str, str]:
    return {item.id: item.hash for item in rubric.items()}


def changed(written: str, instead: str) -> tuple[bool, set[str]]:
    """Whether the version is another one, and the items whose hash is."""
    assert WHOLE.count(written) >= 1
    before, after = load_rubric_text(WHOLE), load_rubric_text(WHOLE.replace(written, instead, 1))
    old, new = hashes(before), hashes(after)
    return before.version != after.version, {item for item in old.keys() | new.keys() if old.get(item) != new.get(item)}


@pytest.mark.parametrize(
    "written, instead",
    [
        pytest.param("rubric: whole", "# a comment\n\nrubric:   whole", id="comments and spaces"),
        pytest.param("title: Exact cost", "title: 'Exact cost'", id="quotes"),
        pytest.param("numeric: 0.50, relative: 1e-3", "relative: 1e-3, numeric: 0.50", id="order of an item's names"),
        pytest.param("points: 3\n        also", "points: 6/2\n        also", id="a number written otherwise"),
        pytest.param(
            "choice: [explode, vanish]", "choice:\n          - explode\n          - vanish", id="a list by lines"
        ),
        pytest.param("form: [no decimals]", "form: no decimals", id="one for a list of one"),
        pytest.param(
            "points: 3\n        also", "points: 3\n        optional: no\n        also", id="what holds anyway"
        ),
        pytest.param("verdict: partial", "verdict: incorrect", id="a test"),
    ],
)
def test_layout_and_tests_change_nothing(written: str, instead: str):
    assert changed(written, instead) == (False, set())


@pytest.mark.parametrize(
    "written, instead",
    [
        pytest.param("title: Exact cost", "title: Cost", id="a title"),
        pytest.param("say: Count both products.", "say: Count again.", id="feedback"),
        pytest.param("labels: cost", "labels: price", id="a label"),
        pytest.param("counts: best", "counts: last", id="which attempt counts"),
        pytest.param(
            "relative: 1e-3, points: 2", "relative: 1e-3, points: 3", id="points of an item without known mistakes"
        ),
        pytest.param("note: See the lecture", "note: See lecture 3", id="a note for staff"),
    ],
)
def test_a_rubric_is_another_one_though_no_verdict_is(written: str, instead: str):
    assert changed(written, instead) == (True, set())


@pytest.mark.parametrize(
    "written, instead, items",
    [
        pytest.param("symbolic: 2 c d_out^2 d_in", "symbolic: 3 c d_out^2 d_in", {"1.cost"}, id="key"),
        pytest.param("form: [no decimals]", "form: [expanded]", {"1.cost"}, id="option"),
        pytest.param("relative: 1e-3", "relative: 1e-4", {"1.rate", "1e3.shape"}, id="tolerance, and what follows"),
        pytest.param("share: 1/2", "share: 1/3", {"1.cost"}, id="share of a further key"),
        pytest.param("points: 1.5", "points: 1", {"1.cost"}, id="points of a known mistake"),
        pytest.param("sign: 25%", "sign: 30%", {"1.cost"}, id="credit by code"),
        pytest.param("target: T", "target: t", {"1.cost"}, id="target"),
        pytest.param("void: yes", "void: no", {"1e3.gone"}, id="void"),
        pytest.param("flipped: '-key'", "flipped: [[1, 2], [3, 4]]", {"1e3.output"}, id="convention"),
        pytest.param("item: 1.rate", "item: 1.cost", {"1e3.shape"}, id="what is followed"),
        pytest.param("where: r < 1", "where: r < 2", {"1e3.shape"}, id="which earlier answers may be put in"),
        pytest.param("share: 50%", "share: 60%", {"1e3.shape"}, id="what a step from a wrong answer earns"),
        pytest.param("0 <= n < 7: c n", "0 <= n < 8: c n", {"2g.steps"}, id="border of a piece"),
        pytest.param(
            "n < 0: 0, 0 <= n < 7: c n", "0 <= n < 7: c n, n < 0: 0", {"2g.steps"}, id="order of pieces, tried in turn"
        ),
        pytest.param("{c: real}", "{c: complex}", {"2g.direction", "2g.steps", "2g.reason"}, id="domain in a part"),
    ],
)
def test_what_decides_a_verdict_changes_the_hash_of_its_item(written: str, instead: str, items: set[str]):
    assert changed(written, instead) == (True, items)
