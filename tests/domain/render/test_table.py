from __future__ import annotations

from datetime import date

import pytest

from aimwell.domain.render.table import TableRow, csv_rows, data_table, harmless
from aimwell.domain.spc.chart_reading import Point, chart_reading
from domain.render.samples import POINTS, sample, weeks


def test_the_sample_as_a_table():
    table = data_table(sample(), "en")
    assert table.columns == ("Week of", "Count", "Of", "Share", "Middle", "Note")
    assert (len(table.rows), table.counted) == (18, True)
    assert table.rows[0] == TableRow("Feb 1", "39", "72", "54\u00a0%", "46\u00a0%", "", in_shift=True)
    assert table.rows[9].note == "Sentence starters in all three rooms"


def test_missing_and_left_out_are_said():
    table = data_table(weeks([1, None, 3], exclude=[date(2026, 9, 28)]), "es", newest_first=False)
    assert [row.note for row in table.rows] == ["", "sin valor", "fuera de la mediana"]
    assert table.counted is False


def test_csv_has_exact_values():
    header, first, *_ = csv_rows(sample())
    assert header[:3] == ["date", "value", "unit"]
    assert first == [
        "2026-09-14", 22 / 72 * 100, "%", 22, 72, sample().phases[0].centre, 1, "", 0, 0, 0,
        None, None, None, None, None, "", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\r=1", "  =1", "\uff1d1"])
def test_no_text_can_act_as_a_formula(text):
    assert harmless(text) == f"'{text}"
    reading = chart_reading([Point(POINTS[0].on, None, missing=text, note=text)])
    assert [row[-2:] for row in csv_rows(reading)][1] == [f"'{text}"] * 2


def test_ordinary_text_is_left_alone():
    assert [harmless(text) for text in ("Storm day", "", "2 absent", "a=b")] == ["Storm day", "", "2 absent", "a=b"]
