"""What stands in the way, who clears it, and what got better (S1 R-59)."""

import datetime as dt

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.support.services import ask_support
from aimwell.contexts.meetings.barriers import queries, services
from aimwell.contexts.meetings.barriers.models import Barrier, BarrierDays
from aimwell.contexts.meetings.services import add_meeting
from aimwell.contexts.people.models import Membership, TeamRole
from aimwell.contexts.people.services import start_team
from aimwell.contexts.theory.services import start_inquiry
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit

TODAY = dt.date(2027, 2, 9)
BELL = "The bell rings in the quiet minute"


@pytest.fixture(autouse=True)
def _tuesday():
    with time_machine.travel(dt.datetime(2027, 2, 9, 15, 0, tzinfo=dt.UTC), tick=True):
        yield


def url(name, *args):
    return reverse(f"barriers:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


def ago(days):
    return TODAY - dt.timedelta(days)


@pytest.mark.ac("S1 R-59")
def test_one_line_is_enough_and_it_has_its_owner_day_and_state(ana, team, page):
    assert "The bell rings in the middle of the quiet minute." in words(page(ana, url("log", team.pk)))  # the example
    page(ana, url("log", team.pk), {"text": BELL})
    row = Barrier.objects.get()
    assert (row.text, row.owner, row.since, row.stands) == (BELL, None, TODAY, "open")
    page(ana, url("log", team.pk), {"text": "No room", "owner_words": "principal", "since": ago(20).isoformat()})
    told = words(page(ana, url("log", team.pk)))
    assert "principal clears it" in told
    assert "20 days" in told
    assert "nobody named yet" in told
    assert told.index("No room") < told.index(BELL)  # the longest first


@pytest.mark.ac("S1 R-59")
def test_what_is_cleared_is_told_as_what_got_better(ana, team, page):
    row = services.log_barrier(by=ana, team=team, text=BELL, owner_words="the principal", since=ago(6))
    page(ana, url("say", row.pk, "clearing"), {})
    assert "somebody is on it" in words(page(ana, url("log", team.pk)))
    page(ana, url("say", row.pk, "cleared"), {"how": "It is off from 9 to 10"})
    told = words(page(ana, url("log", team.pk)))
    assert "Cleared in 6 days by the principal: It is off from 9 to 10" in told
    assert "In the way now" not in told
    page(ana, url("say", row.pk, "clearing"), {})  # undo
    row.refresh_from_db()
    assert (row.stands, row.how, row.settled_on) == ("clearing", "", None)
    verbs = list(
        Event.objects.filter(target_type="barriers.barrier", target_id=row.pk)
        .order_by("pk")
        .values_list("verb", flat=True)
    )
    assert verbs == ["created", "barrier_clearing", "barrier_cleared", "barrier_clearing"]


@pytest.mark.ac("S1 R-59")
def test_undo_leads_back_to_where_it_stood(ana, team, client):
    row = services.log_barrier(by=ana, team=team, text=BELL)
    services.say_barrier(by=ana, barrier=row, stands="clearing")
    client.force_login(ana)
    answer = client.post(url("say", row.pk, "cleared"), {"how": "Off"}, follow=True)
    assert url("say", row.pk, "clearing") in answer.content.decode()


def test_the_team_can_live_with_it_and_say_why(ana, team, page):
    row = services.log_barrier(by=ana, team=team, text=BELL)
    asked = page(ana, url("say", row.pk, "kept"), {"how": " "})
    assert asked.status_code == 422
    page(ana, url("say", row.pk, "kept"), {"how": "The hall shares one bell"})
    told = words(page(ana, url("log", team.pk)))
    assert "We live with it: The hall shares one bell" in told
    page(ana, url("say", row.pk, "open"), {})
    assert Barrier.objects.get().stands == "open"


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"stands": "gone"}, "unknown_choice"),
        ({"stands": "cleared"}, "reason_needed"),
        ({"stands": "cleared", "how": "x", "on": TODAY + dt.timedelta(1)}, "barrier_day"),
        ({"stands": "cleared", "how": "x", "on": ago(30)}, "barrier_day"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(ana, team, sent, code):
    row = services.log_barrier(by=ana, team=team, text=BELL, since=ago(3))
    with pytest.raises(Refused) as refused:
        services.say_barrier(by=ana, barrier=row, **sent)
    assert refused.value.code == code


def test_a_day_ahead_a_foreign_cycle_and_no_words_are_refused(ana, team, page, stranger):
    other = start_team(by=stranger, name="Other")
    cycle = cycles.draft_cycle(by=stranger, inquiry=start_inquiry(by=stranger, team=other, problem="x"), try_what="y")
    for facts in (
        {"text": BELL, "since": TODAY + dt.timedelta(1)}, {"text": " "}, {"text": BELL, "cycle": cycle},
        {"text": BELL, "owner": stranger},
        {"text": BELL, "asked": ask_support(by=stranger, team=other, kind="other", text="z")},
    ):  # fmt: skip
        with pytest.raises(Refused):
            services.log_barrier(by=ana, team=team, **facts)
    asked = page(ana, url("log", team.pk), {"text": BELL, "since": "2027-02-10"})
    assert asked.status_code == 422
    assert "The day cannot lie ahead" in words(asked)
    assert BELL in words(asked)
    assert not Barrier.objects.exists()


def test_a_barrier_points_at_what_was_asked_for_and_at_its_cycle(ana, team, page):
    asked = ask_support(by=ana, team=team, kind="other", text="Move the bell in our hall")
    cycle = cycles.draft_cycle(by=ana, inquiry=start_inquiry(by=ana, team=team, problem="x"), try_what="y")
    page(ana, url("log", team.pk), {"text": BELL, "asked": asked.pk, "cycle": cycle.pk})
    told = words(page(ana, url("log", team.pk)))
    assert "asked: Move the bell in our hall" in told
    assert reverse("cycles:cycle", args=[cycle.pk]) in told


def test_two_who_change_it_at_once_do_not_overwrite_each_other(ana, devon, team, page):
    row = services.log_barrier(by=ana, team=team, text=BELL)
    services.change_barrier(by=devon, barrier=row, version=row.version, text="The bell, each morning")
    with pytest.raises(StaleEdit):
        services.change_barrier(by=ana, barrier=row, version=row.version, text="The bells")
    answer = page(ana, url("change", row.pk), {"text": "The bells", "version": row.version})
    assert answer.status_code == 409
    now = Barrier.objects.get()
    page(ana, url("change", row.pk), {"text": "The bells", "owner": devon.pk, "version": now.version})
    now.refresh_from_db()
    assert (now.text, now.owner) == ("The bells", devon)


def test_the_same_key_writes_one_line(ana, team, page):
    sent = {"text": BELL, "key": "3f0c9a52-7f0d-4f0e-9d2f-1de0d5a6c001"}
    for _ in range(2):
        page(ana, url("log", team.pk), sent)
    assert Barrier.objects.count() == 1


def test_set_aside_and_back(ana, team, page):
    row = services.log_barrier(by=ana, team=team, text=BELL)
    page(ana, url("aside", row.pk), {})
    assert queries.Log(ana, team).standing == []
    assert "Bring it back" in words(page(ana, url("log", team.pk)))
    page(ana, url("restore", row.pk), {})
    assert len(queries.Log(ana, team).standing) == 1


@pytest.mark.ac("S1 R-59")
def test_the_owner_sees_on_today_what_has_stood_longer_than_the_team_chose(ana, devon, team, page):
    services.log_barrier(by=ana, team=team, text=BELL, owner=devon, since=ago(15))
    services.log_barrier(by=ana, team=team, text="Fresh", owner=devon, since=ago(14))
    today = reverse("reports:today", args=[team.pk])
    told = words(page(devon, today))
    assert "Still in the way" in told
    assert "It has stood for 15 days." in told
    assert "Fresh" not in told.split("What changed")[0]
    assert "overdue" not in told.lower()
    assert BELL not in words(page(ana, today)).split("What changed")[0]
    page(ana, url("days", team.pk), {"days": "20", "version": "0"})
    assert "It has stood for" not in words(page(devon, today))
    page(ana, url("days", team.pk), {"days": "10", "version": str(BarrierDays.objects.get().version)})
    assert "It has stood for 14 days." in words(page(devon, today))


def test_the_number_of_days_is_checked(ana, team):
    for days in (0, 366):
        with pytest.raises(Refused):
            services.set_barrier_days(by=ana, team=team, days=days)
    assert queries.days_of(ana, team) == (14, 0)
    services.set_barrier_days(by=ana, team=team, days=7, version=0)
    with pytest.raises(StaleEdit):
        services.set_barrier_days(by=ana, team=team, days=9, version=0)


@pytest.mark.ac("S1 R-59")
def test_a_sponsor_who_is_named_sees_this_line_and_nothing_else(ana, team, person, page):
    pat = person("Pat Principal")
    Membership.objects.create(team=team, user=pat, name="Pat Principal", role=TeamRole.SPONSOR)
    services.log_barrier(by=ana, team=team, text=BELL, owner=pat, since=ago(30))
    services.log_barrier(by=ana, team=team, text="Our own affair", since=ago(30))
    for address in (reverse("reports:today", args=[team.pk]), reverse("participation:support")):
        told = words(page(pat, address))
        assert BELL in told
        assert "Our own affair" not in told
    assert page(pat, url("log", team.pk)).status_code == 404
    Membership.objects.filter(user=pat).update(ended=TODAY)
    assert BELL not in words(page(pat, reverse("participation:support")))


@pytest.mark.ac("S1 R-59")
def test_the_next_meeting_shows_what_stands_long_and_takes_it_on_its_agenda(ana, team, page):
    meeting = add_meeting(by=ana, team=team, kind="huddle", on=dt.date(2027, 2, 11))
    row = services.log_barrier(by=ana, team=team, text=BELL, since=ago(15))
    services.log_barrier(by=ana, team=team, text="Fresh")
    shown = reverse("meetings:meeting", args=[meeting.pk])
    told = words(page(ana, shown))
    assert BELL in told
    assert "Fresh" not in told
    for _ in range(2):
        page(ana, url("agenda", row.pk), {"meeting": meeting.pk})
    titles = [item.title for item in meeting.items.all()]
    assert (titles.count(BELL), titles[-1], len(titles)) == (1, BELL, 5)  # after the four parts of every huddle
    assert "on the agenda" in words(page(ana, shown))
    services.say_barrier(by=ana, barrier=row, stands="cleared", how="Off")
    with pytest.raises(Refused):
        services.put_on_agenda(by=ana, barrier=row, meeting=meeting)


@pytest.mark.ac("S1 R-59")
def test_nobody_but_the_team_sees_the_log_or_changes_it(ana, team, readers, page, api):
    row = services.log_barrier(by=ana, team=team, text=BELL, since=ago(40))
    for name, user in readers.items():
        if name == "member" or user is None or not user.is_authenticated:
            continue
        assert page(user, url("log", team.pk)).status_code == 404, name
        assert BELL not in words(page(user, reverse("participation:support"))), name
        assert api(user, "GET", f"/teams/{team.pk}/barriers").status_code == 404, name
        assert api(user, "POST", f"/barriers/{row.pk}/say", {"stands": "clearing"}).status_code == 404, name
        with pytest.raises((NotAllowed, NotFound)):
            services.say_barrier(by=user, barrier=row, stands="clearing")
    row.refresh_from_db()
    assert row.stands == "open"


@pytest.mark.ac("S1 R-59")
def test_programs_do_the_same(ana, devon, team, api):
    place = Membership.objects.get(user=devon, team=team)
    made = api(ana, "POST", f"/teams/{team.pk}/barriers", {"text": BELL, "owner": place.pk, "since": str(ago(3))})
    assert made.status_code == 201
    told = made.json()
    assert (told["who"], told["days"], told["stands"]) == ("Devon Park", 3, "open")
    at = f"/barriers/{told['id']}"
    changed = api(ana, "PATCH", at, {"text": "The bells", "version": told["version"]}).json()
    assert (changed["text"], changed["who"]) == ("The bells", "Devon Park")
    assert api(ana, "PATCH", at, {"text": "x", "version": 99}).status_code == 409
    said = api(ana, "POST", f"{at}/say", {"stands": "cleared", "how": "Off"}).json()
    assert (said["stands"], said["settled_on"]) == ("cleared", str(TODAY))
    assert api(ana, "GET", f"/teams/{team.pk}/barriers").json()["count"] == 1
    assert api(ana, "PUT", f"/teams/{team.pk}/barrier-days", {"days": 10}).json()["days"] == 10
    assert api(ana, "GET", f"/teams/{team.pk}/barrier-days").json() == {"days": 10, "version": 1}


def test_the_page_costs_the_same_however_much_is_stored(ana, team, page, django_assert_num_queries):
    def more(number):
        for n in range(number):
            services.log_barrier(by=ana, team=team, text=f"One {n}", owner=ana)
            row = services.log_barrier(by=ana, team=team, text=f"Two {n}", owner=ana)
            services.say_barrier(by=ana, barrier=row, stands="cleared", how="So")

    more(1)
    page(ana, url("log", team.pk))
    with django_assert_num_queries(13):
        page(ana, url("log", team.pk))
    more(6)
    with django_assert_num_queries(13):
        page(ana, url("log", team.pk))


def test_a_settled_barrier_has_its_day(ana, team):
    row = services.log_barrier(by=ana, team=team, text=BELL)
    with pytest.raises(IntegrityError), transaction.atomic():
        Barrier.objects.filter(pk=row.pk).update(stands="cleared")
