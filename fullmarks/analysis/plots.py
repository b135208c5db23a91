"""Plots as SVG that stands in a page: nothing to load, nothing that runs. Every text goes through the escape of ``markupsafe``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from fullmarks.analysis.scores import Scores
from fullmarks.analysis.statistics import ItemStatistics
from fullmarks.analysis.words import COLUMNS, number, percent, shares

WIDTH = 640
_HEIGHT = 220
_LEFT, _BOTTOM, _TOP = 46, 34, 12
_ROW = 18
_NAMES = 150


def histogram(scores: Scores) -> Markup:
    """The scores in bins."""
    most = max((one.count for one in scores.bins), default=0) or 1
    step = (WIDTH - _LEFT - 10) / max(1, len(scores.bins))
    tall = _HEIGHT - _BOTTOM - _TOP
    pieces = [_axis(most, tall)]
    for place, one in enumerate(scores.bins):
        height = one.count / most * tall
        x, y = _LEFT + place * step, _TOP + tall - height
        title = f"{one.count} from {one.low:g} to {one.high:g}"
        pieces.append(_bar(x + 1, y, step - 2, height, "bar", title))
        pieces.append(_text(x, _HEIGHT - _BOTTOM + 16, f"{one.low:g}", "tick"))
    if scores.bins:
        pieces.append(
            _text(_LEFT + len(scores.bins) * step - 8, _HEIGHT - _BOTTOM + 16, f"{scores.bins[-1].high:g}", "tick")
        )
    pieces.append(_text(_LEFT + (WIDTH - _LEFT) / 2, _HEIGHT - 2, "points", "tick"))
    return _svg(_HEIGHT, "How many students have how many points", pieces)


def verdicts(items: Sequence[ItemStatistics]) -> Markup:
    """A bar an item, cut by verdict."""
    pieces: list[Markup] = []
    wide = WIDTH - _NAMES - 10
    for row, item in enumerate(items):
        y = row * _ROW
        pieces.append(_text(_NAMES - 8, y + 13, item.item, "name"))
        x = float(_NAMES)
        for name, share in shares(item).items():
            pieces.append(_bar(x, y + 2, share * wide, _ROW - 4, name, f"{item.item}: {percent(share)} {name}"))
            x += share * wide
    x = float(_NAMES)
    y = len(items) * _ROW + 6
    for name in COLUMNS:
        pieces += [_bar(x, y, 12, 12, name, name), _text(x + 16, y + 10, name, "label")]
        x += 88
    return _svg(y + 20, "Verdicts by item", pieces)


def difficulty(items: Sequence[ItemStatistics]) -> Markup:
    """Each item at its mean share and its discrimination; items low in the plot do not tell who knows."""
    wide, tall = WIDTH - _LEFT - 20, 240
    told = [(item, item.discrimination) for item in items if item.discrimination is not None]
    zero = _TOP + tall / 2
    pieces = [
        Markup('<line class="axis" x1="{}" y1="{:.1f}" x2="{}" y2="{:.1f}"/>').format(_LEFT, zero, _LEFT + wide, zero)
    ]
    pieces += [
        _text(_LEFT - 8, _TOP + tall * (1 - value) / 2 + 4, f"{value:g}", "name")
        for value in (-1.0, -0.5, 0.0, 0.5, 1.0)
    ]
    pieces += [
        _text(_LEFT + share * (wide - 16) - 8, _TOP + tall + 18, percent(share), "tick")
        for share in (0.0, 0.25, 0.5, 0.75, 1.0)
    ]
    places: list[tuple[float, float, str]] = []
    for item, value in told:
        x, y = _LEFT + item.difficulty * wide, _TOP + tall * (1 - value) / 2
        title = f"{item.item}: mean {percent(item.difficulty)}, discrimination {number(value)}"
        dot = Markup('<circle class="dot" cx="{:.1f}" cy="{:.1f}" r="5"><title>{}</title></circle>')
        pieces.append(dot.format(x, y, title))
        places.append((x, y, item.item))
    pieces += _names(places)
    pieces.append(_text(_LEFT + wide / 2 - 40, _TOP + tall + 34, "mean share of the points", "tick"))
    return _svg(_TOP + tall + 40, "Difficulty and discrimination of the items", pieces)


def _axis(most: int, tall: float) -> Markup:
    """Counts of students: whole numbers."""
    marks = sorted({0, most // 2, most})
    return Markup("").join(
        _text(_LEFT - 8, _TOP + tall * (1 - count / most) + 4, str(count), "name") for count in marks
    )


def _names(places: Sequence[tuple[float, float, str]]) -> Iterator[Markup]:
    """A name beside each dot: on its right, or on its left where another name is there or the plot ends; else none."""
    taken: list[tuple[float, float, float]] = []
    for x, y, name in places:
        wide = 6.5 * len(name)
        for left, kind, anchor in ((x + 8, "label", x + 8), (x - 8 - wide, "name", x - 8)):
            is_free = all(abs(y - row) > 11 or left + wide < start or end < left for row, start, end in taken)
            if is_free and left > _LEFT and left + wide < WIDTH:
                taken.append((y, left, left + wide))
                yield _text(anchor, y + 4, name, kind)
                break


def _bar(x: float, y: float, width: float, height: float, kind: str, title: str) -> Markup:
    shape = Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"><title>{}</title></rect>')
    return shape.format(kind, x, y, max(0.0, width), max(0.0, height), title)


def _text(x: float, y: float, text: str, kind: str) -> Markup:
    return Markup('<text class="{}" x="{:.1f}" y="{:.1f}">{}</text>').format(kind, x, y, text)


def _svg(height: float, title: str, pieces: Sequence[Markup]) -> Markup:
    shape = Markup('<svg viewBox="0 0 {} {:.0f}" role="img" aria-label="{}">{}</svg>')
    return shape.format(WIDTH, height, title, Markup("").join(pieces))
