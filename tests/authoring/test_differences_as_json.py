"""What two rubrics say differently, for programs."""

import json

from fullmarks.authoring.differences_as_json import RubricDiff, differences_as_json
from fullmarks.rubric.differences import Changed, Difference, RubricDifferences
from fullmarks.rubric.facets import Aspect
from fullmarks.rubric.load import load_rubric_text

RUBRIC = load_rubric_text("rubric: demo\nparts: {1: {items: {a: {numeric: 1}}}}\n")


def test_the_shape():
    changes = (Difference(Aspect.KEY, "", "1", "2"), Difference(None, "", None, None))
    found = RubricDifferences((Changed("1.a", changes, verdicts=True),), ("1.b",), ("1.c",), (("1.d", "1.e"),))
    written = differences_as_json(found, RUBRIC, RUBRIC)
    assert "\n" not in written
    rubric = {"id": "demo", "version": RUBRIC.version}
    assert json.loads(written) == {
        "schema": "fullmarks/rubric-diff@1",
        "old": rubric,
        "new": rubric,
        "changed": [
            {
                "place": "1.a",
                "verdicts": True,
                "changes": [
                    {"aspect": "key", "name": "", "before": "1", "after": "2"},
                    {"aspect": "something else", "name": "", "before": None, "after": None},
                ],
            }
        ],
        "added": ["1.b"],
        "removed": ["1.c"],
        "renamed": [{"before": "1.d", "after": "1.e"}],
    }
    assert RubricDiff.model_validate_json(written).model_dump_json() == written
