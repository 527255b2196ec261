"""The ramp: climbing shelves, branches below, drafts dashed; and the strip above a cycle."""
# ruff: noqa: E501  one case, one line

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aimwell.domain.pdsa.judging import Result
from aimwell.domain.pdsa.moves import State
from aimwell.domain.pdsa.predictions import Kind, Prediction, Trend
from aimwell.domain.pdsa.ramps import CycleLink, threads
from aimwell.domain.render.ramp import RampCycle, ramp_strip, ramp_svg
from domain.render.drawings import SVG, links, nodes, parsed, texts

P, DONE = Prediction, State.DONE
LINKS = [
    CycleLink("1", DONE),
    CycleLink("2", DONE, "1"),
    CycleLink("3", DONE, "2"),
    CycleLink("2b", DONE, "2"),
    CycleLink("4", State.DRAFT, "3"),
]
CYCLES = {
    one.id: one
    for one in (
        RampCycle("1", "Starters on desk cards", DONE, "Room 12", P.at_least(12, out_of=24), Result(8, 24), "Adapt", "They stop."),
        RampCycle("2", "A quiet minute", DONE, "Room 12", P.at_least(12, out_of=24), Result(13, 24), "Repeat elsewhere"),
        RampCycle("3", "A task with two answers", DONE, "", P.between(30, 36, out_of=50), Result(27, 50), "Adapt"),
        RampCycle("2b", "Rehearse in Spanish first", DONE, "Room 9", P.between(6, 9, out_of=11), Result(9, 11), "Repeat"),
        RampCycle("4", "A timer on the board", State.DRAFT, "Room 14", P.at_least(16, out_of=26)),
    )
}  # fmt: skip
(THREAD,) = threads(LINKS)


def levels(svg: str) -> dict[str, float]:
    found = nodes(parsed(svg))
    return {one: float((node.get("transform") or "").rstrip(")").split()[-1]) for one, node in found.items()}


@pytest.mark.ac("S1 R-33")
def test_shelves_climb_and_the_branch_falls_below() -> None:
    level = levels(ramp_svg(THREAD, CYCLES, lang="en", here="3"))
    climbs = [level[a] - level[b] for a, b in pairwise("1234")]
    assert climbs == pytest.approx([66, 66, 66])
    assert level["2b"] > level["2"] > level["3"]


def test_words_of_the_drawing() -> None:
    said = texts(parsed(ramp_svg(THREAD, CYCLES, lang="en", here="3")))
    for words in (
        "Cycle 1 · Room 12",
        "8 of 24; predicted 12 or more",
        "because: They stop.",
        "Branch 2b · Room 9",
        "27 of 50; predicted 30–36",
        "predicts 16 or more of 26",
        "Draft",
    ):
        assert words in said


def test_draft_is_dashed_and_here_is_the_thick_shelf() -> None:
    found = nodes(parsed(ramp_svg(THREAD, CYCLES, lang="en", here="3")))
    shelf = {one: next(node.iter(f"{SVG}line")) for one, node in found.items()}
    assert [one for one in shelf if shelf[one].get("stroke-dasharray")] == ["4"]
    assert [one for one in shelf if shelf[one].get("stroke-width") == "2.6"] == ["3"]


def test_links_only_where_asked_for() -> None:
    linked = parsed(ramp_svg(THREAD, CYCLES, lang="en", href="/cycles/{id}"))
    assert links(linked) == ["/cycles/1", "/cycles/2", "/cycles/3", "/cycles/4", "/cycles/2b"]
    assert links(parsed(ramp_svg(THREAD, CYCLES, lang="en", href="/cycles/{id}", links=False))) == []


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        ("3", [("Cycle 1", "below", "Adapt"), ("Cycle 2", "met", "Repeat elsewhere"), ("Cycle 3", "below", "You are here"),
               ("Cycle 4", "planned", "Draft")]),
        ("2b", [("Cycle 1", "below", "Adapt"), ("Cycle 2", "met", "Repeat elsewhere"), ("Branch 2b", "met", "You are here")]),
        ("elsewhere", [("Cycle 1", "below", "Adapt"), ("Cycle 2", "met", "Repeat elsewhere"), ("Cycle 3", "below", "Adapt"),
                       ("Cycle 4", "planned", "Draft")]),
    ],
)  # fmt: skip
def test_ramp_strip(here: str, expected: list[tuple[str, str, str]]) -> None:
    strip = ramp_strip(THREAD, CYCLES, here=here, lang="en")
    assert [(item.label, item.mark, item.foot) for item in strip] == expected


@st.composite
def ramps(draw: st.DrawFn) -> tuple[list[CycleLink], dict[str, RampCycle]]:
    count = draw(st.integers(1, 9))
    words = st.text(max_size=60) | st.just("<script>alert(1)</script>") | st.just("y" * 90)
    predictions = st.sampled_from(
        [None, P.at_least(3, out_of=9), P(Kind.DIRECTION, trend=Trend.UP), P(Kind.EVENT, event="A bell & a whistle")]
    )
    results = st.sampled_from([None, Result(2, 9), Result(happened=True), Result(trend=Trend.DOWN)])
    made, cycles = [], {}
    for number in range(count):
        before = draw(st.integers(0, number - 1)) if number else None
        state = draw(st.sampled_from(list(State)))
        made.append(CycleLink(f"c{number}", state, "" if before is None else f"c{before}"))
        cycles[f"c{number}"] = RampCycle(
            f"c{number}", draw(words), state, draw(words), draw(predictions), draw(results), draw(words), draw(words)
        )
    return made, cycles


@settings(deadline=None)
@given(ramps(), st.sampled_from(["en", "es"]))
def test_any_ramp_is_well_formed_and_no_two_cycles_of_a_column_meet(ramp, lang: str) -> None:
    made, cycles = ramp
    (thread,) = threads(made)
    svg = ramp_svg(thread, cycles, lang=lang, here="c0", href="/c/{id}")
    level = levels(svg)
    assert sorted(level) == sorted(cycles)
    columns: dict[int, list[float]] = {}
    for step in thread.steps:
        columns.setdefault(step.depth, []).append(level[step.cycle.id])
    for column in columns.values():
        assert all(low + 60 < high for low, high in pairwise(sorted(column)))
    assert len(ramp_strip(thread, cycles, here="c0", lang=lang)) >= 1
