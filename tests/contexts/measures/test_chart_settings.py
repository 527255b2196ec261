"""How a chart is made belongs to the measure: its kind, its rules, its baseline, what is left out, its phases."""

import datetime
import uuid

import pytest

from aimwell.contexts.measures import services
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.queries import chart_of, chart_page, measure_page, measures_of, point_page
from aimwell.contexts.measures.queries.possible import missing_for, numbers_of, possible
from aimwell.core.history.queries import events_of
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.spc.kinds import CHART_KINDS

FIRST = datetime.date(2026, 1, 5)
SHARES = [8, 7, 9, 8, 6, 8, 9, 7, 8, 7, 8, 9, 14, 15, 16, 14, 15, 17, 16, 15, 14, 16, 15, 17]
QUERIES_SETTINGS, QUERIES_POINT = 6, 6


def week(number):
    return FIRST + datetime.timedelta(weeks=number)


@pytest.fixture
def shares(ana, measure, put):
    put("date\tyes\tn\n" + "".join(f"{week(n)}\t{top}\t24\n" for n, top in enumerate(SHARES)))
    return measure


@pytest.fixture
def mark(ana, shares):
    def make(kind, number, last=None, **more):
        label = more.pop("label", "A fire drill")
        ends_on = None if last is None else week(last) + datetime.timedelta(days=6)
        return services.annotate(
            by=ana, measure=shares, kind=kind, label=label, starts_on=week(number), ends_on=ends_on, **more
        )

    return make


def of_point(reading, number):
    return next(point for point in reading.points if point.on == week(number))


# Settings


def test_every_view_follows_the_chart_of_the_measure(ana, team, shares):
    services.choose_chart(by=ana, measure=shares, chart="p", rules="nelson")
    chosen = Measure.objects.get(pk=shares.pk)
    readings = [
        chart_of(ana, chosen).reading,
        measure_page(ana, chosen).chart.reading,
        measures_of(ana, team)[0].reading,
        chart_page(ana, chosen).preview.reading,
        point_page(ana, chosen, FIRST).chart.reading,
    ]
    assert {(one.method.chart, one.method.rule) for one in readings} == {("p", "nelson")}
    assert len(set(readings)) == 1
    assert readings[0].points[0].upper is not None


def test_a_chart_is_looked_at_kept_and_taken_back(ana, shares, page, client):
    address = f"/measures/{shares.pk}/chart/"
    version = shares.version
    asked = {"chart": "p", "rules": "western_electric", "version": version}
    looked = page(ana, address, asked | {"do": "look"})
    assert (looked.status_code, Measure.objects.get().chart) == (200, "run")
    assert "Not saved yet." in looked.content.decode()
    assert f'name="version" value="{version}"' in looked.content.decode()
    assert page(ana, address, asked | {"do": "keep"}).status_code == 302
    kept = Measure.objects.get()
    assert (kept.chart, kept.rules) == ("p", "western_electric")
    html = client.get(f"/measures/{shares.pk}/").content.decode()
    assert "<strong>P chart.</strong> Read with the Western Electric rules." in html
    back = f"/measures/{shares.pk}/chart/back/?chart=run&rules=anhoej"
    assert back.replace("&", "&amp;") in html
    client.post(back)
    assert (Measure.objects.get().chart, Measure.objects.get().rules) == ("run", "anhoej")
    assert [event.verb for event in events_of(shares)][:2] == ["chart_set", "chart_set"]
    assert client.post(f"/measures/{shares.pk}/chart/back/?chart=pie").status_code == 404


def test_a_choice_made_at_the_same_time_shows_both(ana, devon, shares, page):
    asked = {"chart": "p", "rules": "anhoej", "version": shares.version, "do": "keep"}
    assert page(ana, f"/measures/{shares.pk}/chart/", asked).status_code == 302
    answer = page(devon, f"/measures/{shares.pk}/chart/", asked | {"chart": "i"})
    assert answer.status_code == 409
    assert all(f'name="chart" value="{kind}"' in answer.content.decode() for kind in ("p", "i"))
    assert Measure.objects.get().chart == "p"


