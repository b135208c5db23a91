"""The Flask application: its desk, its routes, its errors."""

from __future__ import annotations

import json
from threading import BoundedSemaphore

from flask import Flask, Response

from service.api import batch, groups, health, regrades, reviews, rubrics, submissions
from service.desk import EXTENSION, Desk
from service.intake import Intake
from service.known_rubrics import KnownRubrics
from service.openapi import openapi
from service.problems import tell_problems
from service.routes import JSON, install
from service.rubric_folder import read_folder
from service.settings import ServiceSettings
from store.clock import now
from store.courses import FIRST_COURSE
from store.database import open_database, reached
from store.migrate import migrate
from store.rubrics import publish
from workers.queue import create_queue
from workers.shelf import Shelf

OPERATIONS = (
    *submissions.OPERATIONS,
    *batch.OPERATIONS,
    *rubrics.OPERATIONS,
    *groups.OPERATIONS,
    *reviews.OPERATIONS,
    *regrades.OPERATIONS,
    *health.OPERATIONS,
)


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
    tell_problems(app)
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
        BoundedSemaphore(settings.api_threads // 2),
    )
