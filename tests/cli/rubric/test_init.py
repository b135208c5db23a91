"""``fullmarks rubric init``: a first rubric from a list of keys."""

import pytest

from fullmarks.rubric.load import load_rubric

KEYS = "# Sheet 1\n\n1a.runtime: 2 c d (2 points)\n1b: {3, -1}\n"


@pytest.fixture
def keys(tmp_path):
    (tmp_path / "keys.md").write_text(KEYS)
    return tmp_path


def test_a_rubric_that_passes_check_and_test(fullmarks, keys):
    ended = fullmarks("rubric", "init", "keys.md", "-o", "sheet.yaml")
    assert (ended.status, ended.out, ended.err) == (0, "", "sheet.yaml: 2 parts, 2 items. Look it over.\n")
    assert fullmarks("rubric", "check", "sheet.yaml").status == 0
    assert fullmarks("rubric", "test", "--strict", "sheet.yaml").status == 0
    rubric = load_rubric(keys / "sheet.yaml")
    assert (rubric.id, rubric.title, [item.id for item in rubric.items()]) == (
        "sheet",
        "Sheet 1",
        ["1a.runtime", "1b.answer"],
    )


def test_without_a_file_it_is_printed(fullmarks, keys):
    fullmarks("rubric", "init", "keys.md", "-o", "keys.yaml")
    ended = fullmarks("rubric", "init", "keys.md")
    assert (ended.status, ended.err, ended.out) == (0, "", (keys / "keys.yaml").read_text("utf-8"))


def test_standard_input_and_csv(fullmarks, keys):
    (keys / "more.csv").write_text("item,key\n2.x,5\n")
    ended = fullmarks("rubric", "init", "-", "more.csv", "--id", "both", stdin=KEYS)
    assert ended.status == 0
    assert "rubric: both\n" in ended.out
    assert "  2:\n" in ended.out


def test_a_file_is_written_over_only_by_force(fullmarks, keys):
    (keys / "sheet.yaml").write_text("mine\n")
    ended = fullmarks("rubric", "init", "keys.md", "-o", "sheet.yaml")
    assert (ended.status, (keys / "sheet.yaml").read_text()) == (2, "mine\n")
    assert ended.err.splitlines()[-1] == "Error: sheet.yaml is there already. Say --force to write over it."
    assert fullmarks("rubric", "init", "keys.md", "-o", "sheet.yaml", "--force").status == 0
    assert load_rubric(keys / "sheet.yaml").items()


def test_what_is_no_key_is_told_and_does_not_stop_it(fullmarks, keys):
    (keys / "keys.md").write_text(f"{KEYS}That is all.\n")
    ended = fullmarks("rubric", "init", "keys.md")
    assert (ended.status, ended.err) == (0, "keys.md:5: No key is in this line: “That is all.”\n")


@pytest.mark.parametrize(
    "text, told",
    [
        pytest.param(
            "nothing", "keys.md:1:1: There is no key here. Write one a line: 1a.runtime: 2 c d\n", id="no key"
        ),
        pytest.param(
            "1a: 5\n1a: 6\n", "keys.md:2:1: The item 1a.answer is listed twice. Keep one of them.\n", id="twice"
        ),
    ],
)
def test_a_list_that_cannot_be_used(fullmarks, keys, text, told):
    (keys / "keys.md").write_text(text)
    ended = fullmarks("rubric", "init", "keys.md", "-o", "sheet.yaml")
    assert (ended.status, ended.err) == (3, told)
    assert not (keys / "sheet.yaml").exists()


def test_the_name_of_a_file_becomes_an_id(fullmarks, keys):
    (keys / "keys.md").rename(keys / "Sheet 1 (final).md")
    assert "rubric: Sheet-1-final\n" in fullmarks("rubric", "init", "Sheet 1 (final).md").out


def test_beside_a_schema_the_file_names_it(fullmarks, keys):
    (keys / "schema").mkdir()
    (keys / "schema" / "rubric.schema.json").write_text("{}")
    fullmarks("rubric", "init", "keys.md", "-o", "sheet.yaml")
    first = (keys / "sheet.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=schema/rubric.schema.json"


def test_a_folder_that_is_not_there(fullmarks, keys):
    ended = fullmarks("rubric", "init", "keys.md", "-o", "nowhere/sheet.yaml")
    assert (ended.status, ended.err) == (
        1,
        "nowhere/sheet.yaml: the rubric cannot be written here: No such file or directory.\n",
    )
