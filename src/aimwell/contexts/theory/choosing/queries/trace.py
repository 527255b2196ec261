"""What each idea rests on: its own causes, or those of the drivers it serves (S4 R-47)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aimwell.contexts.theory.choosing.models import IdeaFacts
from aimwell.contexts.theory.models import Cause, Link, Part
from aimwell.domain.theory.causes import CauseStatus
from aimwell.domain.theory.trace_notice import CitedCause, Gap, above, gap_of
from aimwell.domain.words.choosing import TABLE


@dataclass(frozen=True, slots=True)
class Notice:
    """What is open between an idea and its causes. `reason`: why the team goes on all the same."""

    idea: Part
    gap: Gap
    reason: str
    causes: tuple[Cause, ...]

    def says(self, lang: str) -> str:
        return TABLE.say(f"gap.{self.gap}", lang)

    def next_move(self, lang: str) -> str:
        return TABLE.say(f"next.{self.gap}", lang)


def notices(ideas: Iterable[Part]) -> dict[int, Notice]:
    """What is open, by idea; an idea without an open point is not in it. Three queries whatever their number."""
    ideas = list(ideas)
    facts = {one.idea_id: one for one in IdeaFacts.objects.filter(idea__in=ideas)} if ideas else {}
    rests = causes_under(ideas)
    return {idea.pk: note for idea in ideas if (note := noticed(idea, rests[idea.pk], facts.get(idea.pk)))}


def noticed(idea: Part, causes: Iterable[Cause], facts: IdeaFacts | None) -> Notice | None:
    causes = tuple(causes)
    gap = gap_of((_cited(cause) for cause in causes), facts.who if facts else ())
    if gap is None:
        return None
    reason = facts.went_on_because if facts is not None and facts.went_on_for == gap else ""
    return Notice(idea, gap, reason, causes)


def notice_of(idea: Part) -> Notice | None:
    return notices([idea]).get(idea.pk)


def gap_of_idea(idea: Part) -> Gap | None:
    found = notice_of(idea)
    return found.gap if found else None


def causes_under(ideas: Iterable[Part], links: Iterable[Link] | None = None) -> dict[int, list[Cause]]:
    """The causes of each idea; where it has none of its own, those of all drivers above it. Two queries at most."""
    ideas = list(ideas)
    inquiries = {idea.inquiry_id for idea in ideas}
    if not ideas:
        return {}
    if links is None:
        links = Link.objects.filter(child__inquiry__in=inquiries, ended_at=None, parent__ended_at=None)
    parents: dict[int, list[int]] = {}
    for link in links:
        if link.parent_id is not None:
            parents.setdefault(link.child_id, []).append(link.parent_id)
    cited: dict[int, list[Cause]] = {}
    rows = Part.causes.through.objects.filter(part__inquiry__in=inquiries).order_by("cause__position", "cause_id")
    for row in rows.select_related("cause__bone"):
        cited.setdefault(row.part_id, []).append(row.cause)
    return {idea.pk: cited.get(idea.pk) or _inherited(idea.pk, parents, cited) for idea in ideas}


def _inherited(idea: int, parents: dict[int, list[int]], cited: dict[int, list[Cause]]) -> list[Cause]:
    found = {cause.pk: cause for driver in sorted(above(idea, parents)) for cause in cited.get(driver, ())}
    return list(found.values())


def _cited(cause: Cause) -> CitedCause:
    kept = cause.ended_at is None and cause.bone.ended_at is None
    return CitedCause(kept=kept, status=CauseStatus(cause.status), locus=cause.locus)
