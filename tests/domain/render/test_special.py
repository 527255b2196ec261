"""Funnel, Pareto, CUSUM, histogram, dot and scatter charts: drawings, words and tables."""

from __future__ import annotations

import random
from itertools import combinations
from xml.etree import ElementTree

import pytest

from aimwell.domain.render.chart_text import width_of
from aimwell.domain.render.cusum_svg import cusum_svg
from aimwell.domain.render.cusum_words import cusum_table, cusum_words
from aimwell.domain.render.funnel_svg import funnel_svg
from aimwell.domain.render.funnel_words import funnel_table, funnel_words
from aimwell.domain.render.histogram_svg import histogram_svg
from aimwell.domain.render.histogram_words import histogram_table, histogram_words
from aimwell.domain.render.pareto_svg import pareto_svg
from aimwell.domain.render.pareto_words import pareto_table, pareto_words
from aimwell.domain.render.plot_frame import path
from aimwell.domain.render.scatter_svg import scatter_svg
from aimwell.domain.render.scatter_words import scatter_table, scatter_words
from aimwell.domain.render.special_words import SpecialWords
from aimwell.domain.spc.bernoulli_cusum import bernoulli_cusum
from aimwell.domain.spc.funnel import GroupCount, funnel
from aimwell.domain.spc.histogram import histogram
from aimwell.domain.spc.pareto import pareto, pareto_of_counts
from aimwell.domain.spc.scatter import scatter
from domain.render.drawings import parsed, texts

SIZES = ("desktop", "phone", "print")
LANGS = ("en", "es")
RANDOM = random.Random(7)
VALUES = [RANDOM.gauss(46, 6) for _ in range(60)]
SCHOOLS = [
    GroupCount(name, round(n * share), n)
    for name, n, share in zip(
        ("Adams", "Birch", "Cedar", "Dunbar High", "Ivy", "King", "Lincoln", "North", "Oakdale", "Park"),
        (220, 80, 150, 300, 360, 480, 60, 340, 570, 680),
        (0.19, 0.2, 0.17, 0.33, 0.08, 0.18, 0.2, 0.21, 0.31, 0.2),
        strict=True,
    )
]
FUNNEL = funnel(SCHOOLS, multiplier=100, adjust=False)
CUSUM = bernoulli_cusum([*([0] * 40), *([1, 0] * 12), *([0] * 300)], target=0.1, limit=3)
PAIRS = scatter(VALUES, [value * 0.6 + RANDOM.gauss(0, 3) for value in VALUES])

