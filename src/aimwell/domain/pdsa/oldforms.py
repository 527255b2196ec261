"""Old PDSA forms read into pieces, one list for each cycle (S1 L1144, R-88). Nothing of a file is lost on the way.

A heading says where the text under it goes. What stands under no heading that is known goes to the rest, which is kept
as a note. No day, number or decision is made up: what the file does not say plainly stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from aimwell.domain.pdsa.oldform_headings import AFTER, DAYS, DONE, LONGEST_HEADING, PLANNED, Slot, slot_of
from aimwell.domain.tables.dates import DateColumn, kind_of, read_date

LONGEST_LINE = 300
SHORT = 60
SECTIONS = frozenset({Slot.PLAN, Slot.SEEN, Slot.LEARNED, Slot.DECISION_REASON, Slot.CYCLE, Slot.REST})
TOLD = frozenset({Slot.TRY_WHAT, Slot.PREDICTION, Slot.STEPS, Slot.PLAN})
"""What tells of a test itself; school and day may stand above the heading of the first one."""
ONE_LINE = frozenset(
    {Slot.TRY_WHAT, Slot.QUESTION, Slot.PREDICTION, Slot.WHO_WHERE, Slot.COUNT_WHAT, Slot.WHO_COUNTS, Slot.DECIDED_BY}
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. `heading`: the file itself marks it as one."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, row by row."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading as it stands in the file, the text under it, and where that goes."""

    heading: str
    text: str
    slot: Slot


@dataclass(frozen=True, slots=True)
class OldForm:
    """One cycle of a file."""

    pieces: tuple[Piece, ...]

    def text_of(self, *slots: Slot) -> str:
        return "\n".join(piece.text for piece in self.pieces if piece.slot in slots and piece.text)

    @property
    def understood(self) -> bool:
        """Whether any heading of a cycle was found."""
        return any(piece.text and piece.slot in PLANNED | DONE | AFTER for piece in self.pieces)


class FormStage(StrEnum):
    """How far the cycle on the form came."""

    PLANNED = "planned"
    RUNNING = "running"
    OVER = "over"


@dataclass(slots=True)
class _Reader:
    """Takes lines in their order; a heading opens a piece, and a plan after a study opens the next cycle."""

    forms: list[OldForm] = field(default_factory=list)
    pieces: list[tuple[str, list[str], Slot]] = field(default_factory=list)

    def paragraph(self, block: Block) -> None:
        for line in block.text.splitlines():
            if text := line.strip():
                self.line(text, marked=block.heading)

    def line(self, text: str, *, marked: bool = False) -> None:
        heading, rest = _split(text)
        slot = None if self._answers(text) else slot_of(heading)
        if slot is not None:
            self.open(heading, slot)
            text = rest
        elif marked or (text.endswith(":") and len(text) <= SHORT):
            self.open(text, Slot.REST)
            text = ""
        elif self._leaves_line(text):
            self.open("", Slot.REST)
        if text:
            self.add(text)

    def _answers(self, text: str) -> bool:
        """Whether a word that could be a heading is the answer under one: "Who:", then "class"."""
        if not self.pieces or self.pieces[-1][1] or self.pieces[-1][2] in SECTIONS:
            return False
        return text[:1].islower() and not text.endswith((":", "?"))

    def _leaves_line(self, text: str) -> bool:
        """Whether this stands for itself under a field of one line: "Budget: none" after the prediction."""
        if not self.pieces or not self.pieces[-1][1] or self.pieces[-1][2] not in ONE_LINE:
            return False
        label, sign, rest = text.partition(": ")
        return bool(sign and rest.strip()) and len(label.split()) < 4

    def open(self, heading: str, slot: Slot) -> None:
        if self._next_begins(slot):
            self.close()
        self.pieces.append((heading, [], slot))

    def add(self, text: str) -> None:
        """One line under the open heading. A day is one line; what follows it stands for itself."""
        if not self.pieces or (self.pieces[-1][2] in DAYS | {Slot.CYCLE} and self.pieces[-1][1]):
            self.pieces.append(("", [], Slot.REST))
        self.pieces[-1][1].append(text)

    def _next_begins(self, slot: Slot) -> bool:
        found = {kind for _, lines, kind in self.pieces if lines}
        if slot is Slot.CYCLE:
            return bool(found & (DONE | AFTER | TOLD))
        return bool(found & AFTER) and (slot in PLANNED or (slot is Slot.BEGAN and Slot.BEGAN in found))

    def close(self) -> None:
        pieces = tuple(Piece(heading, "\n".join(lines), slot) for heading, lines, slot in self.pieces)
        if pieces:
            self.forms.append(OldForm(_settled(pieces)))
        self.pieces = []

    def grid(self, grid: Grid) -> None:
        rows = [row for row in grid.rows if any(cell.strip() for cell in row)]
        if is_record(rows):
            for row in rows[1:]:
                if len(rows) > 2:
                    self.close()
                self._record(rows[0], row)
            if len(rows) > 2:
                self.close()
            return
        for row in rows:
            self._row([cell.strip() for cell in row if cell.strip()])

    def _record(self, names: Sequence[str], row: Sequence[str]) -> None:
        """A row under headings. A cell beyond the last heading goes to the rest."""
        for index in range(max(len(names), len(row))):
            name = names[index].strip() if index < len(names) else ""
            cell = row[index].strip() if index < len(row) else ""
            if cell:
                self.pieces.append((name, cell.splitlines(), slot_of(name) or Slot.REST))

    def _row(self, cells: list[str]) -> None:
        """Cells beside each other: a short one that is first and no known heading names those after it."""
        first = cells[0]
        if len(cells) > 1 and len(first) <= SHORT and "\n" not in first and slot_of(_split(first)[0]) is None:
            self.open(first, Slot.REST)
            cells = cells[1:]
        for cell in cells:
            self.paragraph(Block(cell))


