"""The attendance case: three guesses meet a table, a cause is said again, and one idea asks the wrong people."""

from __future__ import annotations

from aimwell.contexts.orgs.models import Method
from aimwell.contexts.people.models import OrgRole, OrgRoleKind
from aimwell.contexts.people.wording.services import choose_method
from aimwell.contexts.theory import services
from aimwell.contexts.theory.choosing import services as choosing
from aimwell.contexts.theory.models import Aim, Bone, Cause
from aimwell.contexts.theory.predicting import services as predicting
from aimwell.demo.build.cycles import Bench
from aimwell.demo.build.tools.aims import WHOLE
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import attendance_case as told


def build(team: str, bench: Bench) -> None:
    if team != "ocotillo":
        return
    _light(bench)
    _board(bench)
    causes = _say_again(bench)
    _pass(bench, causes)
    _send(bench, causes[told.BUS])
    _aim(bench)
    _ideas(bench, causes)


def _light(bench: Bench) -> None:
    """The district keeps words and methods; at this school a page asks for little."""
    school = bench.inquiry.owner_team.org
    assert school is not None  # the team works at a school
    with as_if(bench.calendar.at(told.METHOD_ON, "09:00")):
        keeper = bench.users[told.KEEPER]
        OrgRole.objects.create(
            org=school.parent, user=keeper, kind=OrgRoleKind.ORG_ADMIN, started=bench.calendar.day(told.METHOD_ON)
        )
        choose_method(by=keeper, place=school, method=Method.LIGHT)
    bench.inquiry.owner_team.refresh_from_db()


def _board(bench: Bench) -> None:
    by, at = bench.lead, bench.calendar.at
    with as_if(at(told.ASKED_ON, "15:10")):
        board = predicting.open_board(by=by, inquiry=bench.inquiry, question=told.QUESTION)
        made = [
            predicting.predict(
                by=by, board=board, text=text, test=test, test_kind="pair" if "|" in table else "cut", blames=blames
            )
            for blames, text, test, _note, table in told.PREDICTIONS
        ]
        predicting.put_counts(
            by=by, board=board, text=told.counts(), name=told.TABLE_NAME, times=told.SCHOOL_DAYS
        )  # fmt: skip
    with as_if(at(told.CLOSED_ON, "15:10")):
        board = predicting.close_board(by=by, board=predicting.share_board(by=by, board=board))
        for prediction, (*_said, note, table) in zip(made, told.PREDICTIONS, strict=True):
            predicting.record_result(
                by=by, prediction=prediction, version=None, result="not_supported", note=note, read_from=table
            )
        predicting.keep_finding(
            by=by, board=board, text=told.FINDING, read_from="day|distance", cause_text=told.FOUND_CAUSE,
            bone=Bone.objects.get(inquiry=bench.inquiry, name=told.FOUND_BONE),
        )  # fmt: skip


def _say_again(bench: Bench) -> dict[str, Cause]:
    """The blaming words stay beside the new ones; then what the table shows is put behind the new cause."""
    by = bench.lead
    with as_if(bench.calendar.at(told.SAID_AGAIN_ON, "15:20")):
        old = Cause.objects.get(bone__inquiry=bench.inquiry, text=told.BLAMING)
        new = services.reframe_cause(by=by, cause=old, text=told.SAID_AGAIN)
        services.change_cause(
            by=by, cause=new, version=None, text=new.text, status="supported", how_known=told.SHOWN_BY
        )
        text, source = told.INTERVIEWS
        services.add_evidence(by=by, inquiry=bench.inquiry, text=text, kind="interview", source=source, cause=new)
        causes = {one.text: one for one in Cause.objects.filter(bone__inquiry=bench.inquiry, ended_at=None)}
        for words, locus in told.PLACES.items():
            control = "another" if locus == "district" else "ours" if locus == "school" else ""
            services.change_facts(by=by, cause=causes[words], version=None, locus=locus, control=control)
    return {one.text: one for one in Cause.objects.filter(bone__inquiry=bench.inquiry, ended_at=None)}


def _pass(bench: Bench, causes: dict[str, Cause]) -> None:
    by = bench.lead
    with as_if(bench.calendar.at(told.PASS_ON, "15:20")):
        own = services.take_filter(by=by, inquiry=bench.inquiry, seed="system")
        sift = services.start_pass(by=by, inquiry=bench.inquiry, filter=own)
        keeps, aside = sift.values[0]["name"], sift.values[1]["name"]
        for text, cause in causes.items():
            gone = text == told.NEAR
            services.mark_cause(
                by=by, sift=sift, cause=cause, value=aside if gone else keeps, reason=told.ASIDE if gone else ""
            )
        services.close_pass(by=by, sift=sift)
        services.choose_cause(by=by, cause=causes[told.SAID_AGAIN], reason=told.FIRST_BECAUSE)


def _send(bench: Bench, cause: Cause) -> None:
    school = bench.inquiry.owner_team.org
    assert school is not None  # the team works at a school
    with as_if(bench.calendar.at(told.SENT_ON, "15:20")):
        sent = services.send_up(by=bench.lead, cause=cause, org=school.parent, sentence=told.ASKS)
    with as_if(bench.calendar.at(told.ANSWERED_ON, "10:00")):
        answer = bench.calendar.told(told.ANSWER)
        services.answer_sent(by=bench.users[told.KEEPER], sent=sent, state="accepted", answer=answer)


def _aim(bench: Bench) -> None:
    aim = Aim.objects.get(inquiry=bench.inquiry)
    with as_if(bench.calendar.at(told.LINKED_ON, "15:10")):
        facts = {name: getattr(aim, name) for name in WHOLE}
        services.set_aim(by=bench.lead, inquiry=bench.inquiry, headcount=told.STUDENTS, **facts)
        services.answer_outside(
            by=bench.lead, inquiry=bench.inquiry, version=None, outside=told.OUTSIDE, outside_skipped=""
        )


def _ideas(bench: Bench, causes: dict[str, Cause]) -> None:
    by, prizes, monday = bench.lead, bench.ideas["prizes"], bench.ideas["monday"]
    with as_if(bench.calendar.at(told.LINKED_ON, "15:20")):
        rests = [causes[told.SAID_AGAIN], causes[told.FOUND_CAUSE]]
        services.connect_causes(by=by, part=bench.ideas["hours"], causes=rests)
    with as_if(bench.calendar.at(told.IDEAS_ON, "15:20")):
        choosing.change_facts(by=by, idea=prizes, version=None, offered=True, students=True)
        choosing.go_on(by=by, idea=prizes, reason=told.GOES_ON)
        choosing.change_facts(by=by, idea=monday, version=None, offered=True, adults=True, schedule=True)
