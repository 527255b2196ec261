"""Walk the chains of the history and name the first event at which one does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from django.db.models import F, OuterRef, Q, Subquery

from aimwell.core.history.chain import link
from aimwell.core.history.models import ChainHead, Event, EventQuerySet


class Breach(StrEnum):
    CHANGED = "changed"
    MISSING = "missing"
    REORDERED = "reordered"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Broken:
    """The first event of a chain that does not hold. `event_id` is empty for one that is missing."""

    what: Breach
    number: int
    event_id: int | None


@dataclass(frozen=True, slots=True)
class Proof:
    """One chain: how many events were checked, where it stands, where it was cut, and what is wrong, if anything."""

    chain: str
    events: int
    number: int
    hash: str
    anchor_number: int
    broken: Broken | None


def proofs(*, chain: str | None = None, witness: Mapping[str, tuple[int, str]] | None = None) -> Iterator[Proof]:
    """The proof of each chain, or of one. `witness`: places (number, hash) that were noted elsewhere earlier.

    A chain that starts anew after its head was taken away is told by its witness, or by events without a head.
    """
    heads = {head.chain: head for head in ChainHead.objects.all()}
    known = {*heads, *Event.objects.order_by().values_list("chain", flat=True).distinct(), *(witness or {})}
    for name in sorted(known) if chain is None else [chain]:
        proof = _proof(heads.get(name) or ChainHead(chain=name))
        seen = (witness or {}).get(name)
        yield replace(proof, broken=_unlike(proof, *seen)) if seen and proof.broken is None else proof


def _proof(head: ChainHead) -> Proof:
    rows = Event.objects.filter(chain=head.chain)
    number, before, last, broken = head.anchor_number, head.anchor_hash, None, None
    for event in rows.filter(number__gt=number, number__lte=head.number).order_by("number", "id").iterator():
        if (event.number, event.prev_hash, event.hash) != (number + 1, before, link(event, before)):
            broken = _named(rows, event, last, number, before, head)
            break
        number, before, last = event.number, event.hash, event
    broken = broken or _at_the_end(rows, last, number, before, head)
    return Proof(head.chain, number - head.anchor_number, head.number, head.hash, head.anchor_number, broken)


def _named(rows: EventQuerySet, event: Event, last: Event | None, number: int, before: str, head: ChainHead) -> Broken:
    """What is wrong at `event`, the first that does not fit behind `last` with the place `number`, hash `before`."""
    follower = rows.filter(prev_hash=before).exclude(pk=event.pk).exists()
    if event.prev_hash == before:
        if follower:
            return Broken(Breach.INSERTED, event.number, event.pk)
        moved = event.hash == link(event, before)
        return Broken(Breach.REORDERED if moved else Breach.CHANGED, event.number, event.pk)
    if follower:
        known = rows.filter(hash=event.prev_hash).exists()
        return Broken(Breach.REORDERED if known else Breach.INSERTED, event.number, event.pk)
    if event.hash == link(event, before):  # only its note of the hash before is another one
        return Broken(Breach.CHANGED, event.number, event.pk)
    if last is not None and event.prev_hash == last.prev_hash:
        return Broken(Breach.INSERTED, last.number, last.pk)
    if event.number > number + 1 or rows.count() < head.number - head.anchor_number:
        return Broken(Breach.MISSING, number + 1, None)
    wrong = last or event  # its contents and its hash were both written anew
    return Broken(Breach.CHANGED, wrong.number, wrong.pk)


def _at_the_end(rows: EventQuerySet, last: Event | None, number: int, before: str, head: ChainHead) -> Broken | None:
    if number < head.number:
        return Broken(Breach.MISSING, number + 1, None)
    if last is not None and before != head.hash:
        return Broken(Breach.CHANGED, last.number, last.pk)
    if stray := _outside(rows):
        return Broken(Breach.INSERTED, stray.number, stray.pk)
    return None


def _outside(rows: EventQuerySet) -> Event | None:
    """An event that no head speaks of. One statement, so that a writer at work is never taken for a stranger."""
    heads = ChainHead.objects.filter(pk=OuterRef("chain"))
    placed = rows.annotate(top=Subquery(heads.values("number")), cut=Subquery(heads.values("anchor_number")))
    stray = Q(top=None) | Q(number__gt=F("top")) | Q(number__lte=F("cut"))
    return placed.filter(stray).order_by("number", "id").first()


def _unlike(proof: Proof, number: int, seen: str) -> Broken | None:
    """What is wrong where the chain holds but is not the one that was noted: somebody wrote it anew."""
    if number < proof.anchor_number or number == 0:
        return None
    event = Event.objects.filter(chain=proof.chain, number=number).first()
    if event is None and number > proof.anchor_number:
        return Broken(Breach.MISSING, number, None)
    stands = event.hash if event is not None else ChainHead.objects.get(pk=proof.chain).anchor_hash
    return None if stands == seen else Broken(Breach.CHANGED, number, event.pk if event is not None else None)
