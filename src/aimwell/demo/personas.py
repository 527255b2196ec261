"""The people whose place one can take on the demo page, in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Persona:
    """`who` says what this person does, `look` what is worth opening first."""

    key: str
    who: str | Promise
    look: str | Promise


@dataclass(frozen=True)
class Group:
    label: str | Promise
    personas: tuple[Persona, ...]


GROUPS = (
    Group(
        _("In a classroom"),
        (
            Persona(
                "nell",
                _("A teacher, new today, with an empty page"),
                _("The first twelve minutes: from one sentence to a test"),
            ),
            Persona(
                "ana", _("Leads Room 12 and friends, a grade 5 team"), _("Cycle 3 waits for what the team learned")
            ),
            Persona(
                "devon",
                _("Teaches next door to Ana, in the same team"),
                _("The counts of Room 14, and why two are missing"),
            ),
            Persona(
                "lucia",
                _("Leads a dual language team that writes in Spanish"),
                _("The whole way in Spanish, from problem to second cycle"),
            ),
            Persona(
                "rashid",
                _("Leads the attendance team of a middle school"),
                _("Three guesses, the table that speaks against them, and a cause said again"),
            ),
            Persona("sam", _("The last one left in a team of one"), _("How little it takes to keep going alone")),
        ),
    ),
    Group(
        _("Beside the teams"),
        (
            Persona(
                "imani",
                _("Coach at the hub, with nine teams"),
                _("What each team has opened to its coach, and no more"),
            ),
            Persona(
                "grace",
                _("Principal of Lantern Hill, sponsor of its teams"),
                _("What a sponsor may read; nothing to approve"),
            ),
        ),
    ),
    Group(
        _("District and network"),
        (
            Persona(
                "marcus", _("Leads the district team of Fern Valley"), _("What two local teams learned about tasks")
            ),
            Persona(
                "yara",
                _("Looks after accounts and roles in Fern Valley, and reads no team’s work"),
                _("A staff list that asks before anybody is taken out"),
            ),
            Persona(
                "victor",
                _("Leads the district team of Gull, on teachers who leave"),
                _("The same cycles, at the level of a district"),
            ),
            Persona(
                "noor", _("Analyst at the hub of the network"), _("What is open to the network, with and without names")
            ),
        ),
    ),
)

KEYS = tuple(one.key for group in GROUPS for one in group.personas)
START_WITH = "ana"
"""Whose story the numbers of every page tell."""
