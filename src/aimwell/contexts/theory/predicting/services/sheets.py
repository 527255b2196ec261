"""The counts behind a board: pasted or uploaded, kept as sums."""

from __future__ import annotations

import io
import uuid
from collections.abc import Iterable
from typing import Any, BinaryIO

from django.conf import settings
from django.db import transaction

from aimwell.contexts.measures.services.copying import clean_copies, copied_rows, forget_copies
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, require, set_aside
from aimwell.contexts.theory.predicting.models import Board, CountSheet
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotReady, Refused
from aimwell.domain.tables.columns import Column
from aimwell.domain.theory.count_tables import CountTable, count_table

MOST_TIMES = 1_000


@transaction.atomic
def put_counts(
    *, by: User, board: Board, text: str = "", upload: Any = None, name: str = "", times: int = 1,
    key: uuid.UUID | None = None,
) -> CountSheet:  # fmt: skip
    """Take in a table of counts, pasted or as a CSV or Excel file. The one before it is set aside.

    Columns that name students are not kept; nor is any row, only sums by combinations of groups.
    Raises NotReady("cells"), Refused: too_large, empty_file, not_text, one_column, too_many_rows, no_counts, no_groups,
    too_many_groups, unreadable_workbook.
    """
    require(by=by, permission=Permission.EDIT, obj=board)
    if key is not None and (twin := CountSheet.objects.filter(client_key=key, board=board).first()):
        return twin
    table = _read(_source(upload, text))
    before = list(CountSheet.objects.filter(board=board, ended_at=None))
    made = create_content(
        by=by, model=CountSheet, key=key, verb="counts_put_in", board=board, name=name.strip(), times=_checked(times),
        skipped=table.skipped, lost=table.lost,
    )  # fmt: skip
    for one in before:
        set_aside(by=by, obj=one)
    _keep(made, table)
    return made


def choose_columns(
    *, by: User, sheet: CountSheet, version: int | None, count: int, whole: int | None, used: Iterable[int],
    lost: bool, times: int,
) -> CountSheet:  # fmt: skip
    """What is counted, out of what, and which groups cut. Places as in `numbers` and `attributes`."""
    require(by=by, permission=Permission.EDIT, obj=sheet)
    cuts = sorted(set(used))
    if not cuts:
        raise Refused("no_groups")
    numbers = range(len(sheet.numbers))
    if count not in numbers or (whole is not None and whole not in numbers) or count == whole:
        raise Refused("unknown_choice", value=str(count))
    if any(place not in range(len(sheet.attributes)) for place in cuts):
        raise Refused("unknown_choice", value=str(cuts[-1]))
    return change_content(
        by=by, obj=sheet, version=version, count=count, whole=whole, used=cuts, lost=lost, times=_checked(times)
    )


def _checked(times: int) -> int:
    if not 1 <= times <= MOST_TIMES:
        raise Refused("times_out_of_range", limit=f"{MOST_TIMES:,}")
    return times


def _source(upload: Any, text: str) -> BinaryIO:
    if upload is None and not text.strip():
        raise NotReady(missing=["cells"])
    raw = text.encode()
    limit = settings.UPLOAD_LIMIT_BYTES
    if (len(raw) if upload is None else upload.size) > limit:
        raise Refused("too_large", limit=f"{limit // 1024 // 1024}\u00a0MB")
    return io.BytesIO(raw) if upload is None else upload.file


def _read(file: BinaryIO) -> CountTable:
    """The first sheet; the clean copy that the reader makes is gone again at once."""
    sheets = clean_copies(file, shares=True)
    try:
        first = sheets[0]
        rows = (row for number, row in enumerate(copied_rows(first["stored"])) if number >= first["first"])
        return count_table([Column(**{**one, "looks": tuple(one["looks"])}) for one in first["columns"]], rows)
    finally:
        forget_copies(sheets)


def _keep(made: CountSheet, table: CountTable) -> None:
    """Not through the history, which the team may read while the data are still covered."""
    made.attributes, made.numbers = list(table.attributes), list(table.numbers)
    made.rows = [[list(values), list(sums), n] for values, sums, n in table.rows]
    made.count, made.whole, made.left_out = table.count, table.whole, list(table.left_out)
    made.used = list(range(len(table.attributes)))
    made.save(update_fields=["attributes", "numbers", "rows", "count", "whole", "left_out", "used"])
