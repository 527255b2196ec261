"""`aimwell chart FILE`: what it says when it cannot, and that nothing is written then."""

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aimwell.chartfile.command import main
from aimwell.chartfile.help import TABLE as HELP
from aimwell.domain.words.tables import gaps
from config.chartfiles import PNG, schools, visits, weeks, write


def bad_cells() -> str:
    cells = ["1", "abc", "=2+2", "3"]
    return write("bad.csv", "week,visits", *(f"{on},{cell}" for on, cell in zip(weeks(4), cells, strict=True)))


def test_a_cell_that_cannot_be_read_is_named_by_row_and_column_and_nothing_is_written(chart):
    ended, out, err = chart(bad_cells(), "--y", "visits", "--output", "v.svg")
    assert (ended, out) == (2, "")
    assert err.splitlines() == [
        "Row 3, column “visits”: “abc” is not a number. "
        "Write a number, or leave the cell empty when the value is missing.",
        "Row 4, column “visits”: “=2+2” is a formula; it was not run. Write the value itself.",
        "Nothing was written.",
    ]
    assert not Path("v.svg").exists()


def test_only_the_first_bad_cells_are_said(chart):
    file = write("bad.csv", "week,visits", *(f"{on},x{k}x" for k, on in enumerate(weeks(8))))
    lines = chart(file, "--x", "week", "--y", "visits")[2].splitlines()
    assert [line[:6] for line in lines[:5]] == ["Row 2,", "Row 3,", "Row 4,", "Row 5,", "Row 6,"]
    assert lines[5:] == ["And 3 more rows like these.", "Nothing was written."]


@pytest.mark.parametrize(
    ("rows", "words", "said"),
    [
        (
            ["2026-13-09,1"],
            (),
            "Row 2, column “week”: “2026-13-09” is not a date we can read. Write it like 2026-11-09.",
        ),
        (["2026-09-07,1", ",2"], (), "Row 3, column “week”: there is no date. Add it, or take the row out."),
        (
            ["2026-09-07,-1"],
            ("--chart", "c"),
            "Row 2, column “n”: -1 is below zero, and a c chart counts. Check the number.",
        ),
    ],
)
def test_other_bad_cells(chart, rows, words, said):
    file = write("bad.csv", "week,n", *rows)
    ended, _, err = chart(file, "--x", "week", "--y", "n", *words)
    assert (ended, err.splitlines()[0]) == (2, said)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            "2026-09-07,5,",
            "Row 2, column “all”: there is no total beside the count. Add it, or leave both cells empty.",
        ),
        (
            "2026-09-07,5,4",
            "Row 2, column “n”: 5 / 4 is more than the whole, and a p chart shows parts of a whole. "
            "Check both numbers.",
        ),
        ("2026-09-07,1,-4", "Row 2, column “all”: -4 is below zero, and a p chart counts. Check the number."),
    ],
)
def test_counts_and_totals_that_do_not_fit(chart, row, said):
    file = write("bad.csv", "week,n,all", row)
    ended, _, err = chart(file, "--x", "week", "--y", "n", "--n", "all", "--chart", "p")
    assert (ended, err.splitlines()[0]) == (2, said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--y", "visit"), "There is no column “visit”. The columns are: week, visits, note. Did you mean “visits”?"),
        (("--y", "9"), "There is no column “9”. The columns are: week, visits, note."),
        (("--freeze", "soon"), "--freeze “soon”: write a date like 2026-11-09, or the number of a point."),
        (("--freeze", "99"), "--freeze 99: there are only 14 points."),
        (("--exclude", "2020-01-01"), "--exclude 2020-01-01: no point has this date."),
        (
            ("--phase", "2026-10-05"),
            '--phase 2026-10-05: say why the line changes there: --phase "2026-10-05 new bell schedule".',
        ),
        (
            ("--target", "ten"),
            "--target “ten”: write a number, with the day it is for if you like: 90 or 90@2027-06-30.",
        ),
        (("--chart", "p"), "A p chart needs a count and its total. Name the column of totals with --n."),
        (("--output", "v.pdf"), "v.pdf has no ending that says its kind."),
        (("--chart", "pareto"), "A pareto chart needs --x. Name the column."),
        (("--chart", "cusum", "--freeze", "soon"), "--freeze “soon”: on a cusum chart"),
        (("--chart", "cusum", "--target", "0.5"), "Row 2, column “visits”: “12” is not 0 or 1."),
    ],
)
def test_an_option_that_cannot_be_meant(chart, words, said):
    file = visits()
    given = words if "--y" in words or "pareto" in words else ("--y", "visits", *words)
    ended, out, err = chart(file, *given)
    assert (ended, out) == (2, "")
    assert err.startswith(said)
    assert err.splitlines()[-1] == "Nothing was written."


