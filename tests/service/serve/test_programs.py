from pathlib import Path

from service.serve.programs import environment
from service.settings import ServiceSettings


def test_a_child_has_the_settings_of_the_supervisor(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    settings = ServiceSettings(data=Path("here"), broker="redis://host/0", grading_soft_s=2.5, workers=3, port=0)
    for name, value in environment(settings).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir("/")
    absolute = {"data": tmp_path / "here", "rubrics": tmp_path / "rubrics"}
    assert ServiceSettings() == settings.model_copy(update=absolute)
