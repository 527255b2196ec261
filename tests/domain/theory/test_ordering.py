"""Few crossings, and no more movement than an edit asks for. What "must" means stands in `ordering`."""

import dataclasses
from itertools import combinations, pairwise, permutations, product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from aimwell.domain.theory.graph import Link, Part, PartKind, Theory, may_link, only_held_by, paths_to_aim
from aimwell.domain.theory.layout import arrange, settled
from aimwell.domain.theory.ordering import Layered, Layers, better, crossings, kept
from domain.theory.theories import ROOM_12, theories

K = PartKind
BOUND = 2  # more crossings than the best of all orders, at most; of 1,455 random maps of this size two had one


@st.composite
def small_maps(draw: st.DrawFn) -> Layered:
    """Three columns of up to four nodes and any lines: few enough orders to look at each."""
    layers = tuple(tuple(f"{name}{n}" for n in range(draw(st.integers(1, 4)))) for name in "psi")
    pairs = [pair for here, there in pairwise(layers) for pair in product(here, there)]
    return Layered(layers, tuple(draw(st.lists(st.sampled_from(pairs), unique=True))))


@settings(deadline=None, max_examples=60)
@given(small_maps())
def test_crossings_come_within_the_bound_of_the_best_of_all_orders(small: Layered) -> None:
    every = product(*(permutations(layer) for layer in small.layers))
    fewest = min(crossings(order, small.edges) for order in every)
    found = crossings(better(small), small.edges)
    assert fewest <= found <= fewest + BOUND
    assert found <= crossings(small.layers, small.edges)


@settings(deadline=None)
@given(small_maps())
def test_an_order_without_a_better_one_stays_as_it_is(small: Layered) -> None:
    order = better(small)
    again = better(Layered(order, small.edges))
    assert again == order or crossings(again, small.edges) < crossings(order, small.edges)


@settings(deadline=None)
@given(small_maps())
def test_neighbours_turn_round_only_where_it_saves_a_crossing(small: Layered) -> None:
    order = better(small)
    fewest = crossings(order, small.edges)
    for column, layer in enumerate(order):
        was = small.layers[column].index
        for place, (upper, lower) in enumerate(pairwise(layer)):
            if was(upper) > was(lower):
                back = (*layer[:place], lower, upper, *layer[place + 2 :])
                assert crossings((*order[:column], back, *order[column + 1 :]), small.edges) > fewest


@settings(deadline=None)
@given(small_maps(), st.data())
def test_a_new_node_gets_the_seat_with_the_fewest_crossings(small: Layered, data: st.DataObject) -> None:
    new = data.draw(st.sampled_from([node for layer in small.layers for node in layer]))
    known = {node for layer in small.layers for node in layer} - {new}
    order = kept(small, known)
    assert without(order, new) == without(small.layers, new)
    column = next(number for number, layer in enumerate(order) if new in layer)
    rest = without(order, new)
    seats = [
        crossings((*rest[:column], (*rest[column][:n], new, *rest[column][n:]), *rest[column + 1 :]), small.edges)
        for n in range(len(rest[column]) + 1)
    ]
    assert crossings(order, small.edges) == min(seats)


def without(layers: Layers, *gone: str) -> Layers:
    return tuple(tuple(node for node in layer if node not in gone) for layer in layers)


def placed(theory: Theory, *, crossed: bool = True) -> Theory:
    """The theory as it is kept after an edit."""
    places = settled(theory, crossed=crossed)
    return Theory(tuple(dataclasses.replace(part, place=places[part.id]) for part in theory.parts), theory.links)


def drawn(theory: Theory) -> Layers:
    """Columns from top to bottom, as the picture shows them."""
    shelves = sorted(arrange(theory).shelves, key=lambda shelf: shelf.y)
    return tuple(tuple(shelf.id for shelf in shelves if shelf.column == column) for column in range(4))


