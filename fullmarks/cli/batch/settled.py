"""What came of each submission. A result is kept the moment it is there; whatever must wait for its turn waits without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fullmarks.cli.batch.answers import Answered, Lost, Piece
from fullmarks.cli.batch.grading import Graded, graded_of, not_gradable
from fullmarks.cli.handed_in import Entry, HandedIn, Refused
from fullmarks.cli.journal import Journal, Place
from fullmarks.cli.status import Status
from fullmarks.records import frozen


@frozen
class NewResult:
    """A grading, or why there is none; ``place`` is where its result is kept, if it is."""

    graded: Graded
    place: Place | None = None


@frozen
class KnownResult:
    """A result that is read only when its turn comes."""

    journal: Journal
    place: Place

    def line(self) -> str:
        return self.journal.line(self.place)


Mine = HandedIn | Refused | KnownResult
"""What goes along with a piece of work: whose it is, why it is none, or where its result is already."""


def pieces_of(entries: Iterable[Entry], kept: Journal | None) -> Iterator[Piece[Mine]]:
    """A piece of work for each submission whose result is not kept already."""
    for entry in entries:
        if isinstance(entry, Refused):
            yield entry, None
            continue
        text = entry.model_dump_json()
        place = kept.known(text) if kept else None
        yield (KnownResult(kept, place), None) if kept and place else (entry, text)


def settled(answered: Answered[Mine], kept: Journal | None) -> NewResult | KnownResult:
    """Keeps the result, if there is one and results are kept."""
    mine, answer = answered.mine, answered.answer
    if isinstance(mine, KnownResult):
        return mine
    if isinstance(mine, Refused):
        return NewResult(not_gradable(mine.name, mine.error))
    if not isinstance(answer, str):
        why = answer.why if isinstance(answer, Lost) else ""
        return NewResult(Graded(name=mine.name, status=Status.FAILED, why=why))
    graded = graded_of(answer)
    if kept is None or not graded.result:
        return NewResult(graded)
    return NewResult(graded.model_copy(update={"result": ""}), kept.keep(graded.result))
