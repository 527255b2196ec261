"""What is proposed, watched and planned, in words."""

import datetime

import pytest

from aimwell.contexts.measures import services
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.queries import chart_of
from aimwell.contexts.measures.queries.false_signals import expected_signals, expected_words
from aimwell.contexts.measures.queries.foresight import held_gain, plan_of, proposed_phase

FIRST = datetime.date(2026, 1, 5)
BEFORE = [30, 33, 29, 34, 31, 28, 33, 30]


def week(number):
    return FIRST + datetime.timedelta(weeks=number)


@pytest.fixture
def minutes(ana, team, put):
    """A chart of minutes with these values, and a phase from the ninth on where asked."""

    def make(values, phase=None, **more):
        fields = {"unit": "number", "unit_name": "minutes", "direction": "up", **more}
        made = services.create_measure(by=ana, team=team, name="Minutes", **fields)
        put("date\tvalue\n" + "".join(f"{week(n)}\t{value}\n" for n, value in enumerate(values)), into=made)
        if phase is not None:
            services.annotate(by=ana, measure=made, kind="phase", label="Begun", starts_on=week(phase))
        return chart_of(ana, Measure.objects.get(pk=made.pk))

    return make


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ([40, 43, 41, 44], "The new level since Mar 2 is too young to tell whether it holds. Keep counting."),
        (
            [40, 43, 41, 44, 42, 39, 43, 41, 40, 43],
            "The gain since Mar 2 holds so far: the values stay around 41.5\xa0minutes.",
        ),
        (
            [40, 43, 41, 44, 42, 39, 43, 41, *[50] * 12],
            "has gone further: the last twelve values are above 41.5\xa0minutes.",
        ),
        ([40, 43, 41, 44, 42, 39, 43, 41, *[38] * 12], "is slipping: the last 13 values are below 41.5\xa0minutes"),
        ([40, 43, 41, 44, 42, 39, 43, 41, *[31] * 12], "values are below 41.5\xa0minutes, nearer to 30.5\xa0minutes"),
        ([20, 23, 21, 24], ""),
    ],
)
def test_a_gain_is_watched(minutes, after, words):
    said = held_gain(minutes([*BEFORE, *after], phase=8))
    assert (words in said) if words else not said


def test_a_plan_follows_the_spread_of_plain_numbers(minutes):
    chart = minutes(BEFORE + BEFORE)
    assert plan_of(chart, None).words == ""
    assert plan_of(chart, None).to == "33.5"
    soon, late = plan_of(chart, 40).words, plan_of(chart, 36).words
    assert soon.startswith("A move from 30.5\xa0minutes to 40\xa0minutes, with ups and downs as before. If the change")
    assert "it shows after eight weeks in half of the cases, and after nine weeks in four of five." in soon
    assert "it shows after nine weeks in half of the cases, and after 13 weeks in four of five." in late
    assert "would mostly stay unseen in 40 points." in plan_of(chart, 30.6).words


def test_nothing_is_planned_from_too_little(minutes):
    assert plan_of(minutes(BEFORE[:3]), 40.0) is None
    assert "out of reach" in plan_of(minutes([30] * 12), 40.0).words
    assert plan_of(minutes(BEFORE + BEFORE, direction="down"), None).to == "27.4"


def test_a_proposal_that_was_looked_at_does_not_come_back(ana, minutes):
    chart = minutes([*BEFORE, 30, 32, *[40, 43, 41, 44, 42, 39, 43, 41, 42, 40]])
    found = proposed_phase(chart, [])
    assert found.day == str(week(10))
    assert "So few values make only a trial line." in found.words
    far, near = (
        services.annotate(by=ana, measure=chart.measure, kind="no_phase", label="Seen", starts_on=day)
        for day in (week(4), week(11))
    )
    assert proposed_phase(chart, [far]) == found
    assert proposed_phase(chart, [near]) is None
    services.choose_chart(by=ana, measure=chart.measure, chart="i", rules="western_electric")
    assert proposed_phase(chart_of(ana, Measure.objects.get(pk=chart.measure.pk)), []).day == found.day


