"""How long a class is regraded after one key has changed.

    python -m benchmarks.regrade                       100,000 submissions of 30 items, in SQLite
    python -m benchmarks.regrade --database postgresql://…

Some thousand submissions are graded in truth, from answers as a class gives them: a few right spellings, a few common mistakes, and some
answers that nobody else has. The others are copies of these under ids of their own. Making them is not counted.
"""

import argparse
import json
import multiprocessing
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from fullmarks.report.engine_version import engine_version
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.model import Rubric
from store.clock import now
from store.courses import FIRST_COURSE
from store.database import Database, open_database
from store.ids import new_id
from store.migrate import migrate
from store.pieces import Phase, piece_counts
from store.regrades import Asked, RegradeState, begin, regrade
from store.reports import Grading, StoredReport, counted_report, keep
from store.rubrics import RubricName, RubricSource, publish
from store.state import State
from store.tables import SubmissionRow
from workers.handed_in import read_body
from workers.marking import Marking
from workers.regrade.applying import begin_applying
from workers.regrade.counts import Counts
from workers.regrade.regrader import Regrader
from workers.settings import WorkerSettings
from workers.shelf import Shelf

ITEMS = 30
ORIGINALS = 4_000
TOGETHER = 500
PROCESSES = 2
KEYS = (
    ("2 a n^2 m", ("2 n^2 a m", "a n^2 m * 2"), ("a n^2 m", "2 a n m", "2 a n^2")),
    ("1/sqrt(n)", ("n^(-1/2)", "\\frac{1}{\\sqrt{n}}"), ("sqrt(n)", "1/n", "1/sqrt(m)")),
    ("(n - m + 1)^2", ("(1 + n - m)^2", "n^2 - 2 n m + 2 n + m^2 - 2 m + 1"), ("(n - m)^2", "n - m + 1")),
    ("x^2 + 3x + 2", ("(x + 1)(x + 2)", "2 + 3x + x^2"), ("x^2 + 3x - 2", "x^2 + 2x + 3")),
    ("e^(2x)", ("exp(2x)", "(e^x)^2"), ("2 e^x", "e^x")),
)
CHANGED = ("2 a n^2 m", "a n^2 m")
"""The key of the first item before and after."""


def rubric_text(first: str) -> str:
    """The rubric with this key in its first item."""
    lines = ["rubric: class", "symbols: {a n m: positive integer, x: real}", "parts:"]
    for number in range(ITEMS):
        key = first if number == 0 else KEYS[number % len(KEYS)][0]
        lines.append(f"  p{number // 2}:" if number % 2 == 0 else "")
        if number % 2 == 0:
            lines.append("    items:")
        lines.append(f"      i{number}: {{symbolic: '{key}'}}")
    return "\n".join(line for line in lines if line) + "\n"


def answers_of(chance: random.Random) -> dict[str, str]:
    """What one of a class hands in."""
    return {
        f"p{number // 2}.i{number}": answer
        for number in range(ITEMS)
        if (answer := _answer(KEYS[number % len(KEYS)], chance)) is not None
    }


def _answer(of: tuple[str, tuple[str, ...], tuple[str, ...]], chance: random.Random) -> str | None:
    key, spellings, mistakes = of
    drawn = chance.random()
    if drawn < 0.04:
        return None
    if drawn < 0.06:
        return f"{key} + {chance.randrange(2, 1000)}"
    if drawn < 0.65:
        return chance.choice((key, key, *spellings))
    return chance.choices(mistakes, weights=range(len(mistakes), 0, -1))[0]


def make(database: Database, old: Rubric, count: int) -> None:
    """A course with so many graded submissions."""
    with database.locked() as connection:
        migrate(connection)
        for first in CHANGED:
            rubric = load_rubric_text(rubric_text(first), file="class")
            name = RubricName(FIRST_COURSE, "class", rubric.version, "")
            publish(connection, FIRST_COURSE, [RubricSource(name, rubric_text(first))], now())
    chance, marking = random.Random(7), Marking(FIRST_COURSE, old)
    originals = list(_originals(marking, chance, min(count, ORIGINALS)))
    known: set[bytes] = set()
    for start in range(0, count, TOGETHER):
        moment = datetime.now(UTC)
        chosen = [originals[number % len(originals)] for number in range(start, min(start + TOGETHER, count))]
        rows, gradings = [], []
        for body, report in chosen:
            submission = new_id(moment)
            rows.append(_row(submission, old, body, moment))
            gradings.append(
                Grading(submission, old.version, replace(report, body=report.body.replace("?", submission, 1)))
            )
        with database.transaction(durable=False) as connection:
            connection.execute(insert(SubmissionRow), rows)
            known |= keep(connection, gradings, moment, known)


