"""The ramp: linked cycles climb to the right, branches fall below, drafts are dashed (mockup 08).

Also the ramp strip, a data structure for the band above a cycle's page (mockup 05).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from aimwell.domain.pdsa.judging import Result, in_words, judge, result_words
from aimwell.domain.pdsa.moves import State
from aimwell.domain.pdsa.predictions import Prediction, words
from aimwell.domain.pdsa.ramps import Step, Thread
from aimwell.domain.render.diagram import EDGE, INK, INK2, at, drawing, soft, tag, text, text_lines
from aimwell.domain.render.marks import mark
from aimwell.domain.render.shelf import curve, shelf_line
from aimwell.domain.theory.textwidth import wrap
from aimwell.domain.words.pdsa import say

STEP, LEAST_STEP, GUTTER = 286.0, 230.0, 36.0
CLIMB = 66.0
TITLE_SIZE, TITLE_LINE, META_SIZE = 16.5, 20.0, 14.0
LINE_SIZE, REASON_SIZE, REASON_LINE = 15.0, 14.5, 19.0
META_LINE = 18.0
GAP = 26.0


@dataclass(frozen=True)
class RampCycle:
    """What the drawing tells of a cycle. `meta` is place and dates; `decision` and `because` come from Act."""

    id: str
    title: str
    state: State = State.DRAFT
    meta: str = ""
    prediction: Prediction | None = None
    result: Result | None = None
    decision: str = ""
    because: str = ""


@dataclass(frozen=True)
class StripItem:
    """One cycle in the strip above a cycle's page; on a phone its `mark` and `words` are enough."""

    id: str
    label: str
    title: str
    meta: str
    mark: str
    words: str
    foot: str
    here: bool
    draft: bool
    prediction: Prediction | None
    result: Result | None


def ramp_strip(thread: Thread, cycles: Mapping[str, RampCycle], *, here: str, lang: str) -> tuple[StripItem, ...]:
    """The line that leads to `here` and on from it, in order; branches off that line are left to the ramp."""
    return tuple(_item(step, cycles[step.cycle.id], here, lang) for step in thread.way(here))


def ramp_svg(
    thread: Thread,
    cycles: Mapping[str, RampCycle],
    *,
    lang: str,
    here: str = "",
    href: str = "",
    width: float = 1120.0,
    prefix: str = "ramp",
    links: bool = True,
) -> str:
    """The thread as SVG text. `href` holds `{id}` and links each cycle; wider than `width` only for many cycles."""
    columns = 1 + max((step.depth for step in thread.steps), default=0)
    step_width = max(LEAST_STEP, min(STEP, (width + GUTTER) / columns))
    blocks = {step.cycle.id: _block(step, cycles[step.cycle.id], step_width, lang) for step in thread.steps}
    shelves = _levels(thread, blocks)
    painter = _Painter(thread, cycles, blocks, shelves, lang, here, href if links else "")
    done = sum(step.cycle.state is State.DONE for step in thread.steps)
    drafts = sum(step.cycle.state is State.DRAFT for step in thread.steps)
    return drawing(
        *painter.curves(),
        *painter.nodes(),
        width=max(columns * step_width - GUTTER, 1.0),
        height=max((shelves[one] + block.under for one, block in blocks.items()), default=0) + 8,
        title=say("ramp.title", lang),
        desc=say("ramp.desc", lang, done=done, drafts=drafts),
        prefix=prefix,
        kind="d-ramp",
        linked=bool(painter.href),
    )


def cycle_name(step: Step, lang: str) -> str:
    """ "Cycle 3" or "Branch 2b"."""
    return say("branch" if step.line else "cycle", lang, label=step.label)


def result_line(cycle: RampCycle, lang: str) -> str:
    """ "27 of 50; predicted 30–36", "predicts 16 or more of 26", or "" where nothing is predicted yet."""
    if cycle.prediction is None:
        return ""
    if cycle.result is None or cycle.result == Result():
        return say("ramp.predicts", lang, prediction=words(cycle.prediction, lang))
    if not cycle.prediction.counted or cycle.result.value is None:
        return in_words(cycle.prediction, cycle.result, lang).rstrip(".")
    told = words(cycle.prediction, lang, short=cycle.result.out_of is not None)
    return say("ramp.line", lang, result=result_words(cycle.result, lang), prediction=told)


def cycle_mark(cycle: RampCycle) -> str:
    """The name of the cycle's mark: planned until there is a result."""
    if cycle.prediction is None or cycle.result is None or cycle.result == Result():
        return "planned"
    return judge(cycle.prediction, cycle.result).mark


def _item(step: Step, cycle: RampCycle, here: str, lang: str) -> StripItem:
    is_here, draft = cycle.id == here, cycle.state is State.DRAFT
    foot = say("ramp.here", lang) if is_here else say("ramp.draft", lang) if draft else cycle.decision
    return StripItem(
        id=cycle.id,
        label=cycle_name(step, lang),
        title=cycle.title,
        meta=cycle.meta,
        mark=cycle_mark(cycle),
        words=result_line(cycle, lang),
        foot=foot,
        here=is_here,
        draft=draft,
        prediction=cycle.prediction,
        result=cycle.result,
    )


