"""The addresses and operations of networks, and one of everything they speak of."""

import datetime
from typing import Any

from integration.workspace.rows import Part, Row, inquiry

IN = {"network_id": "networks"}


def of(access: Any, thing: str = "", post: dict[str, Any] | None = None, **more: str) -> Row:
    return Row(access, {**IN, **({"pk": thing} if thing else {}), **more}, post or {})


PART = Part(
    rows={
        "networks:list": Row("personal"),
        "networks:network": of("network"),
        "networks:cycles": of("network"),
        "networks:goals": of("network", post={"kind": "capability", "what": "We learn to test."}),
        "networks:goal": of("hub", "network_goals", {"what": "More", "version": "1"}),
        "networks:note": of("hub", "network_goals", {"on": "2026-01-05", "text": "It grows."}),
        "networks:drivers": of("network", post={"name": "Tasks", "kind": "secondary"}),
        "networks:year": of("hub", post={"name": "Next", "starts": "2027-08-01", "ends": "2028-06-30"}),
        "networks:driver": of("network", "network_drivers", {"name": "Talk again", "version": "1"}),
        "networks:purposes": of("network"),
        "networks:weeks": of("network"),
        "networks:purpose": of("voice", post={"purpose": "both", "central": "center"}, org_id="member_org"),
        "networks:choices": of("network", post={"title": "Which problem next?"}),
        "networks:choice": of("network", "network_choices", {"name": "Reading"}),
        "networks:decide": of(
            "hub",
            "network_choices",
            {"decided": "{network_options}", "decided_on": "2026-01-05", "reasons": "It is pressing.", "version": "1"},
        ),
        "networks:option": of("hub", "network_options", {"name": "Math", "version": "1"}),
        "networks:position": of("voice", "network_options", {"position": "take"}, org_id="member_org"),
        "networks:aside": of("hub", "network_drivers", kind="network_kind"),
        "networks:restore": of("hub", "network_drivers", kind="network_kind"),
        "networks:inquiry": inquiry("read"),
        "networks:place": Row(
            "write",
            {"inquiry_id": "inquiry", "year_id": "network_years"},
            {"stance": "outside", "toward": "both", "reason": "We work on staying.", "version": "1"},
        ),
    },
    api={
        "personal": "list_networks",
        "network": "get_network get_network_weeks get_network_coverage list_network_efforts list_network_cycles "
        "list_teams_without_driver "
        "list_network_drivers list_purposes list_network_notes list_network_choices get_network_choice",
        "hub": "start_network_year add_network_driver change_network_driver set_network_driver_aside "
        "restore_network_driver add_network_goal change_network_goal set_network_goal_aside restore_network_goal "
        "add_network_note set_network_note_aside restore_network_note start_network_choice add_network_option "
        "change_network_option set_network_option_aside restore_network_option decide_network_choice",
        "voice": "state_purpose take_position",
        "read": "list_places_in_networks",
        "write": "place_in_network",
    },
    bodies={
        "start_network_year": {"starts": "2027-08-01", "ends": "2028-06-30"},
        "place_in_network": {"year": "@network_years", "stance": "outside", "reason": "We work on staying."},
        "state_purpose": {"org": "@member_org"},
        "take_position": {"org": "@member_org"},
        "decide_network_choice": {"decided": "@network_options"},
        "add_network_goal": {"kind": "capability"},
    },
    sent_only=frozenset(
        f"networks:{name}"
        for name in ("goal", "note", "year", "purpose", "decide", "option", "position", "aside", "restore")
    ),
)


def _network(team: Any) -> tuple[Any, Any]:
    """That of offices_world, where it was made just before, and somebody of its hub."""
    from aimwell.contexts.orgs.models import Network
    from aimwell.contexts.orgs.services import create_network, join_network
    from aimwell.contexts.people.models import NetworkRole
    from integration.readers import make_person

    network = Network.objects.filter(name="Reading circle").last()
    if network is None:
        network = create_network(name="Reading circle")
        NetworkRole.objects.create(network=network, user=make_person("Hugo"))
        if team.org is not None:
            join_network(network=network, org=team.org, since=datetime.date(2026, 8, 1))
    return network, NetworkRole.objects.filter(network=network, ended=None).first().user


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.networks import services
    from aimwell.contexts.networks.models import Alignment

    network, hub = _network(team)
    year = services.start_year(
        by=hub, network=network, name="2026", starts=datetime.date(2026, 1, 1), ends=datetime.date(2026, 12, 31)
    )
    goal = services.add_goal(by=hub, network=network, kind="outcome", what="Students say why")
    driver = services.add_driver(by=hub, year=year, name="Talk")
    choice = services.start_choice(by=hub, network=network, title="Which problem?")
    option = services.add_option(by=hub, choice=choice, name="Reading")
    return {
        "network_years": year,
        "network_goals": goal,
        "network_notes": services.add_note(by=hub, goal=goal, on=datetime.date(2026, 1, 5), text="A start."),
        "network_drivers": driver,
        "network_choices": choice,
        "network_options": option,
        "network_kind": "driver",
        "network_hub": hub,
        "member_org": network.orgs.first(),
        "alignment": Alignment.objects.create(inquiry=inquiry, year=year, stance="declined", created_by=ana),
    }
