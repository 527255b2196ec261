"""SVG to PNG with resvg and the font we ship.

resvg drops text without a word when the font family is not found, so no system font is used and the family named in
the SVG must be "Source Sans 3".
"""

from __future__ import annotations

from pathlib import Path

import resvg_py

FONTS = Path(__file__).parent / "fonts"
FONT_FILES = sorted(str(path) for path in FONTS.glob("SourceSans3-*.ttf"))
WIDEST = 4000
"""Pixels; a wider picture would only use memory."""


def svg_to_png(svg: str, *, width: int, background: str | None = "#FFFDF8") -> bytes:
    """A picture `width` pixels wide, its height in proportion. `background` None: transparent.

    ValueError: not an SVG, or `width` outside 1 to 4000.
    """
    if not 1 <= width <= WIDEST:
        raise ValueError(f"width must be between 1 and {WIDEST}")
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            background=background,
            skip_system_fonts=True,
            font_files=FONT_FILES,
            font_family="Source Sans 3",
        )
    )
