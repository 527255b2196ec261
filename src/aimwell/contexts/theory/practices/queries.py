"""Practices and sources of one inquiry, for those who may see what stands beside a theory."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, OuterRef

from aimwell.contexts.theory.models import Part, PartKind
from aimwell.contexts.theory.practices.models import Calibration, Practice, Source
from aimwell.contexts.theory.queries import InquiryView


def practices_of(view: InquiryView) -> list[Practice]:
    """In force; those that make it worse first, then those nobody has looked at, then those that help."""
    rows = view.inquiry.practices.filter(ended_at=None) if view.beside else []
    return sorted(rows, key=lambda one: (("worsens", "unknown", "helps").index(one.effect), one.pk))


def practices_aside(view: InquiryView) -> list[Practice]:
    return list(view.inquiry.practices.exclude(ended_at=None)) if view.may_edit else []


@dataclass(frozen=True)
class Ground:
    """A change idea and what it rests on: sources, an open hunch, or nothing yet."""

    idea: Part
    sources: list[Source]

    @property
    def hunch(self) -> bool:
        return not self.named and any(one.hunch for one in self.sources)

    @property
    def named(self) -> list[Source]:
        return [one for one in self.sources if not one.hunch]


@dataclass(frozen=True)
class GroundsView:
    view: InquiryView

    @cached_property
    def calibration(self) -> Calibration | None:
        return (
            Calibration.objects.filter(inquiry=self.view.inquiry, ended_at=None).first() if self.view.beside else None
        )

    @cached_property
    def _all(self) -> list[Source]:
        return list(self.view.inquiry.sources.select_related("for_cause", "for_idea")) if self.view.beside else []

    @property
    def sources(self) -> list[Source]:
        return [one for one in self._all if one.ended_at is None]

    @property
    def gone(self) -> list[Source]:
        return [one for one in self._all if one.ended_at is not None] if self.view.may_edit else []

    @cached_property
    def grounds(self) -> list[Ground]:
        """Each change idea that is still tried."""
        ideas = [part for part in self.view.parts if part.kind == PartKind.IDEA and not part.abandoned_because]
        return [Ground(idea, [one for one in self.sources if one.for_idea_id == idea.pk]) for idea in ideas]


def calibrated(own: bool) -> Exists:
    """The sign of the step "research calibration" (S1 L1337): all three questions have an answer."""
    here = Calibration.objects.filter(inquiry=OuterRef("pk"), ended_at=None)
    return Exists(here.exclude(problem="").exclude(expertise="").exclude(theory=""))
