"""Lead a talk about data from stage to stage."""

from __future__ import annotations

import datetime
import uuid

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.queries.values import dated_values
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.conversation.models import Doubt, DoubtAnswer, Talk, TalkLine
from aimwell.contexts.meetings.models import Purpose
from aimwell.contexts.meetings.queries import next_meeting
from aimwell.contexts.meetings.services.people import needed, of_the_team
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import may_show_all
from aimwell.contexts.people.services import change_content, create_content
from aimwell.domain.errors import Refused
from aimwell.domain.rhythm import talk as rules
from aimwell.domain.words.talk import say

POINTS = 12
"""A talk shows the last dozen points of each line."""
LONGEST_TITLE = 200


@transaction.atomic
def start_talk(*, by: User, measure: Measure, revisits: Talk | None = None, key: uuid.UUID | None = None) -> Talk:
    """A talk about the numbers of a measure as they stand now, or once more about those of an earlier talk.

    Raises Refused("nothing_to_show") for a measure without numbers.
    """
    kept = revisits.snapshot if revisits is not None else _snapshot(measure)
    if not kept:
        raise Refused("nothing_to_show")
    return create_content(
        by=by, model=Talk, key=key, owner_team=measure.owner_team, measure=measure, snapshot=kept, revisits=revisits
    )


def _snapshot(measure: Measure) -> list[dict[str, object]]:
    lines = {line: dated for (_measure, line), dated in dated_values([measure]).items() if dated}
    return [
        {
            "line": line,
            "points": [
                [one.on.isoformat(), one.value, one.numerator, one.denominator] for one in lines[line][-POINTS:]
            ],
        }
        for line in rules.shuffled(tuple(lines), str(uuid.uuid4()))
    ]


@transaction.atomic
def say_line(*, by: User, talk: Talk, stage: str, text: str, key: uuid.UUID | None = None) -> TalkLine:
    """One line, in the stage that is open. Raises Refused: "other_stage", "words_needed"."""
    stored = held(by=by, obj=talk)
    if stage != stored.stage:
        raise Refused("other_stage")
    return create_content(by=by, model=TalkLine, key=key, talk=talk, stage=stage, text=needed(text))


@transaction.atomic
def go_on(*, by: User, talk: Talk, version: int | None, back: bool = False) -> Talk:
    """To the next stage, or back to the one before; at either end nothing changes. Raises StaleEdit."""
    stored = held(by=by, obj=talk)
    stage = (rules.before if back else rules.after)(rules.Stage(stored.stage))
    if stage is None:
        return stored
    return change_content(by=by, obj=stored, version=version, verb="stage_changed", stage=str(stage))


@transaction.atomic
def show_names(*, by: User, talk: Talk) -> Talk:
    """Say which line is which, after noticing. The facilitator does it, or the lead; it is kept in the history.

    Raises Refused: "still_masked", "facilitator_opens".
    """
    stored = held(by=by, obj=talk)
    if stored.unmasked_at is not None:
        return stored
    if not rules.may_unmask(rules.Stage(stored.stage)):
        raise Refused("still_masked")
    if not may_show_all(by, stored.owner_team_id):
        raise Refused("facilitator_opens")
    return change_content(by=by, obj=stored, version=None, verb="names_shown", unmasked_at=timezone.now())


@transaction.atomic
def park_doubt(
    *,
    by: User,
    talk: Talk,
    text: str,
    owner: User | None = None,
    due_on: datetime.date | None = None,
    key: uuid.UUID | None = None,
) -> Doubt:
    """A doubt about the numbers: not argued now, but looked into. It goes on the agenda of the next meeting."""
    of_the_team(talk.owner_team, owner)
    held(by=by, obj=talk)
    known = key is not None and Doubt.objects.filter(client_key=key).exists()
    doubt = create_content(
        by=by, model=Doubt, key=key, talk=talk, text=needed(text), owner=owner, due_on=due_on
    )  # fmt: skip
    meeting = None if known else next_meeting(by, talk.owner_team)
    if meeting is not None:
        title = say("agenda", get_language() or "en", text=doubt.text)[:LONGEST_TITLE]
        meetings.add_item(by=by, meeting=meeting, title=title, purpose=Purpose.QUESTION, owner=owner)
    return doubt


def answer_doubt(*, by: User, doubt: Doubt, version: int | None, answer: str, because: str = "") -> Doubt:
    """Raises Refused("unknown_choice"), StaleEdit."""
    if answer not in DoubtAnswer.values:
        raise Refused("unknown_choice", value=answer)
    return change_content(by=by, obj=doubt, version=version, answer=answer, because=because.strip())


def say_changed(*, by: User, talk: Talk, version: int | None, changed: str) -> Talk:
    """What has changed since the earlier talk about the same numbers."""
    return change_content(by=by, obj=talk, version=version, changed=changed.strip())


def set_aside(*, by: User, thing: Talk | TalkLine | Doubt, reason: str = "") -> Talk | TalkLine | Doubt:
    return people.set_aside(by=by, obj=thing, reason=reason)


def restore(*, by: User, thing: Talk | TalkLine | Doubt, reason: str = "") -> Talk | TalkLine | Doubt:
    return people.restore(by=by, obj=thing, reason=reason)
