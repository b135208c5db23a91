"""Whether a user's turn between two attempts is a hint: whether it says anything about the matter.

No hint is a turn that only asks for an answer (“solve 2b again”, “continue”), thanks, doubts (“are you sure?”, “that is wrong”), or wants
something explained (“why …?”), nor a pasted sheet that names what to solve. Any other word, or a formula, makes a turn one.
"""

from __future__ import annotations

import re

from fullmarks.find.spellings import spelled_anywhere
from fullmarks.regex import regex

PASTED = 200
"""Characters from which a turn that names parts is a sheet to solve."""
LONGEST = 4_000
"""Characters of a turn that are looked at."""
_WANTS_EXPLAINED = regex(
    r"^\W*(?:why|how come|what (?:does|do|is|are|was|is meant)|who|when|where|"
    r"(?:can|could|would) you (?:please )?(?:explain|clarify|elaborate)|(?:please )?(?:explain|clarify|elaborate))\b",
    re.IGNORECASE,
)
_FORMULA = regex(r"[=<>≤≥≠^\\√∑∫]")
_NAMES = regex(r"#?\b\d{1,2}[.-]?(?:\(?[a-z]\)?)?(?!\w)|\([a-z]\)", re.IGNORECASE)
_WORD = regex(r"[^\W\d_]{2,}(?:'[^\W\d_]+)?")
_EMPTY = frozenset(
    # who and what
    "it its this that these those there here the an my your our you we me us he she they them one ones all any some other others both "
    # asking
    "solve solving resolve do does did doing redo answer answers answering reanswer retry try attempt begin start work out give show find "
    "complete finish compute calculate derive continue proceed go going on move next now then again once more another time ahead "
    "come write state list tell say repeat restate let let's lets get fix correct revise check recheck double verify look think "
    # parts
    "part parts problem problems question questions exercise exercises homework assignment sheet section following above below "
    "solution solutions result results final full whole entire step steps rest remaining everything last previous first "
    # politeness and small talk
    "please thanks thank ok okay great good nice cool fine perfect awesome hi hello hey sorry well yes yeah yep no nope hmm sure "
    "would could can can't cannot should shall will may might must want need like just also too still so if or and but not to of for "
    "from with at in by as is isn't are aren't was were be been am have has had have i'm i'd i've i'll you're that's it's very really "
    # doubt
    "certain confident true right wrong incorrect mistaken mistake mistakes error errors false doubt believe about how what which".split()
)
"""Words that say nothing about the matter."""


def is_hint(said: str, *, names_parts: bool) -> bool:
    """Whether a turn is one; ``names_parts``: it names what to do."""
    if (names_parts and len(said) > PASTED) or _WANTS_EXPLAINED.match(said):
        return False
    rest = said[:LONGEST]
    for spelled in reversed(spelled_anywhere(rest)):
        rest = f"{rest[: spelled.start]} {rest[spelled.end :]}"
    rest = _NAMES.sub(" ", rest)
    return _FORMULA.search(rest) is not None or any(word.casefold() not in _EMPTY for word in _WORD.findall(rest))
