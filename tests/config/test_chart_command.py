"""`aimwell chart FILE`: what goes in, and how it is read."""

import io
import json
import subprocess
import sys
from datetime import date, timedelta

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from aimwell.chartfile.columns import Chosen, Named, choose_columns
from aimwell.chartfile.days import column_of, made_days, read_days_of, whole_date, whole_for
from aimwell.chartfile.table import FileRow, FileTable
from config.chartfiles import VALUES, records, schools, visits, weeks, write

# What goes in


def test_columns_that_nobody_named_are_guessed_and_the_guess_is_said(chart):
    ended, out, err = chart(visits())
    assert ended == 0
    assert err.splitlines() == ["--x not given: using “week”.", "--y not given: using “visits”."]
    assert out.splitlines()[0] == "visits"


def test_a_column_is_named_by_heading_or_by_number(chart):
    by_name = chart(visits(), "--x", "WEEK", "--y", "Visits", "--out", "csv")
    by_number = chart("visits.csv", "--x", "1", "--y", "2", "--out", "csv")
    assert by_name == by_number
    assert [float(row["value"]) for row in records(by_name[1])] == VALUES


def test_counts_with_totals_become_a_percentage_by_group(chart):
    ended, out, err = chart(schools(), "--out", "csv")
    rows = records(out)
    assert ended == 0
    assert {row["group"] for row in rows} == {"Alder", "Birch"}
    assert [row["unit"] for row in rows] == ["%"] * 24
    assert float(rows[0]["value"]) == 90
    assert "one chart a group" in err


def test_group_none_joins_the_groups_of_one_date(chart):
    _, out, _ = chart(schools(), "--group", "none", "--out", "csv")
    assert [float(row["denominator"]) for row in records(out)] == [150] * 12


def test_standard_input_and_semicolons_and_decimal_commas(chart, monkeypatch):
    lines = "semana;valor\n" + "".join(f"{on};{k},5\n" for k, on in enumerate(weeks(5)))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode("cp1252"))))
    _, out, _ = chart("-", "--out", "csv")
    assert [row["value"] for row in records(out)] == ["0.5", "1.5", "2.5", "3.5", "4.5"]


def workbook(*sheets: tuple[str, list[list[object]]]) -> str:
    book = xlsxwriter.Workbook("book.xlsx")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets:
        sheet = book.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                sheet.write(r, c, cell, day if isinstance(cell, date) else None)
    book.close()
    return "book.xlsx"


DAYS = [["day", "count"], *([date(2026, 9, 7) + timedelta(days=k), k] for k in range(5))]


def test_the_first_sheet_with_cells_is_read_or_the_one_named(chart):
    file = workbook(("Empty", []), ("Days", DAYS), ("Other", [["day", "count"], [date(2026, 1, 5), 7]]))
    assert [row["value"] for row in records(chart(file, "--out", "csv")[1])] == ["0.0", "1.0", "2.0", "3.0", "4.0"]
    assert [row["value"] for row in records(chart(file, "--sheet", "Other", "--out", "csv")[1])] == ["7.0"]


def test_a_sheet_that_is_not_there_is_named_with_those_that_are(chart):
    ended, _, err = chart(workbook(("Days", DAYS)), "--sheet", "Dais")
    assert (ended, err.splitlines()[0]) == (2, "There is no sheet “Dais” in book.xlsx. It has: Days.")


def test_rows_without_dates_get_them_from_the_first_one(chart):
    file = write("plain.csv", "sample,size", *(f"{k // 2},{k}" for k in range(6)))
    _, out, _ = chart(file, "--x", "sample", "--y", "size", "--starts", "2026-01-31", "--step", "month", "--out", "csv")
    assert [(row["date"], float(row["value"])) for row in records(out)] == [
        ("2026-01-31", 0.5),
        ("2026-02-28", 2.5),
        ("2026-03-31", 4.5),
    ]


def test_rows_are_dated_in_their_order_when_there_is_no_x(chart):
    file = write("plain.csv", "size", *range(3))
    _, out, _ = chart(file, "--y", "size", "--starts", "2026-09-07", "--step", "day", "--out", "csv")
    assert [row["date"] for row in records(out)] == ["2026-09-07", "2026-09-08", "2026-09-09"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-09", date(2026, 9, 1)),
        ("Sep 2026", date(2026, 9, 1)),
        ("septiembre de 2026", date(2026, 9, 1)),
        ("2026-W37", date(2026, 9, 7)),
        ("9/7/2026", date(2026, 9, 7)),
        ("2026-W60", None),
        ("soon", None),
    ],
)
def test_months_and_weeks_are_dates_too(text, day):
    whole = whole_for("week", [text])(text)
    assert read_days_of([whole], column_of([whole])) == [day]


