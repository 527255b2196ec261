"""A file taken into the theory: all of it or nothing, and back again while nobody has built on it."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction

from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import create_content, require, set_aside
from aimwell.contexts.people.services import restore as bring_back
from aimwell.contexts.theory import services as theory
from aimwell.contexts.theory.diagram.models import TheoryFile
from aimwell.contexts.theory.diagram.queries import lines_of, plan_for, stamp_of
from aimwell.contexts.theory.models import Inquiry, Link, Part
from aimwell.contexts.theory.services.checking import go_on_without_problem
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused
from aimwell.domain.theory.exchange import AIM
from aimwell.domain.theory.graph import PartKind
from aimwell.domain.theory.merging import Plan

Act = dict[str, Any]


@transaction.atomic
def take_file_in(
    *,
    by: User,
    inquiry: Inquiry,
    text: str,
    name: str,
    stamp: str = "",
    drop: bool = False,
    reason: str = "",
    key: uuid.UUID | None = None,
) -> TheoryFile:
    """Bring the theory to what the file says. `drop`: what the file leaves out is set aside, not kept. `reason`: why
    ideas come before any problem, where they do.

    `stamp` is that of the theory when the changes were looked at. Raises Refused("theory_moved_on") where somebody
    changed it since, Refused("theory_objections") where a row cannot be taken in, Refused("theory_same"),
    Refused("problem_empty").
    """
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    if key is not None and (twin := TheoryFile.objects.filter(client_key=key, inquiry=inquiry).first()):
        return twin
    hold(scope_id=inquiry.owner_team_id)
    Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    parts = {str(part.pk): part for part in Part.objects.filter(inquiry=inquiry, ended_at=None)}
    now = lines_of(list(parts.values()), list(Link.objects.filter(child__inquiry=inquiry, ended_at=None)))
    if stamp and stamp != stamp_of(now):
        raise Refused("theory_moved_on")
    found = plan_for(now, text)
    if found.objections:
        raise Refused("theory_objections", n=len(found.objections))
    gone = found.missing if drop else ()
    if found.is_nothing and not gone:
        raise Refused("theory_same")
    if any(line.kind is PartKind.IDEA for line in found.added):
        go_on_without_problem(by=by, inquiry=inquiry, kind=PartKind.IDEA, reason=reason)
        inquiry.refresh_from_db()
    acts = _carry_out(by, inquiry, found, parts) + _set_aside(by, [parts[key] for key in gone])
    return create_content(
        by=by, model=TheoryFile, key=key, verb="taken_in", inquiry=inquiry, name=name.strip()[:120], acts=acts
    )


def _carry_out(by: User, inquiry: Inquiry, found: Plan, parts: dict[str, Part]) -> list[Act]:
    """Lines go before new ones come, so that a part may change places without a loop on the way."""
    acts: list[Act] = []
    for change in found.changed:
        facts = {name: getattr(parts[change.key], name) for name in ("text", "detail", "who_changes")}
        said = {**facts, **{name: new for name, _old, new in change.facts}}
        after = theory.change_part(by=by, part=parts[change.key], version=None, **said)
        acts.append({"act": "changed", "part": after.pk, "version": after.version, "before": facts})
    for parent, child in found.unlinked:
        link = theory.unlink_parts(by=by, parent=_end(parts, parent), child=parts[child])
        acts.append({"act": "unlinked", "link": link.pk, "version": link.version})
    above = {line.key: [parent for parent, child in found.linked if child == line.key] for line in found.added}
    for line in found.added:
        ends = [_end(parts, parent) for parent in above[line.key]]
        facts = {"detail": line.detail or "", "who_changes": line.who_changes or ""}
        made = theory.add_part(by=by, inquiry=inquiry, kind=line.kind.value, text=line.text, parents=ends, **facts)
        parts[line.key] = made
        acts.append({"act": "added", "part": made.pk, "version": made.version})
    for parent, child in found.linked:
        if child not in above:
            link = theory.link_parts(by=by, parent=_end(parts, parent), child=parts[child])
            acts.append({"act": "linked", "link": link.pk, "version": link.version})
    return acts


def _end(parts: dict[str, Part], key: str) -> Part | None:
    return None if key == AIM else parts[key]


def _set_aside(by: User, parts: list[Part]) -> list[Act]:
    gone = [set_aside(by=by, obj=part) for part in parts]
    return [{"act": "set_aside", "part": part.pk, "version": part.version} for part in gone]


@transaction.atomic
def take_back_file(*, by: User, file: TheoryFile) -> TheoryFile:
    """Undo all that the file did. Raises Refused("built_on_since") where one of its parts was changed after it."""
    require(by=by, permission=Permission.EDIT, obj=file)
    hold(scope_id=file.inquiry.owner_team_id)
    file = TheoryFile.objects.select_for_update().get(pk=file.pk)
    if file.ended_at is not None:
        return file
    pairs = [(act, _row(act)) for act in reversed(file.acts)]
    if any(row.version != act["version"] for act, row in pairs):
        raise Refused("built_on_since")
    for act, row in pairs:
        _take_back(by, act, row)
    return set_aside(by=by, obj=file)


def _row(act: Act) -> Part | Link:
    return Link.objects.get(pk=act["link"]) if "link" in act else Part.objects.get(pk=act["part"])


def _take_back(by: User, act: Act, row: Part | Link) -> None:
    if act["act"] in ("added", "linked"):
        set_aside(by=by, obj=row)
    elif act["act"] in ("unlinked", "set_aside"):
        bring_back(by=by, obj=row)
    elif isinstance(row, Part):
        theory.change_part(by=by, part=row, version=None, **act["before"])
