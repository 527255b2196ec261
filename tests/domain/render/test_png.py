"""The picture that leaves the page: its text must be there, which resvg does not promise by itself."""

from __future__ import annotations

import io
import re

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from PIL import Image

from aimwell.adapters.png import FONTS, svg_to_png
from aimwell.domain.render.chart import chart_svg
from domain.render.limit_samples import individuals
from domain.render.samples import sample

LETTERS = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" font-family="Source Sans 3">'
    '<text x="4" y="28" font-size="24"{more}>{words}</text></svg>'
)


def pixels(png: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and rows of four bytes a pixel."""
    with Image.open(io.BytesIO(png)) as picture:
        width, height = picture.size
        data = picture.convert("RGBA").tobytes()
    return width, height, [data[4 * width * row : 4 * width * (row + 1)] for row in range(height)]


def dark(png: bytes) -> int:
    _, _, rows = pixels(png)
    return sum(1 for row in rows for i in range(0, len(row), 4) if row[i] < 100 and row[i + 3] > 200)


def drawn(words: str, more: str = "") -> bytes:
    return svg_to_png(LETTERS.format(words=words, more=more), width=200, background="#FFFFFF")


def test_text_is_drawn():
    assert dark(drawn("")) == 0
    assert dark(drawn("Aim")) > 60


@pytest.mark.parametrize("letters", ["ñ", "é", "¿", "ü", "Á", "\u00bd"])
def test_spanish_letters_are_drawn(letters):
    assert dark(drawn(letters)) > 10


def ink_box(png: bytes) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is darker than grey, in pixels; the last two not included."""
    _, _, rows = pixels(png)
    inked = [(x, y) for y, row in enumerate(rows) for x in range(len(row) // 4) if row[4 * x] < 128]
    xs, ys = [x for x, _ in inked], [y for _, y in inked]
    return min(xs), min(ys), max(xs) + 1, max(ys) + 1


def glyph_box(words: str, face: str, *, size: float, x: float, y: float) -> tuple[float, float, float, float]:
    """Where the outlines of the font file put the words: left, top, right, bottom in pixels."""
    font = TTFont(FONTS / face)
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    scale, pen, boxes = size / font["head"].unitsPerEm, 0.0, []
    for letter in words:
        bounds = BoundsPen(glyphs)
        glyphs[names[ord(letter)]].draw(bounds)
        left, bottom, right, top = bounds.bounds
        boxes.append((pen + left, bottom, pen + right, top))
        pen += glyphs[names[ord(letter)]].width
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return x + min(lefts) * scale, y - max(tops) * scale, x + max(rights) * scale, y - min(bottoms) * scale


@pytest.mark.parametrize(
    ("words", "more", "face"),
    [
        ("H", "", "SourceSans3-Regular.ttf"),
        ("ñ", "", "SourceSans3-Regular.ttf"),
        ("468", "", "SourceSans3-Regular.ttf"),
        ("Lim", ' font-weight="600"', "SourceSans3-Semibold.ttf"),
    ],
)
def test_the_pixels_are_those_of_the_shipped_font(words, more, face):
    """Ten times enlarged; the outlines of the font file and the ink agree to two pixels."""
    big = svg_to_png(LETTERS.format(words=words, more=more), width=2000, background="#FFFFFF")
    wanted = glyph_box(words, face, size=240, x=40, y=280)
    assert ink_box(big) == pytest.approx(wanted, abs=2)


def test_another_family_is_not_what_we_ship():
    """A picture that asks for a font which is not there has no text; ours always asks for the shipped one."""
    other = LETTERS.format(words="Aim", more="").replace("Source Sans 3", "No Such Font")
    assert svg_to_png(other, width=200, background="#FFFFFF") != drawn("Aim")
    assert 'font-family="Source Sans 3"' in chart_svg(individuals(), lang="en")


def test_a_chart_with_limits_has_its_words_in_the_picture():
    svg = chart_svg(individuals(), lang="en")
    silent = re.sub(r"<text.*?</text>", "", svg)
    spoken, empty = (pixels(svg_to_png(one, width=960))[2] for one in (svg, silent))
    assert sum(shade < 120 for row in empty for shade in row[4 * 830 : 4 * 950 : 4]) == 0
    assert sum(shade < 120 for row in spoken for shade in row[4 * 830 : 4 * 950 : 4]) > 300


def test_semibold_and_italic_are_their_own_faces():
    plain = drawn("Middle")
    assert dark(drawn("Middle", ' font-weight="600"')) > dark(plain) * 1.15
    assert drawn("Middle", ' font-style="italic"') != plain


def test_the_chart_has_its_width_and_its_labels():
    png = svg_to_png(chart_svg(sample(), lang="en"), width=960)
    width, _, rows = pixels(png)
    label_column = [row[4 * 830 : 4 * 950] for row in rows]
    inked = sum(1 for row in label_column for i in range(0, len(row), 4) if row[i] < 120)
    assert width == 960
    assert inked > 300


@pytest.mark.parametrize("width", [0, 4001])
def test_a_width_out_of_reach_is_refused(width):
    with pytest.raises(ValueError, match="width must be between 1 and 4000"):
        svg_to_png("<svg/>", width=width)


def test_what_is_not_a_picture_is_refused():
    with pytest.raises(ValueError):
        svg_to_png("not a picture", width=10)
