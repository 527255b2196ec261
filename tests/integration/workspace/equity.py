"""The addresses and operations of equity, and one of everything they speak of; with the signs on the way to an aim."""

import datetime
from typing import Any

from integration.workspace.rows import Part, Row, office, team

SAID = {"text": "Each of them gives a reason each week", "version": "0"}

PART = Part(
    rows={
        "equity:team": team("team"),
        "equity:without": team("write", reason="We write it in spring"),
        "equity:own_words": team("members", text="Each of them is heard"),
        "equity:org": office(SAID),
        "equity:network": Row("hub", {"network_id": "networks"}, SAID),
    },
    api={
        "team": "get_equity_of_team",
        "members": "get_equity_in_own_words",
        "own": "say_equity_in_own_words",
        "write": "define_equity_of_team inherit_equity_of_team go_on_without_equity",
        "office": "get_equity_of_org define_equity_of_org inherit_equity_of_org",
        "hub": "get_equity_of_network define_equity_of_network",
    },
    sent_only=frozenset({"equity:network"}),  # for the hub alone, and the walk is a member's
    bodies={
        "define_equity_of_team": {"version": 1},
        "define_equity_of_org": {"version": 0},
        "define_equity_of_network": {"version": 0},
    },
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.people.equity.services import define_equity
    from aimwell.contexts.theory.models import Aim, AimEdition
    from aimwell.contexts.theory.services import add_indicator, set_aim

    if not Aim.objects.filter(inquiry=inquiry).exists():
        set_aim(by=ana, inquiry=inquiry, what="explain")
    aim, day = Aim.objects.get(inquiry=inquiry), datetime.date(2026, 1, 5)
    if not aim.editions.exists():
        AimEdition.objects.create(aim=aim, number=1, what="explain", started_on=day, ended_on=day, created_by=ana)
        Aim.objects.filter(pk=aim.pk).update(edition=2)
    define_equity(by=ana, place=team, version=0, text="Each of them is heard")
    sign = add_indicator(by=ana, inquiry=inquiry, name="Reasons when asked", expected_on=datetime.date(2026, 3, 2))
    return {"indicators": sign}
