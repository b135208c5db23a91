"""Convention: right under a convention that the rubric names, but does not ask for."""

from __future__ import annotations

from fullmarks.outcome import Diagnosis

CODE = "convention"


def convention(name: str, say: str | None = None) -> Diagnosis:
    """The explanation of an answer that is the key under the named convention; ``say`` is the rubric's own sentence."""
    student = say or f"This is right under another convention ({name}) than the one that is asked for."
    return Diagnosis(CODE, student, f"Right under the convention “{name}”.", (("convention", name),))
