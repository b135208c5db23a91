"""Makes the pictures of the documentation: ``.venv/bin/python docs/screenshots/make.py``, from the top of a checkout.

The files come from the pages themselves: what the tutorials have their readers save is saved, and the program is run on it. A page is
drawn by headless Chromium (``apt-get install chromium``), a terminal as a page with the colours that the program gives it.
"""

from __future__ import annotations

import fcntl
import html
import os
import pty
import re
import shlex
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))  # a script's own folder is all that Python looks into

from tests.docs.pages import DOCS, blocks, save  # noqa: E402

PICTURES = Path(__file__).parent
PROGRAMS = Path(sys.executable).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LARGEST_BYTES = 200_000
COLUMNS, LINE_PX, PADDING_PX = 100, 19, 40
TERMINAL = """<!DOCTYPE html><meta charset="utf-8"><style>
body { margin: 0; background: #fff; }
pre { margin: 10px; padding: 9px 14px; border: 1px solid #c8c8c8; border-radius: 6px; color: #1a1a1a;
      font: 14px/19px "DejaVu Sans Mono", monospace; }
.p { color: #0b5394; font-weight: bold; }
</style><pre>"""
STYLES = {
    "1": "font-weight:bold",
    "2": "color:#666",
    "31": "color:#a61b1b",
    "32": "color:#1b6b2f",
    "33": "color:#7a5200",
    "34": "color:#0b5394",
    "35": "color:#7b1fa2",
    "36": "color:#0b6b6b",
}
"""What the program's colours look like on paper."""


@dataclass(frozen=True)
class Picture:
    """One picture: a page that a command prints, or a terminal with commands; ``height`` is where a page is cut off."""

    name: str
    commands: tuple[str, ...]
    width: int = 860
    height: int = 0


HOMEWORK = (
    Picture(
        "staff-report",
        ("fullmarks grade rubrics/cs182-hw4.yaml demo/homework.md --only 1b --only 2c --only 4a --format html",),
        height=1130,
    ),
)
PARABOLA = (
    Picture(
        "student-report", ("fullmarks grade parabola.yaml class/cleo.json --format html --view student",), height=925
    ),
    Picture("grade", ("fullmarks grade parabola.yaml class/ann.json",)),
    Picture(
        "check", ("fullmarks check '(x - 1)(x + 1)' 'x^2 - 1' --explain", "fullmarks check '2 c d' 'c d' --explain")
    ),
)
CLASS = (
    Picture("statistics", ("fullmarks stats results.ndjson --format html",), width=960, height=1270),
    Picture("regrade", ("fullmarks regrade results.ndjson --rubric corrected.yaml --dry-run --summary",)),
)


def main() -> None:
    """All of them, or those that are named."""
    wanted = set(sys.argv[1:])
    with tempfile.TemporaryDirectory(prefix="fullmarks-pictures-") as made:
        for page, pictures in ((None, HOMEWORK), ("tutorial.md", PARABOLA), ("tutorial-class.md", CLASS)):
            asked = [picture for picture in pictures if not wanted or picture.name in wanted]
            folder = Path(made) / Path(page or "homework").stem
            folder.mkdir()
            if asked:
                lay_out(DOCS / page if page else None, folder)
            for picture in asked:
                draw(picture, folder)


def lay_out(page: Path | None, folder: Path) -> None:
    """The page's files as they are before anything is put right, and beside them what its reader would have by then.

    Without a page, the homework of this project.
    """
    if page is None:
        for name in ("rubrics", "demo"):
            (folder / name).symlink_to(ROOT / name)
        return
    for block in blocks(page):
        if block.info and block.language != "console" and not block.info.endswith(")"):
            save(block, folder)
    if (folder / "make_class.py").exists():
        run("python make_class.py", folder)
        run("fullmarks grade parabola.yaml class.csv -o results.ndjson --quiet", folder)
        key = (folder / "parabola.yaml").read_text("utf-8")
        (folder / "corrected.yaml").write_text(key.replace("{3, 1}", "{3, -1}"), "utf-8")


def draw(picture: Picture, folder: Path) -> None:
    """One picture; ends with a sentence where it is too large for a page of the documentation."""
    if picture.height:
        content, height = run(picture.commands[0], folder).stdout, picture.height
    else:
        lines = [line for command in picture.commands for line in in_terminal(command, folder)][:-1]
        content, height = f"{TERMINAL}{chr(10).join(lines)}</pre>", len(lines) * LINE_PX + PADDING_PX
    source = folder / f"{picture.name}.html"
    source.write_text(content, "utf-8")
    target = PICTURES / f"{picture.name}.png"
    photographed(source, target, picture.width if picture.height else 900, height)
    size = target.stat().st_size
    print(f"{target.relative_to(ROOT)}: {size:,} bytes")
    if size > LARGEST_BYTES:
        sys.exit(f"{target.name} is larger than {LARGEST_BYTES:,} bytes: make it smaller, or cut it sooner.")


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command as it is typed, by the programs of this environment."""
    words = shlex.split(command)
    return subprocess.run(
        [PROGRAMS / words[0], *words[1:]], cwd=folder, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )


def in_terminal(command: str, folder: Path) -> Iterator[str]:
    """The prompt, and what the program shows on a terminal, as lines of HTML."""
    yield f'<span class="p">$</span> {html.escape(command)}'
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    words = shlex.split(command)
    environment = {**os.environ, "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(
        [PROGRAMS / words[0], *words[1:]], cwd=folder, env=environment, stdout=theirs, stderr=subprocess.DEVNULL
    ):
        os.close(theirs)
        shown = b"".join(pieces(ours)).decode()
    os.close(ours)
    yield from (as_html(line) for line in shown.replace("\r", "").rstrip("\n").split("\n"))
    yield ""


def pieces(terminal: int) -> Iterator[bytes]:
    """What comes out of it, until nobody holds its other end."""
    while True:
        try:
            piece = os.read(terminal, 1 << 16)
        except OSError:
            return
        if not piece:
            return
        yield piece


def as_html(line: str) -> str:
    """A line with its colours."""
    styles: list[str] = []
    made = ""
    for number, piece in enumerate(re.split(r"\x1b\[([\d;]*)m", line)):
        if number % 2:
            codes = piece.split(";")
            styles = [] if codes in ([""], ["0"]) else [*styles, *(STYLES[code] for code in codes if code in STYLES)]
        elif piece:
            made += f'<span style="{";".join(styles)}">{html.escape(piece)}</span>' if styles else html.escape(piece)
    return made


def photographed(source: Path, target: Path, width: int, height: int) -> None:
    """The page as a picture of that size."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        sys.exit("No Chromium is installed here; on Debian: apt-get install chromium")
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb")
    asked = (f"--window-size={width},{height}", f"--screenshot={target}", source.as_uri())
    subprocess.run([browser, *flags, *asked], check=True, stderr=subprocess.DEVNULL, timeout=120)


if __name__ == "__main__":
    main()