def test_expected_false_signals_add_up_over_the_charts_of_a_page(ana, minutes):
    chart = minutes(BEFORE + BEFORE + BEFORE)
    reading = chart.reading
    one, three = expected_signals([reading], "nelson"), expected_signals([reading] * 3, "nelson")
    assert three == pytest.approx(3 * one)
    assert expected_words([reading], "nelson") == f"Expected false signals on this page: about {one:.2f}."


def test_the_page_says_on_which_values_its_rate_was_measured(ana, measure, put, page):
    put("date\tyes\tn\n" + "".join(f"{week(n)}\t{8 + n % 3}\t24\n" for n in range(20)))
    measured = "Measured on groups of 40 with shares around one half."
    address = f"/measures/{measure.pk}/chart/"
    assert measured not in page(ana, address).content.decode()
    Measure.objects.update(chart="p")
    assert measured in page(ana, address).content.decode()


def test_a_short_chart_expects_almost_no_signal(minutes):
    assert expected_words([minutes(BEFORE[:3]).reading], "anhoej") == (
        "Expected false signals on this page: fewer than 0.01."
    )


LAST_YEAR = datetime.date(2025, 2, 3)
TWO_YEARS = [30, 33, 29, 34, 31, 28, 33, 30, 32, 29, 31, 30]


@pytest.fixture
def two_years(ana, team, put):
    """Minutes of twelve weeks from February 2025 on, and of `later` weeks from September 1, 2025 on."""

    def make(later):
        made = services.create_measure(by=ana, team=team, name="Minutes", unit="number", unit_name="minutes")
        days = [LAST_YEAR + datetime.timedelta(weeks=n) for n in (*range(12), *range(30, 30 + later))]
        values = (TWO_YEARS * 2)[: len(days)]
        put("date\tvalue\n" + "".join(f"{on}\t{one}\n" for on, one in zip(days, values, strict=True)), into=made)
        return Measure.objects.get(pk=made.pk)

    return make


def test_a_new_school_year_is_proposed_with_its_reason(ana, two_years, page, client):
    made = two_years(9)
    html = page(ana, f"/measures/{made.pk}/").content.decode()
    assert "The counts of a new school year begin on Sep 1" in html
    way = f"/measures/{made.pk}/point/2025-09-01/?by=week&amp;phase=1#new-phase"
    assert way in html
    opened = client.get(way.replace("&amp;", "&")).content.decode()
    assert "A new school year begins near here." in opened
    assert 'value="New school year"' in opened
    assert (
        'value="New school year"' not in client.get(f"/measures/{made.pk}/point/2025-09-08/?phase=1").content.decode()
    )
    client.post(f"/measures/{made.pk}/point/2025-09-01/no-phase/")
    assert way not in client.get(f"/measures/{made.pk}/").content.decode()


def test_a_young_school_year_and_one_with_a_phase_need_no_proposal(ana, two_years):
    assert proposed_phase(chart_of(ana, two_years(7)), []) is None
    full = two_years(9)
    phase = services.annotate(by=ana, measure=full, kind="phase", label="New team", starts_on=datetime.date(2025, 9, 8))
    assert proposed_phase(chart_of(ana, full), []).day == "2025-09-01"
    assert proposed_phase(chart_of(ana, full), [phase]) is None


def test_the_page_says_the_same_weeks_last_year(ana, measure, put, page):
    days = [LAST_YEAR + datetime.timedelta(weeks=n) for n in (*range(12), *range(52, 60))]
    put("date\tyes\tn\n" + "".join(f"{on}\t{9 + n % 3}\t24\n" for n, on in enumerate(days)))
    address = f"/measures/{measure.pk}/"
    assert "The same weeks last year: a middle of 42\xa0%." in page(ana, address).content.decode()


def test_the_page_says_nothing_of_last_year_without_it(ana, measure, put, page):
    put(f"date\tyes\tn\n{FIRST}\t9\t24\n")
    assert "last year" not in page(ana, f"/measures/{measure.pk}/").content.decode()
