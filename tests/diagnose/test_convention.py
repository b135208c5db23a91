import pytest

from fullmarks.diagnose.convention import convention
from fullmarks.outcome import Diagnosis


@pytest.mark.parametrize(
    "say, student",
    [
        pytest.param("Turn the kernel first.", "Turn the kernel first.", id="the rubric's sentence"),
        pytest.param(
            None,
            "This is right under another convention (correlation) than the one that is asked for.",
            id="no sentence",
        ),
    ],
)
def test_a_convention_is_named(say: str | None, student: str):
    staff = "Right under the convention “correlation”."
    assert convention("correlation", say) == Diagnosis("convention", student, staff, (("convention", "correlation"),))
