"""The API put together, and the text that describes it."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from aimwell.api import errors
from aimwell.api.auth import BOTH
from aimwell.api.keys import HEADER, LONGEST, keeping
from aimwell.contexts.cycles.api import router as cycles
from aimwell.contexts.measures.api import router as measures
from aimwell.contexts.people.api import router as people
from aimwell.contexts.people.rosters.api import router as rosters
from aimwell.contexts.people.signin.api import router as signin
from aimwell.contexts.people.wording.api import router as wording
from aimwell.contexts.reports.api import router as reports
from aimwell.contexts.reports.handover.api import router as handover
from aimwell.contexts.reports.participation.api import router as participation
from aimwell.contexts.reports.sharing.api import router as sharing
from aimwell.contexts.theory.api import router as theory

ABOUT = """What the pages of Aimwell can do, under the same permissions and with the same words.

Send a token as "Authorization: Bearer aimwell_...", or use the session of a signed-in browser with its CSRF token.
"Accept-Language: es" gives Spanish words. Percentages are numbers from 0 to 100; dates are ISO 8601; times carry their
zone. Work that is not shared with you answers 404, as if it were not there."""


class Api(NinjaAPI):
    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The name of the function: it is part of the contract, its module is not."""
        return operation.view_func.__name__

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**options)
        for path in schema["paths"].values():
            for method, operation in path.items():
                if method == "post":
                    _with_key(operation)
                operation["responses"].setdefault(429, MANY)
                _with_problems(operation["responses"])
        return schema


def _problem(words: str) -> dict[str, Any]:
    return {"description": words, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}


MANY = _problem("Too many requests; Retry-After says how many seconds to wait.")
KEY = {
    "name": HEADER,
    "in": "header",
    "required": False,
    "description": "Made by you. The same key with the same request gives the first answer again, for 24 hours.",
    "schema": {"type": "string", "maxLength": LONGEST, "pattern": "^[!-~]*$"},
}


def _with_key(operation: dict[str, Any]) -> None:
    operation["parameters"] = [*operation.get("parameters", []), KEY]
    operation["responses"].setdefault(409, _problem("The first request with this key is still at work."))


def _with_problems(responses: dict[int, dict[str, Any]]) -> None:
    """Refusals have a media type of their own."""
    for status, response in responses.items():
        if status >= 400 and "application/json" in response.get("content", {}):
            response["content"] = {errors.KIND: response["content"]["application/json"]}


api = Api(title="Aimwell", version="1", description=ABOUT, auth=BOTH, docs_url=None, urls_namespace="api")
errors.install(api)
api.add_decorator(keeping, mode="view")
for router in (people, signin, rosters, wording, theory, measures, cycles, reports, participation, handover, sharing):
    api.add_router("", router)
