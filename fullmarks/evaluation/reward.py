"""A reward for reinforcement learning: from a model's outputs and the keys to numbers, without ever hanging or raising for an output."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence

from fullmarks.errors import UnusableKeyError
from fullmarks.evaluation.bounded import DEFAULT, NO_KEY, BoundedChecks, Bounds, read
from fullmarks.evaluation.checked import Checked, How, ToCheck, UnusableKey, how
from fullmarks.evaluation.completions import answered, text_of
from fullmarks.evaluation.gold import gold_of
from fullmarks.grade.check_answer import OptionValue

log = logging.getLogger(__name__)

GOLD_COLUMNS = ("gold", "ground_truth", "solution", "answer", "target", "reference", "final_answer", "expected_answer")
"""Columns in which trainers' datasets keep the key, in the order in which they are looked for."""


class Reward:
    """The share of the points that each output earns, 0 to 1.

    Every output is checked in a process of its own, which is killed when it takes more than ``seconds`` of processor time or
    ``memory_mb``. An output that nobody can decide about, and one whose key cannot be used, earns ``undecided``; None means no
    reward at all, where the trainer knows that. Keys that cannot be used are logged. Safe in threads, coroutines and forked
    processes.

    The remaining arguments are those of ``fullmarks.check``; ``gold`` names the column that holds the keys.
    """

    def __init__(
        self,
        *,
        gold: str | None = None,
        undecided: float | None = 0.0,
        bounds: Bounds = DEFAULT,
        checker: str = "auto",
        symbols: Mapping[str, str] | None = None,
        prose: bool = True,
        **options: OptionValue,
    ) -> None:
        self._begin(gold, undecided, bounds, how(checker, symbols, prose=prose, explain=False, options=options))

    def _begin(self, gold: str | None, undecided: float | None, bounds: Bounds, as_told: How) -> None:
        self.__name__ = "fullmarks_reward"  # what trainers call it in their logs
        self._gold = gold
        self._undecided = undecided
        self._bounds = bounds
        self._how = as_told
        self._checks = BoundedChecks(as_told, bounds)

    def __call__(self, completions: Sequence[object], **columns: object) -> list[float | None]:
        """As TRL calls it: one output and one key a row, the keys in one of the columns.

        Outputs are texts or chat messages. What TRL hands over for logging, ``log_extra`` and ``log_metric``, is used.
        """
        checked = self.checked(completions, self._keys(columns))
        _logged(checked, columns)
        return [self.of(one) for one in checked]

    def scores(self, completions: Sequence[object], golds: Sequence[object]) -> list[float | None]:
        """The rewards of many outputs, in order."""
        return [self.of(one) for one in self.checked(completions, golds)]

    def score(self, completion: object, gold: object) -> float | None:
        """The reward of one output."""
        return self.of(self._checks.check(_asked(completion, gold)))

    async def score_async(self, completion: object, gold: object) -> float | None:
        """The same for a coroutine, which does not hold up the others."""
        asked = _asked(completion, gold)
        return self.of(read(await asyncio.wrap_future(self._checks.submit(asked))) if asked.keys else NO_KEY)

    def checked(self, completions: Sequence[object], golds: Sequence[object]) -> list[Checked]:
        """What became of each output, with its evidence; raises ValueError where the numbers of outputs and keys differ."""
        asked = [_asked(completion, gold) for completion, gold in zip(completions, golds, strict=True)]
        found = self._checks.each(asked, lambda one: one if one.keys else None)
        return [NO_KEY if one is None else one for _, one in found]

    def close(self) -> None:
        """Ends the processes; the next output starts others."""
        self._checks.close()

    def of(self, checked: Checked) -> float | None:
        """What a check is worth."""
        if isinstance(checked, UnusableKey):
            log.warning("A key cannot be used: %s", checked.why)
            return self._undecided
        return self._undecided if checked.is_undecided else checked.points

    def _keys(self, columns: Mapping[str, object]) -> Sequence[object]:
        name = self._gold or next((name for name in GOLD_COLUMNS if name in columns), None)
        column = columns.get(name) if name else None
        if not isinstance(column, Sequence) or isinstance(column, str):
            wanted = f"no column “{name}”" if name else f"none of the columns {', '.join(GOLD_COLUMNS)}"
            raise UnusableKeyError("no_gold", f"There is {wanted} that holds the keys; name it with gold=….")
        return column

    def __reduce__(self) -> tuple[Callable[..., Reward], tuple[str | None, float | None, Bounds, How]]:
        """A copy in another process has processes of its own."""
        return reward_as_told, (self._gold, self._undecided, self._bounds, self._how)


def reward_as_told(gold: str | None, undecided: float | None, bounds: Bounds, as_told: How) -> Reward:
    """A reward from records instead of arguments."""
    copy = Reward.__new__(Reward)
    copy._begin(gold, undecided, bounds, as_told)  # noqa: SLF001 - the class's own module
    return copy


def _asked(completion: object, gold: object) -> ToCheck:
    return ToCheck(keys=gold_of(gold).keys, answer=answered(text_of(completion)))


def _logged(checked: Sequence[Checked], columns: Mapping[str, object]) -> None:
    """The verdicts beside the outputs, and the share that nobody could decide, in the trainer's own log."""
    extra, metric = columns.get("log_extra"), columns.get("log_metric")
    if callable(extra):
        extra("fullmarks_verdict", [str(one.verdict) for one in checked])
    if callable(metric) and checked:
        open_ones = sum(isinstance(one, UnusableKey) or one.is_undecided for one in checked)
        metric("fullmarks_undecided", open_ones / len(checked))