def test_a_choice_is_undone_in_the_history(ana, team, shares, page):
    services.choose_chart(by=ana, measure=shares, chart="p", rules="nelson")
    event = events_of(shares).first()
    page(ana, f"/t/{team.pk}/history/{event.pk}/revert/", {})
    assert (Measure.objects.get().chart, Measure.objects.get().rules) == ("run", "anhoej")


def test_the_page_recommends_first_and_says_what_each_choice_costs(ana, shares, page):
    html = page(ana, f"/measures/{shares.pk}/chart/").content.decode()
    assert "For these numbers: P chart." in html
    assert html.index("For these numbers") < html.index("Charts that fit your numbers")
    assert html.count("Expected false signals on this page") == 5
    assert "It needs plain counts, without a whole." in html
    assert page(ana, f"/measures/{shares.pk}/chart/", {"chart": "pie", "rules": "nelson"}).status_code == 422


def test_the_plan_says_when_a_change_would_show(ana, shares, page):
    address = f"/measures/{shares.pk}/chart/"
    assert "four of five" not in page(ana, address).content.decode()
    html = page(ana, f"{address}?to=70").content.decode()
    assert ", with about 24 students each time. If the change comes about, it shows after" in html
    assert "weeks in four of five." in html
    assert "out of reach" in page(ana, f"{address}?to=170").content.decode()
    assert page(ana, f"{address}?to=nan").status_code == 200


def test_the_target_is_set_and_taken_back(ana, shares, page, client):
    address = f"/measures/{shares.pk}/target/"
    assert page(ana, address, {"target": "65", "target_by": "2026-05-28"}).status_code == 302
    assert (Measure.objects.get().target, Measure.objects.get().target_by) == (65, datetime.date(2026, 5, 28))
    undo = f"{address}?target=&target_by="
    assert undo.replace("&", "&amp;") in client.get(f"/measures/{shares.pk}/").content.decode()
    client.post(undo)
    assert Measure.objects.get().target is None
    assert client.post(address, {"target": "many"}).status_code == 422


# Which charts the numbers can make


