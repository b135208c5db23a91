from fullmarks import load_rubric


def test_the_served_rubrics_are_listed(service, rubrics):
    algebra = load_rubric(rubrics / "algebra.yaml")
    assert service.get("/v1/rubrics").data == {
        "rubrics": [{"id": "algebra", "version": algebra.version, "title": "A first sheet of algebra"}]
    }
