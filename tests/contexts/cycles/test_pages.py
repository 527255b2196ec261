"""Pages: who sees what, what they say, and how many queries they take."""

import datetime
import json
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.models import Cycle, Entry
from aimwell.contexts.theory.services import add_part


def url(name, *args):
    return reverse(f"cycles:{name}", args=args)


def text(response):
    return " ".join(response.content.decode().split())


def test_a_new_team_reads_a_worked_example(page, ana, team, inquiry):
    shown = text(page(ana, url("list", team.pk)))
    assert "No cycle yet" in shown
    assert "<strong>We predict</strong> 12 or more of 24 give a reason." in shown
    assert url("new", inquiry.pk) in shown


def test_draft_start_and_study_through_the_pages(page, ana, inquiry):
    typed = {"try_what": "Desk cards", "kind": "at_least", "low": "12", "out_of": "24", "unit_name": "students speak"}
    page(ana, url("new", inquiry.pk), {**typed, "look_on": "2027-01-29", "key": str(uuid.uuid4())})
    cycle = Cycle.objects.get()
    assert (cycle.try_what, cycle.kind, cycle.low, cycle.out_of) == ("Desk cards", "at_least", 12, 24)
    assert page(ana, url("start", cycle.pk), {"version": "1", "reason": "We count on Friday"}).status_code == 302
    shown = text(page(ana, url("cycle", cycle.pk)))
    assert "<strong>We predict 12 or more of 24</strong> students speak" in shown
    assert "Locked" in shown


def test_the_idea_to_test_is_not_typed_again(page, ana, inquiry):
    idea = add_part(by=ana, inquiry=inquiry, kind="idea", text="A quiet minute")
    assert 'value="A quiet minute"' in text(page(ana, f"{url('new', inquiry.pk)}?idea={idea.pk}"))
    for odd in ("99", "x", "9" * 30):
        assert page(ana, f"{url('new', inquiry.pk)}?idea={odd}").status_code == 200


def test_sending_the_new_form_twice_drafts_one_cycle(page, ana, inquiry):
    typed = {"try_what": "Desk cards", "kind": "at_least", "key": str(uuid.uuid4())}
    answers = [page(ana, url("new", inquiry.pk), typed) for _ in "ab"]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Cycle.objects.count() == 1


@pytest.mark.ac("S1 R-25")
def test_a_draft_with_one_line_says_what_do_still_needs(page, ana, inquiry):
    page(ana, url("new", inquiry.pk), {"try_what": "Desk cards", "kind": "at_least"})
    shown = text(page(ana, url("cycle", Cycle.objects.get().pk)))
    assert "what we predict" in shown
    assert "when we will look" in shown
    assert "Finish the plan" in shown


@pytest.mark.ac("S1 R-26")
@pytest.mark.parametrize(
    ("plan", "hint"),
    [
        ({"kind": "event", "low": None, "out_of": None, "event": "Students like it more"}, "A number or a range"),
        ({"kind": "direction", "low": None, "out_of": None, "trend": "up"}, "By how much?"),
        ({}, None),
    ],
)
def test_a_hint_is_for_the_writers_only(page, ana, draft, plan, hint):
    soon = timezone.localdate() + datetime.timedelta(days=7)
    shown = text(page(ana, url("cycle", draft(look_on=soon, **plan).pk)))
    assert (hint in shown) if hint else ('class="hint"' not in shown)


def test_a_prediction_that_does_not_add_up_is_asked_beside_the_field(page, ana, inquiry):
    typed = {"try_what": "Desk cards", "kind": "at_least", "low": "30", "out_of": "24"}
    answer = page(ana, url("new", inquiry.pk), typed)
    assert answer.status_code == 422
    assert "The number is larger than the whole group." in text(answer)
    assert 'value="30"' in text(answer)
    assert Cycle.objects.count() == 0


def test_script_in_text_is_shown_as_text(page, ana, doing):
    cycle = doing(try_what="<script>alert(1)</script>", who_where="<b>Room</b>")
    services.add_entry(by=ana, cycle=cycle, text="<img src=x onerror=alert(1)>")
    shown = text(page(ana, url("cycle", cycle.pk)))
    assert "<script>alert(1)" not in shown
    assert "<img src=x" not in shown
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown


