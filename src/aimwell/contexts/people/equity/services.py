"""Say what equity means in a place, say it anew, let the place above speak again, or go on without."""

from __future__ import annotations

import random
import uuid
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from aimwell.contexts.orgs.models import Network, Org, Team
from aimwell.contexts.people.equity.models import EquityDefinition, OwnWords, WithoutDefinition
from aimwell.contexts.people.equity.queries import Place, in_hub, mark_of, meaning_of
from aimwell.contexts.people.models import User
from aimwell.contexts.people.offices import require_power
from aimwell.contexts.people.services import require_member
from aimwell.core.history.services import hold, record
from aimwell.domain.access.roles import Power
from aimwell.domain.equity.definition import PRINCIPLES
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit

DRAW = random.SystemRandom()
FIELDS = ("text", *PRINCIPLES)
FROM_ABOVE = dict.fromkeys(FIELDS, "")


@transaction.atomic
def define_equity(
    *,
    by: User,
    place: Place,
    version: int,
    text: str,
    equality: str = "",
    equity: str = "",
    justice: str = "",
    reason: str = "",
    key: uuid.UUID | None = None,
) -> EquityDefinition:
    """The next version of what equity means in `place`, from today. The same words again change nothing.

    `version`: the number of the version it started from, 0 where none stands. Examples may be missing.
    Raises NotAllowed, Refused("meaning_empty"), StaleEdit.
    """
    words = {"text": text.strip(), "equality": equality.strip(), "equity": equity.strip(), "justice": justice.strip()}
    if not words["text"]:
        raise Refused("meaning_empty")
    return _put(by, place, version, words, reason.strip(), key)


@transaction.atomic
def inherit_equity(*, by: User, place: Place, version: int, reason: str = "") -> EquityDefinition | None:
    """From today the text of the place above holds again. None where no text stands here.

    Raises NotAllowed, StaleEdit.
    """
    _require(by, place)
    last = _latest(place)
    if last is None or not last.text:
        return last
    return _put(by, place, version, FROM_ABOVE, reason.strip(), None)


@transaction.atomic
def go_on_without(*, by: User, team: Team, reason: str) -> WithoutDefinition:
    """No meaning of equity yet, for one sentence of reason. Raises NotAllowed, Refused("reason_needed")."""
    require_member(by=by, team=team)
    if not reason.strip():
        raise Refused("reason_needed")
    hold(scope_id=team.pk)
    last = WithoutDefinition.objects.filter(team=team).first()
    if last is not None and last.reason == reason.strip():
        return last
    made = WithoutDefinition.objects.create(team=team, reason=reason.strip(), created_by=by)
    record(by=by, verb="created", target=made, scope_id=team.pk, after={"reason": made.reason}, reason=made.reason)
    return made


@transaction.atomic
def say_in_own_words(*, by: User, team: Team, text: str) -> None:
    """What the meaning that holds says, in words of one's own. Who wrote it is stored nowhere; history stays silent.

    Raises NotAllowed, Refused: words_needed, meaning_first, own_words_in.
    """
    require_member(by=by, team=team)
    if not text.strip():
        raise Refused("words_needed")
    meaning = meaning_of(team)
    if meaning is None:
        raise Refused("meaning_first")
    hold(scope_id=team.pk)
    row, _new = OwnWords.objects.get_or_create(team=team, definition=meaning.definition)
    mark = mark_of(by, row)
    if mark in row.marks:
        raise Refused("own_words_in")
    row.marks = sorted([*row.marks, mark])
    row.said = [*row.said, text.strip()]
    DRAW.shuffle(row.said)
    row.save(update_fields=["said", "marks"])


def _put(
    by: User, place: Place, version: int, words: dict[str, str], reason: str, key: uuid.UUID | None
) -> EquityDefinition:
    _require(by, place)
    if key is not None and (twin := EquityDefinition.objects.filter(client_key=key).first()):
        if twin.place != place:
            raise Refused("key_used")
        return twin
    hold(**_scope(place))
    last = _latest(place)
    if last is not None and all(getattr(last, name) == words[name] for name in FIELDS):
        return last
    if version != (last.number if last else 0):
        raise _stale(last, words)
    made = EquityDefinition(
        **_at(place), **words, number=version + 1, starts_on=timezone.localdate(), reason=reason, client_key=key,
        created_by=by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        raise _stale(_latest(place), words) from None
    before = {name: getattr(last, name) for name in FIELDS} if last else {}
    verb = "changed" if last else "created"
    record(by=by, verb=verb, target=made, before=before, after=words, reason=reason, **_scope(place))
    return made


def _stale(last: EquityDefinition | None, mine: dict[str, str]) -> StaleEdit:
    theirs = {name: getattr(last, name, "") for name in mine}
    differing = [name for name in mine if mine[name] != theirs[name]]
    return StaleEdit(
        target_type=EquityDefinition._meta.label_lower,
        target_id=last.pk if last else 0,
        version=last.number if last else 0,
        who=str(last.created_by or "") if last else "",
        when=last.created_at if last else None,
        mine={name: mine[name] for name in differing},
        theirs={name: theirs[name] for name in differing},
    )


def _require(by: User, place: Place) -> None:
    if isinstance(place, Team):
        require_member(by=by, team=place)
    elif isinstance(place, Org):
        require_power(by=by, power=Power.EQUITY, org=place)
    elif not in_hub(by, place):
        raise NotAllowed


def _latest(place: Place) -> EquityDefinition | None:
    return EquityDefinition.objects.filter(**_at(place)).first()


def _at(place: Place) -> dict[str, Any]:
    if isinstance(place, Network):
        return {"network": place}
    return {"org": place} if isinstance(place, Org) else {"team": place}


def _scope(place: Place) -> dict[str, Any]:
    if isinstance(place, Team):
        return {"scope_id": place.pk}
    return {"scope_id": None, "org_id": place.pk if isinstance(place, Org) else None}
