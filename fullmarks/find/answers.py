"""Which candidate answers which item of a part: named rules, tried in order, each with the sentence that explains it.

The rules go from the surest to the weakest. A candidate that another item of the part has a better claim to (its label
stands beside it) is left to that item. Where in a part is looked first stands in ``part_answers.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from fullmarks.find.candidate import NO_VALUE, Candidate, Source
from fullmarks.find.claims import Claims
from fullmarks.find.clauses import Clause, counts_one_of_many
from fullmarks.find.found import Sought
from fullmarks.find.kinds import fits
from fullmarks.find.labels import names_in, speaks_of, words_of
from fullmarks.find.segments import right_side_of
from fullmarks.find.tables import choose_table
from fullmarks.find.unit_words import names_a_unit
from fullmarks.records import frozen
from fullmarks.regex import regex

Chooses = Callable[[Claims, Sequence[Candidate]], Candidate | None]


@frozen
class Rule:
    """One way of finding an answer; ``why`` goes into the report. ``marked`` rules look at an item's own marks."""

    name: str
    why: str
    chooses: Chooses
    marked: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether something in the text says that it is the answer."""
        return self.marked or self.name == "boxed"


def _last(found: Iterable[Candidate]) -> Candidate | None:
    """The last one, or what it is an alternative to: of “A or B”, A, with B beside it."""
    last = None
    for candidate in found:
        last = candidate
    return last


def _best_stated(found: Sequence[Candidate]) -> Candidate | None:
    """The last one that is stated as a result; else the last that stands in no condition; else the last."""
    for least in (Clause.RESULT, Clause.PLAIN, Clause.CONDITION):
        best = _last(candidate for candidate in found if candidate.clause >= least and not candidate.explains)
        if best is not None:
            return best
    return _last(found)


def _target(claims: Claims, found: Sequence[Candidate]) -> Candidate | None:
    by_left = [one for one in found if claims.marks.is_target(one.left)]
    if claims.item.wants in _SEVERAL_VALUES:
        if (together := _with_label(claims, by_left)) is not None:
            return together
        if _with_label(claims, [one for one in found if not one.left]) is not None:
            return None
    announced = [
        one
        for one in found
        if not one.left and claims.marks.target_announced(one.around.before.strip() or one.setting.intro)
    ]
    stated = [one for one in (*by_left, *announced) if one.clause > Clause.CONDITION]
    stated.sort(key=lambda one: one.span.start)
    return _last(one for one in stated if not one.explains) or _last(stated) or _last(by_left)


_SEVERAL_VALUES = ("set", "list", "vectors")


def _with_label(claims: Claims, found: Sequence[Candidate]) -> Candidate | None:
    """“The roots are x = 0 and x = 1”: what the label leads to is all of them; “so x = 1 is stable” speaks of one."""
    return _last(
        one
        for one in found
        if claims.marks.labelled(
            words_of(f"{one.around.lead} {one.setting.intro if not one.around.lead.strip() else ''}")
        )
    )


def _labelled(claims: Claims, found: Sequence[Candidate]) -> Candidate | None:
    mine = [one for one in found if claims.is_mine(one) and not one.explains]
    mine = [one for one in mine if not counts_one_of_many(one.around.before)]
    best = _best_stated([one for one in mine if not one.is_aside])
    if best is not None and claims.alone:
        # “Each costs A. The total is B.”: where one thing is asked for, a total wins over the label.
        later = [one for one in found if one.span.start > best.span.end and _is_total(one)]
        return _last(later) or best
    return best or _last(
        # “(weights: F)” stands in brackets, and yet says in so many words what it is.
        one
        for one in mine
        if claims.is_named_beside(one)
    )


_TOTAL = regex(r"\b(?:total|overall|altogether|in all|summing up|finally|final|answer|result)\b", re.IGNORECASE)


def _is_total(candidate: Candidate) -> bool:
    """Whether a formula is stated as what everything comes to."""
    stated = candidate.clause is Clause.RESULT and not candidate.explains and not _trivial(candidate)
    return stated and _TOTAL.search(f"{candidate.around.lead} {candidate.setting.intro}") is not None


def _boxed(claims: Claims, found: Sequence[Candidate]) -> Candidate | None:
    boxed = [one for one in found if one.boxed]
    return _last([one for one in boxed if claims.is_mine(one)]) or _last(boxed)


def _titled(claims: Claims, found: Sequence[Candidate]) -> Candidate | None:
    """Among several results, the one whose sentence speaks of what the item asks for."""
    stated = [one for one in found if one.clause is Clause.RESULT and not one.explains and not _trivial(one)]
    scored = [(claims.marks.title_words_in(words_of(f"{one.around.lead} {one.setting.intro}")), one) for one in stated]
    best = max((score for score, _ in scored), default=0)
    return _last(one for score, one in scored if score == best) if best >= 1 else None


def _stated(claims: Claims, found: Sequence[Candidate]) -> Candidate | None:
    return _last(
        one
        for one in found
        if one.clause is Clause.RESULT and not one.explains and not _says_nothing(claims, one) and not one.is_aside
    )


def _formula(claims: Claims, found: Sequence[Candidate]) -> Candidate | None:
    sure = [one for one in found if one.source in (Source.DISPLAY, Source.INLINE, Source.CODE, Source.BLOCK)]
    return _best_stated([one for one in sure if not _says_nothing(claims, one) and one.clause > Clause.CONDITION])


def _plain(claims: Claims, found: Sequence[Candidate]) -> Candidate | None:
    return _best_stated([one for one in found if not _says_nothing(claims, one) and one.clause > Clause.CONDITION])


def _condition(claims: Claims, found: Sequence[Candidate]) -> Candidate | None:
    """“It converges for −3 ≤ x < 3”: where a condition is asked for, one may stand in a condition."""
    asked = claims.item.wants in _CONDITIONS
    return _last(one for one in found if one.looks.inequality and not one.explains) if asked else None


def _only(_: Claims, found: Sequence[Candidate]) -> Candidate | None:
    """“n × h” and nothing else, or a short sentence with it."""
    said = len(found[0].setting.said or found[0].text) if len(found) == 1 else _SHORT + 1
    return found[0] if said <= _SHORT and not found[0].is_aside else None


_SHORT = 60
"""Characters of a sentence that says hardly more than its formula."""


def _alone(claims: Claims, found: Sequence[Candidate]) -> Candidate | None:
    """Even a single symbol, where it is all that a final answer says."""
    return found[0] if len(found) == 1 else _best_stated([one for one in found if one.clause is Clause.RESULT])


RULES: tuple[Rule, ...] = (
    Rule("target", "{region} gives it with the left side that was asked for", _target, marked=True),
    Rule("boxed", "the last boxed formula of {region}", _boxed),
    Rule("label", "the last formula of {region} beside the item's label", _labelled, marked=True),
    Rule("title", "the result in {region} whose sentence speaks of what was asked", _titled),
    Rule("stated", "the last result that {region} states", _stated),
    Rule("formula", "the last formula of {region}", _formula),
    Rule("plain", "the last formula in plain text of {region}", _plain),
    Rule("condition", "the last condition of {region}", _condition),
    Rule("only", "the only formula of {region}", _only),
    Rule("alone", "the only formula of {region}", _alone),
)

_TABLE = Rule("table", "the table of {region} that has the asked column", lambda _, found: _last(found))

# Outside of a final answer, a sentence's words or a lone symbol are too weak to go by.
_EVERYWHERE = frozenset({"target", "boxed", "label", "stated", "formula", "plain", "condition", "only"})


def choose(claims: Claims, found: Sequence[Candidate], *, final: bool) -> tuple[Candidate, Rule] | None:
    """The formula that answers an item, of those that stand in one role, and the rule that found it; or None.

    ``final``: they stand in a final answer or a conclusion.
    """
    if claims.item.table is not None:
        table = choose_table(claims, claims.item.table, found)
        return None if table is None else (table, _TABLE)
    mine = [one for one in found if claims.may_be_mine(one) and not _is_restated_target(claims, one)]
    fitting = [one for one in mine if _fits(claims.item, one)]
    if claims.item.wants == "piecewise" and not fitting:
        # A function by cases may have one closed form; in the working that would be one case of several.
        fitting = [one for one in mine if (final or one.boxed) and claims.marks.is_target(one.left)]
    rules = [rule for rule in RULES if rule.marked or not claims.item.optional]
    if final:
        return _by_rules(claims, fitting, rules)
    rules = [rule for rule in rules if rule.name in _EVERYWHERE]
    if claims.item.wants in ("expression", "function"):
        # In the working, a formula without any of the symbols that the answer has is an example or a check.
        speaking = [one for one in fitting if speaks_of(one.text, claims.item.symbols) or NO_VALUE.fullmatch(one.text)]
        return _by_rules(claims, speaking, rules) or _by_rules(claims, fitting, rules)
    if claims.item.wants == "number" and not claims.item.measured:
        numbers = [one for one in fitting if not _has_variables(right_side_of(one.text))]
        return _by_rules(claims, numbers, rules) or _by_rules(claims, fitting, [rule for rule in rules if rule.is_sure])
    return _by_rules(claims, fitting, rules)


_CONSTANTS = frozenset({"e", "i", "pi", "π"})


def _has_variables(text: str) -> bool:
    """Whether a formula holds a letter that stands for something else than a number."""
    names = (name.split("_")[0] for name in names_in(text))
    return any(len(name) == 1 and name not in _CONSTANTS and not names_a_unit(name) for name in names)


def could_answer(claims: Claims, one: Candidate) -> bool:
    """Whether a formula is of the item's kind, and more than a name or a bare condition."""
    return _fits(claims.item, one) and not _says_nothing(claims, one) and not _is_restated_target(claims, one)


