"""Other ways to look: histogram, scatter plot, funnel, Pareto chart and CUSUM of a measure."""

import csv
import datetime
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aimwell.contexts.measures import services
from aimwell.contexts.measures.models import Unit
from aimwell.contexts.measures.queries import Asked, looks_page
from aimwell.contexts.measures.queries.looks_values import scatter_look
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotFound

FIRST = datetime.date(2026, 1, 5)
ROOMS = {"Room 9": (60, 24), "Room 12": (20, 16), "Room 14": (35, 14), "Room 2": (7, 3)}
"""Students, and how many of them say why."""
REASONS = {"Bus": (10, 9, 12), "Overslept": (4, 3, 2), "Other": (1, 0, 1)}
QUERIES = {"histogram": 9, "scatter": 12, "funnel": 9}
"""Where the reader stands, asked once in a request, is in it three times, for a scatter plot four times."""


def week(number):
    return FIRST + datetime.timedelta(weeks=number)


def make(ana, team, name, text, **more):
    made = services.create_measure(by=ana, team=team, name=name, **more)
    services.apply_import(by=ana, data_import=services.start_import(by=ana, measure=made, text=text))
    return made


@pytest.fixture
def rooms(ana, team):
    rows = [f"{week(n)}\t{name}\t{top + n % 2}\t{of}" for name, (of, top) in ROOMS.items() for n in range(12)]
    return make(ana, team, "Say why", "date\tgroup\tyes\tn\n" + "\n".join(rows))


@pytest.fixture
def talks(ana, team):
    counts = [3, 4, 3, 2, 4, 3, 10, 11, 10, 12]
    rows = [f"{week(n)}\t{top}\t12" for n, top in enumerate(counts)]
    return make(ana, team, "Talks with a starter", "date\tyes\tn\n" + "\n".join(rows))


@pytest.fixture
def reasons(ana, team):
    rows = [f"{week(n)}\t{name}\t{count}" for name, counts in REASONS.items() for n, count in enumerate(counts)]
    return make(ana, team, "Reasons for being late", "date\tgroup\tvalue\n" + "\n".join(rows), unit=Unit.COUNT)


def offered(found):
    return [look for look, need in found.needs.items() if not need]


def test_each_look_is_offered_where_the_numbers_allow_it(ana, rooms, talks, reasons):
    assert offered(looks_page(ana, rooms, Asked())) == ["histogram", "scatter", "funnel"]
    assert offered(looks_page(ana, talks, Asked())) == ["histogram", "scatter", "cusum"]
    assert offered(looks_page(ana, reasons, Asked())) == ["histogram", "scatter", "pareto"]


def test_each_other_look_says_what_it_would_need(ana, talks):
    found = looks_page(ana, talks, Asked(look="pareto"))
    assert (found.look, found.drawn) == ("pareto", None)
    assert {look: need for look, need in found.needs.items() if need} == {
        "scatter": "A scatter plot needs a second measure of your team with numbers from the same weeks.",
        "funnel": "A funnel chart needs two groups or more, counted in the same week.",
        "pareto": "A Pareto chart needs a count with a line for each kind, such as the reasons for being late.",
    }


def test_a_histogram_counts_the_values_of_the_chart(ana, talks):
    services.annotate(by=ana, measure=talks, kind="left_out", label="Drill", starts_on=week(9), ends_on=week(9))
    look = looks_page(ana, talks, Asked()).drawn
    assert look.look == "histogram"
    assert (look.facts["n"], look.facts["median"]) == (9, pytest.approx(100 * 4 / 12))
    assert sum(row["count"] for row in look.rows) == 9
    assert look.words.sentences[2].endswith("See the values over time first.")
    assert looks_page(ana, talks, Asked(dots=True)).drawn.kind == "Dot plot"
    assert looks_page(ana, talks, Asked(dots=True)).drawn.wide.count("<circle") == 9


def test_a_measure_counted_as_moving_ranges_shows_its_values_here(ana, talks):
    services.choose_chart(by=ana, measure=talks, chart="mr", rules="anhoej")
    assert looks_page(ana, talks, Asked()).drawn.facts["highest"] == 100


def test_counts_per_school_day_are_counts_here(ana, reasons):
    reasons.per_session = True
    assert looks_page(ana, reasons, Asked(look="pareto")).drawn.facts["total"] == 42


