"""The fishbone: causes on shelves that meet a steep bone, the problem in words at the right (mockup 03)."""

from dataclasses import dataclass

from aimwell.domain.render.diagram import EDGE, INK, INK2, INK3, drawing, line, tag, text, text_lines
from aimwell.domain.render.marks import mark
from aimwell.domain.render.shelf import label, shelf_line
from aimwell.domain.theory.causes import BONES_DRAWN, Bone, Cause, cause_outline
from aimwell.domain.theory.textwidth import wrap, wrap_even
from aimwell.domain.words.theory import say

SIZE, LINE = 15.0, 18.0
NOTE, NOTE_LINE = 13.5, 16.0
INDENT, TO_SHELF, GAP = 20.0, 9.0, 20.0
WHY_INDENT, DEEPEST = 14.0, 3
HEAD_SIZE, HEAD_ROOM = 16.0, 30.0
LEAN = 0.17
SPINE_GAP = 34.0
LEAST_HALF = 150.0
PROBLEM_SIZE, PROBLEM_LINE = 18.0, 25.0
PROBLEM_ROOM, PROBLEM_GAP = 226.0, 36.0
WIDEST = 330.0
SHORT = 3
FACT_LINES = 3
MARGIN = 2.0


@dataclass(frozen=True)
class Fishbone:
    """`problem` stands at the right, `fact` under it ("34 %, 8 lessons"). `href` holds `{id}` and links each cause."""

    problem: str
    bones: tuple[Bone, ...]
    fact: str = ""
    href: str = ""


@dataclass(frozen=True)
class _Row:
    """A cause ready to draw; `height` from the top of its text to its shelf."""

    cause: Cause
    indent: float
    lines: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def height(self) -> float:
        return len(self.lines) * LINE + len(self.notes) * NOTE_LINE + TO_SHELF - 4


