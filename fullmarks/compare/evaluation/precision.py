"""The one place where ball arithmetic's working precision is set.

python-flint keeps one precision for the whole process, so whoever computes with balls holds the lock meanwhile.
"""

from __future__ import annotations

from threading import RLock

from flint import ctx

_LOCK = RLock()


class precision:  # noqa: N801 - it is used as a function is: with precision(256)
    """Ball arithmetic at ``bits`` bits inside the block, for this thread alone.

    A class, since a generator would take twice as long, and a comparison enters here dozens of times.
    """

    __slots__ = ("_before", "_bits")

    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._before = bits

    def __enter__(self) -> None:
        _LOCK.acquire()
        self._before = ctx.prec
        ctx.prec = self._bits

    def __exit__(self, *_: object) -> None:
        ctx.prec = self._before
        _LOCK.release()
