"""Prefix forms: `(* 2 (^ x 2))`, the spelling in which a row says what its key and its answer mean.

A form is an atom (a string) or a tuple of forms. Nothing here knows what a head means: see `values`.
"""

from typing import TypeAlias

Form: TypeAlias = "str | tuple[Form, ...]"


class PrefixError(ValueError):
    """A prefix form is not well written: the row's author must mend it."""


def parse_prefix(text: str) -> Form:
    """Read one form; raise PrefixError where brackets don't match or something follows it."""
    tokens = text.replace("(", " ( ").replace(")", " ) ").split()
    open_forms: list[list[Form]] = [[]]
    for token in tokens:
        if token == "(":
            open_forms.append([])
        elif token == ")":
            if len(open_forms) == 1:
                raise PrefixError(f"a bracket is closed that was never opened: {text}")
            closed = tuple(open_forms.pop())
            open_forms[-1].append(closed)
        else:
            open_forms[-1].append(token)
    if len(open_forms) != 1 or len(open_forms[0]) != 1:
        raise PrefixError(f"expected exactly one form: {text}")
    return open_forms[0][0]


def write_prefix(form: Form) -> str:
    """Write a form back, as `parse_prefix` reads it."""
    if isinstance(form, str):
        return form
    return "(" + " ".join(write_prefix(part) for part in form) + ")"


def names_in(form: Form) -> set[str]:
    """All atoms of a form that are neither numbers nor heads."""
    if isinstance(form, str):
        return set() if form[0].isdigit() or form[0] in "-+." else {form}
    found: set[str] = set()
    if form[0] == "matrix":
        return found.union(*(names_in(entry) for row in form[1:] for entry in row))
    for part in form if isinstance(form[0], tuple) else form[1:]:
        found |= names_in(part)
    return found
