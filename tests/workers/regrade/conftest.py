"""A class whose submissions are graded, in a database of each kind, and regrades of it done piece by piece."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import select

from fullmarks.report.engine_version import engine_version
from fullmarks.report.grade_submission import grade_submission
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.model import Rubric
from store.changes import changes_page
from store.claims import claim, finish
from store.clock import now
from store.database import Database, open_database
from store.migrate import migrate
from store.page import Page
from store.pieces import Phase, piece_counts, progress
from store.regrades import Asked, Regrade, RegradeState, begin, regrade
from store.reports import counted_report
from store.rubrics import RubricName, RubricSource, publish
from store.settings import StoreSettings
from store.submissions import HandedIn, bodies, receive
from store.tables import SubmissionRow
from workers.handed_in import read_body
from workers.marking import Marking
from workers.regrade.applying import begin_applying
from workers.regrade.counts import Counts
from workers.regrade.moves import MOVES
from workers.regrade.regrader import Regrader
from workers.settings import WorkerSettings
from workers.shelf import Shelf

CLASS = Path(__file__).with_name("class.yaml").read_text("utf-8")

ANSWERS = {
    "1.sum": ["n^2/2", "n(n+1)/2", "n^2", "n^2/4", "0.5 n^2", "n^2/3 +", "7", None],
    "1.way": ["up", "down", "sideways", None],
    "2.area": ["n m", "m*n", "n + m", "n m / 0", None],
    "2.cost": ["3 n m", "3 (n + m)", "3 n", "n m", None],
    "3.slope": ["1/3", "0.333", "3", "two", None],
    "3.why": ["It rises.", "It goes up; so the sign is +", "Because.", None],
}
CHATS = [
    ["1. The sum is $n^2$; up.", "Are you sure?", "1. The sum is $n(n+1)/2$, so up."],
    ["2. The area is $n + m$, the cost is $3(n + m)$.", "Hm.", "2. The area is $n m$."],
]
DOCUMENT = "## 1\n\nsum: $n^2/2$\n\nway: up\n\n## 3\n\nslope: $1/3$\n"


def handed_in(number: int) -> dict[str, object]:
    """The submission of that number: mostly structured, some late, some chats, some documents."""
    chance = random.Random(number)
    if number % 9 == 7:
        said = chance.choice(CHATS)
        return {"messages": [{"role": ("assistant", "user")[at % 2], "content": text} for at, text in enumerate(said)]}
    if number % 9 == 8:
        return {"document": DOCUMENT.replace("1/3", chance.choice(["1/3", "3"]))}
    answers = {item: answer for item, given in ANSWERS.items() if (answer := chance.choice(given)) is not None}
    times = {"submitted_at": "2026-11-20T10:00:00Z", "due": "2026-11-19T10:00:00Z"} if number % 5 == 0 else {}
    return {"answers": answers or {"1.sum": "1"}, **times}


def graded(rubric: Rubric, submission: str, body: bytes) -> str:
    return grade_submission(rubric, read_body(body).submission(rubric, submission)).model_dump_json()


def moves(text: str) -> list[tuple]:
    return [
        (
            move.place,
            *((side.verdict, side.points) if side else None for side in (move.before, move.after)),
            move.reasons,
        )
        for move in MOVES.validate_json(text)
    ]


@dataclass
class World:
    """Steps of a regrade, as a worker's process does them."""

    database: Database
    settings: WorkerSettings
    shelf: Shelf = field(default_factory=Shelf)

    def __post_init__(self) -> None:
        self.regrader = Regrader(self.settings, self.database, self.shelf)

    def publish(self, text: str) -> Rubric:
        rubric = load_rubric_text(text, file="class")
        with self.database.locked() as connection:
            name = RubricName("main", "class", rubric.version, "")
            publish(connection, "main", [RubricSource(name, text)], now())
        return rubric

    def grade(self, rubric: Rubric, count: int) -> list[str]:
        """Hand in and grade the first so many submissions."""
        return [self.hand_in(rubric, handed_in(number)) for number in range(count)]

    def hand_in(self, rubric: Rubric, content: dict[str, object]) -> str:
        body = json.dumps({"rubric": "class", **content}).encode()
        marking = Marking("main", rubric)
        with self.database.transaction() as connection:
            (receipt,) = receive(connection, [HandedIn("main", "class", rubric.version, body)], now())
            held = claim(connection, receipt.id, "message", now(), self.settings.lease)
            report = marking(read_body(body).submission(rubric, receipt.id))
            finish(connection, [(held, report)], now())
        return receipt.id

    def begin(self, rubric: Rubric, **asked: object) -> str:
        wanted = {"applies_by_itself": False, "allow_lower": False, **asked}
        with self.database.transaction() as connection:
            return begin(connection, Asked("main", "class", rubric.version, engine_version(), **wanted), now())

    def look(self, regrade_id: str) -> Regrade:
        with self.database.transaction() as connection:
            return regrade(connection, regrade_id)

    def work(self, regrade_id: str, until: RegradeState = RegradeState.COMPUTED) -> Regrade:
        """Do pieces until it gets to a state, or fails."""
        for number in range(1000):
            one = self.look(regrade_id)
            if one.state in {until, RegradeState.FAILED}:
                return one
            self.regrader.work(regrade_id, f"message {number}")
        raise AssertionError(f"it stays {one.state}")

    def begin_applying(self, regrade_id: str) -> None:
        one = self.look(regrade_id)
        with self.database.transaction() as connection:
            assert begin_applying(connection, one, now())

    def apply(self, regrade_id: str) -> Regrade:
        self.begin_applying(regrade_id)
        return self.work(regrade_id, RegradeState.APPLIED)

    def regrade(self, rubric: Rubric) -> Regrade:
        regrade_id = self.begin(rubric)
        assert self.work(regrade_id).state is RegradeState.COMPUTED, self.look(regrade_id).cause
        return self.apply(regrade_id)

    def counts(self, regrade_id: str) -> Counts:
        with self.database.transaction() as connection:
            return Counts.of(piece_counts(connection, regrade_id, [Phase.COMPARE, Phase.GRADE]))

    def phases(self, regrade_id: str) -> set[Phase]:
        with self.database.transaction() as connection:
            return set(progress(connection, regrade_id))

    def served(self) -> dict[str, str]:
        with self.database.transaction() as connection:
            ids = connection.scalars(select(SubmissionRow.id)).all()
            return {one: counted_report(connection, one) for one in ids}

    def graded_anew(self, rubric: Rubric) -> dict[str, str]:
        """What grading every submission from nothing gives."""
        with self.database.transaction() as connection:
            rows = connection.execute(select(SubmissionRow.id, SubmissionRow.handed_in)).all()
        return {one: graded(rubric, one, body) for one, body in rows}

    def graded_anew_one(self, rubric: Rubric, submission: str) -> str:
        with self.database.transaction() as connection:
            ((_, body),) = bodies(connection, [submission])
        return graded(rubric, submission, body)

    def difference(self, regrade_id: str) -> dict[str, tuple[float, float, list[tuple]]]:
        """By submission its score before and after, and what changes, as it is shown."""
        with self.database.transaction() as connection:
            page = changes_page(connection, regrade_id, Page(1000))
        return {one.submission_id: (one.before, one.score, moves(one.changes)) for one in page}


@pytest.fixture(params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    address = "" if request.param == "sqlite" else request.getfixturevalue("new_postgresql_url")()
    settings = WorkerSettings(data=tmp_path, database=address, broker="redis+socket:///nowhere")
    database = open_database(StoreSettings(data=tmp_path, database=address).database_url)
    with database.locked() as connection:
        migrate(connection)
    yield World(database, settings)
    database.close()


@pytest.fixture
def changed() -> Callable[..., str]:
    """The class's rubric with words exchanged: old, new, old, new …"""

    def change(*words: str) -> str:
        text = CLASS
        for old, new in zip(words[::2], words[1::2], strict=True):
            assert old in text
            text = text.replace(old, new, 1)
        return text

    return change
