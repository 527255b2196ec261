"""Terms, quarters and marking periods: many dated values into one a term."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from aimwell.domain.calendar.aggregate import Aggregate
from aimwell.domain.calendar.periods import Dated, by_day


@dataclass(frozen=True, slots=True)
class Term:
    """A named stretch of a school year, both days included."""

    name: str
    start: date
    end: date


def term_of(day: date, terms: Sequence[Term]) -> Term | None:
    return next((term for term in terms if term.start <= day <= term.end), None)


def by_term(values: Sequence[Dated], terms: Sequence[Term], *, how: Aggregate = "mean") -> tuple[Dated, ...]:
    """One value a term that has any, dated with its first day: sum / sum where rows have denominators, else `how`.

    Values outside all terms are left out; count them with `outside`. ValueError: terms that overlap or end before
    they start.
    """
    ordered = in_order(terms)
    placed = [(value, term_of(value.on, ordered)) for value in values]
    return by_day([replace(value, on=term.start) for value, term in placed if term is not None], how=how)


def outside(values: Sequence[Dated], terms: Sequence[Term]) -> tuple[Dated, ...]:
    """Values on days of no term."""
    return tuple(value for value in values if term_of(value.on, terms) is None)


def in_order(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Terms by their first day, checked."""
    ordered = sorted(terms, key=lambda term: term.start)
    if any(term.end < term.start for term in ordered) or any(b.start <= a.end for a, b in pairwise(ordered)):
        raise ValueError("terms must not overlap, and each must end after it starts")
    return tuple(ordered)
