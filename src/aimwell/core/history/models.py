"""What happened to whom, when and why. Rows are only ever added."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models

from aimwell.core.history.chain import START


class EventQuerySet(models.QuerySet["Event"]):
    def update(self, **kwargs: Any) -> NoReturn:
        raise TypeError("history is append-only")

    def delete(self) -> NoReturn:
        raise TypeError("history is append-only")


class Event(models.Model):
    """One change to one object. No foreign keys: the log must outlive and never block what it describes.

    `scope_id` is the team it happened in; `org_id` the organisation, for what happens in none of its teams. `number`
    counts the events of one chain from 1; `hash` ties each to the one before (see `chain`).
    """

    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=150)
    verb = models.CharField(max_length=40)
    target_type = models.CharField(max_length=60)
    target_id = models.BigIntegerField()
    target_label = models.CharField(max_length=200)
    scope_id = models.BigIntegerField(null=True)
    org_id = models.BigIntegerField(null=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    cause_type = models.CharField(max_length=60, blank=True)
    cause_id = models.BigIntegerField(null=True)
    chain = models.CharField(max_length=40, default="none")
    number = models.PositiveBigIntegerField(default=0)
    prev_hash = models.CharField(max_length=64, default=START)
    hash = models.CharField(max_length=64, default=START)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["scope_id", "-at"]),
            models.Index(fields=["org_id", "-at"]),
            models.Index(fields=["target_type", "target_id", "-at"]),
        ]
        constraints = [models.UniqueConstraint(fields=["chain", "number"], name="one_event_per_place_in_a_chain")]

    def __str__(self) -> str:
        return f"{self.actor_name} {self.verb} {self.target_type} {self.target_id}"


class ChainHead(models.Model):
    """Where a chain stands, and the row that its writers take turns on.

    `anchor_*` is the last event that was dropped after its time: the chain is proved from there on.
    """

    chain = models.CharField(max_length=40, primary_key=True)
    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=START)
    anchor_number = models.PositiveBigIntegerField(default=0)
    anchor_hash = models.CharField(max_length=64, default=START)

    class Meta:
        ordering = ["chain"]

    def __str__(self) -> str:
        return f"{self.chain} {self.number}"
