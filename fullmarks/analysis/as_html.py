"""Statistics as one page for a browser or a printer, with nothing to load and nothing that runs."""

from __future__ import annotations

from collections.abc import Sequence

from fullmarks.analysis.plots import difficulty, histogram, verdicts
from fullmarks.analysis.statistics import ClassStatistics, ItemStatistics
from fullmarks.analysis.suspicion import Suspicion
from fullmarks.analysis.words import COLUMNS, answer_words, number, percent, scores_sentence, shares, suspicion_sentence
from fullmarks.report.shown import shown
from fullmarks.report.template import template

Row = tuple[str, ...]
LONGEST_ANSWER = 400


def as_html(statistics: ClassStatistics, suspicious: Sequence[Suspicion], title: str, *, answers: int = 10) -> str:
    """The whole page; of each item the so many commonest ``answers``."""
    return template("statistics.html", "fullmarks.analysis").render(
        title=shown(title),
        count=statistics.scores.count,
        scores=scores_sentence(statistics.scores),
        histogram=histogram(statistics.scores),
        suspicious=[(one.item, suspicion_sentence(one)) for one in suspicious],
        verdicts=verdicts(statistics.items),
        difficulty=difficulty(statistics.items),
        columns=(*COLUMNS, "mean", "discrimination"),
        items=[_item(item) for item in statistics.items],
        answers=[
            (item.item, [_group(item, place) for place in range(min(answers, len(item.groups)))])
            for item in statistics.items
        ],
        tries=[(item.item, _tries(item)) for item in statistics.items if set(item.attempts) - {0, 1}],
    )


def _item(item: ItemStatistics) -> tuple[str, Row]:
    found = shares(item)
    return item.item, (
        *(percent(found[name]) for name in COLUMNS),
        percent(item.difficulty),
        number(item.discrimination),
    )


def _group(item: ItemStatistics, place: int) -> Row:
    group = item.groups[place]
    verdict = group.verdict.value.replace("_", " ")
    spellings = " · ".join(answer_words(text, LONGEST_ANSWER) for text in group.spellings)
    reading = answer_words(group.reading, LONGEST_ANSWER)
    return f"{group.count:,}", verdict, percent(group.rest), reading, spellings, group.code or ""


def _tries(item: ItemStatistics) -> str:
    return ", ".join(f"{count:,} × {tries}" for tries, count in item.attempts.items())
