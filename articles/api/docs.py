"""The API's description as a page: the OpenAPI document, printed without a script."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase

Schema = Mapping[str, Any]


class Docs(DocsBase):
    """Prints each question that may be asked, and each shape of an answer."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        document = api.get_openapi_schema()
        context = {
            "info": document["info"],
            "operations": list(_operations(document)),
            "shapes": [_shape(name, schema) for name, schema in document["components"]["schemas"].items()],
            "openapi_url": self.get_openapi_url(api, kwargs),
            "root": request.build_absolute_uri("/"),
        }
        return render(request, "api/docs.html", context)


def _operations(document: Schema) -> Iterator[dict[str, Any]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield {
                "id": operation["operationId"],
                "method": method.upper(),
                "path": path,
                "summary": operation["summary"],
                "description": operation.get("description", ""),
                "parameters": [_parameter(each) for each in operation.get("parameters", [])],
                "bodies": list(operation.get("requestBody", {}).get("content", {})),
                "answers": [_answer(status, told) for status, told in operation["responses"].items()],
            }


def _parameter(parameter: Schema) -> dict[str, Any]:
    schema = parameter["schema"]
    return {
        "name": parameter["name"],
        "where": parameter["in"],
        "type": _type(schema),
        "default": schema.get("default"),
        "description": parameter.get("description") or schema.get("description", ""),
    }


def _answer(status: int | str, told: Schema) -> tuple[str, str]:
    """Return an answer's status, and the name of its shape."""
    schema = told.get("content", {}).get("application/json", {}).get("schema", {})
    return str(status), _type(schema)


def _shape(name: str, schema: Schema) -> dict[str, Any]:
    fields = schema.get("properties", {})
    return {
        "name": name,
        "description": schema.get("description", ""),
        "values": schema.get("enum", []),
        "fields": [(field, _type(told), told.get("description", "")) for field, told in fields.items()],
    }


def _type(schema: Schema) -> str:
    """Return a type in words: "list of Sentence", "text or null"."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if choices := schema.get("anyOf") or schema.get("allOf"):
        return " or ".join(_type(each) for each in choices)
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    kind = str(schema.get("type", "anything"))
    return "text" if kind == "string" else kind
