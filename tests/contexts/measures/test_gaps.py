"""For whom: a measure group by group, and two of its groups side by side."""

import csv
import datetime
import io
import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from aimwell.contexts.measures import services
from aimwell.contexts.measures.queries import chart_of, for_whom_page
from aimwell.contexts.orgs.models import SmallGroupRule
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung
from aimwell.domain.equity.cells import interval, table_of
from aimwell.domain.equity.presets import OFFERED
from aimwell.domain.errors import NotFound

FIRST = datetime.date(2026, 1, 5)
WEEKS = 16
GROUPS = {
    "Multilingual learners": (23, lambda n: 5 if n < 8 else 9),
    "All others": (49, lambda n: 19 if n < 8 else 27),
    "Students with IEPs": (7, lambda n: 2),
    "New this year": (11, lambda n: 3),
}
QUERIES = 7
"""Four times where the reader stands, which is asked once in a request; then lines, marks and values."""


def week(number):
    return FIRST + datetime.timedelta(weeks=number)


@pytest.fixture
def groups(ana, measure, put):
    rows = [f"{week(n)}\t{name}\t{top(n) + n % 2}\t{of}" for name, (of, top) in GROUPS.items() for n in range(WEEKS)]
    put("date\tgroup\tyes\tn\n" + "\n".join(rows))
    return measure


def line(measure, name):
    return measure.series.get(name=name).pk


def test_groups_stand_by_the_alphabet_and_the_first_two_are_compared(ana, groups):
    found = for_whom_page(ana, groups)
    assert [one.line.name for one in found.groups] == sorted(GROUPS)
    assert [(one.size, one.hidden) for one in found.groups] == [(49, ""), (23, ""), (11, ""), (7, "")]
    assert (found.gap.a.name, found.gap.b.name) == ("All others", "Multilingual learners")


def test_all_charts_have_the_scale_of_the_others(ana, groups):
    groups.target = 50
    heights = [re.findall(r"<line[^>]*c-aim[^>]*>", one.chart.svg) for one in for_whom_page(ana, groups).groups]
    assert len(heights[0]) == 1
    assert {tuple(re.findall(r'y[12]="([^"]+)"', one[0])) for one in heights} == {("21.7", "21.7")}


def test_without_a_phase_the_halves_are_compared(ana, groups):
    found = for_whom_page(ana, groups)
    assert found.stretches.reason == ""
    assert (found.stretches.before[0], found.stretches.after[0], found.stretches.after[-1]) == (
        week(0), week(8), week(15),
    )  # fmt: skip
    before, after = found.gap.stretches
    assert (before.first, before.last, after.last) == (
        week(0),
        week(7) + datetime.timedelta(6),
        week(16) - datetime.timedelta(1),
    )
    assert (before.a.count, before.a.of, before.b.count, before.b.of) == (156, 392, 44, 184)
    assert before.difference.value == pytest.approx(100 * (156 / 392 - 44 / 184))
    assert before.ratio.value == pytest.approx((156 / 392) / (44 / 184))
    assert before.difference.lower < before.difference.value < before.difference.upper
    assert before.ratio.lower < before.ratio.value < before.ratio.upper
    assert found.words.one_line.startswith("Rising together, gap about the same")


def test_the_latest_phase_is_held_against_the_one_before(ana, groups):
    for number, label in ((4, "Cards"), (12, "Starters")):
        services.annotate(by=ana, measure=groups, kind="phase", label=label, starts_on=week(number))
    found = for_whom_page(ana, groups)
    assert found.stretches.reason == "Starters"
    assert found.stretches.before == tuple(week(n) for n in range(4, 12))
    assert found.stretches.after == tuple(week(n) for n in range(12, 16))
    assert [phase.reason for phase in found.gap.chart.reading.phases] == ["", "Cards", "Starters"]


