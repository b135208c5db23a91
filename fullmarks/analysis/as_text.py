"""Statistics for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from fullmarks.analysis.statistics import ClassStatistics, ItemStatistics
from fullmarks.analysis.suspicion import Suspicion
from fullmarks.analysis.words import COLUMNS, answer_words, number, percent, scores_sentence, shares, suspicion_sentence
from fullmarks.report.lines import lines

_LONGEST_BAR = 40


def as_text(
    statistics: ClassStatistics,
    suspicious: Sequence[Suspicion],
    *,
    answers: int = 0,
    width: int = 100,
    color: bool = False,
) -> str:
    """All of it; of each item the so many commonest ``answers``."""
    return lines(_pieces(statistics, suspicious, answers), width=width, color=color)


def _pieces(statistics: ClassStatistics, suspicious: Sequence[Suspicion], answers: int) -> Iterator[RenderableType]:
    count = statistics.scores.count
    yield Text(f"{count:,} submission{'' if count == 1 else 's'}, {len(statistics.items)} items")
    if not count:
        return
    yield Text(scores_sentence(statistics.scores))
    yield Text()
    yield _histogram(statistics)
    yield Text()
    yield _items(statistics.items)
    yield Text()
    if suspicious:
        yield Text("Look at these keys:", style="bold")
        yield _suspicious(suspicious)
    else:
        yield Text("No key looks wrong.")
    for item in statistics.items if answers else ():
        yield Text()
        yield _answers(item, answers)


def _suspicious(suspicious: Sequence[Suspicion]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column("", no_wrap=True)
    table.add_column("", ratio=1, overflow="fold")
    for one in suspicious:
        table.add_row(f"  {one.item}", Text(suspicion_sentence(one)))
    return table


def _histogram(statistics: ClassStatistics) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Points", justify="right", no_wrap=True)
    table.add_column("Students", justify="right")
    table.add_column("")
    bins = statistics.scores.bins
    most = max((one.count for one in bins), default=0) or 1
    for one in bins:
        table.add_row(f"{one.low:g} – {one.high:g}", f"{one.count:,}", "█" * round(one.count / most * _LONGEST_BAR))
    return table


def _items(items: Sequence[ItemStatistics]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Item", no_wrap=True)
    for name in (*COLUMNS, "mean", "discr.", "tries"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("commonest mistake", ratio=1, overflow="ellipsis", no_wrap=True)
    for item in items:
        found = shares(item)
        mean_tries = sum(tries * count for tries, count in item.attempts.items()) / (item.sittings or 1)
        mistake = next((f"{code} ({count:,})" for code, count in item.codes.items()), "")
        table.add_row(
            item.item,
            *(percent(found[name]) for name in COLUMNS),
            percent(item.difficulty),
            number(item.discrimination),
            f"{mean_tries:.1f}",
            mistake,
        )
    return table


def _answers(item: ItemStatistics, most: int) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", title=item.item, title_justify="left")
    table.add_column("count", justify="right")
    table.add_column("verdict", no_wrap=True)
    table.add_column("elsewhere", justify="right")
    table.add_column("answer", ratio=1, overflow="fold")
    table.add_column("diagnosis", no_wrap=True)
    for group in item.groups[:most]:
        verdict = group.verdict.value.replace("_", " ")
        words = answer_words(group.reading, 200)
        table.add_row(f"{group.count:,}", verdict, percent(group.rest), Text(words), group.code or "")
    return table
