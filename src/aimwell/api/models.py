from __future__ import annotations

from django.conf import settings
from django.db import models


class KeptAnswer(models.Model):
    """The first answer to a POST with an Idempotency-Key. `status` is empty while that first request still runs.

    `digest` is that of address and body, so that a key is not used for two different things.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=100, blank=True)
    body = models.BinaryField(default=bytes)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="one_answer_to_a_key")]

    def __str__(self) -> str:
        return self.key
