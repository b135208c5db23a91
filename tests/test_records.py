from copy import copy, deepcopy
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from fullmarks.records import frozen, record


def shaped(decorate):
    class Point:
        x: int
        names: list[str] = field(default_factory=list)
        note: str = field(default="none", compare=False, repr=False)

    return decorate(Point)


PAIRS = pytest.mark.parametrize(
    "ours, pythons",
    [
        pytest.param(shaped(frozen), shaped(dataclass(frozen=True, slots=True)), id="frozen"),
        pytest.param(shaped(record), shaped(dataclass(slots=True, unsafe_hash=True)), id="record"),
    ],
)


@frozen
class Base:
    a: int


@frozen
class Further(Base):
    b: int = 2

    def __repr__(self):
        return "my own"


@PAIRS
@pytest.mark.parametrize(
    "look",
    [
        pytest.param(lambda cls: repr(cls(1, ["a"])), id="shown without what is not to be shown"),
        pytest.param(lambda cls: cls(1) == cls(x=1, note="other"), id="equal but for what is not compared"),
        pytest.param(lambda cls: cls(1) == cls(2), id="different"),
        pytest.param(lambda cls: cls(1) == 1, id="no equal of another kind"),
        pytest.param(lambda cls: cls(1).names is cls(1).names, id="a default made anew each time"),
        pytest.param(lambda cls: replace(cls(1), x=3).x, id="replaced"),
        pytest.param(lambda cls: [one.name for one in fields(cls)], id="fields"),
        pytest.param(lambda cls: cls.__match_args__, id="matched by place"),
        pytest.param(lambda cls: cls.__slots__, id="slots"),
        pytest.param(lambda cls: copy(cls(4)).x, id="copied"),
        pytest.param(lambda cls: deepcopy(cls(4, ["b"])).names, id="copied deeply"),
        pytest.param(lambda cls: hash(cls(1, ())) == hash(cls(1, (), "other")), id="hashed by what is compared"),
    ],
)
def test_a_record_is_what_dataclass_makes(look, ours, pythons):
    assert look(ours) == look(pythons)


@PAIRS
@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(lambda cls: cls(), id="an argument is lacking"),
        pytest.param(lambda cls: cls(1, [], "", 4), id="one too many"),
        pytest.param(lambda cls: cls(1, y=2), id="one that there is not"),
        pytest.param(lambda cls: hash(cls(1)), id="a list has no hash"),
    ],
)
def test_a_record_refuses_what_a_dataclass_does(wrong, ours, pythons):
    sentences = []
    for cls in (ours, pythons):
        with pytest.raises(TypeError) as raised:
            wrong(cls)
        sentences.append(str(raised.value).partition("Point.")[2] or str(raised.value))
    assert sentences[0] == sentences[1]


@pytest.mark.parametrize(
    "write, sentence",
    [
        pytest.param(lambda one: setattr(one, "a", 2), "cannot assign to field 'a'", id="set"),
        pytest.param(lambda one: delattr(one, "a"), "cannot delete field 'a'", id="deleted"),
    ],
)
def test_nobody_writes_to_what_is_frozen(write, sentence):
    with pytest.raises(FrozenInstanceError, match=f"^{sentence}$"):
        write(Base(1))


def test_a_record_may_be_built_on_another():
    assert (Base(1) == Base(1), Base(1) == Further(1), Further(1).b) == (True, False, 2)
    assert Further(1, 3) == Further(a=1, b=3)


def test_its_own_methods_stay():
    assert repr(Further(1)) == "my own"


def test_what_must_be_done_after_init_is_refused():
    class Busy:
        def __post_init__(self):
            pass

    with pytest.raises(TypeError, match=r"Busy has a __post_init__: make it a dataclass"):
        record(Busy)
