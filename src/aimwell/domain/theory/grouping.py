"""Answers put into groups, step by step, and what came of it (S3 R-57)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from aimwell.domain.errors import Refused
from aimwell.domain.tables.cells import clean, delimiter_of

SEATS = 2
"""How many people group the same answers."""
MOST_ANSWERS = 500
LONGEST_ANSWER = 2000
SAMPLE_LINES = 200


@dataclass(frozen=True, slots=True)
class Step:
    """`group` None: the answer was taken out of its group."""

    answer: int
    group: int | None


def placed(steps: Iterable[Step], upto: int | None = None) -> dict[int, int]:
    """Where each answer lies after the first `upto` steps, or after all; what lies in no group is left out."""
    where: dict[int, int] = {}
    for step in islice(steps, upto):
        if step.group is None:
            where.pop(step.answer, None)
        else:
            where[step.answer] = step.group
    return where


@dataclass(frozen=True, slots=True)
class Outcome:
    """`final`: the group of each answer on which there is one. `differ`: answers in two groups, not yet talked over."""

    final: Mapping[int, int]
    differ: tuple[int, ...]

    def count(self, group: int) -> int:
        return sum(1 for where in self.final.values() if where == group)


def outcome(answers: Sequence[int], ways: Sequence[Mapping[int, int]], settled: Mapping[int, int]) -> Outcome:
    """A talk decides; without one it takes all who grouped the answer to agree. Who left it out does not count."""
    final, differ = {}, []
    for answer in answers:
        said = {way[answer] for way in ways if answer in way}
        if answer in settled:
            final[answer] = settled[answer]
        elif len(said) == 1:
            final[answer] = said.pop()
        elif said:
            differ.append(answer)
    return Outcome(final, tuple(differ))


def hidden_counts(counts: Sequence[int], minimum: int) -> tuple[int | None, ...]:
    """Counts for readers outside the team: those from 1 up to below `minimum` are None (S3 R-57)."""
    return tuple(None if 0 < count < minimum else count for count in counts)


@dataclass(frozen=True, slots=True)
class Pasted:
    """`headings`: of the columns, where there are several; `column` is the one that was read."""

    answers: tuple[str, ...]
    headings: tuple[str, ...] = ()
    column: int = 0


def read_pasted(text: str, column: int | None = None) -> Pasted:
    """One answer a line; from a table the column that was named, else the one with the longest answers.

    Raises Refused: nothing_pasted, too_many_answers, answer_too_long.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    rows = _rows(lines)
    width = max((len(row) for row in rows), default=0)
    if width < 2:
        return Pasted(_checked(clean(line) for line in (row[0] if row else "" for row in rows)))
    headings, body = tuple(clean(cell) for cell in rows[0]), rows[1:]
    sizes = [sum(len(row[place]) for row in body if place < len(row)) for place in range(width)]
    chosen = column if column is not None and 0 <= column < width else sizes.index(max(sizes))
    names = tuple(headings[place] if place < len(headings) and headings[place] else str(place + 1)
                  for place in range(width))  # fmt: skip
    return Pasted(_checked(clean(row[chosen]) for row in body if chosen < len(row)), names, chosen)


def _rows(lines: list[str]) -> list[list[str]]:
    """Rows of a table, where nearly every line is cut alike by a tab, semicolon or comma; else one cell a line."""
    full = [line for line in lines if line.strip()]
    sign = delimiter_of(full[:SAMPLE_LINES])
    if sum(line.count('"') for line in full) % 2:
        return [[line] for line in full]  # a quotation mark that never ends would swallow all that follows
    rows = [row for row in csv.reader((f"{line}\n" for line in full), delimiter=sign) if row]
    widths = {len(row) for row in rows}
    quoted = any(line.startswith('"') for line in full)
    is_table = len(widths) == 1 and len(rows) > 1 and (sign != "," or quoted or _short_heading(rows[0]))
    if is_table and widths != {1}:
        return rows
    return [[row[0]] for row in rows] if is_table and quoted else [[line] for line in full]


def _short_heading(row: Sequence[str]) -> bool:
    """Headings are names, not sentences; commas in plain sentences do not make a table."""
    return all(len(cell.split()) <= 3 and not cell.rstrip().endswith((".", "?", ",")) for cell in row)


def _checked(answers: Iterable[str]) -> tuple[str, ...]:
    found = tuple(answer for answer in answers if answer)
    if not found:
        raise Refused("nothing_pasted")
    if len(found) > MOST_ANSWERS:
        raise Refused("too_many_answers", found=len(found), most=MOST_ANSWERS)
    for place, answer in enumerate(found, start=1):
        if len(answer) > LONGEST_ANSWER:
            raise Refused("answer_too_long", line=place, most=LONGEST_ANSWER)
    return found
