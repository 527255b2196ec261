"""What is proposed, watched and planned, in words."""

import datetime

import pytest

from aimwell.contexts.measures import services
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.queries import chart_of
from aimwell.contexts.measures.queries.false_signals import expected_signals, expected_words
from aimwell.contexts.measures.queries.foresight import holding_words, plan_of, proposed_phase

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
        ([40, 43, 41, 44], "It is early to say whether the new level of 42.0\xa0minutes holds. Keep counting."),
        ([40, 43, 41, 44, 42, 39, 43, 41, 40, 43], "holds so far, 2 points on."),
        ([40, 43, 41, 44, 42, 39, 43, 41, *[50] * 12], "The line has moved further: the last 12 points lie beyond"),
        ([40, 43, 41, 44, 42, 39, 43, 41, *[38] * 12], "The last 13 points lie short of the new level"),
        ([40, 43, 41, 44, 42, 39, 43, 41, *[31] * 12], "points lie nearer to the earlier 30.5\xa0minutes than"),
        ([20, 23, 21, 24], ""),
    ],
)
def test_a_gain_is_watched(minutes, after, words):
    said = holding_words(minutes([*BEFORE, *after], phase=8))
    assert (words in said) if words else not said


def test_a_plan_follows_the_spread_of_plain_numbers(minutes):
    chart = minutes(BEFORE + BEFORE)
    assert plan_of(chart, None).words == ""
    assert plan_of(chart, None).to == "33.5"
    soon, late = plan_of(chart, 40).words, plan_of(chart, 36).words
    assert soon.startswith(
        "With ups and downs as before, a move from 30.5\xa0minutes to 40\xa0minutes would show after"
    )
    assert int(soon.split("about ")[1].split()[0]) < int(late.split("about ")[1].split()[0])
    assert "would most likely not show within 40 points." in plan_of(chart, 30.6).words


def test_nothing_is_planned_from_too_little(minutes):
    assert plan_of(minutes(BEFORE[:3]), 40.0) is None
    assert "out of reach" in plan_of(minutes([30] * 12), 40.0).words
    assert plan_of(minutes(BEFORE + BEFORE, direction="down"), None).to == "27.4"


def test_a_proposal_that_was_looked_at_does_not_come_back(ana, minutes):
    chart = minutes([*BEFORE, 30, 32, *[40, 43, 41, 44, 42, 39, 43, 41, 42, 40]])
    found = proposed_phase(chart, [])
    assert found.day == str(week(10))
    assert "With fewer than 12 points the new line would be a first guess." in found.words
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
