"""The driver map: aim, what must be true, what that takes, what we try (mockup 04)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aimwell.domain.render.diagram import BLUE, EDGE, INK2, TINT, drawing, soft, tag, text, text_lines
from aimwell.domain.render.marks import mark
from aimwell.domain.render.shelf import curve, flag_note, label, note_lines, shelf_line
from aimwell.domain.theory.findings import Loose, check
from aimwell.domain.theory.graph import Part, PartKind, Theory, path_to_aim
from aimwell.domain.theory.layout import (
    LINE,
    NATURAL,
    NOTE_LINE,
    NOTE_SIZE,
    SIZE,
    TO_NOTE,
    TO_SHELF,
    Curve,
    Layout,
    Shelf,
    arrange,
)
from aimwell.domain.theory.textwidth import width as text_width
from aimwell.domain.theory.textwidth import wrap
from aimwell.domain.words.theory import say

FINE = 1.1
CHOSEN = 1.8
MARGIN = 10.0
PAD = 8.0


@dataclass(frozen=True)
class DriverMap:
    """What the map shows. `quarters` (0 to 4) and `notes` are keyed by part; `notes` hold a measure or a state.

    `href` is an address with `{id}` in it; with one, each node is a link, and the drawing works without scripts.
    """

    theory: Theory
    quarters: Mapping[str, int] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    selected: str | None = None
    href: str = ""


def drivers_svg(
    view: DriverMap, *, lang: str, width: float = NATURAL + 2 * MARGIN, prefix: str = "drivers", links: bool = True
) -> str:
    """The map as SVG text; `width` in pixels. `links=False` is for files: no links, and the rule stands below."""
    flags = _flags(view.theory, lang)
    layout = arrange(view.theory, notes=view.notes, flags=flags, width=width - 2 * MARGIN)
    rule, more = ("", 0.0) if links else _rule(lang, layout.width, layout.height)
    blue = path_to_aim(view.theory, view.selected) if view.selected in view.theory.by_id else frozenset()
    painter = _Painter(view, lang, layout, flags, frozenset(blue), links and bool(view.href))
    drivers = sum(part.kind in (PartKind.PRIMARY, PartKind.SECONDARY) for part in view.theory.parts)
    return drawing(
        tag("g", *painter.everything(), rule, transform=f"translate({MARGIN:g} 0)"),
        width=width,
        height=layout.height + more + MARGIN,
        title=say("map.title", lang),
        desc=say("map.desc", lang, drivers=drivers, ideas=len(view.theory.of_kind(PartKind.IDEA))),
        prefix=prefix,
        kind="d-drivers",
        linked=painter.linked,
    )


def _flags(theory: Theory, lang: str) -> dict[str, str]:
    """The loose ends of each part in a few words."""
    found: dict[str, list[str]] = {}
    for end in check(theory):
        if end.kind is not Loose.NO_AIM:
            found.setdefault(end.part, []).append(say(f"flag.{end.kind}", lang))
    return {part: ", ".join(words) for part, words in found.items()}


def _rule(lang: str, width: float, top: float) -> tuple[str, float]:
    """What the circles mean and how sure all of this is, below the map; and the height that takes (N-6; S2 R-23)."""
    x, y = 0.0, top + 34
    drawn = [text(0, y, say("map.circle", lang), size=NOTE_SIZE, font_weight="600")]
    y += 22
    for full in range(5):
        words = say(f"strength.{full}", lang)
        room = 20 + text_width(words, NOTE_SIZE) + 22
        if x and x + room > width:
            x, y = 0.0, y + 20
        drawn += [mark(f"quarter{full}", x, y - 11.5), text(x + 20, y, words, size=NOTE_SIZE)]
        x += room
    for key in ("map.rule", "map.today"):
        lines = wrap(say(key, lang), width, NOTE_SIZE)
        drawn.append(text_lines(0, y + 22, lines, step=NOTE_LINE, size=NOTE_SIZE, fill=INK2))
        y += 22 + (len(lines) - 1) * NOTE_LINE
    return tag("g", *drawn, class_="d-rule"), y + 10 - top


@dataclass(frozen=True)
class _Painter:
    view: DriverMap
    lang: str
    layout: Layout
    flags: Mapping[str, str]
    blue: frozenset[str]
    linked: bool

    def everything(self) -> list[str]:
        """Heads, curves with the chosen way on top, then the nodes."""
        heads = [
            text(x, 14, say(f"kind.{kind}", self.lang), size=14.5, fill=INK2, class_="d-head")
            for x, kind in zip(self.layout.heads, PartKind, strict=True)
        ]
        curves = sorted(self.layout.curves, key=self._is_blue)
        shelves = {shelf.id: shelf for shelf in self.layout.shelves}
        nodes = [self._node(part, shelves[part.id]) for part in self.view.theory.parts]
        return heads + [self._curve(one) for one in curves] + nodes

    def _is_blue(self, one: Curve) -> bool:
        return one.parent in self.blue and one.child in self.blue

    def _curve(self, one: Curve) -> str:
        blue = self._is_blue(one)
        parts = self.view.theory.by_id
        path = curve(
            soft(one.points),
            width=CHOSEN if blue else FINE,
            colour=BLUE if blue else EDGE,
            dashed=parts[one.child].abandoned,
            class_="d-way" if blue else "",
        )
        return tag("g", path, class_="d-edge", data_parent=one.parent, data_child=one.child)

    def _node(self, part: Part, shelf: Shelf) -> str:
        theory = self.view.theory
        classes = ["d-node", f"d-{part.kind}"]
        classes += ["d-chosen"] if part.id == self.view.selected else []
        classes += ["d-abandoned"] if part.abandoned else []
        drawn = self._drawn(part, shelf)
        if self.linked:
            address = self.view.href.replace("{id}", part.id)
            drawn = tag("a", drawn, href=address, class_="d-a", aria_label=self._spoken(part))
        return tag(
            "g",
            drawn,
            class_=" ".join(classes),
            data_node=part.id,
            data_kind=str(part.kind),
            data_parents=" ".join(theory.parents(part.id)),
            data_children=" ".join(theory.children(part.id)),
            data_label=part.label,
        )

    def _drawn(self, part: Part, shelf: Shelf) -> str:
        chosen, blue = part.id == self.view.selected, part.id in self.blue
        first = shelf.y - TO_SHELF - LINE * (len(shelf.lines) - 1)
        bold = chosen or part.kind in (PartKind.AIM, PartKind.PRIMARY)
        return "".join(
            [
                _ground(shelf, chosen=chosen),
                self._mark(part, shelf, first),
                label(shelf.text_x, first, shelf.lines, size=SIZE, step=LINE, bold=bold, struck=part.abandoned),
                shelf_line(
                    shelf.x,
                    shelf.end,
                    shelf.y,
                    width=CHOSEN if blue else FINE,
                    colour=BLUE if blue else EDGE,
                    dashed=part.abandoned,
                    class_="d-way" if blue else "",
                ),
                self._note(part, shelf),
            ]
        )

    def _mark(self, part: Part, shelf: Shelf, baseline: float) -> str:
        if part.kind is PartKind.AIM:
            return ""
        name = "contradicted" if part.abandoned else f"quarter{self.view.quarters.get(part.id, 0)}"
        return mark(name, shelf.x, baseline - 11.5)

    def _note(self, part: Part, shelf: Shelf) -> str:
        y = shelf.y + TO_NOTE
        drawn = note_lines(shelf.x, y, shelf.notes, size=NOTE_SIZE, step=NOTE_LINE)
        if part.id in self.flags:
            y += len(shelf.notes) * NOTE_LINE
            drawn += flag_note(shelf.x, y, shelf.flags, size=NOTE_SIZE, step=NOTE_LINE)
        return drawn

    def _spoken(self, part: Part) -> str:
        """What a screen reader says for the node: kind, words, strength, note."""
        said = [f"{say(f'one.{part.kind}', self.lang)}: {part.label.rstrip('.')}"]
        if part.abandoned:
            said.append(say("map.abandoned", self.lang))
        elif part.kind is not PartKind.AIM:
            said.append(say(f"strength.{self.view.quarters.get(part.id, 0)}", self.lang))
        said += [words[part.id] for words in (self.view.notes, self.flags) if part.id in words]
        return ". ".join(said)


def _ground(shelf: Shelf, *, chosen: bool) -> str:
    """The tint behind the chosen node; elsewhere an unseen ground, so that a finger finds the whole node."""
    top = shelf.top - 6
    bottom = max(shelf.bottom + 4, top + 44)
    return tag(
        "rect",
        class_="d-ground",
        x=shelf.x - PAD,
        y=top,
        width=shelf.end - shelf.x + 2 * PAD,
        height=bottom - top,
        rx=4,
        fill=TINT if chosen else "none",
        stroke=BLUE if chosen else None,
        stroke_width="2" if chosen else None,
        pointer_events="all",
    )
