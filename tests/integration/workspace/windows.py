"""The addresses and operations of windows, and one of everything they speak of."""

from typing import Any

from integration.workspace.rows import Part, Row, of, office, team

DAYS = {"kind": "low", "starts_on": "2027-03-01"}

PART = Part(
    rows={
        "windows:team": team("members"),
        "windows:team_bring": team("write", typed="Break, 2027-03-01", kind="low"),
        "windows:org": office(),
        "windows:org_bring": office({"typed": "Break, 2027-03-01", "kind": "low"}),
        "windows:take_back": of("days", "write"),
        "windows:bring_back": of("days", "write"),
        "windows:take_many_back": Row("write", query="?days={days}"),
        "windows:disruption": team("members"),
        "windows:disruption_back": of("disruptions", "write"),
        "windows:disruption_over": of("disruptions", "members"),
        "windows:smallest": team("members"),
    },
    api={
        "members": "list_days_of_team preview_disruption",
        "office": "list_days_of_org add_days_of_org",
        "write": "add_days_of_team log_disruption plan_smallest_cycle",
        "own": "take_days_back bring_days_back take_disruption_back end_disruption",
    },
    bodies={"plan_smallest_cycle": {"look_on": "2027-03-01"}},
    sent_only=frozenset({"windows:org_bring"}),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    import datetime

    from aimwell.contexts.meetings.windows import services

    first = datetime.date(2027, 4, 12)
    return {
        "days": services.add_days(by=ana, place=team, kind="testing", name="State tests", starts_on=first),
        "disruptions": services.log_disruption(by=ana, team=team, name="Snow days", starts_on=first, days=2),
    }
