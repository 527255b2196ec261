"""What shows the problem, and who speaks of it."""

from typing import Literal

from django.http import HttpRequest
from ninja import Field
from ninja.responses import Status

from aimwell.contexts.people.api.shared import EDIT, WRITE, Body, Id, Key, Said, Version, line
from aimwell.contexts.theory import services
from aimwell.contexts.theory.api.base import found, found_or_none, router
from aimwell.contexts.theory.api.shapes import EvidenceOut, PerspectiveOut
from aimwell.contexts.theory.models import Cause, Evidence, EvidenceKind, Inquiry, Perspective, RoleGroup


class EvidenceIn(Body):
    text: Said = Field(description="What was counted, seen, heard or read.")
    kind: EvidenceKind = EvidenceKind.OBSERVATION
    source: line(200) = ""
    cause: Id | None = Field(None, description="The cause it speaks to.")
    key: Key = None


class EvidenceChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    text: Said = "-"
    kind: EvidenceKind = EvidenceKind.OBSERVATION
    source: line(200) = ""
    cause: Id | None = None


class PerspectiveIn(Body):
    role: line(120, least=1) = Field(description="Who says it, as a role; never a name.")
    text: Said
    group: RoleGroup | Literal[""] = ""
    key: Key = None


class PerspectiveChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    role: line(120, least=1) = "-"
    text: Said = "-"
    group: RoleGroup | Literal[""] = ""


@router.post("/inquiries/{inquiry_id}/evidence", response={201: EvidenceOut, **WRITE})
def add_evidence(request: HttpRequest, inquiry_id: Id, evidence: EvidenceIn) -> Status[Evidence]:
    """Something that shows the problem, or speaks to one cause."""
    inquiry = found(request, Inquiry, inquiry_id)
    facts = {**dict(evidence), "cause": found_or_none(request, Cause, evidence.cause)}
    return Status(201, services.add_evidence(by=request.user, inquiry=inquiry, **facts))


@router.patch("/evidence/{evidence_id}", response={200: EvidenceOut, **EDIT})
def change_evidence(request: HttpRequest, evidence_id: Id, evidence: EvidenceChangeIn) -> Evidence:
    """Other words, kind, source or cause."""
    row = found(request, Evidence, evidence_id)
    facts = evidence.over(row, "text", "kind", "source")
    cause = found_or_none(request, Cause, evidence.cause) if "cause" in evidence.model_fields_set else row.cause
    return services.change_evidence(by=request.user, evidence=row, version=evidence.version, cause=cause, **facts)


@router.post("/inquiries/{inquiry_id}/perspectives", response={201: PerspectiveOut, **WRITE})
def add_perspective(request: HttpRequest, inquiry_id: Id, perspective: PerspectiveIn) -> Status[Perspective]:
    """What somebody who lives with the problem says."""
    inquiry = found(request, Inquiry, inquiry_id)
    return Status(201, services.add_perspective(by=request.user, inquiry=inquiry, **dict(perspective)))


@router.patch("/perspectives/{perspective_id}", response={200: PerspectiveOut, **EDIT})
def change_perspective(request: HttpRequest, perspective_id: Id, perspective: PerspectiveChangeIn) -> Perspective:
    """Other words."""
    row = found(request, Perspective, perspective_id)
    words = perspective.over(row, "role", "text", "group")
    return services.change_perspective(by=request.user, perspective=row, version=perspective.version, **words)
