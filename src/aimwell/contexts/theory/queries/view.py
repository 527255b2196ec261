"""One inquiry, read once for a whole page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, F, OuterRef

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import eyes_of, find, may_edit_team, visible_to
from aimwell.contexts.theory.models import Aim, Bone, Cause, Evidence, Inquiry, Link, Part, PartKind, Perspective
from aimwell.contexts.theory.queries.graph import aim_of, quarters_of, theory_of, with_assumed
from aimwell.contexts.theory.queries.loose import NOT_LOOSE
from aimwell.contexts.theory.queries.way import Step, signed
from aimwell.core.history.models import Event
from aimwell.domain.access.eyes import OWN, Detail, Eyes
from aimwell.domain.theory import findings, problem
from aimwell.domain.theory.aims import missing_parts
from aimwell.domain.theory.graph import Theory
from aimwell.domain.theory.path import Kind, Path, path_of

WITH_AIM = ("aim__measure",)


@dataclass(frozen=True)
class InquiryView:
    """Whoever holds one may see the inquiry; its parts are as visible as it is, so they are read by it alone.

    Each list is one query, made when a page first asks for it.
    """

    inquiry: Inquiry
    may_edit: bool
    lang: str
    with_measures: bool = True
    """Parts are read with their measures; a page that names none leaves them out."""
    eyes: Eyes = OWN

    @property
    def beside(self) -> bool:
        """Whether evidence and voices, and who set something aside, are for these eyes."""
        return self.eyes.sees(Detail.BESIDE)

    @cached_property
    def evidence(self) -> list[Evidence]:
        return list(self.inquiry.evidence.filter(ended_at=None).select_related("cause")) if self.beside else []

    @cached_property
    def perspectives(self) -> list[Perspective]:
        return list(self.inquiry.perspectives.filter(ended_at=None)) if self.beside else []

    @cached_property
    def all_bones(self) -> list[Bone]:
        return list(self.inquiry.bones.all())

    @property
    def bones(self) -> list[Bone]:
        return [bone for bone in self.all_bones if bone.ended_at is None]

    @cached_property
    def all_causes(self) -> list[Cause]:
        """In stored order, with those set aside."""
        found = list(Cause.objects.filter(bone__inquiry=self.inquiry).select_related("bone", "ended_by"))
        for cause in () if self.beside else found:
            cause.ended_by = None
        for cause in () if self.may_edit else found:
            cause.contributor = ""
        return found

    @property
    def causes(self) -> list[Cause]:
        """Those in force."""
        return [cause for cause in self.all_causes if cause.ended_at is None and cause.bone.ended_at is None]

    @cached_property
    def earlier_wordings(self) -> dict[int, str]:
        """The last wording before the present one, by cause."""
        events = Event.objects.filter(
            target_type=Cause._meta.label_lower,
            verb="reworded",
            target_id__in=Cause.objects.filter(bone__inquiry=self.inquiry).values("pk"),
        )
        return {event.target_id: event.before["text"] for event in events.order_by("at", "id")}

    @cached_property
    def aim(self) -> Aim | None:
        aim: Aim | None = getattr(self.inquiry, "aim", None)
        return aim if aim is not None and aim.ended_at is None else None

    @cached_property
    def all_parts(self) -> list[Part]:
        parts = with_assumed(self.inquiry.parts.all())
        return list(parts.select_related("measure") if self.with_measures else parts)

    @property
    def parts(self) -> list[Part]:
        return [part for part in self.all_parts if part.ended_at is None]

    @cached_property
    def links(self) -> list[Link]:
        return list(Link.objects.filter(child__inquiry=self.inquiry, ended_at=None))

    @cached_property
    def theory(self) -> Theory:
        return theory_of(self.aim, self.parts, self.links, lang=self.lang)

    @cached_property
    def quarters(self) -> dict[str, int]:
        return quarters_of(self.theory, self.parts)

    @cached_property
    def loose_ends(self) -> tuple[findings.Finding, ...]:
        """Orphans, drivers without an idea, parts without a measure: facts, never a grade."""
        return findings.check(self.theory)

    @cached_property
    def problem_missing(self) -> tuple[problem.Missing, ...]:
        """Missing parts of the problem by name, then hints on evidence and voices."""
        if not self.beside:
            return ()
        return problem.check_problem(self._problem(len(self.evidence), len(self.perspectives)))

    @property
    def problem_checked(self) -> bool:
        return problem.is_checked(self._problem(0, 0))

    @cached_property
    def aim_missing(self) -> tuple[str, ...]:
        return missing_parts(aim_of(self.aim))

    @cached_property
    def path(self) -> Path:
        """The steps that the team, or the organisation above it, has chosen."""
        return path_of(self.inquiry.owner_team.steps)

    @cached_property
    def _shown(self) -> dict[str, bool]:
        """Which steps the work shows; one query more where the path goes past problem, causes, aim and drivers."""
        nine = self.path.kind is Kind.NINE
        base = {
            "problem": lambda: self.problem_checked,
            "causes": lambda: bool(self.causes),
            "aim": lambda: not self.aim_missing,
            "drivers": lambda: any(part.kind == PartKind.IDEA for part in self.parts) if nine else bool(self.parts),
        }
        keys = [stop.key for stop in self.path.stops]
        found = {key: base[key]() for key in keys if key in base}
        return found | signed(self.inquiry, [key for key in keys if key not in base], own=self.beside)

    def steps(self, here: str = "") -> list[Step]:
        """The way through the effort, each step done or not."""
        skipped = self.inquiry.skipped
        return [
            Step(
                key=stop.key,
                name=stop.name(self.lang),
                done=self._shown.get(stop.key, False),
                here=stop.key == here,
                skipped=skipped.get(stop.key, ""),
                number=number,
                gloss=stop.gloss(self.lang),
            )
            for number, stop in enumerate(self.path.stops, 1)
        ]

    def _problem(self, evidence: int, perspectives: int) -> problem.Problem:
        parts = self.inquiry
        baseline = problem.Baseline(parts.baseline_on, to_be_collected=parts.baseline_to_collect)
        told = (parts.problem, parts.for_whom, parts.how_known)
        return problem.Problem(*told, baseline, evidence=evidence, perspectives=perspectives)


def inquiry_view(user: User, inquiry_id: int, *, lang: str = "en") -> InquiryView:
    """Raises NotFound for an inquiry that is not there or not shared."""
    inquiry = find(user, Inquiry, inquiry_id, also=WITH_AIM)
    return InquiryView(inquiry, may_edit_team(user, inquiry.owner_team), lang, eyes=eyes_of(user, inquiry))


def current_inquiry(user: User, team: Team) -> Inquiry | None:
    """The newest effort of the team that `user` may see; a finished one only where none is open."""
    found = visible_to(user, Inquiry, team=team).filter(NOT_LOOSE).select_related(*WITH_AIM)
    return found.order_by(F("closed_at").desc(nulls_first=True), "-id").first()


@dataclass(frozen=True)
class Begun:
    """Which parts of an inquiry have at least one line in force."""

    evidence: bool
    perspectives: bool
    causes: bool


def begun(inquiry: Inquiry) -> Begun:
    """One query. Whoever holds an inquiry may see its parts."""
    here = {"ended_at": None, "inquiry": OuterRef("pk")}
    found = Inquiry.objects.filter(pk=inquiry.pk).values_list(
        Exists(Evidence.objects.filter(**here)),
        Exists(Perspective.objects.filter(**here)),
        Exists(Cause.objects.filter(ended_at=None, bone__inquiry=OuterRef("pk"), bone__ended_at=None)),
    )
    return Begun(*found.get())
