"""The two pictures: how fast, and how often wrong, by kind, with the yardstick beside."""

from math import ceil, log10

from benchmarks.accuracy import Accuracy
from benchmarks.confusion import Confusion
from benchmarks.drawing import OURS_COLOUR, QUIET, RULE, YARDSTICK_COLOUR, Drawing
from benchmarks.graders.choice import OURS, YARDSTICK
from benchmarks.speed import Speed
from benchmarks.tables import number

WIDTH, LEFT, RIGHT, TOP = 760, 130, 40, 84
ROW = 30
PALE = {OURS_COLOUR: "#8fbbe6", YARDSTICK_COLOUR: "#f3c08f"}
"""For the faults that harm less."""


def speed_chart(result: Speed) -> str:
    """Checks in a second of the processor on a logarithmic scale, keys prepared."""
    kinds = [kind for kind in result.kinds if kind.ours]
    rates = [
        (kind.kind, kind.ours.prepared.per_cpu_s, kind.yardstick.prepared.per_cpu_s if kind.yardstick else None)
        for kind in kinds
        if kind.ours
    ]
    drawing = Drawing(
        WIDTH,
        TOP + ROW * len(rates) + 50,
        "Checks in a second of processor time, key prepared",
        "; ".join(f"{kind}: {_told(ours, theirs)}" for kind, ours, theirs in rates),
    )
    _legend(
        drawing,
        {OURS_COLOUR: OURS, YARDSTICK_COLOUR: YARDSTICK} if any(row[2] for row in rates) else {OURS_COLOUR: OURS},
    )
    bottom = TOP + ROW * len(rates)
    for power in range(5):
        x = _log_x(10**power)
        drawing.line(x, TOP - 8, x, bottom)
        drawing.text(x, bottom + 18, f"{10**power:,}", size=11, colour=QUIET, anchor="middle")
    drawing.text((LEFT + WIDTH - RIGHT) / 2, bottom + 38, "checks, logarithmic", size=11, colour=QUIET, anchor="middle")
    for place, (kind, ours, theirs) in enumerate(rates):
        y = TOP + ROW * (place + 0.5)
        drawing.text(LEFT - 14, y + 4, kind, anchor="end", weight="600" if kind == "all" else "400")
        if theirs:
            drawing.line(_log_x(theirs), y, _log_x(ours), y, RULE, 3)
            drawing.dot(_log_x(theirs), y, YARDSTICK_COLOUR)
            drawing.text(_log_x(theirs) - 10, y + 4, number(theirs), size=11, colour=QUIET, anchor="end")
        drawing.dot(_log_x(ours), y, OURS_COLOUR)
        drawing.text(_log_x(ours) + 10, y + 4, number(ours), size=11, colour=QUIET)
    return drawing.svg()


def _told(ours: float, theirs: float | None) -> str:
    return f"{OURS} {number(ours)}" + (f", {YARDSTICK} {number(theirs)}" if theirs else "")


def _log_x(rate: float) -> float:
    """From 1 to 10,000 a second, and a little beyond on both sides."""
    low, high = -0.3, 4.4
    share = (min(max(log10(max(rate, 1e-9)), low), high) - low) / (high - low)
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def accuracy_chart(result: Accuracy) -> str:
    """Of each hundred questions that both were told the same about, those judged wrongly."""
    kinds = [(kind.kind, kind.same) for kind in result.kinds if kind.same.ours.asked]
    drawing = Drawing(
        WIDTH,
        TOP + ROW * len(kinds) + 50,
        "Questions judged wrongly, of 100 told to both alike",
        "; ".join(
            f"{kind}: {OURS} {_percent(side.ours)}, {YARDSTICK} {_percent(side.yardstick)}" for kind, side in kinds
        ),
    )
    colours = {
        OURS_COLOUR: f"{OURS}: accepted though wrong",
        PALE[OURS_COLOUR]: "other faults",
        YARDSTICK_COLOUR: f"{YARDSTICK}: accepted though wrong",
        PALE[YARDSTICK_COLOUR]: "other faults",
    }
    _legend(drawing, colours)
    bottom = TOP + ROW * len(kinds)
    most = max(
        [10, *(10 * ceil(10 * one.faults / one.asked) for _, side in kinds for one in (side.ours, side.yardstick))]
    )
    for percent in range(0, most + 1, 10):
        x = _percent_x(percent, most)
        drawing.line(x, TOP - 8, x, bottom)
        drawing.text(x, bottom + 18, f"{percent} %", size=11, colour=QUIET, anchor="middle")
    for place, (kind, side) in enumerate(kinds):
        y = TOP + ROW * place
        drawing.text(LEFT - 14, y + ROW / 2 + 4, kind, anchor="end")
        _bars(drawing, y + 4, side.ours, OURS_COLOUR, most)
        _bars(drawing, y + ROW / 2, side.yardstick, YARDSTICK_COLOUR, most)
    return drawing.svg()


def _bars(drawing: Drawing, y: float, counts: Confusion, colour: str, most: int) -> None:
    height = ROW / 2 - 5
    accepts = _percent_x(100 * counts.false_accepts / counts.asked, most)
    every = _percent_x(100 * counts.faults / counts.asked, most)
    drawing.bar(LEFT, y, every - LEFT, height, PALE[colour])
    drawing.bar(LEFT, y, accepts - LEFT, height, colour)
    drawing.text(every + 5, y + height - 1, _percent(counts), size=10, colour=QUIET)


def _percent(counts: Confusion) -> str:
    return f"{number(100 * counts.faults / counts.asked)} %"


def _percent_x(percent: float, most: int) -> float:
    return LEFT + percent / most * (WIDTH - LEFT - RIGHT - 20)


def _legend(drawing: Drawing, names: dict[str, str]) -> None:
    x = 26.0
    for colour, name in names.items():
        drawing.dot(x, 54, colour)
        drawing.text(x + 10, 58, name)
        x += 34 + 6.4 * len(name)
