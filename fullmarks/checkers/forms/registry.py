"""The forms by name, in the order of the docs."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from fullmarks.checkers.forms import expanded, factored, lowest_terms, no_decimals, same_up_to_order, single_fraction
from fullmarks.checkers.forms.written_form import WrittenForm


class FormName(StrEnum):
    """What ``form`` may say."""

    SAME_UP_TO_ORDER = "same up to order"
    EXPANDED = "expanded"
    FACTORED = "factored"
    LOWEST_TERMS = "lowest terms"
    SINGLE_FRACTION = "single fraction"
    NO_DECIMALS = "no decimals"


FORMS: Mapping[FormName, WrittenForm] = MappingProxyType(
    {
        FormName(module.FORM.name): module.FORM
        for module in (same_up_to_order, expanded, factored, lowest_terms, single_fraction, no_decimals)
    }
)
