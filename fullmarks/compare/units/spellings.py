"""The many spellings of a unit brought to one: LaTeX commands, raised digits, words of two, remarks behind a unit (``6 feet tall``).

What comes out is for the grammar (``units.py``): names, ``*``, ``/``, ``^``, brackets and the word ``frac``.
"""

from __future__ import annotations

import re

from fullmarks.regex import regex

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_STEPS = tuple(
    (regex(pattern), plain)
    for pattern, plain in (
        (r"\\(?:text\w*|math(?:rm|it|bf|sf)|operatorname|unit)\s*\{([^{}]*)\}", r" \1 "),
        (r"\\(?:text\w*|math(?:rm|it|bf|sf)|operatorname|unit|rm|left|right)(?![a-zA-Z])", " "),
        (r"\\[,;:!> ]|~|\\quad(?![a-zA-Z])", " "),
        (r"\\(?:cdot|times|ast)(?![a-zA-Z])|[·⋅∙•×]", "*"),
        (r"\^\s*\{\s*\\circ\s*\}|\^\s*\\circ(?![a-zA-Z])|\\(?:circ|degree)(?![a-zA-Z])", "°"),
        (r"\\(?:mu|micro)(?![a-zA-Z])\s*|[µμ]\s+", "µ"),
        (r"\\(?:Omega|ohm)(?![a-zA-Z])", "Ω"),
        (r"\b([kMGmµ])\s+Ω", r"\1Ω"),
        (r"\\[dt]?frac(?![a-zA-Z])", " frac "),
        (r"\\\$", " dollar "),
        (r"\$", " "),
        (r"\*\*", "^"),
        (r"÷", "/"),
        (r"−", "-"),
        (r"[{]", "("),
        (r"[}]", ")"),
        (r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+", lambda raised: "^" + raised[0].translate(_RAISED)),
        (r"(?i:°|\bdegrees?)\s*(?=(?:[CFK]|(?i:celsius|fahrenheit|kelvin))\b)", " °"),
        (r"°\s*(?i:celsius)", "°C"),
        (r"°\s*(?i:fahrenheit)", "°F"),
        (r"°\s*(?:K|(?i:kelvin))\b", "K"),
        (r"(?i:\b(light|nautical|fluid|metric|electron|astronomical|troy)[\s-]+(?=[a-z]))", r"\1_"),
        (r"(?i:\bpounds? per square inch\b)", "psi"),
        (r"(?i:\bfoot[\s-]pounds?\b)", "ft_lb"),
        (r"(?i:\bpounds?[\s-](?:of[\s-])?force\b)", "lbf"),
        (r"(?i:(?<=\w),?\s+(?:(?:long|tall|high|wide|deep|old|away|apart|later|ago|each)\b|of\s|in\s+[a-z]{3}).*)", ""),
        (r"(?:,|(?i:\sand))\s*$", ""),
        (r"(?<=[^\W\d_])(?=-?[0-9])", "^"),  # m2, m s-1
        (r"(?<=[^\W\d_])-(?=[^\W\d_])", " "),  # kilowatt-hours
    )
)
"""Patterns and what they become, in this order. None goes back over what it has read: each is linear in the text."""

_NAMES = {
    "kmh": "km/h",
    "kmph": "km/h",
    "kmhr": "km/h",
    "Nm": "N*m",
    "Ns": "N*s",
    "Js": "J*s",
    "Vs": "V*s",
    "Cal": "kcal",
    "hz": "Hz",
    "Khz": "kHz",
    "KHz": "kHz",
    "khz": "kHz",
    "Mhz": "MHz",
    "centigrade": "°C",
    "Omega": "Ω",
    "amps": "A",
    "persons": "person",
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
}
"""Names by other names, or by those of several."""


def plainer(text: str) -> str:
    """The unit as the grammar has it."""
    for pattern, plain in _STEPS:
        text = pattern.sub(plain, text)
    return " ".join(text.split())


def usual_name(name: str) -> str:
    """A name's usual spelling; ``N*m`` for ``Nm``."""
    return _NAMES.get(name, name)


def singular(word: str) -> str:
    """A word in small letters and without its plural, so that ``Boxes`` are ``box``."""
    lower = word.lower()
    if lower.endswith("ies") and len(lower) > len("pies"):
        return f"{lower[:-3]}y"
    if re.search(r"(?:[sxz]|[cs]h)es$", lower):
        return lower[:-2]
    return lower[:-1] if lower.endswith("s") and not lower.endswith("ss") and len(lower) > len("bus") else lower
