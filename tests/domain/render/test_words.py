from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.render.readings import reading_words
from aimwell.domain.spc.chart_reading import Point, chart_reading
from aimwell.domain.words.charts import TABLE as CHARTS
from aimwell.domain.words.dates import long_date, month_year, short_date
from aimwell.domain.words.numbers import count_word, decimals_for, number_text, one_in, value_text
from aimwell.domain.words.readings import TABLE as READINGS
from aimwell.domain.words.tables import Table, all_tables, gaps, say
from domain.render.samples import POINTS, sample, weeks

FORBIDDEN = ("significan", "because", "improved by", "caused", "porque", "gracias a", "error", "failed", "!")


@pytest.mark.parametrize("table", list(all_tables()), ids=lambda table: table.name)
def test_both_languages_have_every_sentence_and_parameter(table):
    assert gaps(table) == []


def test_the_tables_are_found():
    assert {"charts", "readings"} <= {table.name for table in all_tables()}


def test_a_gap_in_a_table_is_named():
    broken = Table("t", {"a": {"en": "x {n}", "es": ""}, "b": {"en": "{x}", "es": "{y}"}})
    assert gaps(broken) == ["t.a: no es", "t.b: parameters differ"]


def test_say_chooses_language_and_number():
    assert say("readings.missing", "en", n=1, count="One") == "One value is missing. It is a gap, not a zero."
    assert say("readings.missing", "es-mx", n=3, count="tres") == "Faltan tres valores. Son huecos, no ceros."
    with pytest.raises(KeyError):
        say("readings.nothing", "en")


@pytest.mark.parametrize("table", [READINGS, CHARTS], ids=lambda table: table.name)
def test_no_sentence_claims_a_cause_or_blames(table):
    texts = [str(text).lower() for entry in table.entries.values() for text in entry.values()]
    assert [text for text in texts if any(word in text for word in FORBIDDEN)] == []


def test_the_sample_in_english():
    words = reading_words(sample(), "en")
    assert words.finding == "A lasting shift: ten weeks in a row above the earlier middle"
    assert words.sentences == (
        "Week of Feb 1: 54\u00a0% (39 of 72).",
        "All ten weeks since Nov 9 are above the earlier middle of 34\u00a0%, a longer run than chance usually gives.",
        "The middle (median) is now 46\u00a0%; before Nov 9 it was 34\u00a0%. The aim is 65\u00a0% by May 28.",
    )
    assert words.rule == "Rule: eight or more weeks in a row on one side of the earlier middle."
    assert words.how_we_can_tell == (
        "Here there are ten. On ten ordinary weeks with no change at all, this rule still rings about 1 time in 14."
    )
    assert [part.mark for part in words.key] == ["", "toward", "open", "band"]
    assert words.alt.startswith("Run chart of 18 weeks, Sep 14 to Feb 1. Lowest 31\u00a0%, highest 54\u00a0%. All ten")


def test_the_sample_in_spanish():
    words = reading_words(sample(), "es")
    assert words.sentences[1] == (
        "Las diez semanas desde el 9 nov están por encima de la mediana anterior de 34\u00a0%, "
        "una racha más larga de lo que suele dar el azar."
    )
    assert words.direction == "Subir es bueno."


def test_three_weeks_are_too_early():
    words = reading_words(chart_reading(POINTS[:3], unit="%"), "en")
    assert words.sentences[1] == (
        "Nine more weeks before the line can tell a lasting change from an ordinary week. "
        "Until then, read each point as a story, not a trend."
    )
    assert (words.rule, words.how_we_can_tell) == ("", "")
    spanish = reading_words(chart_reading(POINTS[:11], unit="%"), "es")
    assert spanish.sentences[1].startswith("Falta una semana para distinguir")


def test_nothing_yet():
    words = reading_words(chart_reading([]), "en")
    assert words.sentences == ("No numbers yet. The first one starts the line.",)


@pytest.mark.parametrize(
    ("values", "finding", "sentence"),
    [
        ([5.0] * 14, "All weeks have the same value", "All 14 weeks have the same value"),
        ([1.0, 9.0] * 10, "Ordinary weeks around a middle of 5", "No lasting shift so far"),
        ([1.0] * 6 + [9.0] * 6, "The weeks have not stayed around one middle", "The line crosses its middle one times"),
        (
            [5.0] * 10 + [1.0, 9.0] * 2,
            "More than half of the weeks have the same value",
            "More than half of the weeks lie exactly",
        ),
        ([1.0] * 12 + [9.0] * 12, "A lasting shift: 12 weeks in a row above the middle", "The last 12 weeks are all"),
    ],
)
def test_findings(values, finding, sentence):
    words = reading_words(weeks(values), "en")
    assert words.finding == finding.replace("12", "twelve")
    assert sentence.replace("12", "twelve").replace("one times", "once") in words.sentences[1]


@given(
    st.lists(st.one_of(st.none(), st.floats(-1e9, 1e9)), max_size=30),
    st.sampled_from(["day", "week", "month", "point"]),
    st.sampled_from(["up", "down", ""]),
)
def test_words_come_for_any_data_in_both_languages(values, period, direction):
    points = [Point(date(2026, 1, 5) + timedelta(days=k), value) for k, value in enumerate(values)]
    reading = chart_reading(points, period=period, direction=direction)
    for lang in ("en", "es"):
        words = reading_words(reading, lang)
        assert 1 <= len(words.sentences) <= 3
        assert all("{" not in sentence and "nan" not in sentence for sentence in words.sentences)


def test_notes_say_what_was_left_out_missing_and_kept():
    out = POINTS[2].on
    words = reading_words(sample(exclude=[out], freeze=date(2027, 1, 4)), "en")
    assert words.notes == ("Left out on purpose: Sep 28.", "The middle comes from the first six values and is kept.")


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(1250, 0, "1,250"), (-0.2, 0, "0"), (54.17, 1, "54.2"), (-3.5, 1, "-3.5"), (2e15, 0, "2.00e+15")],
)
def test_numbers(value, decimals, text):
    assert number_text(value, decimals) == text


def test_units_counts_and_chances():
    assert value_text(34, "%") == "34\u00a0%"
    assert value_text(12) == "12"
    assert [count_word(9, "en"), count_word(12, "es"), count_word(13, "en")] == ["nine", "doce", "13"]
    assert [one_in(0.07), one_in(0.0)] == [14, 1000]


@pytest.mark.parametrize(
    ("values", "unit", "sizes", "decimals"),
    [
        ([54.1, 30.5], "%", [72], 0),
        ([91.62], "%", [], 1),
        ([91.62], "%", [2000], 1),
        ([3, 4], "", [], 0),
        ([3.25], "min", [], 2),
        ([123.5], "", [], 0),
        ([0.00123], "", [], 5),
        ([], "", [], 0),
    ],
)
def test_decimals_that_say_something(values, unit, sizes, decimals):
    assert decimals_for(values, unit=unit, denominators=sizes) == decimals


def test_dates():
    day = date(2027, 2, 1)
    assert [short_date(day, "en"), short_date(day, "es")] == ["Feb 1", "1 feb"]
    assert [short_date(day, "en", year=True), short_date(day, "es", year=True)] == ["Feb 1, 2027", "1 feb 2027"]
    assert [long_date(day, "en"), long_date(day, "es")] == ["February 1, 2027", "1 de febrero de 2027"]
    assert [long_date(day, "en", year=False), long_date(day, "es", year=False)] == ["February 1", "1 de febrero"]
    assert [month_year(day, "en"), month_year(day, "es")] == ["Feb 2027", "feb 2027"]
