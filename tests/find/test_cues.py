"""What headings and lead-ins announce."""

import pytest

from fullmarks.find.cues import Role, heading_cue, lead_cue


@pytest.mark.parametrize(
    "said, role",
    [
        pytest.param("Problem Statement", Role.STATEMENT, id="statement"),
        pytest.param("M Problem Statement: 1. Passes", Role.STATEMENT, id="statement after a stray letter"),
        pytest.param("Question", Role.STATEMENT, id="question"),
        pytest.param("Explanation and Solution", Role.SOLUTION, id="solution"),
        pytest.param("Step-by-step derivation", Role.SOLUTION, id="derivation"),
        pytest.param("Final Answer", Role.FINAL, id="final answer"),
        pytest.param("**Final Answers:**", Role.FINAL, id="in bold"),
        pytest.param("4. Answer", Role.FINAL, id="numbered"),
        pytest.param("✅ Final answer", Role.FINAL, id="decorated"),
        pytest.param("Final answers to problem 1", Role.FINAL, id="of a problem"),
        pytest.param("Conclusion", Role.CONCLUSION, id="conclusion"),
        pytest.param("Sanity check", Role.ASIDE, id="check"),
        pytest.param("Verification of the bound", Role.ASIDE, id="verification"),
        pytest.param("Alternative method", Role.ASIDE, id="another method"),
        pytest.param("References", Role.OUTSIDE, id="references"),
        pytest.param("Problem 3", Role.NONE, id="a problem's number"),
        pytest.param("Answering machines", Role.NONE, id="only begins so"),
        pytest.param("Effect on signals", Role.NONE, id="any other heading"),
    ],
)
def test_a_heading_announces_a_role(said: str, role: Role):
    assert heading_cue(said).role is role


@pytest.mark.parametrize(
    "said, role, rest",
    [
        pytest.param("Answer: 4", Role.FINAL, ": 4", id="colon"),
        pytest.param("**Answer.** 4", Role.FINAL, ".** 4", id="bold"),
        pytest.param("**Final answer:** 4", Role.FINAL, ":** 4", id="bold with colon"),
        pytest.param("Note: 4", Role.ASIDE, ": 4", id="note"),
        pytest.param("**Question:** What is s?", Role.STATEMENT, ":** What is s?", id="question"),
        pytest.param("Answer", Role.FINAL, "", id="alone"),
        pytest.param("Answer me this: why?", Role.NONE, "Answer me this: why?", id="a sentence"),
        pytest.param("Results are in: 4", Role.NONE, "Results are in: 4", id="another sentence"),
    ],
)
def test_a_lead_in_announces_a_role_by_a_colon_or_bold_type(said: str, role: Role, rest: str):
    cue = lead_cue(said)
    assert (cue.role, said[cue.length :]) == (role, rest)
