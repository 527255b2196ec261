"""What becomes of an old form: what people chose for it, what is still open, and the cycle that comes of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from aimwell.domain.pdsa.oldform_headings import AFTER, DAYS, DONE, Slot, plain
from aimwell.domain.pdsa.oldforms import LONGEST_LINE, FormStage, OldForm, Piece, day_in, days_of, decision_in, stage_of

LONGEST_NOTE = 5_000
LINES = {
    Slot.TRY_WHAT: 300, Slot.QUESTION: 300, Slot.PREDICTION: 300, Slot.WHO_WHERE: 300, Slot.COUNT_WHAT: 300,
    Slot.WHO_COUNTS: 300, Slot.DECIDED_BY: 200,
}  # fmt: skip
TEXTS = (
    *(Slot.BECAUSE, Slot.STEPS, Slot.WHY_FOLLOWS, Slot.LEARNED, Slot.SURPRISED_BY, Slot.BENEFITED),
    *(Slot.NOT_BENEFITED, Slot.WHAT_CHANGES),
)
CHOOSABLE = tuple(slot for slot in Slot if slot not in (Slot.PLAN, Slot.CYCLE))
"""Where a person may put a piece."""
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Draft:
    """An old form before it is brought in. `about`: the days are a guess; `happened`: "yes", "no" or not said."""

    file: str
    pieces: tuple[Piece, ...]
    title: str = ""
    began: date | None = None
    ended: date | None = None
    about: bool = False
    stage: FormStage = FormStage.OVER
    decision: str = ""
    happened: str = ""
    follows: bool = False
    take: bool = True

    @property
    def form(self) -> OldForm:
        return OldForm(self.pieces)

    @property
    def digest(self) -> str:
        """The same for the same text, wherever its pieces go."""
        told = "\n".join(f"{piece.heading}\t{piece.text}" for piece in self.pieces)
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def named(self) -> bool:
        """Whether a piece says what was tried; else a person does."""
        return bool(self.form.text_of(Slot.TRY_WHAT))


def first_draft(file: str, form: OldForm) -> Draft:
    """As the form itself says it. Without a heading that is known, its first line is offered as the name."""
    began, ended = days_of(form)
    first = next(piece.text for piece in form.pieces if piece.text).splitlines()[0]
    return Draft(
        file=file, pieces=form.pieces, title="" if form.understood else _short(first, LONGEST_LINE),
        began=began, ended=ended, stage=stage_of(form),
        decision=decision_in(form.text_of(Slot.DECISION) or form.text_of(Slot.DECISION_REASON)),
    )  # fmt: skip


def placed(draft: Draft, slots: Iterable[Slot]) -> Draft:
    """Each piece where a person put it, in their order."""
    pieces = tuple(replace(piece, slot=slot) for piece, slot in zip(draft.pieces, slots, strict=True))
    return replace(draft, pieces=pieces)


def open_points(draft: Draft, today: date) -> tuple[str, ...]:
    """What must be said before this form can be brought in: "title", "began", "order", "future", "planned"."""
    found = []
    if not draft.named and not draft.title.strip():
        found.append("title")
    if draft.stage is not FormStage.PLANNED and draft.began is None:
        found.append("began")
    if draft.began and draft.ended and draft.ended < draft.began:
        found.append("order")
    if any(day and day > today for day in (draft.began, draft.ended)):
        found.append("future")
    if draft.stage is FormStage.PLANNED and draft.form.text_of(*DONE, *AFTER):
        found.append("planned")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Filled:
    """The words of a cycle by field, and its notes as (kind, text)."""

    fields: dict[str, str]
    notes: tuple[tuple[str, str], ...]


def filled(draft: Draft) -> Filled:
    """Every piece in a field or in a note; a line that is too long for its field stands whole in the note."""
    form, fields, rest = draft.form, {}, []
    for slot, longest in LINES.items():
        whole = form.text_of(slot)
        line = " ".join(whole.split())
        fields[slot.value] = _short(line, longest)
        if len(line) > longest:
            rest.append(whole)
    for slot in TEXTS:
        fields[slot.value] = form.text_of(slot)
    fields["try_what"] = fields["try_what"] or _short(draft.title.strip(), LONGEST_LINE)
    fields["decision_reason"] = _reason(draft)
    rest += [_told(piece) for piece in form.pieces if piece.text and _is_rest(piece)]
    if draft.stage is FormStage.PLANNED:
        fields["steps"] = "\n".join(filter(None, (fields["steps"], *rest)))
        return Filled(fields, ())
    notes = [
        *(("observation", text) for text in _cut(form.text_of(Slot.SEEN))),
        *(("trouble", text) for text in _cut(form.text_of(Slot.TROUBLE))),
        *(("observation", text) for text in _cut(form.text_of(Slot.RESULT))),
        *(("observation", text) for text in _cut("\n".join(rest))),
    ]
    return Filled(fields, tuple(notes))


def _reason(draft: Draft) -> str:
    """What stands under the decision beyond its one word, and the reason."""
    named = [
        piece.text for piece in draft.pieces
        if piece.slot is Slot.DECISION and not _only_says(piece.text, draft.decision)
    ]  # fmt: skip
    return "\n".join(filter(None, (*named, draft.form.text_of(Slot.DECISION_REASON))))


def _only_says(text: str, decision: str) -> bool:
    return bool(decision) and decision_in(text) == decision and len(plain(text).split()) == 1


def _is_rest(piece: Piece) -> bool:
    """A span of days that was read stays as a note too: the form says it in its own words."""
    return piece.slot in (Slot.REST, Slot.PLAN, Slot.CYCLE) or (piece.slot in DAYS and day_in(piece.text) is None)


def _told(piece: Piece) -> str:
    heading = piece.heading.rstrip(": ")
    return f"{heading}: {piece.text}" if heading else piece.text


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _cut(text: str) -> list[str]:
    """In notes that can be put in other words later; a long text becomes several."""
    return [text[start : start + LONGEST_NOTE] for start in range(0, len(text), LONGEST_NOTE)]
