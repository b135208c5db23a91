"""The settings as an operator may show them to others: each with where it comes from, and without secrets."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from service.settings import ServiceSettings

Source = Literal["default", "environment", "option"]

PASSWORD = re.compile(r"^([A-Za-z0-9+.-]+://[^:@/?]*:).*@", re.DOTALL)
"""Of an address: all between the name and the last @, since a password may hold what should have been written as %40."""
SECRET_PARAMETER = re.compile(r"([?&][^=&]*(?:pass|secret|token|key)[^=&]*=)[^&]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ShownSetting:
    """One setting."""

    variable: str
    value: str
    source: Source


def shown_settings(settings: ServiceSettings, options: Collection[str]) -> tuple[ShownSetting, ...]:
    """All of them in their order; ``options`` are the names of those that were given as such."""
    return tuple(
        ShownSetting(
            f"FULLMARKS_{name.upper()}",
            without_password(str(getattr(settings, name))),
            "option" if name in options else "environment" if name in settings.model_fields_set else "default",
        )
        for name in ServiceSettings.model_fields
    )


def without_password(value: str) -> str:
    """An address without what opens it; any other text as it is."""
    return SECRET_PARAMETER.sub(r"\1***", PASSWORD.sub(r"\1***@", value)) if "://" in value else value
