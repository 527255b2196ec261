"""Sheets around the problem: its three parts, facts, voices, what is done already, what the theory rests on."""

from __future__ import annotations

from types import SimpleNamespace

from django.utils.translation import gettext as _

from aimwell.contexts.theory.forms import EvidenceForm, MoreForm, PerspectiveForm, SubjectForm, VerifyForm
from aimwell.contexts.theory.paper.views.blocks import Block, Card, Grid, Line, Slips, Words, cards, labels, lines
from aimwell.contexts.theory.paper.views.filling import Filling
from aimwell.contexts.theory.practices.forms import CalibrationForm, PracticeForm, SourceForm
from aimwell.contexts.theory.practices.queries import GroundsView, practices_of
from aimwell.contexts.theory.voices.forms import CategoryForm, GroupingForm, InterviewForm, PointsForm, QuoteForm
from aimwell.contexts.theory.voices.models import Grouping, Interview, Quote
from aimwell.contexts.theory.voices.queries.groupings import GroupingView, grouping_view
from aimwell.contexts.theory.voices.queries.points import four_points


def problem(fill: Filling) -> list[Block]:
    one, view = fill.inquiry, fill.view
    more = "why scale assets principle" if one is None or view.beside else "why scale principle"
    check: tuple[Line, ...] = ()
    if one is None:
        check = lines(VerifyForm)
    elif view.beside:
        rests = one.verified_evidence or one.verified_measure or ""
        facts = {"verification": one.verification, "rests_on": rests, "because": one.verified_because}
        check = lines(VerifyForm, SimpleNamespace(**facts))
    own = {"problem": 3, "for_whom": 2, "how_known": 3}
    return [*lines(SubjectForm, one, rules=own), *check, *lines(MoreForm, one, only=more)]


def evidence(fill: Filling) -> list[Block]:
    return cards(EvidenceForm, fill.view.evidence if fill.filled else (), blank=4)


def perspectives(fill: Filling) -> list[Block]:
    return cards(PerspectiveForm, fill.view.perspectives if fill.filled else (), blank=3, rules={"text": 3})


def points(fill: Filling) -> list[Block]:
    """Who takes part, at four points of the work."""
    held = four_points(fill.view) if fill.filled else None
    return [*lines(PointsForm, held, rules=dict.fromkeys(PointsForm.base_fields, 5))]


def interviews(fill: Filling) -> list[Block]:
    """One sheet for each interview. The line on consent is read out first (S3 R-58)."""
    found = list(fill.view.inquiry.interviews.filter(ended_at=None)) if fill.filled else []
    said: dict[int, list[Quote]] = {}
    for quote in Quote.objects.filter(interview__in=found, ended_at=None).select_related("theme"):
        said.setdefault(quote.interview_id, []).append(quote)
    return [
        Card(tuple(_interview(one, said.get(one.pk, []))), fresh=place > 0) for place, one in enumerate(found)
    ] or _interview(None, [])


def _interview(one: Interview | None, quotes: list[Quote]) -> list[Block]:
    aloud = _("We want to learn how this is for you. You may stop at any time. We write no name. May we take notes?")
    parts = lines(InterviewForm, one, rules={"protocol": 3, "notes": 7})
    rows = tuple((quote.theme.text, quote.text) for quote in quotes)
    heads = labels(QuoteForm, "theme text")
    return [Words(_("Read this out first"), aloud), *parts, Grid(heads, rows, 0 if rows else 4)]


def grouping(fill: Filling) -> list[Block]:
    """The newest board. Answers are cut out and laid under the groups."""
    board = _newest_board(fill)
    heads = labels(CategoryForm)
    if board is None:
        return [*lines(GroupingForm), Grid(heads, empty=4), Slips((), empty=14)]
    groups = tuple((one.name, one.meaning) for one in board.categories)
    answers = tuple(one.text for one in board.responses)
    return [
        *lines(GroupingForm, board.grouping),
        Grid(heads, groups, 0 if groups else 4),
        Slips((), answers, 0 if answers else 14),
    ]


def _newest_board(fill: Filling) -> GroupingView | None:
    newest = Grouping.objects.filter(inquiry=fill.inquiry, ended_at=None).last() if fill.filled else None
    return grouping_view(fill.user, newest.pk, lang=fill.view.lang) if newest else None


def practices(fill: Filling) -> list[Block]:
    return cards(PracticeForm, practices_of(fill.view) if fill.filled else (), blank=3)


def calibration(fill: Filling) -> list[Block]:
    shown = GroundsView(fill.view)
    sources = [one for one in shown.sources if not one.hunch] if fill.filled else []
    asked = lines(
        CalibrationForm,
        shown.calibration if fill.filled else None,
        rules={"problem": 4, "expertise": 4, "theory": 4},
    )
    return [*asked, *cards(SourceForm, sources, blank=1)]
