"""Everybody rates in silence; the ratings are shown together (S1 R-18)."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import may_show_all
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.choosing.models import Rating, RatingRound
from aimwell.contexts.theory.choosing.services.facts import require_idea
from aimwell.contexts.theory.models import Inquiry, Part
from aimwell.contexts.theory.services.keeping import require_same_inquiry
from aimwell.core.history.services import hold, record
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused
from aimwell.domain.theory.choosing import HIGH, LOW


@transaction.atomic
def rate_ideas(*, by: User, inquiry: Inquiry, ratings: Mapping[Part, tuple[int, int]]) -> None:
    """Effect and ability, 1 to 5, by idea; those of before are replaced. The history tells that, never the numbers.

    Raises Refused: "rating_range", "ratings_open", "not_an_idea".
    """
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    hold(scope_id=inquiry.owner_team_id)
    if RatingRound.objects.filter(inquiry=inquiry).exclude(opened_at=None).exists():
        raise Refused("ratings_open")
    for idea, pair in ratings.items():
        require_same_inquiry(inquiry, idea)
        require_idea(idea)
        if any(not LOW <= number <= HIGH for number in pair):
            raise Refused("rating_range")
    for idea, (effect, ability) in ratings.items():
        Rating.objects.update_or_create(idea=idea, user=by, defaults={"effect": effect, "ability": ability})
    if ratings:
        record(by=by, verb="rated", target=inquiry, scope_id=inquiry.owner_team_id)


@transaction.atomic
def open_ratings(*, by: User, inquiry: Inquiry) -> RatingRound:
    """Show all ratings to the team. The facilitator does it, or the lead; a team with neither opens them itself.

    Raises Refused: "facilitator_opens", "nobody_rated".
    """
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    if not may_show_all(by, inquiry.owner_team_id):
        raise Refused("facilitator_opens")
    if not Rating.objects.filter(idea__inquiry=inquiry).exists():
        raise Refused("nobody_rated")
    return _opened(by, inquiry, "ratings_opened", opened=True)


@transaction.atomic
def rate_ideas_again(*, by: User, inquiry: Inquiry) -> RatingRound:
    """A new round: the ratings are hidden again and each member may change their own. Raises Refused."""
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    if not may_show_all(by, inquiry.owner_team_id):
        raise Refused("facilitator_opens")
    return _opened(by, inquiry, "rating_again", opened=False)


def _opened(by: User, inquiry: Inquiry, verb: str, *, opened: bool) -> RatingRound:
    hold(scope_id=inquiry.owner_team_id)
    stored = RatingRound.objects.filter(inquiry=inquiry).first()
    if stored is None:
        stored = create_content(by=by, model=RatingRound, inquiry=inquiry)
    if (stored.opened_at is not None) == opened:
        return stored
    moment = timezone.now() if opened else None
    return change_content(by=by, obj=stored, version=None, verb=verb, opened_at=moment)
