"""One answer to one item: read it, aim at what is asked, check it against the keys, and explain what is wrong.

This is the order of things, and each step may end it:

1. a void item is right; an empty answer is missing; what cannot be read is unreadable, at its place;
2. several final answers count only if all are right in themselves;
3. the keys, the known mistakes, the conventions that the rubric names;
4. another admissible reading, then the near misses: each explains, and earns what the rubric gives for its code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from fullmarks.checkers.checker import Wants
from fullmarks.checkers.words import same_words
from fullmarks.compare.comparison import Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.compare.evaluation.undefined import NoValueError
from fullmarks.compare.signs import both_signs, has_plus_minus
from fullmarks.compare.workspace import Workspace
from fullmarks.diagnose.convention import convention
from fullmarks.diagnose.decimals import is_rounded_closely
from fullmarks.diagnose.diagnose import diagnose
from fullmarks.errors import ReadError
from fullmarks.expr.nodes import Listing, Logic, Negate, Node, Number, PlusMinus, Relation, Text
from fullmarks.expr.plain import plain
from fullmarks.grade.aim import Aimed, Target
from fullmarks.grade.equal_steps import in_equal_steps
from fullmarks.grade.names_of_answers import taken
from fullmarks.grade.readings import defined, read_formula, read_leniently
from fullmarks.grade.sizes import read_sizes
from fullmarks.outcome import Diagnosis, Outcome, Verdict, correct, graded, incorrect, undecided
from fullmarks.read.iterates import with_powers_as_iterates
from fullmarks.read.reader import other_readings
from fullmarks.read.reading import Reading
from fullmarks.records import record
from fullmarks.rubric.model import Item, Key

_LITERALS = (Number, Negate)
_NOTHING = Evidence(EvidenceKind.NONE)
_LISTS = frozenset((Wants.SET, Wants.VECTORS, Wants.TUPLE, Wants.MATRIX, Wants.INTERVAL, Wants.RELATION))


@record
class Judged:
    """The outcome with the reading that it is about (None: there was nothing to read, or it could not be read)."""

    outcome: Outcome
    reading: Reading | None
    error: ReadError | None = None
    unexplained: Node | None = None
    """What answers the item, where it is wrong and nobody has looked yet why."""
    value: Node | None = None
    """What answers the item, where one thing does; items that follow this one may go on from it."""


def judge(text: str, item: Item, others: tuple[str, ...] = (), definitions: tuple[str, ...] = ()) -> Judged:
    """One answer to one item, explained; never raises on any text.

    ``others`` are further final answers that stand beside this one; ``definitions`` are equations of the same part that say
    what undeclared names in the answer mean.
    """
    return explained(decide(text, item, others, definitions), item)


def explained(judged: Judged, item: Item) -> Judged:
    """The same judgement with the reason why it is wrong, and what the rubric gives for that."""
    if judged.unexplained is None or judged.reading is None:
        return judged
    item = _with_workspace(item)
    best = judged.outcome
    outcome = _other_reading(judged.reading, item, best) or _explained(judged.unexplained, item, best)
    return replace(judged, outcome=outcome, unexplained=None)


def _with_workspace(item: Item) -> Item:
    return item.in_workspace(Workspace(item.findings))


def decide(text: str, item: Item, others: tuple[str, ...] = (), definitions: tuple[str, ...] = ()) -> Judged:
    """The verdict on one answer, without looking why it is wrong: for whoever asks thousands of times."""
    item = _with_workspace(item)
    judged = _judge_one(text, item, definitions)
    if not others or item.void:
        return judged
    return _judge_several(judged, [_judge_one(other, item, definitions) for other in others], item)


def _judge_one(text: str, item: Item, definitions: tuple[str, ...]) -> Judged:
    if item.void:
        note = "The item is void: everybody gets its points."
        reading = _read_or_none(text, item)
        value = _target(item).aim(reading.tree) if reading else None
        whole = correct(Evidence(EvidenceKind.PERSON, note=note))
        return Judged(whole, reading, value=value.tree if value and value.other is None else None)
    if not text.strip():
        return Judged(Outcome(Verdict.MISSING, Fraction(0), _NOTHING), None)
    if item.wants is Wants.WORDS:
        reading = Reading(Text(text), text)
        return Judged(_against_keys(reading.tree, item), reading)
    in_words = item.checker.whole_answers(item.keys[0].options)
    if in_words and any(same_words(text, words) for words in in_words):
        reading = Reading(Text(text), text)
        return Judged(_against_keys(reading.tree, item), reading)
    judged = _judge_formula(text, item, definitions)
    if item.wants is Wants.TUPLE and judged.outcome.share < 1:
        sizes = read_sizes(text, item.vocabulary, item.assumptions.limits)
        as_sizes = _judge_reading(defined(sizes, item, definitions), item) if sizes else judged
        judged = as_sizes if as_sizes.outcome.share > judged.outcome.share or judged.error else judged
    return judged


def _judge_formula(text: str, item: Item, definitions: tuple[str, ...]) -> Judged:
    try:
        answered = read_leniently(text, item, definitions)
    except ReadError as error:
        return Judged(_unreadable(error), None, error)
    if answered.whole:
        return Judged(_against_keys(answered.tree, item), answered.reading)
    return _judge_reading(answered.reading, item)


def _read_or_none(text: str, item: Item) -> Reading | None:
    try:
        return read_formula(text, item)
    except ReadError:
        return None


def _unreadable(error: ReadError) -> Outcome:
    place = (("start", str(error.span.start)), ("end", str(error.span.end)))
    sentence = f"{error.sentence}\n{error.caret()}"
    return Outcome(Verdict.UNREADABLE, Fraction(0), _NOTHING, Diagnosis(error.code, sentence, sentence, place))


# several answers


def _judge_several(first: Judged, rest: list[Judged], item: Item) -> Judged:
    """Right if all are right; one answer if all are equal; else nobody can say which one is meant."""
    every = [first, *rest]
    if all(judged.outcome.verdict is Verdict.CORRECT for judged in every):
        return first
    trees = [judged.reading.tree for judged in every if judged.reading]
    if len(trees) == len(every) and _all_equal([Target((), item.keys[0].tree).aim(tree).tree for tree in trees], item):
        return first
    return Judged(_several([plain(tree) for tree in trees]), first.reading)


def _all_equal(trees: list[Node], item: Item) -> bool:
    return all(equal(tree, trees[0], item.assumptions).equal for tree in trees[1:])


def _several(found: Iterable[str]) -> Outcome:
    listed = "; ".join(found)
    sentence = f"There are several different answers here ({listed}). Give one."
    return Outcome(Verdict.SEVERAL_ANSWERS, Fraction(0), _NOTHING, Diagnosis("several_answers", sentence, sentence))


def _offered(tree: Node, item: Item) -> tuple[Node, ...]:
    """The values that an answer offers for what is asked, where it offers several things (``5 or 6``); else nothing."""
    if item.wants in _LISTS or isinstance(item.keys[0].tree, (Listing, Logic, Relation)):
        return ()
    match tree:
        case Logic("or" | "and", parts) | Listing("", "", parts) if len(parts) > 1:
            aimed = [_target(item).aim(part) for part in parts]
            return tuple(value.tree for value in aimed if value.other is None)
        case PlusMinus() if not has_plus_minus(item.keys[0].tree):
            return both_signs(tree)
        case Relation(operands, operators) if set(operators) == {"="} and isinstance(operands[-1], _LITERALS):
            value = operands[-1]  # ``6 = 5`` says both; a side that is right too, or a formula, is a step
            wrong = [side for side in operands if isinstance(side, Number) and _against_keys(side, item).share < 1]
            return (value, *wrong) if wrong and _against_keys(value, item).share else ()
    return ()


# one reading


def _target(item: Item) -> Target:
    names = tuple(name for target in item.targets if (name := _name_of(target, item)) is not None)
    return Target(names, item.keys[0].tree, item.bound, item.named_key)


def _name_of(target: str, item: Item) -> Node | None:
    """The left side that the author names, read once."""
    names = item.findings.targets
    if target not in names:
        reading = _read_or_none(target, item)
        names[target] = reading.tree if reading else None
    return names[target]


def _judge_reading(reading: Reading, item: Item) -> Judged:
    if (in_steps := in_equal_steps(reading.tree, item)) is not None:
        return Judged(in_steps, reading)
    whole = _target(item).aim(reading.tree)
    offered = _offered(reading.tree, item) or _offered(whole.tree, item)
    if offered and not _all_equal(list(offered), item):
        return Judged(_several(plain(value) for value in offered), reading)
    aimed = Aimed(offered[0]) if offered else whole
    if aimed.other is not None:
        return Judged(_about_something_else(aimed), reading)
    found = _best(aimed.tree, item)
    if found.verdict in (Verdict.CORRECT, Verdict.NEEDS_REVIEW):
        return Judged(found, reading, value=aimed.tree)
    return Judged(found, reading, unexplained=aimed.tree, value=aimed.tree)


def _best(tree: Node, item: Item) -> Outcome:
    """The best of the ways in which names of earlier answers may be taken; with no such names there is one way."""
    best: Outcome | None = None
    for answer, standing in taken(tree, item):
        found = _against_keys(answer, standing)
        if best is None or found.share > best.share:
            best = found
        if best.share == 1:
            break
    return best if best is not None else undecided("The key cannot be used with this answer.")


def _about_something_else(aimed: Aimed) -> Outcome:
    evidence = Evidence(EvidenceKind.EXACT, note=f"The answer gives {aimed.other}, which is not what is asked for.")
    return incorrect(
        evidence,
        Diagnosis(
            "other_target",
            f"This says what {aimed.other} is; something else is asked for.",
            f"The answer is about {aimed.other}.",
        ),
    )


def _against_keys(tree: Node, item: Item) -> Outcome:
    """The best that keys, known mistakes and conventions say."""
    outcomes: list[Outcome] = []
    for key in item.keys:
        found = _scaled(_check(tree, key, item), key)
        if found.share == 1:
            return found  # no further key can say better
        outcomes.append(found)
    best = max(outcomes, key=lambda outcome: outcome.share)
    if special := next(_special(tree, item), None):
        return special if special.share >= best.share else best
    if best.share == 0 and _is_right_by_iterates(tree, item):
        return undecided("The key counts by an index in brackets, and the answer has a power there.")
    if best.share == 0 and (unsure := next((o for o in outcomes if o.verdict is Verdict.NEEDS_REVIEW), None)):
        return unsure
    return best


def _is_right_by_iterates(tree: Node, item: Item) -> bool:
    """Whether the answer is right if its powers are the key's raised indices: ``w^{k+1}`` for ``w^{(k+1)}``. Nobody can tell."""
    names = item.vocabulary.iterated
    if not names:
        return False
    other = with_powers_as_iterates(tree, names)
    return other != tree and any(_check(other, key, item).share > 0 for key in item.keys)


