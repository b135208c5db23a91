"""What a rubric is once it is loaded, and files that cannot be opened.

``pytest tests/rubric --rewrite-goldens`` writes the golden anew; what changes in it must then be read line by line.
"""

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from fullmarks.errors import RubricError
from fullmarks.expr.plain import plain
from fullmarks.rubric.load import load_rubric, load_rubric_text
from fullmarks.rubric.model import Followed, Item, Key, Part, Rubric

HERE = Path(__file__).parent
WHOLE = HERE / "whole.yaml"
GOLDEN = HERE / "goldens" / "whole.json"


@pytest.fixture(scope="module")
def whole() -> Rubric:
    return load_rubric(WHOLE)


def test_golden(whole: Rubric, request: pytest.FixtureRequest):
    found = rubric_shown(whole)
    if request.config.getoption("--rewrite-goldens"):
        GOLDEN.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert found == json.loads(GOLDEN.read_text("utf-8"))


def test_a_name_that_looks_like_a_number_stays_as_it_is_written(whole: Rubric):
    assert [part.id for part in whole.parts] == ["1", "1e3", "2g"]
    assert [item.id for item in whole.parts[1].items] == ["1e3.later", "1e3.gone", "1e3.output", "1e3.shape"]


def test_a_number_keeps_its_spelling(whole: Rubric):
    texts = {item.id: item.keys[0].text for item in whole.items()}
    assert (texts["1.rate"], texts["1e3.later"]) == ("0.50", "1e3")


def test_a_part_is_found_by_its_id(whole: Rubric):
    assert whole.part("2g") is whole.parts[2]
    assert whole.part("2G") is None


def test_loading_is_pure(whole: Rubric):
    assert rubric_shown(load_rubric_text(WHOLE.read_text("utf-8"))) == rubric_shown(whole)


@pytest.mark.parametrize(
    "content, line",
    [
        pytest.param(None, "1:1: The file cannot be opened: No such file or directory.", id="no file"),
        pytest.param(b"rubric: caf\xe9\n", "1:12: This byte is not UTF-8. Save the file as UTF-8 text.", id="Latin 1"),
        pytest.param(
            "# ä\nrubric: ä".encode() + b"\xff",
            "2:10: This byte is not UTF-8. Save the file as UTF-8 text.",
            id="a broken character",
        ),
        pytest.param(
            b"",
            "1:1: The file is empty. A rubric begins with “rubric: ” and its name.",
            id="nothing",
        ),
        pytest.param(
            b"#" * 1_000_001,
            "1:1: The file has 1,000,001 characters; a rubric may have 1,000,000.",
            id="too long",
        ),
    ],
)
def test_a_file_that_cannot_be_read(content: bytes | None, line: str, tmp_path: Path):
    path = tmp_path / "bad.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RubricError) as caught:
        load_rubric(path)
    assert str(caught.value) == f"{path}:{line}"
    assert caught.value.code == "bad_rubric"


def test_a_byte_order_mark_is_no_character_of_the_rubric(tmp_path: Path):
    path = tmp_path / "marked.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.read_bytes())
    assert load_rubric(path).version == load_rubric(WHOLE).version


# shown as JSON, for the golden


def rubric_shown(rubric: Rubric) -> dict:
    return {
        "id": rubric.id,
        "title": rubric.title,
        "version": rubric.version,
        "stated_points": amount(rubric.stated_points),
        "attempts": [rubric.attempts.counts, *map(str, attempt_shares(rubric))],
        "late": None if (late := rubric.late) is None else [*map(str, (late.cost, late.after, late.grace, late.cap))],
        "rounding": [amount(step) for step in dataclasses.astuple(rubric.rounding)],
        "release": [rubric.release.verdicts, rubric.release.keys],
        "files": list(rubric.files),
        "parts": [part_shown(part) for part in rubric.parts],
    }


def attempt_shares(rubric: Rubric) -> tuple[object, ...]:
    return rubric.attempts.cost, rubric.attempts.hint_cost, rubric.attempts.submission_cost, rubric.attempts.cap


def part_shown(part: Part) -> dict:
    return {
        "id": part.id,
        "title": part.title,
        "aliases": list(part.aliases),
        "stated_points": amount(part.stated_points),
        "items": [dict(item_shown(item)) for item in part.items],
    }


def item_shown(item: Item) -> Iterator[tuple[str, object]]:
    yield from {"id": item.id, "title": item.title, "kind": item.checker.kind, "wants": item.wants}.items()
    yield from {"points": str(item.points), "optional": item.optional, "void": item.void, "line": item.line}.items()
    yield "options", item.keys[0].options.model_dump(mode="json", exclude_defaults=True)
    yield "keys", [[*key_shown(key), str(key.share), key.say] for key in item.keys]
    yield "known", [[*key_shown(one.key), str(one.points), one.say, one.note] for one in item.known]
    yield "conventions", [[one.name, *key_shown(one.key), str(one.points), one.say] for one in item.conventions]
    yield "near", {code: str(share) for code, share in item.near.items()}
    yield from {
        "targets": list(item.targets),
        "labels": list(item.labels),
        "say": dict(item.say),
        "note": item.note,
    }.items()
    yield "examples", [[one.answer, one.verdict, one.code, amount(one.points), one.line] for one in item.examples]
    yield from {
        "follows": [follow_shown(one) for one in item.follows],
        "hash": item.hash,
        "seed": item.assumptions.seed,
    }.items()
    vocabulary = item.vocabulary
    yield "symbols", {name: repr(domain) for name, domain in vocabulary.symbols.items()}
    yield "functions", sorted(vocabulary.functions)
    yield "indexed", sorted(vocabulary.indexed)
    yield "operators", dict(vocabulary.operators)


def key_shown(key: Key) -> list[str]:
    return [key.text, plain(key.tree)]


def amount(points: object) -> str | None:
    return None if points is None else str(points)


def follow_shown(one: Followed) -> list[object]:
    where = None if one.where is None else plain(one.where)
    return [one.name, one.earlier.id, *one.definition.parameters, plain(one.definition.value), where, str(one.share)]
