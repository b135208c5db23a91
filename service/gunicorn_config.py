"""How gunicorn runs the service: ``gunicorn --config python:service.gunicorn_config``.

Its names are gunicorn's settings; their values come from ours, ``FULLMARKS_…``.
"""

import os
import shutil
import tempfile

from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from service.settings import ServiceSettings
from workers.log import log_config
from workers.parent import die_with

_settings = ServiceSettings()
# All processes that answer count their requests in files of one folder (`service.request_counts`). The library looks for
# it when it is imported, with the application, which is later.
_counts = tempfile.mkdtemp(prefix="fullmarks-counts-")
os.environ["PROMETHEUS_MULTIPROC_DIR"] = _counts

wsgi_app = "service.wsgi:application()"
bind = f"{_settings.host}:{_settings.port}"
workers = _settings.api_processes
worker_class = "service.http_worker.ProblemWorker"
logger_class = "service.http_worker.NoAccessLog"
threads = _settings.api_threads
# Read once: tables are brought up to date and rubrics read before the first request, and shared by all processes.
preload_app = True
# Requests that wait for a report must be let finish when the service is told to stop.
graceful_timeout = int(_settings.longest_wait_s) + 5
keepalive = 5
# Three filters of 200 characters each, four bytes a character and three signs a byte, must fit.
limit_request_line = 8190
logconfig_dict = log_config(_settings)
control_socket_disable = True


def post_fork(server: Arbiter, worker: Worker) -> None:
    """No process that answers requests outlives the one that started it."""
    die_with(server.pid)


def on_exit(server: Arbiter) -> None:
    """Nothing is left behind."""
    shutil.rmtree(_counts, ignore_errors=True)
