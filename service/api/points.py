"""Points as they are stored, and as they are shown."""

from __future__ import annotations

from fullmarks.report.model import Points


def whole(stored: float | None) -> Points | None:
    """Whole points without a decimal point, as in the report."""
    return int(stored) if stored is not None and stored.is_integer() else stored