def _check(tree: Node, key: Key, item: Item) -> Outcome:
    try:
        return item.checker.check(tree, key.tree, key.options, item.assumptions)
    except NoValueError:
        return undecided("Working out the answer would go past the limits.")


def _scaled(outcome: Outcome, key: Key) -> Outcome:
    """The outcome at the share of the points that its key earns, with what its author says."""
    if outcome.share == 0 or (key.share == 1 and key.say is None):
        return outcome
    share = outcome.share * key.share
    said = Diagnosis("other_key", key.say, key.say) if key.say else outcome.diagnosis
    verdict = outcome.verdict if share == outcome.share else Verdict.PARTIAL if share < 1 else Verdict.CORRECT
    return replace(outcome, verdict=verdict, share=share, diagnosis=said)


def _special(tree: Node, item: Item) -> Iterator[Outcome]:
    """What the rubric knows by name: mistakes that staff have met, and other conventions."""
    for place, mistake in enumerate(item.known):
        outcome = _check(tree, mistake.key, item)
        if outcome.verdict is Verdict.CORRECT or is_rounded_closely(tree, mistake.key.tree):
            said = mistake.say or ""
            diagnosis = Diagnosis(
                "known_mistake", said, f"Known mistake {place + 1}: {mistake.key.text}.", (("known", str(place)),)
            )
            yield graded(_share(mistake.points, item), outcome.evidence, diagnosis)
    for other in item.conventions:
        outcome = _check(tree, other.key, item)
        if outcome.verdict is Verdict.CORRECT:
            yield graded(_share(other.points, item), outcome.evidence, convention(other.name, other.say))


