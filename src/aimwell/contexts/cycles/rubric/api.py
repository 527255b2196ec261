"""Reading a cycle by the rubric: the team itself first, others by request; and the gate of a series."""

import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema
from ninja.responses import Status

from aimwell.contexts.cycles.queries import CycleView, cycle_view
from aimwell.contexts.cycles.rubric import services
from aimwell.contexts.cycles.rubric.models import Review, Side
from aimwell.contexts.cycles.rubric.queries import (
    ReviewView,
    gate_of,
    latest_of_org,
    readings_of,
    rubric_row_above,
    rubric_row_for,
    rubric_said,
)
from aimwell.contexts.cycles.rubric.queries.readings import Second
from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Day, Id, Key, Version, kept_org, line
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import find, may_edit_team
from aimwell.contexts.people.services import require
from aimwell.domain.access import Permission
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.pdsa.gates import Series, Settings, Verdict, Way, Window
from aimwell.domain.pdsa.rubric import Answer, Both, Own, Rubric
from aimwell.domain.words.rubric import say

router = Router(tags=["cycles"])
Note = line(1000)
Phrase = line(300)


class RubricPointOut(Schema):
    code: str
    text: str
    move: str = Field(description="The one next move where it is not there yet.")
    example: str


class PointAnswerOut(Schema):
    code: str
    met: bool = Field(description="Whether it is in the record. A person said so; nothing is read off the text.")
    note: str


class RubricReadingOut(Schema):
    """One reading of the record of a cycle. It speaks about the record, never about people."""

    id: int
    version: int
    side: Side
    reader: str = Field(description="Who was asked; empty for the team’s own and the agreed one.")
    opens_on: datetime.date | None
    done_on: datetime.date | None
    follows: bool | None = Field(description="Whether it follows from the cycle before; after a no the reading stops.")
    follows_note: str
    answers: list[PointAnswerOut] = Field(description="Empty for a reading that is not open to you yet.")
    met: int | None = Field(description="How many points are there; empty while one has no answer.")
    points: int
    words: str
    shared: bool


class SecondOut(Schema):
    reading: RubricReadingOut
    alike: int | None = Field(description="On how many points both say the same.")
    both: int | None
    percent: int | None
    differ: list[str] = Field(description="Codes on which they differ.")


class CycleRubricOut(Schema):
    """The rubric of a cycle and what was read. What is not open to you is empty."""

    points: list[RubricPointOut]
    source: str
    own: RubricReadingOut | None
    seconds: list[SecondOut]
    agreed: RubricReadingOut | None
    result: RubricReadingOut | None = Field(description="The agreed reading, else the team’s own, where it is open.")


class PointAnswerIn(Body):
    code: Phrase
    met: bool
    note: Note = ""


class OwnReadingIn(Body):
    version: Version = Field(0, description="The version your edit started from; 0 for the first.")
    answers: list[PointAnswerIn] = Field(max_length=20)
    follows: bool | None = None
    follows_note: Note = ""

    def facts(self) -> dict[str, Any]:
        answers = {one.code: Answer(one.met, one.note) for one in self.answers}
        return {"answers": answers, "follows": self.follows, "follows_note": self.follows_note}


class SecondReadingIn(OwnReadingIn):
    done: bool = Field(False, description="Finished: it stays as it is, and the readings open to each other.")


class AskReaderIn(Body):
    reader: Id = Field(description="A member, colleague or coach who may see the cycle.")
    opens_on: Day | None = Field(None, description="From this day on; at once, where it is not sent.")
    key: Key = None


class ShowReadingIn(Body):
    shared: bool


class GateAskedIn(Schema):
    """What is not named is as the organization set it."""

    way: Way | None = None
    window: Window | None = None
    series: Series | None = None


