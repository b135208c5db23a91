import pytest

from fullmarks.errors import AuthorError, OperatorError
from service.publish import publish_folder
from store.database import open_database
from store.migrate import migrate
from store.rubrics import current_rubrics, rubric_text
from store.settings import StoreSettings


@pytest.fixture
def database(tmp_path):
    database = open_database(StoreSettings(data=tmp_path).database_url)
    migrate(database)
    yield database
    database.close()


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


def test_every_rubric_of_a_folder_is_served(database, folder, algebra):
    other = algebra.replace("rubric: algebra", "rubric: other")
    publish_folder(database, folder(a__yaml=algebra, b__yml=other, notes__txt="no rubric"))
    with database.transaction() as connection:
        served = current_rubrics(connection)
        assert [name.id for name in served] == ["algebra", "other"]
        assert rubric_text(connection, "algebra", served[0].version) == algebra


def test_all_mistakes_of_all_files_are_told_and_nothing_is_published(database, folder, algebra):
    made = folder(a__yaml="- 1", b__yaml="- 2", c__yaml=algebra)
    with pytest.raises(AuthorError) as refused:
        publish_folder(database, made)
    assert [line.split(": ")[0] for line in str(refused.value).splitlines()] == [
        f"{made}/a.yaml:1:1",
        f"{made}/b.yaml:1:1",
    ]
    with database.transaction() as connection:
        assert current_rubrics(connection) == []


def test_one_id_in_two_files_is_a_mistake(database, folder, algebra):
    made = folder(a__yaml=algebra, b__yaml=algebra)
    with pytest.raises(AuthorError) as refused:
        publish_folder(database, made)
    assert str(refused.value) == f"{made}/b.yaml:1:1: The rubric “algebra” is in {made}/a.yaml already."


def test_a_folder_without_rubrics_is_the_operators_mistake(database, folder):
    made = folder(notes__txt="no rubric")
    with pytest.raises(OperatorError) as refused:
        publish_folder(database, made)
    assert str(refused.value) == (
        f"There is no rubric in {made}: name the folder that holds them, one .yaml file each, "
        "with --rubrics or FULLMARKS_RUBRICS."
    )
