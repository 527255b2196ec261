"""Process maps: steps in a list, where they go, counts at them, and a cause from a step that often breaks."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aimwell.contexts.theory.models import Cause
from aimwell.contexts.theory.processes import services
from aimwell.contexts.theory.processes.models import Step
from aimwell.contexts.theory.processes.queries import ProcessView, _reading
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.domain.errors import Refused, StaleEdit

DAY = datetime.date(2026, 11, 2)


def url(name, *args):
    return reverse(f"processes:{name}", args=args)


def words(answer):
    return " ".join(answer.content.decode().split())


def opened_map(reader, process):
    return ProcessView(process, inquiry_view(reader, process.inquiry_id))


@pytest.fixture
def talk(ana, inquiry):
    return services.start_process(by=ana, inquiry=inquiry, name="Partner talk")


@pytest.fixture
def steps(ana, talk):
    made = [
        services.add_step(by=ana, process=talk, text=text, kind=kind)
        for text, kind in (
            ("The task is read", "start"), ("Students think", "step"), ("Has everyone an idea?", "decision"),
            ("Partners say why", "step"), ("Both gave a reason", "end"),
        )
    ]  # fmt: skip
    made[2] = services.change_step(
        by=ana, step=made[2], version=None, text=made[2].text, kind="decision", else_to=made[1], no_label="not yet"
    )
    return made


@pytest.mark.ac("S2 R-11")
def test_a_map_is_made_on_one_page_and_comes_as_picture_and_text(page, ana, inquiry):
    made = page(ana, url("processes", inquiry.pk), {"name": "Partner talk"})
    address = made["Location"]
    for text, kind, owner in (("Read", "start", "teacher"), ("Idea?", "decision", ""), ("Done", "end", "")):
        page(ana, address + "steps/", {"text": text, "kind": kind, "owner": owner})
    told = words(page(ana, address))
    assert "Idea?” has one way out only" in told
    start, idea, done = Step.objects.order_by("position")
    page(ana, url("step", idea.pk), {
        "text": "Idea?", "kind": "decision", "else_to": start.pk, "no_label": "not yet", "version": idea.version
    })  # fmt: skip
    text = page(ana, url("txt", start.process_id)).content.decode()
    assert "1. Start: Read (teacher)" in text
    assert "not yet: goes to 1" in text
    assert page(ana, url("svg", start.process_id)).content.startswith(b"<svg")
    assert page(ana, url("png", start.process_id)).content.startswith(b"\x89PNG")
    assert "has one way out" not in words(page(ana, address))
    assert done.kind == "end"


def test_steps_are_put_in_moved_set_aside_and_brought_back(page, ana, talk, steps):
    inserted = services.add_step(by=ana, process=talk, text="Whisper it", after=steps[1])
    assert [step.text for step in talk.steps.filter(ended_at=None)][2] == "Whisper it"
    first = services.add_step(by=ana, process=talk, text="Bell", first=True)
    assert talk.steps.first() == first
    services.move_step(by=ana, step=first, by_places=100)
    assert talk.steps.last() == first
    page(ana, url("aside", "step", inserted.pk), {})
    assert not talk.steps.filter(ended_at=None, text="Whisper it").exists()
    assert "<s>Whisper it</s>" in words(page(ana, url("process", talk.pk)))
    page(ana, url("restore", "step", inserted.pk), {})
    assert talk.steps.filter(ended_at=None, text="Whisper it").exists()


def test_a_step_goes_only_where_this_map_has_a_step(ana, inquiry, steps):
    other = services.start_process(by=ana, inquiry=inquiry, name="Arrival")
    there = services.add_step(by=ana, process=other, text="Bus")
    for target, code in ((there, "not_a_step_here"), (steps[1], "goes_to_itself")):
        with pytest.raises(Refused) as refusal:
            services.change_step(by=ana, step=steps[1], version=None, text="x", kind="step", goes_to=target)
        assert refusal.value.code == code


def test_two_people_at_one_step_meet_on_the_merge_page(page, ana, devon, steps):
    services.change_step(by=devon, step=steps[1], version=steps[1].version, text="Think for a minute", kind="step")
    with pytest.raises(StaleEdit):
        services.change_step(by=ana, step=steps[1], version=steps[1].version, text="Think alone", kind="step")
    answer = page(ana, url("step", steps[1].pk), {"text": "Think alone", "kind": "step", "version": steps[1].version})
    assert answer.status_code == 409
    assert "Think for a minute" in words(answer)


@pytest.mark.ac("N-9")
def test_the_bars_are_the_counts_of_the_steps(page, api, ana, talk, steps):
    """products.md, idea 9: Pareto totals equal step counts."""
    for step, looks, breaks in ((steps[1], 40, 9), (steps[3], 40, 17), (steps[3], 20, 4), (steps[0], 40, 0)):
        services.add_look(by=ana, step=step, on=DAY, looks=looks, breaks=breaks)
    whole = api(ana, "GET", f"/processes/{talk.pk}").json()
    assert [(bar["step"], bar["breaks"]) for bar in whole["bars"]] == [
        ("4. Partners say why", 21),
        ("2. Students think", 9),
    ]
    told = words(page(ana, url("process", talk.pk)))
    assert "21 of 60 otherwise" in told
    assert "Where it goes otherwise" in told


@pytest.mark.ac("N-9")
def test_a_step_that_was_counted_on_three_days_has_a_line_over_time(page, ana, talk, steps):
    """products.md, idea 9: a run chart per step, of its own counts."""
    for days, breaks in ((0, 17), (7, 12), (7, 1), (14, 4)):
        services.add_look(by=ana, step=steps[3], on=DAY + datetime.timedelta(days=days), looks=20, breaks=breaks)
    services.add_look(by=ana, step=steps[1], on=DAY, looks=20, breaks=3)
    (line,) = opened_map(ana, talk).lines
    assert (line.name, line.days) == ("4. Partners say why", 3)
    told = page(ana, url("process", talk.pk)).content.decode()
    assert told.count('class="small-chart"') == 1
    assert "Each step over time" in told
    assert ">20</text>" in line.svg  # 4 of 20 on the last day


def test_a_step_over_time_joins_the_counts_of_one_day(ana, talk, steps):
    for breaks, looks in ((17, 20), (13, 40)):
        services.add_look(by=ana, step=steps[3], on=DAY, looks=looks, breaks=breaks)
    for days in (7, 14):
        services.add_look(by=ana, step=steps[3], on=DAY + datetime.timedelta(days=days), looks=20, breaks=0)
    assert [point.value for point in _reading(opened_map(ana, talk).rows[3].looks).points] == [50.0, 0.0, 0.0]


def test_more_breaks_than_looks_are_refused(ana, steps):
    with pytest.raises(Refused) as refusal:
        services.add_look(by=ana, step=steps[0], on=DAY, looks=3, breaks=4)
    assert refusal.value.code == "more_breaks_than_looks"


@pytest.mark.ac("S1 R-15")
def test_a_step_that_often_breaks_feeds_the_fishbone_in_one_step(page, ana, steps, bone):
    with pytest.raises(Refused) as refusal:
        services.make_cause_of_step(by=ana, step=steps[3], bone=bone, text="x")
    assert refusal.value.code == "no_counts_yet"
    services.add_look(by=ana, step=steps[3], on=DAY, looks=40, breaks=17)
    for _ in range(2):
        page(ana, url("cause", steps[3].pk), {"bone": bone.pk, "text": "We end the talk after the first voice"})
    cause = Cause.objects.get()
    assert cause.status == "supported"
    evidence = cause.evidence.get()
    assert evidence.kind == "observation"
    assert evidence.text.startswith("Partners say why: 17 of 40 otherwise")


def test_the_map_takes_the_same_number_of_queries_however_long_it_is(page, ana, talk, steps, django_assert_num_queries):
    services.add_look(by=ana, step=steps[1], on=DAY, looks=4, breaks=1)
    page(ana, url("process", talk.pk))
    with CaptureQueriesContext(connection) as few:
        page(None, url("process", talk.pk))
    for number in range(6):
        step = services.add_step(by=ana, process=talk, text=f"Step {number}")
        services.add_look(by=ana, step=step, on=DAY, looks=4, breaks=2)
    with django_assert_num_queries(len(few)):
        page(None, url("process", talk.pk))
