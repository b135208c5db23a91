"""For a task of lm-evaluation-harness (lm_eval): what its ``process_results`` calls, without importing it.

A task's YAML names a function of the file beside it, which only needs ``from fullmarks.evaluation.lm_eval import
process_results``, or ``process_results = results_by(gold="final_answer")``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pydantic import JsonValue

from fullmarks.evaluation.files.fields import GOLD_FIELDS, is_there, value_of
from fullmarks.evaluation.reward import Reward

Metrics = dict[str, float]
"""``fullmarks`` is 1 where the output is right, ``fullmarks_undecided`` is 1 where nobody could tell. Both are averaged."""


def results_by(reward: Reward | None = None, *, gold: str | None = None) -> Callable[..., Metrics]:
    """A function for ``process_results``; ``gold`` is the document's field with the key, found by its usual name if not given."""
    asked = reward or Reward()

    def process(doc: Mapping[str, JsonValue], results: Sequence[object]) -> Metrics:
        """The metrics of one document, by the first of its outputs."""
        name = gold or next((name for name in GOLD_FIELDS if is_there(doc, name)), "answer")
        (checked,) = asked.checked([results[0]], [value_of(doc, name)])
        return {
            "fullmarks": float(checked.verdict == "correct"),
            "fullmarks_undecided": float(checked.verdict in ("needs_review", "unusable_key")),
        }

    return process


process_results = results_by()
