"""What every answer says to a browser, whatever it answers."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask, Response

HEADERS: Mapping[str, str] = {
    # Nothing that is answered here is a page with parts; one that is one says so in its own way.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Homework and marks stay in nobody's cache; ETags work all the same.
    "Cache-Control": "no-store",
}


def send_headers(app: Flask) -> None:
    """Send them with every answer of this application that does not say otherwise itself."""
    app.after_request(_with_headers)


def _with_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
