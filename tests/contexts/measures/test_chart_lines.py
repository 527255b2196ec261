"""Where the middle line of a chart comes from, and counts over their school days: settings of the measure."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from aimwell.contexts.measures import services
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.queries import chart_of, chart_page, measure_page, measures_of
from aimwell.core.history.queries import events_of
from aimwell.domain.errors import Refused

FIRST = datetime.date(2025, 9, 1)
BY_HAND = {"line_from": "given", "line_value": 12.5, "line_source": "State average 2026"}
SETTINGS = {"chart": "run", "rules": "anhoej", "line_from": "own", "line_value": "", "line_source": ""}
QUERIES_SETTINGS, QUERIES_MEASURE = 6, 8


def week(number):
    return FIRST + datetime.timedelta(weeks=number)


@pytest.fixture
def counts(ana, team, put):
    """Referrals of 60 weeks: 24 in the first eight, 20, then 15 in a new school year; three days off in one of them."""
    made = services.create_measure(by=ana, team=team, name="Referrals", unit="count", direction="down")
    levels = [24] * 8 + [20] * 40 + [15] * 12
    rows = "".join(f"{week(n)}\t{level + n % 2}\n" for n, level in enumerate(levels))
    put(f"date\tvalue\n{rows}", into=made)
    services.annotate(
        by=ana, measure=made, kind="break", label="Thanksgiving", starts_on=datetime.date(2025, 11, 26),
        ends_on=datetime.date(2025, 11, 28),
    )  # fmt: skip
    return made


def stored(measure):
    return Measure.objects.get(pk=measure.pk)


def choose(by, measure, **settings):
    services.choose_chart(by=by, measure=measure, **{"chart": "run", "rules": "anhoej"} | settings)
    return stored(measure)


# School days


def test_counts_stand_over_their_school_days_in_every_view(ana, team, counts):
    chosen = choose(ana, counts, chart="c", per_session=True)
    assert chosen.chart == "u"  # each count has a size now
    readings = [
        chart_of(ana, chosen).reading,
        measure_page(ana, chosen).chart.reading,
        measures_of(ana, team)[0].reading,
        chart_page(ana, chosen).preview.reading,
    ]
    assert len(set(readings)) == 1
    points = {point.on: point for point in readings[0].points}
    assert (points[week(0)].numerator, points[week(0)].denominator, points[week(0)].value) == (24, 5, 4.8)
    assert (points[week(12)].numerator, points[week(12)].denominator) == (20, 2)
    assert points[week(12)].upper - points[week(0)].upper > 1
    assert "3.2\u00a0per school day (16 in 5 school days)." in chart_of(ana, chosen).words.latest
    assert "3.2\u00a0por día de clases" in chart_of(ana, chosen, lang="es").words.latest


def test_without_school_days_the_chart_is_one_of_plain_counts_again(ana, counts):
    chosen = choose(ana, choose(ana, counts, chart="c", per_session=True), chart="u", per_session=False)
    assert (chosen.chart, chosen.per_session) == ("c", False)
    assert chart_of(ana, chosen).reading.method.chart == "c"


def test_by_month_the_weeks_are_added_up_with_their_days(ana, counts):
    reading = chart_of(ana, choose(ana, counts, per_session=True), period="month").reading
    november = reading.points[2]
    assert (november.numerator, november.denominator) == (sum(20 + n % 2 for n in (9, 10, 11, 12)), 17)


def test_rooms_are_added_up_before_they_stand_over_their_days(ana, team, put):
    rooms = services.create_measure(by=ana, team=team, name="Late", unit="count")
    put("date\troom\tn\n" + "".join(f"{week(n)}\t{room}\t4\n" for n in range(6) for room in ("A", "B")), into=rooms)
    chosen = choose(ana, rooms, per_session=True, **BY_HAND)
    together = chart_of(ana, chosen).reading
    assert {(point.numerator, point.denominator) for point in together.points} == {(8, 5)}
    one = chart_of(ana, chosen, chosen.series.first()).reading
    assert {(point.numerator, point.denominator) for point in one.points} == {(4, 5)}
    assert (together.method.centre, one.method.centre) == ("given", "median")  # the line is one for the sum of all


def test_school_days_are_offered_where_they_make_sense(ana, team, counts, put, page):
    assert "Show each count per school day" in page(ana, f"/measures/{counts.pk}/chart/").content.decode()
    services.end_annotation(by=ana, annotation=counts.annotations.get())
    html = page(ana, f"/measures/{counts.pk}/chart/").content.decode()
    assert "Show each count per school day" not in html
    assert "Mark the days without school on the chart first." in html
    shares = services.create_measure(by=ana, team=team, name="Present")
    put("date\tyes\tn\n" + "".join(f"{week(n)}\t20\t24\n" for n in range(5)), into=shares)
    assert "per school day" not in page(ana, f"/measures/{shares.pk}/chart/").content.decode()


@pytest.mark.parametrize("fields", [{"unit": "percent"}, {"unit": "count", "period": "day"}])
def test_school_days_need_a_count_by_week_or_month(ana, team, fields):
    made = services.create_measure(by=ana, team=team, name="Other", **fields)
    with pytest.raises(Refused, match="sessions_need_counts"):
        choose(ana, made, per_session=True)
    with pytest.raises(Refused, match="sessions_need_counts"):
        services.create_measure(by=ana, team=team, name="Another", per_session=True, **fields)
    assert list(Measure.objects.values_list("name", "per_session")) == [("Other", False)]


def test_a_measure_that_is_counted_otherwise_later_shows_its_numbers_as_they_are(ana, counts):
    chosen = choose(ana, counts, per_session=True)
    services.change_measure(by=ana, measure=chosen, version=chosen.version, unit="number")
    reading = chart_of(ana, stored(counts)).reading
    assert (reading.method.per_session, reading.points[0].value) == (False, 24)


# The line


def test_a_line_set_by_hand_stands_with_its_source(ana, counts, page):
    html = page(ana, f"/measures/{choose(ana, counts, **BY_HAND).pk}/").content.decode()
    assert "The line was set by hand at 12.5: State average 2026." in html
    assert ">Line 12.5</text>" in html
    assert ">State average 2026</text>" in html
    assert "A new phase?" not in html  # a known line stays where it is


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"line_from": "given"}, "line_without_value"),
        ({"line_value": 12.5}, "line_without_source"),
        ({"line_value": 12.5, "line_source": "  "}, "line_without_source"),
        ({"line_value": float("nan"), "line_source": "A book"}, "line_without_value"),
        ({"line_value": -1.0, "line_source": "A book"}, "line_out_of_range"),
        ({"line_value": 101.0, "line_source": "A book", "unit": "percent"}, "line_out_of_range"),
    ],
)
def test_a_line_needs_a_number_that_fits_and_a_source(ana, counts, sent, code):
    with pytest.raises(Refused, match=code):
        services.change_measure(by=ana, measure=counts, version=counts.version, **sent)
    assert stored(counts).line_from == "own"


def test_the_database_keeps_a_line_and_its_source_together(counts):
    with pytest.raises(IntegrityError), transaction.atomic():
        Measure.objects.filter(pk=counts.pk).update(line_from="given", line_value=3)


def test_the_same_weeks_last_year_make_the_line_of_this_school_year(ana, counts, page):
    reading = chart_of(ana, choose(ana, counts, line_from="last_year")).reading
    assert [(phase.starts, phase.centre, phase.last_year) for phase in reading.phases] == [
        (week(0), 21.0, False), (week(48), 24.5, True),
    ]  # fmt: skip
    found = reading.method.last_year
    assert (found.first, found.last, found.matched) == (week(0), week(7), 8)
    html = page(ana, f"/measures/{counts.pk}/").content.decode()
    assert "The line is 24.5, from the same weeks last year" in html
    assert "New school year" in html


def test_a_line_from_last_year_is_offered_where_the_numbers_have_it(ana, team, counts, put, page):
    assert "From the same weeks or months last year" in page(ana, f"/measures/{counts.pk}/chart/").content.decode()
    young = services.create_measure(by=ana, team=team, name="Young", unit="count")
    put("date\tvalue\n" + "".join(f"{week(n)}\t{20 + n % 3}\n" for n in range(20)), into=young)
    assert "last year" not in page(ana, f"/measures/{young.pk}/chart/").content.decode()
    chosen = choose(ana, young, line_from="last_year")
    assert chart_of(ana, chosen).reading.method.centre == "median"
    html = page(ana, f"/measures/{young.pk}/").content.decode()
    assert "It needs four numbers or more from the same time last year." in html


# The page


def test_settings_are_looked_at_kept_undone_and_put_back_in_history(ana, team, counts, page, client):
    address = f"/measures/{counts.pk}/chart/"
    asked = SETTINGS | {"version": counts.version, "chart": "c", "per_session": "on"}
    asked |= {name: str(value) for name, value in BY_HAND.items()}
    looked = page(ana, address, asked | {"do": "look"}).content.decode()
    assert "Not saved yet." in looked
    assert "The line was set by hand at 12.5" in looked
    assert 'name="chart" value="u" checked' in looked
    assert (stored(counts).per_session, stored(counts).line_from) == (False, "own")
    assert page(ana, address, asked | {"do": "keep"}).status_code == 302
    kept = stored(counts)
    assert (kept.chart, kept.per_session, kept.line_from, kept.line_value, kept.line_source) == (
        "u", True, "given", 12.5, "State average 2026",
    )  # fmt: skip
    html = client.get(f"/measures/{counts.pk}/").content.decode()
    undo = f"{address}back/?chart=run&rules=anhoej&line_from=own"
    assert undo.replace("&", "&amp;") in html
    client.post(undo)
    assert (stored(counts).per_session, stored(counts).line_from) == (False, "own")
    first = events_of(counts).filter(verb="chart_set").order_by("pk").first()
    second = events_of(counts).filter(verb="chart_set").order_by("pk").last()
    history = client.get(f"/t/{team.pk}/history/").content.decode()
    assert history.count("Go back to the earlier settings") == 2
    assert "Middle line set by hand" in history
    answer = client.post(f"/t/{team.pk}/history/{second.pk}/revert/", follow=True).content.decode()
    assert "The earlier settings are back." in answer
    assert stored(counts).line_value == 12.5
    client.post(f"/t/{team.pk}/history/{first.pk}/revert/")
    assert stored(counts).line_from == "own"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"line_value": ""}, "At which number? Write it, or choose another line."),
        ({"line_value": "many"}, "Enter a number."),
        ({"line_value": "-3"}, "A count cannot be below zero."),
        ({"line_source": " "}, "Say where the number comes from, so that others can check it."),
    ],
)
def test_the_page_says_what_a_line_still_needs(ana, counts, page, sent, said):
    asked = SETTINGS | {"version": counts.version, "do": "keep", **BY_HAND} | sent
    answer = page(ana, f"/measures/{counts.pk}/chart/", asked)
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert stored(counts).line_from == "own"


def test_a_share_lies_between_0_and_100(ana, measure, put, page):
    put("date\tyes\tn\n" + "".join(f"{week(n)}\t20\t24\n" for n in range(5)))
    asked = SETTINGS | {"version": measure.version, "do": "keep", **BY_HAND, "line_value": "101"}
    answer = page(ana, f"/measures/{measure.pk}/chart/", asked)
    assert "A percentage lies between 0 and 100." in answer.content.decode()
    back = f"/measures/{measure.pk}/chart/back/?chart=run&rules=anhoej&line_from=given&line_value=101"
    assert page(ana, back, {}).status_code == 404


def test_a_number_for_a_line_that_is_not_set_by_hand_is_let_go(ana, counts, page):
    asked = SETTINGS | {"version": counts.version, "do": "keep", "line_value": "12.5", "line_source": "A book"}
    page(ana, f"/measures/{counts.pk}/chart/", asked)
    kept = stored(counts)
    assert (kept.line_from, kept.line_value, kept.line_source) == ("own", None, "")


def test_settings_need_no_more_queries(ana, counts, page, django_assert_num_queries):
    choose(ana, counts, per_session=True, **BY_HAND)
    for address, queries in (("chart/", QUERIES_SETTINGS), ("", QUERIES_MEASURE)):
        page(ana, f"/measures/{counts.pk}/{address}")
        with django_assert_num_queries(queries):
            page(None, f"/measures/{counts.pk}/{address}")


# The API


def test_the_same_settings_through_the_api(api, ana, counts):
    def at(method, path, body=None):
        return api(ana, method, path, body)

    path = f"/measures/{counts.pk}"
    answer = at(
        "patch", path, {"version": counts.version, "per_session": True, "line_value": 4, "line_source": "A book"}
    )
    made = answer.json()
    assert (made["per_session"], made["line_from"], made["line_value"], made["line_source"]) == (
        True, "given", 4.0, "A book",
    )  # fmt: skip
    method = at("GET", f"{path}/reading").json()["method"]
    assert (method["centre"], method["source"], method["per_session"]) == ("given", "A book", True)
    refused = at("PATCH", path, {"version": made["version"], "line_source": ""})
    assert (refused.status_code, refused.json()["code"]) == (422, "line_without_source")
    assert at("PATCH", path, {"version": made["version"], "line_from": "last_year"}).status_code == 200
    method = at("GET", f"{path}/reading").json()["method"]
    assert method["last_year"] == {"centre": 4.9, "first": "2025-09-01", "last": "2025-10-20", "matched": 8}


def test_the_table_says_school_days_and_the_preview_keeps_what_was_right(ana, counts, page):
    asked = SETTINGS | {"version": counts.version, "chart": "c", "per_session": "on", "do": "keep"}
    html = page(ana, f"/measures/{counts.pk}/chart/", asked | {"line_from": "given"}).content.decode()
    assert 'name="chart" value="u" checked' in html
    html = page(ana, f"/measures/{choose(ana, counts, chart='u', per_session=True).pk}/numbers/").content.decode()
    for heading in ("Count", "School days", "Per school day", "Mean", "Ordinary range"):
        assert f'<th scope="col" class="number">{heading}</th>' in html
    assert '<td class="number">15</td><td class="number">5</td>\n  <td class="number">3.0</td>' in html
