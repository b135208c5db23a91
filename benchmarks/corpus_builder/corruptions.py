"""Small mistakes made on purpose: a sign, a constant off by one, two symbols exchanged, a factor lost."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from benchmarks.corpus_builder.prefix import Form

EXCHANGED = "symbols exchanged"

Change = Callable[[Form], "Form | None"]


def corruptions(form: Form, symbols: list[str], chance: random.Random) -> Iterator[tuple[str, Form]]:
    """Each way to spoil the form, with the mistake's name, in a seeded order; not all need make a difference."""
    ways: list[tuple[str, Change]] = [("sign", _flip), ("off by one", _bump), ("factor lost", _lose)]
    if len(symbols) > 1:
        first, second = chance.sample(symbols, 2)
        ways.append((EXCHANGED, lambda whole: _exchange(whole, first, second)))
    chance.shuffle(ways)
    for name, change in ways:
        places = _places(form)
        chance.shuffle(places)
        for place in [()] if name == EXCHANGED else places:
            spoilt = _changed(form, place, change)
            if spoilt is not None and spoilt != form:
                yield name, spoilt
                break


def _places(form: Form, here: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    """Paths to all parts of a form, heads and bound names left out."""
    if isinstance(form, str):
        return [here]
    first = 2 if form[0] in ("sum", "prod", "at") else 1
    below = [path for number in range(first, len(form)) for path in _places(form[number], (*here, number))]
    return [here, *below]


def _changed(form: Form, place: tuple[int, ...], change: Change) -> Form | None:
    if not place:
        return change(form)
    inner = _changed(form[place[0]], place[1:], change)
    if inner is None or isinstance(form, str):
        return None
    return (*form[: place[0]], inner, *form[place[0] + 1 :])


def _flip(form: Form) -> Form | None:
    if isinstance(form, str) or len(form) != 3 or form[0] not in ("+", "-"):
        return None
    return ("-" if form[0] == "+" else "+", form[1], form[2])


def _bump(form: Form) -> Form | None:
    return str(int(form) + 1) if isinstance(form, str) and form.isdigit() else None


def _lose(form: Form) -> Form | None:
    return form[1] if not isinstance(form, str) and form[0] == "*" else None


def _exchange(form: Form, first: str, second: str) -> Form:
    if isinstance(form, str):
        return {first: second, second: first}.get(form, form)
    return tuple(_exchange(part, first, second) for part in form)
