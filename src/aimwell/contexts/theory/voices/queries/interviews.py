"""Who was heard, what came up, and one interview for the team's own eyes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import find, may_edit_team
from aimwell.contexts.theory.models import Cause, Inquiry, Perspective
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.voices.models import Consent, Ground, Grouping, Interview, Quote, Theme
from aimwell.domain.errors import NotFound
from aimwell.domain.theory.voices import Heard, heard, told


@dataclass(frozen=True)
class ThemeLine:
    """A theme with the words that were said, in how many interviews it came up, and the causes it speaks to."""

    theme: Theme
    quotes: tuple[Quote, ...]
    times: int
    grounds: tuple[Ground, ...]


@dataclass(frozen=True)
class VoicesView:
    """Each list is one query, made when a page first asks for it.

    Others than the team read themes and quotes of interviews that may be told, where they see voices at all; never
    who was asked when, nor notes.
    """

    view: InquiryView

    @property
    def inquiry(self) -> Inquiry:
        return self.view.inquiry

    @property
    def own(self) -> bool:
        return self.view.may_edit

    @cached_property
    def interviews(self) -> list[Interview]:
        return list(self.inquiry.interviews.filter(ended_at=None)) if self.own else []

    @cached_property
    def check(self) -> tuple[Heard, ...]:
        return heard_of(self.inquiry)

    @property
    def check_words(self) -> tuple[str, str]:
        return told(self.check, self.view.lang, counted=self.own)

    @cached_property
    def themes(self) -> list[ThemeLine]:
        if not self.view.beside:
            return []
        said: dict[int, list[Quote]] = {}
        for quote in self._quotes:
            said.setdefault(quote.theme_id, []).append(quote)
        lines = [self._line(theme, said.get(theme.pk, [])) for theme in self.inquiry.themes.filter(ended_at=None)]
        return [line for line in lines if self.own or line.times]

    @cached_property
    def _quotes(self) -> list[Quote]:
        rows = Quote.objects.filter(interview__inquiry=self.inquiry, ended_at=None, interview__ended_at=None)
        found = list(rows.select_related("interview"))
        return found if self.own else [quote for quote in found if quote.interview.may_be_told]

    @cached_property
    def _grounds(self) -> list[Ground]:
        rows = Ground.objects.filter(evidence__inquiry=self.inquiry, evidence__ended_at=None)
        return list(rows.exclude(theme=None).select_related("cause"))

    def _line(self, theme: Theme, quotes: list[Quote]) -> ThemeLine:
        grounds = tuple(one for one in self._grounds if one.theme_id == theme.pk)
        return ThemeLine(theme, tuple(quotes), len({quote.interview_id for quote in quotes}), grounds)

    @cached_property
    def groupings(self) -> list[Grouping]:
        rows = self.inquiry.groupings.filter(ended_at=None)
        return list(rows if self.own else rows.exclude(opened_at=None))

    @cached_property
    def causes(self) -> list[Cause]:
        return causes_of(self.inquiry)


def heard_of(inquiry: Inquiry) -> tuple[Heard, ...]:
    """Interviews and what stands on the problem page, one query."""
    interviews = Interview.objects.filter(inquiry=inquiry, ended_at=None).order_by().values_list("group")
    said = Perspective.objects.filter(inquiry=inquiry, ended_at=None).exclude(group="").order_by().values_list("group")
    return heard(group for (group,) in interviews.union(said, all=True))


def causes_of(inquiry: Inquiry) -> list[Cause]:
    """Those in force, to choose from."""
    return list(Cause.objects.filter(bone__inquiry=inquiry, ended_at=None, bone__ended_at=None))


def told_in_line(inquiry: Inquiry, lang: str, *, counted: bool) -> tuple[str, str]:
    return told(heard_of(inquiry), lang, counted=counted)


def own_interview(user: User, pk: int) -> Interview:
    """Raises NotFound for whoever is not in the team: the notes are for it alone."""
    interview = find(user, Interview, pk, with_ended=True)
    if not may_edit_team(user, interview.inquiry.owner_team):
        raise NotFound
    return interview


def quotes_of(interview: Interview) -> Iterable[Quote]:
    return interview.quotes.filter(ended_at=None).select_related("theme")


def said_in(inquiry: Inquiry) -> list[str]:
    """What people said in interviews, each in one line. Samples of a board are read outside the team, so that where
    nobody was asked for consent it stays out."""
    rows = Quote.objects.filter(interview__inquiry=inquiry, ended_at=None, interview__ended_at=None).exclude(text="")
    rows = rows.exclude(interview__consent=Consent.NOT_ASKED).order_by("id")
    return [" ".join(text.split()) for text in rows.values_list("text", flat=True)]