def test_the_gap_is_a_chart_of_its_own(ana, groups):
    gap = for_whom_page(ana, groups).gap
    points = gap.chart.reading.points
    assert [point.on for point in points] == [week(n) for n in range(WEEKS)]
    assert points[0].value == pytest.approx(100 * (19 / 49 - 5 / 23))
    assert (gap.chart.reading.method.chart, gap.chart.reading.unit) == ("run", "points")
    assert [row.difference.value for row in gap.rows] == [point.value for point in points]
    assert all(row.difference.lower < row.difference.value < row.difference.upper for row in gap.rows)


def test_a_period_that_one_group_lacks_is_a_gap_in_the_line(ana, groups, put):
    put(f"date\tgroup\tyes\tn\n{week(16)}\tAll others\t20\t49")
    found = for_whom_page(ana, groups)
    last = found.gap.rows[-1]
    assert (last.a.count, last.b, last.difference, last.ratio) == (20, None, None, None)
    assert found.gap.chart.reading.points[-1].value is None
    assert (found.gap.latest_first[0].a, found.gap.latest_first[0].b) == ("41\u00a0% (20 of 49)", "")


def test_days_left_out_make_no_part_of_it(ana, groups):
    services.annotate(by=ana, measure=groups, kind="left_out", label="Drill", starts_on=week(0), ends_on=week(0))
    found = for_whom_page(ana, groups)
    assert found.gap.rows[0].left_out
    assert found.gap.chart.reading.points[0].excluded
    assert found.stretches.before[0] == week(1)


def test_two_groups_are_chosen(ana, groups):
    a, b = line(groups, "New this year"), line(groups, "All others")
    gap = for_whom_page(ana, groups, a=a, b=b).gap
    assert (gap.a.pk, gap.b.pk) == (a, b)
    assert for_whom_page(ana, groups, a=a, b=a).gap.b.name == "All others"
    assert for_whom_page(ana, groups, b=b).gap.a.name == "Multilingual learners"
    with pytest.raises(NotFound):
        for_whom_page(ana, groups, a=a + 1000)


def test_outside_the_team_small_groups_and_what_gives_them_away_are_hidden(ana, groups):
    found = for_whom_page(ana, groups, outside=True)
    assert {one.line.name: one.hidden for one in found.groups} == {
        "All others": "", "Multilingual learners": "", "New this year": "by_subtraction", "Students with IEPs": "small",
    }  # fmt: skip
    gone = [one for one in found.groups if one.hidden]
    assert [(one.size, one.chart, one.before, one.after_text) for one in gone] == [(None, None, None, "")] * 2
    with pytest.raises(NotFound):
        for_whom_page(ana, groups, a=line(groups, "New this year"), outside=True)


def test_a_small_week_goes_and_so_does_what_would_tell_it(ana, groups, put):
    """It is a gap in the line, and no total holds it: nothing is known but what the shown weeks add up to."""
    last = (("Multilingual learners", 6), ("All others", 49), ("Students with IEPs", 7), ("New this year", 11))
    put("date\tgroup\tyes\tn\n" + "\n".join(f"{week(16)}\t{name}\t2\t{n}" for name, n in last))
    found = for_whom_page(ana, groups, outside=True)
    learners = next(one for one in found.groups if one.line.name == "Multilingual learners")
    hidden = [point for point in learners.chart.reading.points if point.value is None]
    assert (learners.hidden, found.left_out, hidden[-1].on) == ("", 2, week(16))
    assert {point.missing for point in hidden} == {"Hidden so that no one can be picked out."}
    whole = sum(part.of for part in (learners.before, learners.after))
    assert whole == 23 * (WEEKS + 1 - len(hidden))
    assert found.gap.rows[-1].difference is None
    assert sum(row.b.of for row in found.gap.stretches) == whole
    assert found.words.sentences[2].endswith("leaves out the groups that are hidden.")


