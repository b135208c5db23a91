"""What part of a sentence a formula stands in: where the result is stated, in a condition, or merely somewhere.

The tables are the rule. “The rate is R, where d is the width” states R and explains d; “faster than S” compares with S.
"""

from __future__ import annotations

import re
from enum import IntEnum

from fullmarks.find.blocks import COVER
from fullmarks.regex import regex


class Clause(IntEnum):
    """How much the words around a formula make it a result; larger is more."""

    CONDITION = 0
    PLAIN = 1
    RESULT = 2


# Words right before a formula that state it.
_STATES = regex(
    r"(?:\b(?:is|are|be|was|becomes?|become|equals?|equal to|(?:appears|found|lies|sits|stands|is|are) at|gives?|"
    r"get|gets|got|obtain(?:ed|s)?|yields?|have|has|need(?:ed|s)?|"
    r"requires?|takes?|costs?|counts?|as|by|of|to|so|thus|hence|therefore|then|answer|result|total|exactly|just|simply|only|"
    r"at most|at least|about|approximately|roughly|namely|reads|say|write|find|found|conclude|choose|set|see|means?|"
    r"factor|into|on|and|or|either|now)|[:=→⇒≈≤]|⟹|->|=>)[\s*_:($]*$",
    re.IGNORECASE,
)  # fmt: skip

# Words that open a clause in which nothing is stated: some for the rest of the sentence, some up to a comma.
_FOR_GOOD = (
    r"where(?:as)?(?! (?:the|its) (?:\w+ )?value is)|because|since|such that|so that|provided|assuming|"
    r"than|rather than|instead of|compared (?:to|with)|unlike|"
    r"similar to|analogous to|not|isn't|the example|an example"
)
_TO_COMMA = (
    r"when(?:ever)?|if|for (?:all|every|any|each|example|instance)|for|(?<!in line )(?<!consistent )"
    r"with(?! (?:a |the )?(?:probability|chance|mean|variance|value|slope)\b)|"
    r"given|using|from(?! which)|let|as long as|while|until|"
    r"recall that|(?:we|us|you|to) recall|starting|setting|substituting|plugging|dividing|unless|in the case|"
    r"(?:,|\band) as|the original|original|previous|e\.g\."
)
_OPENS = regex(rf"\b(?:(?P<good>{_FOR_GOOD})|(?P<comma>{_TO_COMMA}))\b", re.IGNORECASE)
_STARTS_ANEW = regex(
    r":|,\s(?!which|who|that|where|whose)(?:\w+ ){1,6}?(?:is|are|becomes?|equals?|gives?|must|has|have)\b",
    re.IGNORECASE,
)
_EXPLAINING = regex(r"where|because|since|such|so|provided|assuming", re.IGNORECASE)
_CLOSES = regex(r"[,;:]|\bthen\b|—|–")
_RESUMES = regex(
    r"\b(?:so|thus|hence|therefore|then|means|lies? (?:in|between)|ranges? over|consequently|"
    r"we (?:get|have|obtain|find|need|conclude)|it follows)\b",
    re.IGNORECASE,
)
_VERB = regex(
    r"\b(?:is|are|becomes?|equals?|gives?|yields?|get|obtain|costs?|takes?|must|should|will|has|have|need|satisfies|comes to)\b",
    re.IGNORECASE,
)
# Numbers that only say which thing is meant.
_NAMES_A_THING = regex(
    r"\b(?:(?:stride|kernel|padding)(?: size)?\s*(?:of|=)?|"
    r"(?:size|layers?|steps?|parts?|problem|question|fig(?:ure)?|eq(?:uation)?s?|section|case|rows?|columns?|level|dimension|"
    r"channels?|for n|exercise|page|pages|pp\.?|chapter|lecture|lesson|week|theorem|lemma|slides?|sheet|homework|volume|figure|"
    r"equation|definition|proposition|corollary)(?:\s+no\.?)?)[\s*(]*$",
    re.IGNORECASE,
)
# What is left of ``\\(`` where the backslash was lost.
_SPACED_BRACKET = regex(r"\(\s$")
_EXPLAINS = regex(
    r"\W*(?:(?:this|that|it|which|these|doing so|so doing)\s+(?:\w+ly\s+)?"
    r"(?:ensures?|means|makes?|keeps?|guarantees?|preserves?|holds|matches|agrees|shows|works|follows|comes|completes|confirms|"
    r"recovers?|reproduces?|restores?|corresponds|is because|is why|is since|would|allows?|helps?)|"
    r"note|notice|remember|recall(?!\W*(?:$|[:=≈\d\ue000]|is\b|of\b|score\b))|"
    r"in other words|for example|for instance|e\.g\.|as an example|check|compare|usually|normally|typically|"
    r"in (?:the |our |my |last )?(?:lecture|class|book|textbook|notes|tutorial)|(?:my|a) friend|"
    r"as a (?:check|sanity)|to (?:check|verify)|say,|suppose|assume|imagine|let\b)",
    re.IGNORECASE,
)
_DEFINES = regex(r"\b(?:where|with|since|because|using|from|recall|let|given|by definition|defined as|than|like)\W*$")


def clause_of(before: str) -> Clause:
    """Where a formula stands, given its sentence up to it (covered)."""
    before = _SPACED_BRACKET.sub("", before)
    if before.count("(") > before.count(")"):
        return Clause.CONDITION
    if names_a_thing(before) or _in_condition(before):
        return Clause.CONDITION
    return Clause.RESULT if _STATES.search(before) or not before.strip(' *_-•–"“(') else Clause.PLAIN


_PARTIAL = regex(
    r"\b(?:each|per|every|one (?:filter|layer|unit|step|row|column|term|entry)|a single)\b[^,;:]*:?[\s*_$]*$",
    re.IGNORECASE,
)


def counts_one_of_many(before: str) -> bool:
    """Whether a formula after these words counts one of many (“each filter has …”), and the whole comes later."""
    return _PARTIAL.search(before) is not None


def names_a_thing(before: str) -> bool:
    """Whether a number after these words only says which thing is meant: “stride 2”, “layer 3”."""
    return _NAMES_A_THING.search(before) is not None


def explains(sentence: str) -> bool:
    """Whether a sentence explains, recalls or checks, and states nothing new."""
    return _EXPLAINS.match(sentence) is not None


def introduces_condition(lead: str) -> bool:
    """Whether a display that these words lead to defines or recalls something."""
    last = lead.rsplit(".", 1)[-1].strip().lower()
    return explains(last) or _DEFINES.search(last) is not None


def _in_condition(before: str) -> bool:
    opening: re.Match[str] | None = None
    for found in _OPENS.finditer(before):
        opening = found
        initial = not before[: found.start()].strip(' *_-•–"“,;:')
        rest = before[found.end() :]
        if _closed(found, rest, initial=initial):
            opening = None
    return opening is not None


def _closed(opening: re.Match[str], rest: str, *, initial: bool) -> bool:
    """Whether the clause has ended before the end of ``rest``."""
    if _RESUMES.search(rest):
        return True
    if opening["good"] and not initial:
        # “The order does not matter: C” states C, as “it is not zero, the rank is C” does; “where C: …” explains.
        return _STARTS_ANEW.search(rest) is not None and not _EXPLAINING.match(opening.group())
    closing = _CLOSES.search(rest)
    if closing is not None:
        return True
    # “With two layers the cost is …” has no comma; a formula alone (“when n > 3”) has no verb before it.
    return initial and _VERB.search(rest.replace(COVER, "")) is not None
