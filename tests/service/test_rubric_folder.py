import pytest

from fullmarks.errors import AuthorError, OperatorError
from service.rubric_folder import read_folder


@pytest.fixture
def algebra(rubrics) -> str:
    return (rubrics / "algebra.yaml").read_text("utf-8")


@pytest.fixture
def folder(tmp_path):
    """A folder with these files in it."""
    made = tmp_path / "rubrics"
    made.mkdir()

    def write(**texts: str):
        for name, text in texts.items():
            (made / name.replace("__", ".")).write_text(text, "utf-8")
        return made

    return write


def test_every_rubric_of_a_folder_is_read(folder, algebra):
    other = algebra.replace("rubric: algebra", "rubric: other")
    sources = read_folder(folder(b__yml=algebra, a__yaml=other, notes__txt="no rubric"))
    assert [(source.name.id, source.name.title) for source in sources] == [
        ("other", "A first sheet of algebra"),
        ("algebra", "A first sheet of algebra"),
    ]
    assert [source.text for source in sources] == [other, algebra]


def test_all_mistakes_of_all_files_are_told(folder, algebra):
    made = folder(a__yaml="- 1", b__yaml="- 2", c__yaml=algebra)
    with pytest.raises(AuthorError) as refused:
        read_folder(made)
    places = [line.split(": ")[0] for line in str(refused.value).splitlines()]
    assert places == [f"{made}/a.yaml:1:1", f"{made}/b.yaml:1:1"]


def test_one_id_in_two_files_is_a_mistake(folder, algebra):
    made = folder(a__yaml=algebra, b__yaml=algebra)
    with pytest.raises(AuthorError) as refused:
        read_folder(made)
    assert str(refused.value) == f"{made}/b.yaml:1:1: The rubric “algebra” is in {made}/a.yaml already."


def test_a_folder_without_rubrics_is_the_operators_mistake(folder):
    made = folder(notes__txt="no rubric")
    with pytest.raises(OperatorError) as refused:
        read_folder(made)
    assert str(refused.value) == (
        f"There is no rubric in {made}: name the folder that holds them, one .yaml file each, "
        "with --rubrics or FULLMARKS_RUBRICS."
    )