def hidden_table(ana, reader, measure):
    """What a reader outside the team can put together: rows of groups by period, and the cells he does not see."""
    together = chart_of(reader, measure, period="week").reading.points
    found = for_whom_page(ana, measure, outside=True)
    shown = {
        one.line.pk: {point.on: point.denominator for point in one.chart.reading.points if point.value is not None}
        for one in found.groups if one.chart
    }  # fmt: skip
    stored = for_whom_page(ana, measure).groups
    rows = [{point.on: int(point.denominator) for point in one.chart.reading.points} for one in stored]
    table = table_of([[row[point.on] for point in together] for row in rows])
    assert [sum(row[point.on] for row in rows) for point in together] == [point.denominator for point in together]
    unseen = {
        (i, j) for i, one in enumerate(stored) for j, point in enumerate(together)
        if point.on not in shown.get(one.line.pk, {})
    }  # fmt: skip
    totals = {(i, len(together)) for i, one in enumerate(found.groups) if one.hidden}
    return replace(table, unpublished=frozenset(totals)), unseen


@pytest.mark.ac("S4 R-27")
@pytest.mark.parametrize("phase", [None, 8])
def test_the_measure_page_does_not_give_away_what_the_gap_page_hides(ana, readers, groups, put, phase):
    """All together by week are known, and even the total of each shown group."""
    groups.rung = Rung.PUBLIC
    groups.save(update_fields=["rung"])
    put(f"date\tgroup\tyes\tn\n{week(3)}\tMultilingual learners\t2\t6\n{week(11)}\tMultilingual learners\t2\t4")
    if phase:
        services.annotate(by=ana, measure=groups, kind="phase", label="Cards", starts_on=week(phase))
    table, unseen = hidden_table(ana, readers["colleague"], groups)
    small = [cell for cell in table.cells if table.count(cell) < 10]
    assert len(small) == WEEKS + 2
    assert unseen.issuperset(small)
    assert not any(interval(table, unseen, cell).recovered for cell in small)


def test_counts_of_one_week_are_not_added_up_to_a_size(ana, measure, put):
    days = [week(0) + datetime.timedelta(days=n) for n in range(5)]
    put(
        "date\tgroup\tyes\tn\n"
        + "\n".join(f"{day}\t{name}\t1\t{of}" for day in days for name, of in (("A", 3), ("B", 40), ("C", 50)))
    )
    found = for_whom_page(ana, measure, outside=True)
    assert [one.hidden for one in found.groups] == ["small", "by_subtraction", ""]
    assert found.gap is None


def test_where_no_group_is_left_it_is_not_said_which_is_small(ana, measure, put):
    put(f"date\tgroup\tyes\tn\n{week(0)}\tA\t1\t3\n{week(0)}\tB\t1\t40")
    assert [one.hidden for one in for_whom_page(ana, measure, outside=True).groups] == ["all", "all"]


def test_others_see_one_period_and_no_single_days(ana, groups):
    assert for_whom_page(ana, groups, period="month", outside=True).period == "week"
    groups.period = "day"
    assert for_whom_page(ana, groups, outside=True).period == "week"
    assert for_whom_page(ana, groups, period="month").period == "month"


def test_dates_on_which_all_together_are_few_are_told(ana, groups, put, page):
    put(f"date\tgroup\tyes\tn\n{week(16)}\tMultilingual learners\t2\t6")
    found = for_whom_page(ana, groups, outside=True)
    assert found.few == 2
    assert "all groups together are fewer than 10" in html_of(page(ana, address(groups, "?outside=1")))


# The rule


@pytest.mark.ac("S4 R-26")
def test_every_rule_on_offer_can_be_stored_and_says_its_number(ana, groups):
    assert SmallGroupRule.values == list(OFFERED)
    told = for_whom_page(ana, groups).rules
    assert [one.value for one in told] == list(OFFERED)
    assert all(str(rule.minimum) in one.label for one, rule in zip(told, OFFERED.values(), strict=True))


@pytest.mark.ac("S4 R-27")
def test_each_rule_says_how_many_groups_and_students_it_would_hide_here(ana, groups):
    """Of 49, 23, 11 and 7 students: the two small ones, where together they are no small group."""
    told = [one.why for one in for_whom_page(ana, groups).rules]
    assert [one.rpartition(". ")[2] for one in told] == [
        *["Here it hides 2 of 4 groups; students in them: 18."] * 2,
        *["Here it hides 3 of 4 groups; students in them: 41."] * 2,
    ]


