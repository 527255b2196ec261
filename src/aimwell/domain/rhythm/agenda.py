"""What a meeting talks about, made from the work that is open.

The four parts of a huddle are those of S1 L930: what is stuck, clarify, look at work, one decision. A PDSA meeting
looks back first and has time for the data (S0 R-51).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

PDSA = "pdsa"
DRAFT, DOING, STUDYING = "draft", "doing", "studying"
HUDDLE_MINUTES, PDSA_MINUTES = 15, 45
MOST_CYCLES = 3
"""A meeting that decides on more cycles than this decides on none of them well."""


@dataclass(frozen=True, slots=True)
class OpenCycle:
    """A cycle that is not done. `surprises`: how many were written down in it since the last meeting."""

    id: int
    number: int
    state: str
    look_on: date | None = None
    surprises: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an agenda. `key` names its words, `number` the cycle in them."""

    purpose: str
    key: str
    minutes: int
    cycle: int | None = None
    number: int | None = None


def agenda(
    kind: str, minutes: int, cycles: Sequence[OpenCycle], *, on: date, open_decisions: int = 0, taken: int = 0
) -> tuple[Line, ...]:
    """The lines of a meeting of this kind on the day `on`. `taken`: minutes that items carried over need.

    The minutes add up to `minutes` less `taken`, as long as every line gets one.
    """
    first = _first(cycles, on)
    talk = [_talk(cycle, on) for cycle in first] or [Line("decide", "stuck", 6)]
    if kind == PDSA:
        lines = [
            *([Line("last_time", "last_time", 5)] if open_decisions else []),
            *_shared([_bring(cycle) for cycle in first] or [Line("data", "data", 10)], 10),
            _surprise(cycles, 5), *_shared(talk, 12), _next_test(cycles, 8), Line("who_does", "who_does", 5),
        ]  # fmt: skip
    else:
        lines = [_surprise(cycles, 2), *_shared(talk, 6), _next_test(cycles, 5), Line("who_does", "who_does", 2)]
    return fitted(lines, minutes - taken)


def _surprise(cycles: Sequence[OpenCycle], minutes: int) -> Line:
    told = sum(cycle.surprises for cycle in cycles)
    return Line("surprise", "surprises" if told else "surprise", minutes, number=told or None)


def _next_test(cycles: Sequence[OpenCycle], minutes: int) -> Line:
    draft = next((cycle for cycle in cycles if cycle.state == DRAFT), None)
    if draft is None:
        return Line("next_test", "next_test", minutes)
    return Line("next_test", "next_draft", minutes, draft.id, draft.number)


def _bring(cycle: OpenCycle) -> Line:
    return Line("data", "bring", 10, cycle.id, cycle.number)


def _first(cycles: Sequence[OpenCycle], on: date) -> tuple[OpenCycle, ...]:
    """Those to talk about: in Study, then those with a look due by then, then the rest in Do; at most three."""
    running = [cycle for cycle in cycles if cycle.state in (STUDYING, DOING)]
    return tuple(sorted(running, key=lambda cycle: (_urgency(cycle, on), cycle.number))[:MOST_CYCLES])


def _urgency(cycle: OpenCycle, on: date) -> int:
    if cycle.state == STUDYING:
        return 0
    return 1 if cycle.look_on is not None and cycle.look_on <= on else 2


def _talk(cycle: OpenCycle, on: date) -> Line:
    key = "decide" if _urgency(cycle, on) < 2 else "going"
    return Line("decide" if key == "decide" else "data", key, 6, cycle.id, cycle.number)


def _shared(lines: Sequence[Line], minutes: int) -> list[Line]:
    """The same minutes for each, the first ones one more where it does not come out even."""
    each, more = divmod(minutes, len(lines))
    return [replace(line, minutes=each + (place < more)) for place, line in enumerate(lines)]


def fitted(lines: Sequence[Line], minutes: int) -> tuple[Line, ...]:
    """The same lines with minutes in the same proportion that add up to `minutes`; none below one."""
    shares = spread([line.minutes for line in lines], minutes)
    return tuple(replace(line, minutes=share) for line, share in zip(lines, shares, strict=True))


def spread(weights: Sequence[int], total: int) -> list[int]:
    """Whole numbers, none below one, that add up to `total`; what is above one in proportion to the weights.

    Where there are more of them than `total`, each is one.
    """
    above = [max(weight - 1, 0) for weight in weights]
    if not any(above):
        above = [1] * len(weights)
    free = max(total - len(weights), 0)
    exact = [free * one / sum(above) for one in above]
    shares = [int(one) for one in exact]
    largest_first = sorted(range(len(weights)), key=lambda place: (shares[place] - exact[place], place))
    for place in largest_first[: free - sum(shares)]:
        shares[place] += 1
    return [share + 1 for share in shares]
