"""Who looks after an adopted change, and how often it is counted: both chosen by people (products N-17)."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.conditions.models import CountPace, Keeper, Pace
from aimwell.contexts.cycles.conditions.queries.holding import hands_of
from aimwell.contexts.cycles.conditions.queries.looks import is_watched
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.domain.errors import NotAllowed, NotFound, Refused


@transaction.atomic
def choose_pace(*, by: User, cycle: Cycle, pace: str, words: str = "", after: int | None = None) -> CountPace:
    """Count this often from today on. `after`: the step that the chooser saw, 0 for none; None: whichever it is.

    Raises NotFound where the cycle was not adopted, Refused("unknown_choice", "pace_chosen_since").
    """
    stored = _adopted(by, cycle)
    if pace not in Pace.values:
        raise Refused("unknown_choice", value=pace)
    last = CountPace.objects.filter(cycle=stored, ended_at=None).last()
    if last is not None and last.pace == pace:
        return last
    if after is not None and after != (last.pk if last else 0):
        raise Refused("pace_chosen_since")
    since = timezone.localdate()
    return create_content(by=by, model=CountPace, cycle=stored, pace=pace, since=since, words=words.strip()[:300])


@transaction.atomic
def name_keeper(*, by: User, cycle: Cycle, place: int, after: int | None = None) -> Keeper:
    """Who looks after it from now on: somebody with a place in the team. Somebody else with a login is asked whether
    they take it on. `after`: as in `choose_pace`.

    Raises NotFound where the cycle was not adopted, Refused("unknown_choice", "keeper_named_since").
    """
    stored = _adopted(by, cycle)
    hands = hands_of(stored.owner_team)
    chosen = next((one for one in hands.open if one.pk == place), None)
    if chosen is None:
        raise Refused("unknown_choice", value=str(place))
    last = Keeper.objects.filter(cycle=stored, ended_at=None).select_related("looked_after_by").last()
    if last is not None and hands.now(last.looked_after_by) == chosen:
        return last
    if after is not None and after != (last.pk if last else 0):
        raise Refused("keeper_named_since")
    taken = timezone.localdate() if chosen.user_id in (None, by.pk) else None
    return create_content(by=by, model=Keeper, cycle=stored, looked_after_by=chosen, taken_on=taken)


@transaction.atomic
def take_on(*, by: User, keeper: Keeper) -> Keeper:
    """The person who was named says so. Raises NotAllowed for anybody else."""
    stored = held(by=by, obj=keeper)
    if stored.looked_after_by.user_id != by.pk:
        raise NotAllowed
    if stored.taken_on is not None:
        return stored
    return change_content(by=by, obj=stored, version=None, taken_on=timezone.localdate())


def _adopted(by: User, cycle: Cycle) -> Cycle:
    stored = held(by=by, obj=cycle)
    if not is_watched(stored):
        raise NotFound
    return stored
