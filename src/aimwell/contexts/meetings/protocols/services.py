"""Make a protocol your own, lead a talk by one, and keep what was said in each step."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.models import Decision, Meeting
from aimwell.contexts.meetings.protocols.models import ProtocolRun, ProtocolStep, RunPlace, RunStep, TeamProtocol
from aimwell.contexts.meetings.protocols.queries import seeded
from aimwell.contexts.meetings.services.people import needed
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import Membership, User
from aimwell.contexts.people.queries import members_of
from aimwell.contexts.people.services import change_content, create_content
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.rhythm import protocols as rules
from aimwell.domain.words.protocols import say

OWN = ("name", "purpose", "when_to_use", "presents")
STEP = ("title", "minutes", "prompt")
ROLES = tuple(str(role) for role in rules.Role)

Thing = TeamProtocol | ProtocolStep | ProtocolRun


# A protocol of one's own


@transaction.atomic
def make_own(*, by: User, team: Team, seed: str, lang: str, key: uuid.UUID | None = None) -> TeamProtocol:
    """A copy of a seeded protocol, in the language of whoever makes it. Raises NotFound for one that is not there."""
    source, name = seeded(seed), say(f"{seed}.name", lang)
    told = {"purpose": say(f"{seed}.purpose", lang), "when_to_use": say(f"{seed}.when", lang)}
    made = create_content(
        by=by, model=TeamProtocol, key=key, owner_team=team, seed=seed, name=say("own.name", lang, name=name),
        presents=source.presents, **told,
    )  # fmt: skip
    if not made.steps.exists():
        for place, step in enumerate(source.steps):
            told = {"title": say(f"{seed}.{step.key}", lang), "prompt": say(f"{seed}.{step.key}.ask", lang)}
            create_content(by=by, model=ProtocolStep, protocol=made, position=place, minutes=step.minutes, **told)
    return made


def change_own(*, by: User, protocol: TeamProtocol, version: int | None, **changes: Any) -> TeamProtocol:
    """Name, purpose, when to use it, whether somebody brings something. Raises Refused("words_needed"), StaleEdit."""
    facts = {name: changes[name] for name in OWN if name in changes}
    for name in ("name", "purpose"):
        if name in facts:
            facts[name] = needed(facts[name])
    if "when_to_use" in facts:
        facts["when_to_use"] = facts["when_to_use"].strip()
    return change_content(by=by, obj=protocol, version=version, **facts)


@transaction.atomic
def add_step(
    *, by: User, protocol: TeamProtocol, title: str, minutes: int, prompt: str = "", key: uuid.UUID | None = None
) -> ProtocolStep:
    """One more step, at the end. Raises Refused: "words_needed", "minutes"."""
    held(by=by, obj=protocol)
    last = protocol.steps.aggregate(last=Max("position"))["last"]
    facts = _step({"title": title, "minutes": minutes, "prompt": prompt})
    position = 0 if last is None else last + 1
    return create_content(by=by, model=ProtocolStep, key=key, protocol=protocol, position=position, **facts)


def change_step(*, by: User, step: ProtocolStep, version: int | None, **changes: Any) -> ProtocolStep:
    """Raises Refused: "words_needed", "minutes"; StaleEdit."""
    facts = _step({name: changes[name] for name in STEP if name in changes})
    return change_content(by=by, obj=step, version=version, **facts)


def _step(facts: dict[str, Any]) -> dict[str, Any]:
    if "title" in facts:
        facts["title"] = needed(facts["title"])
    if "prompt" in facts:
        facts["prompt"] = facts["prompt"].strip()
    if not 1 <= facts.get("minutes", 1) <= rules.MOST_STEP_MINUTES:
        raise Refused("minutes", value=facts["minutes"])
    return facts


@transaction.atomic
def move_step(*, by: User, step: ProtocolStep, up: bool) -> ProtocolStep:
    """One place up or down. At either end nothing changes."""
    held(by=by, obj=step.protocol)
    order = rules.moved(step.protocol.steps.filter(ended_at=None), step, up=up)
    for place, one in enumerate(order):
        if one.position != place:
            one = change_content(by=by, obj=one, version=None, verb="moved", position=place)
        step = one if one.pk == step.pk else step
    return step


@transaction.atomic
def take_back(*, by: User, thing: TeamProtocol | ProtocolStep) -> TeamProtocol | ProtocolStep:
    """The words and minutes as they were before their last change. Once more brings the change back."""
    stored = held(by=by, obj=thing)
    names = STEP if isinstance(stored, ProtocolStep) else OWN
    events = Event.objects.filter(target_type=stored._meta.label_lower, target_id=stored.pk).order_by("-pk")
    told = ({name: one.before[name] for name in names if name in one.before} for one in events)
    before: dict[str, Any] = next(filter(None, told), {})
    return change_content(by=by, obj=stored, version=None, **before)


@transaction.atomic
def set_aside(*, by: User, thing: Thing, reason: str = "") -> Thing:
    """Raises Refused("one_step_stays") for the last step of a protocol."""
    if isinstance(thing, ProtocolStep) and thing.ended_at is None:
        held(by=by, obj=thing.protocol)
        if not thing.protocol.steps.filter(ended_at=None).exclude(pk=thing.pk).exists():
            raise Refused("one_step_stays")
    return people.set_aside(by=by, obj=thing, reason=reason)


def restore(*, by: User, thing: Thing, reason: str = "") -> Thing:
    return people.restore(by=by, obj=thing, reason=reason)


# A talk


@transaction.atomic
def start_run(
    *,
    by: User,
    team: Team,
    source: rules.Protocol | TeamProtocol,
    lang: str,
    key: uuid.UUID | None = None,
    **facts: Any,
) -> ProtocolRun:
    """Begin a talk at its first step. `facts`: meeting, presenter, leader, timekeeper, note_taker, all of which may be
    nobody. Raises Refused("unknown_choice") for somebody or something of another team.
    """
    about = _about(source, lang)
    run = create_content(
        by=by, model=ProtocolRun, key=key, owner_team=team, presents=source.presents, **about, **_of_team(team, facts)
    )
    if not run.steps.exists():
        for place, step in enumerate(_steps(source, lang)):
            create_content(by=by, model=RunStep, run=run, position=place, **step)
        RunPlace.objects.create(run=run, step=run.steps.first(), began_at=timezone.now())
    return run


def _about(source: rules.Protocol | TeamProtocol, lang: str) -> dict[str, Any]:
    if isinstance(source, TeamProtocol):
        return {"protocol": source, "name": source.name}
    return {"seed": source.key, "name": say(f"{source.key}.name", lang)}


def _steps(source: rules.Protocol | TeamProtocol, lang: str) -> list[dict[str, Any]]:
    if isinstance(source, TeamProtocol):
        return list(source.steps.filter(ended_at=None).values(*STEP))
    keys = [(f"{source.key}.{step.key}", step.minutes) for step in source.steps]
    return [
        {"word": key, "title": say(key, lang), "prompt": say(f"{key}.ask", lang), "minutes": minutes}
        for key, minutes in keys
    ]


def _of_team(team: Team, facts: dict[str, Any]) -> dict[str, Any]:
    told = {name: facts[name] for name in ("meeting", *ROLES) if name in facts}
    meeting: Meeting | None = told.get("meeting")
    if meeting is not None and meeting.owner_team_id != team.pk:
        raise Refused("unknown_choice", value=str(meeting))
    named: list[Membership] = [told[name] for name in ROLES if told.get(name) is not None]
    there = set(members_of(team).values_list("pk", flat=True)) if named else set()
    for place in named:
        if place.pk not in there:
            raise Refused("unknown_choice", value=place.name)
    return told


@transaction.atomic
def change_run(*, by: User, run: ProtocolRun, version: int | None, **facts: Any) -> ProtocolRun:
    """Which meeting it belongs to, and who has which role. Raises Refused("unknown_choice"), StaleEdit."""
    kept = {name: value for name, value in facts.items() if getattr(run, f"{name}_id") != getattr(value, "pk", None)}
    return change_content(by=by, obj=run, version=version, **_of_team(run.owner_team, kept))


def write(*, by: User, step: RunStep, version: int | None, said: str) -> RunStep:
    """What was said in a step, also after its end. Raises StaleEdit with both texts."""
    return change_content(by=by, obj=step, version=version, verb="noted", said=said.strip())


@transaction.atomic
def go_to(*, by: User, run: ProtocolRun, step: RunStep) -> RunPlace:
    """Go to a step. It names where to, so that two people who press at once do not jump over one. A finished talk stays
    where it is. Raises NotFound for a step of another talk.
    """
    stored = held(by=by, obj=run)
    if step.run_id != stored.pk:
        raise NotFound
    place = RunPlace.objects.select_for_update().get(run=stored)
    if stored.finished_at is None and place.step_id != step.pk:
        place.step, place.began_at = step, timezone.now()
        place.save()
    return place


@transaction.atomic
def begin_again(*, by: User, run: ProtocolRun) -> RunPlace:
    """The minutes of this step start anew: for a talk that is taken up again."""
    place = RunPlace.objects.select_for_update().get(run=held(by=by, obj=run))
    place.began_at = timezone.now()
    place.save()
    return place


@transaction.atomic
def finish(*, by: User, run: ProtocolRun) -> ProtocolRun:
    """It is kept as it stands. A second call changes nothing."""
    stored = held(by=by, obj=run)
    if stored.finished_at is not None:
        return stored
    return change_content(by=by, obj=stored, version=None, verb="pass_closed", finished_at=timezone.now())


@transaction.atomic
def reopen(*, by: User, run: ProtocolRun) -> ProtocolRun:
    """Go on where it stopped. A second call changes nothing."""
    stored = held(by=by, obj=run)
    if stored.finished_at is None:
        return stored
    begin_again(by=by, run=stored)
    return change_content(by=by, obj=stored, version=None, verb="reopened", finished_at=None)


@transaction.atomic
def decide(
    *,
    by: User,
    run: ProtocolRun,
    text: str,
    owner: User | None = None,
    owner_name: str = "",
    due_on: datetime.date | None = None,
    key: uuid.UUID | None = None,
) -> Decision:
    """What came out of it, as a decision of its meeting. Raises Refused: "no_meeting_here", "words_needed"."""
    if run.meeting is None or run.meeting.ended_at is not None:
        raise Refused("no_meeting_here")
    return meetings.decide(
        by=by, meeting=run.meeting, text=text, owner=owner, owner_name=owner_name, due_on=due_on, key=key
    )
