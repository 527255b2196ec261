"""Room 12 read its first cycles by the rubric, the second one with Devon; and it asked its school for support."""

from __future__ import annotations

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.rubric import services
from aimwell.contexts.cycles.support.queries import places_to_ask
from aimwell.contexts.cycles.support.services import answer_support, ask_support
from aimwell.contexts.people.models import OrgRole, OrgRoleKind
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_rubric as story
from aimwell.domain.pdsa.rubric import CODES, Answer


def build(team: str, bench: Bench) -> None:
    if team == "room12":
        _read(bench)
        _support(bench)


def _answers(not_yet: dict[str, str]) -> dict[str, Answer]:
    return {code: Answer(code not in not_yet, not_yet.get(code, "")) for code in CODES}


def _read(bench: Bench) -> None:
    first, second = (Cycle.objects.get(inquiry=bench.inquiry, number=number) for number in (1, 2))
    at, lead, devon = bench.calendar.at, bench.lead, bench.users["devon"]
    with as_if(at(story.FIRST_READ_ON, "15:20")):
        services.read_ourselves(by=lead, cycle=first, version=None, answers=_answers(story.FIRST_NOT_YET))
    with as_if(at(story.SECOND_READ_ON, "15:20")):
        answers = _answers(story.SECOND_NOT_YET)
        services.read_ourselves(by=lead, cycle=second, version=None, answers=answers, follows=True)
        asked = services.ask_to_read(by=lead, cycle=second, reader=devon)
    with as_if(at(story.DEVON_READ_ON, "15:40")):
        services.give_reading(
            by=devon, review=asked, version=None, answers=_answers(story.DEVON_NOT_YET), follows=True, done=True
        )
    with as_if(at(story.AGREED_ON, "15:10")):
        services.agree_on(by=lead, cycle=second, version=None, answers=_answers(story.DEVON_NOT_YET), follows=True)


def _support(bench: Bench) -> None:
    team = bench.inquiry.owner_team
    place = next((one.org for one in places_to_ask(team) if one.org.pk == team.org_id), None)
    holder = OrgRole.objects.filter(org=place, kind=OrgRoleKind.PRINCIPAL, ended=None).first()
    for kind, words, on, answer in story.SUPPORT:
        with as_if(bench.calendar.at(on, "15:30")):
            row = ask_support(by=bench.lead, team=team, kind=kind, text=words, org=place)
        if answer is not None and holder is not None:
            day, said, told, since = answer
            with as_if(bench.calendar.at(day, "07:50")):
                answer_support(by=holder.user, request=row, said=said, words=told, said_for=bench.calendar.day(since))
