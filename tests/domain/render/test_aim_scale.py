import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.render.aim_scale import LEFT, RIGHT, aim_scale_svg

numbers = st.floats(-1e6, 1e6)


@given(numbers, numbers, st.lists(numbers, max_size=10))
def test_aim_scale_keeps_every_mark_on_the_line(baseline, target, recent):
    middle = (sorted(recent)[len(recent) // 2], "46 %") if recent else None
    svg = aim_scale_svg(baseline=(baseline, "34 %"), target=(target, "65 %"), recent=recent, middle=middle, lang="en")
    dots = [float(dot.get("cx")) for dot in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}circle")]
    assert len(dots) == len(recent)
    assert all(LEFT - 0.1 <= x <= RIGHT + 0.1 for x in dots)


def test_aim_scale_says_the_three_numbers():
    svg = aim_scale_svg(baseline=(34, "34 %"), target=(65, "65 %"), recent=[44, 46, 52], middle=(46, "46 %"), lang="es")
    assert "Inicio 34 %, meta 65 %. La mediana reciente es 46 %." in svg
    assert "Últimas 3 semanas" in svg
