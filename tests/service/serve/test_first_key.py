from tests.service.conftest import running

KEYS = {"FULLMARKS_ACCESS": "keys"}


def test_the_first_key_is_shown_once(tmp_path):
    with running(tmp_path, KEYS) as service:
        line = service.process.stdout.readline()
        assert line.startswith("The first key, an administrator's, is shown this once: fm_")
        headers = {"Authorization": f"Bearer {line.split()[-1]}"}
        assert service.ask("GET", "/v1/courses", headers=headers).data["courses"][0]["id"] == "main"
        assert service.get("/v1/rubrics").status == 401
        assert service.get("/healthz").status == 200
        service.stop()
    with running(tmp_path, KEYS) as again:
        assert again.ask("GET", "/v1/courses", headers=headers).status == 200
        again.stop()
        assert again.process.stdout.read() == ""


def test_who_is_at_this_machine_needs_no_key_and_is_shown_none(start):
    service = start()
    assert service.get("/v1/rubrics").status == 200
    assert service.rows("SELECT id FROM keys") == []
