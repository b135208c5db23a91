"""What a property asks: whether two texts are equal to the engine; and how often it is asked, with the same examples each time."""

from hypothesis import HealthCheck, settings

from fullmarks.compare.algebra.exact import exactly_equal
from fullmarks.compare.algebra.partial import partial
from fullmarks.compare.algebra.quotients import in_own_field
from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.equal import equal
from fullmarks.expr.domains import parse_domain
from fullmarks.limits import DEFAULT
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary

steady = settings(
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


def compared(one, other, domains=None, seed=""):
    declared = {name: parse_domain(words) for name, words in (domains or {}).items()}
    trees = (read(words, Vocabulary(declared)).tree for words in (one, other))
    return equal(*trees, Assumptions(declared, seed)).equal


def claimed(one, other, domains):
    """What exact arithmetic claims of two trees: nothing where it finds them equal but one has gaps that the other has not."""
    found = exactly_equal(one, in_own_field(other, domains, DEFAULT), domains, DEFAULT)
    gaps = partial(one, domains)
    return None if found and (gaps is None or gaps != partial(other, domains)) else found
