"""Where the service listens and what it serves."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import ip_address
from pathlib import Path
from typing import Literal

from pydantic import Field, PositiveInt

from workers.settings import WorkerSettings

GENEROUS_RATE = "3000/minute"
"""A class that hands in at the last minute through one program stays below it."""


class ServiceSettings(WorkerSettings):
    """Settings of the service, from ``FULLMARKS_…`` variables; ``docs/operating.md`` lists them all."""

    host: str = "127.0.0.1"
    """Address to listen on."""
    port: int = Field(8000, ge=0, le=65535)
    """0 takes a free one."""
    rubrics: Path = Path("rubrics")
    """Folder whose rubrics are served, one file each."""
    api_processes: PositiveInt = 1
    """Processes that answer requests."""
    api_threads: int = Field(32, ge=2)
    """Requests that each of them answers at a time; half of them may be waiting for a report."""
    longest_queue: PositiveInt = 1_000_000
    """With more submissions waiting to be graded no more are taken, until some are done."""
    longest_wait_s: float = Field(30, ge=0)
    """The most that ``?wait=`` waits."""
    access: Literal["auto", "keys", "open"] = "auto"
    """Who is asked for a key: everybody (``keys``), nobody (``open``), or everybody but who is at this machine (``auto``)."""
    rate: str = "auto"
    """How often one key, or one address without a key, may ask: ``1200/minute``; empty: as often as they like."""
    rate_storage: str = ""
    """URL of the Redis server where requests are counted; empty: each process counts its own."""
    trusted_proxies: int = Field(0, ge=0, le=8)
    """How many proxies stand in front, whose word on where a request comes from is taken."""

    @property
    def asks_for_keys(self) -> bool:
        """Whether nothing but a key opens anything."""
        return self.access == "keys" or (self.access == "auto" and not is_loopback(self.host))

    @property
    def rate_limit(self) -> str:
        """The limit that holds: by default none where nobody is asked who they are."""
        return (GENEROUS_RATE if self.asks_for_keys else "") if self.rate == "auto" else self.rate


@lru_cache(maxsize=256)
def is_loopback(host: str) -> bool:
    """Whether an address is this machine's own, which no other machine reaches."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
