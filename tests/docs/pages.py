"""A page of the documentation as a script: the files that it has its reader save, and the commands with what they print.

A code block's info line says what it is: ```` ```yaml parabola.yaml ```` is saved under that name, ```` ```yaml
parabola.yaml (change) ```` takes the place of as many of its lines, ```` ```json results.json (written) ```` must have been
written by then, ```` ```console ```` is run, and ```` ```console exits 1 ```` is run and must end so. Of what is quoted, ``…``
stands for anything, alone in a line for lines, a hash for any hash, and a submission's id for any id.
"""

import re
import shlex
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from fullmarks.cli.main import main

DOCS = Path(__file__).parents[2] / "docs"
README = DOCS.parent / "README.md"
_BLOCK = re.compile(r"^```(\w+)(?: ([^\n]*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CHANGE, _WRITTEN = " (change)", " (written)"
_HASH = re.compile(r"\b[0-9a-f]{12,64}\b")
ID = re.compile(r"\b01[0-9a-z]{24}\b")


@dataclass(frozen=True)
class Block:
    """One code block; ``info`` is what stands behind its language."""

    language: str
    info: str
    text: str


@dataclass(frozen=True)
class Command:
    """One command, with what the page says that it prints and exits with."""

    line: str
    printed: str
    status: int


def blocks(page: Path) -> list[Block]:
    return [Block(*(part or "" for part in found)) for found in _BLOCK.findall(page.read_text("utf-8"))]


def section(page: Path, heading: str) -> str:
    """What stands below a heading, up to the next one of its level or above."""
    level = len(heading) - len(heading.lstrip("#"))
    text = f"\n{page.read_text('utf-8')}".partition(f"\n{heading}\n")[2]
    return re.split(rf"^#{{1,{level}}} ", text, maxsplit=1, flags=re.MULTILINE)[0]


def rows(text: str) -> list[list[str]]:
    """The cells of all tables in a text, without their heads; a cell that is code without its marks, ``\\|`` as ``|``."""
    found = re.findall(r"^\|(.*)\|$", re.sub(r"^\|.*\|\n\|[-|: ]+\|$", "", text, flags=re.MULTILINE), re.MULTILINE)
    return [[_cell(cell) for cell in re.split(r"(?<!\\)\|", line)] for line in found]


def _cell(cell: str) -> str:
    said = cell.strip().replace("\\|", "|")
    code = re.fullmatch(r"(`+) ?(.*?) ?\1", said)
    return code[2] if code and code[1] not in code[2] else said


def commands(block: Block) -> Iterator[Command]:
    """The commands of a console block; of several only the last may fail."""
    told = re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]
    status = int(block.info.removeprefix("exits ")) if block.info.startswith("exits ") else 0
    for number, text in enumerate(told, 1):
        line, _, printed = re.sub(r"\\\n *", "", text).partition("\n")
        yield Command(line, printed, status if number == len(told) else 0)


def matches(quoted: str, printed: str) -> bool:
    """Whether a program printed what a page quotes; empty lines at the end don't count."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == "…" else f"{_pattern(line)}\n" for line in quoted.rstrip().splitlines()
    )
    return re.fullmatch(f"{pattern}\n*", printed) is not None


def _pattern(line: str) -> str:
    hashed = _HASH.sub(lambda found: f"[0-9a-f]{{{len(found[0])}}}", re.escape(line))
    return ID.sub(lambda _: ID.pattern, hashed).replace("…", ".*")


def save(block: Block, folder: Path) -> None:
    """Writes the file that a block shows, or the lines of it that the block changes."""
    path = folder / block.info.removesuffix(_CHANGE)
    path.parent.mkdir(parents=True, exist_ok=True)
    if block.info.endswith(_CHANGE):
        path.write_text(_changed(path.read_text("utf-8").splitlines(), block.text.splitlines()), "utf-8")
    else:
        path.write_text(block.text, "utf-8")


def _changed(old: list[str], new: list[str]) -> str:
    """The lines with as many replaced as are new, from the one on that has the name of the first new one."""
    name = new[0].partition(":")[0] + ":"
    start = next(place for place, line in enumerate(old) if line.startswith(name))
    return "".join(f"{line}\n" for line in (*old[:start], *new, *old[start + len(new) :]))


def run(command: Command) -> tuple[int, str]:
    """The status and all that is printed, in the current folder."""
    words = shlex.split(command.line)
    assert words[0] == "fullmarks", f"a page that is played calls only fullmarks, not {words[0]}"
    ended = CliRunner().invoke(main, words[1:])
    broken = ended.exception is not None and not isinstance(ended.exception, SystemExit)
    return ended.exit_code, ended.output + ("".join(traceback.format_exception(ended.exception)) if broken else "")


def play(page: Path, folder: Path, run: Callable[[Command], tuple[int, str]] = run) -> str:
    """Saves and runs all that a page shows, in its order; what came out where that is not what the page says."""
    surprises = []
    for block in blocks(page):
        if block.language == "console":
            for command in commands(block):
                status, printed = run(command)
                if status != command.status or not matches(command.printed, printed):
                    surprises.append(f"$ {command.line}\n(status {status})\n{printed}")
        elif block.info.endswith(_WRITTEN):
            written = (folder / block.info.removesuffix(_WRITTEN)).read_text("utf-8")
            if not matches(block.text, written):
                surprises.append(f"{block.info}\n{written}")
        elif block.info:
            save(block, folder)
    return "\n".join(surprises)