@pytest.mark.parametrize(
    ("unit", "values", "charts"),
    [
        ("percent", [Dated(week(n), 50.0, 12.0, 24.0) for n in range(3)], "run i ip mr p pp"),
        ("percent", [Dated(week(n), 50.0) for n in range(3)], "run i mr"),
        ("count", [Dated(week(n), 3.0) for n in range(3)], "run i mr c g"),
        ("count", [Dated(week(n), 0.3, 3.0, 10.0) for n in range(3)], "run i ip mr u up"),
        ("number", [Dated(week(n), 2.5) for n in range(3)], "run i mr t"),
        ("number", [Dated(week(n), -2.5) for n in range(3)], "run i mr"),
        ("number", [Dated(week(n // 2), 2.5) for n in range(6)], "run i mr xbar s t"),
        ("number", [], "run i mr"),
    ],
)
def test_only_charts_that_the_numbers_can_make_are_offered(unit, values, charts):
    numbers = numbers_of(unit, values, [value.on for value in values])
    assert " ".join(possible(numbers)) == charts
    assert {kind: bool(missing_for(kind, numbers)) for kind in CHART_KINDS} == {
        kind: kind not in charts.split() for kind in CHART_KINDS
    }


def test_a_run_chart_stands_in_where_the_numbers_do_not_fit(ana, measure, put, page):
    put("date\tvalue\n" + "".join(f"{week(n)}\t{30 + n % 5}%\n" for n in range(14)))
    services.choose_chart(by=ana, measure=measure, chart="p", rules="anhoej")
    html = page(ana, f"/measures/{measure.pk}/").content.decode()
    assert "<strong>Run chart.</strong>" in html
    assert "It stands in for the P chart. It needs shares: a count and its whole for each number." in html


def test_subgroups_are_the_values_of_a_week(ana, team, put):
    minutes = services.create_measure(by=ana, team=team, name="Minutes to begin", unit="number", unit_name="minutes")
    days = [(week(n) + datetime.timedelta(days=day), 4 + (n + day * 3) % 5) for n in range(14) for day in range(3)]
    put("date\tvalue\n" + "".join(f"{on}\t{value}\n" for on, value in days), into=minutes)
    services.choose_chart(by=ana, measure=minutes, chart="xbar", rules="western_electric")
    reading = chart_of(ana, Measure.objects.get(pk=minutes.pk)).reading
    assert (reading.method.chart, len(reading.points)) == ("xbar", 14)
    assert {point.size for point in reading.points} == {3}
    assert reading.points[0].value == pytest.approx((4 + 7 + 5) / 3)


# Left out, baseline, phases


def test_a_point_left_out_stays_on_the_chart_and_out_of_its_line(ana, shares, mark):
    before = chart_of(ana, shares).reading
    gone = mark("left_out", 3, 3)
    reading = chart_of(ana, shares).reading
    assert of_point(reading, 3).excluded
    assert of_point(reading, 3).value == of_point(before, 3).value
    assert reading.phases[0].n == before.phases[0].n - 1
    assert [point.on for point in reading.points if point.excluded] == [week(3)]
    services.end_annotation(by=ana, annotation=gone)
    assert chart_of(ana, shares).reading == before
    services.restore_annotation(by=ana, annotation=gone)
    assert chart_of(ana, shares).reading == reading


def test_a_day_left_out_leaves_its_week_with_the_other_days(ana, measure, put, page):
    put("date\tyes\tn\n2026-01-05\t3\t10\n2026-01-06\t9\t10\n2026-01-12\t4\t10\n")
    day = datetime.date(2026, 1, 6)
    services.annotate(by=ana, measure=measure, kind="left_out", label="Wrong form", starts_on=day)
    by_week, by_day = (chart_of(ana, measure, period=period).reading for period in ("week", "day"))
    assert [(point.numerator, point.denominator, point.excluded) for point in by_week.points] == [
        (3.0, 10.0, False), (4.0, 10.0, False),
    ]  # fmt: skip
    assert [point.excluded for point in by_day.points] == [False, True, False]


def test_a_baseline_holds_the_line_and_its_own_phase_only(ana, shares, mark):
    free = chart_of(ana, shares).reading
    services.set_baseline(by=ana, measure=shares, until=week(11))
    kept = chart_of(ana, Measure.objects.get()).reading
    assert kept.phases[0].n_baseline == 12
    assert kept.phases[0].centre < free.phases[0].centre
    phase = mark("phase", 12, label="Starters", evidence="Cards in all rooms")
    services.set_phase_baseline(by=ana, phase=phase, until=week(19))
    both = chart_of(ana, Measure.objects.get()).reading
    assert [one.n_baseline for one in both.phases] == [12, 8]
    mark("phase", 6, label="A new room")
    later = chart_of(ana, Measure.objects.get()).reading
    assert [one.n_baseline for one in later.phases] == [6, 6, 8]
    with pytest.raises(Refused, match="end_before_start"):
        services.set_phase_baseline(by=ana, phase=phase, until=week(2))


# The page of a point


def test_a_point_is_left_out_with_a_reason_and_brought_back(ana, shares, page, client):
    address = f"/measures/{shares.pk}/point/{week(3)}/"
    asked = {"do": "leave_out", "key": str(uuid.uuid4())}
    refused = page(ana, address, asked | {"label": ""})
    assert refused.status_code == 422
    assert "One line is needed here, so that others can follow." in refused.content.decode()
    assert [page(ana, address, asked | {"label": "A fire drill"}).status_code for _ in range(2)] == [302, 302]
    made = shares.annotations.get()
    assert (made.kind, made.label, made.starts_on, made.ends_on) == (
        "left_out", "A fire drill", week(3), week(3) + datetime.timedelta(days=6),
    )  # fmt: skip
    html = client.get(f"/measures/{shares.pk}/").content.decode()
    assert "Left out from <strong>January 26, 2026</strong>: A fire drill." in html
    assert "Bring this point back" in client.get(address).content.decode()
    client.post(f"/marks/{made.pk}/end/")
    assert not of_point(chart_of(ana, shares).reading, 3).excluded


def test_a_phase_needs_its_reason_and_how_the_team_knows(ana, shares, page, client):
    address = f"/measures/{shares.pk}/point/{week(12)}/"
    asked = {"do": "phase", "label": "Starters in all rooms", "key": str(uuid.uuid4())}
    assert page(ana, address, asked).status_code == 422
    assert page(ana, address, asked | {"evidence": "We saw the cards."}).status_code == 302
    html = client.get(f"/measures/{shares.pk}/").content.decode()
    assert "New phase from <strong>March 30, 2026</strong>: Starters in all rooms." in html
    assert "How we know: We saw the cards." in html
    assert [phase.n for phase in chart_of(ana, shares).reading.phases] == [12, 12]
    assert "Begin a new phase here" not in client.get(address).content.decode()
    assert "Holding the gain" in html


def test_a_baseline_ends_at_a_point_and_is_given_up(ana, shares, page, client, mark):
    address = f"/measures/{shares.pk}/point/{week(9)}/"
    page(ana, address, {"do": "baseline"})
    assert Measure.objects.get().baseline_until == week(9) + datetime.timedelta(days=6)
    html = client.get(f"/measures/{shares.pk}/").content.decode()
    assert "The first line comes from the points up to" in html
    undo = f"/measures/{shares.pk}/baseline/?phase=&until="
    assert undo.replace("&", "&amp;") in html
    assert "Let all points make the line" in client.get(address).content.decode()
    client.post(undo)
    assert Measure.objects.get().baseline_until is None
    phase = mark("phase", 12)
    client.post(f"/measures/{shares.pk}/point/{week(20)}/", {"do": "baseline"})
    phase.refresh_from_db()
    assert phase.baseline_until == week(20) + datetime.timedelta(days=6)
    client.post(f"/measures/{shares.pk}/baseline/?phase={phase.pk}&until=")
    phase.refresh_from_db()
    assert phase.baseline_until is None
    for wrong in (f"?phase={10**20}", "?phase=x", "?until=2026-13-01", f"?phase={phase.pk + 1}"):
        assert client.post(f"/measures/{shares.pk}/baseline/{wrong}").status_code == 404


def test_a_note_stands_on_the_chart(ana, shares, page):
    page(ana, f"/measures/{shares.pk}/point/{week(4)}/?by=month", {"do": "event", "label": "Snow"})
    assert not shares.annotations.exists()  # the week is no point of the chart by month
    page(ana, f"/measures/{shares.pk}/point/{week(4)}/", {"do": "event", "label": "Snow"})
    assert [(one.kind, one.label, one.ends_on) for one in shares.annotations.all()] == [("event", "Snow", None)]


@pytest.mark.parametrize("day", ["2026-01-06", "soon", "2026-02-30"])
def test_a_day_without_a_point_has_no_page(ana, shares, page, day):
    assert page(ana, f"/measures/{shares.pk}/point/{day}/").status_code == 404
    with pytest.raises(NotFound):
        point_page(ana, shares, datetime.date(2026, 1, 6))


def test_a_phase_is_proposed_never_made_and_can_be_declined(ana, shares, page, client):
    html = page(ana, f"/measures/{shares.pk}/").content.decode()
    way = f"/measures/{shares.pk}/point/{week(12)}/?by=week&amp;phase=1#new-phase"
    assert "Since Mar 30, " in html
    assert way in html
    assert len(chart_of(ana, shares).reading.phases) == 1
    opened = client.get(f"/measures/{shares.pk}/point/{week(12)}/?by=week&phase=1").content.decode()
    assert "Only you know what changed in the work." in opened
    client.post(f"/measures/{shares.pk}/point/{week(12)}/no-phase/")
    html = client.get(f"/measures/{shares.pk}/").content.decode()
    assert way not in html
    assert "No new phase from <strong>March 30, 2026</strong>" in html
    client.post(f"/marks/{shares.annotations.get().pk}/end/")
    assert way in client.get(f"/measures/{shares.pk}/").content.decode()


def test_pages_of_chart_and_point_need_few_queries(ana, shares, mark, page, django_assert_num_queries):
    for number in (2, 5):
        mark("left_out", number, number)
        for address, queries in (("chart/", QUERIES_SETTINGS), (f"point/{week(8)}/", QUERIES_POINT)):
            page(ana, f"/measures/{shares.pk}/{address}")
            with django_assert_num_queries(queries):
                page(None, f"/measures/{shares.pk}/{address}")


# Files and the API


def test_every_file_holds_the_limits_and_the_rules(ana, shares, mark, page):
    mark("left_out", 3, 3)
    services.choose_chart(by=ana, measure=shares, chart="p", rules="western_electric")
    reading = chart_of(ana, Measure.objects.get()).reading
    table = page(ana, f"/measures/{shares.pk}/numbers.json").json()
    assert (table["chart"], table["rules"], len(table["points"])) == ("p", "western_electric", 24)
    assert [row["upper_limit"] for row in table["points"]] == [point.upper for point in reading.points]
    assert [row["excluded"] for row in table["points"]][:5] == [0, 0, 0, 1, 0]
    lines = b"".join(page(ana, f"/measures/{shares.pk}/numbers.csv").streaming_content).decode().splitlines()
    assert lines[0].endswith("Lower limit,Upper limit,Left out,Rules broken")
    assert lines[4].split(",")[-2] == "1"
    for ending in ("pptx", "xlsx"):
        answer = page(ana, f"/measures/{shares.pk}/chart.{ending}")
        assert answer["Content-Disposition"].endswith(f'.{ending}"')
        assert answer.content.startswith(b"PK")
    html = page(ana, f"/measures/{shares.pk}/numbers/").content.decode()
    assert "Ordinary range" in html
    assert "left out" in html


def test_settings_are_read_and_written_through_the_api(api, ana, shares, mark):
    def at(method, path, body=None):
        answer = api(ana, method, path, body)
        return answer.status_code, answer.json()

    one = f"/measures/{shares.pk}"
    assert at("GET", one)[1]["chart"] == "run"
    sent = {"version": shares.version, "chart": "p", "rules": "nelson", "baseline_until": str(week(11))}
    status, changed = at("PATCH", one, sent)
    assert (status, changed["chart"], changed["rules"]) == (200, "p", "nelson")
    assert at("PATCH", one, sent | {"chart": "pie"})[0] == 422
    reading = at("GET", f"{one}/reading")[1]
    assert (reading["method"]["chart"], reading["phases"][0]["trial"]) == ("p", False)
    assert reading["points"][0]["upper"] > reading["points"][0]["centre"] > reading["points"][0]["lower"]
    assert 0 < reading["false_signals"] < 1
    assert "outside" in reading["points"][-1]["broken"]
    assert {signal["rule"] for signal in reading["phases"][0]["signals"]} >= {"outside"}
    body = {"kind": "phase", "label": "Starters", "starts_on": str(week(12)), "evidence": "We saw the cards."}
    phase = at("POST", f"{one}/annotations", body)[1]
    assert (phase["evidence"], phase["baseline_until"]) == ("We saw the cards.", None)
    asked = f"/annotations/{phase['id']}/baseline"
    assert at("POST", asked, {"until": str(week(19))})[1]["baseline_until"] == str(week(19))
    assert at("POST", asked, {"until": str(week(2))})[1]["code"] == "end_before_start"
    assert at("POST", f"{one}/annotations", body | {"baseline_until": str(week(2))})[1]["code"] == "end_before_start"
