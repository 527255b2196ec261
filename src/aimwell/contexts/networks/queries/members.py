"""What members say of themselves: why they joined, and what they think of a problem to take on."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from aimwell.contexts.networks.models import Choice, Option, Position, Purpose
from aimwell.contexts.networks.queries.standing import Look
from aimwell.contexts.orgs.models import Org


def purposes_of(look: Look) -> QuerySet[Purpose]:
    """Of all members for the hub, of their own for everybody else (S3 R-16)."""
    members = look.members if look.is_hub else look.own
    rows = Purpose.objects.filter(network=look.network, org__in=[org.pk for org in members])
    return rows.select_related("org").order_by("org__name", "pk")


def choices_of(look: Look) -> QuerySet[Choice]:
    rows = Choice.objects.filter(network=look.network, ended_at=None)
    return rows.select_related("decided")


@dataclass(frozen=True)
class OptionLine:
    """A problem to choose from with what each member says to it, by name; members without a word are there too."""

    option: Option
    positions: tuple[tuple[Org, Position | None], ...]

    @property
    def said(self) -> list[tuple[Org, Position]]:
        return [(org, one) for org, one in self.positions if one is not None]

    @property
    def silent(self) -> list[str]:
        """Names of the members that did not say anything yet."""
        return [org.name for org, one in self.positions if one is None]


def options_of(look: Look, choice: Choice) -> list[OptionLine]:
    """Two queries, whatever the number of options and members."""
    options = list(choice.options.filter(ended_at=None))
    said = {(one.option_id, one.org_id): one for one in Position.objects.filter(option__in=options, ended_at=None)}
    return [
        OptionLine(option, tuple((org, said.get((option.pk, org.pk))) for org in look.members)) for option in options
    ]
