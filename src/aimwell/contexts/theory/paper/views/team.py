"""Sheets of the team, whatever the effort: the problem log, goals set from outside, what equity means here."""

from __future__ import annotations

from django.utils.translation import gettext as _

from aimwell.contexts.people.equity.forms import MeaningForm
from aimwell.contexts.people.equity.queries import meaning_of
from aimwell.contexts.theory.noticing.forms import GoalForm, NoticeForm, SeenForm
from aimwell.contexts.theory.noticing.queries import LogRow, goals_of, log_of
from aimwell.contexts.theory.paper.views.blocks import Block, Grid, labels, lines, told
from aimwell.contexts.theory.paper.views.filling import Filling


def log(fill: Filling) -> list[Block]:
    """What is not taken up yet, in the order of the screen, with every day on which it was seen."""
    found = log_of(fill.user, fill.view.inquiry.owner_team).open if fill.filled else ()
    heads = (*labels(NoticeForm), *labels(SeenForm))
    return [Grid(heads, tuple(map(_noticed, found)), 0 if found else 14, kind="tall")]


def _noticed(row: LogRow) -> tuple[str, str, str]:
    days = "\n".join(told(one.seen_on) for one in row.seen)
    return row.noticed.text, days, "\n".join(one.what for one in row.evidence)


def goals(fill: Filling) -> list[Block]:
    found = goals_of(fill.user, fill.view.inquiry.owner_team).goals if fill.filled else ()
    rows = tuple(
        (one.text, one.set_by, told(one.due_on), "\n".join(map(str, one.served_by)))  # type: ignore[attr-defined]
        for one in found
    )
    heads = (*labels(GoalForm), _("Which of our problems serve it?"))
    return [Grid(heads, rows, 0 if rows else 12, kind="tall")]


def equity(fill: Filling) -> list[Block]:
    """What holds for the team today, its own text or the one from above, with an example of each idea."""
    held = meaning_of(fill.view.inquiry.owner_team) if fill.filled else None
    form = MeaningForm(first=True)
    return [*lines(form, held.definition if held else None, rules=dict.fromkeys(form.fields, 4))]