def test_a_rule_that_hides_nothing_says_so_in_spanish(ana, measure, put):
    put("date\tgroup\tyes\tn\n" + "\n".join(f"{week(0)}\t{name}\t20\t50" for name in "AB"))
    with override("es"):
        assert {one.why.rpartition(". ")[2] for one in for_whom_page(ana, measure).rules} == {
            "Aquí no oculta ningún grupo."
        }


def test_a_team_chooses_its_rule_and_history_says_so(ana, team, groups):
    services.choose_small_groups(by=ana, team=team, rule="largest")
    services.choose_small_groups(by=ana, team=team, rule="largest")
    groups.refresh_from_db()
    found = for_whom_page(ana, groups, outside=True)
    assert (found.rule.minimum, [one.name for one in found.shown]) == (30, ["All others"])
    event = Event.objects.filter(verb="hiding_set").get()
    assert (event.before, event.after, event.scope_id) == (
        {"small_groups": "usual"}, {"small_groups": "largest"}, team.pk,
    )  # fmt: skip


@pytest.mark.parametrize("rule", ["new_york", "wisconsin", ""])
def test_no_rule_under_the_floor_can_be_chosen(ana, team, groups, page, rule):
    with pytest.raises(ValueError, match="not a valid"):
        services.choose_small_groups(by=ana, team=team, rule=rule)
    assert page(ana, f"/measures/{groups.pk}/for-whom/hidden/", {"rule": rule}).status_code == 404
    team.refresh_from_db()
    assert team.small_groups == "usual"


def test_the_rule_is_chosen_on_the_page_and_taken_back(ana, team, groups, page):
    path = f"/measures/{groups.pk}/for-whom/hidden/"
    answer = page(ana, path, {"rule": "reporting_20"}, follow=True)
    html = html_of(answer)
    assert answer.redirect_chain == [(f"{address(groups)}?outside=1", 302)]
    assert "Fewer than 20 students in one count or more." in html
    assert f'action="{path}?rule=usual"' in html
    assert re.search(r'value="reporting_20" checked', html)
    page(ana, f"{path}?rule=usual", {})
    team.refresh_from_db()
    assert team.small_groups == "usual"


def test_shares_near_all_or_nobody_are_hidden_where_the_rule_says_so(ana, team, measure, put):
    rows = [f"{week(n)}\t{name}\t{1 if (n, name) == (3, 'A') else 20 + n}\t50" for n in range(12) for name in "ABC"]
    put("date\tgroup\tyes\tn\n" + "\n".join(rows))
    assert for_whom_page(ana, measure, outside=True).left_out == 0
    services.choose_small_groups(by=ana, team=team, rule="delaware")
    measure.refresh_from_db()
    found = for_whom_page(ana, measure, outside=True)
    first = found.groups[0].chart.reading.points[3]
    assert (first.value, found.left_out) == (None, 4)


def test_the_rule_by_the_api(ana, team, groups, readers, api):
    told = api(ana, "PUT", f"/teams/{team.pk}/small-groups", {"rule": "delaware"})
    assert (told.status_code, told.json()) == (200, {"team": team.pk, "rule": "delaware"})
    seen = api(ana, "GET", f"/measures/{groups.pk}/for-whom?outside=1").json()
    assert (seen["rule"], seen["minimum"], seen["left_out"]) == ("delaware", 16, 0)
    assert api(ana, "PUT", f"/teams/{team.pk}/small-groups", {"rule": "new_york"}).status_code == 422
    assert api(readers["colleague"], "PUT", f"/teams/{team.pk}/small-groups", {"rule": "usual"}).status_code == 403


def test_groups_of_unknown_size_are_for_the_team_only(ana, measure, put, page):
    put("date\tgroup\tvalue\n" + "\n".join(f"{week(n)}\t{name}\t{40 + n}" for n in range(12) for name in "AB"))
    found = for_whom_page(ana, measure)
    assert [one.size for one in found.groups] == [None, None]
    assert (found.gap.verdict, found.words) == (None, None)
    assert (found.gap.rows[0].difference.lower, found.gap.rows[0].ratio.value) == (None, 1)
    assert "How many students is not known: for your team only." in html_of(page(ana, address(measure)))
    assert [one.hidden for one in for_whom_page(ana, measure, outside=True).groups] == ["unknown", "unknown"]
    assert "Nobody said how many students these are." in html_of(page(ana, address(measure, "?outside=1")))


