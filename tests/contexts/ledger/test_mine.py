"""One's own forecasts: what counts, what does not, and that nobody else can read them."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.ledger.queries import mine
from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.people.models import Membership
from aimwell.domain.access import Rung

HELD, NOT_HELD = 15, 8  # of 24, where 12 or more was predicted


@pytest.fixture
def forecasts(ana, team, inquiry):
    """`forecasts(70, 70, held=1)`: finished cycles with these chances, the first ones held."""

    def make(*chances, held=0, by=ana, **fields):
        start, now = (Cycle.objects.filter(inquiry=inquiry).count() + 1), timezone.now()
        plan = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": "students give a reason"}
        return Cycle.objects.bulk_create(
            Cycle(
                **{
                    "owner_team": team, "inquiry": inquiry, "number": start + n, "try_what": f"Try {start + n}",
                    "state": CycleState.DONE, "locked_at": now, "locked_by": by, "done_at": now, "chance": chance,
                    "result": HELD if n < held else NOT_HELD, "result_out_of": 24, "learned": "We saw.",
                    **plan, **fields,
                }
            )
            for n, chance in enumerate(chances)
        )  # fmt: skip

    return make


def test_a_finished_cycle_stands_on_the_page_of_who_locked_it(ana, devon, page, finished):
    finished({"chance": 70}, result=8)
    told = page(ana, reverse("ledger:mine")).content.decode()
    assert "12 or more of 24" in told
    assert "(7 in 10)" in told
    assert "Lower than predicted: 8 of 24" in told
    assert "1 forecast with a chance has a count so far" in told
    assert "c-chart-calibration" not in told
    assert "No finished forecast yet" in page(devon, reverse("ledger:mine")).content.decode()


def test_ten_forecasts_make_a_picture_with_a_table_and_a_sentence(ana, page, forecasts):
    forecasts(*[70] * 10, held=7)
    told = page(ana, reverse("ledger:mine")).content.decode()
    assert "By the chances you gave, about 7.0 of 10 would hold. 7 did." in told
    assert "c-chart-calibration" in told
    assert "About 7 in 10: 7 of 10 held." in told
    assert '<th scope="row">7 in 10</th><td class="number">10</td><td class="number">7</td>' in told
    assert "The mean squared distance between chance and outcome is 0.21" in told  # (7 x 0.09 + 3 x 0.49) / 10


def test_it_speaks_spanish(ana, forecasts):
    forecasts(*[70] * 10, held=7)
    with translation.override("es"):
        assert mine(ana).sentences == ["Según la seguridad que dio, se cumplirían cerca de 7.0 de 10. Se cumplieron 7."]
        assert mine(ana).page[0].said == "7 de 10"


@pytest.mark.parametrize(
    "fields",
    [
        {"practice": True},
        {"origin": "imported"},
        {"origin": "quick", "kind": ""},
        {"ended_at": timezone.now()},
        {"state": "studying"},
        {"locked_by": None},
    ],
)
def test_what_does_not_count(ana, forecasts, fields):
    forecasts(70, held=1, **fields)
    assert mine(ana).ledger.all == 0


def test_without_a_count_it_is_listed_and_weighs_nothing(ana, page, forecasts):
    forecasts(70, result=None, not_collected_because="A fire drill")
    found = mine(ana).ledger
    assert (found.all, found.counted, found.with_chance, found.brier) == (1, 0, 0, None)
    assert "No count." in page(ana, reverse("ledger:mine")).content.decode()


def test_a_range_counts_for_coverage_even_without_a_chance(ana, forecasts):
    forecasts(*[None] * 10, kind="range", low=6, high=9)
    found = mine(ana)
    assert (found.ledger.ranges, found.ledger.ranges_held, found.ledger.with_chance) == (10, 10, 0)
    assert found.sentences[-1] == "10 of 10 ranges held."


@pytest.mark.ac("S1 R-27")
def test_the_first_prediction_counts_and_the_change_stands_beside_it(ana, page, doing, answers):
    cycle = doing(chance=90)
    change = {"kind": "at_least", "low": 6, "out_of": 24, "unit_name": "students", "chance": 80}
    services.amend_prediction(by=ana, cycle=cycle, reason="Fewer came", **change)
    started = services.begin_study(by=ana, cycle=cycle)
    services.finish(by=ana, cycle=started, version=started.version, **answers(result=8))
    row = mine(ana).page[0]
    assert (row.forecast.chance, row.forecast.held) == (90, False)
    assert [(words.strong, chance) for words, chance in row.changes] == [("6 or more of 24", "8 in 10")]
    assert "Changed on the way to:" in page(ana, reverse("ledger:mine")).content.decode()


def test_who_left_a_team_takes_nothing_of_it_along(ana, devon, team, forecasts):
    forecasts(70, by=devon)
    assert mine(devon).ledger.all == 1
    Membership.objects.filter(team=team, user=devon).update(ended=datetime.date(2027, 1, 5))
    Cycle.objects.update(rung=Rung.NETWORK_UNNAMED)
    assert mine(devon).ledger.all == 0


def test_the_api_tells_one_s_own_only(ana, devon, api, forecasts):
    forecasts(*[70] * 10, held=7)
    told = api(ana, "GET", "/forecasts/summary").json()
    assert told["brier"] == pytest.approx(0.21)
    assert (told["forecasts"], told["expected"], told["held"]) == (10, 7.0, 7)
    assert told["tenths"] == [{"tenth": 7, "count": 10, "held": 7}]
    listed = api(ana, "GET", "/forecasts?limit=3").json()
    assert (listed["count"], len(listed["items"]), listed["items"][0]["chance"]) == (10, 3, 70)
    other = api(devon, "GET", "/forecasts/summary").json()
    assert (other["forecasts"], other["brier"], other["tenths"]) == (0, None, [])
    assert api(devon, "GET", "/forecasts").json()["items"] == []


def test_few_forecasts_give_no_number_in_the_api_either(ana, api, forecasts):
    forecasts(*[70] * 9, held=7)
    told = api(ana, "GET", "/forecasts/summary").json()
    assert (told["with_chance"], told["fewest"]) == (9, 10)
    assert [told[name] for name in ("held", "expected", "brier", "ranges_held")] == [None] * 4
    assert told["tenths"] == []


@pytest.mark.parametrize("stored", [1, 45])
def test_the_cost_does_not_grow(ana, forecasts, django_assert_num_queries, stored):
    forecasts(*[70] * stored)
    with django_assert_num_queries(8):
        found = mine(ana)
        assert all(row.row.url and row.said and not row.changes for row in found.page)
    assert len(found.page) == min(stored, 20)


def test_nothing_finished_shows_an_example(ana, page):
    told = page(ana, reverse("ledger:mine")).content.decode()
    assert "No finished forecast yet" in told
    assert reverse("ledger:mine") in told  # from the menu