def _originals(marking: Marking, chance: random.Random, count: int) -> Iterator[tuple[bytes, StoredReport]]:
    for _ in range(count):
        body = json.dumps({"rubric": "class", "answers": answers_of(chance)}).encode()
        yield body, marking(read_body(body).submission(marking.rubric, "?"))


def _row(submission: str, rubric: Rubric, body: bytes, moment: datetime) -> dict[str, object]:
    return {
        "id": submission,
        "course_id": FIRST_COURSE,
        "rubric_id": rubric.id,
        "rubric_version": rubric.version,
        "engine_version": engine_version(),
        "state": State.GRADED,
        "handed_in": body,
        "received_at": moment,
        "finished_at": moment,
        "lease_until": moment,
        "sends": 1,
        "claims": 1,
    }


def _work(settings: WorkerSettings, regrade_id: str, number: int) -> None:
    """What a worker's process does with the messages of a regrade, without the broker between."""
    database = open_database(settings.database_url)
    regrader = Regrader(settings, database, Shelf())
    while True:
        regrader.work(regrade_id, f"message {number}")
        with database.transaction() as connection:
            one = regrade(connection, regrade_id)
        if one is None or one.state in {RegradeState.COMPUTED, RegradeState.APPLIED, RegradeState.FAILED}:
            break
    database.close()


def run(settings: WorkerSettings, regrade_id: str) -> float:
    """Work with as many processes as there are cores until there is nothing to do; the seconds that it took."""
    begun = time.perf_counter()
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_work, args=(settings, regrade_id, number)) for number in range(PROCESSES)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return time.perf_counter() - begun


def measure(settings: WorkerSettings, count: int) -> None:
    """Make a class, regrade it, and say how long each step took."""
    old, new = (load_rubric_text(rubric_text(first), file="class") for first in CHANGED)
    database = open_database(settings.database_url)
    begun = time.perf_counter()
    make(database, old, count)
    print(f"made     {count:,} submissions of {ITEMS} items in {time.perf_counter() - begun:.1f} s")
    with database.transaction() as connection:
        asked = Asked(FIRST_COURSE, "class", new.version, engine_version(), applies_by_itself=False, allow_lower=True)
        regrade_id = begin(connection, asked, now())
    computed = run(settings, regrade_id)
    with database.transaction() as connection:
        counts = Counts.of(piece_counts(connection, regrade_id, [Phase.COMPARE, Phase.GRADE]))
        one = regrade(connection, regrade_id)
    with database.transaction() as connection:
        begin_applying(connection, one, now())
    print(f"computed {computed:.1f} s: {counts.changed:,} change, {counts.up:,} up, {counts.down:,} down")
    applied = run(settings, regrade_id)
    with database.transaction() as connection:
        one = regrade(connection, regrade_id)
    print(f"applied  {applied:.1f} s: {one.state if one else '?'}, {one.cause if one else ''}")
    print(f"together {computed + applied:.1f} s")
    _check(database, new)
    database.close()


def _check(database: Database, new: Rubric) -> None:
    """Some reports that are served are those of grading again."""
    marking = Marking(FIRST_COURSE, new)
    with database.transaction() as connection:
        rows = connection.exec_driver_sql("SELECT id, handed_in FROM submissions ORDER BY id LIMIT 200").all()
        for submission, body in rows:
            again = marking(read_body(bytes(body)).submission(new, submission))
            if counted_report(connection, submission) != again.body:
                raise SystemExit(f"{submission} is served otherwise than it would be graded")


def main(arguments: Sequence[str] | None = None) -> None:
    """The program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--submissions", type=int, default=100_000)
    parser.add_argument("--database", default="", help="an empty PostgreSQL database; by default SQLite")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        measure(WorkerSettings(data=Path(folder), database=given.database, broker="redis://unused"), given.submissions)


if __name__ == "__main__":
    main()
