"""Ratings and consent as one member sees them. No name stands beside a rating or a concern."""

from __future__ import annotations

from dataclasses import dataclass

from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import may, members_of
from aimwell.contexts.theory.choosing.models import Answer, Preference, Proposal, Rating, RatingRound
from aimwell.contexts.theory.choosing.queries.board import Board, IdeaRow
from aimwell.contexts.theory.models import Part
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound
from aimwell.domain.theory.choosing import Consent, Rated, Stand, consent, spread


@dataclass(frozen=True)
class RatingView:
    """`mine`: effect and ability by idea. `rated` is empty until the ratings are shown; then it is all of them."""

    menu: list[IdeaRow]
    mine: dict[int, tuple[int, int]]
    opened: bool
    people: int
    team: int
    rated: tuple[Rated, ...]

    @property
    def to_rate(self) -> list[tuple[IdeaRow, tuple[int | None, int | None]]]:
        return [(row, self.mine.get(row.idea.pk, (None, None))) for row in self.menu]


def rating_view(user: User, board: Board) -> RatingView:
    """For members only; others have no page that asks for it."""
    inquiry = board.view.inquiry
    ratings = list(Rating.objects.filter(idea__inquiry=inquiry).order_by("idea_id", "pk"))
    opened = RatingRound.objects.filter(inquiry=inquiry).exclude(opened_at=None).exists()
    return RatingView(
        menu=board.menu,
        mine={one.idea_id: (one.effect, one.ability) for one in ratings if one.user_id == user.pk},
        opened=opened,
        people=len({one.user_id for one in ratings}),
        team=members_of(inquiry.owner_team).exclude(user=None).count(),
        rated=_rated([row.idea for row in board.rows], ratings) if opened else (),
    )


def _rated(ideas: list[Part], ratings: list[Rating]) -> tuple[Rated, ...]:
    given: dict[int, list[Rating]] = {}
    for one in ratings:
        given.setdefault(one.idea_id, []).append(one)
    return tuple(
        Rated(
            number,
            idea.text,
            spread(one.effect for one in given[idea.pk]),
            spread(one.ability for one in given[idea.pk]),
        )
        for number, idea in enumerate((idea for idea in ideas if idea.pk in given), start=1)
    )


@dataclass(frozen=True)
class Round:
    """One proposal with its answers. `agreed`: those who put their name to it. `mine` is the reader's own answer.

    `concerns` stand in the order of the alphabet, not of who answered first.
    """

    proposal: Proposal
    counts: Consent
    concerns: list[Answer]
    agreed: list[str]
    mine: Answer | None


@dataclass(frozen=True)
class ConsentView:
    """`preferred`: how many would try each idea first, shown once something is proposed."""

    menu: list[IdeaRow]
    my_preference: int | None
    preferred: list[tuple[IdeaRow, int]]
    people: int
    team: int
    rounds: list[Round]

    @property
    def asked(self) -> list[Round]:
        return [one for one in self.rounds if one.proposal.chosen_at is None]

    @property
    def chosen(self) -> list[Round]:
        """Newest first."""
        return [one for one in reversed(self.rounds) if one.proposal.chosen_at is not None]


def consent_view(user: User, board: Board) -> ConsentView:
    """For members only."""
    inquiry = board.view.inquiry
    wishes = list(Preference.objects.filter(inquiry=inquiry))
    rows = Proposal.objects.filter(idea__inquiry=inquiry, ended_at=None).select_related("idea").order_by("id")
    rounds = [_round(user, one) for one in rows.prefetch_related("answers__user")]
    counts = [(row, sum(one.idea_id == row.idea.pk for one in wishes)) for row in board.menu]
    return ConsentView(
        menu=board.menu,
        my_preference=next((one.idea_id for one in wishes if one.user_id == user.pk), None),
        preferred=[pair for pair in counts if pair[1]] if rounds else [],
        people=len(wishes),
        team=members_of(inquiry.owner_team).exclude(user=None).count(),
        rounds=rounds,
    )


def _round(user: User, proposal: Proposal) -> Round:
    answers = list(proposal.answers.all())
    return Round(
        proposal=proposal,
        counts=consent([(Stand(one.stand), bool(one.handled)) for one in answers]),
        concerns=sorted((one for one in answers if one.concern), key=lambda one: one.concern),
        agreed=sorted(str(one.user) for one in answers if one.named),
        mine=next((one for one in answers if one.user_id == user.pk), None),
    )


def find_answer(user: User, pk: int) -> Answer:
    """A concern, for members of its team. Raises NotFound."""
    found = (
        Answer.objects.select_related("proposal__idea__inquiry__owner_team__org")
        .filter(pk=pk)
        .exclude(concern="")
        .first()
    )
    if found is None or not may(user, Permission.EDIT, found.proposal):
        raise NotFound
    return found
