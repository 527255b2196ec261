"""Rating in silence, and choosing together. Both are for the team alone."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.people.queries import may_show_all
from aimwell.contexts.people.services import require
from aimwell.contexts.theory.choosing import services
from aimwell.contexts.theory.choosing.forms import AnswerForm, HandledForm, ReasonForm
from aimwell.contexts.theory.choosing.models import Proposal
from aimwell.contexts.theory.choosing.queries import Board, consent_view, find_answer, rating_view
from aimwell.contexts.theory.choosing.views.base import found_idea, members_board, page, refused, to
from aimwell.contexts.theory.forms import key_of, number_of, version_of
from aimwell.contexts.theory.models import Part
from aimwell.contexts.theory.views.base import again, found, language
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused
from aimwell.domain.render.effort_svg import effort_svg
from aimwell.domain.theory.choosing import HIGH, LOW
from aimwell.domain.words.choosing import TABLE
from aimwell.ui.flash import flash


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def rate(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    shown = members_board(request, inquiry_id)
    if request.method == "POST":
        given = _ratings(shown, request.POST)
        services.rate_ideas(by=request.user, inquiry=shown.view.inquiry, ratings=given)
        return to("rate", inquiry_id, at="mine")
    view = rating_view(request.user, shown)
    rated = [(one, TABLE.say(f"quarter.{one.quarter}", language())) for one in view.rated]
    drawing = mark_safe(effort_svg(view.rated, lang=language())) if view.rated else ""  # noqa: S308  (escaped there)
    return page(
        request, "rate", shown, rating=view, rated=rated, drawing=drawing, steps_of_scale=range(LOW, HIGH + 1),
        may_open=may_show_all(request.user, shown.view.inquiry.owner_team_id),
    )  # fmt: skip


def _ratings(shown: Board, posted: QueryDict) -> dict[Part, tuple[int, int]]:
    """What was sent for the ideas of the page. An idea with one of its two ratings still open is left out."""
    found = {}
    for row in shown.rows:
        pair = (number_of(posted, f"effect-{row.idea.pk}"), number_of(posted, f"ability-{row.idea.pk}"))
        if pair[0] is not None and pair[1] is not None:
            found[row.idea] = (pair[0], pair[1])
    return found


@login_required
@require_POST
def open_ratings(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    shown = members_board(request, inquiry_id)
    services.open_ratings(by=request.user, inquiry=shown.view.inquiry)
    return to("rate", inquiry_id)


@login_required
@require_POST
def rate_again(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    shown = members_board(request, inquiry_id)
    services.rate_ideas_again(by=request.user, inquiry=shown.view.inquiry)
    return to("rate", inquiry_id)


@login_required
@require_safe
def choose(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    shown = members_board(request, inquiry_id)
    view = consent_view(request.user, shown)
    asked = [
        (one, AnswerForm(initial=_mine(one.mine), auto_id=f"a{one.proposal.pk}_%s"), _counted(one.counts))
        for one in view.asked
    ]
    chosen = [(one, _counted(one.counts)) for one in view.chosen]
    return page(request, "choose", shown, consent=view, asked=asked, chosen=chosen)


def _mine(answer: object) -> dict[str, object]:
    return {name: getattr(answer, name, "") for name in ("stand", "concern", "named")} if answer else {}


def _counted(counts: object) -> list[str]:
    """ "2 are for it", and so on; nobody is named."""
    names = ("for_it", "can_live", "concerns")
    return [TABLE.say(f"count.{name}", language(), n=n) for name in names if (n := getattr(counts, name))]


@login_required
@require_POST
def prefer(request: HttpRequest, pk: int) -> HttpResponse:
    idea = found_idea(request, pk)
    services.prefer_idea(by=request.user, idea=idea)
    flash(request, _("Kept. You may change it until the team has chosen."))
    return to("choose", idea.inquiry_id, at="prefer")


@login_required
@require_POST
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    idea = found_idea(request, pk)
    proposal = services.propose_idea(by=request.user, idea=idea, key=key_of(request.POST))
    return to("choose", idea.inquiry_id, at=f"proposal-{proposal.pk}")


@login_required
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    proposal = found(request, Proposal, pk)
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            services.answer_proposal(by=request.user, proposal=proposal, **form.cleaned_data)
            return to("choose", proposal.idea.inquiry_id, at=f"proposal-{pk}")
        except Refused as error:
            refused(form, "concern" if error.code == "concern_needed" else None, error)
    return again(request, proposal.idea.inquiry, form)


@login_required
@require_POST
def handled(request: HttpRequest, pk: int) -> HttpResponse:
    concern = find_answer(request.user, pk)
    require(by=request.user, permission=Permission.EDIT, obj=concern.proposal)
    form = HandledForm(request.POST)
    if not form.is_valid():
        return again(request, concern.proposal.idea.inquiry, form)
    services.handle_concern(by=request.user, answer=concern, version=version_of(request.POST), **form.cleaned_data)
    return to("choose", concern.proposal.idea.inquiry_id, at=f"proposal-{concern.proposal_id}")


@login_required
@require_POST
def record(request: HttpRequest, pk: int) -> HttpResponse:
    proposal = found(request, Proposal, pk)
    form = ReasonForm(request.POST)
    if form.is_valid():
        try:
            services.record_choice(
                by=request.user, proposal=proposal, version=version_of(request.POST), **form.cleaned_data
            )
            return to("choose", proposal.idea.inquiry_id, at=f"proposal-{pk}")
        except Refused as error:
            refused(form, None, error)
    return again(request, proposal.idea.inquiry, form)
