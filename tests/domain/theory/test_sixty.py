"""A map of sixty parts after one edit: nobody moves without need. bench/theory.py measures how fast it is drawn."""

import dataclasses
import random
from itertools import pairwise

import pytest

from aimwell.domain.theory.graph import Link, Part, PartKind, Theory
from aimwell.domain.theory.layout import arrange, settled

K = PartKind
COLUMNS = {K.PRIMARY: 5, K.SECONDARY: 18, K.IDEA: 36}


def placed(theory: Theory, *, crossed: bool = True) -> Theory:
    places = settled(theory, crossed=crossed)
    return Theory(tuple(dataclasses.replace(part, place=places[part.id]) for part in theory.parts), theory.links)


@pytest.fixture(scope="module")
def sixty() -> Theory:
    """Every part serves one or two of the column before it."""
    chance = random.Random(20260914)
    columns = [[Part("aim", K.AIM, "Aim")]]
    for kind, count in COLUMNS.items():
        columns.append([Part(f"{kind}{n}", kind, f"Part {n} of the {kind} ones") for n in range(count)])
    links = [
        Link(parent.id, part.id)
        for above, below in pairwise(columns)
        for part in below
        for parent in chance.sample(above, min(len(above), chance.choice((1, 1, 2))))
    ]
    theory = Theory(tuple(part for column in columns for part in column), tuple(links))
    assert len(theory.parts) == 60
    return placed(theory)


def order(theory: Theory, but: str = "") -> list[list[str]]:
    shelves = sorted(arrange(theory).shelves, key=lambda shelf: shelf.y)
    return [[one.id for one in shelves if one.column == column and one.id != but] for column in range(4)]


@pytest.mark.parametrize(("kind", "under"), [(K.PRIMARY, "aim"), (K.SECONDARY, "primary2"), (K.IDEA, "secondary9")])
def test_a_new_part_moves_nobody_past_another(sixty: Theory, kind: PartKind, under: str) -> None:
    more = Theory((*sixty.parts, Part("new", kind, "New")), (*sixty.links, Link(under, "new")))
    assert order(placed(more, crossed=False), "new") == order(sixty)


def test_a_part_that_goes_moves_nobody_past_another(sixty: Theory) -> None:
    for gone in ("primary1", "secondary7", "idea20"):
        links = tuple(link for link in sixty.links if gone not in (link.parent, link.child))
        less = Theory(tuple(part for part in sixty.parts if part.id != gone), links)
        assert order(less) == order(sixty, gone)


def test_other_words_of_the_same_length_move_nothing_at_all(sixty: Theory) -> None:
    parts = tuple(dataclasses.replace(one, label="Port 20") if one.id == "idea20" else one for one in sixty.parts)
    where = [
        [(one.id, one.x, one.top) for one in arrange(theory).shelves] for theory in (sixty, Theory(parts, sixty.links))
    ]
    assert where[0] == where[1]
