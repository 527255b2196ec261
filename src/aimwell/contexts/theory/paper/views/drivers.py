"""Sheets around aim and change: the aim and whom it leaves out, the driver diagram, ideas, choosing, actions."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace

from django.db.models.functions import Coalesce
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from aimwell.contexts.people.queries import may
from aimwell.contexts.theory.choosing.forms import (
    AnswerForm,
    CommitmentForm,
    HandledForm,
    KidsForm,
    LargeForm,
    NewIdeaForm,
    OptionForm,
    ScaleForm,
    ThoughtForm,
    WhoForm,
)
from aimwell.contexts.theory.choosing.models import Commitment, StandChoice
from aimwell.contexts.theory.choosing.queries import IdeaRow, consent_view, rating_view
from aimwell.contexts.theory.coherence.forms import AnswerForm as CoherenceForm
from aimwell.contexts.theory.coherence.queries import check_of
from aimwell.contexts.theory.forms import AimForm, EquityForm, IndicatorForm, OutsideForm
from aimwell.contexts.theory.models import Moves, PartKind
from aimwell.contexts.theory.paper.views.blocks import (
    Block,
    Card,
    Columns,
    Grid,
    Line,
    Words,
    drawn,
    labels,
    lines,
    told,
)
from aimwell.contexts.theory.paper.views.filling import Filling
from aimwell.contexts.theory.queries import signs_of
from aimwell.contexts.theory.views.drivers import draw
from aimwell.domain.access import Permission
from aimwell.domain.render.effort_svg import effort_svg
from aimwell.domain.theory.choosing import HIGH, LOW
from aimwell.domain.words.theory import say

AIM_ORDER = "for_whom what where headcount baseline baseline_on target unit direction unit_name by_when"
SIGN_ORDER = "name expected_on moves overarching measure owner make_by"


def aim(fill: Filling) -> list[Block]:
    one = fill.view.aim if fill.filled else None
    return [
        *lines(AimForm, one, only=AIM_ORDER),
        Words(_("Whom it leaves out")),
        *lines(OutsideForm, one),
        *lines(EquityForm, one),
    ]


def signs(fill: Filling) -> list[Block]:
    """A line for each sign in the order of time. A measure that is not shared has no name."""
    found = signs_of(fill.user, fill.view)[0] if fill.filled else []
    rows = tuple(
        (one.name, told(one.expected_on), str(one.get_moves_display()), "×" if one.overarching else "",
         str(one.shown or ""), one.owner, told(one.make_by))  # type: ignore[attr-defined]
        for one in found
    )  # fmt: skip
    either = " / ".join(str(words) for _key, words in Moves.choices)
    blank = (("", "", either, "", "", "", ""),) * 8
    return [Grid(labels(IndicatorForm, SIGN_ORDER), rows or blank, kind="tall")]


def diagram(fill: Filling) -> list[Block]:
    names = {kind: str(capfirst(label)) for kind, label in PartKind.choices}
    if not fill.filled or not fill.view.parts:
        kinds = ((PartKind.PRIMARY, 3), (PartKind.SECONDARY, 5), (PartKind.IDEA, 6))
        heads = ((say(f"kind.{kind}", fill.view.lang), number) for kind, number in kinds)
        return [Columns(((_("Aim"), 1), *heads))]
    rows = tuple((names[part.kind], part.text) for part in fill.view.parts if not part.abandoned_because)
    return [drawn(draw(fill.view, linked=False)), Grid((_("Kind"), _("In a few words")), rows, kind="apart")]


def idea(fill: Filling) -> list[Block]:
    """A card for each change idea, on a sheet of its own. An indicator that is not shared has no name."""
    rows = fill.board.rows if fill.filled else []
    for row in rows:
        if row.facts.indicator and not may(fill.user, Permission.VIEW, row.facts.indicator):
            row.facts.indicator = None
    return [Card(tuple(_idea(row)), fresh=place > 0) for place, row in enumerate(rows)] or _idea(None)


def _idea(row: IdeaRow | None) -> list[Block]:
    facts = row.facts if row else None
    one = row.idea if row else None
    return [
        *lines(NewIdeaForm, one, only="text"),
        *lines(OptionForm, facts, only="source how_to needs builds_on", rules={"how_to": 4, "needs": 1}),
        Words(_("Who has to change?")),
        *lines(WhoForm, facts),
        Words(_("Some kids or all kids?")),
        *lines(KidsForm, facts, rules=dict.fromkeys(KidsForm.base_fields, 1)),
        *lines(ScaleForm, facts, only="scale"),
        *lines(LargeForm, facts),
    ]


def effort(fill: Filling) -> list[Block]:
    """The square and a line for each idea. Ratings stand on it once the team has shown them, without names."""
    rating = rating_view(fill.user, fill.board) if fill.filled else None
    rated = rating.rated if rating else ()
    scale = " ".join(str(step) for step in range(LOW, HIGH + 1))
    heads = (_("Idea"), _("Effect on the aim"), _("Our ability to do it"))
    open_rows = tuple((row.idea.text, scale, scale) for row in rating.menu) if rating else ()
    given = tuple(
        (f"{one.number} {one.name}", _counts(one.effect.counts), _counts(one.ability.counts)) for one in rated
    )
    empty = () if open_rows or given else (("", scale, scale),) * 6
    return [drawn(effort_svg(rated, lang=fill.view.lang)), Grid(heads, given or open_rows or empty)]


def _counts(counts: tuple[tuple[int, int], ...]) -> str:
    return ", ".join(f"{value} ({n} ×)" if n > 1 else str(value) for value, n in counts)


def consent(fill: Filling) -> list[Block]:
    """The newest round of consent: how many stand how, and the concerns, without names."""
    rounds = consent_view(fill.user, fill.board).rounds if fill.filled else []
    newest = rounds[-1] if rounds else None
    counted = Counter(one.stand for one in newest.proposal.answers.all()) if newest else Counter()
    stands = tuple((str(words), str(counted[key]) if newest else "") for key, words in StandChoice.choices)
    concerns = tuple((one.concern, one.handled) for one in newest.concerns) if newest else ()
    head = labels(AnswerForm, "stand")[0]
    chosen = newest.proposal.chosen_because if newest else ""
    return [
        *lines(NewIdeaForm, newest.proposal.idea if newest else None, only="text"),
        Grid((head, _("How many")), stands, kind="counts"),
        Grid((labels(AnswerForm, "concern")[0], labels(HandledForm)[0]), concerns, 0 if concerns else 6, kind="tall"),
        Line(_("Why this one?"), value=chosen, rules=3),
    ]


def actions(fill: Filling) -> list[Block]:
    ideas = [part.pk for part in fill.board.ideas] if fill.filled else []
    found = Commitment.objects.filter(idea__in=ideas, ended_at=None).select_related("owner", "idea")
    rows = tuple(
        (one.what, str(one.owner.name) if one.owner else "", told(one.by_when), str(one.get_kind_display()),
         told(one.done_on), one.idea.text)
        for one in (found.order_by(Coalesce("by_when", "done_on").asc(nulls_last=True), "pk") if ideas else ())
    )  # fmt: skip
    heads = (*labels(CommitmentForm), _("Done on"), _("Idea"))
    return [Grid(heads, rows, 0 if rows else 12, kind="tall")]


def lot(fill: Filling) -> list[Block]:
    rows = tuple((one.text, one.source, told(one.revisit_on)) for one in (fill.board.waiting if fill.filled else ()))
    return [Grid(labels(ThoughtForm), rows, 0 if rows else 14, kind="tall")]


def coherence(fill: Filling) -> list[Block]:
    """The seven questions in the order of the screen."""
    parts: list[Block] = []
    for number, one in enumerate(check_of(fill.view), 1):
        answer = one.answer if fill.filled else None
        asked = Line(f"{number}. {one.words}", value=answer.text if answer else "", rules=2)
        state = SimpleNamespace(state=answer.state if answer else None)
        parts += [asked, *lines(CoherenceForm, state, only="state")]
    if not fill.filled:
        parts += lines(CoherenceForm, only="discussed_with discussed_on comments")
    return parts