def test_a_file_without_dates_or_numbers_says_what_to_name(chart):
    assert "No column holds dates" in chart(write("a.csv", "room,n", "a,1", "b,2"))[2]
    assert "No column holds numbers" in chart(write("b.csv", "week,room", "2026-09-07,a", "2026-09-14,b"))[2]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "cannot be read"),
        (b"%PDF-1.7 ...", "cannot be read"),
        (b"\n\n \n", "has no rows"),
        (b"week,n\n", "has no rows"),
    ],
)
def test_a_file_that_is_no_table(chart, content, said):
    Path("odd.csv").write_bytes(content)
    ended, _, err = chart("odd.csv")
    assert (ended, said in err, "Traceback" in err) == (2, True, False)


def test_a_file_that_is_not_there_or_a_folder(chart):
    assert chart("none.csv")[2].startswith("There is no file none.csv.")
    Path("folder").mkdir()
    assert chart("folder")[2].startswith("folder cannot be read")


def test_pictures_of_groups_need_a_place(chart):
    assert chart(schools(), "--out", "svg")[2].startswith("There is one svg file for each of 2 groups.")


def test_a_place_that_cannot_be_written_is_said(chart):
    ended, _, err = chart(visits(), "--output", "no/such/v.svg")
    assert (ended, err.splitlines()[-1].startswith("no/such/v.svg could not be written")) == (2, True)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(st.sampled_from([*weeks(2), "", "1", "x", "=1", "12/24", "3.5", "n/a", "9%", "week"]), max_size=4)
    ),
    st.sampled_from(["run", "i", "p", "g", "xbar", "mr", "histogram", "scatter"]),
)
def test_any_table_gives_a_chart_or_says_why_not(chart, rows, kind):
    file = write("any.csv", "week,n,of,room", *(",".join(row) for row in rows))
    columns = ("--x", "1", "--y", "2") if kind == "scatter" else ("--y", "2")
    ended, out, err = chart(file, "--chart", kind, *columns, "--out", "json")
    assert (ended, bool(out)) in ((0, True), (2, False))
    assert ended == 0 or err.endswith("Nothing was written.\n")


def test_a_first_date_that_is_none_is_refused(chart, capfd):
    with pytest.raises(SystemExit) as ended:
        chart(visits(), "--starts", "soon")
    assert ended.value.code == 2
    assert "“soon” is not a date: write it like 2026-09-07" in capfd.readouterr().err


def test_a_picture_goes_to_standard_output_unless_that_is_a_screen(capfdbinary, monkeypatch):
    assert main([visits(), "--out", "png"]) == 0
    assert capfdbinary.readouterr().out[:8] == PNG
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["visits.csv", "--out", "png"]) == 2