def _share(points: Fraction, item: Item) -> Fraction:
    return points / item.points if item.points else Fraction(0)


# explaining


def _other_reading(reading: Reading, item: Item, best: Outcome) -> Outcome | None:
    """The answer under another admissible reading, if that is right: it is explained, and earns what the rubric gives."""
    for other in other_readings(reading.text, item.vocabulary, item.assumptions.limits):
        aimed = _target(item).aim(other.tree)
        if aimed.other is not None:
            continue
        if _is_right(aimed.tree, item):
            written = plain(other.tree)
            student = f"Your answer was read as {plain(reading.tree)}: {other.notes[0]}."
            diagnosis = Diagnosis(
                "other_reading", student, f"Right if it is read as {written}.", (("reading", written),)
            )
            return _credited(best, diagnosis, item)
    return None


def _is_right(tree: Node, item: Item) -> bool:
    return any(
        _check(answer, key, standing).verdict is Verdict.CORRECT
        for answer, standing in taken(tree, item)
        for key in standing.keys
    )


def _explained(tree: Node, item: Item, best: Outcome) -> Outcome:
    """The outcome with what its checker says about it, or the first near miss that explains it, and its credit."""
    if best.diagnosis is not None:
        return _credited(best, best.diagnosis, item)
    for answer, standing in taken(tree, item):
        for key in standing.keys:
            said = item.checker.explain(answer, key.tree, key.options, item.assumptions)
            if found := said or diagnose(item.checker.to_explain(answer, key.tree), key.tree, item.assumptions):
                return _credited(best, found, item)
    return best


def _credited(outcome: Outcome, diagnosis: Diagnosis, item: Item) -> Outcome:
    share = max(outcome.share, item.near.get(diagnosis.code, Fraction(0)))
    return graded(share, outcome.evidence, diagnosis, outcome.entries)
