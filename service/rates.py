"""How often somebody may ask: counted by key, or by address for who shows none."""

from __future__ import annotations

import logging
import math
import time

from limits import RateLimitItem, parse
from limits.errors import StorageError
from limits.storage import MemoryStorage, RedisStorage, Storage
from limits.strategies import SlidingWindowCounterRateLimiter

from fullmarks.errors import OperatorError
from service.refused import RefusedError
from service.settings import ServiceSettings

log = logging.getLogger(__name__)


class Rates:
    """Counts requests, for this process alone or, in Redis, for all of them; safe from several threads."""

    def __init__(self, rate: RateLimitItem, storage: Storage) -> None:
        self._rate = rate
        self._counter = SlidingWindowCounterRateLimiter(storage)
        # Without its Redis a process counts for itself: an API that answers is worth more than an exact count.
        self._own_counter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def count(self, who: str) -> None:
        """Count a request; raises ``RefusedError`` (``too_many_requests``) for one too many."""
        try:
            self._count(self._counter, who)
        except StorageError as error:
            log.warning("Requests are counted by each process for itself: %s", error)
            self._count(self._own_counter, who)

    def _count(self, counter: SlidingWindowCounterRateLimiter, who: str) -> None:
        if counter.hit(self._rate, who):
            return
        wait_s = max(1, math.ceil(counter.get_window_stats(self._rate, who).reset_time - time.time()))
        raise RefusedError(
            "too_many_requests",
            f"No more than {self._rate} may be asked. Come again in {wait_s} s.",
            {"Retry-After": str(wait_s)},
        )


def open_rates(settings: ServiceSettings) -> Rates | None:
    """The counting that the settings ask for; None where there is no limit.

    Raises ``OperatorError`` (``bad_rate``).
    """
    if not settings.rate_limit:
        return None
    try:
        return Rates(parse(settings.rate_limit), _storage(settings.rate_storage))
    except (ValueError, LookupError) as error:
        raise OperatorError(
            "bad_rate",
            f"FULLMARKS_RATE is a number of requests and a time, such as 1200/minute, and FULLMARKS_RATE_STORAGE "
            f"the URL of a Redis server: {error}",
        ) from error


def _storage(url: str) -> Storage:
    if not url:
        return MemoryStorage()
    # The socket's scheme is written as the broker's URL writes it.
    return RedisStorage(url.replace("redis+socket://", "redis+unix://", 1), wrap_exceptions=True)
