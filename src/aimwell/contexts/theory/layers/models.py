"""A first sketch of causes handed to those who know the matter: what they add is told apart, and both stay."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.people.models import PartOfContent, User
from aimwell.contexts.theory.models import Bone, Cause, Inquiry


class LayerAsk(PartOfContent):
    """A team asks somebody who knows the matter to look at its fishbone and to add a layer (S4 R-19, L118).

    `label` names the layer, such as an office; it stays with what comes out of it. `closed_at`: no more is added.
    """

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="layer_asks")
    whom = models.ForeignKey(
        User, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("who was asked")
    )
    label = models.CharField(_("name of the layer"), max_length=60)
    question = models.CharField(_("what we want to know"), max_length=500)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("request to add a layer")
        verbose_name_plural = _("requests to add a layer")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["inquiry", "whom"],
                condition=models.Q(ended_at=None, closed_at=None),
                name="one_open_layer_ask_per_fishbone_and_person",
            )
        ]

    def __str__(self) -> str:
        return self.label


class LayerLine(PartOfContent):
    """A cause or comment of whoever was asked. It stands beside the fishbone until the team takes it over."""

    ROOT: ClassVar[str] = "ask__inquiry"
    ask = models.ForeignKey(LayerAsk, on_delete=models.CASCADE, related_name="lines")
    comment = models.BooleanField(_("a comment, not a cause"), default=False)
    bone = models.ForeignKey(Bone, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    about = models.ForeignKey(
        Cause, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("about which cause")
    )
    text = models.CharField(_("in a sentence"), max_length=300)
    how_known = models.TextField(_("how they know"), blank=True)

    class Meta:
        verbose_name = _("line of a layer")
        verbose_name_plural = _("lines of a layer")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]


class CauseOrigin(PartOfContent):
    """Who said a cause first, or said it too. `label` is that of the layer on that day; nobody edits it."""

    ROOT: ClassVar[str] = "cause__bone__inquiry"
    cause = models.ForeignKey(Cause, on_delete=models.CASCADE, related_name="origins")
    line = models.ForeignKey(LayerLine, on_delete=models.CASCADE, related_name="origins")
    label = models.CharField(_("name of the layer"), max_length=60)
    merged = models.BooleanField(_("put together with a cause that stood there"), default=False)
    stood = models.CharField(_("whose layer it was before"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("origin of a cause")
        verbose_name_plural = _("origins of causes")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["line"], condition=models.Q(ended_at=None), name="a_line_of_a_layer_is_taken_once"
            )
        ]

    def __str__(self) -> str:
        return self.label
