"""Drop what is older than it has to be kept, so that the rest can still be proved."""

from __future__ import annotations

import datetime

from django.db import connection, transaction
from django.db.models import F, Max, Min

from aimwell.core.history.models import ChainHead, Event


def drop_before(moment: datetime.datetime) -> int:
    """Take away the oldest events of each chain, up to the first one from `moment` or later; how many they were.

    The anchor of the chain moves to the last of them and keeps its hash: the chain is proved from there on.
    """
    return sum(_drop(chain, moment) for chain in list(ChainHead.objects.values_list("pk", flat=True)))


@transaction.atomic
def _drop(chain: str, moment: datetime.datetime) -> int:
    head = ChainHead.objects.select_for_update().get(pk=chain)
    rows = Event.objects.filter(chain=chain).order_by()
    kept: int | None = rows.filter(at__gte=moment).aggregate(first=Min("number"))["first"]
    old = rows.filter(number__lt=kept) if kept is not None else rows
    last = old.filter(number=old.aggregate(last=Max("number"))["last"]).first()
    if last is None:
        return 0
    head.anchor_number, head.anchor_hash = last.number, last.hash
    head.save(update_fields=["anchor_number", "anchor_hash"])
    return int(rows.filter(number__lte=last.number)._raw_delete(connection.alias))


def let_everything_go() -> None:
    """Open the guard on all events, for emptying the whole database."""
    ChainHead.objects.update(anchor_number=F("number"), anchor_hash=F("hash"))