@pytest.mark.parametrize(
    ("words", "said", "dicho"),
    [
        (
            ("--chart", "funnel", "--group", "school", "--y", "late", "--n", "all"),
            "A funnel needs groups with a total over 0",
            "Un embudo necesita grupos con un total mayor que 0",
        ),
        (("--chart", "cusum", "--y", "late"), "A CUSUM chart needs the usual chance", "Una gráfica CUSUM necesita"),
        (("--chart", "histogram", "--y", "none"), "A histogram needs at least one value", "Un histograma necesita"),
    ],
)
def test_a_special_chart_that_cannot_be_computed_says_why_in_both_languages(chart, words, said, dicho):
    file = write("f.csv", "school,late,all,none", "a,0,0,NS")
    ended, _, err = chart(file, *words)
    assert (ended, err.splitlines()[-1]) == (2, "Nothing was written.")
    assert err.startswith(said)
    assert chart(file, *words, "--lang", "es")[2].startswith(dicho)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--per-session", "--chart", "c"), "A c chart does not stand over school days. With --per-session choose one"),
        (("--per-session", "--by", "day"), "--per-session needs a count by week or by month. Add --by week"),
        (("--closed", "2026-11-27..2026-11-25"), "--closed “2026-11-27..2026-11-25”: write first and last day"),
        (("--closed", "Thanksgiving"), "--closed “Thanksgiving”: write first and last day"),
        (("--closed", "2026-13-01"), "--closed “2026-13-01”: write first and last day"),
        (("--baseline", "last-year"), "--baseline last-year needs 4 values or more from the same weeks last year"),
    ],
)
def test_school_days_and_last_year_need_fitting_numbers(chart, words, said):
    ended, out, err = chart(visits(), "--y", "visits", *words)
    assert (ended, out) == (2, "")
    assert said in err


def test_counts_with_totals_do_not_stand_over_school_days(chart):
    ended, _, err = chart(schools(), "--y", "present", "--n", "enrolled", "--group", "school", "--per-session")
    assert ended == 2
    assert "--per-session is for plain counts, and these have totals already. Leave it out." in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--chart", "zz"), "--chart: “zz” is not one of: run, i, ip, mr"),
        (("--multiply", "0"), "--multiply: “0” is not a number above 0."),
        (("--multiply", "nan"), "--multiply: “nan” is not a number above 0."),
        (("--centre", "inf"), "--centre/--center: “inf” is not a number."),
        (("--centre", "x"), "--centre/--center: “x” is not a number."),
        (("--width", "0"), "--width: “0” is not a whole number from 1 to 4000."),
        (("--width", "4001"), "--width: “4001” is not a whole number from 1 to 4000."),
        (("--starts", "soon"), "--starts: “soon” is not a date: write it like 2026-09-07."),
        (("--colour", "red"), "There is no option --colour red."),
        (("--chart",), "--chart needs a value after it."),
        (("--chart", "zz", "--lang", "es"), "--chart: “zz” no es uno de: run"),
        (("--lang=es", "--colour"), "No existe la opción --colour."),
        (("--lang", "fr"), "--lang: “fr” is not one of: en, es."),
    ],
)
def test_an_option_that_cannot_be_understood_is_said_in_the_language_asked_for(capsys, words, said):
    with pytest.raises(SystemExit) as ended:
        main([visits(), *words])
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith(said)


def test_without_a_file_the_command_asks_for_one(capsys):
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("Say which file to read, or - for standard input.")


@pytest.mark.parametrize(("lang", "said"), [("en", "days without school"), ("es", "días sin clases")])
def test_help_is_in_both_languages(capsys, lang, said):
    with pytest.raises(SystemExit) as ended:
        main(["--help", "--lang", lang])
    assert ended.value.code == 0
    assert said in capsys.readouterr().out


def test_no_word_of_the_help_is_missing_in_a_language():
    assert gaps(HELP) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--target", "nan"), "--target “nan”: write a number"),
        (("--phase", "2030-01-07 later"), "--phase 2030-01-07: there are no points around this date."),
        (("--phase", "2020-01-06 early"), "--phase 2020-01-06: there are no points around this date."),
        (("--freeze", "2020-01-06"), "--freeze 2020-01-06: there is no point up to this date."),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(chart, words, said):
    ended, out, err = chart(visits(), "--y", "visits", *words)
    assert (ended, out) == (2, "")
    assert err.startswith(said)


def test_dates_in_the_headings_are_told_from_no_dates(chart):
    file = write("wide.csv", ",".join(["school", *weeks(4)]), "Alder,1,2,3,4", "Birch,4,3,2,1")
    assert chart(file)[2].startswith("Dates stand in the headings. Turn the table")
