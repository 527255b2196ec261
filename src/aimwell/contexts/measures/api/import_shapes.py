"""What the API shows and takes of a file on its way in."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from django.utils.translation import get_language
from ninja import Field, Schema

from aimwell.contexts.measures.models import DataImport, ImportState, Missing, Period
from aimwell.contexts.measures.queries import ImportView, import_view
from aimwell.contexts.people.api.shared import Body, Day, OwnedOut, fields_of, line
from aimwell.domain.errors import Refused, sentence
from aimwell.domain.tables.columns import Role
from aimwell.domain.words.files import row_sentence

ROLE = "date, series (room, school or group), value, share (a part of one), numerator, denominator, or out."


class ColumnsIn(Body):
    """What is not sent stays as it was."""

    sheet: Annotated[int, Field(ge=0, le=50)] = Field(0, description="Which sheet of a workbook, from 0.")
    roles: list[Role] = Field([], max_length=500, description=f"One for each column of the sheet: {ROLE}")
    missing: dict[line(200), Missing] = Field(
        {}, max_length=500, description="What a word stands for where a number would be; empty leaves the row out."
    )
    duplicates: Literal["out", "first", "last", "add"] = Field("out", description="What to do with two of one day.")
    swap: bool = Field(False, description="Exchange count and whole where the count is larger.")
    starts: Day | None = Field(None, description="The first day of a table without dates.")
    step: Period = Field(Period.WEEK, description="The step from row to row of a table without dates.")

    def mapping(self, stored: DataImport) -> dict[str, Any]:
        """As `services.choose_columns` takes it."""
        chosen = self.sent()
        if "missing" in chosen:
            words = {word: reason.value for word, reason in self.missing.items()}
            chosen["missing"] = {**stored.mapping["missing"], **words}
        if self.starts is not None:
            chosen["starts"] = self.starts.isoformat()
        if "step" in chosen:
            chosen["step"] = self.step.value
        return chosen


class ImportOut(OwnedOut):
    measure: int = Field(validation_alias="measure_id")
    file_name: str = Field(description="Empty for pasted cells.")
    state: ImportState = Field(description="reading and applying are the worker's; ask again in a few seconds.")
    applied_at: datetime.datetime | None
    undone_at: datetime.datetime | None


class ColumnOut(Schema):
    index: int
    name: str
    role: Role
    looks: str = Field(description="A few of its cells.")
    note: str = Field(description="What was checked.")
    students: bool = Field(description="It names students: it is left out, and its cells were never kept.")


class ChosenOut(Schema):
    sheet: int
    missing: dict[str, Missing]
    duplicates: str
    swap: bool
    starts: datetime.date | None
    step: Period


class WordOut(Schema):
    word: str
    times: int
    reason: Missing = Field(description="What it stands for; empty leaves the row out.")


class RejectedOut(Schema):
    row: int = Field(description="From 1, in the file.")
    value: str
    code: str
    why: str


class ReportOut(Schema):
    """What looking at every row found. Counts are rows."""

    rows: int
    ready: int
    new: int = Field(description="Rows that change something, those that replace included.")
    same: int
    replaced: int
    left_out: int
    missing: int = Field(description="Ready rows without a number.")
    series: int
    first_on: datetime.date | None
    last_on: datetime.date | None
    codes: dict[str, int] = Field(description="Rows kept aside, by reason.")


class DoneOut(Schema):
    new: int
    same: int
    replaced: int
    left_out: int


class ImportSeenOut(ImportOut):
    sheets: list[str]
    columns: list[ColumnOut]
    chosen: ChosenOut
    report: ReportOut | None = Field(description="Empty while it is being read.")
    words: list[WordOut] = Field(description="Words where a number would stand.")
    rejected: list[RejectedOut] = Field(description="Rows kept aside, up to 20 of each reason; all in left-out.csv.")
    problem: str = Field(description="What must be chosen before anything can go in; empty when it can.")
    done: DoneOut | None = Field(description="What went in.")


def seen(found: DataImport) -> dict[str, Any]:
    """An import with its preview, in the language that was asked for."""
    lang = get_language() or "en"
    view = import_view(found, lang=lang)
    report = view.report
    return {
        **fields_of(ImportOut, found),
        "sheets": view.sheets,
        "columns": view.columns,
        "chosen": found.mapping,
        "report": report or None,
        "words": view.words,
        "rejected": _rejected(view, lang),
        "problem": sentence(Refused(report["problem"]), lang) if report.get("problem") else "",
        "done": found.preview.get("done") if found.state == ImportState.APPLIED else None,
    }


def _rejected(view: ImportView, lang: str) -> list[dict[str, Any]]:
    return [
        {"row": row, "value": value, "code": code, "why": row_sentence(code, data, lang)}
        for row, value, code, data in view.report.get("rejected", [])
    ]
