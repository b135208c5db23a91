from datetime import timedelta

from store.clock import now
from store.courses import FIRST_COURSE
from store.database import open_database
from store.migrate import migrate
from store.rubrics import RubricName, RubricSource, publish_one
from store.settings import StoreSettings
from store.submissions import HandedIn, receive
from tests.service.conftest import RUBRICS, running


def test_a_worker_removes_what_was_kept_long_enough(tmp_path, wait_until):
    database = open_database(StoreSettings(data=tmp_path).database_url)
    # One that can be read: a worker that starts before the API has published its own ends where it meets another.
    rubric = (RUBRICS / "algebra.yaml").read_text("utf-8")
    with database.locked() as connection:
        migrate(connection)
        publish_one(connection, RubricSource(RubricName(FIRST_COURSE, "algebra", "v1", ""), rubric), now())
        for days in (1, 10):
            handed_in = HandedIn(FIRST_COURSE, "algebra", "v1", b"{}", str(days))
            receive(connection, [handed_in], now() - timedelta(days=days))
    database.close()
    with running(tmp_path, {"FULLMARKS_RETENTION_DAYS": "5"}) as service:
        wait_until(lambda: service.rows("SELECT student FROM submissions") == [("1",)])
        assert service.rows("SELECT action, subject FROM audit WHERE action = 'submissions.prune'") == [
            ("submissions.prune", "1")
        ]
