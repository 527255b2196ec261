"""Sheets around causes: silent slips, the fishbone, chains of whys, the filter, predictions, process maps."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

from django.template.loader import render_to_string
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from aimwell.contexts.theory.forms import CauseForm, LineForm, RoundForm, StageForm
from aimwell.contexts.theory.models import Cause, Sift, SiftMark
from aimwell.contexts.theory.paper.views.blocks import (
    Block,
    Card,
    Grid,
    Line,
    Slips,
    Words,
    drawn,
    labels,
    lines,
    told,
)
from aimwell.contexts.theory.paper.views.filling import Filling
from aimwell.contexts.theory.predicting.forms import BoardForm, PredictionForm, ResultForm
from aimwell.contexts.theory.predicting.models import Prediction
from aimwell.contexts.theory.predicting.queries import BoardView, boards_of
from aimwell.contexts.theory.processes.forms import LookForm, ProcessForm, StepForm
from aimwell.contexts.theory.processes.queries import ProcessView, processes_of
from aimwell.contexts.theory.queries.sifting import Sifting
from aimwell.domain.render.fishbone import Fishbone, fishbone_svg
from aimwell.domain.theory.filters import OFFERED

WHYS = 5
FACT = 34  # letters of "how we know" that fit beside the drawing


def slips(fill: Filling) -> list[Block]:
    """Empty slips for a silent round, or the lines of the newest round that was shown."""
    shown = fill.view.inquiry.rounds.filter(ended_at=None).exclude(shown_at=None).last() if fill.filled else None
    rows = shown.causes.filter(ended_at=None).order_by("text") if shown else []
    texts = tuple(cause.text for cause in rows)
    return [
        *lines(RoundForm, shown, only="prompt"),
        Slips(labels(LineForm), texts, 0 if texts else 8),
    ]


def fishbone(fill: Filling) -> list[Block]:
    if not fill.filled:
        return [drawn(render_to_string("paper/fishbone.svg"))]
    sifting, problem = Sifting(fill.view), fill.view.inquiry.problem
    told_bones = Fishbone(
        problem or _("The problem is not written yet"), sifting.drawn(),
        fact=Truncator(fill.view.inquiry.how_known).chars(FACT),
    )  # fmt: skip
    drawing = drawn(fishbone_svg(told_bones, lang=fill.view.lang, links=False))
    heads = (_("Bone"), *labels(CauseForm))
    rows = tuple((one.bone.name, one.text, str(one.get_status_display()), one.how_known) for one in fill.view.causes)
    return [drawing, Grid(heads, rows, kind="apart")] if rows else [drawing]


def whys(fill: Filling) -> list[Block]:
    """A chain for each cause that others stand under, down to its last why."""
    chains = _chains(fill.view.causes) if fill.filled else []
    return [Card(tuple(_chain(chain))) for chain in chains] or _chain(())


def _chains(causes: Sequence[Cause]) -> list[list[Cause]]:
    by_key = {cause.pk: cause for cause in causes}
    parents = {cause.parent_id for cause in causes}
    found = []
    for last in causes:
        if last.parent_id not in by_key or last.pk in parents:
            continue
        chain, above = [last], by_key.get(last.parent_id or 0)
        while above is not None and above not in chain:
            chain.insert(0, above)
            above = by_key.get(above.parent_id or 0)
        found.append(chain)
    return found


def _chain(chain: Sequence[Cause]) -> list[Block]:
    first, *below = chain or (None,)
    known = labels(CauseForm, "how_known")[0]
    parts: list[Block] = [*lines(CauseForm, first, only="text how_known")]
    for one in below or [None] * WHYS:
        parts.append(Line(_("Why is that so?"), value=one.text if one else "", rules=2))
        parts.append(Line(known, value=one.how_known if one else ""))
    return parts


def filters(fill: Filling) -> list[Block]:
    """The newest pass with its marks; without one, the filters that are offered, with the causes to ask about."""
    newest = fill.view.inquiry.sifts.filter(ended_at=None).last() if fill.filled else None
    if newest is not None:
        return _passed(fill, newest)
    causes = [cause.text for cause in fill.view.causes] if fill.filled else []
    parts: list[Block] = []
    for one in OFFERED:
        words = [answer.name for answer in one.values(fill.view.lang)]
        rows = tuple((text, *[""] * len(words), "") for text in causes)
        parts.append(Words(one.name(fill.view.lang), one.question(fill.view.lang)))
        parts.append(Grid((_("The cause"), *words, _("Why")), rows, 0 if rows else 7, kind="ticks"))
    return parts


def _passed(fill: Filling, sift: Sift) -> list[Block]:
    marks = {mark.cause_id: mark for mark in SiftMark.objects.filter(sift=sift, ended_at=None)}
    words = [value["name"] for value in sift.values]
    asked = [one for one in fill.view.all_causes if one.pk in marks or (sift.closed_at is None and not one.ended_at)]
    rows = []
    for cause in asked:
        mark = marks.get(cause.pk)
        ticks = ["×" if mark and mark.value == word else "" for word in words]
        rows.append((cause.text, *ticks, mark.reason if mark else ""))
    return [
        Words(sift.name, sift.question),
        Grid((_("The cause"), *words, _("Why")), tuple(rows), 0 if rows else 7, kind="ticks"),
    ]


def levels(fill: Filling) -> list[Block]:
    """The order in which the team takes the levels, with days."""
    stages = Sifting(fill.view).stages if fill.filled else []
    rows = tuple(
        (str(capfirst(one.get_level_display())), told(one.starts_on), told(one.ends_on), one.note) for one in stages
    )
    return [Grid(labels(StageForm), rows, 0 if rows else 8, kind="tall")]


def predictions(fill: Filling) -> list[Block]:
    """The newest board as its reader sees it: while everyone writes, their own lines only."""
    boards = boards_of(fill.view) if fill.filled else []
    board = BoardView(boards[0], fill.view, fill.user) if boards else None
    rows = board.predictions if board else []
    return [
        *lines(BoardForm, board.board if board else None),
        *[Card(tuple(_prediction(board, one))) for one in rows or (None, None)],
    ]


def _prediction(board: BoardView | None, one: Prediction | None) -> list[Block]:
    own = "text test_kind test blames" if board is None or board.team else "text test_kind test"
    signed = [Line(_("Signed"), value=board.author_of(one) if board and one else "")] if board and board.closed else []
    return [*lines(PredictionForm, one, only=own), *signed, *lines(ResultForm, one, only="result note")]


def process(fill: Filling) -> list[Block]:
    """The newest map of the work, step by step, with the counts made at it."""
    maps = processes_of(fill.view) if fill.filled else []
    shown = ProcessView(maps[-1], fill.view) if maps else None
    rows = shown.rows if shown else []
    steps = tuple(
        (str(row.number), row.step.text, str(row.step.get_kind_display()), row.step.owner, "; ".join(row.ways))
        for row in rows
    )
    looks = tuple(
        (str(row.number), told(look.on), str(look.looks), str(look.breaks)) for row in rows for look in row.looks
    )
    heads = (_("No."), *labels(StepForm), _("Then go to"))
    counts = [Grid((_("No."), *labels(LookForm)), looks, 0 if looks else 5)]
    return [
        *lines(ProcessForm, shown.process if shown else SimpleNamespace(name="")),
        Grid(heads, steps, 0 if steps else 12, kind="numbers"),
        *(counts if not fill.filled or fill.view.beside else []),
    ]
