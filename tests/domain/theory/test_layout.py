"""The map: nothing overlaps, every curve ends on its shelves, the same theory gives the same picture."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aimwell.domain.theory.graph import Link, Part, PartKind, Theory
from aimwell.domain.theory.layout import HEAD, NATURAL, arrange
from aimwell.domain.theory.ordering import Layered, better, crossings
from aimwell.domain.theory.spacing import placed
from aimwell.domain.theory.textwidth import width, wrap, wrap_even
from domain.theory.theories import ROOM_12, theories

K = PartKind


@settings(deadline=None)
@given(theories(), st.sampled_from([NATURAL, 500.0, 1400.0]))
def test_shelves_of_a_column_never_overlap(theory: Theory, wide: float) -> None:
    layout = arrange(theory, width=wide, notes={part.id: "measured weekly" for part in theory.parts[::2]})
    for column in range(4):
        shelves = sorted((shelf for shelf in layout.shelves if shelf.column == column), key=lambda shelf: shelf.top)
        assert all(upper.bottom + 10 <= lower.top + 0.001 for upper, lower in pairwise(shelves))
        assert all(shelf.top < shelf.y < shelf.bottom for shelf in shelves)
    assert all(shelf.top >= HEAD - 0.001 and shelf.end <= wide + 0.001 for shelf in layout.shelves)


@settings(deadline=None)
@given(theories())
def test_every_curve_runs_from_the_end_of_its_parent_to_the_start_of_its_child(theory: Theory) -> None:
    layout = arrange(theory)
    assert {(curve.parent, curve.child) for curve in layout.curves} == {(x.parent, x.child) for x in theory.links}
    for curve in layout.curves:
        parent, child = layout.shelf(curve.parent), layout.shelf(curve.child)
        assert curve.points[0] == (parent.end, parent.y)
        assert curve.points[-1] == (child.x, child.y)
        assert all(here[0] < there[0] for here, there in pairwise(curve.points))


@settings(deadline=None)
@given(theories())
def test_layout_is_deterministic(theory: Theory) -> None:
    assert arrange(theory) == arrange(Theory(theory.parts, theory.links))


def test_map_of_the_mockup_has_no_crossing_where_the_mockup_has_two() -> None:
    layout = arrange(ROOM_12)
    order = tuple(
        tuple(shelf.id for shelf in sorted(layout.shelves, key=lambda s: s.y) if shelf.column == column)
        for column in range(4)
    )
    edges = tuple((link.parent, link.child) for link in ROOM_12.links)
    assert crossings(order, edges) == 0


def test_a_link_that_passes_a_column_keeps_clear_of_its_shelves() -> None:
    parts = (
        Part("a", K.AIM, "aim"),
        Part("p", K.PRIMARY, "driver"),
        *(Part(f"s{n}", K.SECONDARY, "what that takes") for n in range(3)),
        Part("i", K.IDEA, "idea straight under the driver"),
    )
    links = (Link("a", "p"), Link("p", "i"), *(Link("p", f"s{n}") for n in range(3)))
    layout = arrange(Theory(parts, links))
    passing = next(curve for curve in layout.curves if curve.child == "i")
    assert len(passing.points) == 4
    level = passing.points[1][1]
    for shelf in layout.shelves:
        if shelf.column == 2:
            assert not shelf.top < level < shelf.bottom


@settings(deadline=None)
@given(theories())
def test_a_better_order_is_a_reordering_with_no_more_crossings(theory: Theory) -> None:
    layers = tuple(tuple(part.id for part in theory.of_kind(kind)) for kind in K)
    column = {part.id: part.kind.column for part in theory.parts}
    edges = tuple((x.parent, x.child) for x in theory.links if column[x.child] == column[x.parent] + 1)
    order = better(Layered(layers, edges))
    assert [sorted(layer) for layer in order] == [sorted(layer) for layer in layers]
    assert crossings(order, edges) <= crossings(layers, edges)


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 5), min_size=1, max_size=4).flatmap(
        lambda _: st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12, unique=True)
    )
)
def test_crossings_equal_a_plain_count(pairs: list[tuple[int, int]]) -> None:
    layers = (tuple(f"l{n}" for n in range(5)), tuple(f"r{n}" for n in range(5)))
    edges = tuple((f"l{a}", f"r{b}") for a, b in pairs)
    plain = sum((a < c and b > d) or (a > c and b < d) for n, (a, b) in enumerate(pairs) for c, d in pairs[:n])
    assert crossings(layers, edges) == plain


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(1, 80)), min_size=1, max_size=12))
def test_placed_keeps_room_and_leaves_fitting_wishes_alone(nodes: list[tuple[float, float]]) -> None:
    wishes, room = [wish for wish, _ in nodes], [height for _, height in nodes]
    tops = placed(wishes, room)
    assert all(low + height <= high + 1e-6 for (low, high), height in zip(pairwise(tops), room, strict=False))
    assert placed(tops, room) == pytest.approx(tops)


def test_an_idea_without_links_stands_right_below_its_neighbour() -> None:
    theory = Theory((*ROOM_12.parts, Part("x", K.IDEA, "A loose idea")), ROOM_12.links)
    layout = arrange(theory)
    ideas = sorted((shelf for shelf in layout.shelves if shelf.column == 3), key=lambda shelf: shelf.top)
    place = [shelf.id for shelf in ideas].index("x")
    assert ideas[place].top == pytest.approx(ideas[place - 1].bottom + 20)


@settings(deadline=None)
@given(st.text(max_size=120), st.floats(40, 300))
def test_wrapped_lines_fit_and_keep_every_letter(text: str, room: float) -> None:
    lines = wrap(text, room, 16, most=200)
    assert all(width(line, 16) <= room or len(line) == 1 for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(text.replace("\n", " ").replace("\t", " ").split(" "))


@settings(deadline=None)
@given(st.text(max_size=120), st.floats(60, 300))
def test_even_lines_are_as_few_and_say_the_same(text: str, room: float) -> None:
    plain, even = wrap(text, room, 16), wrap_even(text, room, 16)
    assert len(even) == len(plain)
    if not plain[-1].endswith("…"):
        assert "".join(even).replace(" ", "") == "".join(plain).replace(" ", "")


def test_text_too_long_ends_in_an_ellipsis() -> None:
    lines = wrap("word " * 100, 100, 16, most=3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_width_of_a_known_word() -> None:
    assert width("Adopt", 16) == pytest.approx(16 * (0.54 + 0.56 + 0.54 + 0.56 + 0.34))
