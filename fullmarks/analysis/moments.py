"""Means, spreads and correlations of numbers that come one by one."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt


@dataclass(slots=True)
class Moments:
    """Of one number. Welford's way: exact enough where all numbers are nearly equal."""

    count: int = 0
    mean: float = 0.0
    _squares: float = 0.0

    def add(self, value: float) -> None:
        self.count += 1
        apart = value - self.mean
        self.mean += apart / self.count
        self._squares += apart * (value - self.mean)

    @property
    def variance(self) -> float:
        """Of the sample; 0 for fewer than two."""
        return self._squares / (self.count - 1) if self.count > 1 else 0.0


@dataclass(slots=True)
class Together:
    """Of two numbers that belong together."""

    count: int = 0
    _x: float = 0.0
    _y: float = 0.0
    _xx: float = 0.0
    _yy: float = 0.0
    _xy: float = 0.0

    def add(self, x: float, y: float) -> None:
        self.count += 1
        dx, dy = x - self._x, y - self._y
        self._x += dx / self.count
        self._y += dy / self.count
        self._xx += dx * (x - self._x)
        self._yy += dy * (y - self._y)
        self._xy += dx * (y - self._y)

    @property
    def correlation(self) -> float | None:
        """Pearson's, from -1 to 1; None where one of the two never varies."""
        if self._xx < 1e-12 or self._yy < 1e-12:
            return None
        return max(-1.0, min(1.0, self._xy / sqrt(self._xx * self._yy)))
