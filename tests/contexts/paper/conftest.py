"""An inquiry of Ana's team in which every tool holds something."""

import datetime
from types import SimpleNamespace

import pytest

from aimwell.contexts.people.equity.services import define_equity
from aimwell.contexts.theory import services as theory
from aimwell.contexts.theory.choosing import services as choosing
from aimwell.contexts.theory.coherence.services import answer_question
from aimwell.contexts.theory.noticing import services as noticing
from aimwell.contexts.theory.practices import services as practices
from aimwell.contexts.theory.predicting import services as predicting
from aimwell.contexts.theory.processes import services as processes
from aimwell.contexts.theory.voices import services as voices

DAY, SEEN = datetime.date(2026, 1, 5), datetime.date(2026, 2, 6)


@pytest.fixture
def inquiry(ana, team):
    return theory.start_inquiry(
        by=ana, team=team, problem="One in eight miss Wednesday", for_whom="600 students", how_known="10 weeks counted"
    )


@pytest.fixture
def world(ana, team, inquiry):
    """Sage's attendance (S4 L94-L96): the cause lies in the short Wednesday and the bus."""
    theory.add_evidence(by=ana, inquiry=inquiry, text="Absences by weekday", source="Office records")
    theory.add_perspective(by=ana, inquiry=inquiry, role="aunt of a rider", text="The ride is longer than the day")
    bone = theory.add_bone(by=ana, inquiry=inquiry, name="Timetable")
    cause = theory.add_cause(by=ana, bone=bone, text="Wednesday is short")
    why = theory.add_cause(by=ana, bone=bone, parent=cause, text="Staff meet on Wednesday")
    theory.set_aim(by=ana, inquiry=inquiry, what="come on Wednesday", for_whom="our far riders", target=95)
    driver = theory.add_part(by=ana, inquiry=inquiry, kind="primary", text="A full day is worth the trip")
    idea = theory.add_part(by=ana, inquiry=inquiry, kind="idea", text="Meet on Monday", parents=[driver])
    interview = voices.add_interview(
        by=ana, inquiry=inquiry, role="bus driver", group="support", held_on=DAY, consent="given",
        notes="He sighed at the gate",
    )  # fmt: skip
    voices.add_quote(by=ana, interview=interview, new_theme="The long ride", text="Two hours for four")
    voices.say_who_took_part(
        by=ana, inquiry=inquiry, version=0, development="Three riders drew their way",
        adoption="The student council has a vote",
    )  # fmt: skip
    board = voices.start_grouping(by=ana, inquiry=inquiry, question="Why stay home?")
    voices.put_in_responses(by=ana, grouping=board, texts=["My bus is late", "It is only half a day"])
    practices.add_practice(by=ana, inquiry=inquiry, text="Attendance prizes", effect="worsens")
    practices.calibrate(by=ana, inquiry=inquiry, version=0, problem="Half days lose riders")
    practices.add_source(by=ana, inquiry=inquiry, title="A study of half days")
    question = predicting.open_board(by=ana, inquiry=inquiry, question="Which day is lowest?")
    predicting.predict(by=ana, board=question, text="Monday is lowest", test="absences by day")
    work = processes.start_process(by=ana, inquiry=inquiry, name="A Wednesday morning")
    processes.add_step(by=ana, process=work, text="The bus leaves", kind="start")
    answer_question(by=ana, inquiry=inquiry, question="aim", state="clear", text="It says how much")
    choosing.change_facts(by=ana, idea=idea, version=0, how_to="Ask the office for Mondays", helps="Far riders")
    choosing.add_commitment(by=ana, idea=idea, what="Ask the bus company")
    proposal = choosing.propose_idea(by=ana, idea=idea)
    choosing.answer_proposal(by=ana, proposal=proposal, stand="concern", concern="Who covers Mondays?")
    noticing.notice(by=ana, team=team, text="Buses leave before homework help", what="3 of 5 days", seen_on=SEEN)
    goal = noticing.add_goal(by=ana, team=team, text="Raise attendance by 2 points", set_by="The county")
    noticing.match_goal(by=ana, goal=goal, inquiries=[inquiry])
    define_equity(by=ana, place=team, version=0, text="No rider comes in vain", justice="The timetable changes")
    theory.add_stage(by=ana, inquiry=inquiry, level="district", starts_on=DAY, note="One timetable for all buses")
    theory.add_indicator(by=ana, inquiry=inquiry, name="Riders come on Wednesday", expected_on=DAY, owner="Devon")
    choosing.park_thought(by=ana, inquiry=inquiry, text="A second bus", source="a parent evening", revisit_on=SEEN)
    return SimpleNamespace(inquiry=inquiry, cause=cause, why=why, idea=idea, board=question)
