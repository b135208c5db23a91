"""How much memory a process may ask for."""

from __future__ import annotations

import resource


def limit_memory(memory_bytes: int, *, for_good: bool = True) -> None:
    """So much address space, or less where whoever started this process may have no more itself.

    What asks for more gets a ``MemoryError``, or ends. ``for_good``: neither this process nor any that it starts can raise it again.
    """
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = memory_bytes if most == resource.RLIM_INFINITY else min(memory_bytes, most)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, wanted if for_good else most))