@pytest.mark.parametrize(("count", "out_of"), [("-3", "24"), ("25", "24"), ("", "24"), ("1e9", "24"), ("x", "")])
def test_a_count_that_does_not_fit_is_asked_again(page, ana, doing, count, out_of):
    cycle = doing()
    answer = page(ana, url("entry", cycle.pk), {"kind": "count", "count": count, "out_of": out_of})
    assert answer.status_code == 422
    assert Entry.objects.count() == 0


@pytest.mark.ac("S1 R-29")
def test_planned_and_received_counts_are_said(page, ana, doing):
    cycle = doing(planned_counts=4)
    for count in (7, 8):
        services.add_entry(by=ana, cycle=cycle, kind="count", count=count, out_of=24, place="Room 12")
    services.add_entry(by=ana, cycle=cycle, kind="missed", text="Fire drill", place="Room 12")
    shown = text(page(ana, url("cycle", cycle.pk)))
    assert "2 of 4 planned counts came in" in shown
    assert "1 planned count is not in yet." in shown
    assert "No count.</strong> Fire drill" in shown


@pytest.mark.ac("S1 R-30")
def test_study_shows_prediction_beside_result_and_asks_what_it_taught(page, ana, studying):
    cycle = studying()
    services.save_study(by=ana, cycle=cycle, version=None, result=8, result_out_of=24)
    shown = text(page(ana, url("cycle", cycle.pk)))
    assert "Lower than predicted: 8 of 24; you predicted 12 or more." in shown
    assert "What did you learn that you did not know on" in shown


@pytest.mark.ac("S1 R-27")
def test_an_amendment_stands_beside_the_original_in_study(page, ana, studying):
    cycle = studying()
    change = {"kind": "at_least", "low": 10, "out_of": 22, "unit_name": "students give a reason"}
    services.amend_prediction(by=ana, cycle=cycle, reason="Two moved away", **change)
    shown = text(page(ana, url("cycle", cycle.pk)))
    assert "We predict 12 or more of 24" in shown
    assert "10 or more of 22 students give a reason" in shown
    assert "because: Two moved away" in shown


def test_finish_says_beside_the_fields_what_is_missing(page, ana, studying):
    cycle = studying()
    answer = page(ana, url("finish", cycle.pk), {"decision": "adapt", "version": cycle.version})
    assert answer.status_code == 422
    shown = text(answer)
    for missing in ("the result, or why it was not collected", "what you learned", "why", "what will be different"):
        assert f"Still missing: {missing}." in shown


@pytest.mark.ac("S1 R-36")
def test_a_cycle_entered_in_one_sitting_says_so(page, ana, finished):
    shown = text(page(ana, url("cycle", finished(decision="adopt").cycle.pk)))
    assert "Written afterwards, in one sitting" in shown


@pytest.mark.ac("S1 R-33")
def test_the_ramp_shows_links_and_reasons(page, ana, inquiry, finished):
    finished(decision="adapt")
    shown = text(page(ana, url("ramp", inquiry.pk)))
    assert "8 of 24; predicted 12 or more" in shown
    assert "because: The card helps them begin." in shown
    assert "Open cycle 2" in shown


@pytest.mark.ac("S1 R-34")
def test_a_missed_prediction_is_never_called_failed(page, ana, inquiry, finished):
    done = finished(decision="abandon").cycle
    for address in (url("cycle", done.pk), url("ramp", inquiry.pk), url("list", inquiry.owner_team_id)):
        shown = text(page(ana, address)).lower()
        assert "fail" not in shown
        assert "error" not in shown


