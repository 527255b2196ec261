"""What every page needs: where I am in the five places, the chosen theme, and the words scripts may say."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext, pgettext

THEMES = ("light", "dark")
_APPS = {
    "theory": "theory noticing voices predicting processes practices choosing focus wall layers diagram coherence "
    "paper",
    "cycles": "cycles ledger conditions collecting quick rubric support oldforms rounds",
    "data": "measures",
    "meet": "meetings huddle launch conversation windows barriers protocols shareout",
    "more": "reports people participation handover vocabulary",
}
_PLACES = {app: place for place, apps in _APPS.items() for app in apps.split()}


@dataclass(frozen=True)
class NavItem:
    """`phone`: it stands in the bar at the foot of a phone too, which has room for five."""

    label: str
    url: str
    current: bool
    phone: bool = True
    current_on_phone: bool = False


def nav(request: HttpRequest) -> dict[str, Any]:
    """Context processor. Views set `request.team`; without a team there are no places to go to."""
    team = getattr(request, "team", None)
    return {
        "team": team,
        "light": team is not None and team.method == "light",
        "nav_items": _items(request, team.pk) if team else [],
        "theme": _theme(request),
        "script_words": _script_words(),
    }


def _items(request: HttpRequest, team_id: int) -> list[NavItem]:
    here = _place(request)
    places = [
        ("today", pgettext("place", "Today"), "reports:today"),
        ("theory", pgettext("place", "Theory"), "theory:overview"),
        ("cycles", pgettext("place", "Cycles"), "cycles:list"),
        ("data", pgettext("place", "Data"), "measures:list"),
        ("meet", pgettext("place", "Meet"), "meetings:list"),
        ("more", pgettext("place", "More"), "reports:more"),
    ]
    at_foot = "more" if here == "meet" else here
    return [
        NavItem(label, reverse(name, args=[team_id]), key == here, phone=key != "meet", current_on_phone=key == at_foot)
        for key, label, name in places
    ]


def _place(request: HttpRequest) -> str:
    match = request.resolver_match
    if match is None:
        return ""
    if match.view_name == "reports:today":
        return "today"
    return _PLACES.get(match.namespace, "")


def _theme(request: HttpRequest) -> str:
    chosen = getattr(getattr(request, "user", None), "theme", "") or request.COOKIES.get("theme", "")
    return chosen if chosen in THEMES else ""


def _script_words() -> dict[str, str]:
    return {
        "saving": gettext("Saving…"),
        "kept": gettext("Draft kept {time}"),
        "discard": gettext("Discard the draft"),
        "offline": gettext("No connection since {time}."),
        "offlineMore": gettext("Keep going: what you type is kept on this device."),
        "online": gettext("Back online."),
        "onlineMore": gettext("You can save again."),
        "undo": gettext("Undo"),
        "close": gettext("Close"),
        "keys": gettext("Keys on this page"),
        "keysHelp": gettext("Question mark: this list"),
        "keysSubmit": gettext("Control or Command with Enter: the main button of the form"),
        "keysWalk": gettext("Left and right arrows: walk the points of a chart"),
        "keysEscape": gettext("Escape: close"),
        "walk": gettext("Arrow keys walk the points."),
        "walkPhase": gettext("phase {number}"),
        "walkAt": gettext("{words} ({number} of {count})"),
        "listen": gettext("Hear the line"),
        "listenStop": gettext("Stop the sound"),
    }