@given(st.dates(date(1960, 1, 1), date(2090, 1, 1)), st.lists(st.integers(0, 5), max_size=30))
def test_made_dates_follow_each_other_and_equal_keys_share_theirs(starts, keys):
    for step in ("day", "week", "month"):
        days = made_days(keys, starts=starts, step=step)
        order = list(dict.fromkeys(keys))
        assert [days[keys.index(key)] for key in order] == sorted(set(days))
        assert all(
            (a == b) == (x == y) for a, x in zip(keys, days, strict=True) for b, y in zip(keys, days, strict=True)
        )


def test_a_missing_value_is_a_gap_and_keeps_its_word(chart):
    file = write("gap.csv", "week,visits", *(f"{on},{n}" for on, n in zip(weeks(4), [3, "NS", "", 5], strict=True)))
    _, out, _ = chart(file, "--out", "csv")
    assert [(row["value"], row["missing"]) for row in records(out)] == [
        ("3.0", ""),
        ("", "NS"),
        ("", ""),
        ("5.0", ""),
    ]


def test_parts_of_one_are_shown_as_a_percentage(chart):
    file = write("rate.csv", "week,rate", *(f"{on},{n}" for on, n in zip(weeks(3), [0.9, 0.85, 0.88], strict=True)))
    _, out, _ = chart(file, "--out", "csv")
    assert [(float(row["value"]), row["unit"]) for row in records(out)] == [(90, "%"), (85, "%"), (88, "%")]


def test_pairs_in_one_cell_are_a_count_and_its_total(chart):
    file = write("pairs.csv", "week,seen", *(f"{on},{n} of 24" for on, n in zip(weeks(3), [12, 18, 24], strict=True)))
    _, out, _ = chart(file, "--out", "csv")
    assert [float(row["value"]) for row in records(out)] == [50, 75, 100]


def test_a_name_may_stand_in_a_column_beside_the_guess():
    rows = tuple(FileRow(k, [on, str(k), "30"]) for k, on in enumerate(weeks(6), start=2))
    table = FileTable("t", ("when", "seen", "of"), rows)
    said: list[str] = []
    found = choose_columns(table, Named(y="seen"), chart="p", dated=True, lang="en", say=said.append)
    assert found == Chosen(x=0, y=1, n=2, group=None, share=False)
    assert said == ["--x not given: using “when”.", "--n not given: using “of”."]


def test_a_column_read_day_first_says_so(chart):
    file = write("days.csv", "day,n", "25/9/2026,1", "3/10/2026,2")
    _, out, err = chart(file, "--y", "n", "--out", "csv")
    assert [row["date"] for row in records(out)] == ["2026-09-25", "2026-10-03"]
    assert "Dates are read day first, because of 25/9/2026." in err


def test_pairs_that_are_more_than_a_whole_are_rates(chart):
    file = write("r.csv", "week,n,of", *(f"{on},{k + 5},4" for k, on in enumerate(weeks(3))))
    _, out, _ = chart(file, "--y", "n", "--n", "of", "--out", "csv")
    assert [(float(row["value"]), row["unit"]) for row in records(out)] == [(1.25, ""), (1.5, ""), (1.75, "")]


def test_a_missing_count_is_a_gap_whatever_its_total(chart):
    file = write("r.csv", "week,n,of", *(f"{on},{k or 'NS'},4" for k, on in enumerate(weeks(3))))
    rows = records(chart(file, "--y", "n", "--n", "of", "--out", "csv")[1])
    assert [(row["value"], row["missing"]) for row in rows] == [("", "NS"), ("25.0", ""), ("50.0", "")]


@pytest.mark.parametrize(
    ("heading", "texts", "days"),
    [
        ("quarter", ["2026-Q1", "Q3 2026"], [date(2026, 1, 1), date(2026, 7, 1)]),
        ("any", ["2009-10", "2025/26", "2026–2027"], [date(2009, 7, 1), date(2025, 7, 1), date(2026, 7, 1)]),
        ("school_year", ["2025", "", "2026"], [date(2025, 1, 1), None, date(2026, 1, 1)]),
        ("students", ["2025", "2026"], [None, None]),
        ("month", ["2009-10", "2009-12"], [date(2009, 10, 1), date(2009, 12, 1)]),
    ],
)
def test_quarters_and_years_are_dates_where_the_whole_column_says_so(heading, texts, days):
    whole = whole_for(heading, texts)
    found = [whole(text) for text in texts]
    assert read_days_of(found, column_of(found)) == days


