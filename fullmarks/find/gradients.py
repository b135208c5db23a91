r"""Gradients in one spelling: ``\frac{\partial L}{\partial w_{h,l}}``, ``∂L/∂w`` and ``\nabla_w L`` are ``dw``."""

from __future__ import annotations

import re

from fullmarks.regex import regex

_NAME = r"(?P<name>(?:\\(?:mathbf|boldsymbol|bm|mathrm|vec)\s*\{[^{}]*\}|\\?[A-Za-z]+)\s*(?:_\s*(?:\{(?:[^{}]|\{[^{}]*\})*\}|\w))?)"
_LOSS = r"(?:\\(?:mathcal|mathrm|ell)\s*(?:\{[^{}]*\})?|[A-Za-z])\s*"
_D = r"(?:\\partial|∂|\\mathrm\{d\}|d)\s*"
_SPELLINGS = (
    regex(rf"\\[dt]?frac\s*\{{\s*{_D}{_LOSS}\}}\s*\{{\s*{_D}{_NAME}\s*\}}"),
    regex(rf"(?:\\partial|∂)\s*{_LOSS}/\s*(?:\\partial|∂)\s*{_NAME}"),
    regex(rf"\bd{_LOSS}/\s*d{_NAME}"),
    regex(rf"(?:\\nabla|∇)\s*_\s*(?:\{{{_NAME}\}}|(?P<letter>\w))\s*(?:\\mathcal\s*\{{?\w\}}?|[A-Za-z])(?![A-Za-z])"),
)


def with_gradients(side: str) -> str:
    """The left side of an equation with its gradients as ``dw``; one without any as it is."""
    if not any(sign in side for sign in ("partial", "∂", "nabla", "∇", "frac", "/")):
        return side
    for spelling in _SPELLINGS:
        side = spelling.sub(_named, side)
    return side


def _named(found: re.Match[str]) -> str:
    groups = found.groupdict()
    return f"d{groups['name'] or groups.get('letter') or ''}"
