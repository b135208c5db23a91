"""Words that say what a passage is: a restated question, a solution, a final answer, an aside.

The table is the rule: a heading, a bold line, or the start of a paragraph that reads like one of its rows has that role.
"""

from __future__ import annotations

import re
from enum import StrEnum

from fullmarks.find import languages
from fullmarks.records import frozen
from fullmarks.regex import regex


class Role(StrEnum):
    """What a heading or a lead-in announces."""

    STATEMENT = "statement"
    """The question, repeated."""
    SOLUTION = "solution"
    """Working that leads to an answer."""
    FINAL = "final"
    """The answer."""
    CONCLUSION = "conclusion"
    """What the working comes to; as good as an answer where no answer is given."""
    ASIDE = "aside"
    """A check, an example, a remark, another method: never the answer while there is another one."""
    OUTSIDE = "outside"
    """What belongs to no question: references, thanks."""
    NONE = "none"


_WHOSE = r"(?:my |the |our |so the |thus the )?"
_WHICH = r"(?:the |my |full |detailed |complete |revised |corrected |worked |step[- ]by[- ]step )*"
_WORKING = (
    r"(?:explanations?|reasons?|justifications?|rationale|details|"
    r"solutions?|derivations?|working|work|reasoning|approach|proof|calculations?|analysis|steps|method|set-?up)"
)

_ROWS: tuple[tuple[Role, tuple[str, ...]], ...] = (
    (
        Role.STATEMENT,
        (
            languages.STATEMENT,
            r".{0,12}\b(?:problem|question) statement",
            r"(?:the )?(?:original |restated |full |exact )?(?:problem|question|exercise|task)s?(?: text| description| restated)?",
            r"(?:re-?)?statement(?: of (?:the )?(?:problem|question|exercise|task))?|restat(?:ed|ing)(?: the)? (?:problem|question)",
            r"prompt|given(?: data| information)?|what is asked|hint",
        ),
    ),
    (
        Role.FINAL,
        (
            languages.FINAL,
            rf"{_WHOSE}(?:final|short|boxed|correct(?:ed)?|revised|updated|numerical|exact)? ?answers?(?: summary)?",
            r"(?:my |the |our )?final (?:results?|solutions?|expressions?|formulas?|values?|statement)",
            r"(?:a )?summary of (?:the |my |all )?(?:final )?(?:answers|results|solutions)",
            r"ans|final|list of answers|answer key|all answers",
        ),
    ),
    (
        Role.CONCLUSION,
        (
            languages.CONCLUSION,
            r"(?:the |in )?(?:conclusions?|summary|results?|takeaways?|recap|outcome|bottom line|total|tl;?dr)",
            r"(?:claim|theorem|proposition)(?: \d{1,2})?",
            r"therefore|hence|thus|key (?:insight|result|takeaway)s?|putting (?:it|everything) (?:all )?together",
        ),
    ),
    (
        Role.ASIDE,
        (
            languages.ASIDE,
            r"(?:quick |sanity |dimension |consistency |numerical |final )?(?:checks?|verification|validation|test)(?: of .{1,40})?",
            r"verify(?:ing)?(?: .{1,40})?|checking .{1,40}",
            r"(?:important |side |foot)?(?:notes?|remarks?|comments?|caveats?|observations?)|n\.?b\.?",
            r"aside|discussion|intuition|interpretation|why (?:this|it) works|why not .{1,40}|common (?:mistakes|pitfalls|errors)",
            r"(?:an? |worked |numeric(?:al)? |concrete )?(?:examples?|illustration)(?: .{1,40})?|for example",
            r"(?:an? )?(?:alternative|another|other|second) (?:method|approach|way|solution|derivation|view)s?|alternatively",
            r"generali[sz]ations?|extensions?|next steps|code|implementation|program|plots?|tool (?:output|call)s?",
            r"output of the (?:code|program)",
        ),
    ),
    (
        Role.OUTSIDE,
        (
            r"references|bibliography|sources|acknowledge?ments?|collaborat(?:ors|ion)|honou?r code",
            r"appendix(?: .{0,40})?|feedback|time spent",
        ),
    ),
    (
        Role.SOLUTION,
        (
            languages.SOLUTION,
            rf"{_WHICH}{_WORKING}(?:(?: and |, | & |/)(?:the |final )?(?:{_WORKING}|answers?))*(?: process| steps)?",
        ),
    ),
)

# What follows the cue: nothing, or a colon, a dash, or a part's name in brackets.
_CUES = tuple(
    (role, regex(rf"(?:{'|'.join(spellings)})(?=\W*$|\s*[:.(–—-]|\s+(?:for|to|of)\b)", re.IGNORECASE))
    for role, spellings in _ROWS
)
_DECORATION = regex(r"[\W_]+")
_NUMBERED = regex(r"(?:step\s+)?\d{1,2}\s*[.):]\s*|[^\w\s]*\s*", re.IGNORECASE)


@frozen
class Cue:
    """A role, and how many characters of the text announce it."""

    role: Role
    length: int


_NO_CUE = Cue(Role.NONE, 0)


def heading_cue(said: str) -> Cue:
    """What a heading or a bold line announces: ``Final Answer``, ``4. Result:``, ``Explanation and Solution``."""
    start = _decoration(said)
    numbered = _NUMBERED.match(said, start)
    return _cue(said, numbered.end() if numbered else start)


def lead_cue(said: str) -> Cue:
    """What the start of a paragraph announces: ``**Answer:** 4``, ``Check: …``; it takes a colon, a full stop or bold type."""
    start = _decoration(said)
    if said[start : start + 2] == "A:":
        return Cue(Role.FINAL, start + 1)
    cue = _cue(said, start)
    if cue.role is Role.NONE:
        return cue
    after = said[cue.length : cue.length + 4].lstrip(" ")
    marked = said[:start].strip() in ("**", "__", "***", "\\textbf{") and after[:1] in ("*", "_", ":", ".", "}", "")
    abbreviated = said[start : cue.length].lower() == "ans" and after[:1] == "."
    if abbreviated or after[:1] == ":" or (marked and after[:1]) or not after:
        return cue
    return _NO_CUE


def _cue(said: str, start: int) -> Cue:
    for role, pattern in _CUES:
        if found := pattern.match(said, start):
            return Cue(role, found.end())
    return _NO_CUE


def _decoration(said: str) -> int:
    found = _DECORATION.match(said)
    return found.end() if found else 0