def test_a_stranger_finds_nothing(page, stranger, team, inquiry, doing):
    cycle = doing()
    entry = services.add_entry(by=cycle.created_by, cycle=cycle, text="x")
    for name, pk in (
        ("list", team.pk),
        ("new", inquiry.pk),
        ("ramp", inquiry.pk),
        ("cycle", cycle.pk),
        ("tally", cycle.pk),
    ):
        assert page(stranger, url(name, pk)).status_code == 404
    for name in (
        "start",
        "amend",
        "entry",
        "taps",
        "begin_study",
        "study",
        "finish",
        "learning",
        "set_aside",
        "restore",
    ):
        assert page(stranger, url(name, cycle.pk), {"key": str(uuid.uuid4())}).status_code == 404
    assert page(stranger, url("entry_set_aside", entry.pk), {}).status_code == 404
    assert list(Cycle.objects.values_list("version", "state", "ended_at")) == [(cycle.version, "doing", None)]
    assert Entry.objects.get().ended_at is None


def test_a_coach_reads_what_is_open_and_changes_nothing(page, ana, person, team, doing):
    from aimwell.contexts.people.models import CoachAssignment
    from aimwell.contexts.people.services import share
    from aimwell.domain.access import Rung

    coach, cycle = person("Imani Cole"), doing()
    CoachAssignment.objects.create(team=team, user=coach)
    share(by=ana, obj=cycle, rung=Rung.COACH)
    shown = page(coach, url("cycle", cycle.pk))
    assert shown.status_code == 200
    assert "Add to Do" not in text(shown)
    for name in ("entry", "begin_study", "set_aside"):
        answer = page(coach, url(name, cycle.pk), {"kind": "observation", "text": "x"})
        assert answer.status_code == 403
    assert cycle.entries.count() == 0
    assert Cycle.objects.get().state == "doing"


def test_a_cycle_set_aside_is_offered_back(page, ana, draft):
    cycle = draft()
    page(ana, url("set_aside", cycle.pk), {})
    shown = text(page(ana, url("list", cycle.owner_team_id)))
    assert url("restore", cycle.pk) in shown
    page(ana, url("restore", cycle.pk), {})
    assert Cycle.objects.get().ended_at is None


def test_taps_answer_a_phone_in_words(page, ana, doing, finished):
    cycle = doing()
    key, tap = str(uuid.uuid4()), {"key": str(uuid.uuid4()), "yes": True, "at": "2027-01-12T15:00:00Z"}
    sent = {"key": key, "place": "Room 14", "expected": "26", "taps": json.dumps([tap]), "finish": "1"}
    answers = [page(ana, url("taps", cycle.pk), sent, HTTP_X_OUTBOX="1").json() for _ in "ab"]
    assert [(answer["count"], answer["out_of"]) for answer in answers] == [(1, 1), (1, 1)]
    bad = page(ana, url("taps", cycle.pk), {**sent, "taps": "[1]"}, HTTP_X_OUTBOX="1")
    assert (bad.status_code, bad.json()) == (422, {"words": "These taps cannot be read."})
    closed = finished(decision="adopt").cycle
    late = page(ana, url("taps", closed.pk), {**sent, "key": str(uuid.uuid4())}, HTTP_X_OUTBOX="1")
    assert late.status_code == 422
    assert "does not fit where the cycle stands" in late.json()["words"]


def many(ana, cycle, n):
    for at in range(n):
        services.add_entry(by=ana, cycle=cycle, kind="count", count=at, out_of=24, place=f"Room {at}", seen_by="Rosa")
        services.amend_prediction(by=ana, cycle=cycle, reason="x", kind="at_least", low=at, out_of=24)


def queries(client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_the_cycle_page_takes_the_same_queries_however_much_is_in_it(client, ana, doing, finished):
    client.force_login(ana)
    cycle, counted = doing(), []
    for n in (1, 8):
        many(ana, cycle, n)
        for _ in range(n):
            finished(decision="adapt")
        counted.append(queries(client, url("cycle", cycle.pk)))
    assert counted[0] == counted[1] <= MOST_QUERIES


def test_lists_take_the_same_queries_however_many_cycles(client, ana, inquiry, finished):
    client.force_login(ana)
    counted = []
    for n in (1, 6):
        for _ in range(n):
            finished(decision="adapt")
        addresses = (url("list", inquiry.owner_team_id), url("ramp", inquiry.pk))
        counted.append([queries(client, address) for address in addresses])
    assert counted[0] == counted[1]
    assert max(counted[0]) <= MOST_QUERIES


MOST_QUERIES = 24
