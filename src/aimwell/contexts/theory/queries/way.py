"""The steps that lead through one effort, each with its page and whether the work shows it (S1 R-9)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from aimwell.contexts.theory.models import Indicator, Inquiry

PAGES = {
    "problem": "theory:problem",
    "causes": "theory:fishbone",
    "research": "practices:grounds",
    "aim": "theory:aim",
    "drivers": "theory:drivers",
    "prediction": "choosing:ideas",
    "outcomes": "theory:indicators",
    "coherence": "coherence:check",
    "pdsa": "cycles:ramp",
}
STEP_OF = {**{page: key for key, page in PAGES.items()}, "coherence:answer": "coherence"}

Sign = Callable[[bool], Any]


@dataclass(frozen=True)
class Step:
    """One stop on the way. `skipped` is the sentence with which the team went on without it."""

    key: str
    name: str
    done: bool
    here: bool = False
    skipped: str = ""
    number: int = 1
    gloss: str = ""

    @property
    def page(self) -> str:
        return PAGES[self.key]


def _outcomes(own: bool) -> Exists:
    return Exists(Indicator.objects.filter(inquiry=OuterRef("pk"), ended_at=None))


SIGNS: dict[str, Sign] = {"outcomes": _outcomes}
"""By step, an expression on an inquiry that is true once the work holds what the step asks for. Steps of the base are
asked of the view itself. `own`: whether the reader sees all that the team sees."""


def sign(step: str, shows: Sign) -> None:
    """For the tools, which know the base while it does not know them."""
    SIGNS[step] = shows


def signed(inquiry: Inquiry, steps: Iterable[str], *, own: bool) -> dict[str, bool]:
    """Which of these steps the work shows. One query, or none where no step is asked for."""
    asked = {f"has_{step}": SIGNS[step](own) for step in steps if step in SIGNS}
    if not asked:
        return {}
    found = Inquiry.objects.filter(pk=inquiry.pk).values(**asked).get()
    return {name.removeprefix("has_"): bool(value) for name, value in found.items()}
