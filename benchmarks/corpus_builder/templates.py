"""Rows made from the families: each form in several spellings, each key's wrong neighbours in one.

Everything is seeded by the family's name, so that a new family leaves the others' rows as they are.
"""

import random
from collections.abc import Iterator

from benchmarks.corpus_builder.agreement import check_row
from benchmarks.corpus_builder.corruptions import corruptions
from benchmarks.corpus_builder.families import Family, read_families
from benchmarks.corpus_builder.prefix import Form, write_prefix
from benchmarks.corpus_builder.rows import Oracle, Row
from benchmarks.corpus_builder.spelling import spell
from benchmarks.corpus_builder.styles import STYLES, Style, latex

SPELLINGS_OF_A_FORM = 2
OWN = "the family's own"
"""The mistake of a wrong form that the family's paragraph gives."""
_WRAPPINGS = ("{}", "{}", "{}", "${}$", r"\({}\)", r"\[ {} \]", "$${}$$", r"\boxed{{{}}}")
_NO_CAS = frozenset({"sum", "prod", "set", "at"})


def made_rows() -> list[Row]:
    """All rows of all families."""
    return [row for family in read_families() for row in _rows(family)]


def _rows(family: Family) -> Iterator[Row]:
    chance = random.Random(family.name)
    key = spell(family.key, _style(family.key, chance))
    number = 0
    seen: set[str] = set()
    for answer, form, mistake in _answers(family, chance):
        if answer in seen:
            continue
        seen.add(answer)
        number += 1
        yield _row(family, number, key, answer, form, mistake)


def _answers(family: Family, chance: random.Random) -> Iterator[tuple[str, Form, str | None]]:
    """Spelled answers with their forms; the name of a mistake marks a wrong one."""
    for form in [family.key, *family.same]:
        styles = chance.sample(STYLES, len(STYLES))
        for style in styles[:SPELLINGS_OF_A_FORM]:
            yield _spelled(form, _usable(style(chance), form, chance), chance), form, None
    for form in family.wrong:
        yield _spelled(form, _style(form, chance), chance), form, OWN
    for mistake, form in _spoilt(family, chance):
        yield _spelled(form, _style(form, chance), chance), form, mistake


def _spoilt(family: Family, chance: random.Random) -> Iterator[tuple[str, Form]]:
    """At most one corruption of the key, the first that makes a difference."""
    if family.kind in ("interval", "set"):
        return
    for mistake, form in corruptions(family.key, sorted(family.symbols), chance):
        if form not in family.wrong and check_row(_row(family, 0, "", "", form, mistake)) is None:
            yield mistake, form
            return


def _style(form: Form, chance: random.Random) -> Style:
    return _usable(chance.choice(STYLES)(chance), form, chance)


def _usable(style: Style, form: Form, chance: random.Random) -> Style:
    """Sums and indexed symbols have no one spelling in computer algebra: LaTeX instead."""
    return latex(chance) if style.name == "cas" and _heads(form) & _NO_CAS else style


def _heads(form: Form) -> set[str]:
    if isinstance(form, str):
        return set()
    return {part for part in form[:1] if isinstance(part, str)}.union(*(_heads(part) for part in form))


def _spelled(form: Form, style: Style, chance: random.Random) -> str:
    text = spell(form, style)
    return chance.choice(_WRAPPINGS).format(text) if style.latex else text


def _row(family: Family, number: int, key: str, answer: str, form: Form, mistake: str | None) -> Row:
    return Row(
        id=f"{family.kind}-{family.name}-{number:02d}",
        key=key,
        answer=answer,
        verdict="incorrect" if mistake else "correct",
        kind=family.kind,  # type: ignore[arg-type]
        source=family.name,
        symbols=family.symbols or None,
        why=mistake if mistake != OWN else None,
        oracle=Oracle(
            key=write_prefix(family.key), answer=write_prefix(form), relation="different" if mistake else "equal"
        ),
    )
