"""Short ways to write down what most teams of the made-up world have in common."""

from __future__ import annotations

from datetime import date
from typing import Any

from aimwell.demo.worlds.bayline import DRIVERS
from aimwell.demo.worlds.shapes import Cycle, Entry, Part, Prediction


def on(text: str) -> date:
    """A day of the story: "11-09" lies in 2026, "01-11" in 2027."""
    month, day = map(int, text.split("-"))
    return date(2026 if month > 6 else 2027, month, day)


def theory(
    driver: int, takes: str, ideas: dict[str, str], *, measure: str = "", words: str = "", causes: tuple[str, ...] = ()
) -> tuple[Part, ...]:
    """One driver of the network, what it takes, and ideas under it. `words`: the driver in the team's own words."""
    primary = Part("primary", "primary", words or DRIVERS[driver])
    secondary = Part("takes", "secondary", takes, ("primary",), measure=measure, causes=causes)
    return (primary, secondary, *(Part(key, "idea", text, ("takes",)) for key, text in ideas.items()))


def at_least(low: float, out_of: float | None = None, unit_name: str = "") -> Prediction:
    return Prediction("at_least", low=low, out_of=out_of, unit_name=unit_name)


def between(low: float, high: float, out_of: float | None = None, unit_name: str = "") -> Prediction:
    return Prediction("range", low=low, high=high, out_of=out_of, unit_name=unit_name)


def goes(trend: str, unit_name: str = "") -> Prediction:
    return Prediction("direction", trend=trend, unit_name=unit_name)


def happens(event: str) -> Prediction:
    return Prediction("event", event=event)


def saw(day: str, text: str, kind: str = "observation", place: str = "") -> Entry:
    return Entry(on(day), kind, text, place)


def heard(day: str, count: int, out_of: int, place: str = "") -> Entry:
    return Entry(on(day), "count", "", place, count=count, out_of=out_of)


def cycle(key: str, try_what: str, predict: Prediction, starts: str, look: str, **more: Any) -> Cycle:
    return Cycle(key, try_what, predict, on(starts), on(look), **more)
