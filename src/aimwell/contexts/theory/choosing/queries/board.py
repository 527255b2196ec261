"""The change ideas of one inquiry, read once for a whole page."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.timezone import localdate

from aimwell.contexts.theory.choosing.models import (
    Commitment,
    IdeaFacts,
    Parked,
    ParkedState,
    Proposal,
    ScaleChoice,
    WhyNotYet,
)
from aimwell.contexts.theory.choosing.queries.limits import WorkLoad, work_load
from aimwell.contexts.theory.choosing.queries.trace import Notice, causes_under, noticed
from aimwell.contexts.theory.models import Cause, Link, Part, PartKind
from aimwell.contexts.theory.queries import InquiryView
from aimwell.core.history.models import Event
from aimwell.domain.access import Relation
from aimwell.domain.access.eyes import Detail
from aimwell.domain.theory.choosing import MENU
from aimwell.domain.theory.trace_notice import asks_only_students, share_of_students
from aimwell.domain.words.theory import say

CIRCLES = ("untried", "one-test", "held-one", "held-two", "held-three")


@dataclass(frozen=True, slots=True)
class IdeaRow:
    """One idea. `notice` is for the team and its coach; `chosen` is the newest choice of it."""

    idea: Part
    facts: IdeaFacts
    causes: tuple[Cause, ...]
    notice: Notice | None
    chosen: Proposal | None
    active: bool
    circle: str
    strength: str

    @property
    def asks_students(self) -> bool:
        return asks_only_students(self.facts.who)

    @property
    def card(self) -> list[tuple[str, str]]:
        """Some kids or all kids: the four questions that are answered (S4 R-49)."""
        names = ("helps", "left_out", "fees", "access")
        answers = [(str(IdeaFacts._meta.get_field(name).verbose_name), getattr(self.facts, name)) for name in names]
        return [(label[:1].upper() + label[1:], words) for label, words in answers if words]


@dataclass(frozen=True)
class Board:
    """Ideas in force, in the order of the map."""

    view: InquiryView

    @property
    def sees_notices(self) -> bool:
        """Open points are for the team and its coach: they help to think, they grade nobody."""
        return self.view.may_edit or Relation.COACH in self.view.eyes.relations

    @property
    def sees_people(self) -> bool:
        return self.view.eyes.sees(Detail.PEOPLE)

    @cached_property
    def ideas(self) -> list[Part]:
        return [part for part in self.view.parts if part.kind == PartKind.IDEA and not part.abandoned_because]

    @cached_property
    def why_not_yet(self) -> WhyNotYet | None:
        """The humble question, for the team: a row of version 0 as long as it was not met."""
        if not self.view.may_edit:
            return None
        stored = WhyNotYet.objects.filter(inquiry=self.view.inquiry, ended_at=None).first()
        return stored or WhyNotYet(inquiry=self.view.inquiry, version=0)

    @cached_property
    def load(self) -> WorkLoad:
        return work_load(self.view.inquiry.owner_team)

    @cached_property
    def rows(self) -> list[IdeaRow]:
        return self._rows(self.ideas)

    def row(self, idea: Part) -> IdeaRow:
        """One idea, in force or not."""
        return self._rows([idea])[0]

    def _rows(self, ideas: list[Part]) -> list[IdeaRow]:
        facts = {
            one.idea_id: one
            for one in IdeaFacts.objects.filter(idea__in=ideas).select_related("indicator__owner_team__org")
        }
        rests = causes_under(ideas, self._standing_links)
        chosen = {one.idea_id: one for one in Proposal.objects.filter(idea__in=ideas).exclude(chosen_at=None)}
        active = {one.pk for one in self.load.active}
        return [
            IdeaRow(
                idea=idea,
                facts=facts.get(idea.pk) or IdeaFacts(idea=idea, version=0),
                causes=tuple(rests[idea.pk]),
                notice=noticed(idea, rests[idea.pk], facts.get(idea.pk)) if self.sees_notices else None,
                chosen=chosen.get(idea.pk),
                active=idea.pk in active,
                circle=CIRCLES[self.view.quarters.get(str(idea.pk), 0)],
                strength=say(f"strength.{self.view.quarters.get(str(idea.pk), 0)}", self.view.lang),
            )
            for idea in ideas
        ]

    @cached_property
    def _standing_links(self) -> list[Link]:
        standing = {part.pk for part in self.view.parts}
        return [link for link in self.view.links if link.parent_id in standing]

    @property
    def menu(self) -> list[IdeaRow]:
        """What the team chooses from: the options offered, or all ideas where none is."""
        return [row for row in self.rows if row.facts.offered] or self.rows

    @property
    def menu_is_long(self) -> bool:
        return sum(row.facts.offered for row in self.rows) > MENU[1]

    @property
    def share(self) -> tuple[int, int]:
        """Ideas that ask only students and families, out of those that say who changes. For the team alone."""
        return share_of_students(row.facts.who for row in self.rows)

    @cached_property
    def parked(self) -> list[Parked]:
        rows = Parked.objects.filter(inquiry=self.view.inquiry, ended_at=None).select_related("idea")
        return list(rows) if self.view.may_edit else []

    @property
    def waiting(self) -> list[Parked]:
        return [one for one in self.parked if one.parking == ParkedState.WAITING]

    @property
    def settled(self) -> list[Parked]:
        return [one for one in self.parked if one.parking != ParkedState.WAITING]

    def commitments(self, idea: Part) -> list[Commitment]:
        return list(Commitment.objects.filter(idea=idea, ended_at=None).select_related("owner"))


def board_of(view: InquiryView) -> Board:
    return Board(view)


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """From which day an idea was tried how large, and what showed that it was ready."""

    on: datetime.date
    scale: str
    evidence: str


def scale_history(facts: IdeaFacts) -> list[ScaleStep]:
    """Oldest first. For the team; it is read from the history of the idea's facts."""
    if facts.pk is None:
        return []
    rows: Iterable[Event] = Event.objects.filter(
        target_type=facts._meta.label_lower, target_id=facts.pk, verb="scaled"
    ).order_by("at", "id")
    names = dict(ScaleChoice.choices)
    return [
        ScaleStep(localdate(event.at), str(names[event.after["scale"]]), event.reason)
        for event in rows
        if event.after.get("scale") in names
    ]