@pytest.mark.parametrize(
    ("words", "days", "noted"),
    [
        ((), ["2026-07-09", "2026-08-09"], True),
        (("--dates", "month-first"), ["2026-07-09", "2026-08-09"], False),
        (("--dates", "day-first"), ["2026-09-07", "2026-09-08"], False),
    ],
)
def test_dates_that_can_be_read_in_two_ways_are_said_aloud(chart, words, days, noted):
    file = write("days.csv", "day,n", "9/9/2026,0", "7/9/2026,1", "8/9/2026,2")
    _, out, err = chart(file, "--y", "n", "--out", "csv", *words)
    assert {row["date"] for row in records(out)} == {*days, "2026-09-09"}
    assert ("Dates such as 7/9/2026 could be read in two ways; the month is read first." in err) is noted


@pytest.mark.parametrize(
    ("separator", "cells", "words", "first", "noted"),
    [
        (";", ["4.719", "5.210", "NS"], (), 4.719, True),
        (";", ["4,719", "5,210", "NS"], (), 4719, True),
        (",", ['"4,719"', '"5,210"', "NS"], (), 4719, False),
        (";", ["4.719", "5.210", "NS"], ("--decimals", "comma"), 4719, False),
        (";", ["4,719", "5,210", "NS"], ("--decimals", "comma"), 4.719, False),
        (";", ["4.719", "5.210", "NS"], ("--decimals", "point"), 4.719, False),
        (";", ["4.719", "5.2", "NS"], (), 4.719, False),
    ],
)
def test_numbers_that_can_be_read_in_two_ways_are_said_aloud(chart, separator, cells, words, first, noted):
    file = write("n.csv", f"week{separator}n", *(f"{on}{separator}{n}" for on, n in zip(weeks(3), cells, strict=True)))
    _, out, err = chart(file, "--x", "week", "--y", "n", "--out", "csv", *words)
    assert float(records(out)[0]["value"]) == first
    assert ("could be read in two ways" in err) is noted


@pytest.mark.parametrize("text", ["1,234", "12/2026", "5 of 9", "2026", "May"])
def test_numbers_and_words_are_no_months(text):
    assert whole_date(text) == text


# How it is read


def test_dates_are_gathered_by_week_and_month(chart):
    file = write("days.csv", "day,n", *(f"2026-09-{day:02d},{day}" for day in range(7, 21)))
    by_week = records(chart(file, "--by", "week", "--how", "sum", "--out", "csv")[1])
    by_month = records(chart(file, "--by", "month", "--out", "csv")[1])
    assert [(row["date"], float(row["value"])) for row in by_week] == [("2026-09-07", 70), ("2026-09-14", 119)]
    assert [(row["date"], float(row["value"])) for row in by_month] == [("2026-09-01", 13.5)]


def test_a_phase_is_a_date_or_point_with_a_reason_or_a_column(chart):
    file = write(
        "phases.csv",
        "week,n,stage",
        *(f"{on},{n},{'new' if k > 6 else 'old'}" for k, (on, n) in enumerate(zip(weeks(14), VALUES, strict=True))),
    )
    by_date = chart(file, "--y", "n", "--phase", f"{weeks(8)[-1]} new", "--out", "csv")[1]
    by_point = chart(file, "--y", "n", "--phase", "8 new", "--out", "csv")[1]
    by_column = chart(file, "--y", "n", "--phase", "stage", "--out", "csv")[1]
    assert by_date == by_point == by_column
    assert [row["phase"] for row in records(by_date)] == ["1"] * 7 + ["2"] * 7
    assert records(by_date)[7]["phase_reason"] == "new"


def test_a_baseline_an_exclusion_a_line_and_an_aim(chart):
    words = ("--y", "visits", "--freeze", "12", "--exclude", f"{weeks(2)[1]},3", "--target", "10@2027-06-30")
    found = json.loads(chart(visits(), *words, "--chart", "i", "--direction", "down", "--out", "json")[1])["charts"][0]
    assert found["phases"][0]["n_baseline"] == 10
    assert [point["excluded"] for point in found["points"]][:4] == [False, True, True, False]
    assert found["target"] == {"value": 10.0, "by": "2027-06-30"}
    assert found["direction"] == "down"
    assert found["method"]["chart"] == "i"


