"""The document is valid and complete; that every answer is as it says is checked by the tests' client."""

import json

from openapi_spec_validator import OpenAPIV31SpecValidator

from service.app import OPERATIONS, create_app
from service.openapi import openapi
from service.settings import ServiceSettings


def test_the_document_is_valid_and_is_served(service):
    document = service.get("/v1/openapi.json").data
    OpenAPIV31SpecValidator(document).validate()
    assert document == json.loads(json.dumps(openapi(OPERATIONS)))


def test_every_route_is_in_the_document(tmp_path, rubrics):
    settings = ServiceSettings(data=tmp_path, rubrics=rubrics, broker="redis+socket:///nothing")
    app = create_app(settings)
    routes = {(rule.rule, method) for rule in app.url_map.iter_rules() for method in rule.methods - {"HEAD", "OPTIONS"}}
    described = {
        (path.replace("{", "<").replace("}", ">"), method.upper())
        for path, operations in openapi(OPERATIONS)["paths"].items()
        for method in operations
    }
    assert routes - described == {("/v1/openapi.json", "GET")}
    assert described - routes == set()


def test_every_operation_says_what_it_does():
    operations = [operation for path in openapi(OPERATIONS)["paths"].values() for operation in path.values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations) == len(OPERATIONS)
    assert all(operation["summary"] for operation in operations)
    parameters = [parameter for operation in operations for parameter in operation["parameters"]]
    assert all(parameter["description"] for parameter in parameters if parameter["in"] != "path")
