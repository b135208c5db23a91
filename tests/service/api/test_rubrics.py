from fullmarks import load_rubric


def test_the_served_rubrics_are_listed(service, rubrics):
    algebra = load_rubric(rubrics / "algebra.yaml")
    served = {rubric["id"]: rubric for rubric in service.get("/v1/rubrics").data["rubrics"]}
    assert served["algebra"] == {"id": "algebra", "version": algebra.version, "title": "A first sheet of algebra"}