class GateSettingsIn(Body):
    """How the questions about a series are meant, where their printed text leaves it open."""

    way: Way = Field(Way.PAIRWISE, description="pairwise: no cycle has fewer points than the one before.")
    window: Window = Field(Window.WHOLE, description="Which cycles are looked at.")
    series: Series = Field(Series.CHAIN, description="One thread, or all of a school.")

    def settings(self) -> Settings:
        return Settings(self.way, self.window, self.series)


class GateSettingsOut(Schema):
    way: Way
    window: Window
    series: Series


class GateAnswerOut(Schema):
    code: str
    text: str
    answer: str = Field(description="yes, no, unknown or stopped.")


class GateOut(Schema):
    verdict: Verdict
    words: str
    cautions: list[str]
    answers: list[GateAnswerOut]
    cycles: list[int]
    missing: list[str]
    settings: GateSettingsOut
    edition: int | None = Field(description="The version of the organization’s rubric that sets it; empty: as usual.")
    depends: bool = Field(description="Whether other cycles in view would change the third answer.")


class TwoTongues(Body):
    en: Phrase = ""
    es: Phrase = ""

    def both(self) -> Both:
        return Both(self.en, self.es)


class RubricWordsIn(TwoTongues):
    code: Phrase = Field(description="P1 to P4, D1 to D3, S1, S2, A1, I, G1, G2 or G3.")


class OwnPointIn(Body):
    code: Phrase = Field(description="P9, D9, S9 or A9: one for each part.")
    text: TwoTongues
    move: TwoTongues
    example: TwoTongues = TwoTongues()


class OrgRubricIn(Body):
    """What is not named stays as printed."""

    version: Version = Field(description="The number it started from; 0 where none stands.")
    words: list[RubricWordsIn] = Field([], max_length=20)
    left_out: list[Phrase] = Field([], max_length=20)
    own: list[OwnPointIn] = Field([], max_length=4)
    gate: GateSettingsIn = GateSettingsIn()
    reason: Phrase = ""
    key: Key = None


class InheritRubricIn(Body):
    version: Version
    reason: Phrase = ""


class RubricPair(Schema):
    en: str
    es: str


class OrgPointOut(Schema):
    code: str
    text: RubricPair
    move: RubricPair
    example: RubricPair


class OrgRubricOut(Schema):
    number: int = Field(description="Of this organization’s own version; 0 where it never had one.")
    from_org: int | None = Field(description="Whose version holds here; empty: as printed.")
    points: list[OrgPointOut]
    asks: dict[str, RubricPair]
    gate: GateSettingsOut
    starts_on: datetime.date | None = Field(description="Since when the version that holds here does.")


def _points(rubric: Rubric, lang: str) -> list[dict[str, str]]:
    parts = ("text", "move", "example")
    return [{"code": i.code, **{part: getattr(i, part).say(lang) for part in parts}} for i in rubric.items]


def reading_words(view: ReviewView, *, opened: bool = True) -> dict[str, Any]:
    """`opened`: whether what it says is open to whoever asks."""
    row = view.row
    answers = view.reading.answers if opened else {}
    return {
        "id": row.pk, "version": row.version, "side": row.side, "reader": str(row.reader or ""),
        "opens_on": row.opens_on, "done_on": row.done_on, "points": view.points, "shared": row.shared,
        "follows": row.follows if opened else None, "follows_note": row.follows_note if opened else "",
        "answers": [{"code": c, "met": a.met, "note": a.note} for c, a in answers.items()],
        "met": view.met if opened else None, "words": view.words if opened else "",
    }  # fmt: skip


def _second(one: Second) -> dict[str, Any]:
    found = one.compared
    return {
        "reading": reading_words(one.view, opened=one.view.done),
        "alike": found.alike if found else None, "both": found.both if found else None,
        "percent": found.percent if found else None, "differ": list(found.differ) if found else [],
    }  # fmt: skip


