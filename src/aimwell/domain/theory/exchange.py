"""A theory as a file that people edit elsewhere and bring back: a table or an indented list (SPEC C3).

Each line carries the key of its part, so a part that is said otherwise is the same part. A line without a key is new.
The list holds what the map shows; the table holds the longer texts too.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aimwell.domain.errors import Refused
from aimwell.domain.tables.cells import harmless
from aimwell.domain.theory.graph import PartKind

AIM = "aim"
COLUMNS = ("key", "kind", "text", "detail", "who_changes", "parents")
BETWEEN = ";"
LETTER = {PartKind.PRIMARY: "P", PartKind.SECONDARY: "S", PartKind.IDEA: "I"}
KINDS = {letter: kind for kind, letter in LETTER.items()}
MOST_LINES = 500
LONGEST = 200
_LINE = re.compile(r"^\s*(?:[-*•]\s+)?(?:(?P<kind>[PSI])\s+)?(?P<text>.*?)\s*(?:\[(?P<key>\d+)])?\s*$")
_AIM = re.compile(r"^\s*(?:aim|meta)\s*:", re.IGNORECASE)
LOOSE = "Not linked:"
_LOOSE = re.compile(r"^\s*(?:not linked|sin enlazar)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One part as a file says it. `row` counts from 1. `key`: of a part that is there, or a name made up in the file.

    `detail` and `who_changes` are None where the file does not speak of them.
    """

    row: int
    key: str
    kind: PartKind
    text: str
    parents: tuple[str, ...] = ()
    detail: str | None = None
    who_changes: str | None = None


def to_csv(lines: Iterable[Line]) -> str:
    """A table that opens in a spreadsheet; a cell that looks like a formula is kept as text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in lines:
        texts = (line.text, line.detail or "", line.who_changes or "")
        writer.writerow([line.key, line.kind.value, *map(harmless, texts), BETWEEN.join(line.parents)])
    return out.getvalue()


def from_csv(text: str) -> tuple[Line, ...]:
    """Raises Refused("theory_columns") or Refused("theory_line", row=, why=)."""
    lines = text.lstrip("\ufeff").splitlines(keepends=True)
    sign = max(",;\t", key=lines[0].count) if lines else ","
    table = csv.DictReader(lines, delimiter=sign, restval="")
    names = {(name or "").strip().lower(): name for name in table.fieldnames or ()}
    if not {"kind", "text"} <= names.keys():
        raise Refused("theory_columns", columns=", ".join(COLUMNS))
    found = []
    for row, cells in enumerate(table, start=2):
        said = {name: _unquoted(str(cells.get(title) or "").strip()) for name, title in names.items()}
        if any(said.values()):
            found.append(_of_row(row, said, names.keys()))
    return _few(tuple(found))


def _of_row(row: int, said: Mapping[str, str], names: Iterable[str]) -> Line:
    try:
        kind = PartKind(said["kind"].lower())
    except ValueError:
        raise Refused("theory_kind", row=row, value=said["kind"]) from None
    if kind is PartKind.AIM:
        raise Refused("theory_kind", row=row, value=said["kind"])
    parents = tuple(part.strip() for part in said.get("parents", "").split(BETWEEN) if part.strip())
    longer = {name: said[name] for name in ("detail", "who_changes") if name in names}
    return Line(row, said.get("key") or f"row {row}", kind, _short(row, said["text"]), parents, **longer)


def _unquoted(cell: str) -> str:
    """Without the mark that kept a spreadsheet from reading the text as a formula."""
    return cell[1:] if cell.startswith("'") and harmless(cell[1:]) != cell[1:] else cell


def to_outline(lines: Iterable[Line], *, aim: str) -> str:
    """An indented list. A part with several parents stands under each; its key shows that it is one part."""
    known = tuple(lines)
    out = [f"Aim: {aim}"]

    def add(line: Line, level: int) -> None:
        key = f" [{line.key}]" if line.key.isdigit() else ""
        out.append(f"{'  ' * level}- {LETTER[line.kind]} {line.text}{key}")
        for other in known:
            if line.key in other.parents:
                add(other, level + 1)

    for line in known:
        if AIM in line.parents:
            add(line, 1)
    loose = [line for line in known if not line.parents]
    out += [LOOSE] if loose else []
    for line in loose:
        add(line, 1)
    return "\n".join(out) + "\n"


def from_outline(text: str) -> tuple[Line, ...]:
    """Kinds come from the letters P, S, I, or else from the depth. Raises Refused."""
    found: dict[str, Line] = {}
    top = AIM
    above: list[tuple[int, str]] = []
    for row, written in enumerate(text.expandtabs(4).splitlines(), start=1):
        if _LOOSE.match(written):
            top, above = "", []
        if not written.strip() or _AIM.match(written) or _LOOSE.match(written):
            continue
        depth = len(written) - len(written.lstrip())
        while above and above[-1][0] >= depth:
            above.pop()
        line = _of_outline(row, written, above[-1][1] if above else top, found)
        found[line.key] = _joined(found.get(line.key), line)
        above.append((depth, line.key))
    return _few(tuple(found.values()))


def _of_outline(row: int, written: str, over: str, found: Mapping[str, Line]) -> Line:
    match = _LINE.match(written)
    assert match is not None  # every part of the pattern may be empty
    order = (PartKind.AIM, *LETTER)
    upper = found[over].kind if over in found else PartKind.AIM
    kind = KINDS[match["kind"]] if match["kind"] else order[min(order.index(upper) + 1, len(order) - 1)]
    # A list may begin with any kind; only a primary driver serves the aim itself, others hang loose.
    parents = () if not over or (over == AIM and kind is not PartKind.PRIMARY) else (over,)
    return Line(row, match["key"] or f"row {row}", kind, _short(row, match["text"]), parents)


def _joined(known: Line | None, line: Line) -> Line:
    """The same key a second time is a further parent of the same part."""
    if known is None:
        return line
    if (known.text, known.kind) != (line.text, line.kind):
        raise Refused("theory_twice", row=line.row, other=known.row)
    return Line(known.row, known.key, known.kind, known.text, tuple(dict.fromkeys((*known.parents, *line.parents))))


def _short(row: int, text: str) -> str:
    if not text:
        raise Refused("theory_no_text", row=row)
    if len(text) > LONGEST:
        raise Refused("theory_long", row=row, most=LONGEST)
    return text


def _few(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    if not lines:
        raise Refused("theory_empty")
    if len(lines) > MOST_LINES:
        raise Refused("theory_many", most=MOST_LINES)
    return lines
