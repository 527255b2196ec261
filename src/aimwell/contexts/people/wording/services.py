"""Name key terms and choose the method, for an organisation and all below it or for a team that belongs to none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from aimwell.contexts.orgs.models import LocalWord, Method, MethodChoice, Org, Team
from aimwell.contexts.orgs.queries import below
from aimwell.contexts.orgs.wording import held_by, held_in, renew
from aimwell.contexts.people.models import User
from aimwell.contexts.people.offices import require_power
from aimwell.contexts.people.services import require_member
from aimwell.core import standing
from aimwell.core.history.services import hold, record
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import Refused
from aimwell.domain.words.renaming import check_unnamed, local_words, term_of

Place = Org | Team
__all__ = ["choose_method", "name_term", "name_term_again", "unname_term"]


@transaction.atomic
def name_term(*, by: User, place: Place, key: str, words: Mapping[str, Mapping[str, str]]) -> None:
    """Give the term `key` another word here. The same word again changes nothing.

    `words` as in `domain.words.renaming.local_words`, which also says what is refused. Raises NotAllowed,
    Refused("words_of_org").
    """
    _require(by, place)
    held = held_in(place.path) if isinstance(place, Org) else held_by(place)
    forms = local_words(key, words, held.words)
    now = _open(place, key)
    if now is None or now.forms != forms:
        _put(by, place, key, forms)


@transaction.atomic
def unname_term(*, by: User, place: Place, key: str) -> None:
    """Let the word from above hold again, or the usual one. Raises NotAllowed, NotFound, Refused."""
    _require(by, place)
    now = _open(place, key)
    check_unnamed(key, now is not None)
    if now is not None:
        _put(by, place, key, None)


@transaction.atomic
def name_term_again(*, by: User, place: Place, key: str) -> None:
    """Take the last change back: what stood before it stands again, which may be no word of this place.

    Raises NotAllowed, NotFound, Refused("no_earlier_word").
    """
    _require(by, place)
    term_of(key)
    last = words_of(place).filter(key=key).first()
    if last is None:
        raise Refused("no_earlier_word")
    before = last if last.ended is not None else words_of(place).filter(key=key, ended=last.started).first()
    _put(by, place, key, before.forms if before is not None else None)


@transaction.atomic
def choose_method(*, by: User, place: Place, method: str) -> None:
    """Structured or light, from now on. Nothing that was written changes (S4 R-60).

    Raises NotAllowed, Refused("words_of_org").
    """
    _require(by, place)
    chosen = MethodChoice.objects.filter(**_at(place))
    now = chosen.filter(ended=None).first()
    if now is not None and now.method == method:
        return
    at = timezone.now()
    chosen.filter(ended=None).update(ended=at)
    MethodChoice.objects.create(**_at(place), method=Method(method), started=at)
    renew(_teams(place))
    standing.forget()
    before = {"method": now.method} if now is not None else {}
    record(by=by, verb="method_chosen", target=place, before=before, after={"method": method}, **_scope(place))


def words_of(place: Place) -> QuerySet[LocalWord]:
    """All words that were ever chosen right here, the latest first."""
    return LocalWord.objects.filter(**_at(place))


def _require(by: User, place: Place) -> None:
    if isinstance(place, Org):
        require_power(by=by, power=Power.WORDS, org=place)
    else:
        require_member(by=by, team=place)
        if place.org is not None:
            raise Refused("words_of_org", org=place.org.name)
    hold(**_scope(place))


def _put(by: User, place: Place, key: str, forms: dict[str, list[str]] | None) -> None:
    """End the word that stands here and begin the next, if there is one."""
    now, at = _open(place, key), timezone.now()
    if now is not None:
        now.ended = at
        now.save(update_fields=["ended"])
    made = LocalWord.objects.create(**_at(place), key=key, forms=forms, started=at) if forms is not None else None
    renew(_teams(place))
    standing.forget()
    told: dict[str, Any] = {"before": {key: _said(now)}, "after": {key: _said(made)}}
    record(by=by, verb="term_renamed", target=place, **told, **_scope(place))


def _said(word: LocalWord | None) -> str:
    return " · ".join(forms[0] for forms in word.forms.values()) if word is not None else ""


def _open(place: Place, key: str) -> LocalWord | None:
    return words_of(place).filter(key=key, ended=None).first()


def _at(place: Place) -> dict[str, Any]:
    return {"org": place} if isinstance(place, Org) else {"team": place}


def _scope(place: Place) -> dict[str, Any]:
    if isinstance(place, Org):
        return {"scope_id": None, "org_id": place.pk}
    return {"scope_id": place.pk}


def _teams(place: Place) -> QuerySet[Team]:
    if isinstance(place, Org):
        return Team.objects.filter(below(place.path, "org__path"))
    return Team.objects.filter(pk=place.pk)
