"""What the aim of a network does not say yet. It may be kept broad (S3 R-14, L205, L245)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class NetworkAim:
    """In words, because what the members agree on is often "as much as their peers" and no number."""

    what: str = ""
    who: str = ""
    where: str = ""
    how_much: str = ""
    by_when: date | None = None
    baseline: str = ""
    measure: str = ""


PARTS = ("what", "who", "where", "how_much", "by_when", "baseline", "measure")


def missing(aim: NetworkAim) -> tuple[str, ...]:
    """Names of the parts that are not there yet, in the order of the form. An aim without all of them is broad."""
    return tuple(part for part in PARTS if not str(getattr(aim, part) or "").strip())
