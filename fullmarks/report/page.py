"""What a page shows of reports, ready for its template: texts made safe to look at, levels and anchors decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from fullmarks.records import frozen
from fullmarks.report.facts import (
    MARKS,
    Fact,
    Label,
    attempt_words,
    facts,
    item_name,
    points_words,
    told_items,
    total_sentence,
    verdict_words,
)
from fullmarks.report.formulas import formula
from fullmarks.report.model import Report, ReportAttempt, ReportItem, ReportNotGraded, ReportPart
from fullmarks.report.named import NamedReport
from fullmarks.report.pending import pending_points
from fullmarks.report.shown import shown
from fullmarks.rubric.model import Item, Rubric

LONGEST_ANSWER = 4_000
"""So much of an answer is shown; JSON holds all of it."""


@frozen
class PageFact:
    """One line about an item: how it was read as a formula, text as it was typed, a sentence, or a picture below one."""

    label: str
    formula: Markup | None = None
    typed: str = ""
    sentence: str = ""
    picture: str = ""


@frozen
class PageItem:
    """An item; ``verdict`` is the class by which it is coloured, ``words`` say the same."""

    anchor: str
    name: str
    mark: str
    verdict: str
    words: str
    points: str
    facts: tuple[PageFact, ...]


@frozen
class PageAttempt:
    """An attempt; without a heading where it is the only one."""

    heading: str
    items: tuple[PageItem, ...]


@frozen
class PagePart:
    """A part with its points."""

    anchor: str
    id: str
    title: str
    score: str
    max_score: str
    attempts: tuple[PageAttempt, ...]


@frozen
class PageReport:
    """One submission."""

    anchor: str
    name: str
    total: str
    score: str
    max_score: str
    open: str
    origin: str
    parts: tuple[PagePart, ...]
    not_graded: tuple[PageFact, ...]


@frozen
class Page:
    """The whole page."""

    title: str
    reports: tuple[PageReport, ...]


def page(named: Sequence[NamedReport], rubric: Rubric) -> Page:
    """The page of one submission or of many, by the rubric that graded them."""
    items = {item.id: item for item in rubric.items()}
    reports = tuple(_Report(f"s{number}", items).made(one) for number, one in enumerate(named, 1))
    return Page(shown(rubric.title or rubric.id), reports)


@frozen
class _Report:
    """Makes one report; ``anchor`` begins every anchor in it."""

    anchor: str
    items: Mapping[str, Item]

    def made(self, named: NamedReport) -> PageReport:
        report = named.report
        pending = pending_points(report)
        return PageReport(
            anchor=self.anchor,
            name=shown(named.name),
            total=total_sentence(report),
            score=f"{report.score:g}",
            max_score=f"{report.max_score:g}",
            open=f"{pending:g}" if pending else "",
            origin=_origin(report),
            parts=tuple(self._part(part) for part in report.parts),
            not_graded=tuple(_not_graded(piece) for piece in report.not_graded),
        )

    def _part(self, part: ReportPart) -> PagePart:
        anchor = f"{self.anchor}-{part.id}"
        attempts = tuple(self._attempt(attempt, part, anchor) for attempt in part.attempts)
        return PagePart(anchor, part.id, shown(part.title), f"{part.score:g}", f"{part.max_score:g}", attempts)

    def _attempt(self, attempt: ReportAttempt, part: ReportPart, anchor: str) -> PageAttempt:
        heading = attempt_words(attempt, part).capitalize() if len(part.attempts) > 1 else ""
        items = tuple(self._item(item, f"{anchor}-{attempt.attempt}") for item in told_items(attempt, part))
        return PageAttempt(heading, items)

    def _item(self, item: ReportItem, anchor: str) -> PageItem:
        return PageItem(
            anchor=f"{anchor}-{item_name(item)}",
            name=item_name(item),
            mark=MARKS[item.verdict],
            verdict=item.verdict.value,
            words=verdict_words(item),
            points=points_words(item.points, item.max_points),
            facts=tuple(self._fact(fact, item) for fact in facts(item)),
        )

    def _fact(self, fact: Fact, item: ReportItem) -> PageFact:
        match fact.label:
            case Label.ANSWER:
                return PageFact(fact.label, typed=_cut(shown(fact.text)))
            case Label.READ_AS:
                drawn = formula(fact.text, item.id, self.items)
                return PageFact(fact.label, Markup(drawn) if drawn else None, _cut(shown(fact.text)))  # noqa: S704 - our own writer's, which escapes
            case _:
                sentence, _, picture = shown(fact.text).partition("\n")
                return PageFact(fact.label, sentence=sentence, picture=picture)


def _origin(report: Report) -> str:
    names = f"Rubric {report.rubric.id}, version {report.rubric.version[:12]}; submission {report.submission[:64]}"
    return shown(f"{names}; {report.engine}")


def _not_graded(piece: ReportNotGraded) -> PageFact:
    label = "" if piece.turn is None else f"message {piece.turn}"
    return PageFact(label, typed=shown(piece.heading), sentence=shown(piece.reason))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_ANSWER else f"{text[: LONGEST_ANSWER - 1]}…"