def _told(view: CycleView) -> dict[str, Any]:
    found = readings_of(view)
    own = found.own
    rubric = own.rubric if own else rubric_said(rubric_row_for(view.cycle.owner_team))
    return {
        "points": _points(rubric, view.lang), "source": say("source", view.lang),
        "own": reading_words(own) if own else None, "seconds": [_second(one) for one in found.seconds],
        "agreed": reading_words(found.agreed) if found.agreed else None,
        "result": reading_words(found.result) if found.result else None,
    }  # fmt: skip


def _row(view: CycleView, row: Review) -> dict[str, Any]:
    row.cycle = view.cycle
    return reading_words(ReviewView(row, view.lang))


@router.get("/cycles/{cycle_id}/rubric", response={200: CycleRubricOut, **READ})
def get_cycle_rubric(request: HttpRequest, cycle_id: Id) -> dict[str, Any]:
    """The points, and the readings that are open to you. A second reader sees no other before finishing."""
    return _told(cycle_view(request.user, cycle_id))


@router.put("/cycles/{cycle_id}/rubric/ours", response={200: RubricReadingOut, **EDIT})
def read_cycle_ourselves(request: HttpRequest, cycle_id: Id, sent: OwnReadingIn) -> dict[str, Any]:
    """The team’s own reading, as far as it goes."""
    view = cycle_view(request.user, cycle_id)
    row = services.read_ourselves(by=request.user, cycle=view.cycle, version=sent.version, **sent.facts())
    return _row(view, row)


@router.post("/cycles/{cycle_id}/rubric/ask", response={201: RubricReadingOut, **WRITE})
def ask_for_reading(request: HttpRequest, cycle_id: Id, sent: AskReaderIn) -> Status[dict[str, Any]]:
    """Ask a colleague or the coach for a second reading, once your own is finished."""
    view = cycle_view(request.user, cycle_id)
    require(by=request.user, permission=Permission.EDIT, obj=view.cycle)
    reader = User.objects.filter(pk=sent.reader).first()
    if reader is None:
        raise Refused("reader_cannot_see")
    row = services.ask_to_read(by=request.user, cycle=view.cycle, reader=reader, opens_on=sent.opens_on, key=sent.key)
    return Status(201, _row(view, row))


@router.put("/cycles/{cycle_id}/rubric/agreed", response={200: RubricReadingOut, **EDIT})
def agree_on_reading(request: HttpRequest, cycle_id: Id, sent: OwnReadingIn) -> dict[str, Any]:
    """One version that both readers agree on. Both readings stay as they were."""
    view = cycle_view(request.user, cycle_id)
    return _row(view, services.agree_on(by=request.user, cycle=view.cycle, version=sent.version, **sent.facts()))


@router.put("/cycles/{cycle_id}/rubric/open", response={200: RubricReadingOut, **WRITE})
def open_cycle_reading(request: HttpRequest, cycle_id: Id, sent: ShowReadingIn) -> dict[str, Any]:
    """Let those who see the cycle see what came out, or close it again."""
    view = cycle_view(request.user, cycle_id)
    return _row(view, services.open_reading(by=request.user, cycle=view.cycle, shared=sent.shared))


@router.get("/cycles/{cycle_id}/gate", response={200: GateOut, **READ})
def get_gate(request: HttpRequest, cycle_id: Id, asked: Query[GateAskedIn]) -> dict[str, Any]:
    """Whether the cycles of this thread build on each other; for members of the team."""
    view = cycle_view(request.user, cycle_id)
    if not view.may_edit:
        raise NotFound
    found = gate_of(view, asked.dict())
    return {
        "verdict": found.outcome.verdict, "words": found.verdict, "cautions": found.cautions,
        "answers": [{"code": one.code, "text": one.text, "answer": one.answer} for one in found.asked],
        "cycles": [cycle.pk for cycle in found.cycles], "missing": [one.words for one in found.missing],
        "depends": found.outcome.depends, "settings": found.settings.stored(),
        "edition": found.edition.number if found.edition else None,
    }  # fmt: skip


