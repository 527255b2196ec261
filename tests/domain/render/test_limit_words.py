"""Words for limits and rule sets, from readings of every kind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from aimwell.domain.render.chart_export import drawn_lines, exact_table, method_rows, phase_lines
from aimwell.domain.render.readings import reading_words
from aimwell.domain.spc.chart_reading import Point, chart_reading
from aimwell.domain.spc.reading import Phase, Signal
from domain.render.limit_samples import QUIET, individuals, shares
from domain.render.samples import START
from domain.render.test_chart_limits import WEEK, readings


def read(values, **kwargs):
    return chart_reading([Point(START + WEEK * k, value) for k, value in enumerate(values)], period="week", **kwargs)


@settings(max_examples=60, deadline=None)
@given(readings())
def test_words_come_for_every_chart_and_rule_set(reading):
    for lang in ("en", "es"):
        words = reading_words(reading, lang)
        said = [*words.sentences, *words.notes, words.rule, words.how_we_can_tell, words.alt, words.finding]
        assert 1 <= len(words.sentences) <= 3
        assert [text for text in said if "{" in text or "nan" in text.split() or "  " in text] == []
        assert words.alt.endswith(" ".join(words.sentences[1:]))
        assert all(text for _, text in method_rows(reading, lang))
    table = exact_table(reading, "en")
    assert all(len(row) == len(table.keys) for row in table.rows)
    assert all(len(one.values) == len(reading.points) for one in drawn_lines(reading, "en"))


def test_a_point_outside_in_both_languages():
    reading = individuals((*QUIET[:9], 99, *QUIET[10:]))
    english, spanish = reading_words(reading, "en"), reading_words(reading, "es")
    assert english.finding == "A signal: a point outside the limits"
    assert english.sentences[1:] == (
        "Week of Nov 16: a point outside the limits, here above.",
        "The mean is 53.1. Ordinary weeks lie between 25.3 and 81.0.",
    )
    assert spanish.sentences[1] == "Semana del 16 nov: un punto fuera de los límites, aquí por encima."
    assert english.rule.startswith("Western Electric rules: a point outside the limits; two of three points in a row")
    assert english.how_we_can_tell.startswith("On 20 ordinary weeks with no change at all, about ")
    assert english.what_it_does_not_say.startswith("It does not say what brought this about")
    assert [(part.mark, part.text) for part in english.key] == [
        ("neutral", "Signal"), ("limits", "Thin lines: limits of ordinary points"), ("open", "Ordinary week"),
    ]  # fmt: skip


def test_several_signals_are_counted():
    reading = individuals((*QUIET[:9], 120, *QUIET[10:15], -40, *QUIET[16:]))
    words = reading_words(reading, "en")
    assert words.finding == "Two signals, the latest: a point outside the limits"
    assert words.sentences[1].endswith("here below. There is one more signal on this chart.")


def test_a_pattern_says_its_stretch_and_where_it_goes():
    reading = individuals()
    days = [point.on for point in reading.points]
    found = (Signal("trend_6", days[2], days[7], 6, "above"), Signal("beyond_8", days[0], days[9], 8, None))
    phase = replace(reading.phases[0], signals=found)
    words = reading_words(replace(reading, phases=(phase,)), "en")
    assert words.sentences[1].startswith("Sep 14 to Nov 16: eight or more points in a row away from the line")
    up = reading_words(replace(reading, phases=(replace(phase, signals=found[:1]),)), "en")
    assert up.sentences[1].endswith("that all go up or all go down, here going up.")


def test_a_rule_on_all_points_says_so():
    reading = read([1.0] * 8 + [9.0] * 8, rules="improvement")
    assert {signal.rule for signal in reading.phases[0].signals} >= {"too_few_runs"}
    assert "All points together: fewer runs above and below the line" in reading_words(reading, "en").sentences[1]


def test_quiet_limits():
    words = reading_words(individuals(rule="nelson"), "en")
    assert words.sentences[1] == ("No signal so far: the weeks go up and down around the mean as ordinary weeks do.")
    assert words.finding == "Ordinary weeks around a mean of 50.5"


def test_trial_limits_and_ragged_limits_say_so():
    words = reading_words(shares(), "en")
    assert words.sentences[2].startswith(
        "The mean is now 55\u00a0%; before Nov 9 it was 42\u00a0%. The limits change with"
    )
    assert "These are trial limits: they come from only ten weeks and may be far off." in words.sentences[2]
    assert "Dashed: trial limits" in [part.text for part in words.key]


@pytest.mark.parametrize(
    ("values", "chart", "words"),
    [
        ([5.0] * 14, "i", "No limits are drawn, because all values are equal."),
        ([5.0, 0.0, 7.0] * 5, "t", "No limits are drawn, because this chart needs values above zero."),
    ],
)
def test_no_limits_and_why(values, chart, words):
    assert words in reading_words(read(values, chart=chart), "en").sentences[2]


def test_too_few_values_for_limits():
    reading = read([5.0], chart="i")
    assert reading.method.no_limits == "few"
    assert "because there are too few values" in reading_words(reading, "en").sentences[2]


def test_notes_on_the_method():
    reading = read([*QUIET, 95.0], chart="i", freeze=START + WEEK * 14)
    notes = reading_words(replace(reading, method=replace(reading.method, screened=2)), "en").notes
    assert notes[0].startswith("Two jumps between neighbors were much larger")
    assert notes[1] == "The line and limits come from the first 15 values and are kept."
    given_ = read(QUIET, chart="i", centre=50.0)
    assert reading_words(given_, "en").notes[-1] == "The center line was set by hand."


def test_a_limit_without_a_lower_one():
    words = reading_words(read([3.0, 2.0, 4.0, 1.0] * 4, chart="c"), "en")
    assert "Ordinary weeks lie at 7.2 or below." in words.sentences[2]
    ragged = chart_reading(
        [Point(START + WEEK * k, None, 1.0 + k % 3, 30.0 + k) for k in range(14)], chart="p", period="week", unit="%"
    )
    assert "The upper limit changes with the size of each point" in reading_words(ragged, "en").sentences[2]


def test_moving_ranges_have_one_rule():
    words = reading_words(read(QUIET, chart="mr", direction="up"), "en")
    assert words.rule == "On this chart only a point outside the limits is a signal."
    assert words.direction == ""


def test_a_rare_false_signal():
    reading = read(QUIET[:12], rules="western_electric")
    assert "fewer than 1 in 100 such charts" in reading_words(reading, "en").how_we_can_tell


def test_anhoej_beside_limits_says_both():
    reading = read([*QUIET, *(value + 40 for value in QUIET)], chart="i", direction="up")
    words = reading_words(reading, "en")
    assert words.finding == "A lasting shift: 20 weeks in a row above the mean"
    assert "Also a signal: a point outside the limits." in words.rule
    assert "The mean is" in words.sentences[2]


def test_a_new_phase_after_limits_is_read_against_the_earlier_mean():
    values = [*QUIET[:14], *(value + 14 for value in QUIET[:10])]
    reading = read(values, chart="i", phases=[Phase(START + WEEK * 14, "New seating plan")])
    assert "are above the earlier mean of 50.6" in reading_words(reading, "en").sentences[1]


def test_the_lines_of_phases_are_sentences_that_can_stand_in_a_row():
    reading = shares()
    later = reading.phases[1]
    for reason, ending in (("new bell schedule", "New bell schedule."), ("Why not?", "Why not?"), ("", "values.")):
        phases = (reading.phases[0], replace(later, reason=reason))
        assert phase_lines(replace(reading, phases=phases), "en")[1].endswith(ending)
