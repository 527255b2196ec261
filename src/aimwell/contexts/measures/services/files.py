from __future__ import annotations

import io
import uuid
from typing import Any, BinaryIO

from django.conf import settings
from django.db import transaction

from aimwell.contexts.measures.models import DataImport, ImportState, Measure, Unit
from aimwell.contexts.measures.services.copying import clean_copies, copied_rows, forget_copies
from aimwell.contexts.measures.services.definitions import create_measure
from aimwell.contexts.measures.services.looking import look, proposed_mapping
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import create_content, require, set_aside
from aimwell.core.jobs.services import enqueue
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotReady, Refused
from aimwell.domain.tables.kinds import unit_of

READ_AT_ONCE = 500_000
"""Bytes; a larger file is looked at by the worker."""


@transaction.atomic
def start_import(
    *, by: User, measure: Measure, upload: Any = None, text: str = "", key: uuid.UUID | None = None
) -> DataImport:
    """Take in a file (`upload`: a Django file with `name` and `size`) or pasted `text`, ready to be looked at.

    Only clean copies are kept, under random names. The same `key` again gives the first import back.
    Raises NotAllowed, NotReady("cells"), Refused: empty_file, too_large, too_many_rows, not_text, one_column,
    unreadable_workbook; nothing is kept then.
    """
    require(by=by, permission=Permission.EDIT, obj=measure)
    if key is not None and (twin := DataImport.objects.filter(client_key=key, measure=measure).first()):
        return twin
    file, name, size = _source(upload, text)
    sheets = clean_copies(file, shares=measure.unit == Unit.PERCENT)
    try:
        return _started(by, measure, sheets, name, size, key)
    except BaseException:
        forget_copies(sheets)
        raise


def _source(upload: Any, text: str) -> tuple[BinaryIO, str, int]:
    if upload is None:
        if not text.strip():
            raise NotReady(missing=["cells"])
        raw = text.encode()
        file: Any = io.BytesIO(raw)
        name, size = "", len(raw)
    else:
        file, name, size = upload.file, upload.name, upload.size
    limit = settings.UPLOAD_LIMIT_BYTES
    if size > limit:
        raise Refused("too_large", limit=f"{limit // 1024 // 1024}\u00a0MB")
    return file, name[-200:], size


def _started(
    by: User, measure: Measure, sheets: list[dict[str, Any]], name: str, size: int, key: uuid.UUID | None
) -> DataImport:
    made = create_content(
        by=by, model=DataImport, key=key, verb="file_read" if name else "pasted", owner_team=measure.owner_team,
        measure=measure, file_name=name, stored_as=sheets[0]["stored"],
    )  # fmt: skip
    made.preview = {"sheets": sheets}
    made.mapping = proposed_mapping(made, 0)
    made.save(update_fields=["preview", "mapping"])
    if size <= READ_AT_ONCE:
        return look(made)
    enqueue(by=by, kind="measures.look", args={"import": made.pk}, key=f"look-{made.pk}", scope_id=made.owner_team_id)
    return made


@transaction.atomic
def start_from_paste(*, by: User, team: Team, name: str, text: str, key: uuid.UUID) -> DataImport:
    """The fastest way to a first chart: what is counted, and the cells. Makes the measure and its first import.

    Raises as `create_measure` and `start_import`; then neither exists.
    """
    if not text.strip():
        raise NotReady(missing=["cells"])
    measure = create_measure(by=by, team=team, name=name, key=uuid.uuid5(key, "measure"), unit=Unit.PERCENT)
    made = start_import(by=by, measure=measure, text=text, key=key)
    sheet = made.preview["sheets"][0]
    unit = unit_of(name, [column["name"] for column in sheet["columns"]], copied_rows(sheet["stored"]), sheet["first"])
    if unit != measure.unit and made.version == 1 and made.state == ImportState.READY and measure.version == 1:
        Measure.objects.filter(pk=measure.pk).update(unit=unit)
        made.measure.unit = unit
        made.mapping = proposed_mapping(made, 0)
        made.save(update_fields=["mapping"])
        return look(made)
    return made


@transaction.atomic
def discard_import(*, by: User, data_import: DataImport) -> DataImport:
    """Another file instead: nothing of this one goes in, and its copy is removed."""
    if data_import.state == ImportState.APPLIED:
        raise Refused("already_applied")
    sheets = data_import.preview.get("sheets", [])
    ended = set_aside(by=by, obj=data_import)
    transaction.on_commit(lambda: forget_copies(sheets))
    return ended
