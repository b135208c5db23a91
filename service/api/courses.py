"""Courses, each with rubrics, submissions and keys of its own."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from service.api.model import ApiModel, Line
from service.body import read_model
from service.caller import caller
from service.desk import desk
from service.operation import Answer, Operation, Reply
from service.refused import RefusedError
from store.audit import record
from store.clock import now
from store.courses import Course, add_course, courses
from store.scope import Scope

PATH = "/v1/courses"


class CourseBody(ApiModel):
    """A course to be made."""

    id: Annotated[
        str,
        Field(
            pattern=r"^[a-z0-9][a-z0-9._-]{0,62}$",
            description="Small letters, digits, and the signs . _ - between them.",
        ),
    ]
    title: Annotated[Line, Field(max_length=200)] = ""


class ListedCourse(ApiModel):
    """A course."""

    id: str
    title: str
    created_at: datetime


class ListedCourses(ApiModel):
    """All courses, by id."""

    courses: tuple[ListedCourse, ...]


def make_course() -> Reply:
    """Make a course, which has no rubric and no key at first."""
    body, moment = read_model(CourseBody), now()
    with desk().database.transaction() as connection:
        if not add_course(connection, body.id, body.title, moment):
            raise RefusedError("course_exists", f"There is a course “{body.id}” already.")
        record(connection, caller().in_course(body.id).change("course.make", body.id, title=body.title), moment)
    return Reply(ListedCourse(id=body.id, title=body.title, created_at=moment), 201)


def list_courses() -> Reply:
    """All courses."""
    with desk().database.look() as connection:
        found = courses(connection)
    return Reply(ListedCourses(courses=tuple(_listed(course) for course in found)))


def _listed(course: Course) -> ListedCourse:
    return ListedCourse(id=course.id, title=course.title, created_at=course.created_at)


OPERATIONS = (
    Operation(
        name="make_course",
        method="POST",
        path=PATH,
        summary="Make a course",
        handler=make_course,
        scope=Scope.ADMIN,
        body=CourseBody,
        answers={201: Answer("It is there.", ListedCourse)},
        refusals={409: "There is a course of this id already.", 422: "The body is no course; `errors` says where."},
    ),
    Operation(
        name="list_courses",
        method="GET",
        path=PATH,
        summary="The courses",
        handler=list_courses,
        scope=Scope.ADMIN,
        answers={200: Answer("All of them, by id.", ListedCourses)},
    ),
)