def test_rates_are_shown_by_the_multiplier(chart):
    file = write("rates.csv", "week,falls,days", *(f"{on},{k},1000" for k, on in enumerate(weeks(12))))
    _, out, _ = chart(file, "--y", "falls", "--n", "days", "--chart", "u", "--multiply", "1000", "--out", "csv")
    assert [float(row["value"]) for row in records(out)] == list(range(12))
    assert {float(row["middle"]) for row in records(out)} == {5.5}


def test_several_values_of_one_date_are_the_subgroup_of_an_xbar_chart(chart):
    file = write("sub.csv", "week,score", *(f"{on},{k}" for on in weeks(12) for k in (1, 2, 6)))
    found = json.loads(chart(file, "--chart", "xbar", "--out", "json")[1])["charts"][0]
    assert [point["value"] for point in found["points"]] == [3.0] * 12
    assert found["points"][0]["size"] == 3


# As a process


def test_it_starts_without_settings_a_key_or_django(tmp_path):
    (tmp_path / "v.csv").write_text("week,n\n" + "".join(f"{on},{k}\n" for k, on in enumerate(weeks(12))))
    code = (
        "import sys; sys.argv = ['aimwell', 'chart', 'v.csv', '--out', 'csv']\n"
        "from aimwell.config.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: print(end.code, 'django' in sys.modules, file=sys.stderr)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env={}, capture_output=True, text=True, check=True)
    assert ran.stderr.splitlines()[-1] == "0 False"
    assert len(records(ran.stdout)) == 12
    assert [path.name for path in tmp_path.iterdir()] == ["v.csv"]


def test_a_reader_that_has_seen_enough_may_leave(tmp_path):
    (tmp_path / "v.csv").write_text("week,n\n" + "".join(f"{on},{k}\n" for k, on in enumerate(weeks(2000))))
    command = f"{sys.executable} -m aimwell.config.cli chart v.csv --out json | head -1"
    ran = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout == "{\n"
    assert "Traceback" not in ran.stderr
    assert "BrokenPipe" not in ran.stderr


# Known lines and school days


def referrals(months: int = 18) -> str:
    """Six a school week, from September 2025 on."""
    days = [date(2025 + (8 + k) // 12, (8 + k) % 12 + 1, 1) for k in range(months)]
    return write("referrals.csv", "month,referrals", *(f"{on},{20 + k % 5}" for k, on in enumerate(days)))


def test_counts_stand_over_the_school_days_of_their_month(chart):
    closed = ("--closed", "2025-11-24..2025-11-28 Thanksgiving", "--closed", "2025-09-01")
    ended, out, _ = chart(referrals(6), "--by", "month", "--chart", "u", "--per-session", *closed, "--out", "csv")
    rows = records(out)
    assert ended == 0
    assert [float(row["denominator"]) for row in rows[:3]] == [21, 23, 15]
    assert float(rows[0]["value"]) == 20 / 21
    assert rows[0]["unit"] == "per school day"
    assert float(rows[2]["upper_limit"]) > float(rows[1]["upper_limit"])


def test_rooms_of_one_week_are_added_up_before_they_stand_over_its_days(chart):
    rows = [f"{on},{room},{n}" for on in weeks(4) for room, n in (("A", 3), ("B", 4))]
    file = write("rooms.csv", "week,room,n", *rows)
    words = ("--y", "n", "--group", "none", "--per-session", "--phase", "room", "--by", "week")
    _, out, _ = chart(file, *words, "--out", "csv")
    assert [(row["numerator"], row["denominator"]) for row in records(out)] == [("7.0", "5.0")] * 4
    said = chart(file, *words)[1]
    assert "1.40\u00a0per school day (7 in 5 school days)" in said
    assert "1.40\u00a0por día de clases (7 en 5 días de clases)" in chart(file, *words, "--lang", "es")[1]


def test_a_line_set_by_hand_says_where_it_comes_from(chart):
    _, out, _ = chart(visits(), "--centre", "14.5", "--centre-source", "state average 2026")
    assert "The line was set by hand at 14.5: state average 2026." in out


def test_the_same_months_last_year_make_the_line(chart):
    _, out, _ = chart(referrals(), "--by", "month", "--baseline", "last-year", "--out", "csv")
    rows = records(out)
    assert [row["phase"] for row in rows] == ["1"] * 11 + ["2"] * 7
    assert {row["middle"] for row in rows[11:]} == {"21.5"}  # median of 20, 21, 22, 23, 24, 20
    said = chart("referrals.csv", "--by", "month", "--baseline", "last-year")[1]
    assert "The line is 21.5, from the same months last year (Sep 2025 to Feb 2026, 6 values)." in said