def test_two_measures_are_paired_by_period(ana, rooms, talks, reasons):
    look = looks_page(ana, talks, Asked(look="scatter", other=rooms.pk)).drawn
    whole, top = sum(of for of, _ in ROOMS.values()), sum(top for _, top in ROOMS.values())
    assert look.rows[0] == {"on": "2026-01-05", "x": pytest.approx(100 * top / whole), "y": 25}
    assert (look.facts["pairs"], look.facts["left_out"]) == (10, 2)
    assert look.table.headers == ("Pair", "Say why", "Talks with a starter")
    assert look.table.rows[0][0] == "Jan\u00a05"
    assert "does not say that one brings about the other" in look.words.sentences[2]
    assert looks_page(ana, talks, Asked(look="scatter")).source.beside[0] == reasons


def test_only_an_open_measure_of_the_team_stands_beside(ana, talks, rooms, stranger):
    from aimwell.contexts.people.services import start_team

    far = make(stranger, start_team(by=stranger, name="Far"), "Far", "date\tvalue\n2026-01-05\t3\n2026-01-12\t4")
    empty = services.create_measure(by=ana, team=talks.owner_team, name="Nothing yet")
    for other in (far.pk, talks.pk, empty.pk, 10**9):
        with pytest.raises(NotFound):
            looks_page(ana, talks, Asked(look="scatter", other=other))
    assert looks_page(ana, talks, Asked()).source.others == [rooms]
    with pytest.raises(NotFound):
        scatter_look(looks_page(ana, talks, Asked()).source)


def test_a_funnel_stands_by_size_and_never_by_value(ana, rooms):
    look = looks_page(ana, rooms, Asked(look="funnel")).drawn
    assert [row["group"] for row in look.rows] == ["Room 2", "Room 12", "Room 14", "Room 9"]
    assert [(row["count"], row["of"]) for row in look.rows] == [(4, 7), (17, 20), (15, 35), (25, 60)]
    assert look.facts["on"] == week(11)
    assert look.facts["target"] == pytest.approx(100 * 61 / 122)
    assert [row["beyond"] for row in look.rows] == ["", "above", "", ""]
    assert [row[0] for row in look.table.rows] == [row["group"] for row in look.rows]
    assert look.words.one_line.endswith("Room 12 (above).")


def test_a_funnel_of_one_period_or_of_all(ana, rooms):
    first = looks_page(ana, rooms, Asked(look="funnel", on="2026-01-05")).drawn
    assert [row["count"] for row in first.rows] == [3, 16, 14, 24]
    whole = looks_page(ana, rooms, Asked(look="funnel", on="all"))
    assert [(row["count"], row["of"]) for row in whole.drawn.rows] == [(42, 84), (198, 240), (174, 420), (294, 720)]
    assert whole.drawn.facts["on"] is None
    assert [day for day, _ in whole.days] == [week(n) for n in reversed(range(12))]
    assert whole.days[0][1] == "Week of Mar 23"
    for on in ("2026-01-06", "soon"):
        with pytest.raises(NotFound):
            looks_page(ana, rooms, Asked(look="funnel", on=on))


def test_limits_may_allow_for_differences_between_groups(ana, rooms):
    plain = looks_page(ana, rooms, Asked(look="funnel", on="all")).drawn
    wide = looks_page(ana, rooms, Asked(look="funnel", on="all", wider=True)).drawn
    assert (plain.facts["adjusted"], plain.facts["phi"], wide.facts["adjusted"]) == (False, None, True)
    assert wide.facts["phi"] > 1
    assert all(w["upper"] > p["upper"] for p, w in zip(plain.rows, wide.rows, strict=True))


def test_others_would_see_a_funnel_without_the_hidden_groups(ana, rooms):
    look = looks_page(ana, rooms, Asked(look="funnel", outside=True)).drawn
    shown = [row["group"] for row in look.rows]
    assert "Room 2" not in shown
    assert len(shown) + look.facts["hidden"] == 4
    assert look.facts["hidden"] == 2
    assert all(row["of"] != 7 for row in look.rows)


def test_where_all_lines_are_hidden_a_sentence_says_so(ana, reasons):
    found = looks_page(ana, reasons, Asked(look="pareto", outside=True))
    assert found.drawn is None
    assert found.needs["pareto"] == "Outside your team all but one of the lines stay hidden, or all."


