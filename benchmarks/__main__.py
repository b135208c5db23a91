"""``python -m benchmarks [accuracy|speed|service|all]``: measure, keep the results, rewrite the page that quotes them."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.graders.choice import YARDSTICK, installed
from benchmarks.machine import ROOT, Circumstances
from benchmarks.page import PAGE, RESULTS, keep, rewrite
from benchmarks.questions import KINDS
from benchmarks.run import WHAT, Run, tell


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for."""
    parser = _parser()
    given = parser.parse_args(arguments)
    run = Run(
        what=WHAT if given.what == "all" else (given.what,),
        kinds=tuple(given.kinds),
        graders=tuple(name for name in installed() if name not in given.without),
        most=given.most,
        circumstances=Circumstances(list(arguments)),
    )
    if given.results is None and not run.is_whole:
        parser.error(f"this would leave out questions or {YARDSTICK} (`make bench` installs it): say --results FOLDER")
    folder: Path = given.results or RESULTS
    for name, result in run.results():
        keep(result, name, folder)
        tell(f"{folder / name}.json is written.")
    if given.results is None:
        rewrite(PAGE, RESULTS)
        tell(f"{PAGE.relative_to(ROOT)} quotes them.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", nargs="?", choices=[*WHAT, "all"], default="all")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS), metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--most", type=int, help="so many questions a kind")
    parser.add_argument("--without", nargs="+", choices=[YARDSTICK], default=[], help="a grader to leave out")
    parser.add_argument(
        "--results", type=Path, help="folder for the results; by default the project's, quoted in its page"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
