"""The few SVG pieces all drawings share. Text only ever enters through `escaped`.

Colours stand as presentation attributes, so that a file is right on its own; the page's style sheet overrides
them by class, because any rule of a style sheet beats a presentation attribute.
"""

import re
from collections.abc import Iterable
from html import escape

FONT = "Source Sans 3"
INK, INK2, INK3 = "#1B2230", "#4B5262", "#666B76"
EDGE, RULE, PAPER, SHEET = "#8A8271", "#DCD5C6", "#FAF7F0", "#FFFDF8"
BLUE, TINT = "#1D4F91", "#E9EEF5"
ORANGE, ORANGE_TEXT = "#C4600F", "#A34A00"

# What XML 1.0 does not allow in a document at all.
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escaped(text: str) -> str:
    """Text made safe for an attribute or an element."""
    return escape(NOT_XML.sub("\ufffd", text), quote=True)


def at(value: float) -> str:
    """A coordinate with at most one decimal: 12, 12.5."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def tag(name: str, *content: str, **attributes: str | float | None) -> str:
    """An element. `class_` is class, an underscore elsewhere a hyphen; None leaves the attribute out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(value) if isinstance(value, str) else at(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(content)}</{name}>" if content else f"<{name}{written}/>"


def line(x1: float, y1: float, x2: float, y2: float, **attributes: str | float | None) -> str:
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, **attributes)


def text(
    x: float, y: float, words: str, *, size: float, fill: str = INK, class_: str = "d-text", **more: str | float | None
) -> str:
    """One line of text with its baseline at y."""
    return tag("text", escaped(words), class_=class_, x=x, y=y, font_size=size, fill=fill, **more)


def text_lines(
    x: float, y: float, lines: Iterable[str], *, step: float, size: float, fill: str = INK, **more: str | float | None
) -> str:
    """Lines of text, the first baseline at y."""
    return "".join(
        text(x, y + number * step, words, size=size, fill=fill, **more)  # type: ignore[arg-type]
        for number, words in enumerate(lines)
    )


def soft(points: Iterable[tuple[float, float]]) -> str:
    """Path data for an S curve from point to point: level where it leaves and where it arrives."""
    first, *rest = points
    parts = [f"M{at(first[0])} {at(first[1])}"]
    here = first
    for there in rest:
        if here[1] == there[1]:
            parts.append(f"H{at(there[0])}")
        else:
            middle = (here[0] + there[0]) / 2
            parts.append(f"C{at(middle)} {at(here[1])} {at(middle)} {at(there[1])} {at(there[0])} {at(there[1])}")
        here = there
    return "".join(parts)


def drawing(
    *content: str,
    width: float,
    height: float,
    title: str,
    desc: str,
    prefix: str,
    kind: str,
    linked: bool = False,
) -> str:
    """The outer element. A drawing with links inside is a group, since an image hides its links from readers."""
    return tag(
        "svg",
        tag("title", escaped(title), id=f"{prefix}-title"),
        tag("desc", escaped(desc), id=f"{prefix}-desc"),
        *content,
        xmlns="http://www.w3.org/2000/svg",
        class_=f"d {kind}",
        id=prefix,
        width=width,
        height=height,
        viewBox=f"0 0 {at(width)} {at(height)}",
        role="group" if linked else "img",
        aria_labelledby=f"{prefix}-title",
        aria_describedby=f"{prefix}-desc",
        font_family=FONT,
        fill="none",
    )
