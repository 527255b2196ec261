"""What we already do, and what our theory rests on. Every function checks that `by` may edit, and writes history."""

from __future__ import annotations

import uuid

from django.db import transaction

from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.models import Cause, Inquiry, Part
from aimwell.contexts.theory.practices.models import Calibration, Choice, Practice, PracticeEffect, Source
from aimwell.contexts.theory.services.keeping import require_same_inquiry
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused


def add_practice(
    *, by: User, inquiry: Inquiry, text: str, for_whom: str = "", effect: str = PracticeEffect.UNKNOWN,
    choice: str = Choice.LOOK, how_known: str = "", key: uuid.UUID | None = None,
) -> Practice:  # fmt: skip
    """Something the team or school does already, before a new action is added (S0 L267)."""
    facts = _practice(text, for_whom, effect, choice, how_known)
    return create_content(by=by, model=Practice, key=key, inquiry=inquiry, **facts)


def change_practice(
    *, by: User, practice: Practice, version: int | None, text: str, for_whom: str = "",
    effect: str = PracticeEffect.UNKNOWN, choice: str = Choice.LOOK, how_known: str = "",
) -> Practice:  # fmt: skip
    facts = _practice(text, for_whom, effect, choice, how_known)
    return change_content(by=by, obj=practice, version=version, **facts)


@transaction.atomic
def calibrate(
    *, by: User, inquiry: Inquiry, version: int | None, problem: str = "", expertise: str = "", theory: str = ""
) -> Calibration:
    """Answer the three questions, the first time (version 0) or again. Any of them may stay open."""
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    words = {"problem": problem.strip(), "expertise": expertise.strip(), "theory": theory.strip()}
    hold(scope_id=inquiry.owner_team_id)
    Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    stored = Calibration.objects.filter(inquiry=inquiry).first()
    if stored is None:
        return create_content(by=by, model=Calibration, inquiry=inquiry, **words)
    return change_content(by=by, obj=stored, version=version, **words)


def add_source(
    *, by: User, inquiry: Inquiry, title: str = "", where: str = "", link: str = "", says: str = "",
    hunch: bool = False, cause: Cause | None = None, idea: Part | None = None, key: uuid.UUID | None = None,
) -> Source:  # fmt: skip
    """A source with its title, or with `hunch` the open word that an idea is a local hunch, untested."""
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    facts = _source(inquiry, title, where, link, says, hunch, cause, idea)
    return create_content(by=by, model=Source, key=key, inquiry=inquiry, **facts)


def change_source(
    *, by: User, source: Source, version: int | None, title: str = "", where: str = "", link: str = "",
    says: str = "", hunch: bool = False, cause: Cause | None = None, idea: Part | None = None,
) -> Source:  # fmt: skip
    require(by=by, permission=Permission.EDIT, obj=source)
    facts = _source(source.inquiry, title, where, link, says, hunch, cause, idea)
    return change_content(by=by, obj=source, version=version, **facts)


def _practice(text: str, for_whom: str, effect: str, choice: str, how_known: str) -> dict[str, object]:
    for value, known in ((effect, PracticeEffect.values), (choice, Choice.values)):
        if value not in known:
            raise Refused("unknown_choice", value=value)
    if not text.strip():
        raise Refused("words_needed")
    return {
        "text": text.strip(), "for_whom": for_whom.strip(), "effect": effect, "choice": choice,
        "how_known": how_known.strip(),
    }  # fmt: skip


def _source(
    inquiry: Inquiry, title: str, where: str, link: str, says: str, hunch: bool, cause: Cause | None, idea: Part | None
) -> dict[str, object]:
    require_same_inquiry(inquiry, cause, idea)
    if (hunch and idea is None) or (not hunch and not title.strip()):
        raise Refused("source_needs_words")
    return {
        "title": title.strip(), "where": where.strip(), "link": link.strip(), "says": says.strip(), "hunch": hunch,
        "for_cause": cause, "for_idea": idea,
    }  # fmt: skip
