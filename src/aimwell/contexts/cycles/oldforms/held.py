"""A draft as it is stored in `FormImport.forms`, there and back."""

from __future__ import annotations

import datetime
from typing import Any

from aimwell.domain.pdsa.oldform_choices import Draft
from aimwell.domain.pdsa.oldform_headings import Slot
from aimwell.domain.pdsa.oldforms import FormStage, Piece


def to_data(draft: Draft) -> dict[str, Any]:
    return {
        "file": draft.file,
        "pieces": [[piece.heading, piece.text, piece.slot.value] for piece in draft.pieces],
        "title": draft.title,
        "began": draft.began.isoformat() if draft.began else "",
        "ended": draft.ended.isoformat() if draft.ended else "",
        "about": draft.about,
        "stage": draft.stage.value,
        "decision": draft.decision,
        "happened": draft.happened,
        "follows": draft.follows,
        "take": draft.take,
    }


def to_draft(data: dict[str, Any]) -> Draft:
    return Draft(
        file=data["file"],
        pieces=tuple(Piece(heading, text, Slot(slot)) for heading, text, slot in data["pieces"]),
        title=data["title"],
        began=_day(data["began"]),
        ended=_day(data["ended"]),
        about=data["about"],
        stage=FormStage(data["stage"]),
        decision=data["decision"],
        happened=data["happened"],
        follows=data["follows"],
        take=data["take"],
    )


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
