"""Threads and principles in the API."""

from __future__ import annotations

from typing import Any, Literal

from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import Field, Router, Schema

from aimwell.contexts.people.api.shared import READ, Day, Id
from aimwell.contexts.people.queries import find_team
from aimwell.contexts.reports.threads.queries import shown_principles, trace_of
from aimwell.domain.theory.trace import Stage
from aimwell.domain.words.coherence import say

router = Router(tags=["theory"])

TraceKind = Literal[
    "goal", "problem", "interview", "theme", "grouping", "practice", "evidence", "prediction", "process", "cause",
    "aim", "part", "measure", "cycle",
]  # fmt: skip


class TraceNodeOut(Schema):
    id: str
    stage: Stage
    label: str


class TraceGapOut(Schema):
    kind: str
    node: str
    words: str


class TraceOut(Schema):
    nodes: list[TraceNodeOut] = Field(description="The thing with all that it rests on and all that rests on it.")
    edges: list[tuple[str, str]]
    gaps: list[TraceGapOut]


class PrincipleOut(Schema):
    number: int
    name: str
    evidence_of: list[str]
    next: str = Field(description="The smallest step where nothing shows it yet.")


@router.get("/trace/{kind}/{pk}", response={200: TraceOut, **READ})
def get_trace(request: HttpRequest, kind: TraceKind, pk: Id) -> Any:
    """From any piece of work back to the problem and forward to what was learned."""
    lang = get_language() or "en"
    traced = trace_of(request.user, kind, pk, lang=lang)
    nodes = traced.web.thread(traced.node)
    named = {node.id for node in nodes}
    return {
        "nodes": list(nodes),
        "edges": sorted(pair for pair in traced.web.edges if set(pair) <= named),
        "gaps": [
            {"kind": gap, "node": node.id, "words": say(f"gap.{gap}", lang, label=node.label)}
            for gap, node in traced.gaps
        ],
    }


@router.get("/teams/{team_id}/principles", response={200: list[PrincipleOut], **READ})
def get_principles(request: HttpRequest, team_id: Id, first: Day | None = None, last: Day | None = None) -> Any:
    """Which work of the period is evidence of which principle; never a grade."""
    team = find_team(request.user, team_id)
    return shown_principles(request.user, team, first, last, lang=get_language() or "en")[1]
