"""Two people judge the same student work apart, talk over where they differ, and put in one count (S1 R-43)."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.collecting.models import Code, OwnReading, SharedReading
from aimwell.contexts.cycles.collecting.queries.reading import two_readings
from aimwell.contexts.cycles.models import Cycle, Entry, EntryKind
from aimwell.contexts.cycles.services.do import RUNNING
from aimwell.contexts.cycles.services.store import held, in_state
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.contexts.people.signin.access import require_lead
from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.collecting import MOST_PIECES, READERS, codes_of


@transaction.atomic
def start_reading(
    *,
    by: User,
    cycle: Cycle,
    what: str,
    pieces: int,
    codes: Iterable[str],
    place: str = "",
    key: uuid.UUID | None = None,
) -> SharedReading:
    """Raises NotAllowed, Refused: wrong_state, words_needed, pieces_out_of_range, codes_needed."""
    stored = in_state(held(by=by, obj=cycle), *RUNNING)
    facts = _facts(what, pieces, codes, place)
    return create_content(by=by, model=SharedReading, key=key, cycle=stored, **facts)


@transaction.atomic
def change_reading(
    *, by: User, reading: SharedReading, version: int | None, what: str, pieces: int, codes: Iterable[str], place: str
) -> SharedReading:
    """Pieces and codes change only until somebody has begun. Raises NotAllowed, StaleEdit, Refused: reading_begun."""
    stored = _held(by, reading)
    facts = _facts(what, pieces, codes, place)
    fixed = ("pieces", "codes")
    if any(facts[name] != getattr(stored, name) for name in fixed) and stored.own_readings.exists():
        raise Refused("reading_begun")
    return change_content(by=by, obj=stored, version=version, **facts)


def _facts(what: str, pieces: int, codes: Iterable[str], place: str) -> dict[str, object]:
    if not what.strip():
        raise Refused("words_needed")
    if not 1 <= pieces <= MOST_PIECES:
        raise Refused("pieces_out_of_range", most=MOST_PIECES)
    return {"what": what.strip(), "pieces": pieces, "codes": "\n".join(codes_of(codes)), "place": place.strip()}


@transaction.atomic
def start_own(*, by: User, reading: SharedReading) -> OwnReading:
    """`by` begins to read; again, the same comes back. Raises Refused: two_read_already, reading_is_open."""
    stored = _closed(by, reading)
    owns = list(stored.own_readings.all())
    mine = next((own for own in owns if own.created_by_id == by.pk), None)
    if mine is None and len(owns) >= READERS:
        raise Refused("two_read_already")
    return mine or create_content(by=by, model=OwnReading, reading=stored)


@transaction.atomic
def give_codes(*, by: User, reading: SharedReading, codes: Mapping[int, int | None]) -> OwnReading:
    """By piece, the place of its code in the list; None takes the code off again. What is not named stays.

    Raises Refused: not_reading, reading_is_open, unknown_choice.
    """
    stored = _closed(by, reading)
    mine = _mine(by, stored)
    for piece, code in codes.items():
        if not 1 <= piece <= stored.pieces or not (code is None or 0 <= code < len(stored.code_names)):
            raise Refused("unknown_choice", value=f"{piece}: {code}")
    mine.given.filter(piece__in=codes).delete()
    Code.objects.bulk_create(
        Code(own=mine, piece=piece, code=code) for piece, code in codes.items() if code is not None
    )
    return mine


@transaction.atomic
def say_done(*, by: User, reading: SharedReading, done: bool = True) -> SharedReading:
    """ "I am done", or back to it. When both are done, the two readings are laid side by side.

    Raises Refused: not_reading, nothing_read, reading_is_open.
    """
    stored = _closed(by, reading)
    mine = _mine(by, stored)
    if done and not mine.given.exists():
        raise Refused("nothing_read")
    change_content(
        by=by, obj=mine, version=None, verb="said_done" if done else "went_back_to_it",
        done_at=(mine.done_at or timezone.now()) if done else None,
    )  # fmt: skip
    owns = list(stored.own_readings.all())
    both = len(owns) == READERS and all(own.done_at is not None for own in owns)
    return _opened(by, stored) if done and both else stored


@transaction.atomic
def open_reading(*, by: User, reading: SharedReading) -> SharedReading:
    """The lead lays side by side what there is, where the second person cannot. Raises NotAllowed, Refused."""
    stored = _closed(by, reading)
    require_lead(by=by, team=stored.cycle.owner_team)
    if not Code.objects.filter(own__reading=stored).exists():
        raise Refused("nothing_read")
    return _opened(by, stored)


@transaction.atomic
def settle(*, by: User, reading: SharedReading, codes: Mapping[int, int | None]) -> SharedReading:
    """By piece, the code after a talk; None takes the talk back. Raises Refused: reading_not_open, unknown_choice."""
    stored = _open(by, reading)
    agreed = dict(stored.agreed)
    for piece, code in codes.items():
        if not 1 <= piece <= stored.pieces or not (code is None or 0 <= code < len(stored.code_names)):
            raise Refused("unknown_choice", value=f"{piece}: {code}")
        if code is None:
            agreed.pop(str(piece), None)
        else:
            agreed[str(piece)] = code
    return change_content(by=by, obj=stored, version=None, verb="talked_over", agreed=agreed)


@transaction.atomic
def put_in_count(*, by: User, reading: SharedReading) -> Entry:
    """The agreed tally becomes one count of the cycle: how many of the first code, out of all. A second call: the same.

    Raises Refused: reading_not_open, reading_open_points, wrong_state.
    """
    stored = _open(by, reading)
    if stored.entry is not None and stored.entry.ended_at is None:
        return stored.entry
    found = two_readings(stored)
    if not found.settled:
        raise Refused("reading_open_points", pieces=", ".join(map(str, found.differ)))
    entry = cycles.add_entry(
        by=by, cycle=stored.cycle, kind=EntryKind.COUNT, text=stored.what, place=stored.place, count=found.counted,
        out_of=found.pieces,
    )  # fmt: skip
    change_content(by=by, obj=stored, version=None, verb="count_put_in", entry=entry)
    return entry


def _held(by: User, reading: SharedReading) -> SharedReading:
    """Take the turn, so that nobody gives a code while the two are being laid side by side."""
    in_state(held(by=by, obj=reading.cycle), *RUNNING)
    stored = SharedReading.objects.select_related("cycle__owner_team", "entry").get(pk=reading.pk)
    if stored.ended_at is not None:
        raise Refused("wrong_state")
    return stored


def _closed(by: User, reading: SharedReading) -> SharedReading:
    stored = _held(by, reading)
    if stored.opened_at is not None:
        raise Refused("reading_is_open")
    return stored


def _open(by: User, reading: SharedReading) -> SharedReading:
    stored = _held(by, reading)
    if stored.opened_at is None:
        raise Refused("reading_not_open")
    return stored


def _opened(by: User, reading: SharedReading) -> SharedReading:
    return change_content(by=by, obj=reading, version=None, verb="readings_opened", opened_at=timezone.now())


def _mine(by: User, reading: SharedReading) -> OwnReading:
    mine = reading.own_readings.filter(created_by=by).first()
    if mine is None:
        raise Refused("not_reading")
    return mine
