"""The seven questions with their facts and answers, read once for a page."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Prefetch, Subquery
from django.db.models.lookups import GreaterThanOrEqual

from aimwell.contexts.theory.choosing.models import Commitment, IdeaFacts
from aimwell.contexts.theory.coherence.models import CoherenceAnswer, Connection
from aimwell.contexts.theory.models import Cause, CauseStatus, Part, PartKind
from aimwell.contexts.theory.queries import AIM, InquiryView
from aimwell.contexts.theory.voices.models import Interview
from aimwell.domain.theory.coherence import Fact, Known, Question, facts
from aimwell.domain.theory.graph import path_to_aim
from aimwell.domain.words.coherence import say, say_fact


@dataclass(frozen=True)
class Told:
    """One fact in words, with its mark."""

    mark: str
    words: str


@dataclass(frozen=True)
class Asked:
    """One question. `again`: the aim was changed after the answer."""

    key: Question
    words: str
    facts: tuple[Told, ...]
    answer: CoherenceAnswer | None
    again: bool


BESIDE = {"evidence", "voices", "owned", "predicted", "with_number"}
"""Facts about what stands beside the work: to a reader who does not see it, it would look as if it were not there."""
MARKS = {True: "met", False: "planned", None: "assumed"}


def check_of(view: InquiryView) -> list[Asked]:
    """All seven. Answers are for those who see what stands beside the work."""
    answers = {one.question: one for one in CoherenceAnswer.objects.filter(inquiry=view.inquiry)} if view.beside else {}
    version = view.aim.version if view.aim else 0
    found = facts(known_of(view))
    return [
        Asked(
            key, say(f"ask.{key}", view.lang),
            tuple(_told(fact, view.lang) for fact in found[key] if view.beside or fact.key not in BESIDE),
            answer := answers.get(key), answer is not None and answer.aim_version != version,
        )
        for key in Question
    ]  # fmt: skip


def _told(fact: Fact, lang: str) -> Told:
    return Told(MARKS[fact.holds], say_fact(fact, lang))


def known_of(view: InquiryView) -> Known:
    """What the work holds today, from the pieces that a page may have read already, and four queries more."""
    aim, inquiry = view.aim, view.inquiry
    ideas = [part for part in view.parts if part.kind == PartKind.IDEA and not part.abandoned_because]
    keys = [idea.pk for idea in ideas]
    standing = {idea.pk: list(idea.causes.all()) for idea in _with_causes(keys)}
    stated = IdeaFacts.objects.filter(idea__in=keys, ended_at=None).exclude(predicted="", amount=None)
    predicted = list(stated.values_list("amount", flat=True))
    actions = list(Commitment.objects.filter(idea__in=keys, ended_at=None).values_list("owner", flat=True))
    signs = list(inquiry.indicators.filter(ended_at=None).order_by("expected_on", "id"))
    return Known(
        problem_parts=sum(bool(part.strip()) for part in (inquiry.problem, inquiry.for_whom, inquiry.how_known)),
        evidence=len(view.evidence),
        voices=len(view.perspectives) + Interview.objects.filter(inquiry=inquiry, ended_at=None).count(),
        verified=inquiry.verification not in ("", "unverified"),
        aim_parts=frozenset(
            name
            for name in ("target", "by_when", "for_whom", "baseline")
            if aim and getattr(aim, name) not in (None, "")
        ),
        ideas=len(ideas),
        ideas_on_causes=sum(bool(found) for found in standing.values()),
        ideas_on_supported=sum(
            any(one.status == CauseStatus.SUPPORTED for one in found) for found in standing.values()
        ),
        ideas_at_the_aim=sum(AIM in path_to_aim(view.theory, str(key)) for key in keys),
        actions=len(actions),
        actions_with_owner=sum(owner is not None for owner in actions),
        indicator_days=tuple(sign.expected_on for sign in signs if not sign.overarching),
        to_be_made=sum(sign.measure_id is None for sign in signs),
        overarching=any(sign.overarching for sign in signs),
        aim_measured=aim is not None and aim.measure_id is not None,
        ideas_measured=sum(idea.measure_id is not None for idea in ideas),
        predictions=len(predicted),
        predictions_with_number=sum(amount is not None for amount in predicted),
    )


def _with_causes(keys: list[int]) -> list[Part]:
    standing = Cause.objects.filter(ended_at=None, bone__ended_at=None)
    return list(Part.objects.filter(pk__in=keys).prefetch_related(Prefetch("causes", standing)))


def connections_of(view: InquiryView) -> dict[str, Connection]:
    """What the team said of its tools, by tool."""
    return {one.tool: one for one in Connection.objects.filter(inquiry=view.inquiry)} if view.beside else {}


def all_answered(own: bool) -> GreaterThanOrEqual:
    """The sign of the step "coherence check" (S1 L1344): each of the questions has an answer."""
    here = CoherenceAnswer.objects.filter(inquiry=OuterRef("pk"), ended_at=None).order_by()
    answers = here.values("inquiry").annotate(n=Count("pk")).values("n")
    return GreaterThanOrEqual(Subquery(answers), len(Question))
