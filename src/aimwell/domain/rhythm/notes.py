"""Notes of a meeting, sentence by sentence, and where in a cycle a sentence may go (S1 R-56)."""

from __future__ import annotations

import re
from enum import StrEnum

from aimwell.domain.pdsa.moves import State

SHORT = ("mr", "ms", "mrs", "dr", "sr", "sra", "srta", "prof", "vs", "etc", "no", "núm", "p", "pp", "e.g", "i.e")
END = re.compile(r"[.!?…][\"”»’')\]]*\s+(?=[\"“«¿¡(]*[A-ZÁÉÍÓÚÑ0-9])")


class Place(StrEnum):
    PLAN = "plan"
    DO = "do"
    STUDY = "study"
    ACT = "act"


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text` in their order, each once. A line of its own is at least one sentence."""
    found = (one for line in text.splitlines() for one in _of_line(line.strip().lstrip("-•* ").strip()))
    return tuple(dict.fromkeys(one for one in found if one))


def _of_line(line: str) -> list[str]:
    parts, start = [], 0
    for end in END.finditer(line):
        if line[start : end.start()].rsplit(" ", 1)[-1].lower().lstrip('("“') in SHORT:
            continue
        parts.append(line[start : end.end()].strip())
        start = end.end()
    return [*parts, line[start:].strip()]


def with_line(text: str, line: str) -> str:
    """`text` with one more line at its end; a line that stands there already is not put there again."""
    if line in text.splitlines():
        return text
    return f"{text.rstrip()}\n{line}" if text.strip() else line


def without_line(text: str, line: str) -> str | None:
    """`text` without that line, or None where nobody finds it any more, because somebody reworded it."""
    lines = text.splitlines()
    if line not in lines:
        return None
    at = len(lines) - 1 - lines[::-1].index(line)
    return "\n".join(lines[:at] + lines[at + 1 :]).strip()


def places(state: State, *, follows: bool, has_next: bool) -> tuple[Place, ...]:
    """Where notes may go while a cycle is in `state`.

    What was thought before Do is locked with the prediction; only why a cycle follows another one can still grow.
    After its end, Plan is that of the next cycle, if that is still a draft.
    """
    if state == State.DRAFT:
        return (Place.PLAN,)
    plan = (Place.PLAN,) if has_next or (follows and state != State.DONE) else ()
    return {
        State.DOING: (*plan, Place.DO),
        State.STUDYING: (*plan, Place.DO, Place.STUDY, Place.ACT),
        State.DONE: (*plan, Place.STUDY),
    }.get(state, plan)
