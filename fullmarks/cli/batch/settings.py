"""What a batch does where nothing is said."""

from __future__ import annotations

FEW = 4
"""So many submissions are graded by copies of the process that was started: others would take longer to start."""
TIMEOUT_S = 120.0
"""Seconds that a submission may take in a process of a batch."""
MEMORY_MB = 2_048
"""Megabytes of memory that such a process may take."""
