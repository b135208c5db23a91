from store.rubrics import RubricName, RubricSource, current_rubrics, publish, publish_one, rubric_text, versions

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


def upload(world, rubric: RubricSource) -> None:
    with world.database.writing() as connection:
        publish_one(connection, rubric, world.now)


def test_what_came_otherwise_goes_on_counting_while_the_folder_stays_as_it_is(world):
    served(world, ALGEBRA)
    upload(world, ALGEBRA_2)
    upload(world, BERNOULLI)
    assert served(world, ALGEBRA) == [ALGEBRA_2.name, BERNOULLI.name]


def test_what_changes_in_the_folder_counts_from_then_on(world):
    served(world, ALGEBRA)
    upload(world, ALGEBRA_2)
    upload(world, BERNOULLI)
    third = RubricSource(RubricName("main", "algebra", "v3", "Algebra"), "rubric: algebra  # third")
    assert served(world, third) == [third.name, BERNOULLI.name]
    assert served(world) == [BERNOULLI.name]


def test_every_version_is_listed(world):
    served(world, ALGEBRA_2)
    with world.database.transaction() as connection:
        assert [(one.version, one.is_current) for one in versions(connection, "main", "algebra")] == [
            ("v1", False),
            ("v2", True),
        ]