def test_groups_that_never_meet_have_a_page(ana, measure, page):
    for n in range(12):
        services.put_value(by=ana, measure=measure, on=week(n), series="AB"[n > 5], numerator=0, denominator=20)
    found = for_whom_page(ana, measure)
    assert [(one.before is None, one.after is None) for one in found.groups] == [(False, True), (True, False)]
    assert [row.difference for row in (*found.gap.rows, *found.gap.stretches)] == [None] * 14
    assert "The gap" in html_of(page(ana, address(measure)))


def test_a_group_at_zero_has_no_ratio(ana, measure, put):
    put(
        "date\tgroup\tyes\tn\n"
        + "\n".join(f"{week(n)}\t{name}\t{top}\t20" for n in range(12) for name, top in ("A5", "B0"))
    )
    before, _ = for_whom_page(ana, measure).gap.stretches
    assert (before.ratio, before.difference.value) == (None, 25)
    assert (before.difference.lower < 25 < before.difference.upper) is True


def test_groups_without_any_number_have_a_page(ana, measure, page):
    for name in "AB":
        services.put_value(by=ana, measure=measure, on=week(0), series=name, missing="not_submitted")
    found = for_whom_page(ana, measure)
    assert (found.stretches, found.gap.stretches, found.stretch_names) == (None, [], ("", ""))
    assert "too few numbers" in html_of(page(ana, address(measure)))
    assert [one.hidden for one in for_whom_page(ana, measure, outside=True).groups] == ["unknown", "unknown"]


def test_other_groups_are_read_on_the_next_page(ana, measure, put):
    put("date\tgroup\tyes\tn\n" + "\n".join(f"{week(0)}\tGroup {n}\t5\t20" for n in range(15)))
    assert [len(for_whom_page(ana, measure, page=page).groups) for page in ("1", "2", "")] == [12, 3, 15]


def test_other_readers_do_not_find_it(ana, groups, readers, page, api):
    groups.rung = Rung.PUBLIC
    groups.save(update_fields=["rung"])
    for name in ("colleague", "coach", "principal", "stranger"):
        with pytest.raises(NotFound):
            for_whom_page(readers[name], groups)
    assert page(readers["colleague"], f"/measures/{groups.pk}/").status_code == 200
    assert page(readers["colleague"], address(groups)).status_code == 404
    assert page(readers["colleague"], address(groups, "", ".csv")).status_code == 404
    assert api(readers["colleague"], "GET", f"/measures/{groups.pk}/for-whom").status_code == 404


# No gap, drawn


@pytest.mark.parametrize(("lang", "zero", "one"), [("en", "No gap: 0", "No gap: 1"), ("es", "Sin distancia: 0",
                                                                                     "Sin distancia: 1")])  # fmt: skip
def test_where_both_are_alike_is_a_line_with_words(ana, groups, lang, zero, one):
    with override(lang):
        gap, ratio = (for_whom_page(ana, groups, kind=kind).gap.chart for kind in ("difference", "ratio"))
    assert (gap.level.value, ratio.level.value) == (0, 1)
    for chart, words in ((gap, zero), (ratio, one)):
        assert all(words in svg for svg in (chart.wide, chart.phone))


def test_the_ratio_has_a_chart_of_its_own(ana, groups, page):
    chart = for_whom_page(ana, groups, kind="ratio").gap.chart
    assert chart.name == "All others over Multilingual learners"
    assert chart.reading.points[0].value == pytest.approx((19 / 49) / (5 / 23))
    assert chart.reading.unit == ""
    html = html_of(page(ana, address(groups, "?as=ratio")))
    assert "All others over Multilingual learners" in html
    assert '<input type="hidden" name="as" value="ratio">' in html


