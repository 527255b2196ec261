"""A theory with a supported cause, two ideas, a measure and a finished cycle."""

import datetime
from types import SimpleNamespace

import pytest
from django.utils import timezone

from aimwell.contexts.cycles.services import begin_study, draft_cycle, finish, start_do
from aimwell.contexts.measures.services import create_measure, put_value
from aimwell.contexts.theory.noticing import services as noticing
from aimwell.contexts.theory.practices import services as practices
from aimwell.contexts.theory.predicting import services as predicting
from aimwell.contexts.theory.processes import services as processes
from aimwell.contexts.theory.services import (
    add_bone,
    add_cause,
    add_evidence,
    add_part,
    connect_causes,
    set_aim,
    start_inquiry,
)
from aimwell.contexts.theory.voices import services as voices
from aimwell.contexts.theory.voices.models import Grouping

DAY = datetime.date(2026, 11, 16)


@pytest.fixture
def work(ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few give a reason")
    bone = add_bone(by=ana, inquiry=inquiry, name="Time")
    cause = add_cause(by=ana, bone=bone, text="We ask for talk before time to think")
    evidence = add_evidence(by=ana, inquiry=inquiry, text="8 seconds of wait", cause=cause)
    measure = create_measure(by=ana, team=team, name="Explains")
    put_value(by=ana, measure=measure, on=DAY, numerator=8, denominator=24)
    aim = set_aim(by=ana, inquiry=inquiry, what="explain their reasoning", target=65, measure=measure)
    driver = add_part(by=ana, inquiry=inquiry, kind="primary", text="Everyone has a way in")
    idea = add_part(by=ana, inquiry=inquiry, kind="idea", text="A quiet minute", parents=[driver], causes=[cause])
    prizes = add_part(by=ana, inquiry=inquiry, kind="idea", text="Prizes")
    cycle = draft_cycle(
        by=ana, inquiry=inquiry, idea=idea, measure=measure, try_what="One minute in Room 12", kind="at_least", low=12,
        out_of=24, look_on=DAY,
    )  # fmt: skip
    cycle = begin_study(by=ana, cycle=start_do(by=ana, cycle=cycle))
    cycle = finish(
        by=ana, cycle=cycle, version=cycle.version, result=8, result_out_of=24, learned="They stop after a line.",
        decision="adopt", decision_reason="It helps to begin.",
    ).cycle  # fmt: skip
    return SimpleNamespace(
        inquiry=inquiry, cause=cause, evidence=evidence, measure=measure, aim=aim, driver=driver, idea=idea,
        prizes=prizes, cycle=cycle,
    )  # fmt: skip


@pytest.fixture
def around(ana, team, work):
    """One of everything that lies before a cause, tied to the cause of the idea that was tried, and a practice."""
    inquiry, bone = work.inquiry, work.cause.bone
    goal = noticing.add_goal(by=ana, team=team, text="Raise results by 5 points", set_by="The district")
    noticing.match_goal(by=ana, goal=goal, inquiries=[inquiry])
    interview = voices.add_interview(
        by=ana, inquiry=inquiry, role="aide", group="support", held_on=DAY, consent="given"
    )
    theme = voices.add_quote(by=ana, interview=interview, new_theme="No time to think").theme
    voices.link_theme(by=ana, theme=theme, cause=work.cause)
    grouping = voices.start_grouping(by=ana, inquiry=inquiry, question="What makes it hard to speak?")
    category = voices.add_category(by=ana, grouping=grouping, name="Too fast")
    Grouping.objects.update(opened_at=timezone.now())
    category.refresh_from_db()
    voices.link_category(by=ana, category=category, cause=work.cause)
    process = processes.start_process(by=ana, inquiry=inquiry, name="A turn in class")
    step = processes.add_step(by=ana, process=process, text="We ask", kind="start")
    processes.add_look(by=ana, step=step, on=DAY, looks=40, breaks=9)
    step = processes.make_cause_of_step(by=ana, step=step, bone=bone, text="The first hand goes up at once")
    board = predicting.open_board(by=ana, inquiry=inquiry, question="Who speaks last?")
    prediction = predicting.predict(by=ana, board=board, text="The newest students", test="talk by month")
    predicting.share_board(by=ana, board=board)
    predicting.close_board(by=ana, board=board)
    prediction = predicting.record_result(
        by=ana, prediction=prediction, version=None, result="supported", note="9 of 12"
    )
    prediction = predicting.make_cause_of(by=ana, found=prediction, bone=bone)
    practice = practices.add_practice(by=ana, inquiry=inquiry, text="Talk cards", effect="helps")
    connect_causes(by=ana, part=work.idea, causes=[work.cause, step.became, prediction.became])
    return SimpleNamespace(
        goal=goal, interview=interview, theme=theme, grouping=grouping, process=process, prediction=prediction,
        practice=practice,
    )  # fmt: skip
