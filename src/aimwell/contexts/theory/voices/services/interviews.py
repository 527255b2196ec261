"""Interviews, observations, surveys and focus groups, and the themes that came up in them."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import transaction

from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.services.keeping import require_same_inquiry
from aimwell.contexts.theory.voices.models import Consent, Interview, Listening, Quote, Theme
from aimwell.contexts.theory.voices.services.grounds import recount, renamed
from aimwell.contexts.theory.voices.services.names import require_no_names
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused

WRITTEN = ("role", "protocol", "notes", "consent_why")


@transaction.atomic
def add_interview(
    *,
    by: User,
    inquiry: Inquiry,
    role: str,
    group: str,
    held_on: datetime.date,
    kind: str = Listening.INTERVIEW,
    protocol: str = "",
    consent: str = Consent.NOT_ASKED,
    consent_why: str = "",
    notes: str = "",
    keep_names: bool = False,
    key: uuid.UUID | None = None,
) -> Interview:
    """Somebody was listened to. Raises Refused: names_inside, consent_why_needed."""
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    facts = _facts(
        kind=kind, role=role, group=group, held_on=held_on, protocol=protocol, consent=consent,
        consent_why=consent_why, notes=notes,
    )  # fmt: skip
    require_no_names(by=by, place=inquiry, texts=[facts[name] for name in WRITTEN], keep=keep_names)
    return create_content(by=by, model=Interview, key=key, inquiry=inquiry, **facts)


@transaction.atomic
def change_interview(
    *,
    by: User,
    interview: Interview,
    version: int | None,
    role: str,
    group: str,
    held_on: datetime.date,
    kind: str,
    protocol: str,
    consent: str,
    consent_why: str,
    notes: str,
    keep_names: bool = False,
) -> Interview:
    """Raises StaleEdit with both texts when somebody else saved first. Only words that are new are looked at."""
    require(by=by, permission=Permission.EDIT, obj=interview)
    facts = _facts(
        kind=kind, role=role, group=group, held_on=held_on, protocol=protocol, consent=consent,
        consent_why=consent_why, notes=notes,
    )  # fmt: skip
    texts = [facts[name] for name in WRITTEN if facts[name] != getattr(interview, name)]
    require_no_names(by=by, place=interview, texts=texts, keep=keep_names)
    changed = change_content(by=by, obj=interview, version=version, **facts)
    recount(by=by, inquiry=interview.inquiry)
    return changed


def _facts(**facts: Any) -> dict[str, Any]:
    plain = {name: value.strip() if name in WRITTEN else value for name, value in facts.items()}
    if plain["consent"] != Consent.NOT_NEEDED:
        plain["consent_why"] = ""
    elif not plain["consent_why"]:
        raise Refused("consent_why_needed")
    return plain


@transaction.atomic
def add_quote(
    *,
    by: User,
    interview: Interview,
    theme: Theme | None = None,
    new_theme: str = "",
    text: str = "",
    keep_names: bool = False,
    key: uuid.UUID | None = None,
) -> Quote:
    """A theme came up, perhaps in these words. `new_theme` starts one; one that is there already is found by its words.

    Raises NotFound, Refused: names_inside, theme_needed.
    """
    require_same_inquiry(interview.inquiry, theme)
    require_no_names(by=by, place=interview, texts=[text, new_theme], keep=keep_names)
    if key is not None and (twin := Quote.objects.filter(client_key=key, interview=interview).first()):
        return twin
    chosen = theme or _theme(by, interview.inquiry, new_theme.strip())
    quote = create_content(by=by, model=Quote, key=key, interview=interview, theme=chosen, text=text.strip())
    recount(by=by, inquiry=interview.inquiry)
    return quote


def _theme(by: User, inquiry: Inquiry, text: str) -> Theme:
    if not text:
        raise Refused("theme_needed")
    hold(scope_id=inquiry.owner_team_id)
    found = Theme.objects.filter(inquiry=inquiry, text__iexact=text, ended_at=None).first()
    return found or create_content(by=by, model=Theme, inquiry=inquiry, text=text)


@transaction.atomic
def change_quote(
    *, by: User, quote: Quote, version: int | None, theme: Theme, text: str, keep_names: bool = False
) -> Quote:
    require_same_inquiry(quote.interview.inquiry, theme)
    texts = [text] if text.strip() != quote.text else []
    require_no_names(by=by, place=quote, texts=texts, keep=keep_names)
    changed = change_content(by=by, obj=quote, version=version, theme=theme, text=text.strip())
    recount(by=by, inquiry=quote.interview.inquiry)
    return changed


@transaction.atomic
def rename_theme(*, by: User, theme: Theme, version: int | None, text: str, keep_names: bool = False) -> Theme:
    """The evidence that stands on a cause for this theme takes the new words over."""
    require_no_names(by=by, place=theme, texts=[text], keep=keep_names)
    changed = change_content(by=by, obj=theme, version=version, verb="reworded", text=text.strip())
    renamed(by=by, old=theme.text, new=changed.text, theme=changed)
    return changed
