import pytest

from fullmarks.checkers.factor_orders import MOST, other_orders
from fullmarks.expr.plain import plain
from fullmarks.read.reader import read


@pytest.mark.parametrize(
    "text, orders",
    [
        pytest.param("A B", ["B*A"], id="two factors"),
        pytest.param("A B C", ["B*A*C", "A*C*B", "C*B*A"], id="neighbours, then all"),
        pytest.param("2 A B", ["2*B*A", "B*A*2"], id="a number stays where it is"),
        pytest.param("A A", [], id="the same twice"),
        pytest.param("A + B C", ["A + C*B"], id="inside a sum"),
        pytest.param("A + B", [], id="no product"),
    ],
)
def test_orders(text: str, orders: list[str]):
    assert [plain(tree) for tree in other_orders(read(text).tree)] == orders


def test_they_are_bounded():
    assert len(list(other_orders(read("A B C D F G H J K L M N P Q").tree))) == MOST
    assert not list(other_orders(read(" + ".join(["A B"] * 200)).tree))
