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
from aimwell.contexts.cycles.collecting.api import router as collecting
from aimwell.contexts.cycles.conditions.api import router as conditions
from aimwell.contexts.cycles.ledger.api import router as ledger
from aimwell.contexts.cycles.oldforms.api import router as oldforms
from aimwell.contexts.cycles.quick.api import router as quick
from aimwell.contexts.cycles.rounds.api import router as rounds
from aimwell.contexts.cycles.rubric.api import router as rubric
from aimwell.contexts.cycles.support.api import router as support
from aimwell.contexts.measures.api import router as measures
from aimwell.contexts.meetings.api import router as meetings
from aimwell.contexts.meetings.barriers.api import router as barriers
from aimwell.contexts.meetings.conversation.api import router as conversation
from aimwell.contexts.meetings.huddle.api import router as huddle
from aimwell.contexts.meetings.launch.api import router as launch
from aimwell.contexts.meetings.protocols.api import router as protocols
from aimwell.contexts.meetings.shareout.api import router as shareout
from aimwell.contexts.meetings.windows.api import router as windows
from aimwell.contexts.networks.api import router as networks
from aimwell.contexts.people.api import router as people
from aimwell.contexts.people.equity.api import router as equity
from aimwell.contexts.people.rosters.api import router as rosters
from aimwell.contexts.people.signin.api import router as signin
from aimwell.contexts.people.wording.api import router as wording
from aimwell.contexts.reports.api import router as reports
from aimwell.contexts.reports.digest.api import router as digest
from aimwell.contexts.reports.handover.api import router as handover
from aimwell.contexts.reports.participation.api import router as participation
from aimwell.contexts.reports.sharing.api import router as sharing
from aimwell.contexts.reports.threads.api import router as threads
from aimwell.contexts.theory.api import router as theory
from aimwell.contexts.theory.choosing.api import router as choosing
from aimwell.contexts.theory.coherence.api import router as coherence
from aimwell.contexts.theory.diagram.api import router as diagram
from aimwell.contexts.theory.focus.api import router as focus
from aimwell.contexts.theory.layers.api import router as layers
from aimwell.contexts.theory.noticing.api import router as noticing
from aimwell.contexts.theory.paper.api import router as paper
from aimwell.contexts.theory.practices.api import router as practices
from aimwell.contexts.theory.predicting.api import router as predicting
from aimwell.contexts.theory.processes.api import router as processes
from aimwell.contexts.theory.voices.api import router as voices
from aimwell.contexts.theory.wall.api import router as wall

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
THEORY = (
    theory, noticing, voices, predicting, processes, practices, choosing, diagram, coherence, paper, wall,
    layers, focus,
)  # fmt: skip
PEOPLE = (people, signin, rosters, wording, equity)
CYCLES = (cycles, collecting, ledger, conditions, rubric, quick, oldforms, rounds, support)
MEETINGS = (meetings, huddle, launch, conversation, windows, protocols, shareout, barriers)
REPORTS = (reports, participation, handover, sharing, threads, digest)
for router in (*PEOPLE, *THEORY, measures, *CYCLES, *MEETINGS, networks, *REPORTS):
    api.add_router("", router)
