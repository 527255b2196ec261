"""The theory as lines of a file, and what a file would change in it."""

from __future__ import annotations

import hashlib

from aimwell.contexts.theory.models import Link, Part
from aimwell.contexts.theory.queries import AIM, InquiryView
from aimwell.domain.errors import Refused
from aimwell.domain.theory.exchange import Line, from_csv, from_outline
from aimwell.domain.theory.graph import PartKind
from aimwell.domain.theory.merging import Plan, plan

LARGEST = 200_000  # characters; 500 lines of the longest texts stay below


def lines_of(parts: list[Part], links: list[Link]) -> tuple[Line, ...]:
    """What stands now, in the order of the map."""
    standing = {part.pk for part in parts if part.ended_at is None}
    above: dict[int, list[str]] = {}
    for link in links:
        if link.parent_id is None or link.parent_id in standing:
            above.setdefault(link.child_id, []).append(str(link.parent_id) if link.parent_id else AIM)
    rows = [part for part in parts if part.pk in standing]
    rows.sort(key=lambda part: (PartKind(part.kind).column, part.position, part.pk))
    return tuple(
        Line(
            row,
            str(part.pk),
            PartKind(part.kind),
            part.text,
            tuple(above.get(part.pk, ())),
            part.detail,
            part.who_changes,
        )
        for row, part in enumerate(rows, start=1)
    )


def lines_in(view: InquiryView) -> tuple[Line, ...]:
    return lines_of(view.parts, view.links)


def read_file(text: str) -> tuple[Line, ...]:
    """A table where its first line has columns, else an indented list. Raises Refused."""
    if len(text) > LARGEST:
        raise Refused("theory_large", most=LARGEST // 1000)
    first = text.lstrip("\ufeff\r\n ").split("\n", 1)[0].lower()
    is_table = "kind" in first and any(sign in first for sign in ",;\t")
    return from_csv(text) if is_table else from_outline(text)


def plan_for(now: tuple[Line, ...], text: str) -> Plan:
    return plan(now, read_file(text))


def stamp_of(now: tuple[Line, ...]) -> str:
    """Changes whenever the theory does: what was looked at is what is taken in."""
    return hashlib.sha256(repr(now).encode()).hexdigest()[:16]
