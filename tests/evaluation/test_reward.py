import asyncio
import copy
import logging
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from fullmarks.errors import UnusableKeyError
from fullmarks.evaluation.bounded import Bounds
from fullmarks.evaluation.reward import Reward

# Many digits, many terms, deep brackets, and what only a bound stops; none of them is the key.
HOSTILE = [
    "9" * 20_000,
    "(" * 20_000,
    "9^9^9^9",
    "+".join(f"sin({number} x)^{number}" for number in range(1, 900)),
    r"\frac{1}{" * 190 + "x" + "}" * 190,
    "(x+y+z+w)^60 (x-y-z-w)^60",
    r"\boxed{" * 5_000,
    "\u202e42",
    "42\x00",
    "\ud83d",
]


@pytest.mark.parametrize(
    "completion, gold, points",
    [
        pytest.param(r"So it is \boxed{0.5}.", "1/2", 1.0, id="right"),
        pytest.param("0.6", "1/2", 0.0, id="wrong"),
        pytest.param("It is 3 or 4.", "3", 0.0, id="several answers"),
        pytest.param("I give up.", "3", 0.0, id="missing"),
        pytest.param([{"role": "assistant", "content": "It is 42."}], "6·7 = 42\n#### 42", 1.0, id="chat and GSM8K"),
        pytest.param(None, "3", 0.0, id="no output"),
        pytest.param("9^9^9 + 1", "9^9^9", 0.0, id="undecided"),
        pytest.param("3", "", 0.0, id="no key"),
    ],
)
def test_one(reward, completion, gold, points):
    assert reward.score(completion, gold) == points
    assert asyncio.run(reward.score_async(completion, gold)) == points


def test_as_trl_calls_it(reward):
    # TRL's documentation, “Using a custom reward function”: all by keyword, a list for every column of the dataset beside
    # what the trainer adds; a list of floats comes back, as long as the completions.
    prompts = [[{"role": "user", "content": "What is 1/2 + 1/3?"}]] * 3
    completions = [
        [{"role": "assistant", "content": r"It is \boxed{\frac{5}{6}}."}],
        [{"role": "assistant", "content": r"It is \boxed{\frac{2}{5}}."}],
        [{"role": "assistant", "content": r"\boxed{9^9^9}"}],
    ]
    extra, metrics = {}, {}
    rewards = reward(
        prompts=prompts,
        completions=completions,
        completion_ids=[[1], [2], [3]],
        solution=["5/6", "5/6", "9^9^9 + 1"],
        level=[1, 1, 1],
        trainer_state=None,
        log_extra=extra.__setitem__,
        log_metric=metrics.__setitem__,
    )
    assert rewards == [1.0, 0.0, 0.0]
    assert extra == {"fullmarks_verdict": ["correct", "incorrect", "needs_review"]}
    assert metrics == {"fullmarks_undecided": pytest.approx(1 / 3)}
    assert reward.__name__ == "fullmarks_reward"
    assert not asyncio.iscoroutinefunction(reward.__call__)


def test_no_column_with_keys(reward):
    with pytest.raises(UnusableKeyError) as raised:
        reward(completions=["1"], prompts=["?"], level=[3])
    assert raised.value.sentence == (
        "There is none of the columns gold, ground_truth, solution, answer, target, reference, final_answer, "
        "expected_answer that holds the keys; name it with gold=…."
    )


def test_a_named_column(bounds):
    named = Reward(gold="key", undecided=None, bounds=bounds)
    assert named(["1", "2", "9^9^9"], answer=["2", "2", "2"], key=["1", "1", "9^9^9+1"]) == [1.0, 0.0, None]
    named.close()


def test_as_many_keys_as_outputs(reward):
    with pytest.raises(ValueError, match="shorter than"):
        reward.scores(["1", "2"], ["1"])


def test_a_key_of_no_use_is_logged_and_costs_nobody_anything(reward, caplog):
    with caplog.at_level(logging.WARNING):
        assert reward.scores(["1", "1"], ["1 +", "1"]) == [0.0, 1.0]
    assert caplog.messages == [
        "A key cannot be used: The key cannot be read: A number, a name or a bracket is expected here, not the end."
    ]


def test_options_are_those_of_check(bounds):
    near = Reward(bounds=bounds, relative="1%", symbols={"x": "positive"})
    assert near.scores(["0.333", "3.1"], ["1/3", "3.14159"]) == [1.0, 0.0]
    near.close()


def test_hostile_answers_cost_only_themselves(reward):
    completions = [r"\boxed{42}"] * 300
    for place, hostile in enumerate(HOSTILE):
        completions[place * 30] = hostile
        completions[place * 30 + 1] = rf"\boxed{{{hostile}}}"
    before = time.monotonic()
    rewards = reward.scores(completions, ["42"] * 300)
    assert rewards == [0.0 if place % 30 < 2 else 1.0 for place in range(300)]
    assert time.monotonic() - before < 120


def test_what_no_bound_of_the_engine_stops_is_stopped():
    # Less time than any check takes: every answer is stopped, and the next one has a new process.
    hurried = Reward(undecided=0.25, bounds=Bounds(seconds=0.001, workers=1))
    slow = "+".join(f"sin({number} x)^{number}" for number in range(1, 900))
    assert hurried.scores([slow, slow], ["x", "x"]) == [0.25, 0.25]
    hurried.close()


def test_from_many_threads(reward):
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda number: reward.score(str(number), str(number)), range(50))) == [1.0] * 50


def test_a_copy_has_processes_of_its_own(reward):
    other = copy.deepcopy(reward)
    assert (other.score("1/2", "0.5"), other.__name__) == (1.0, "fullmarks_reward")
    other.close()
    assert reward.score("1/2", "0.5") == 1.0
