"""Every setting is in the reference with its default and its option, and none that does not exist."""

from pathlib import Path

import click
import pytest

from fullmarks.cli.serve import serve
from fullmarks.cli.worker import worker
from service.settings import ServiceSettings
from tests.docs.pages import DOCS, play, rows
from workers.settings import WorkerSettings

PAGE = DOCS / "reference" / "settings.md"
TABLE = {row[0].removeprefix("FULLMARKS_").lower(): row for row in rows(PAGE.read_text("utf-8"))}
WORDS = {"": "empty", "workers": "one a processor"}


def option(name):
    """The option of `serve` that a setting has; empty if it has none."""
    options = [one.opts[0] for one in serve.params if isinstance(one, click.Option) and one.name == name]
    return options[0] if options else ""


def test_every_setting_is_there_and_no_other():
    assert list(TABLE) == list(ServiceSettings.model_fields)


@pytest.mark.parametrize("name", ServiceSettings.model_fields)
def test_what_is_said_of_a_setting(name):
    field = ServiceSettings.model_fields[name]
    default = name if field.default_factory else str(field.default)
    _, _, said, read_by, written = TABLE[name]
    assert (said, written) == (WORDS.get(default, default), option(name))
    assert ("worker" in read_by) == (name in WorkerSettings.model_fields)


def test_the_options_of_a_worker_are_settings_that_it_reads():
    named = {one.name for one in worker.params if isinstance(one, click.Option)}
    assert named == {name for name, row in TABLE.items() if "worker" in row[3] and row[4]}


def test_a_value_that_cannot_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert play(PAGE, tmp_path) == ""