def _asked(request: HttpRequest, pk: int) -> tuple[Review, CycleView]:
    """For members and for whoever was asked; to others it is not there."""
    row = find(request.user, Review, pk, with_ended=True, also=("rubric", "reader"), side=Side.OTHER)
    if row.reader_id != request.user.pk and not may_edit_team(request.user, row.cycle.owner_team):
        raise NotFound
    return row, cycle_view(request.user, row.cycle_id, with_ended=True)


@router.get("/readings/{reading_id}", response={200: RubricReadingOut, **READ})
def get_second_reading(request: HttpRequest, reading_id: Id) -> dict[str, Any]:
    """A reading that somebody was asked for. The team sees what it says once it is finished."""
    row, view = _asked(request, reading_id)
    row.cycle = view.cycle
    opened = row.reader_id == request.user.pk or (row.done_on is not None and readings_of(view).mine is None)
    return reading_words(ReviewView(row, view.lang), opened=opened)


@router.put("/readings/{reading_id}", response={200: RubricReadingOut, **EDIT})
def give_second_reading(request: HttpRequest, reading_id: Id, sent: SecondReadingIn) -> dict[str, Any]:
    """What you found in the record, if you were asked."""
    row, view = _asked(request, reading_id)
    given = services.give_reading(by=request.user, review=row, version=sent.version, done=sent.done, **sent.facts())
    return _row(view, given)


@router.post("/readings/{reading_id}/back", response={200: RubricReadingOut, **WRITE})
def take_back_ask_for_reading(request: HttpRequest, reading_id: Id) -> dict[str, Any]:
    """Take the question back while it is not finished."""
    row, view = _asked(request, reading_id)
    return _row(view, services.take_back_ask(by=request.user, review=row))


@router.post("/readings/{reading_id}/again", response={200: RubricReadingOut, **WRITE})
def ask_for_reading_again(request: HttpRequest, reading_id: Id) -> dict[str, Any]:
    """Ask once more what was taken back."""
    row, view = _asked(request, reading_id)
    return _row(view, services.ask_again(by=request.user, review=row))


def _org_told(org: Org) -> dict[str, Any]:
    own, holding = latest_of_org(org), rubric_row_above(org)
    rubric = rubric_said(holding)
    stored = rubric.stored()
    return {
        "number": own.number if own else 0, "from_org": holding.org_id if holding else None,
        "points": stored["items"], "asks": stored["asks"], "gate": rubric.gate.stored(),
        "starts_on": holding.starts_on if holding else None,
    }  # fmt: skip


@router.get("/orgs/{org_id}/rubric", response={200: OrgRubricOut, **READ})
def get_org_rubric(request: HttpRequest, org_id: Id) -> dict[str, Any]:
    """The rubric that holds in an organization."""
    return _org_told(kept_org(request, org_id, Power.WORDS))


@router.put("/orgs/{org_id}/rubric", response={200: OrgRubricOut, **EDIT})
def word_org_rubric(request: HttpRequest, org_id: Id, sent: OrgRubricIn) -> dict[str, Any]:
    """A new version from today. Earlier readings keep the version they used."""
    org = kept_org(request, org_id, Power.WORDS)
    services.word_rubric(
        by=request.user, org=org, version=sent.version, reason=sent.reason, key=sent.key, left_out=sent.left_out,
        words={one.code: one.both() for one in sent.words}, gate=sent.gate.settings(),
        own={one.code: Own(one.text.both(), one.move.both(), one.example.both()) for one in sent.own},
    )  # fmt: skip
    return _org_told(org)


@router.post("/orgs/{org_id}/rubric/inherit", response={200: OrgRubricOut, **EDIT})
def inherit_org_rubric(request: HttpRequest, org_id: Id, sent: InheritRubricIn) -> dict[str, Any]:
    """Let the rubric from above hold again, or the printed one."""
    org = kept_org(request, org_id, Power.WORDS)
    services.inherit_rubric(by=request.user, org=org, version=sent.version, reason=sent.reason)
    return _org_told(org)