@settings(deadline=None)
@given(theories(), st.sampled_from(K), st.data())
def test_adding_a_leaf_keeps_the_order_of_all_others(theory: Theory, kind: PartKind, data: st.DataObject) -> None:
    before = placed(theory)
    parents = [part.id for part in before.parts]
    leaf = Part("new", kind, "A new part")
    after = Theory((*before.parts, leaf), before.links)
    if parents and may_link(after, parent := data.draw(st.sampled_from(parents)), "new"):
        after = Theory(after.parts, (*after.links, Link(parent, "new")))
    after = placed(after, crossed=False)
    assert without(drawn(after), "new") == drawn(before)


@settings(deadline=None)
@given(theories(), st.data())
def test_a_new_line_changes_the_order_only_for_fewer_crossings(theory: Theory, data: st.DataObject) -> None:
    before = placed(theory)
    free = [(a.id, b.id) for a in before.parts for b in before.parts if may_link(before, a.id, b.id)]
    assume(free)
    linked = Theory(before.parts, (*before.links, Link(*data.draw(st.sampled_from(free)))))
    after = placed(linked)
    stayed = before_and_now(linked)
    assert drawn(after) == drawn(before) or crossed(after) < stayed


def before_and_now(linked: Theory) -> int:
    """Crossings with the new line, were nobody to move."""
    return crossed(placed(linked, crossed=False))


def crossed(theory: Theory) -> int:
    """Crossings of straight lines between what the picture shows, place holders and all."""
    curves = [
        list(pairwise(curve.points[index] for index in range(len(curve.points)))) for curve in arrange(theory).curves
    ]
    steps = [step for curve in curves for step in curve if step[0][1] != step[1][1] or step[0][0] != step[1][0]]
    return sum(_cross(one, two) for one, two in combinations(steps, 2))


def _cross(one: tuple, two: tuple) -> bool:
    if (one[0][0], one[1][0]) != (two[0][0], two[1][0]):
        return False
    return (one[0][1] - two[0][1]) * (one[1][1] - two[1][1]) < 0


@settings(deadline=None)
@given(theories(), st.data())
def test_taking_away_keeps_the_order_of_what_stays(theory: Theory, data: st.DataObject) -> None:
    before = placed(theory)
    assume(before.parts)
    gone = data.draw(st.sampled_from([part.id for part in before.parts]))
    parts = tuple(part for part in before.parts if part.id != gone)
    assert drawn(Theory(parts, before.links)) == without(drawn(before), gone)


@settings(deadline=None)
@given(theories(), st.data())
def test_a_new_wording_moves_nothing_unless_it_takes_another_number_of_lines(
    theory: Theory, data: st.DataObject
) -> None:
    before = placed(theory)
    assume(before.parts)
    which = data.draw(st.sampled_from([part.id for part in before.parts]))
    words = data.draw(st.text("abc ", min_size=1, max_size=40))
    parts = tuple(dataclasses.replace(x, label=words) if x.id == which else x for x in before.parts)
    after = Theory(parts, before.links)
    assert drawn(after) == drawn(before)
    old, new = arrange(before), arrange(after)
    if len(old.shelf(which).lines) == len(new.shelf(which).lines):
        assert [(s.id, s.x, s.y, s.top, s.bottom) for s in new.shelves] == [
            (s.id, s.x, s.y, s.top, s.bottom) for s in old.shelves
        ]
        assert new.curves == old.curves


def test_a_theory_that_was_never_put_in_order_gets_the_best_order_found() -> None:
    assert crossed(ROOM_12) == 0
    assert drawn(placed(ROOM_12)) == drawn(ROOM_12)


@pytest.mark.ac("S4 R-21")
def test_every_way_from_an_idea_to_the_aim() -> None:
    assert paths_to_aim(ROOM_12, "i3") == (("i3", "s3", "p2", "a"), ("i3", "s3", "p3", "a"))
    assert paths_to_aim(Theory((Part("x", K.IDEA, "loose"),)), "x") == (("x",),)


@pytest.mark.ac("S0 R-4")
def test_what_hangs_on_one_part_alone() -> None:
    assert only_held_by(ROOM_12, "p3") == ("s5", "s6")
    assert only_held_by(ROOM_12, "i3") == ()
