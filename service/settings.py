"""Where the service listens and what it serves."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, PositiveInt

from workers.settings import WorkerSettings


class ServiceSettings(WorkerSettings):
    """Settings of the service, from ``FULLMARKS_…`` variables; ``docs/operating.md`` lists them all."""

    host: str = "127.0.0.1"
    """Address to listen on. Anyone who reaches it may hand in and read: keep it behind something that asks who they are."""
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
