"""Read a cycle by the rubric, ask somebody else to, agree; and word the rubric for an organisation."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.cycles.rubric.models import Review, RubricVersion, Side
from aimwell.contexts.cycles.rubric.queries import (
    latest_of_org,
    may_begin,
    people_to_ask,
    reading_of,
    rubric_row_for,
    rubric_said,
)
from aimwell.contexts.cycles.services.store import held, in_state
from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.contexts.people.offices import require_power
from aimwell.contexts.people.queries import find, may_edit_team
from aimwell.contexts.people.services import change_content, create_content
from aimwell.core.history.services import edit, hold, record
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit
from aimwell.domain.pdsa.gates import AS_USUAL, Settings
from aimwell.domain.pdsa.rubric import LONGEST, Answer, Both, Own, Rubric, arranged

READABLE = (CycleState.DOING, CycleState.STUDYING, CycleState.DONE)
FIRST = 0  # the version of a reading that is not there yet: if somebody else wrote one meanwhile, the edit is stale
VERB = "read_by_rubric"


def _facts(
    cycle: Cycle, rubric: Rubric, answers: Mapping[str, Answer], follows: bool | None, follows_note: str
) -> dict[str, Any]:
    """What is stored of a reading. Raises Refused("unknown_choice") for a point that the rubric does not have."""
    for code in answers:
        if code not in rubric.codes:
            raise Refused("unknown_choice", value=code)
    points = {
        code: {"met": answers[code].met, "note": answers[code].note.strip()[:1000]}
        for code in rubric.codes
        if code in answers
    }
    first = cycle.predecessor_id is None
    return {
        "points": points,
        "follows": None if first else follows,
        "follows_note": "" if first else follows_note.strip(),
    }


@transaction.atomic
def read_ourselves(
    *,
    by: User,
    cycle: Cycle,
    version: int | None,
    answers: Mapping[str, Answer],
    follows: bool | None = None,
    follows_note: str = "",
) -> Review:
    """The team's own reading, as far as it goes (S1 R-47). It is finished when every point has an answer.

    Raises NotAllowed, StaleEdit, Refused: wrong_state, unknown_choice, reading_closed (somebody else has finished),
    read_blind_first.
    """
    stored = in_state(held(by=by, obj=cycle), *READABLE)
    _reads_no_other(by, stored)
    own = Review.objects.select_related("rubric").filter(cycle=stored, side=Side.TEAM).first()
    if own is not None and _finished_by_others(stored):
        raise Refused("reading_closed")
    row = own.rubric if own is not None else rubric_row_for(stored.owner_team)
    rubric = rubric_said(row)
    facts = _facts(stored, rubric, answers, follows, follows_note)
    facts["done_on"] = _done_on(own, stored, rubric, facts)
    if own is None:
        return create_content(by=by, model=Review, verb=VERB, cycle=stored, side=Side.TEAM, rubric=row, **facts)
    return change_content(by=by, obj=own, version=_started_from(version), verb=VERB, **facts)


def _done_on(own: Review | None, cycle: Cycle, rubric: Rubric, facts: dict[str, Any]) -> datetime.date | None:
    if reading_of(cycle, facts["points"], facts["follows"]).open(rubric):
        return None
    return (own.done_on if own is not None else None) or timezone.localdate()


def _reads_no_other(by: User, cycle: Cycle) -> None:
    """Whoever is asked for a reading writes it before they see or write any other (S1 R-50)."""
    if any(map(may_begin, Review.objects.filter(cycle=cycle, reader=by, done_on=None, ended_at=None))):
        raise Refused("read_blind_first")


def _started_from(version: int | None) -> int:
    return FIRST if version is None else version


def _finished_by_others(cycle: Cycle) -> bool:
    return Review.objects.filter(cycle=cycle, side=Side.OTHER, ended_at=None).exclude(done_on=None).exists()


@transaction.atomic
def ask_to_read(
    *, by: User, cycle: Cycle, reader: User, opens_on: datetime.date | None = None, key: uuid.UUID | None = None
) -> Review:
    """Ask a colleague or the coach for a second reading, from a day on if one is named (S1 R-47, R-50).

    Raises NotAllowed, Refused: wrong_state, own_reading_first, reader_cannot_see, asked_already.
    """
    stored = in_state(held(by=by, obj=cycle), *READABLE)
    own = Review.objects.select_related("rubric").filter(cycle=stored, side=Side.TEAM).first()
    if own is None or own.done_on is None:
        raise Refused("own_reading_first")
    if reader not in people_to_ask(stored):
        raise Refused("reader_cannot_see")
    waiting = Review.objects.filter(cycle=stored, side=Side.OTHER, reader=reader, ended_at=None).first()
    if waiting is not None:
        if key is not None and waiting.client_key == key:
            return waiting
        raise Refused("asked_already")
    return create_content(
        by=by, model=Review, key=key, verb="asked_to_read", cycle=stored, side=Side.OTHER, rubric=own.rubric,
        reader=reader, opens_on=opens_on,
    )  # fmt: skip


@transaction.atomic
def take_back_ask(*, by: User, review: Review) -> Review:
    """Take the question back while the reading is not finished. Raises NotAllowed, Refused("reading_closed")."""
    stored = held(by=by, obj=review)
    if stored.side != Side.OTHER:
        raise NotFound
    if stored.done_on is not None:
        raise Refused("reading_closed")
    return people.set_aside(by=by, obj=stored)


def ask_again(*, by: User, review: Review) -> Review:
    """Raises NotAllowed, Refused("in_the_way") where this person is asked anew already."""
    return people.restore(by=by, obj=review)


@transaction.atomic
def give_reading(
    *,
    by: User,
    review: Review,
    version: int | None,
    answers: Mapping[str, Answer],
    follows: bool | None = None,
    follows_note: str = "",
    done: bool = False,
) -> Review:
    """What the person asked says. Once `done`, it stays as it is, and the two readings open to each other. The same
    again changes nothing.

    Raises NotFound for whoever does not see the cycle, NotAllowed for members who were not asked, StaleEdit, Refused:
    reading_closed, reading_incomplete, unknown_choice.
    """
    stored = asked_reading(by, review.pk)
    rubric = rubric_said(stored.rubric)
    facts = _facts(stored.cycle, rubric, answers, follows, follows_note)
    if stored.done_on is not None:
        if all(getattr(stored, name) == value for name, value in facts.items()):
            return stored
        raise Refused("reading_closed")
    if done and reading_of(stored.cycle, facts["points"], facts["follows"]).open(rubric):
        raise Refused("reading_incomplete")
    facts["done_on"] = timezone.localdate() if done else None
    return edit(
        by=by, obj=stored, version=version, changes=facts, scope_id=stored.cycle.owner_team_id, verb=VERB
    )  # fmt: skip


def asked_reading(user: User, pk: int) -> Review:
    """The reading that `user` was asked for and may give by now.

    Raises NotFound for others and before its day, NotAllowed for members who were not asked.
    """
    row = find(user, Review, pk, also=("rubric", "reader"), side=Side.OTHER)
    if row.cycle.ended_at is not None:
        raise NotFound
    if row.reader_id != user.pk:
        raise NotAllowed if may_edit_team(user, row.cycle.owner_team) else NotFound
    if not may_begin(row):
        raise NotFound
    return row


@transaction.atomic
def agree_on(
    *,
    by: User,
    cycle: Cycle,
    version: int | None,
    answers: Mapping[str, Answer],
    follows: bool | None = None,
    follows_note: str = "",
) -> Review:
    """One version that the readers agree on; both readings stay as they were (S1 R-50).

    Raises NotAllowed, StaleEdit, Refused: wrong_state, read_blind_first, two_readings_needed, reading_incomplete,
    unknown_choice.
    """
    stored = in_state(held(by=by, obj=cycle), *READABLE)
    _reads_no_other(by, stored)
    own = Review.objects.select_related("rubric").filter(cycle=stored, side=Side.TEAM).first()
    if own is None or own.done_on is None or not _finished_by_others(stored):
        raise Refused("two_readings_needed")
    rubric = rubric_said(own.rubric)
    facts = _facts(stored, rubric, answers, follows, follows_note)
    if reading_of(stored, facts["points"], facts["follows"]).open(rubric):
        raise Refused("reading_incomplete")
    agreed = Review.objects.filter(cycle=stored, side=Side.AGREED).first()
    if agreed is None:
        facts["done_on"] = timezone.localdate()
        return create_content(
            by=by, model=Review, verb="agreed_on", cycle=stored, side=Side.AGREED, rubric=own.rubric, **facts
        )
    return change_content(by=by, obj=agreed, version=_started_from(version), verb="agreed_on", **facts)


@transaction.atomic
def open_reading(*, by: User, cycle: Cycle, shared: bool) -> Review:
    """Let those who see the cycle see what came out, or close it again.

    Raises NotAllowed, Refused("own_reading_first").
    """
    stored = held(by=by, obj=cycle)
    own = Review.objects.filter(cycle=stored, side=Side.TEAM).first()
    if own is None or own.done_on is None:
        raise Refused("own_reading_first")
    return change_content(by=by, obj=own, version=None, verb="shared", shared=shared)


# -- the rubric of an organisation


@transaction.atomic
def word_rubric(
    *,
    by: User,
    org: Org,
    version: int,
    words: Mapping[str, Both],
    left_out: Iterable[str] = (),
    own: Mapping[str, Own] | None = None,
    gate: Settings = AS_USUAL,
    reason: str = "",
    key: uuid.UUID | None = None,
) -> RubricVersion:
    """The organisation's next version, for all below it, from today. Readings keep the version they began with.

    `gate`: how the questions about a series are meant from today.

    `version`: the number it started from, 0 where none stands. Raises NotAllowed, StaleEdit, and what
    `domain.pdsa.rubric.arranged` raises.
    """
    require_power(by=by, power=Power.WORDS, org=org)
    return _put(by, org, version, arranged(words, left_out, own or {}, gate).stored(), reason, key)


@transaction.atomic
def inherit_rubric(*, by: User, org: Org, version: int, reason: str = "") -> RubricVersion | None:
    """From today the rubric from above holds again, or the printed one. None where no own one stands."""
    require_power(by=by, power=Power.WORDS, org=org)
    last = latest_of_org(org)
    if last is None or not last.words:
        return last
    return _put(by, org, version, {}, reason, None)


def _put(by: User, org: Org, version: int, words: dict[str, Any], reason: str, key: uuid.UUID | None) -> RubricVersion:
    if key is not None and (twin := RubricVersion.objects.filter(client_key=key).first()):
        if twin.org_id != org.pk:
            raise Refused("key_used")
        return twin
    hold(scope_id=None, org_id=org.pk)
    last = latest_of_org(org)
    if last is not None and last.words == words:
        return last
    if version != (last.number if last else 0):
        raise _stale(last)
    made = RubricVersion(
        org=org, number=version + 1, words=words, reason=reason.strip()[:LONGEST], client_key=key, created_by=by
    )
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        raise _stale(latest_of_org(org)) from None
    after = {"number": made.number}
    record(by=by, verb="worded", target=made, after=after, reason=made.reason, scope_id=None, org_id=org.pk)
    return made


def _stale(last: RubricVersion | None) -> StaleEdit:
    number = last.number if last else 0
    return StaleEdit(
        target_type=RubricVersion._meta.label_lower, target_id=last.pk if last else 0, version=number,
        who=str(last.created_by or "") if last else "", when=last.created_at if last else None,
        mine={}, theirs={},
    )  # fmt: skip
