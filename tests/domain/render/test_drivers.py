"""The driver map: what it says to eyes, to readers and to scripts. Also the marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aimwell.domain.render.drivers import DriverMap, drivers_svg
from aimwell.domain.render.marks import MARKS, mark, mark_svg
from aimwell.domain.theory.graph import Theory
from domain.render.drawings import SVG, links, nodes, parsed, texts
from domain.theory.theories import ROOM_12, theories

VIEW = DriverMap(
    ROOM_12, {"i3": 2, "s3": 2}, {"i3": "held in Room 12", "a": "54 % last week"}, "i3", "/theory/1/parts/{id}"
)


@settings(deadline=None)
@given(theories(), st.sampled_from(["en", "es"]), st.booleans())
def test_any_theory_makes_a_well_formed_drawing_with_every_part(theory: Theory, lang: str, linked: bool) -> None:
    chosen = theory.parts[0].id if theory.parts else None
    root = parsed(drivers_svg(DriverMap(theory, selected=chosen, href="/p/{id}"), lang=lang, links=linked))
    assert list(nodes(root)) == [part.id for part in theory.parts]
    assert links(root) == ([f"/p/{part.id}" for part in theory.parts] if linked else [])


def test_heads_and_flags_in_both_languages() -> None:
    english, spanish = (texts(parsed(drivers_svg(VIEW, lang=lang))) for lang in ("en", "es"))
    assert english[:4] == ["Aim", "What must be true", "What that takes", "What we try"]
    assert spanish[:4] == ["Meta", "Lo que debe cumplirse", "Lo que eso requiere", "Lo que probamos"]
    assert [words for words in english if words.startswith("no ")] == ["no idea yet", "no measure yet"]


def test_node_tells_scripts_its_neighbours_and_readers_its_state() -> None:
    node = nodes(parsed(drivers_svg(VIEW, lang="en")))["s3"]
    told = {name: node.get(f"data-{name}") for name in ("kind", "parents", "children", "label")}
    assert told == {
        "kind": "secondary",
        "parents": "p2 p3",
        "children": "i3 i4",
        "label": "Time to think before talking",
    }
    chosen = nodes(parsed(drivers_svg(VIEW, lang="en")))["i3"].find(f"{SVG}a")
    assert chosen is not None
    assert chosen.get("aria-label") == "Change idea: A quiet minute to rehearse. held in one setting. held in Room 12"


def test_way_of_the_chosen_node_is_blue_and_nothing_else() -> None:
    root = parsed(drivers_svg(VIEW, lang="en"))
    edges = [one for one in root.iter(f"{SVG}g") if one.get("class") == "d-edge"]
    blue = {
        (one.get("data-parent"), one.get("data-child"))
        for one in edges
        if one[0].get("stroke") == "#1D4F91" and "d-way" in (one[0].get("class") or "")
    }
    assert blue == {("a", "p2"), ("a", "p3"), ("p2", "s3"), ("p3", "s3"), ("s3", "i3")}
    assert len(edges) == len(ROOM_12.links)


def test_abandoned_idea_is_struck_and_dashed_and_still_legible() -> None:
    node = nodes(parsed(drivers_svg(VIEW, lang="en")))["i4"]
    words = next(node.iter(f"{SVG}text"))
    assert (words.get("text-decoration"), words.get("fill")) == ("line-through", "#4B5262")
    assert next(node.iter(f"{SVG}line")).get("stroke-dasharray") == "3 4"


def test_links_make_it_a_group_because_an_image_hides_its_links() -> None:
    assert parsed(drivers_svg(VIEW, lang="en")).get("role") == "group"
    assert parsed(drivers_svg(VIEW, lang="en", links=False)).get("role") == "img"


def test_two_maps_on_a_page_share_no_ids() -> None:
    one, two = (parsed(drivers_svg(VIEW, lang="en", prefix=prefix)) for prefix in ("one", "two"))
    ids = [{node.get("id") for node in root.iter() if node.get("id")} for root in (one, two)]
    assert not ids[0] & ids[1]


def test_script_in_a_label_stays_text() -> None:
    part = ROOM_12.parts[10]
    theory = Theory((type(part)(part.id, part.kind, '</text><script>alert("1")</script>'),))
    svg = drivers_svg(DriverMap(theory), lang="en")
    assert "<script" not in svg
    parsed(svg)


NAMES = [
    "met",
    "below",
    "above",
    "planned",
    "quarter0",
    "quarter1",
    "quarter2",
    "quarter3",
    "quarter4",
    "assumed",
    "checking",
    "supported",
    "contradicted",
    "set_aside",
    "sent_up",
    "layer",
    "flag",
    "tick",
    "lock",
    "count",
    "count_missing",
]


def test_marks_are_the_vocabulary_of_the_design() -> None:
    assert sorted(MARKS) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_mark_is_drawn_with_and_without_a_label(name: str) -> None:
    assert f'class="m m-{name}"' in mark(name, 4, 5)
    assert 'role="img" aria-label="below &amp; beyond"' in mark_svg(name, "below & beyond")
    assert 'aria-hidden="true"' in mark_svg(name)


def test_different_marks_have_different_shapes_without_colour() -> None:
    shapes = {}
    for name in NAMES:
        drawn = MARKS[name]()
        for colour in ("#1D4F91", "#C4600F", "#1B2230", "#4B5262"):
            drawn = drawn.replace(colour, "#000000")
        shapes.setdefault(drawn.split("d=")[-1] if "d=" in drawn else drawn, []).append(name)
    shared = [names for names in shapes.values() if len(names) > 1]
    assert shared == [["quarter0", "assumed"], ["quarter2", "checking"], ["quarter4", "supported"]]
