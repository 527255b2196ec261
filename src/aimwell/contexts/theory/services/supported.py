"""A cause that stands on what was seen: it comes marked as supported, with its evidence (S1 R-15)."""

from __future__ import annotations

from aimwell.contexts.people.models import User
from aimwell.contexts.theory.models import Bone, Cause, CauseStatus
from aimwell.contexts.theory.services.causes import add_cause, change_cause
from aimwell.contexts.theory.services.problems import add_evidence


def add_supported_cause(*, by: User, bone: Bone, text: str, seen: str, kind: str, source: str) -> Cause:
    """A new cause under `bone`. `seen`: what speaks for it, of the `kind` of evidence that it is."""
    made = add_cause(by=by, bone=bone, text=text)
    cause = change_cause(by=by, cause=made, version=None, text=text, status=CauseStatus.SUPPORTED, how_known=seen)
    add_evidence(by=by, inquiry=bone.inquiry, text=seen, kind=kind, source=source, cause=cause)
    return cause
