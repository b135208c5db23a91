"""Which processes run below one, on Linux."""

from collections.abc import Mapping
from pathlib import Path

CHILDREN: Mapping[str, str] = {"broker": "-server", "worker": "-m workers", "API": "gunicorn"}
"""What the command of a child of the service's supervisor holds."""


def command_of(process: int) -> str:
    """Its command line; empty when it is no more."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def parent_of(process: int) -> int | None:
    """None for a process that is no more, or is dead and only not yet asked after."""
    try:
        state, parent = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[:2]
    except (FileNotFoundError, ProcessLookupError):
        return None
    return None if state == "Z" else int(parent)


def descendants(ancestor: int) -> list[int]:
    """All processes below one."""
    parents = {int(path.name): parent_of(int(path.name)) for path in Path("/proc").iterdir() if path.name.isdigit()}
    found = [ancestor]
    for process in found:
        found += [child for child, parent in parents.items() if parent == process]
    return found[1:]


def shared_out_mb(process: int) -> float:
    """Its memory in MB (10^6 bytes), with its share of what it has in common with others: these add up to the truth."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    kilobytes = next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    return kilobytes * 1024 / 1e6
