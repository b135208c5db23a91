"""The Flask application: its desk, its routes, its errors."""

from __future__ import annotations

import json
from threading import BoundedSemaphore

from flask import Flask, Response
from werkzeug.middleware.proxy_fix import ProxyFix

from service.api import (
    audit,
    batch,
    courses,
    groups,
    health,
    history,
    items,
    keys,
    metrics,
    preview,
    regrades,
    reports,
    reviews,
    rubric,
    rubric_upload,
    rubrics,
    sample,
    students,
    submission_list,
    submissions,
)
from service.desk import EXTENSION, Desk
from service.headers import send_headers
from service.intake import Intake
from service.known_rubrics import KnownRubrics
from service.openapi import openapi
from service.operation import JSON
from service.problems import tell_problems
from service.rates import open_rates
from service.request_counts import RequestCounts
from service.request_log import log_requests
from service.routes import install
from service.rubric_folder import read_folder
from service.settings import ServiceSettings
from store.clock import now
from store.courses import FIRST_COURSE
from store.database import open_database, reached
from store.migrate import migrate
from store.rubrics import publish
from workers.queue import create_queue
from workers.shelf import Shelf

TRIALS_AT_A_TIME = 2
RESOURCES = (
    submissions,
    batch,
    submission_list,
    reports,
    history,
    preview,
    rubrics,
    rubric,
    rubric_upload,
    groups,
    items,
    sample,
    reviews,
    regrades,
    students,
    keys,
    courses,
    audit,
    health,
    metrics,
)
OPERATIONS = tuple(operation for resource in RESOURCES for operation in resource.OPERATIONS)


def create_app(settings: ServiceSettings | None = None) -> Flask:
    """The application, ready to answer: tables brought up to date, rubrics published and read.

    No connection stays open, so that a server may fork it. Raises ``AuthorError`` for rubrics that can't be used and
    ``OperatorError`` for settings that can't.
    """
    settings = settings or ServiceSettings()
    app = Flask("fullmarks", static_folder=None)
    app.extensions[EXTENSION] = _open_desk(settings)
    install(app, OPERATIONS)
    document = json.dumps(openapi(OPERATIONS))
    app.add_url_rule("/v1/openapi.json", "openapi", lambda: Response(document, content_type=JSON))
    # A student's name may hold what an address gives a meaning, two slashes too.
    app.url_map.merge_slashes = False
    if settings.trusted_proxies:
        trusted = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=trusted, x_proto=trusted, x_host=trusted)  # type: ignore[method-assign]  # as Flask's documentation says to
    # Asked first and told last: its line has what all others have done to the answer.
    log_requests(app)
    tell_problems(app)
    send_headers(app)
    return app


def _open_desk(settings: ServiceSettings) -> Desk:
    database = open_database(settings.database_url)
    queue = create_queue(settings)
    sources = read_folder(settings.rubrics)
    # In one: a worker that finds the tables finds the rubrics too, and reads them before the first submission comes.
    with reached(), database.locked() as connection:
        migrate(connection)
        publish(connection, FIRST_COURSE, sources, now())
    shelf = Shelf()
    shelf.fill(database)
    database.close()
    return Desk(
        settings,
        database,
        queue,
        KnownRubrics(database, shelf),
        Intake(database, queue, settings),
        open_rates(settings),
        RequestCounts(),
        trials=BoundedSemaphore(TRIALS_AT_A_TIME),
        seats=BoundedSemaphore(settings.api_threads // 2),
    )
