"""What the pages of old forms show: the forms before they come in, what came of them, and the form of one cycle."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from aimwell.contexts.cycles.models import Cycle, Decision, Origin
from aimwell.contexts.cycles.oldforms.held import to_draft
from aimwell.contexts.cycles.oldforms.models import FormImport, OldForm
from aimwell.contexts.cycles.queries import CycleRow
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.theory.voices.queries.names import named
from aimwell.domain.errors import Refused, sentence
from aimwell.domain.pdsa.oldform_choices import CHOOSABLE, NO, YES, Draft, open_points
from aimwell.domain.pdsa.oldform_headings import AFTER, DAYS, DONE, PLANNED, Slot
from aimwell.domain.pdsa.oldforms import FormStage, Piece
from aimwell.domain.words.oldforms import say

SHOWN = 20
Choice = tuple[str, str]


def language() -> str:
    return get_language() or "en"


def imports_of(user: User, team: Team) -> list[FormImport]:
    """The newest first."""
    return list(visible_to(user, FormImport, team=team)[:SHOWN])


def brought_before(team: Team, digests: Iterable[str]) -> dict[str, Cycle]:
    """The cycles of this team that came of the same text and stand."""
    here = {"digest__in": list(digests), "cycle__owner_team": team, "cycle__ended_at": None}
    return {form.digest: form.cycle for form in OldForm.objects.filter(**here).select_related("cycle")}


@dataclass(frozen=True)
class PieceRow:
    """One piece with the place it goes to; `number` is its place on the form."""

    piece: Piece
    number: int

    @property
    def heading(self) -> str:
        return self.piece.heading.strip(" :")

    @property
    def label(self) -> str:
        return self.heading or say("slot.rest", language())

    @property
    def slot(self) -> str:
        """A heading of a whole part keeps its text as a note until somebody puts it elsewhere."""
        return str(self.piece.slot if self.piece.slot in CHOOSABLE else Slot.REST)


@dataclass(frozen=True)
class FormRow:
    """One form to look at."""

    draft: Draft
    number: int
    before: Cycle | None

    @property
    def pieces(self) -> list[PieceRow]:
        """Those with text; a heading with nothing under it needs no place."""
        return [PieceRow(piece, at) for at, piece in enumerate(self.draft.pieces) if piece.text]

    @property
    def place(self) -> int:
        return self.number + 1

    @property
    def name(self) -> str:
        """What was tried, else the first words of the form."""
        told = self.draft.form.text_of(Slot.TRY_WHAT) or self.draft.title or self.pieces[0].piece.text
        return " ".join(told.split())

    @property
    def understood(self) -> bool:
        return self.draft.form.understood

    @property
    def not_understood(self) -> int:
        """Pieces that are kept as a note because no heading said where they go."""
        return sum(row.piece.slot is Slot.REST for row in self.pieces)

    @property
    def predicted(self) -> bool:
        return bool(self.draft.form.text_of(Slot.PREDICTION))

    @property
    def days_told(self) -> str:
        """The days as the form says them."""
        return ", ".join(self.draft.form.text_of(*DAYS).split("\n")) if self.draft.form.text_of(*DAYS) else ""

    @property
    def asks(self) -> list[str]:
        """What is still open, in words."""
        return [say(f"open.{point}", language()) for point in self.points]

    @property
    def points(self) -> tuple[str, ...]:
        return open_points(self.draft, timezone.localdate()) if self.draft.take else ()


@dataclass(frozen=True)
class Look:
    """All forms of an import before they come in."""

    forms: list[FormRow]
    unread: list[Choice]
    names: tuple[str, ...]

    @property
    def taken(self) -> int:
        return sum(row.draft.take for row in self.forms)

    @property
    def open(self) -> int:
        return sum(bool(row.points) for row in self.forms)

    @property
    def today(self) -> datetime.date:
        return timezone.localdate()

    @property
    def slots(self) -> list[tuple[str, list[Choice]]]:
        """Where a piece can go, part by part."""
        lang = language()
        study = AFTER - ACT
        groups = (("plan", PLANNED | DAYS), ("do", DONE), ("study", study), ("act", ACT), ("other", OTHER))
        return [
            (
                say(f"part.{name}", lang),
                [(slot.value, say(f"slot.{slot}", lang)) for slot in CHOOSABLE if slot in group],
            )
            for name, group in groups
        ]

    @property
    def stages(self) -> list[Choice]:
        return [(stage.value, say(f"stage.{stage}", language())) for stage in reversed(FormStage)]

    @property
    def decisions(self) -> list[Choice]:
        return [(value, str(label)) for value, label in Decision.choices]

    @property
    def happenings(self) -> list[Choice]:
        return [(value, say(f"happened.{value or 'unsaid'}", language())) for value in ("", YES, NO)]


ACT = frozenset({Slot.DECISION, Slot.DECISION_REASON, Slot.WHAT_CHANGES, Slot.DECIDED_BY})
OTHER = frozenset({Slot.REST, Slot.OUT})


def look_at(source: FormImport, drafts: Sequence[Draft] | None = None) -> Look:
    """`drafts`: the forms with choices that are not kept yet. The number of queries is the same for any number."""
    lang = language()
    held = [to_draft(data) for data in source.forms] if drafts is None else drafts
    known = brought_before(source.owner_team, [draft.digest for draft in held])
    rows = [FormRow(draft, at, known.get(draft.digest)) for at, draft in enumerate(held)]
    unread = [(one["file"], sentence(Refused(one["code"], **one["data"]), lang)) for one in source.unread]
    coming = [draft for draft in held if draft.take]
    texts = [piece.text for draft in coming for piece in draft.pieces if piece.slot is not Slot.OUT]
    return Look(rows, unread, named(source.owner_team, [*texts, *(draft.title for draft in coming)]))


@dataclass(frozen=True)
class BroughtRow:
    """A cycle that came of a form."""

    form: OldForm
    row: CycleRow

    @property
    def aside(self) -> bool:
        return self.form.cycle.ended_at is not None


def brought(user: User, source: FormImport) -> list[BroughtRow]:
    rows = visible_to(user, OldForm).filter(form_import=source).select_related("cycle")
    return [BroughtRow(form, CycleRow(form.cycle, language())) for form in rows]


def kept_texts(source: FormImport) -> list[tuple[str, list[PieceRow]]]:
    """The text of each form as it stood in its file, for the team."""
    rows = [FormRow(to_draft(data), at, None) for at, data in enumerate(source.forms)]
    return [(row.name, row.pieces) for row in rows]


def old_form_of(user: User, cycle: Cycle) -> OldForm | None:
    """No query for a cycle that was planned here."""
    if cycle.origin != Origin.IMPORTED:
        return None
    return visible_to(user, OldForm).filter(cycle=cycle).first()


def address_of(source: FormImport) -> str:
    return reverse("oldforms:look", args=[source.pk])
