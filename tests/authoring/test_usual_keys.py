"""Keys of algebra systems in a list of keys."""

import pytest

from fullmarks.authoring.listed_keys import listed_keys
from fullmarks.authoring.usual_keys import with_usual_keys


@pytest.mark.parametrize(
    "key, expected",
    [
        pytest.param("{{x->2},{x->3}}", "x = 2 or x = 3", id="rules"),
        pytest.param("{x -> 2}", "x = 2", id="a rule"),
        pytest.param("3 + 4*I", "3 + 4*i", id="a capital I"),
        pytest.param("E^x", "e^x", id="a capital E"),
        pytest.param("I*R", "I*R", id="a name"),
        pytest.param("oc(0,1)", "oc(0,1)", id="what is read anyway stays as it is written"),
    ],
)
def test_usual_spelling(key, expected):
    listed = listed_keys(f'item,key\n1.a,"{key}"\n', "keys.csv", is_table=True)
    assert [one.key for one in with_usual_keys(listed).keys] == [expected]
