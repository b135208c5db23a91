"""Rewards as verl calls them, with ``custom_reward_function.path: pkg://fullmarks.evaluation.verl``.

``compute_score`` suits every reward manager, ``compute_score_with_details`` those that take a mapping (naive, dapo), and
``compute_scores`` the batch manager. What there is to set goes into ``reward_kwargs`` under ``fullmarks``; what verl itself adds
beside that is of no interest here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from fullmarks.evaluation.bounded import DEFAULT, Bounds
from fullmarks.evaluation.checked import Checked, CheckedAnswer, How, SentOption
from fullmarks.evaluation.reward import Reward, reward_as_told

Details = dict[str, float | str]
"""``score`` is the reward; ``acc`` is 1 where the output is right; ``pred`` is the answer as it was read, by which verl votes."""


class Settings(BaseModel):
    """What may stand under ``fullmarks``; ``options`` are those of ``fullmarks.check``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    checker: str = "auto"
    symbols: Mapping[str, str] | None = None
    prose: bool = True
    options: Mapping[str, SentOption] = {}
    undecided: float = 0.0
    seconds: float = DEFAULT.seconds
    memory_mb: int = DEFAULT.memory_mb
    workers: int | None = None


def compute_score(
    data_source: str, solution_str: str, ground_truth: object, extra_info: object = None, **kwargs: object
) -> float:
    """The reward of one output."""
    return _score(reward(kwargs.get("fullmarks")).score(solution_str, ground_truth))


def compute_score_with_details(
    data_source: str, solution_str: str, ground_truth: object, extra_info: object = None, **kwargs: object
) -> Details:
    """The reward of one output, and what verl logs beside it."""
    return compute_scores([data_source], [solution_str], [ground_truth], **kwargs)[0]


def compute_scores(
    data_sources: Sequence[str],
    solution_strs: Sequence[str],
    ground_truths: Sequence[object],
    extra_infos: object = None,
    **kwargs: object,
) -> list[Details]:
    """The rewards of a batch."""
    asked = reward(kwargs.get("fullmarks"))
    checked = asked.checked(solution_strs, ground_truths)
    return [_details(one, _score(asked.of(one))) for one in checked]


def reward(settings: object) -> Reward:
    """One reward, with its processes, for all calls with the same settings."""
    return _reward(Settings.model_validate(settings or {}).model_dump_json())


@lru_cache(maxsize=8)
def _reward(settings: str) -> Reward:
    given = Settings.model_validate_json(settings)
    how = How(checker=given.checker, symbols=given.symbols, prose=given.prose, options=given.options, explain=False)
    return reward_as_told(None, given.undecided, Bounds(given.seconds, given.memory_mb, given.workers), how)


def _score(reward: float | None) -> float:
    return 0.0 if reward is None else reward


def _details(checked: Checked, score: float) -> Details:
    is_right = checked.verdict == "correct"
    read_as = (checked.read_as or checked.answer) if isinstance(checked, CheckedAnswer) else ""
    return {"score": score, "acc": float(is_right), "pred": read_as, "verdict": str(checked.verdict)}
