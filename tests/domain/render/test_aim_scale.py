import itertools
import xml.etree.ElementTree as ET

from hypothesis import example, given
from hypothesis import strategies as st

from aimwell.domain.render.aim_scale import LEFT, RIGHT, WIDTH, aim_scale_svg
from aimwell.domain.theory.textwidth import width

SVG = "{http://www.w3.org/2000/svg}"
numbers = st.floats(-1e6, 1e6)


def labels(svg):
    """Each text of the drawing: its row, where it begins and where it ends."""
    root = ET.fromstring(svg)
    for one in root.iter(f"{SVG}text"):
        wide = width(one.text, float(one.get("font-size")), weight=int(one.get("font-weight", "400")))
        left = float(one.get("x")) - (wide / 2 if one.get("text-anchor") == "middle" else 0)
        yield float(one.get("y")), left, left + wide


def touching(svg):
    rows = sorted(labels(svg))
    return [(a, b) for a, b in itertools.pairwise(rows) if a[0] == b[0] and b[1] < a[2] + 1]


@given(numbers, numbers, st.lists(numbers, max_size=10))
def test_aim_scale_keeps_every_mark_on_the_line(baseline, target, recent):
    middle = (sorted(recent)[len(recent) // 2], "46 %") if recent else None
    svg = aim_scale_svg(baseline=(baseline, "34 %"), target=(target, "65 %"), recent=recent, middle=middle, lang="en")
    dots = [float(dot.get("cx")) for dot in ET.fromstring(svg).iter(f"{SVG}circle")]
    assert len(dots) == len(recent)
    assert all(LEFT - 0.1 <= x <= RIGHT + 0.1 for x in dots)


def test_aim_scale_says_the_three_numbers():
    svg = aim_scale_svg(baseline=(34, "34 %"), target=(65, "65 %"), recent=[44, 46, 52], middle=(46, "46 %"), lang="es")
    assert "Inicio 34 %, meta 65 %. La mediana reciente es 46 %." in svg
    assert "Últimas 3 semanas" in svg


@given(st.floats(0, 100), st.floats(0, 100), st.lists(st.floats(0, 100), min_size=1, max_size=10))
@example(37, 60, [37, 50, 60, 60, 61, 66])
@example(50, 50, [50])
@example(60, 37, [10, 90, 90])
def test_no_label_of_the_aim_scale_touches_another_or_leaves_the_drawing(baseline, target, recent):
    middle = sorted(recent)[len(recent) // 2]
    svg = aim_scale_svg(
        baseline=(baseline, f"{baseline:.0f} %"), target=(target, f"{target:.0f} %"), recent=recent,
        middle=(middle, f"{middle:.0f} %"), lang="es",
    )  # fmt: skip
    assert touching(svg) == []
    assert all(left >= -0.5 and right <= WIDTH + 0.5 for _, left, right in labels(svg))
    assert ET.fromstring(svg).get("viewBox").split()[3] in ("88", "110")
