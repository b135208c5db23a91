"""How close a number must come to the key: equal, within a tolerance, or to so many figures or places as written."""

from __future__ import annotations

from fractions import Fraction

from pydantic import Field

from fullmarks.checkers.compared import outcome_of
from fullmarks.checkers.figures import Figures, Rule, figures, half_place, half_unit
from fullmarks.checkers.tolerance import Tolerance, ToleranceOptions, bounds, compare_within, value_shown
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.expr.nodes import Divide, Node
from fullmarks.expr.walk import symbols
from fullmarks.outcome import Diagnosis, Outcome, incorrect

_BITS = 256
_FACTOR = 10
"""The square of how far apart two numbers of the same order of magnitude may be."""

WRONG_FIGURES = "The value is right, but not written with as many figures as asked for."
"""What a checker says of a right number with the wrong figures."""


class ClosenessOptions(ToleranceOptions):
    """At most one rule; without any, numbers must be equal."""

    significant_figures: int | None = Field(
        None, ge=1, le=100, description="Figures that the answer must have, and agree in."
    )
    decimal_places: int | None = Field(
        None, ge=0, le=100, description="Places after the point that the answer must have, and agree in."
    )
    figures: Rule = Field(
        Rule.LIBERAL, description="Whether figures must be exactly as many (strict) or at least (liberal)."
    )

    order_of_magnitude: bool = Field(
        default=False, description="Only the order of magnitude counts: less than half a power of ten away."
    )

    def rules(self) -> tuple[str, ...]:
        """The rules that are given, in words."""
        rules = {
            "significant figures": self.significant_figures,
            "decimal places": self.decimal_places,
            "a tolerance": self.tolerance,
            "order of magnitude": self.order_of_magnitude or None,
        }
        return tuple(name for name, value in rules.items() if value is not None)


def one_rule(rules: tuple[str, ...]) -> None:
    """Raises ValueError for several rules."""
    if len(rules) > 1:
        raise ValueError(f"{' and '.join(rules)} cannot be asked for together. Keep one of them.")


def close(answer: Node, expected: Node, written: Node, options: ClosenessOptions, assumptions: Assumptions) -> Outcome:
    """Whether an expression comes as close as asked; ``written`` is what figures are counted on."""
    if symbols(answer):
        return outcome_of(equal(answer, expected, assumptions))
    if options.significant_figures is not None or options.decimal_places is not None:
        return _by_figures(answer, expected, written, options, assumptions)
    if options.order_of_magnitude:
        return outcome_of(_same_order(answer, expected))
    return outcome_of(compare_within(answer, expected, options.tolerance, assumptions))


def _same_order(answer: Node, expected: Node) -> Comparison:
    """Whether two numbers of one sign are less than a factor of √10 apart; the border, which no decimal reaches, is outside."""
    note = "Only the order of magnitude was compared."
    ratio = bounds(Divide(answer, expected), _BITS)
    if ratio is None:
        return Comparison(False, Evidence(EvidenceKind.EXACT, note=note))
    inside = [end > 0 and Fraction(1, 10) < end**2 < _FACTOR for end in ratio]
    if inside[0] is not inside[1]:
        return Comparison(None, Evidence(EvidenceKind.UNDECIDED, note=note))
    values = (value_shown(answer), value_shown(expected))
    return Comparison(inside[0], Evidence(EvidenceKind.TOLERANCE, values=values, note=note))


def _by_figures(
    answer: Node, expected: Node, written: Node, options: ClosenessOptions, assumptions: Assumptions
) -> Outcome:
    if options.significant_figures is not None:
        half = half_unit(expected, options.significant_figures)
    else:
        half = half_place(options.decimal_places or 0)
    comparison = compare_within(answer, expected, Tolerance(half) if half is not None else None, assumptions)
    if not comparison.equal or _enough(figures(written), options):
        return outcome_of(comparison)
    return incorrect(comparison.evidence, _wrong_figures(figures(written), options))


def _enough(written: Figures | None, options: ClosenessOptions) -> bool:
    if written is None:
        return options.figures is Rule.LIBERAL
    if options.significant_figures is not None:
        return written.has_figures(options.significant_figures, options.figures)
    return written.has_places(options.decimal_places or 0, options.figures)


def _wrong_figures(written: Figures | None, options: ClosenessOptions) -> Diagnosis:
    if options.significant_figures is not None:
        asked = _counted(options.significant_figures, "significant figure")
        has = (
            "no decimal"
            if written is None
            else str(written.least)
            if written.least == written.most
            else f"{written.least} to {written.most}"
        )
    else:
        asked = _counted(options.decimal_places or 0, "decimal place")
        has = "no decimal" if written is None else str(written.places)
    student = f"The value is right; write it with {'' if options.figures is Rule.STRICT else 'at least '}{asked}."
    return Diagnosis("wrong_figures", student, f"{student} The answer has {has}.", (("asked", asked), ("written", has)))


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