def _by_rules(claims: Claims, found: Sequence[Candidate], rules: Sequence[Rule]) -> tuple[Candidate, Rule] | None:
    for rule in rules:
        chosen = rule.chooses(claims, found)
        if chosen is not None:
            return chosen, rule
    return None


def _fits(item: Sought, candidate: Candidate) -> bool:
    if candidate.source is Source.TABLE:
        return False
    if candidate.source is Source.NAMED:
        return item.wants in _OF_SEVERAL
    if NO_VALUE.fullmatch(candidate.text):
        return item.may_lack_value
    if candidate.source is Source.WORD:
        return item.wants == "number" and not item.measured
    return fits(item.wants, candidate.text, candidate.looks)


_OF_SEVERAL = frozenset({"tuple", "vectors"})


def _trivial(candidate: Candidate) -> bool:
    """A symbol alone, the size of something, a bare condition: answers only where they are marked as such."""
    if candidate.source is Source.WORD:
        return False
    seen = candidate.looks
    return (
        seen.lone
        or (seen.size and not seen.number)
        or (seen.inequality and not seen.equation and seen.number and _short(candidate))
    )


_CONDITIONS = frozenset({"interval", "relation"})
"""What may be answered by a bare condition."""


def _says_nothing(claims: Claims, candidate: Candidate) -> bool:
    """Whether a formula is trivial, and no condition that is asked for."""
    asked = claims.item.wants in _CONDITIONS and candidate.looks.inequality
    return not asked and _trivial(candidate)


_SYMBOL_AGAINST_NUMBER = regex(
    r"\\?[A-Za-zα-ωΑ-Ω]+(?:_\{?\w+\}?)?\s*(?:[<>≤≥]=?|\\(?:leq?|geq?|lt|gt))\s*[-−+]?[\d./]+"
)


def _short(candidate: Candidate) -> bool:
    """``n < 0``, ``x > 1``: a symbol against a number."""
    return _SYMBOL_AGAINST_NUMBER.fullmatch(candidate.text.strip()) is not None


def _is_restated_target(claims: Claims, candidate: Candidate) -> bool:
    """The target's own name, said alone, is no answer."""
    return bool(claims.marks.target) and candidate.looks.lone and claims.marks.is_target((candidate.text,))