DRAWN = {
    "funnel": lambda **kw: funnel_svg(FUNNEL, unit="%", direction="down", name="Absent often", **kw),
    "ratio": lambda **kw: funnel_svg(funnel(SCHOOLS, kind="SR"), unit="per student", **kw),
    "pareto": lambda **kw: pareto_svg(pareto(["ill", "ill", "bus", None], count_missing=True), **kw),
    "many": lambda **kw: pareto_svg(pareto_of_counts({f"A long name {k}": 90 // k for k in range(1, 21)}), **kw),
    "cusum": lambda **kw: cusum_svg(CUSUM, direction="down", **kw),
    "histogram": lambda **kw: histogram_svg(histogram(VALUES), unit="%", name="Present", **kw),
    "dots": lambda **kw: histogram_svg(histogram([1, 2, 2, 5]), values=[1, 2, 2, 5], **kw),
    "scatter": lambda **kw: scatter_svg(PAIRS, x_name="present", y_name="work", x_unit="%", y_unit="points", **kw),
}  # fmt: skip


def boxes(root: ElementTree.Element) -> list[tuple[str, float, float, float, float]]:
    """Where each text stands, a little smaller than its letters."""
    found = []
    for one in root.iter("{http://www.w3.org/2000/svg}text"):
        words, size = one.text or "", float(one.get("font-size", 0))
        wide, x, y = width_of(words, size), float(one.get("x", 0)), float(one.get("y", 0))
        left = x - wide * {"middle": 0.5, "end": 1.0}.get(one.get("text-anchor", ""), 0.0)
        found.append((words, left + 1, y - size * 0.7, left + wide - 1, y))
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", DRAWN)
def test_words_in_a_picture_neither_touch_nor_leave_it(name, lang, size):
    root = parsed(DRAWN[name](lang=lang, size=size))
    width, height = float(root.get("width")), float(root.get("height"))
    placed = boxes(root)
    for words, left, top, right, bottom in placed:
        assert -1 <= left <= right <= width + 1, words
        assert 0 <= top <= bottom <= height, words
    for one, two in combinations(placed, 2):
        apart = one[1] >= two[3] or two[1] >= one[3] or one[2] >= two[4] or two[2] >= one[4]
        assert apart, (one, two)


@pytest.mark.parametrize("name", DRAWN)
def test_pictures_have_names_of_their_own(name):
    svg = DRAWN[name](lang="en", title="Our chart", id_prefix="x1")
    assert 'aria-labelledby="x1-title x1-desc"' in svg
    assert '<title id="x1-title">Our chart</title>' in svg
    assert DRAWN[name](lang="en", title="Our chart", id_prefix="x1") == svg


def test_groups_outside_have_names_and_shapes():
    svg = DRAWN["funnel"](lang="en")
    words = texts(parsed(svg))
    assert {"Dunbar High", "Ivy", "Oakdale", "99.8\u00a0% limits"} <= set(words)
    assert "Adams" not in words
    assert (svg.count('class="c-away"'), svg.count('class="c-toward"'), svg.count('class="c-open"')) == (2, 1, 7)


def test_a_crowd_of_names_does_not_collide():
    groups = [GroupCount(f"School number {k}", 60 + k % 2, 100) for k in range(15)]
    found = funnel([*groups, GroupCount("All the others", 1000, 10000)], multiplier=100, adjust=False)
    words = texts(parsed(funnel_svg(found, lang="en", size="phone")))
    assert len(found.outside) == 16
    assert 1 <= sum(word.startswith("School number") for word in words) < 12


def test_a_signal_is_marked_at_the_limit():
    svg = DRAWN["cusum"](lang="en")
    assert len(CUSUM.signals_up) >= 1
    assert str(CUSUM.signals_up[0]) in texts(parsed(svg))
    assert svg.count('class="c-away"') == len(CUSUM.signals_up)
    assert svg.count('class="c-toward"') == len(CUSUM.signals_down)


def test_of_many_signals_not_all_are_numbered():
    found = bernoulli_cusum([1] * 80, target=0.1, limit=2)
    svg = cusum_svg(found, lang="en")
    assert svg.count('class="c-neutral"') == 20
    numbers = [text for text in texts(parsed(svg)) if text.isdigit() and int(text) in found.signals_up]
    assert len(numbers) < 20


def test_small_kinds_are_drawn_together():
    words = texts(parsed(DRAWN["many"](lang="en")))
    assert "9 more kinds" in words
    assert "No kind given" in texts(parsed(DRAWN["pareto"](lang="en")))


def test_pictures_of_nothing():
    assert "No cases yet." in texts(parsed(pareto_svg(pareto([]), lang="en")))
    assert "No pairs yet." in texts(parsed(scatter_svg(scatter([], []), lang="en", x_name="a", y_name="b")))
    assert "<path" not in cusum_svg(bernoulli_cusum([], target=0.2), lang="en")
    assert path([(1.0, 1.0), None], "") == ""


def test_dots_and_bars():
    assert DRAWN["dots"](lang="en").count('class="c-open"') == 4
    assert '<title id="histogram-title">Dot plot</title>' in DRAWN["dots"](lang="en")
    assert histogram_svg(histogram([1, 3]), lang="en").count('class="c-bar"') == 2
    assert DRAWN["histogram"](lang="en").count('class="c-bar"') == sum(1 for one in histogram(VALUES).bins if one.count)


ALL_WORDS = {
    "funnel": lambda lang: funnel_words(FUNNEL, lang, unit="%"),
    "ratio": lambda lang: funnel_words(funnel(SCHOOLS, kind="SR", least_size=70), lang),
    "even": lambda lang: funnel_words(funnel(SCHOOLS[:3]), lang),
    "alone": lambda lang: funnel_words(funnel(SCHOOLS[:1]), lang),
    "pareto": lambda lang: pareto_words(pareto(["ill", "ill", None]), lang),
    "cusum": lambda lang: cusum_words(CUSUM, lang),
    "quiet": lambda lang: cusum_words(bernoulli_cusum([1, 0, 0, 0], from_first=4), lang),
    "histogram": lambda lang: histogram_words(histogram([*VALUES, None]), lang, unit="%"),
    "whole": lambda lang: histogram_words(histogram([1, 2, 2]), lang, dots=True),
    "same": lambda lang: histogram_words(histogram([2.5, 2.5]), lang),
    "scatter": lambda lang: scatter_words(PAIRS, lang, x_name="present", y_name="work"),
    "down": lambda lang: scatter_words(scatter(range(9), range(9, 0, -1)), lang, x_name="a", y_name="b"),
    "unclear": lambda lang: scatter_words(scatter(range(8), [1, 2] * 4), lang, x_name="a", y_name="b"),
    "level": lambda lang: scatter_words(scatter(range(8), [1] * 8), lang, x_name="a", y_name="b"),
    "few": lambda lang: scatter_words(scatter([1, 2], [1, None]), lang, x_name="a", y_name="b"),
}
FORBIDDEN = ("signific", "because", "caused", "rank of", "best", "worst", "failed", "overdue", "porque", "!")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ALL_WORDS)
def test_three_sentences_in_plain_neutral_words(name, lang):
    words: SpecialWords = ALL_WORDS[name](lang)
    assert words.one_line == words.sentences[0]
    assert all(sentence[0].isupper() or sentence[0].isdigit() for sentence in words.sentences)
    assert all(sentence.endswith(".") for sentence in (*words.sentences, *words.notes, words.alt))
    assert words.alt.endswith(words.one_line)
    for wrong in FORBIDDEN:
        assert wrong not in " ".join(words.sentences).lower()


def test_what_is_said():
    assert ALL_WORDS["funnel"]("en").one_line == (
        "Three of ten groups lie outside what chance alone gives at their size: "
        "Dunbar High (above), Ivy (below), Oakdale (above)."
    )
    assert ALL_WORDS["even"]("es").one_line == (
        "Los tres grupos están dentro de lo que da el puro azar según su tamaño."
    )
    assert ALL_WORDS["ratio"]("en").notes == ("One group is too small to show.",)
    assert "limits were made wider" in ALL_WORDS["ratio"]("en").sentences[1]
    assert ALL_WORDS["pareto"]("en").sentences[1] == "The most frequent kind is ill: 2 cases, 100\u00a0%."
    assert ALL_WORDS["quiet"]("en").notes == ("The usual chance comes from the first four cases.",)
    assert ALL_WORDS["whole"]("en").sentences[1] == "The most frequent value is 2: 2 of 3."
    assert ALL_WORDS["same"]("en").one_line == "All two values are 2.50."
    assert ALL_WORDS["few"]("en").one_line == "One pair so far; eight are needed before a pattern can be told."
    assert ALL_WORDS["down"]("en").one_line == "Higher values of a mostly come with lower values of b."


def test_many_names_are_cut_short():
    assert pareto_words(pareto_of_counts({f"k{k}": 5 for k in range(9)}), "en").one_line == (
        "Eight of nine kinds make up 89\u00a0% of the 45 cases: k0, k1, k2, k3, and 4 more."
    )


def test_missing_kinds_that_are_counted_need_no_note():
    assert pareto_words(pareto(["a", None], count_missing=True), "en").notes == ()
    empty = pareto_words(pareto([None]), "en")
    assert (empty.one_line, empty.notes) == ("No cases yet.", ("One case has no kind and is left out.",))


def test_tables():
    table = funnel_table(FUNNEL, "en", unit="%")
    assert table.headers == ("Group", "Count", "Of", "Value", "Lower limit", "Upper limit", "Where it lies")
    assert [row[0] for row in table.rows] == sorted(row[0] for row in table.rows)
    assert table.rows[3][0] == "Dunbar High"
    assert table.rows[3][-1] == "above the limits"
    assert funnel_table(funnel(SCHOOLS, kind="SR"), "es").headers[2] == "Esperados"
    assert pareto_table(pareto(["a", "a", None], count_missing=True), "en").rows[1] == (
        "No kind given", "1", "33.3\u00a0%", "100.0\u00a0%",
    )  # fmt: skip
    cases = cusum_table(bernoulli_cusum([1, 1, None, 1], target=0.1, limit=1), "en")
    assert [row[3] for row in cases.rows] == ["", "signal", "", ""]
    assert cases.rows[2] == ("3", "", "", "")
    assert histogram_table(histogram([1, 2, 2]), "en").rows == (("1", "1", "33.3\u00a0%"), ("2", "2", "66.7\u00a0%"))
    assert histogram_table(histogram([0.5, 1.25], width=0.5), "en").rows[0][0] == "0.50 to below 1.00"
    pairs = scatter_table(scatter([1.5], [2], ["Mon"]), "en", x_name="a", y_name="b")
    assert (pairs.headers, pairs.rows) == (("Pair", "a", "b"), (("Mon", "1.50", "2"),))
