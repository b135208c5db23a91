import re
from pathlib import Path

import pytest

from service.settings import ServiceSettings

OPERATING = (Path(__file__).parents[2] / "docs" / "operating.md").read_text("utf-8")


@pytest.mark.parametrize("setting", ServiceSettings.model_fields)
def test_every_setting_has_its_line_in_the_documentation(setting):
    assert f"`FULLMARKS_{setting.upper()}`" in OPERATING


def test_the_documentation_has_no_setting_that_does_not_exist():
    named = {name.lower() for name in re.findall(r"`FULLMARKS_(\w+)`", OPERATING)}
    assert named - set(ServiceSettings.model_fields) == set()


def test_every_setting_can_be_a_variable(monkeypatch):
    monkeypatch.setenv("FULLMARKS_PORT", "80")
    monkeypatch.setenv("FULLMARKS_RUBRICS", "/var/rubrics")
    settings = ServiceSettings()
    assert (settings.port, settings.rubrics) == (80, Path("/var/rubrics"))


@pytest.mark.parametrize("name, default", [("host", "127.0.0.1"), ("port", 8000), ("data", Path("data"))])
def test_what_is_not_said(name, default):
    assert getattr(ServiceSettings(), name) == default
