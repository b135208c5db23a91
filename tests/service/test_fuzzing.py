"""Schemathesis asks a real service for everything that its OpenAPI document describes, rightly and wrongly.

Whatever is asked, the answer must be one that the document declares, and never a defect.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.service.conftest import FULLMARKS, Client, running

PROGRAM = Path(sys.executable).with_name("st")
EXAMPLES = 4
"""Of each operation, beside the borders of each parameter."""

# Where values are known to be there, or random ones would only ever be told that they are not.
# What JSON Schema cannot say of a good body: that it names a rubric that is there, or is one that can be used.
CONFIGURATION = """
[parameters]
"header.Fullmarks-Course" = "main"
"path.rubric_id" = "algebra"
"query.wait" = 0
"path.submission_id" = "{submission}"

[checks.negative_data_rejection]
expected-statuses = [400, 401, 403, 404, 405, 406, 409, 412, 413, 414, 415, 422, 428, 431]

# Each of these is tried in a process of its own, which takes a second.
[[operations]]
include-operation-id = ["put_rubric", "check_rubric"]
[operations.phases]
coverage.enabled = false

# A bad row is told in the answer, and costs the other rows nothing.
[[operations]]
include-operation-id = ["hand_in_batch"]
[operations.checks]
negative_data_rejection.enabled = false
positive_data_acceptance.enabled = false

[[operations]]
include-operation-id = ["hand_in", "put_rubric", "begin_regrade", "decide_review", "decide_group"]
[operations.checks]
positive_data_acceptance.enabled = false
"""


@pytest.fixture(scope="module")
def keyed(tmp_path_factory):
    """A service that asks for keys, and an administrator's key to it."""
    data = tmp_path_factory.mktemp("data")
    made = subprocess.run(
        [FULLMARKS, "keys", "add", "--scope", "admin", "--data", data], check=True, capture_output=True, text=True
    )
    with running(data, {"FULLMARKS_ACCESS": "keys", "FULLMARKS_RATE": ""}) as service:
        yield service, made.stdout.strip()


def handed_in(service: Client, key: str) -> str:
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {key}"}
    body = json.dumps({"rubric": "algebra", "answers": {"1a": "x^2 - 1"}}).encode()
    return service.ask("POST", "/v1/submissions?wait=20", body, headers).data["submission"]


def test_no_request_finds_a_fault(keyed, tmp_path):
    service, key = keyed
    configuration = tmp_path / "schemathesis.toml"
    configuration.write_text(CONFIGURATION.format(submission=handed_in(service, key)), "utf-8")
    command = [PROGRAM, "--config-file", configuration, "run", f"{service.url}/v1/openapi.json", "--no-color"]
    # It would find out the ids of keys, and revoke its own.
    command += ["--exclude-operation-id", "revoke_key", "--warnings", "off"]
    command += ["--phases", "coverage,fuzzing", "--max-examples", str(EXAMPLES), "--generation-deterministic"]
    command += ["--header", f"Authorization: Bearer {key}"]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert ended.returncode == 0, ended.stdout[-10_000:] + ended.stderr[-2_000:]
