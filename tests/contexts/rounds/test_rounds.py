"""Rounds of about ninety days, and the year of a team, quarter by quarter (S4 R-45, S0 R-15)."""

import datetime
import uuid

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.rounds import queries, services
from aimwell.contexts.cycles.rounds.models import CycleRound
from aimwell.contexts.people.services import share
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit

TODAY = datetime.date(2027, 2, 9)


@pytest.fixture(autouse=True)
def _tuesday():
    with time_machine.travel(datetime.datetime(2027, 2, 9, 17, tzinfo=datetime.UTC), tick=True):
        yield


def url(name, *args):
    return reverse(f"rounds:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


def at(day):
    return time_machine.travel(datetime.datetime.combine(day, datetime.time(18), datetime.UTC), tick=False)


@pytest.fixture
def ran(ana, doing, answers):
    """`ran("Cards", first, last)`: a cycle that was started and finished on these days."""

    def make(what, first, last):
        with at(first):
            cycle = doing(try_what=what, look_on=last)
        with at(last):
            cycle = cycles.begin_study(by=ana, cycle=cycle)
            return cycles.finish(by=ana, cycle=cycle, version=None, **answers(decision="adopt")).cycle

    return make


@pytest.mark.ac("S4 R-45")
def test_a_new_round_ends_after_ninety_days_and_its_length_can_be_chosen(page, api, ana, team, inquiry):
    shown = words(page(ana, url("year", team.pk)))
    assert 'name="days" value="90"' in shown
    assert 'name="starts_on" value="2027-02-09"' in shown
    sent = {"inquiry": inquiry.pk, "starts_on": "2027-02-09", "days": "90", "key": str(uuid.uuid4())}
    for _ in "ab":
        page(ana, url("year", team.pk), sent)
    row = CycleRound.objects.get()
    assert row.ends_on == TODAY + datetime.timedelta(days=90) == datetime.date(2027, 5, 10)
    assert "February 9, 2027 to May 10, 2027, 90 days" in words(page(ana, url("year", team.pk)))
    page(ana, url("round", row.pk), {"starts_on": "2027-02-10", "days": "60", "version": row.version})
    row.refresh_from_db()
    assert row.ends_on == datetime.date(2027, 4, 11)
    made = api(ana, "POST", f"/inquiries/{inquiry.pk}/cycle-rounds", {}).json()
    assert (made["starts_on"], made["days"], made["ends_on"]) == ("2027-02-09", 90, "2027-05-10")


@pytest.mark.ac("S4 R-45")
def test_a_calendar_shows_the_cycles_of_the_year_by_quarter(page, api, ana, team, inquiry, ran, doing, draft):
    autumn = ran("Cards", datetime.date(2026, 9, 7), datetime.date(2026, 9, 25))
    both = ran("A timer", datetime.date(2026, 10, 26), datetime.date(2026, 11, 6))
    ran("Last year", datetime.date(2026, 5, 4), datetime.date(2026, 5, 8))
    open_one = doing(try_what="Rehearse", look_on=datetime.date(2027, 5, 3))
    draft(try_what="Only an idea yet")
    services.start_round(by=ana, inquiry=inquiry, starts_on=datetime.date(2026, 10, 5))
    view = queries.year_of_team(ana, team, None, "en")
    assert (view.name, [one.name for one in view.quarters]) == (
        "2026-27", ["Aug 2026 – Oct 2026", "Nov 2026 – Jan 2027", "Feb 2027 – Apr 2027", "May 2027 – Jul 2027"],
    )  # fmt: skip
    assert [[cycle.pk for cycle in one.found] for one in view.quarters] == [
        [both.pk, autumn.pk], [both.pk], [open_one.pk], [open_one.pk],
    ]  # fmt: skip
    assert [len(one.rounds) for one in view.quarters] == [1, 1, 0, 0]
    shown = words(page(ana, url("year", team.pk)))
    for told in (
        "Our year 2026-27",
        "Cards",
        "A timer",
        "Rehearse",
        "this quarter",
        "October 5, 2026 to January 3, 2027",
    ):
        assert told in shown
    assert "Only an idea yet" not in shown
    assert "Last year" not in shown
    assert "Last year" in words(page(ana, f"{url('year', team.pk)}?year=2025"))
    told = api(ana, "GET", f"/teams/{team.pk}/cycle-year").json()
    assert [one["cycles"] for one in told["quarters"]] == [[c.pk for c in one.found] for one in view.quarters]


@pytest.mark.ac("S0 R-15")
@pytest.mark.parametrize(("days", "noted"), [(30, True), (45, False), (90, False), (120, True)])
def test_a_round_outside_45_to_90_days_says_so_and_stands(page, ana, team, inquiry, days, noted, settings):
    sent = {"inquiry": inquiry.pk, "starts_on": "2027-02-09", "days": str(days)}
    assert page(ana, url("year", team.pk), sent).status_code == 302
    assert CycleRound.objects.get().days == days
    assert ("Most rounds take 45 to 90 days." in words(page(ana, url("year", team.pk)))) is noted
    settings.ROUND_SHORTEST, settings.ROUND_LONGEST = 30, 120
    assert "Most rounds take" not in words(page(ana, url("year", team.pk)))


@pytest.mark.ac("S0 R-15")
def test_cycles_inside_a_round_may_be_shorter(ana, team, inquiry, ran):
    services.start_round(by=ana, inquiry=inquiry, starts_on=datetime.date(2026, 8, 31))
    for day in (7, 14):
        ran("Cards", datetime.date(2026, 9, day), datetime.date(2026, 9, day + 4))
    first = queries.year_of_team(ana, team, 2026, "en").quarters[0]
    assert (len(first.rounds), len(first.cycles)) == (1, 2)


@pytest.mark.parametrize("days", ["0", "367", "", "many"])
def test_what_cannot_be_is_asked_again_and_nothing_is_lost(page, ana, team, inquiry, days):
    answer = page(ana, url("year", team.pk), {"inquiry": inquiry.pk, "starts_on": "2027-03-01", "days": days})
    assert answer.status_code == 422
    assert 'value="2027-03-01"' in words(answer)
    assert not CycleRound.objects.exists()
    assert page(ana, url("year", team.pk), {"inquiry": inquiry.pk, "starts_on": "", "days": "90"}).status_code == 422


def test_set_aside_and_back(page, ana, team, inquiry):
    row = services.start_round(by=ana, inquiry=inquiry)
    page(ana, url("aside", row.pk), {})
    assert "90 days</span>" not in words(page(ana, url("year", team.pk)))
    assert "This round is set aside." in words(page(ana, url("round", row.pk)))
    page(ana, url("restore", row.pk), {})
    assert CycleRound.objects.get().ended_at is None


def test_two_people_do_not_move_it_over_each_other(ana, devon, inquiry):
    row = services.start_round(by=ana, inquiry=inquiry)
    services.change_round(by=devon, row=row, version=row.version, starts_on=TODAY, days=60)
    with pytest.raises(StaleEdit):
        services.change_round(by=ana, row=row, version=row.version, starts_on=TODAY, days=45)


def test_only_the_team_plans_and_reads_it(page, api, ana, team, inquiry, stranger, readers):
    row = services.start_round(by=ana, inquiry=inquiry)
    share(by=ana, obj=inquiry, rung=Rung.PUBLIC)
    for reader in (stranger, readers["principal"]):
        assert page(reader, url("year", team.pk)).status_code in (403, 404)
        assert api(reader, "GET", f"/teams/{team.pk}/cycle-year").status_code == 404
        with pytest.raises(NotAllowed):
            services.start_round(by=reader, inquiry=inquiry)
        assert page(reader, url("aside", row.pk), {}).status_code in (403, 404)
    with pytest.raises(Refused, match="round_length"):
        services.start_round(by=ana, inquiry=inquiry, days=0)


def test_practice_stays_off_the_calendar_and_an_empty_year_teaches(page, ana, team, doing):
    doing(practice=True, try_what="A paper plane")
    shown = words(page(ana, url("year", team.pk)))
    assert "A paper plane" not in shown
    assert "January 11 to April 11, 90 days" in shown


def test_the_year_costs_the_same_for_many(page, ana, team, inquiry, doing):
    def asked():
        with CaptureQueriesContext(connection) as made:
            page(ana, url("year", team.pk))
        return len(made)

    doing(), services.start_round(by=ana, inquiry=inquiry)
    asked()
    few = asked()
    for _ in range(queries.SHOWN + 3):
        doing()
    services.start_round(by=ana, inquiry=inquiry)
    assert asked() == few
    assert "4 earlier cycles of this quarter" in words(page(ana, url("year", team.pk)))