def test_a_pareto_chart_adds_up_the_cases_of_each_kind(ana, reasons):
    look = looks_page(ana, reasons, Asked(look="pareto")).drawn
    assert [(row["kind"], row["count"]) for row in look.rows] == [("Bus", 31), ("Overslept", 9), ("Other", 2)]
    assert [row["share_so_far"] for row in look.rows] == pytest.approx([31 / 42, 40 / 42, 1])
    second = looks_page(ana, reasons, Asked(look="pareto", on=week(1).isoformat())).drawn
    assert [(row["kind"], row["count"]) for row in second.rows] == [("Bus", 9), ("Overslept", 3)]


def test_a_cusum_moves_once_a_count(ana, talks):
    look = looks_page(ana, talks, Asked(look="cusum")).drawn
    assert (look.facts["p0"], look.facts["from_first"]) == (pytest.approx(16 / 60), 5)
    assert [row["number"] for row in look.rows if row["signal"]] == [7, 8, 9, 10]
    assert look.rows[6] == {
        "number": 7, "on": "2026-02-16", "events": 10, "cases": 12, "up": 0, "down": 0, "signal": 1,
    }  # fmt: skip
    assert "signals at counts 7, 8, 9, 10" in look.words.one_line
    assert look.table.headers[:2] == ("Date", "Count")
    assert [">Count</text>" in drawn for drawn in (look.wide, look.phone)] == [True, True]
    services.set_baseline(by=ana, measure=talks, until=week(2))
    talks.refresh_from_db()
    assert looks_page(ana, talks, Asked(look="cusum")).drawn.facts["from_first"] == 3


def test_cases_one_by_one_are_called_cases(ana, team):
    rows = [f"{week(0) + datetime.timedelta(days=n)}\t{n % 3 == 0:d}\t1" for n in range(30)]
    made = make(ana, team, "Opener used", "date\tyes\tn\n" + "\n".join(rows), period="day")
    look = looks_page(ana, made, Asked(look="cusum")).drawn
    assert look.table.headers[1] == "Case"
    assert look.words.notes == ("The usual chance comes from the first 15 cases.",)


@pytest.mark.parametrize(
    ("rows", "need"),
    [
        ([(8, 24)] * 5, "A CUSUM chart needs 8 counts or more, and both a yes and a no among the early ones."),
        ([(0, 24)] * 9, "A CUSUM chart needs 8 counts or more, and both a yes and a no among the early ones."),
        ([(8, 64)] * 9, "Each count here looks at many cases, so the chart over time shows a change just as soon."),
        ([(1.5, 3)] * 9, "A CUSUM chart needs counts of cases with and without an event, such as 3 of 12."),
    ],
)
def test_what_a_cusum_would_need(ana, team, rows, need):
    text = "date\tyes\tn\n" + "\n".join(f"{week(n)}\t{top}\t{of}" for n, (top, of) in enumerate(rows))
    assert looks_page(ana, make(ana, team, "Talks", text), Asked()).needs["cusum"] == need


@pytest.mark.parametrize(
    ("unit", "values", "look", "need"),
    [
        ("percent", "1/24 0/24", "funnel", ""),
        ("percent", "0/24 0/24", "funnel", "A funnel chart needs at least one “yes” in all groups together."),
        ("percent", "40 50", "funnel", "A funnel chart needs shares with both numbers, such as 9 of 24, for two "
         "groups or more."),
        ("count", "0 0", "pareto", "A Pareto chart needs at least one case."),
        ("count", "1.5 2", "pareto", "A Pareto chart needs a count with a line for each kind, such as the reasons "
         "for being late."),
        ("count", "2", "pareto", "A Pareto chart needs a line for each kind, and two kinds or more."),
    ],
)  # fmt: skip
def test_what_lines_would_need(ana, team, unit, values, look, need):
    made = services.create_measure(by=ana, team=team, name="Lines", unit=unit)
    for name, text in zip("AB", values.split(), strict=False):
        top, _, of = text.partition("/")
        counted = {"numerator": float(top), "denominator": float(of)} if of else {"value": float(top)}
        services.put_value(by=ana, measure=made, on=FIRST, series=name, **counted)
    assert looks_page(ana, made, Asked()).needs[look] == need


def test_a_measure_without_numbers_or_with_one_has_a_page_that_says_so(ana, measure, page, client):
    address = f"/measures/{measure.pk}/looks"
    assert "There are no numbers yet." in page(ana, f"{address}/").content.decode()
    services.put_value(by=ana, measure=measure, on=FIRST, numerator=8, denominator=24)
    html = page(ana, f"{address}/").content.decode()
    assert "A histogram needs two numbers or more." in html
    assert "<svg" not in html.split("<main", 1)[1].split("</main>")[0]
    assert [client.get(f"{address}.{kind}").status_code for kind in ("csv", "svg", "png")] == [404] * 3


