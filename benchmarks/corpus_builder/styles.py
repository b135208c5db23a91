"""The ways in which one form is spelled: LaTeX, plain text, computer-algebra syntax, Unicode, each with its own habits."""

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """A manner of writing. `product` joins factors; `habit` picks among equal spellings, by chance but seeded."""

    name: str
    product: str
    power: str
    habit: random.Random

    @property
    def latex(self) -> bool:
        return self.name == "latex"

    @property
    def unicode(self) -> bool:
        return self.name == "unicode"

    def pick(self, *spellings: str) -> str:
        return self.habit.choice(spellings)


def latex(habit: random.Random) -> Style:
    return Style("latex", habit.choice(["", "", " ", r"\cdot ", r"\,"]), "^", habit)


def plain(habit: random.Random) -> Style:
    return Style("plain", habit.choice(["*", "*", " * "]), "^", habit)


def cas(habit: random.Random) -> Style:
    return Style("cas", "*", "**", habit)


def unicode(habit: random.Random) -> Style:
    return Style("unicode", habit.choice(["·", "·", "×"]), "^", habit)


STYLES = (latex, plain, cas, unicode)
