"""The quick log, and what it becomes."""

import datetime
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.models import Cycle, Entry
from aimwell.contexts.cycles.queries import cycle_view, ramp
from aimwell.contexts.cycles.quick import services
from aimwell.contexts.cycles.quick.models import Tried
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit

YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)


def url(name, *args):
    return reverse(f"quick:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def tried(ana, team):
    return services.log_tried(by=ana, team=team, text="Partners wrote one word first", tried_on=YESTERDAY)


@pytest.mark.ac("S1 R-37")
def test_one_line_saves_and_the_same_twice_makes_one(page, ana, team):
    assert "For example" in words(page(ana, url("tried", team.pk)))
    sent = {"text": "Seats by choice", "key": str(uuid.uuid4())}
    page(ana, url("tried", team.pk), sent)
    page(ana, url("tried", team.pk), sent)
    row = Tried.objects.get()
    assert (row.text, row.tried_on) == ("Seats by choice", timezone.localdate())


def test_a_phone_that_was_offline_hears_where_to_go_or_what_is_missing(client, ana, team):
    client.force_login(ana)
    sent = {"text": "Seats by choice", "key": str(uuid.uuid4())}
    answer = client.post(url("tried", team.pk), sent, headers={"X-Outbox": "1"})
    assert answer.json() == {"next": url("tried", team.pk)}
    answer = client.post(url("tried", team.pk), {"text": ""}, headers={"X-Outbox": "1"})
    assert (answer.status_code, answer.json()["words"]) == (422, "This line is needed.")


@pytest.mark.ac("S1 R-37")
def test_it_becomes_a_cycle_that_says_that_nothing_was_predicted(page, ana, inquiry, tried):
    page(ana, url("make_cycle", tried.pk), {"inquiry": inquiry.pk})
    cycle = Cycle.objects.get()
    assert (cycle.origin, cycle.state, cycle.kind, cycle.inquiry) == ("quick", "doing", "", inquiry)
    assert cycle.locked_at is not None
    entry = Entry.objects.get()
    assert (entry.kind, entry.text, entry.happened_on) == ("observation", tried.text, YESTERDAY)
    shown = words(page(ana, reverse("cycles:cycle", args=[cycle.pk])))
    assert "No prediction recorded" in shown
    assert "It began as a quick note" in shown
    assert "It is cycle 1 now" in words(page(ana, url("tried", tried.owner_team_id)))
    page(ana, url("make_cycle", tried.pk), {"inquiry": inquiry.pk})
    assert Cycle.objects.count() == 1


@pytest.mark.ac("S1 R-37")
def test_everything_that_reads_a_prediction_copes_without_one(page, ana, inquiry, tried):
    cycle = services.make_cycle(by=ana, tried=tried, inquiry=inquiry)
    cycle = cycles.begin_study(by=ana, cycle=cycle)
    assert page(ana, reverse("cycles:cycle", args=[cycle.pk])).status_code == 200
    answers = {"result": 9, "result_out_of": 24, "learned": "They need a model", "decision": "adapt"}
    more = {"decision_reason": "Few began", "what_changes": "A model first"}
    done = cycles.finish(by=ana, cycle=cycle, version=cycle.version, **answers, **more)
    assert (done.cycle.state, done.successor.state) == ("done", "draft")
    view = cycle_view(ana, cycle.pk)
    assert (view.predicted, view.found, view.line) == ("", "", "No prediction recorded")
    assert ramp(ana, inquiry).shown.drawing()
    for address in (
        reverse("cycles:cycle", args=[cycle.pk]), reverse("cycles:list", args=[inquiry.owner_team_id]),
        reverse("cycles:ramp", args=[inquiry.pk]), reverse("reports:sheet", args=[inquiry.owner_team_id]),
        reverse("reports:today", args=[inquiry.owner_team_id]),
    ):  # fmt: skip
        assert page(ana, address).status_code == 200


def test_without_an_effort_it_has_no_aim_yet(ana, tried):
    cycle = services.make_cycle(by=ana, tried=tried)
    assert str(cycle.inquiry) == "Not tied to an aim yet"


def test_words_change_and_a_line_is_set_aside_and_back(page, ana, team, tried):
    page(ana, url("change", tried.pk), {"text": "Two words", "tried_on": YESTERDAY.isoformat(), "version": "1"})
    tried.refresh_from_db()
    assert tried.text == "Two words"
    with pytest.raises(StaleEdit):
        services.change_tried(by=ana, tried=tried, version=1, text="Three words")
    page(ana, url("aside", tried.pk), {})
    assert "Bring back" in words(page(ana, url("tried", team.pk)))
    page(ana, url("restore", tried.pk), {})
    tried.refresh_from_db()
    assert tried.ended_at is None


def test_what_the_log_asks_for(ana, stranger, team):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    for asked, code in (({"text": " "}, "words_needed"), ({"text": "x", "tried_on": tomorrow}, "future_date")):
        with pytest.raises(Refused) as refused:
            services.log_tried(by=ana, team=team, **asked)
        assert refused.value.code == code
    with pytest.raises(NotAllowed):
        services.log_tried(by=stranger, team=team, text="x")


def test_the_log_stays_flat(page, ana, team, inquiry, tried, django_assert_num_queries):
    services.make_cycle(by=ana, tried=tried, inquiry=inquiry)
    page(ana, url("tried", team.pk))
    with CaptureQueriesContext(connection) as few:
        page(ana, url("tried", team.pk))
    for number in range(5):
        one = services.log_tried(by=ana, team=team, text=f"Try {number}")
        if number % 2:
            services.make_cycle(by=ana, tried=one, inquiry=inquiry)
    with django_assert_num_queries(len(few)):
        page(ana, url("tried", team.pk))


def test_a_refused_line_comes_back_with_its_day(page, ana, team):
    answer = page(ana, url("tried", team.pk), {"text": " ", "tried_on": YESTERDAY.isoformat()})
    assert answer.status_code == 422
    assert f'value="{YESTERDAY.isoformat()}"' in answer.content.decode()
    assert f'value="{timezone.localdate().isoformat()}"' in words(page(ana, url("tried", team.pk)))


def test_a_refused_change_comes_back_as_a_change_of_the_same_line(page, ana, tried):
    sent = {"text": "Two words", "tried_on": "2999-01-01", "version": "1"}
    answer = page(ana, url("change", tried.pk), sent)
    assert answer.status_code == 422
    form = answer.content.decode().split("<form")
    [asked] = [one for one in form if 'value="Two words"' in one]
    assert f'action="{url("change", tried.pk)}"' in asked
    assert 'name="version" value="1"' in asked
    assert "data-outbox" not in asked
