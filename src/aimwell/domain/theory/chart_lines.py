"""What is written on chart paper, line by line: which lines may become causes, and under which bone.

Teams chart first and type later (S4 L49). A line that names a bone is a heading for the lines under it; so is the part
before a colon in "Time: we hurry".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 300
"""Letters of a cause."""
MOST = 100
"""Lines that are offered at once."""
BULLET = re.compile(r"^(?:[-*+•·–—▪◦□☐→>]+|\(?(?:\d{1,2}|[A-Za-z])[.)])\s+")


@dataclass(frozen=True, slots=True)
class ChartLine:
    """`number` counts from 1 among the lines offered. `bone`: the bone that the paper puts it under, or empty."""

    number: int
    text: str
    bone: str = ""

    @property
    def fits(self) -> bool:
        return len(self.text) <= LONGEST


def chart_lines(text: str, bones: Iterable[str] = ()) -> tuple[ChartLine, ...]:
    """Lines without their bullets, each once; headings and empty lines are left out."""
    known = {_plain(name): name for name in bones}
    found: dict[str, ChartLine] = {}
    under = ""
    for raw in text.splitlines():
        line = BULLET.sub("", " ".join(raw.split()))
        heading = known.get(_plain(line))
        if heading is not None:
            under = heading
            continue
        before, colon, after = line.partition(":")
        named = known.get(_plain(before)) if colon else None
        said = after.strip() if named is not None else line
        if said and said.casefold() not in found and len(found) < MOST:
            found[said.casefold()] = ChartLine(len(found) + 1, said, named or under)
    return tuple(found.values())


def _plain(name: str) -> str:
    return name.strip().rstrip(":").strip().casefold()
