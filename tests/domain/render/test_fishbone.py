"""The fishbone: at most eight bones, every cause on its shelf, words at the head."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aimwell.domain.render.fishbone import Fishbone, fishbone_svg
from aimwell.domain.theory.causes import BONES_DRAWN, Bone, Cause, CauseStatus, cause_outline
from domain.render.drawings import SVG, links, nodes, parsed, texts

TIME = Bone(
    "b1",
    "Time",
    (
        Cause("c1", "We ask for talk before time to think", CauseStatus.SUPPORTED),
        Cause("c2", "Talk is what we drop when late"),
        Cause("c3", "Math follows lunch", parent="c1"),
        Cause("c4", "Some students are just shy", set_aside=True, note="being reworded"),
        Cause("c5", "Class size of 26", sent_up=True),
        Cause("c6", "Teachers do not value talk", CauseStatus.CONTRADICTED),
    ),
)
VIEW = Fishbone("1 in 3 fifth graders explain", (TIME,), "34 %, 8 lessons", "/causes/{id}")


@st.composite
def fishbones(draw: st.DrawFn) -> Fishbone:
    words = st.text(max_size=80) | st.just("<script>alert(1)</script>") | st.just("x" * 150)
    bones = []
    for number in range(draw(st.integers(0, 8))):
        count = draw(st.integers(0, 5))
        causes = tuple(
            Cause(
                f"c{number}-{n}",
                draw(words),
                draw(st.sampled_from(list(CauseStatus))),
                draw(st.sampled_from(["", *(f"c{number}-{m}" for m in range(n))])),
                draw(st.booleans()),
                draw(st.booleans()),
                draw(words),
            )
            for n in range(count)
        )
        bones.append(Bone(f"b{number}", draw(words), causes))
    return Fishbone(draw(words), tuple(bones), draw(words), "/c/{id}")


@settings(deadline=None)
@given(fishbones(), st.sampled_from(["en", "es"]), st.sampled_from([700.0, 1120.0]))
def test_any_fishbone_is_well_formed_and_holds_the_causes_of_its_bones(view: Fishbone, lang: str, width: float) -> None:
    root = parsed(fishbone_svg(view, lang=lang, width=width))
    expected = sorted(cause.id for bone in view.bones[:BONES_DRAWN] for cause in bone.causes)
    assert sorted(nodes(root)) == expected
    assert sorted(links(root)) == [f"/c/{cause}" for cause in expected]
    assert float(root.get("width") or 0) <= width


@settings(deadline=None)
@given(fishbones())
def test_shelves_of_a_bone_stay_apart_and_inside_the_drawing(view: Fishbone) -> None:
    root = parsed(fishbone_svg(view, lang="en"))
    height = float(root.get("height") or 0)
    for group in root.iter(f"{SVG}g"):
        if group.get("data-bone") is None:
            continue
        levels = [float(line.get("y1") or 0) for line in group.iter(f"{SVG}line") if line.get("class") == "d-shelf"]
        assert all(low + 20 < high for low, high in pairwise(levels))
        assert all(0 < level < height for level in levels)


def test_the_rest_is_named_when_there_are_more_bones_than_fit() -> None:
    bones = tuple(Bone(f"b{n}", f"Bone {n}") for n in range(BONES_DRAWN + 2))
    assert "2 more in the outline" in texts(parsed(fishbone_svg(Fishbone("p", bones), lang="en")))
    assert "2 más en el esquema" in texts(parsed(fishbone_svg(Fishbone("p", bones), lang="es")))


@pytest.mark.parametrize(
    ("cause", "mark", "struck"),
    [("c1", "supported", False), ("c2", "assumed", False), ("c4", "set_aside", True), ("c5", "sent_up", False),
     ("c6", "contradicted", True)],
)  # fmt: skip
def test_state_of_a_cause_is_a_mark_and_set_aside_stays_legible(cause: str, mark: str, struck: bool) -> None:
    node = nodes(parsed(fishbone_svg(VIEW, lang="en")))[cause]
    drawn = next(one for one in node.iter(f"{SVG}g") if (one.get("class") or "").startswith("m "))
    assert drawn.get("class") == f"m m-{mark}"
    assert (next(node.iter(f"{SVG}text")).get("text-decoration") == "line-through") == struck


def test_reading_order_puts_each_why_under_its_cause() -> None:
    rows = [(row.cause.id, row.level) for row in cause_outline(TIME.causes)]
    assert rows == [("c1", 0), ("c3", 1), ("c2", 0), ("c4", 0), ("c5", 0), ("c6", 0)]
    root = parsed(fishbone_svg(VIEW, lang="es"))
    assert list(nodes(root)) == ["c1", "c3", "c2", "c4", "c5", "c6"]
    assert "enviada al nivel que" in " ".join(texts(root))


def test_export_has_no_links() -> None:
    root = parsed(fishbone_svg(VIEW, lang="en", links=False))
    assert (links(root), root.get("role")) == ([], "img")
