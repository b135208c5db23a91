"""A summary as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.evaluation.files.summary import GroupSummary, Scores, Summary
from fullmarks.evaluation.statistics.interval import Estimate
from fullmarks.evaluation.statistics.paired import Comparison
from fullmarks.report.shown import shown

MOST_GROUPS = 60
WIDEST_VALUE = 32


def summary_as_text(scores: Scores) -> str:
    """All of it, without an end of line."""
    blocks = ["\n".join(_lines(summary)) for summary in scores.files]
    if scores.comparison is not None:
        first, second = scores.files
        blocks.append("\n".join(_comparison(scores.comparison, first.file, second.file)))
    return "\n\n".join(blocks)


def _lines(summary: Summary) -> Iterator[str]:
    yield shown(summary.file)
    yield f"  fields     {_fields(summary)}"
    yield f"  checked    {_counted(summary)}"
    if summary.accuracy is not None:
        yield f"  accuracy   {_percent(summary.accuracy)}, {summary.method}"
        yield f"  undecided  {_open(summary)}"
        yield from _several(summary)
        yield f"  verdicts   {_counts(dict(summary.verdicts))}"
        yield f"  known by   {_counts(dict(summary.evidence))}"
    yield from _groups(summary.groups)
    if summary.not_scored:
        yield f"  not scored {summary.not_scored:,}"
        yield from (f"    line {one.row}: {shown(one.why)}" for one in summary.first_not_scored)
        if (more := summary.not_scored - len(summary.first_not_scored)) > 0:
            yield f"    and {more:,} more"


def _fields(summary: Summary) -> str:
    fields = summary.fields
    place = f" ({summary.gold_place})" if summary.gold_place not in ("", "as it stands") else ""
    parts = [f"output “{fields.answer}”", f"key “{fields.gold}”{place}"]
    parts.append(f"problem “{fields.problem}”" if fields.problem else "each line a problem of its own")
    if fields.groups:
        parts.append("groups by " + ", ".join(f"“{name}”" for name in fields.groups))
    return shown("; ".join(parts))


def _counted(summary: Summary) -> str:
    if summary.answers == summary.problems:
        return f"{summary.answers:,} answers"
    return f"{summary.answers:,} answers to {summary.problems:,} problems"


def _open(summary: Summary) -> str:
    share = summary.undecided / summary.answers
    words = f"{share:.1%}".replace("%", " %")
    if summary.undecided and summary.accuracy is not None:
        most = f"{summary.accuracy.value + share:.1%}".replace("%", " %")
        return f"{words}; were all of these right, the accuracy would be {most}"
    return words


def _several(summary: Summary) -> Iterator[str]:
    for k, estimate in summary.pass_at.items():
        yield f"  {f'pass@{k}':10} {_percent(estimate)}"
    if summary.majority is not None:
        by_text = f" (by their texts in {summary.votes_by_text:,} of {summary.problems:,} problems, for want of time)"
        yield (
            f"  majority   {_percent(summary.majority)}, votes grouped by meaning{by_text if summary.votes_by_text else ''}"
        )


def _groups(groups: tuple[GroupSummary, ...]) -> Iterator[str]:
    width = max((len(_value(group)) for group in groups), default=0)
    field = ""
    for group in groups[:MOST_GROUPS]:
        if group.field != field:
            field = group.field
            yield f"  by {shown(field)}"
        undecided = f", {group.undecided:,} undecided" if group.undecided else ""
        yield f"    {_value(group):{width}}  {group.answers:>7,}  {_percent(group.accuracy)}{undecided}"
    if len(groups) > MOST_GROUPS:
        yield f"    and {len(groups) - MOST_GROUPS:,} more"


def _value(group: GroupSummary) -> str:
    value = shown(group.value) or "(none)"
    return value if len(value) <= WIDEST_VALUE else f"{value[: WIDEST_VALUE - 1]}…"


def _comparison(comparison: Comparison, first: str, second: str) -> Iterator[str]:
    yield shown(f"{second} less {first}")
    yield f"  problems   {comparison.problems:,} that both answer"
    estimate = comparison.difference
    yield (
        f"  difference {estimate.value * 100:+.1f} points ({estimate.low * 100:+.1f} to {estimate.high * 100:+.1f}), "
        f"p = {_chance(comparison.p)}; {comparison.method}"
    )
    yield f"  better     first on {comparison.only_first:,}, second on {comparison.only_second:,}"


def _chance(p: float) -> str:
    return "less than 0.0001" if p < 0.0001 else f"{p:.4f}"


def _percent(estimate: Estimate) -> str:
    value, low, high = (f"{share * 100:.1f}" for share in (estimate.value, estimate.low, estimate.high))
    return f"{value:>5} % ({low} to {high})"


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counts.items())
