"""`aimwell chart FILE`: words, pictures, tables, pages, and charts without time."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pptx import Presentation

from aimwell.adapters.xlsx import Workbook
from aimwell.chartfile.words import TABLE
from aimwell.domain.words.tables import gaps
from config.chartfiles import PNG, VALUES, records, schools, visits, weeks, write

# What comes out


def test_words_stand_above_the_newest_numbers(chart):
    _, out, _ = chart(visits(), "--y", "visits")
    lines = out.splitlines()
    assert lines[0] == "visits"
    assert lines[-9].split() == ["Week", "of", "Value", "Middle", "Note"]
    assert [line.split()[2] for line in lines[-8:]] == [str(value) for value in reversed(VALUES[-8:])]


def test_the_picture_is_one_svg_with_a_name(chart):
    ended, _, err = chart(visits(), "--title", "Visits to the nurse", "--output", "v.svg")
    root = ElementTree.parse("v.svg").getroot()
    assert ended == 0
    assert err.splitlines()[-1] == "Written: v.svg"
    assert root[0].text == "Visits to the nurse"


def test_a_png_as_wide_as_asked(chart):
    chart(visits(), "--output", "v.png", "--width", "700")
    data = Path("v.png").read_bytes()
    assert data[:8] == PNG
    assert int.from_bytes(data[16:20], "big") == 700


def test_one_picture_a_group(chart):
    ended, _, err = chart(schools(), "--output", "att.svg")
    assert ended == 0
    assert sorted(path.name for path in Path().glob("*.svg")) == ["att-Alder.svg", "att-Birch.svg"]
    assert err.count("Written: ") == 2


def test_a_slide_and_a_workbook_a_group(chart):
    chart(schools(), "--output", "att.pptx")
    chart("schools.csv", "--output", "att.xlsx")
    slide = Presentation("att-Birch.pptx").slides[0]
    assert slide.shapes.title.text_frame.text == "present: Birch"
    with Path("att-Alder.xlsx").open("rb") as file:
        assert len(list(Workbook(file).rows("Data"))) == 13


def test_a_chart_without_time_is_no_slide(chart):
    file = write("a.csv", "reason", "late bus", "illness")
    ended, _, err = chart(file, "--chart", "pareto", "--x", "reason", "--output", "p.pptx")
    assert (ended, Path("p.pptx").exists()) == (2, False)
    assert err.startswith("A pareto chart is not made as pptx. Choose one of words, svg, png, csv, json, html.")


def test_a_group_name_cannot_leave_the_folder(chart):
    file = write("g.csv", "week,room,n", *(f"{on},{room},1" for on in weeks(3) for room in ("../up", "b/c")))
    chart(file, "--y", "n", "--group", "room", "--output", "x.svg")
    assert sorted(path.name for path in Path().glob("*.svg")) == ["x--up.svg", "x-b-c.svg"]


def test_the_page_stands_alone_and_its_small_charts_share_one_scale(chart):
    chart(schools(), "--output", "att.html")
    page = Path("att.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")
    assert page.count("<svg") == 4
    assert page.count("<table>") == 2
    ids = [part.split('"')[0] for part in page.split(' id="')[1:]]
    assert len(ids) == len(set(ids))


def test_charts_without_time_stand_under_each_other(chart):
    words = ("--chart", "histogram", "--y", "present", "--group", "school")
    assert chart(schools(), *words, "--output", "h.html")[0] == 0
    assert Path("h.html").read_text(encoding="utf-8").count("<svg") == 2


def test_texts_of_a_file_do_nothing_on_a_page(chart):
    file = write("odd.csv", "week,<script>alert(1)</script>", *(f"{on},{k}" for k, on in enumerate(weeks(3))))
    chart(file, "--y", "2", "--output", "odd.html")
    assert "<script" not in Path("odd.html").read_text(encoding="utf-8")


def test_a_group_named_like_a_formula_does_nothing_in_a_spreadsheet(chart):
    file = write("f.csv", "week,room,n", *(f"{on},{room},1" for on in weeks(3) for room in ("=1+1", "b")))
    _, out, _ = chart(file, "--y", "n", "--group", "room", "--out", "csv")
    assert records(out)[0]["group"] == "'=1+1"


def test_json_holds_every_point_and_the_words(chart):
    found = json.loads(chart(schools(), "--out", "json")[1])["charts"]
    assert [(one["group"], len(one["points"])) for one in found] == [("Alder", 12), ("Birch", 12)]
    assert found[0]["points"][0]["on"] == "2026-09-07"
    assert found[0]["words"]["finding"]


def test_everything_is_said_in_spanish_too(chart):
    _, out, err = chart(visits(), "--lang", "es")
    assert err.splitlines()[0] == "Sin --x: se usa “week”."
    assert "Semana del" in out


def test_the_words_of_the_command_are_whole_in_both_languages():
    assert gaps(TABLE) == []


# Charts without time


def test_a_funnel_of_groups(chart):
    file = write("f.csv", "school,late,all", *(f"S{k},{10 + k},{100 + 20 * k}" for k in range(12)), "S9,50,100")
    ended, out, _ = chart(file, "--chart", "funnel", "--group", "school", "--y", "late", "--n", "all", "--out", "csv")
    rows = records(out)
    assert ended == 0
    assert [row["name"] for row in rows] == sorted(f"S{k}" for k in range(12))
    assert next(row for row in rows if row["name"] == "S9")["numerator"] == "69.0"
    assert float(rows[0]["plain_upper_998"]) > float(rows[0]["plain_upper_95"])


def test_a_pareto_chart_of_rows_or_of_counts(chart):
    one_a_row = write("a.csv", "reason", "late bus", "illness", "illness", "")
    counted = write("b.csv", "reason,n", "late bus,1", "illness,2")
    rows = records(chart(one_a_row, "--chart", "pareto", "--x", "reason", "--out", "csv")[1])
    assert rows == records(chart(counted, "--chart", "pareto", "--x", "reason", "--y", "n", "--out", "csv")[1])
    assert [(row["category"], row["count"]) for row in rows] == [("illness", "2"), ("late bus", "1")]


def test_a_histogram_by_group(chart):
    found = json.loads(
        chart(schools(), "--chart", "histogram", "--y", "present", "--group", "school", "--out", "json")[1]
    )
    assert [(one["group"], one["n"]) for one in found["charts"]] == [("Alder", 12), ("Birch", 12)]


def test_a_scatter_plot_of_two_columns(chart):
    ended, out, _ = chart(schools(), "--chart", "scatter", "--x", "enrolled", "--y", "present", "--out", "svg")
    assert (ended, ElementTree.fromstring(out).tag.endswith("svg")) == (0, True)


def test_a_cusum_takes_the_usual_chance_from_the_first_cases_or_from_the_target(chart):
    outcomes = [0, 1, 0, 0] * 10 + [1] * 12
    file = write("c.csv", "case,event", *(f"{k},{event}" for k, event in enumerate(outcomes)))
    first = json.loads(chart(file, "--chart", "cusum", "--y", "event", "--freeze", "40", "--out", "json")[1])
    given = json.loads(chart(file, "--chart", "cusum", "--y", "event", "--target", "0.25", "--out", "json")[1])
    assert first["charts"][0]["p0"] == given["charts"][0]["p0"] == 0.25
    assert first["charts"][0]["signals_up"] == given["charts"][0]["signals_up"] != []


def test_charts_without_time_make_a_page_and_words(chart):
    file = write("a.csv", "reason", "late bus", "illness", "illness")
    assert chart(file, "--chart", "pareto", "--x", "reason")[1].splitlines()[-1].startswith("late bus")
    chart(file, "--chart", "pareto", "--x", "reason", "--output", "p.html")
    assert Path("p.html").read_text(encoding="utf-8").count("<svg") == 1


@pytest.mark.parametrize("out", ["pptx", "xlsx", "svg", "csv"])
def test_a_file_of_missing_shares_is_a_chart_of_gaps(chart, out):
    file = write("gaps.csv", "week,present,all", *(f"{on},NS,20" for on in weeks(3)))
    ended = chart(file, "--y", "present", "--n", "all", "--unit", "%", "--out", out, "--output", f"gaps.{out}")[0]
    assert ended == 0
    assert Path(f"gaps.{out}").stat().st_size > 0
