"""What surrounds the causes of one inquiry: rounds, filters, passes, levels in order, and what was sent on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Max, QuerySet
from django.db.models.functions import Coalesce, Greatest

from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.theory.models import (
    CameHow,
    Cause,
    CauseFilter,
    Entry,
    EntryRule,
    Escalation,
    Evidence,
    Inquiry,
    LevelStage,
    Locus,
    MarkEffect,
    Round,
    SentState,
    Sift,
    SiftMark,
)
from aimwell.contexts.theory.queries.causes import fishbone_of
from aimwell.contexts.theory.queries.view import InquiryView
from aimwell.core.history.models import Event
from aimwell.domain.theory import causes as drawn
from aimwell.domain.theory.filters import Facts, Look, counted, only_of_people, shows
from aimwell.domain.theory.five_whys import Why, chain_to
from aimwell.domain.words.sifting import say


@dataclass(frozen=True)
class Place:
    """One line of the count: how many causes people tagged there, and how many of them still stand."""

    name: str
    before: int
    after: int


@dataclass(frozen=True)
class Sifting:
    """Read once for a whole page: each list is one query, made when it is first asked for."""

    view: InquiryView
    look: Look = Look.ALL

    @property
    def inquiry(self) -> Inquiry:
        return self.view.inquiry

    @cached_property
    def rule(self) -> EntryRule | None:
        return EntryRule.objects.filter(inquiry=self.inquiry, ended_at=None).select_related("created_by").first()

    @cached_property
    def rounds(self) -> list[Round]:
        return list(Round.objects.filter(inquiry=self.inquiry, ended_at=None))

    @property
    def silent(self) -> Round | None:
        return next((one for one in self.rounds if one.shown_at is None), None)

    @property
    def writers(self) -> int:
        """How many people the largest round had; a number and no names."""
        return max((one.contributors for one in self.rounds), default=0)

    @cached_property
    def passes(self) -> list[Sift]:
        rows = Sift.objects.filter(inquiry=self.inquiry, ended_at=None)
        return list(rows.select_related("closed_by") if self.view.beside else rows)

    @property
    def open_pass(self) -> Sift | None:
        return next((one for one in self.passes if one.closed_at is None), None)

    @cached_property
    def marks(self) -> dict[int, SiftMark]:
        """The last mark on each cause."""
        rows = SiftMark.objects.filter(sift__inquiry=self.inquiry, ended_at=None, sift__ended_at=None)
        found = {mark.cause_id: mark for mark in rows.select_related("sift", "decided_by")}
        for mark in () if self.view.beside else found.values():
            mark.decided_by = None
        return found

    @cached_property
    def sent(self) -> dict[int, Escalation]:
        """Where each cause was sent last."""
        rows = Escalation.objects.filter(cause__bone__inquiry=self.inquiry, ended_at=None)
        rows = rows.select_related("to_org", "to_network", "answered_by", "project__owner_team")
        return {one.cause_id: one for one in rows}

    @cached_property
    def stages(self) -> list[LevelStage]:
        return list(LevelStage.objects.filter(inquiry=self.inquiry, ended_at=None))

    @cached_property
    def judged(self) -> dict[int, Event]:
        """Who last said what is known of a cause, and when (S3 R-21); for eyes that may read names."""
        if not self.view.beside:
            return {}
        mine = Cause.objects.filter(bone__inquiry=self.inquiry).values("pk")
        events = Event.objects.filter(
            target_type=Cause._meta.label_lower,
            verb__in=("changed", "reworded"),
            target_id__in=mine,
            after__has_key="status",
        )
        return {event.target_id: event for event in events.order_by("at", "id")}

    @cached_property
    def reframed(self) -> dict[int, Cause]:
        """The new wording of what was said again, by the old."""
        grown = [cause for cause in self.view.all_causes if cause.came_how == CameHow.REFRAMED]
        return {cause.came_from_id: cause for cause in grown if cause.came_from_id}

    @cached_property
    def promoted(self) -> dict[int, Cause]:
        grown = [one for one in self.view.causes if one.came_how == CameHow.PROMOTED]
        return {cause.came_from_id: cause for cause in grown if cause.came_from_id}

    @cached_property
    def grounds(self) -> dict[int, int]:
        """How many pieces of evidence stand behind each cause; a count also for those who do not read them."""
        view = self.view
        rows = view.evidence if view.beside else Evidence.objects.filter(inquiry=self.inquiry, ended_at=None)
        return Counter(one.cause_id for one in rows if one.cause_id)

    def checked(self, cause: Cause) -> bool:
        """Something stands behind it; without, it is an assumption (S3 R-20)."""
        return bool(cause.behind or self.grounds.get(cause.pk) or cause.how_known)

    def facts(self, cause: Cause) -> Facts:
        return Facts(
            status=cause.status,
            locus=cause.locus,
            level=cause.level,
            control=cause.control,
            checked=self.checked(cause),
            aside=cause.ended_at is not None,
            sent=cause.pk in self.sent,
        )

    def shows(self, cause: Cause) -> bool:
        return shows(self.look, self.facts(cause))

    def note(self, cause: Cause) -> str:
        """A few words under a cause in the drawing."""
        lang = self.view.lang
        if cause.ended_at is not None:
            mark = self.marks.get(cause.pk)
            if cause.pk in self.reframed:
                return say("note.reframed", lang)
            if mark is not None and mark.effect == MarkEffect.ASIDE:
                return say("note.withheld", lang, value=mark.value.partition(": ")[2] or mark.value)
            return say("note.aside", lang)
        if sent := self.sent.get(cause.pk):
            if not self.view.beside:  # the name of the place would tell whose work this is
                return ""
            return say(f"note.{sent.state}", lang, place=str(sent.place))
        if cause.chosen_because:
            return say("note.chosen", lang)
        return say("note.layer", lang, layer=cause.layer) if cause.layer else ""

    def drawn(self, causes: Iterable[Cause] | None = None) -> tuple[drawn.Bone, ...]:
        """The bones with those causes that this look shows."""
        shown = [cause for cause in (self.view.all_causes if causes is None else causes) if self.shows(cause)]
        sent = frozenset(pk for pk, one in self.sent.items() if one.state != SentState.DECLINED)
        return fishbone_of(self.view.bones, shown, notes={one.pk: self.note(one) for one in shown}, sent=sent)

    @cached_property
    def on_bones(self) -> list[Cause]:
        """All causes on bones that stand, set aside or not."""
        return [cause for cause in self.view.all_causes if cause.bone.ended_at is None]

    @property
    def aside(self) -> list[Cause]:
        return [cause for cause in self.on_bones if cause.ended_at is not None]

    @property
    def chosen(self) -> Cause | None:
        return next((cause for cause in self.view.causes if cause.chosen_because), None)

    @property
    def places(self) -> list[Place]:
        """Where causes sit, as people tagged them, before and after what was set aside (S4 R-14)."""
        found = counted((cause.locus, cause.ended_at is None) for cause in self.on_bones if cause.locus)
        return [Place(str(Locus(key).label), *found[key]) for key in Locus.values if key in found]

    @property
    def of_people(self) -> bool:
        """Whether all causes that stand sit with students or families, as the team tagged them (S0 R-79)."""
        return only_of_people(cause.locus for cause in self.view.causes)

    def chain(self, cause: Cause) -> tuple[Why, ...]:
        """The whys from the cause on the bone down to this one."""
        whys = (
            Why(str(one.pk), one.text, str(one.parent_id or ""), one.how_known, self.grounds.get(one.pk, 0))
            for one in self.view.all_causes
        )
        return chain_to(whys, str(cause.pk))


def filters_of(user: User, inquiry: Inquiry) -> QuerySet[CauseFilter]:
    """The team's filters, from all its efforts that the reader may see."""
    return visible_to(user, CauseFilter, team=inquiry.owner_team).order_by("id")


def own_lines(user: User, round: Round, secret_digest: str) -> list[Entry]:
    """What this reader wrote in a silent round; nobody else's, not even for who leads."""
    rows = Entry.objects.filter(round=round).select_related("bone")
    if round.anonymous:
        return list(rows.filter(mine=secret_digest)) if secret_digest else []
    return list(rows.filter(author=user))


def lines_so_far(round: Round) -> int:
    return Entry.objects.filter(round=round).count()


def stamp(inquiry: Inquiry) -> str:
    """Changes whenever a cause or a bone of the inquiry does: one query, so that an open page may ask every few
    seconds."""
    found = Inquiry.objects.filter(pk=inquiry.pk).annotate(
        last=Greatest(
            Coalesce(Max("bones__updated_at"), "created_at"), Coalesce(Max("bones__causes__updated_at"), "created_at")
        ),
        number=Count("bones__causes", distinct=True),
        bones_number=Count("bones", distinct=True),
    )
    row = found.get()
    return f"{row.last.timestamp():.6f}-{row.number}-{row.bones_number}"


def stamp_of_round(round: Round) -> str:
    """How many lines there are and whether they are shown; never whose."""
    return f"{'shown' if round.shown_at else 'silent'}-{lines_so_far(round)}"
