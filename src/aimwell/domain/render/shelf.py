"""Text on a shelf: the one way in which drawings here hold words (mockups section 8)."""

from aimwell.domain.render.diagram import EDGE, INK2, INK3, ORANGE_TEXT, line, tag, text_lines
from aimwell.domain.render.marks import mark

DASH = "3 4"


def shelf_line(
    x: float, end: float, y: float, *, width: float = 1.0, colour: str = EDGE, dashed: bool = False, class_: str = ""
) -> str:
    return line(
        x,
        y,
        end,
        y,
        class_=f"d-shelf {class_}".rstrip(),
        stroke=colour,
        stroke_width=f"{width}",
        stroke_dasharray=DASH if dashed else None,
    )


def curve(path: str, *, width: float = 1.0, colour: str = EDGE, dashed: bool = False, class_: str = "") -> str:
    return tag(
        "path",
        class_=f"d-link {class_}".rstrip(),
        d=path,
        stroke=colour,
        stroke_width=f"{width}",
        stroke_dasharray=DASH if dashed else None,
        fill="none",
    )


def note_lines(x: float, y: float, notes: tuple[str, ...], *, size: float, step: float, italic: bool = False) -> str:
    style = "italic" if italic else None
    return text_lines(x, y, notes, step=step, size=size, fill=INK3, class_="d-note", font_style=style)


def flag_note(x: float, y: float, lines: tuple[str, ...], *, size: float, step: float) -> str:
    """A loose end: the orange flag with a few words."""
    words = text_lines(x + 17, y, lines, step=step, size=size, fill=ORANGE_TEXT, class_="d-flag")
    return mark("flag", x, y - 11) + words


def label(
    x: float,
    y: float,
    lines: tuple[str, ...],
    *,
    size: float,
    step: float,
    bold: bool = False,
    struck: bool = False,
    fill: str | None = None,
) -> str:
    """The words on a shelf, first baseline at y. Struck words stay legible: second ink, never paler."""
    more = {"fill": INK2} if struck else {"fill": fill} if fill else {}
    return text_lines(
        x,
        y,
        lines,
        step=step,
        size=size,
        class_="d-text d-struck" if struck else "d-text",
        font_weight="600" if bold else None,
        text_decoration="line-through" if struck else None,
        **more,
    )
