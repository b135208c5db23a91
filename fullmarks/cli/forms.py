"""In which forms reports are shown, and to whom."""

from __future__ import annotations

from typing import Literal

Form = Literal["text", "json", "markdown", "html", "csv"]
View = Literal["staff", "student"]
