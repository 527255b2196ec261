"""Clauses of the sources that no other test names: what is shown beside what, in which order, and what counts alike."""

import datetime
from pathlib import Path

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

import aimwell
from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.conditions.queries import school_card
from aimwell.contexts.cycles.ledger.queries import craft_of, mine
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries import cycle_view, ramp_whole
from aimwell.contexts.cycles.quick import services as quick
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.models import PartKind
from aimwell.contexts.theory.services import add_part, start_inquiry
from aimwell.domain.access import Rung

LEARNED = "They read the card, then stop after one sentence."


def text(response):
    return " ".join(response.content.decode().split())


def url(name, *args):
    return reverse(f"cycles:{name}", args=args)


@pytest.mark.ac("S1 R-30")
def test_study_shows_prediction_target_result_gap_and_asks_for_the_learning(page, api, ana, studying):
    cycle = studying()
    services.save_study(by=ana, cycle=cycle, version=None, result=8, result_out_of=24)
    shown = text(page(ana, url("cycle", cycle.pk)))
    assert "We predict 12 or more of 24" in shown
    assert "Lower than predicted: 8 of 24; you predicted 12 or more. The gap: 4." in shown
    assert 'name="learned"' in shown
    assert api(ana, "GET", f"/cycles/{cycle.pk}").json()["gap"] == "The gap: 4."
    services.save_study(by=ana, cycle=cycle, version=None, result=14, result_out_of=24)
    assert "The gap" not in text(page(ana, url("cycle", cycle.pk)))


@pytest.mark.ac("S1 R-32")
def test_abandon_closes_the_thread_and_keeps_its_learning(page, ana, inquiry, finished):
    done = finished(decision="abandon")
    assert (done.successor, Cycle.objects.count()) == (None, 1)
    assert LEARNED in text(page(ana, url("cycle", done.cycle.pk)))
    [view] = ramp_whole(ana, inquiry)
    assert (view.next, view.one_shot) == (None, False)
    assert "Open cycle" not in text(page(ana, url("ramp", inquiry.pk)))


@pytest.mark.ac("S1 R-36")
def test_the_team_sees_the_day_it_happened_and_the_day_it_was_written(page, api, ana, doing):
    happened = datetime.date(2027, 1, 14)
    with time_machine.travel(datetime.datetime(2027, 1, 28, 17, tzinfo=datetime.UTC), tick=False):
        cycle = doing()
        services.add_entry(by=ana, cycle=cycle, text="Argued in Spanish", happened_on=happened)
        services.add_entry(by=ana, cycle=cycle, text="Read it aloud")
        shown = text(page(ana, url("cycle", cycle.pk)))
    late, today = [part.split("</li>")[0] for part in shown.split('<li id="entry-')[1:]]
    assert "Jan 14" in late
    assert "Written Jan 28." in late
    assert "Written" not in today
    told = api(ana, "GET", f"/cycles/{cycle.pk}/entries").json()["items"][0]
    assert (told["happened_on"], told["created_at"][:10]) == ("2027-01-14", "2027-01-28")


@pytest.mark.ac("S0 R-13")
def test_a_change_after_the_start_is_a_second_version_with_author_and_day_beside_the_first(page, ana, devon, doing):
    with time_machine.travel(datetime.datetime(2027, 1, 20, 17, tzinfo=datetime.UTC), tick=False):
        cycle = doing()
        change = {"kind": "at_least", "low": 10, "out_of": 22, "unit_name": "students"}
        services.amend_prediction(by=devon, cycle=cycle, reason="Two moved away", **change)
        services.begin_study(by=ana, cycle=cycle)
        shown = text(page(ana, url("cycle", cycle.pk)))
    assert "We predict 12 or more of 24" in shown
    assert "Changed Jan 20 by Devon Park:</strong> 10 or more of 22 students" in shown
    assert "The prediction was changed on the way" not in shown
    second = cycle.amendments.get()
    assert (second.created_by, timezone.localdate(second.created_at)) == (devon, datetime.date(2027, 1, 20))