@dataclass(frozen=True)
class _Block:
    """A cycle measured: what stands above its shelf and below it."""

    x: float
    end: float
    title: tuple[str, ...]
    meta: tuple[str, ...]
    told: tuple[str, ...]
    decision: str
    because: tuple[str, ...]

    @property
    def above(self) -> float:
        return len(self.title) * TITLE_LINE + len(self.meta) * META_LINE + 10

    @property
    def under(self) -> float:
        rows = 24.0 + (len(self.told) - 1) * REASON_LINE if self.told else 4.0
        return rows + (21 if self.decision else 0) + len(self.because) * REASON_LINE + 6


def _block(step: Step, cycle: RampCycle, step_width: float, lang: str) -> _Block:
    room = step_width - GUTTER
    x = step.depth * step_width
    name = f"{cycle_name(step, lang)} · {cycle.meta}" if cycle.meta else cycle_name(step, lang)
    because = say("ramp.because", lang, reason=cycle.because) if cycle.because else ""
    told = result_line(cycle, lang)
    return _Block(
        x=x,
        end=x + room,
        title=wrap(cycle.title, room, TITLE_SIZE, weight=600, most=3),
        meta=wrap(name, room, META_SIZE, most=2),
        told=wrap(told, room - 20, LINE_SIZE, most=3) if told else (),
        decision=say("ramp.draft", lang) if cycle.state is State.DRAFT else cycle.decision,
        because=wrap(because, room - 20, REASON_SIZE, most=4) if because else (),
    )


def _levels(thread: Thread, blocks: Mapping[str, _Block]) -> dict[str, float]:
    """Heights of the shelves: the main line climbs evenly; each branch keeps clear of all that stands above it."""
    levels: dict[str, float] = {}
    floor: dict[int, float] = {}
    for step in thread.steps:
        block, parent = blocks[step.cycle.id], levels.get(step.cycle.follows, CLIMB)
        level = parent - CLIMB
        if step.depth in floor:
            level = max(level, floor[step.depth] + GAP + block.above)
        levels[step.cycle.id] = level
        floor[step.depth] = max(floor.get(step.depth, level), level) + block.under
    top = min((levels[one] - block.above for one, block in blocks.items()), default=0.0)
    return {one: level - top for one, level in levels.items()}


@dataclass(frozen=True)
class _Painter:
    thread: Thread
    cycles: Mapping[str, RampCycle]
    blocks: Mapping[str, _Block]
    levels: Mapping[str, float]
    lang: str
    here: str
    href: str

    def curves(self) -> list[str]:
        return [self._curve(step) for step in self.thread.steps if step.cycle.follows in self.blocks and step.depth]

    def _curve(self, step: Step) -> str:
        before, one = step.cycle.follows, step.cycle.id
        ends = ((self.blocks[before].end, self.levels[before]), (self.blocks[one].x, self.levels[one]))
        return curve(
            soft(ends),
            width=1.0 if step.line else 1.3,
            colour=EDGE if step.line else INK,
            class_="" if step.line else "d-main",
        )

    def nodes(self) -> list[str]:
        return [self._node(step) for step in self.thread.steps]

    def _node(self, step: Step) -> str:
        cycle, block = self.cycles[step.cycle.id], self.blocks[step.cycle.id]
        drawn = self._drawn(step, cycle, block)
        if self.href:
            spoken = ". ".join(
                part for part in (cycle_name(step, self.lang), cycle.title, result_line(cycle, self.lang)) if part
            )
            drawn = tag("a", drawn, href=self.href.replace("{id}", cycle.id), class_="d-a", aria_label=spoken)
        place = f"translate({at(block.x)} {at(self.levels[cycle.id])})"
        classes = "d-node d-cycle" + (" d-here" if cycle.id == self.here else "")
        return tag(
            "g", drawn, class_=classes, transform=place, data_node=cycle.id, data_kind="cycle", data_label=cycle.title
        )

    def _drawn(self, step: Step, cycle: RampCycle, block: _Block) -> str:
        draft, here = cycle.state is State.DRAFT, cycle.id == self.here
        title_y = -7 - TITLE_LINE * (len(block.title) - 1)
        meta_y = title_y - TITLE_LINE - META_LINE * (len(block.meta) - 1) + 1
        pieces = [
            text_lines(0, meta_y, block.meta, step=META_LINE, size=META_SIZE, fill=INK2, class_="d-note"),
            text_lines(
                0,
                title_y,
                block.title,
                step=TITLE_LINE,
                size=TITLE_SIZE,
                font_weight="600",
                font_style="italic" if draft else None,
                class_="d-text",
            ),
            shelf_line(
                0,
                block.end - block.x,
                0,
                width=2.6 if here else 1.1 if step.line else 1.4,
                colour=EDGE if step.line and not here else INK,
                dashed=draft,
                class_="" if step.line else "d-main",
            ),
        ]
        return "".join(pieces) + self._below(cycle, block)

    def _below(self, cycle: RampCycle, block: _Block) -> str:
        y, pieces = 22.0, []
        if block.told:
            pieces.append(mark(cycle_mark(cycle), 0, y - 11.5))
            pieces.append(text_lines(20, y, block.told, step=REASON_LINE, size=LINE_SIZE, class_="d-text"))
            y += 21 + REASON_LINE * (len(block.told) - 1)
        if block.decision:
            pieces.append(text(0, y, block.decision, size=LINE_SIZE, font_weight="600"))
            y += 21
        pieces.append(
            text_lines(
                0, y, block.because, step=REASON_LINE, size=REASON_SIZE, fill=INK2, class_="d-note", font_style="italic"
            )
        )
        return "".join(pieces)
