"""Files that hold no text of ours, known by how they begin or by how they are called."""

from __future__ import annotations

from pathlib import PurePath

_BEGINNINGS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or a Word document"),
    (b"\xd0\xcf\x11\xe0", "a Word document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"\x1f\x8b", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"Rar!", "an archive"),
)
_ENDINGS = {
    **dict.fromkeys((".pdf",), "a PDF"),
    **dict.fromkeys((".doc", ".docx"), "a Word document"),
    **dict.fromkeys((".odt",), "an OpenDocument text"),
    **dict.fromkeys((".pages",), "a Pages document"),
    **dict.fromkeys((".html", ".htm"), "a web page"),
    **dict.fromkeys((".yaml", ".yml"), "a rubric"),
    **dict.fromkeys((".rtf",), "a rich text document"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".heic", ".webp", ".tif", ".tiff", ".bmp"), "a picture"),
    **dict.fromkeys((".zip", ".gz", ".tgz", ".7z", ".rar", ".tar", ".xz"), "an archive"),
    **dict.fromkeys((".ipynb",), "a Jupyter notebook"),
}


def kind_by_beginning(content: bytes) -> str | None:
    """``a PDF``; None for what may be text."""
    return next((kind for beginning, kind in _BEGINNINGS if content.startswith(beginning)), None)


def kind_by_name(name: str) -> str | None:
    """The same for a file that nobody opens."""
    return _ENDINGS.get(PurePath(name).suffix.lower())