@pytest.mark.ac("S0 R-14")
@pytest.mark.ac("S1 R-33")
def test_a_chain_of_three_is_shown_in_order_with_what_each_taught(page, api, ana, inquiry, idea, finished, answers):
    first = finished({"idea": idea}, decision="adapt", what_changes="A sentence starter")
    before, plan = first.successor, {"kind": "at_least", "low": 12, "out_of": 24, "look_on": datetime.date(2027, 2, 26)}
    for decision in ("repeat", "adopt"):
        services.change_plan(by=ana, cycle=before, version=None, **plan)
        started = services.begin_study(by=ana, cycle=services.start_do(by=ana, cycle=before))
        done = services.finish(by=ana, cycle=started, version=None, **answers(result=13, decision=decision))
        before = done.successor
    shown = text(page(ana, url("ramp", inquiry.pk)))
    listed = shown[shown.index('<ol class="thread"') : shown.index("</ol>", shown.index('<ol class="thread"'))]
    places = [listed.index(f"Cycle {number}") for number in (1, 2, 3)]
    assert places == sorted(places)
    assert [act in listed for act in ("Adapt", "Repeat", "Adopt")] == [True] * 3
    assert "Three linked cycles" in shown
    [thread] = api(ana, "GET", f"/inquiries/{inquiry.pk}/ramp").json()["threads"]
    assert [(step["cycle"]["number"], step["why"]) for step in thread["steps"]] == [(1, ""), (2, LEARNED), (3, LEARNED)]


PLAN = {
    "try_what": "Starters on desk cards", "look_on": "2027-01-29", "kind": "range", "low": 12, "high": 18, "out_of": 24,
    "unit_name": "students give a reason", "chance": 70, "because": "Room 14", "who_where": "Room 12",
    "count_what": "Reasons", "planned_counts": 12, "question": "Do cards help?", "steps": "1. Hand out.",
    "who_counts": "Devon", "level": "school", "size": "few", "rooms": 3, "meant_for": 50,
}  # fmt: skip
STUDIED = {
    "result": 8, "result_out_of": 24, "learned": LEARNED, "surprised_by": "They sang", "reached": 40,
    "benefited": "Most", "not_benefited": "Two", "assumption": "A card is enough", "decision": "adapt",
    "decision_object": "steps", "decision_reason": "It helps", "what_changes": "A minute", "decided_by": "Ana",
    "students": "Grade 5", "setting": "Math", "circumstances": "Partners",
}  # fmt: skip
ENTRIES = [
    {"kind": "surprise", "text": "They argued in Spanish", "place": "Room 12", "happened_on": "2026-11-12"},
    {"kind": "count", "count": 8, "out_of": 24, "place": "Room 12", "happened_on": "2026-11-13", "seen_by": "Rosa"},
]


@pytest.mark.ac("S0 R-12")
def test_all_fields_go_out_and_come_in_again_elsewhere(api, ana, team, inquiry):
    """What a program reads of a cycle, it can write into another effort; read again, every field is the same."""

    def write(at, plan, entries, study):
        made = api(ana, "POST", f"/inquiries/{at.pk}/cycles", plan).json()
        path = f"/cycles/{made['id']}"
        assert api(ana, "POST", f"{path}/start", {"version": made["version"], "reason": "As before"}).status_code == 200
        for entry in entries:
            assert api(ana, "POST", f"{path}/entries", entry).status_code == 201
        version = api(ana, "POST", f"{path}/begin-study").json()["version"]
        done = api(ana, "POST", f"{path}/finish", {"version": version, **study})
        assert done.status_code == 200, done.json()
        return path

    def read(path):
        whole = api(ana, "GET", path).json()
        rows = api(ana, "GET", f"{path}/entries").json()["items"]
        keep = [{name: row[name] for name in (*ENTRIES[1], "text")} for row in rows]
        return {name: whole[name] for name in PLAN}, keep, {name: whole[name] for name in STUDIED}

    out = read(write(inquiry, PLAN, ENTRIES, STUDIED))
    assert (out[0], out[2]) == (PLAN, STUDIED)
    assert [{name: row[name] for name in sent} for row, sent in zip(out[1], ENTRIES, strict=True)] == ENTRIES
    elsewhere = start_inquiry(by=ana, team=team, problem="The same, written once more")
    assert read(write(elsewhere, *out)) == out


@pytest.mark.ac("S0 R-17")
@pytest.mark.ac("S1 R-34")
def test_abandoned_counts_like_adopted_in_every_tally(ana, person, readers, draft, answers):
    """Two efforts of one team, alike but for the decision: the same counts, the same habits, the same mark."""
    told = []
    for decision in ("adopt", "abandon"):
        lead = person(f"Lead {decision}")
        from integration.readers import make_team

        team = make_team(lead)
        effort = start_inquiry(by=lead, team=team, problem="Few explain")
        idea = add_part(by=lead, inquiry=effort, kind=PartKind.IDEA, text="Cards")
        plan = {"kind": "at_least", "low": 12, "out_of": 24, "look_on": "2027-01-29", "idea": idea, "chance": 70}
        cycle = services.start_do(by=lead, cycle=services.draft_cycle(by=lead, inquiry=effort, try_what="x", **plan))
        cycle = services.begin_study(by=lead, cycle=cycle)
        cycle = services.finish(by=lead, cycle=cycle, version=None, **answers(decision=decision)).cycle
        share(by=lead, obj=cycle, rung=Rung.SCHOOL)
        cycle = Cycle.objects.get(pk=cycle.pk)
        idea.refresh_from_db()
        view, [thread] = cycle_view(lead, cycle.pk), ramp_whole(lead, effort)
        craft, ledger = craft_of(view), mine(lead).ledger
        told.append(
            (
                idea.tests, idea.settings_held, thread.outline.thread.finished, thread.depth, view.mark, craft.count,
                [row.habit.name for row in craft.open if row.habit.name != "next"], ledger.all, ledger.brier,
            )
        )  # fmt: skip
    adopted, abandoned = told
    assert adopted == abandoned