def _split(text: str) -> tuple[str, str]:
    """ "Date: May 3" is a heading and its text, and so is "What happened? They talked."; else all is heading."""
    for sign in (":", "?"):
        head, found, rest = text.partition(sign)
        if found and rest.strip() and len(head) <= LONGEST_HEADING and slot_of(head) is not None:
            return head + sign, rest.strip()
    return text, ""


def is_record(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names columns: at least two known headings, and most of its cells; the next row none."""
    if len(rows) < 2:
        return False
    named = [cell for cell in rows[0] if cell.strip()]
    known = [cell for cell in named if slot_of(cell) is not None]
    starts = next((cell for cell in rows[1] if cell.strip()), "")
    return len(known) > 1 and 2 * len(known) >= len(named) and slot_of(_split(starts)[0]) is None


def read_forms(parts: Iterable[Block | Grid]) -> tuple[OldForm, ...]:
    """The cycles of one file, in their order. A file without any heading that is known is one form, all of it rest."""
    reader = _Reader()
    for part in parts:
        if isinstance(part, Grid):
            reader.grid(part)
        else:
            reader.paragraph(part)
    reader.close()
    return tuple(form for form in reader.forms if any(piece.text for piece in form.pieces))


def _settled(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Text under "Plan" alone is what is tried, where it is one line and nothing else says so; else it is the steps.

    An unknown heading with nothing under it is text itself.
    """
    taken = any(piece.slot is Slot.TRY_WHAT and piece.text for piece in pieces)
    settled = []
    for piece in pieces:
        slot, heading, text = piece.slot, piece.heading, piece.text
        if slot is Slot.REST and not text:
            heading, text = "", heading
        elif slot is Slot.PLAN and text:
            fits = not taken and len(text) <= LONGEST_LINE and "\n" not in text
            slot, taken = (Slot.TRY_WHAT, True) if fits else (Slot.STEPS, taken)
        elif slot is Slot.CYCLE and text:
            slot = Slot.REST
        settled.append(Piece(heading, text, slot))
    return tuple(settled)


def stage_of(form: OldForm) -> FormStage:
    """An old form is over, unless it tells of a plan alone. That it still runs is for people to say."""
    filled = {piece.slot for piece in form.pieces if piece.text}
    return FormStage.PLANNED if filled & PLANNED and not filled & (DONE | AFTER) else FormStage.OVER


# Days

_RANGE = re.compile(r"\s+(?:-|–|—|to|until|a|al|hasta)\s+|\s*[–—]\s*")


_DAY_ALONE = re.compile(r"[\d/.-]+(?:[T ][\d:. apm]*)?", re.IGNORECASE)


def days_of(form: OldForm) -> tuple[date | None, date | None]:
    """First and last day, where the form says them in a way that can be read in one way only."""
    began, ended = form.text_of(Slot.BEGAN), form.text_of(Slot.ENDED)
    both = [day_in(part) for part in _RANGE.split(began.strip())]
    first, last = both if len(both) == 2 and all(both) and not ended else (day_in(began), day_in(ended))
    if first is not None and last is not None and last < first:
        return None, None
    return first, last


def day_in(text: str) -> date | None:
    """The day that this text is. 3/4/2025 can be two days, so it is none; 3/14/2025 is one."""
    written = " ".join(text.split())
    kind = kind_of(written)
    if kind not in ("iso", "slash", "named") or (kind != "named" and not _DAY_ALONE.fullmatch(written)):
        return None
    column = DateColumn(kind, "month_first")
    if kind == "slash":
        other = read_date(written, DateColumn(kind, "day_first"))
        usual = read_date(written, column)
        return usual if usual == other or other is None else other if usual is None else None
    return read_date(written, column)


# Act

_ACTS = {
    "adopt": r"adopt\w*",
    "adapt": r"adapt\w*",
    "repeat": r"repeat\w*|repet\w*|repit\w*",
    "scale": r"scale|scaled|scaling|spread|ampliar|escalar|extender",
    "abandon": r"abandon\w*",
}
_TICKED = r"(?:[☒☑✓✔✗]|\[\s*[xX✓]\s*\]|\(\s*[xX✓]\s*\))\s*"


def decision_in(text: str) -> str:
    """The one decision that the text names or ticks; empty where it names none or several."""
    low = text.casefold()
    ticked = [act for act, words in _ACTS.items() if re.search(_TICKED + rf"(?:{words})\b", low)]
    if len(ticked) == 1:
        return ticked[0]
    named = [act for act, words in _ACTS.items() if re.search(rf"\b(?:{words})\b", low)]
    return named[0] if len(named) == 1 and not ticked and "☐" not in text else ""