@pytest.mark.parametrize(
    "query", ["?look=pie", "?look=scatter&other=x", "?look=scatter&other=77777", "?look=funnel&on=x"]
)
def test_what_is_not_there_is_not_found(ana, rooms, talks, page, query):
    assert page(ana, f"/measures/{rooms.pk}/looks/{query}").status_code == 404


def test_others_see_weeks_and_no_single_line(readers, rooms, talks, page):
    for one in (rooms, talks):
        one.rung = int(Rung.NETWORK)
        one.save()
    coach = readers["coach"]
    found = looks_page(coach, rooms, Asked(by="day"))
    assert (found.period, list(found.needs), found.source.lines) == ("week", ["histogram", "scatter", "cusum"], [])
    for look in ("funnel", "pareto"):
        with pytest.raises(NotFound):
            looks_page(coach, rooms, Asked(look=look))
    talks.rung = 0
    talks.save()
    assert looks_page(coach, rooms, Asked()).source.others == []


@pytest.mark.parametrize("look", QUERIES)
def test_the_page_asks_the_database_so_often(ana, rooms, talks, look):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        looks_page(ana, rooms, Asked(look=look))
    assert len(asked) == QUERIES[look]


@pytest.mark.parametrize("look", ["histogram", "scatter", "funnel"])
def test_files_hold_what_the_page_shows(ana, rooms, talks, page, look):
    address, query = f"/measures/{rooms.pk}/looks", f"?look={look}"
    drawn = looks_page(ana, rooms, Asked(look=look)).drawn
    rows = list(csv.reader(io.StringIO(b"".join(page(ana, f"{address}.csv{query}")).decode("utf-8-sig"))))
    assert rows[0] == list(drawn.rows[0])
    assert rows[1:] == [[str(cell) for cell in row.values()] for row in drawn.rows]
    assert page(ana, f"{address}.svg{query}").content.startswith(b"<svg")
    answer = page(ana, f"{address}.png{query}")
    assert (answer["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")
    assert answer["Content-Disposition"] == f'attachment; filename="say-why-{drawn.kind.lower().replace(" ", "-")}.png"'


def test_the_page_names_the_way_it_shows_and_keeps_what_was_asked(ana, rooms, talks, page):
    html = page(ana, f"/measures/{rooms.pk}/looks/?look=funnel&on=all&wider=1").content.decode()
    assert '<a href="?look=funnel&amp;by=week" aria-current="page">Funnel chart</a>' in html
    assert "looks.png?look=funnel&amp;by=week&amp;on=all&amp;wider=1" in html
    assert "so the limits are narrower than they should be" in html
    assert f'href="/measures/{rooms.pk}/looks/?by=week"' in page(ana, f"/measures/{rooms.pk}/").content.decode()


def test_the_api_gives_the_numbers_of_the_page(ana, rooms, talks, api):
    told = api(ana, "GET", f"/measures/{rooms.pk}/looks?look=funnel").json()
    drawn = looks_page(ana, rooms, Asked(look="funnel")).drawn
    assert told["rows"] == drawn.rows
    assert (told["look"], told["period"], told["other"], told["facts"]["on"]) == ("funnel", "week", None, "2026-03-23")
    assert told["words"]["en"]["one_line"] == drawn.words.one_line
    assert told["words"]["es"]["one_line"].startswith("Uno de cuatro grupos está fuera")
    beside = api(ana, "GET", f"/measures/{rooms.pk}/looks?look=scatter&other={talks.pk}").json()
    assert (beside["other"], len(beside["rows"])) == (talks.pk, 10)
    missing = api(ana, "GET", f"/measures/{rooms.pk}/looks?look=pareto").json()
    assert (missing["rows"], missing["words"]) == ([], None)
    assert missing["needs"]["pareto"].startswith("A Pareto chart needs")
    assert api(ana, "GET", f"/measures/{rooms.pk}/looks?look=pie").status_code == 422
    assert api(ana, "GET", f"/measures/{rooms.pk}/looks.csv?look=cusum").status_code == 404
    files = [api(ana, "GET", f"/measures/{rooms.pk}/looks.{kind}?look=funnel") for kind in ("csv", "svg", "png")]
    assert [one["Content-Type"].split(";")[0] for one in files] == ["text/csv", "image/svg+xml", "image/png"]
