from store.rubrics import RubricName, RubricSource, current_rubrics, publish, rubric_text

ALGEBRA = RubricSource(RubricName("main", "algebra", "v1", "Algebra"), "rubric: algebra")
ALGEBRA_2 = RubricSource(RubricName("main", "algebra", "v2", "Algebra, mended"), "rubric: algebra  # mended")
BERNOULLI = RubricSource(RubricName("main", "bernoulli", "v1", "Bernoulli"), "rubric: bernoulli")


def served(world, *rubrics: RubricSource) -> list[RubricName]:
    """What is served after these are published."""
    world.later(1)
    with world.database.locked() as connection:
        publish(connection, "main", rubrics, world.now)
    with world.database.transaction() as connection:
        return current_rubrics(connection, "main")


def test_what_is_published_is_served_and_nothing_else(world):
    assert served(world, BERNOULLI, ALGEBRA) == [ALGEBRA.name, BERNOULLI.name]
    assert served(world, BERNOULLI, ALGEBRA) == [ALGEBRA.name, BERNOULLI.name]
    assert served(world, ALGEBRA_2) == [ALGEBRA_2.name]
    assert served(world, ALGEBRA) == [ALGEBRA.name]


def test_an_earlier_version_is_kept(world):
    served(world, ALGEBRA)
    served(world, ALGEBRA_2)
    with world.database.transaction() as connection:
        assert rubric_text(connection, "main", "algebra", "v1") == "rubric: algebra"
        assert rubric_text(connection, "main", "algebra", "v2") == "rubric: algebra  # mended"
        assert rubric_text(connection, "main", "algebra", "v3") is None


def test_a_version_keeps_the_text_it_first_had(world):
    served(world, ALGEBRA)
    served(world, RubricSource(ALGEBRA.name, "rubric:   algebra"))
    with world.database.transaction() as connection:
        assert rubric_text(connection, "main", "algebra", "v1") == "rubric: algebra"
