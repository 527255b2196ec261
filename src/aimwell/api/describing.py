"""The description of the API as a page: areas, operations, what is sent, an example of each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SITE = "http://127.0.0.1:8000"
DEPTH = 4
STRINGS = {"date": "2026-11-09", "date-time": "2026-11-09T08:30:00Z", "uuid": "5f3c1d9a-6c1e-4b1e-9a55-0c2f1f7f6a01"}


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    place: str
    required: bool
    about: str


@dataclass(frozen=True, slots=True)
class Described:
    """One operation. `answers`: the statuses it may give. `example`: a command to copy."""

    name: str
    method: str
    path: str
    about: str
    fields: tuple[Field, ...]
    answers: tuple[str, ...]
    example: str

    @property
    def parts(self) -> list[str]:
        """The address in pieces, so that a narrow page can break it."""
        return self.path.strip("/").split("/")


def areas(schema: Mapping[str, Any]) -> dict[str, list[Described]]:
    """The operations of an OpenAPI description by their area, in its order."""
    found: dict[str, list[Described]] = {}
    shapes = schema["components"]["schemas"]
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            found.setdefault(operation["tags"][0], []).append(_described(path, method, operation, shapes))
    return found


def _described(path: str, method: str, operation: Mapping[str, Any], shapes: Mapping[str, Any]) -> Described:
    body = operation.get("requestBody", {}).get("content", {})
    return Described(
        name=operation["operationId"],
        method=method.upper(),
        path=path,
        about=operation.get("description") or operation["summary"],
        fields=(*_parameters(operation), *_body_fields(body, shapes)),
        answers=tuple(str(status) for status in operation["responses"]),
        example=_example(path, method.upper(), body, shapes),
    )


def _parameters(operation: Mapping[str, Any]) -> list[Field]:
    return [
        Field(one["name"], one["in"], one.get("required", False), one.get("description") or _about(one["schema"]))
        for one in operation.get("parameters", [])
    ]


def _body_fields(body: Mapping[str, Any], shapes: Mapping[str, Any]) -> list[Field]:
    found = []
    for content in body.values():
        shape = _resolved(content["schema"], shapes)
        needed = set(shape.get("required", []))
        for name, one in shape.get("properties", {}).items():
            found.append(Field(name, "body", name in needed, one.get("description") or _about(_resolved(one, shapes))))
    return found


def _about(schema: Mapping[str, Any]) -> str:
    """The kind of value in a word or two, for a field that says no more."""
    if "enum" in schema:
        return ", ".join(str(one) for one in schema["enum"])
    for key in ("anyOf", "allOf"):
        if key in schema:
            return " / ".join(filter(None, (_about(one) for one in schema[key])))
    return str(schema.get("format") or schema.get("type") or "")


def _resolved(schema: Mapping[str, Any], shapes: Mapping[str, Any]) -> Mapping[str, Any]:
    for key in ("allOf", "anyOf"):
        if key in schema:
            return _resolved(schema[key][0], shapes)
    return _resolved(shapes[schema["$ref"].rsplit("/", 1)[1]], shapes) if "$ref" in schema else schema


def _example(path: str, method: str, body: Mapping[str, Any], shapes: Mapping[str, Any]) -> str:
    address = SITE + "/".join("7" if part.startswith("{") else part for part in path.split("/"))
    lines = [f'curl -X {method} -H "Authorization: Bearer $TOKEN"']
    if "application/json" in body:
        sent = json.dumps(_value(body["application/json"]["schema"], shapes), ensure_ascii=False)
        lines += ['-H "Content-Type: application/json"', f"-d '{sent}'"]
    elif body:
        lines.append("-F file=@numbers.csv")
    return " \\\n  ".join([*lines, address])


def _value(schema: Mapping[str, Any], shapes: Mapping[str, Any], depth: int = 0) -> Any:
    """The smallest value that fits."""
    shape = _resolved(schema, shapes)
    if "const" in shape or "enum" in shape:
        return shape.get("const", next(iter(shape.get("enum", [None]))))
    match shape.get("type"):
        case "object" if depth < DEPTH:
            properties = shape.get("properties", {})
            return {name: _value(properties[name], shapes, depth + 1) for name in shape.get("required", [])}
        case "string":
            return STRINGS.get(shape.get("format", ""), "text")
        case "integer" | "number":
            return shape.get("minimum", 1) or 1
        case "boolean":
            return True
        case "array":
            return []
    return {}
