"""Which processes run below one, on Linux."""

from pathlib import Path


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
