"""The answers to the items of one part, from the passages that answer it.

A closing list of answers wins over the working above it, and a later passage over an earlier one. Within a passage, final
answers are asked first, then conclusions, then the working, then asides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace

from fullmarks.find.alternatives import others_of
from fullmarks.find.answers import choose, could_answer
from fullmarks.find.assumptions import with_assumption
from fullmarks.find.blocks import Page
from fullmarks.find.candidate import Candidate, Source, without_ellipsis
from fullmarks.find.candidates import candidates
from fullmarks.find.claims import Claims, claims_of
from fullmarks.find.clauses import Clause
from fullmarks.find.cues import Role
from fullmarks.find.definitions import definitions_for
from fullmarks.find.found import Answer, SoughtPart
from fullmarks.find.growths import find_growth
from fullmarks.find.measures import has_unit, with_unit
from fullmarks.find.named_values import named_values
from fullmarks.find.passage import Passage
from fullmarks.find.pooled import UNPOOLED, choose_pooled
from fullmarks.find.portions import portions
from fullmarks.find.rivals import Choice, told_apart
from fullmarks.find.sub_parts import groups_of
from fullmarks.find.tables import tables
from fullmarks.find.wholes import wholes
from fullmarks.find.words import find_words
from fullmarks.read.tables.names import TableNames
from fullmarks.records import frozen

MOST_PASSAGES = 200
"""Passages about one part on one page that are looked at, from its end."""
_WORDS = "words"
_GROWTH = "growth"
_REGIONS: tuple[tuple[str, frozenset[Role]], ...] = (
    ("the final answer", frozenset({Role.FINAL})),
    ("the conclusion", frozenset({Role.CONCLUSION})),
    ("the part", frozenset({Role.NONE, Role.SOLUTION})),
    ("a remark", frozenset({Role.ASIDE})),
)
_STATING = _REGIONS[0][1] | _REGIONS[1][1]


def part_answers(page: Page, part: SoughtPart, passages: Sequence[Passage]) -> tuple[Answer, ...]:
    """What the passages answer of a part, in the order of its items; nothing where only optional items are found."""
    ordered = [passage for passage in passages if not passage.final] + [
        passage for passage in passages if passage.final
    ]
    answers: dict[str, Answer] = {}
    doubtful: set[str] = set()
    for passage in reversed(ordered[-MOST_PASSAGES:]):
        _search(page, part, passage, answers, doubtful)
    if not any(item.item in answers for item in part.items if not item.optional):
        return ()
    return tuple(answers[item.item] for item in part.items if item.item in answers)


def _search(page: Page, part: SoughtPart, passage: Passage, answers: dict[str, Answer], doubtful: set[str]) -> None:
    """Add what a passage answers: portion by portion, then of all of it what has no portion."""
    told: set[str] = set()
    for portion in portions(page, part, passage):
        told.update(item.item for item in portion.items)
        mine = replace(part, part=portion.items[0].part, items=portion.items)
        if len(portion.items) > 1:
            _search(page, mine, portion.passage, answers, doubtful)
        else:
            _Search(page, mine, portion.passage, doubtful).add_to(answers)
    rest = () if told and groups_of(part) else tuple(item for item in part.items if item.item not in told)
    _Search(page, replace(part, items=rest), passage, doubtful).add_to(answers)


@frozen
class _Search:
    """The search for a part's items in one passage; ``seen`` are the formulas found so far, by role."""

    page: Page
    part: SoughtPart
    passage: Passage
    doubtful: set[str]
    """Items to which a formula was given that may as well be another item's: only what is marked for them answers them."""
    seen: dict[frozenset[Role], tuple[Candidate, ...]] = field(default_factory=dict)

    def add_to(self, answers: dict[str, Answer]) -> None:
        """Add answers for the items that have none yet."""
        for item in self.part.items:
            if item.wants == _GROWTH and item.item not in answers:
                answer = find_growth(self.page, item, self.passage)
                if answer is not None:
                    answers[item.item] = answer
        self._add_pooled(answers)
        for region, roles in _REGIONS:
            wanted = [item for item in self.part.items if item.wants != _WORDS and item.item not in answers]
            if wanted and any(piece.role in roles for piece in self.passage.pieces):
                self._add_formulas(answers, region, roles)
        alone = len(self.part.items) == 1
        for item in self.part.items:
            if item.wants == _WORDS and item.item not in answers:
                answer = find_words(self.page, item, [self.passage], alone=alone)
                if answer is not None:
                    answers[item.item] = answer

    def _add_pooled(self, answers: dict[str, Answer]) -> None:
        """Gradients of poolings, each with what it assumes; what is told in words alone still goes to a person."""
        items = [item for item in self.part.items if item.wants == UNPOOLED and item.item not in answers]
        if not items:
            return
        found = [one for _, roles in _REGIONS for one in self._candidates(roles)]
        chosen = choose_pooled(self.page, self.part.items, self.passage, found)
        for item in items:
            candidate = chosen.get(item.item)
            if candidate is not None:
                formula = with_assumption(self.page, self.passage, candidate)
                why = "The last formula below the item's label."
                answers[item.item] = Answer(item.item, candidate.text, candidate.span, why, formula=formula)
            elif (told := find_words(self.page, replace(item, optional=True), [self.passage], alone=False)) is not None:
                answers[item.item] = told

    def _add_formulas(self, answers: dict[str, Answer], region: str, roles: frozenset[Role]) -> None:
        found = self._candidates(roles)
        chosen = [
            choice
            for claims in claims_of(self.part.items, found)
            if claims.item.wants not in (_WORDS, UNPOOLED)
            and claims.item.item not in answers
            and (one := choose(claims, found, final=roles <= _STATING)) is not None
            and ((choice := Choice(claims, *one)).is_sure or claims.item.item not in self.doubtful)
        ]
        told = list(told_apart(chosen, found))
        self.doubtful.update({one.claims.item.item for one in chosen} - {one.claims.item.item for one in told})
        for choice in told:
            why = choice.rule.why.format(region=region)
            item = choice.claims.item.item
            answers[item] = self._answer(choice.claims, choice.candidate, found, f"{why[:1].upper()}{why[1:]}.")

    def _answer(self, claims: Claims, chosen: Candidate, found: Sequence[Candidate], why: str) -> Answer:
        item = claims.item
        if chosen.source is Source.TABLE:
            return Answer(item.item, chosen.text, chosen.span, why)
        first, others = others_of(self.page, chosen, found, item.wants)
        first = without_ellipsis(first)
        if item.measured:
            first = with_unit(self.page, _measured(self.page, claims, first, found))
        definitions = definitions_for(first, lambda: self._outside(first), item.symbols)
        return Answer(item.item, first.text, first.span, why, others, definitions, first.formula)

    def _candidates(self, roles: frozenset[Role]) -> tuple[Candidate, ...]:
        """The passage's formulas and what is taken as a whole, in their order; of two from one place the longer first."""
        if roles not in self.seen:
            symbols = frozenset(symbol for item in self.part.items for symbol in item.symbols)
            # Where only tables and words are asked for, single formulas answer nothing.
            asked = any(item.table is None and item.wants != _WORDS for item in self.part.items)
            found = (
                *(candidates(self.page, self.passage, roles, symbols) if asked else ()),
                *(wholes(self.page, self.passage, roles) if asked else ()),
                *(table for names in self._tables for table in tables(self.page, self.passage, roles, names)),
            )
            if any(item.wants in ("tuple", "vectors") for item in self.part.items):
                found = (*found, *named_values(self.page, found))
            self.seen[roles] = tuple(sorted(found, key=lambda one: (one.span.start, -one.span.end)))
        return self.seen[roles]

    @property
    def _tables(self) -> tuple[TableNames, ...]:
        """What the rows of the asked tables are called; one table may answer several items."""
        named = [item.table.names for item in self.part.items if item.table is not None]
        return tuple(names for place, names in enumerate(named) if all(names.rows != one.rows for one in named[:place]))

    def _outside(self, chosen: Candidate) -> tuple[Candidate, ...]:
        """All that is no piece of an answer that several formulas make together."""
        start, end = chosen.span.start, chosen.span.end
        return tuple(one for one in self._all_candidates() if one == chosen or not start <= one.span.start < end)

    def _all_candidates(self) -> tuple[Candidate, ...]:
        """Those of the working, the conclusions and the final answers."""
        return tuple(one for _, roles in _REGIONS[:3] for one in self._candidates(roles))


def _measured(page: Page, claims: Claims, chosen: Candidate, found: Sequence[Candidate]) -> Candidate:
    """Where the chosen number has no unit, the result with one that its sentence goes on to: “5 + 3 = 8, so it is at 8 Hz”."""
    if has_unit(page, chosen):
        return chosen
    later = [
        one
        for one in found
        if one.setting.sentence == chosen.setting.sentence
        and one.span.start > chosen.span.start
        and one.clause is Clause.RESULT
        and claims.may_be_mine(one)
        and could_answer(claims, one)
        and has_unit(page, one)
    ]
    return later[-1] if later else chosen