def test_a_period_without_a_ratio_is_a_gap_that_says_why(ana, measure, put):
    rows = [f"{week(n)}\t{name}\t{top}\t20" for n in range(12) for name, top in (("A", 5), ("B", n))]
    put("date\tgroup\tyes\tn\n" + "\n".join(rows) + f"\n{week(12)}\tA\t5\t20")
    points = for_whom_page(ana, measure, kind="ratio").gap.chart.reading.points
    assert [(one.value, one.missing) for one in (points[0], points[-1])] == [
        (None, "The second is 0."), (None, "One of the two has no number."),
    ]  # fmt: skip


# Page, file and API


def address(measure, query="", ending="/"):
    return f"/measures/{measure.pk}/for-whom{ending}{query}"


def html_of(answer):
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_page_says_it_and_the_measure_page_leads_there(ana, groups, page):
    html = html_of(page(ana, address(groups)))
    for said in ("Rising together, gap about the same", "All others minus Multilingual learners", "49 counted",
                 "Fewer than 10: for your team only.", "first half and the second half"):  # fmt: skip
        assert said in html
    assert "under 10" not in html
    outside = html_of(page(ana, address(groups, "?outside=1")))
    assert "Fewer than 10 students in one count or more." in outside
    assert "worked out by subtraction" in outside
    assert f'href="{address(groups)}?by=week"' in html_of(page(ana, f"/measures/{groups.pk}/"))
    assert page(ana, address(groups, "?a=x")).status_code == 404


def test_it_costs_the_same_queries_whatever_the_number_of_groups(ana, groups, put):
    def queries():
        with CaptureQueriesContext(connection) as found:
            for_whom_page(ana, groups)
        return len(found)

    assert queries() == QUERIES
    put("date\tgroup\tyes\tn\n" + "\n".join(f"{week(0)}\tGroup {n}\t5\t20" for n in range(15)))
    assert queries() == QUERIES


def test_a_measure_with_one_line_says_what_to_do(ana, measure, put, page):
    put(f"date\tyes\tn\n{week(0)}\t5\t20")
    assert "This measure has one line." in html_of(page(ana, address(measure)))
    assert len(rows_of(page(ana, address(measure, "", ".csv")))) == 1


def rows_of(answer):
    return list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))


def test_the_file_has_both_stretches_and_every_period(ana, groups, page):
    head, *rows = rows_of(page(ana, address(groups, "", ".csv")))
    assert len(rows) == 2 + WEEKS
    assert head[:6] == ["First day", "Last day", "First group", "Count", "Of", "Value"]
    assert rows[0][:5] == ["2026-01-05", "2026-03-01", "All others", "156", "392"]
    assert float(rows[2][10]) == pytest.approx(100 * (19 / 49 - 5 / 23))


def test_the_api_tells_the_same(ana, groups, api):
    told = api(ana, "GET", f"/measures/{groups.pk}/for-whom?by=week").json()
    assert [one["name"] for one in told["groups"]] == sorted(GROUPS)
    assert (told["movement"], told["trend"]) == ("up_all", "same")
    assert told["before"] == {"first": "2026-01-05", "last": "2026-02-23"}
    assert (len(told["stretches"]), len(told["periods"])) == (2, WEEKS)
    assert told["words"]["es"]["one_line"].startswith("Suben a la vez")
    outside = api(ana, "GET", f"/measures/{groups.pk}/for-whom?outside=1").json()
    assert (told["rule"], told["minimum"]) == ("usual", 10)
    assert [(one["size"], one["hidden"]) for one in outside["groups"]][2:] == [
        (None, "by_subtraction"),
        (None, "small"),
    ]
    assert api(ana, "GET", f"/measures/{groups.pk}/for-whom.csv").status_code == 200


def test_spanish(ana, groups, client):
    client.force_login(ana)
    html = html_of(client.get(address(groups), headers={"accept-language": "es"}))
    for said in ("Para quién", "Suben a la vez", "All others menos Multilingual learners", "primera mitad"):
        assert said in html
