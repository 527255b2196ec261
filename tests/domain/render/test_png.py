"""The picture that leaves the page: its text must be there, which resvg does not promise by itself."""

from __future__ import annotations

import struct
import zlib

import pytest

from aimwell.adapters.png import svg_to_png
from aimwell.domain.render.chart import chart_svg
from domain.render.samples import sample

LETTERS = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" font-family="Source Sans 3">'
    '<text x="4" y="28" font-size="24"{more}>{words}</text></svg>'
)


def pixels(png: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and rows of four bytes a pixel."""
    width, height = struct.unpack(">II", png[16:24])
    body, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            body += png[at + 8 : at + 8 + length]
        at += 12 + length
    return width, height, unfiltered(zlib.decompress(body), width * 4, height)


def unfiltered(data: bytes, stride: int, height: int) -> list[bytes]:
    rows, before = [], bytearray(stride)
    for k in range(height):
        kind, row = data[k * (stride + 1)], bytearray(data[k * (stride + 1) + 1 : (k + 1) * (stride + 1)])
        for i in range(stride):
            left, up = row[i - 4] if i >= 4 else 0, before[i]
            corner = before[i - 4] if i >= 4 else 0
            row[i] = (row[i] + (0, left, up, (left + up) // 2, paeth(left, up, corner))[kind]) & 255
        rows.append(bytes(row))
        before = row
    return rows


def paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda one: abs(guess - one))


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
