"""A file as it comes, read into paragraphs and tables. The file itself is not kept."""

from __future__ import annotations

import io
from typing import Any

from aimwell.adapters.docx import read_docx
from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.oldforms import Block, Grid, OldForm, read_forms
from aimwell.domain.tables.cells import SAMPLE, delimiter_of, rows_of
from aimwell.domain.tables.encoding import encoding_of

MOST_BYTES = 5_000_000
MOST_TEXT = 200_000  # characters of one file
TABLES = ("csv", "tsv")
TEXTS = ("txt", "text", "md", *TABLES)


def forms_in(upload: Any) -> tuple[OldForm, ...]:
    """The forms of one file (a Django file with `name` and `size`).

    Raises Refused: oldforms_large, oldforms_empty, oldforms_kind, oldforms_not_docx, oldforms_locked,
    oldforms_not_text, oldforms_long.
    """
    if upload.size > MOST_BYTES:
        raise Refused("oldforms_large", most=MOST_BYTES // 1_000_000)
    kind = upload.name.rsplit(".", 1)[-1].lower()
    if not upload.size:
        raise Refused("oldforms_empty")
    if kind in ("docx", "doc"):
        found = read_forms(read_docx(upload.file))
    elif kind in TEXTS:
        found = read_forms(_parts(upload.read(), table=kind in TABLES))
    else:
        raise Refused("oldforms_kind")
    if not found:
        raise Refused("oldforms_empty")
    if sum(len(piece.heading) + len(piece.text) for form in found for piece in form.pieces) > MOST_TEXT:
        raise Refused("oldforms_long", most=f"{MOST_TEXT // 1000}\u00a0000")
    return found


def _parts(data: bytes, *, table: bool) -> list[Block | Grid]:
    text = _text(data)
    lines = text.splitlines()
    if not table:
        return [Block(line) for line in lines]
    delimiter = delimiter_of([line for line in lines[:SAMPLE] if line.strip()])
    return [Grid(tuple(tuple(row) for row in rows_of(io.StringIO(text, newline=""), delimiter)))]


def _text(data: bytes) -> str:
    try:
        encoding = encoding_of([data])
    except Refused as refused:
        raise Refused("oldforms_empty" if refused.code == "empty_file" else "oldforms_not_text") from refused
    return data.decode(encoding.name, errors="replace")
