"""Pieces of SVG text. Every mark has a class for the page and literal attributes for standing alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

FONT = "Source Sans 3"
Palette = Literal["screen", "print"]

_SCREEN = {
    "ink": "#1B2230",
    "ink2": "#4B5262",
    "ink3": "#666B76",
    "edge": "#8A8271",
    "grid": "#E8E2D5",
    "sunk": "#F2EDE2",
    "sheet": "#FFFDF8",
    "paper": "#FAF7F0",
    "blue": "#1D4F91",
    "orange": "#C4600F",
}
_PRINT = {
    **dict.fromkeys(("ink", "ink2", "ink3", "edge", "blue", "orange"), "#000000"),
    "grid": "#D0D0D0",
    "sunk": "#EFEFEF",
    "sheet": "#FFFFFF",
    "paper": "#FFFFFF",
}
_COLOURS: dict[Palette, dict[str, str]] = {"screen": _SCREEN, "print": _PRINT}

_STYLES: dict[str, dict[str, str]] = {
    "c-grid": {"stroke": "grid", "stroke-width": "1"},
    "c-axis": {"stroke": "edge", "stroke-width": "1"},
    "c-band": {"fill": "sunk"},
    "c-bar": {"fill": "sunk", "stroke": "edge", "stroke-width": "1"},
    "c-line": {"fill": "none", "stroke": "ink", "stroke-width": "1.2", "stroke-linejoin": "round"},
    "c-open": {"fill": "sheet", "stroke": "ink", "stroke-width": "1.3"},
    "c-out": {"fill": "none", "stroke": "ink3", "stroke-width": "1.2"},
    "c-toward": {"fill": "blue"},
    "c-away": {"fill": "orange"},
    "c-neutral": {"fill": "ink"},
    "c-future": {"fill": "edge"},
    "c-middle": {"stroke": "blue", "stroke-width": "1.5"},
    "c-before": {"stroke": "ink2", "stroke-width": "1.3"},
    "c-ghost": {"stroke": "ink2", "stroke-width": "1.2", "stroke-dasharray": "1.5 3.5"},
    "c-trial": {"stroke": "ink2", "stroke-width": "1.2", "stroke-dasharray": "6 4"},
    "c-limit": {"stroke": "ink3", "stroke-width": "1.1"},
    "c-limit-trial": {"stroke": "ink3", "stroke-width": "1.1", "stroke-dasharray": "6 4"},
    "c-limit-ghost": {"stroke": "edge", "stroke-width": "1", "stroke-dasharray": "1.5 3.5"},
    "c-limit-2": {"stroke": "edge", "stroke-width": "0.6"},
    "c-aim": {"stroke": "ink", "stroke-width": "1.4", "stroke-dasharray": "1.5 3.5"},
    "c-good": {"stroke": "ink2", "stroke-width": "1.3", "fill": "none"},
    "c-phase": {"stroke": "edge", "stroke-width": "1.2"},
    "c-event": {"stroke": "edge", "stroke-width": "1", "stroke-dasharray": "3 3"},
    "c-cycle": {"stroke": "ink2", "stroke-width": "3.5"},
    "c-text": {"fill": "ink"},
    "c-text-2": {"fill": "ink2"},
    "c-text-3": {"fill": "ink3"},
    "c-strong": {"fill": "ink", "font-weight": "600"},
    "c-strong-middle": {"fill": "blue", "font-weight": "600"},
    "c-halo": {"stroke": "paper", "stroke-width": "3.5", "paint-order": "stroke"},
}

_SPECIAL = re.compile("[^ !#-%'-;=?-\ud7ff]")
"""Whatever is not written as it stands."""
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@lru_cache(maxsize=256)
def look(name: str, palette: Palette) -> str:
    """Class and literal attributes of one or more classes, with a leading space."""
    attributes: dict[str, str] = {}
    for part in name.split():
        attributes |= _STYLES[part]
    colours = _COLOURS[palette]
    written = "".join(f' {key}="{colours.get(value, value)}"' for key, value in attributes.items())
    return f' class="{name}"{written}'


def escape(text: str) -> str:
    """Text for an element or an attribute; characters that XML can't hold are left out."""
    if not _SPECIAL.search(text):
        return text
    clean = _UNWRITABLE.sub("", text)
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def line(x1: float, y1: float, x2: float, y2: float, style: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"{style}/>'


def text(x: float, y: float, words: str, style: str, *, size: float, anchor: str = "start") -> str:
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}"{where}{style}>{escape(words)}</text>'


def document(width: float, height: float, body: str, *, prefix: str, title: str, description: str, kind: str) -> str:
    """A whole picture with its name and description for screen readers. `prefix` keeps its ids unique."""
    name = escape(prefix)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="c-chart c-chart-{kind}" viewBox="0 0 {width:g} {height:g}"'
        f' width="{width:g}" height="{height:g}" role="img" aria-labelledby="{name}-title {name}-desc"'
        f' font-family="{FONT}"><title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-desc">{escape(description)}</desc>{body}</svg>'
    )
