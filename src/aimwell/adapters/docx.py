"""Paragraphs and tables of a Word file (DOCX) as text, in their order.

Pictures, footnotes, comments and macros are not read.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.oldforms import Block, Grid

PACKED, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
LARGEST_UNPACKED = 60_000_000
"""Bytes; a form that somebody filled in is far below."""


def read_docx(file: BinaryIO) -> list[Block | Grid]:
    """Raises Refused: "oldforms_locked" for a file with a password or of an older Word, "oldforms_not_docx"."""
    head = file.read(4)
    file.seek(0)
    if head == OLD:
        raise Refused("oldforms_locked")
    if head != PACKED:
        raise Refused("oldforms_not_docx")
    try:
        _check_size(file)
        return list(_parts(Document(file)))
    except Refused:
        raise
    except Exception as problem:  # whatever a file that was cut off or made by hand brings up
        raise Refused("oldforms_not_docx") from problem


def _check_size(file: BinaryIO) -> None:
    with zipfile.ZipFile(file) as packed:
        unpacked = sum(entry.file_size for entry in packed.infolist())
    if unpacked > LARGEST_UNPACKED:
        raise Refused("oldforms_not_docx")
    file.seek(0)


def _parts(document: Any) -> Iterator[Block | Grid]:
    """What stands at the head and foot of the pages, the text itself, then what stands in boxes."""
    _unwrap(document.element.body)
    for section in document.sections:
        for margin in (section.header, section.footer):
            if not margin.is_linked_to_previous:
                yield from _content(margin)
    yield from _content(document)
    for box in document.element.body.iter(qn("w:txbxContent")):
        if not any(str(above.tag).endswith("}Fallback") for above in box.iterancestors()):
            yield from (Block(text) for text in _paragraphs(box))


def _unwrap(body: Any) -> None:
    """Fields of a form and text that was put in with changes on show stand in a wrapper; the text itself counts."""
    for tag in (qn("w:sdt"), qn("w:ins"), qn("w:smartTag")):
        for wrapper in list(body.iter(tag)):
            inner = wrapper.find(qn("w:sdtContent")) if tag == qn("w:sdt") else wrapper
            for child in list(inner) if inner is not None else []:
                wrapper.addprevious(child)
            wrapper.getparent().remove(wrapper)


def _content(holder: Any) -> Iterator[Block | Grid]:
    for part in holder.iter_inner_content():
        if isinstance(part, Paragraph):
            if text := part.text.strip():
                yield Block(text, heading=_is_heading(part))
        elif isinstance(part, Table):
            yield Grid(tuple(_cells(row) for row in part.rows))


def _paragraphs(box: Any) -> Iterator[str]:
    for paragraph in box.iter(qn("w:p")):
        if text := Paragraph(paragraph, None).text.strip():  # type: ignore[arg-type]
            yield text


def _is_heading(paragraph: Any) -> bool:
    return paragraph.style is not None and str(paragraph.style.name or "").startswith(("Heading", "Title"))


def _cells(row: Any) -> tuple[str, ...]:
    """The text of each cell; one that spans several columns stands once."""
    seen: list[Any] = []
    texts: list[str] = []
    for cell in row.cells:
        if cell._tc not in seen:
            seen.append(cell._tc)
            texts.append(_text(cell))
    return tuple(texts)


def _text(cell: Any) -> str:
    """With tables inside the cell, line by line."""
    lines: list[str] = []
    for part in cell.iter_inner_content():
        if isinstance(part, Table):
            lines += [text for row in part.rows for text in _cells(row) if text.strip()]
        else:
            lines.append(part.text.strip())
    return "\n".join(line for line in lines if line)