def test_a_school_counts_an_abandoned_cycle_as_a_finished_one(ana, team, readers, finished):
    for decision in ("adopt", "abandon"):
        share(by=ana, obj=finished(decision=decision).cycle, rung=Rung.SCHOOL)
    team.refresh_from_db()
    card = school_card(readers["principal"], team.org.pk, "en")
    assert card.lengths[team.pk] == [1, 1]


@pytest.mark.ac("S0 R-16")
def test_no_page_no_message_and_no_answer_speaks_of_fidelity(page, ana, finished):
    """There is nothing that could be a fidelity score: neither the word nor a field for it."""
    home = Path(aimwell.__file__).parent
    asked = [path for kind in ("*.html", "*.po", "*.js") for path in home.rglob(kind)]
    asked += [*home.glob("domain/words/**/*.py"), *home.rglob("models.py"), *home.rglob("shapes.py")]
    assert len(asked) > 300
    found = [path for path in asked if any(word in path.read_text().lower() for word in ("fidelity", "fidelidad"))]
    assert found == []


@pytest.mark.ac("S0 R-19")
def test_a_cycle_that_a_teacher_began_alone_is_linked_to_the_team_s_theory_later(ana, devon, team, inquiry, idea):
    cycle = quick.begin_loose(by=devon, team=team, try_what="Call before eight")
    assert cycle.created_by == devon
    plan = {"kind": "event", "event": "Three families answer", "look_on": "2027-01-29"}
    cycle = services.start_cycle(by=devon, cycle=services.change_plan(by=devon, cycle=cycle, version=None, **plan))
    [moved] = quick.attach(by=devon, cycle=cycle, inquiry=inquiry)
    linked = services.change_plan(by=devon, cycle=moved, version=None, idea=idea)
    assert (linked.inquiry, linked.idea, linked.locked_by) == (inquiry, idea, devon)


@pytest.mark.ac("S0 R-50")
def test_all_that_a_meeting_does_can_be_done_without_it(page, ana, devon, team, inquiry, idea, studying):
    """No clock runs: what surprised us, keep or change, the next test, who does what, notes, a cause and a number."""
    cycle = studying()
    meeting = meetings.add_meeting(by=ana, team=team, kind="huddle", on=timezone.localdate())
    page(devon, url("entry", cycle.pk), {"kind": "surprise", "text": "They argue in Spanish first"})
    page(devon, url("entry", cycle.pk), {"kind": "count", "count": "8", "out_of": "24", "place": "Room 14"})
    page(devon, reverse("meetings:notes", args=[meeting.pk]), {"notes": "Room 14 ran out of time.", "version": "1"})
    page(devon, reverse("meetings:decide", args=[meeting.pk]), {"text": "Print cards", "owner": devon.pk})
    decided = {"result": "8", "result_out_of": "24", "learned": "Cards help", "decision": "adapt", "version": ""}
    decided |= {"decision_reason": "They begin", "what_changes": "A quiet minute", "version": str(cycle.version)}
    assert page(devon, url("finish", cycle.pk), decided).status_code == 302
    after = cycle.successors.get()
    plan = {"try_what": after.try_what, "kind": "at_least", "low": "16", "out_of": "24", "look_on": "2027-02-19"}
    plan |= {"why_follows": after.why_follows, "version": str(after.version)}
    assert page(devon, url("plan", after.pk), plan).status_code == 302
    page(devon, url("start", after.pk), {"version": str(after.version + 1), "reason": "We see it every day"})
    after.refresh_from_db()
    meeting.refresh_from_db()
    assert (after.state, after.locked_by, meeting.started_at) == ("doing", devon, None)
    assert meeting.notes == "Room 14 ran out of time."
    assert [one.owner for one in meeting.decisions.all()] == [devon]
    assert set(cycle.entries.values_list("created_by__name", flat=True)) == {"Devon Park"}