def fishbone_svg(
    view: Fishbone, *, lang: str, width: float = 1120.0, prefix: str = "fishbone", links: bool = True
) -> str:
    """The drawing as SVG text; the first eight bones, and how many more the outline holds."""
    bones = view.bones[:BONES_DRAWN]
    upper, lower = bones[: (len(bones) + 1) // 2], bones[(len(bones) + 1) // 2 :]
    painter = _Painter(view, lang, _column(width, len(upper)), links and bool(view.href))
    top = painter.half(upper)
    bottom = painter.half(lower) if lower else 0.0
    spine = HEAD_ROOM + top
    height = spine + bottom + (HEAD_ROOM if lower else 60.0)
    content = [painter.spine(len(upper), spine)]
    content += [painter.bone(bone, number, spine, top, up=True) for number, bone in enumerate(upper)]
    content += [painter.bone(bone, number, spine, bottom, up=False) for number, bone in enumerate(lower)]
    content.append(painter.problem(len(upper), spine))
    height = max(height, spine + painter.problem_height() / 2 + 10)
    if len(view.bones) > BONES_DRAWN:
        words = say("fishbone.more", lang, more=len(view.bones) - BONES_DRAWN)
        content.append(text(0, height + 16, words, size=14, fill=INK3, class_="d-note"))
        height += 22
    return drawing(
        tag("g", *content, transform=f"translate({MARGIN:g} 0)"),
        width=min(width, max(len(upper), 1) * painter.column + PROBLEM_GAP / 2 + PROBLEM_ROOM + 2 * MARGIN),
        height=height,
        title=say("fishbone.title", lang, problem=view.problem),
        desc=say("fishbone.desc", lang, causes=sum(len(bone.causes) for bone in view.bones), bones=len(view.bones)),
        prefix=prefix,
        kind="d-fishbone",
        linked=painter.linked,
    )


def _column(width: float, pairs: int) -> float:
    room = width - PROBLEM_ROOM - PROBLEM_GAP - 2 * MARGIN
    return min(WIDEST, room / max(pairs, 1))


@dataclass(frozen=True)
class _Painter:
    view: Fishbone
    lang: str
    column: float
    linked: bool

    def rows(self, bone: Bone) -> list[_Row]:
        return [self._row(row.cause, min(row.level, DEEPEST) * WHY_INDENT) for row in cause_outline(bone.causes)]

    def _row(self, cause: Cause, indent: float) -> _Row:
        room = self.column * 0.72 - INDENT - indent
        note = cause.note or (say(f"cause.{cause.mark}", self.lang) if cause.set_aside or cause.sent_up else "")
        notes = wrap(note, room, NOTE) if note else ()
        return _Row(cause, indent, wrap_even(cause.text, room, SIZE, weight=600 if cause.chosen else 400), notes)

    def half(self, bones: tuple[Bone, ...]) -> float:
        """How far the bones of one side reach from the spine."""
        need = max((sum(row.height + GAP for row in self.rows(bone)) for bone in bones), default=0.0)
        return max(LEAST_HALF, need + SPINE_GAP + 12)

    def _joint(self, number: int) -> float:
        return number * self.column + self.column * 0.91

    def spine(self, pairs: int, y: float) -> str:
        end = max(pairs, 1) * self.column + PROBLEM_GAP / 2
        return line(0, y, end, y, class_="d-spine", stroke=INK, stroke_width="1.6")

    def bone(self, bone: Bone, number: int, spine: float, reach: float, *, up: bool) -> str:
        joint, side = self._joint(number), -1 if up else 1
        tip = (joint - reach * LEAN, spine + side * reach)
        head_y = tip[1] - 14 if up else tip[1] + 24
        pieces = [
            line(*tip, joint, spine, class_="d-bone", stroke=INK2, stroke_width="1.2"),
            text(number * self.column, head_y, bone.name, size=HEAD_SIZE, class_="d-head d-text", font_weight="600"),
        ]
        rows = self.rows(bone)
        free = reach - SPINE_GAP - 12 - sum(row.height + GAP for row in rows)
        spread = GAP + (free / (len(rows) + 1) if rows else 0.0)
        y = tip[1] + 8 + (free / (len(rows) + 1)) if up else spine + SPINE_GAP - GAP / 2 + free / (len(rows) + 1)
        for row in rows:
            y += row.height
            end = joint - abs(spine - y) * LEAN
            pieces.append(self._cause(row, number * self.column, end, y))
            y += spread
        return tag("g", *pieces, class_="d-bone-group", data_bone=bone.id)

    def _cause(self, row: _Row, left: float, end: float, y: float) -> str:
        cause, x = row.cause, left + row.indent
        notes_y = y - TO_SHELF + 1 - NOTE_LINE * (len(row.notes) - 1)
        first = y - row.height + LINE - 4
        drawn = "".join(
            [
                tag(
                    "rect",
                    class_="d-ground",
                    x=x,
                    y=min(y - row.height, y - 38) - 3,
                    width=end - x,
                    height=max(row.height, 38) + 6,
                    fill="none",
                    pointer_events="all",
                ),
                mark(cause.mark, x, first - 11),
                label(
                    x + INDENT,
                    first,
                    row.lines,
                    size=SIZE,
                    step=LINE,
                    struck=cause.struck,
                    bold=cause.chosen,
                    fill=INK2 if cause.sent_up else None,
                ),
                text_lines(
                    x + INDENT,
                    notes_y,
                    row.notes,
                    step=NOTE_LINE,
                    size=NOTE,
                    fill=INK2,
                    class_="d-note",
                    font_style="italic",
                ),
                shelf_line(x, end, y, colour=EDGE),
            ]
        )
        if self.linked:
            address = self.view.href.replace("{id}", cause.id)
            spoken = f"{cause.text}. {cause.note or say(f'cause.{cause.mark}', self.lang)}"
            drawn = tag("a", drawn, href=address, class_="d-a", aria_label=spoken)
        return tag(
            "g",
            drawn,
            class_=f"d-node d-cause d-{cause.mark.replace('_', '-')}",
            data_node=cause.id,
            data_kind="cause",
            data_parents=cause.parent,
            data_children=" ".join(self._whys(cause)),
            data_label=cause.text,
        )

    def _whys(self, cause: Cause) -> list[str]:
        return [other.id for bone in self.view.bones for other in bone.causes if other.parent == cause.id]

    def _problem_lines(self) -> tuple[str, ...]:
        return wrap_even(self.view.problem, PROBLEM_ROOM - 20, PROBLEM_SIZE, weight=600)

    def _fact_lines(self) -> tuple[str, ...]:
        return wrap(self.view.fact, PROBLEM_ROOM - 20, 14, most=FACT_LINES) if self.view.fact else ()

    def problem_height(self) -> float:
        fact = len(self._fact_lines())
        return len(self._problem_lines()) * PROBLEM_LINE + (NOTE_LINE * fact + 4 if fact else 0) + 16

    def problem(self, pairs: int, spine: float) -> str:
        x = max(pairs, 1) * self.column + PROBLEM_GAP / 2
        lines, height = self._problem_lines(), self.problem_height()
        top = spine - height / 2
        weight = "600" if len(lines) <= SHORT else None
        first = top + PROBLEM_LINE
        return "".join(
            [
                line(x, top, x, top + height, class_="d-spine", stroke=INK, stroke_width="1.6"),
                text_lines(
                    x + 18, first, lines, step=PROBLEM_LINE, size=PROBLEM_SIZE, class_="d-text", font_weight=weight
                ),
                text_lines(
                    x + 18,
                    first + PROBLEM_LINE * len(lines) - 3,
                    self._fact_lines(),
                    step=NOTE_LINE,
                    size=14,
                    fill=INK3,
                    class_="d-note",
                ),
            ]
        )
