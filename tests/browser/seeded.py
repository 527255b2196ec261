"""The demo world, seeded once for a file of tests and served; `places` knows where Ana's work stands in it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from playwright.sync_api import BrowserContext
from pytest_django.live_server_helper import LiveServer

from integration.matrix import MATRIX

TEAM, NEW_TEAM = "Room 12 and friends", "Room 7"
MEASURE = "Students who explain their reasoning to a partner"
ODD = "week\tgave a reason\tstudents\n2026-01-05\tNS\t24\n2026-01-12\t30\t24\n2026-01-19\t9\t24\n2026-01-19\t10\t24\n"


@dataclass(frozen=True)
class World:
    """`things`: what the parameters of the permission matrix stand for, and some more, as primary keys and tokens."""

    url: str
    things: dict[str, Any]

    def address(self, name: str, query: str = "", **instead: str) -> str:
        """The address of a row of the matrix; `instead` puts another thing in the place of the usual one."""
        keys = MATRIX[name].params if name in MATRIX else {}
        values = {param: self.things[instead.get(param, key)] for param, key in keys.items()}
        return reverse(name, kwargs=values) + query.format(**self.things)

    def enter(self, context: BrowserContext, key: str = "ana") -> None:
        """Sign in somebody of the demo; no password is typed."""
        from aimwell.demo.queries import find_person

        client = Client()
        client.force_login(find_person(key), backend=settings.AUTHENTICATION_BACKENDS[0])
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": self.url}])


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    with django_db_blocker.unblock():
        call_command("seed_demo", seed=7, stdout=io.StringIO())
        things = _things()
        server = LiveServer("localhost")
        yield World(server.url, things)
        server.stop()
        call_command("flush", verbosity=0, interactive=False)


def _things() -> dict[str, Any]:
    """Ana's work, with one thing added in each state that the demo does not hold."""
    from aimwell.contexts.cycles.models import Cycle
    from aimwell.contexts.measures.models import Measure
    from aimwell.contexts.measures.services import apply_import, start_import
    from aimwell.contexts.orgs.models import Team
    from aimwell.contexts.people.services import invite
    from aimwell.contexts.reports.sharing.keys import key_of
    from aimwell.contexts.theory.models import Cause, Inquiry, Part
    from aimwell.core.history.models import Event
    from aimwell.demo.queries import find_person
    from aimwell.domain.access import Rung
    from integration.offices_world import offices_world
    from integration.signin_world import sign_in_world
    from integration.workspace import things_of_tools

    ana, team = find_person("ana"), Team.objects.get(name=TEAM)
    inquiry = Inquiry.objects.get(owner_team=team)
    measure = Measure.objects.get(owner_team=team, name=MEASURE)
    cycles = Cycle.objects.filter(owner_team=team).order_by("number")
    put_in = apply_import(by=ana, data_import=start_import(by=ana, measure=measure, text="2026-01-05\t9/24"))
    opened = cycles.filter(rung=Rung.NETWORK_UNNAMED).first()
    return {
        "team": team.pk,
        "new_team": Team.objects.get(name=NEW_TEAM).pk,
        "token": invite(by=ana, team=team).token,
        "inquiry": inquiry.pk,
        "cause": Cause.objects.filter(bone__inquiry=inquiry, ended_at=None).first().pk,
        "part_kind": "theory.part",
        "part": Part.objects.filter(inquiry=inquiry, kind="primary", ended_at=None).first().pk,
        "changed_event": Event.objects.filter(scope_id=inquiry.owner_team_id, verb="changed").last().pk,
        "idea": Part.objects.filter(inquiry=inquiry, kind="idea", ended_at=None).first().pk,
        "measure": measure.pk,
        "series": measure.series.exclude(name="").first().pk,
        "day": "2026-01-05",
        "import": start_import(by=ana, measure=measure, text=ODD).pk,
        "import_done": put_in.pk,
        "cycle": cycles.last().pk,
        **_cycles(ana, inquiry, measure),
        **_lists(ana, team.org),
        **{key: thing.pk for key, thing in sign_in_world(ana, team, team.org).items()},
        **{key: thing.pk for key, thing in offices_world(team.org, team).items()},
        **{key: getattr(thing, "pk", thing) for key, thing in things_of_tools(ana, team, inquiry).items()},
        "slug": "clark",
        "code": "abcd-efgh",
        "google": "google",
        "outside_role": "hub",
        "other_org": _other_org(ana),
        "membership": team.memberships.get(name="Devon Park").pk,
        "share_kind": "cycle",
        "term": "problem",
        "kind_theory": "theory",
        "kind_measure": "measure",
        "share_key": key_of("cycle", opened.pk),
        "cycle_done": cycles.filter(state="done").first().pk,
    }


def _other_org(ana: Any) -> int:
    """A district which Ana looks after, and to which her school could move."""
    from aimwell.contexts.orgs.models import OrgKind
    from aimwell.contexts.orgs.services import create_org
    from aimwell.contexts.people.models import OrgRole

    other = create_org(kind=OrgKind.DISTRICT, name="Clark")
    OrgRole.objects.create(org=other, user=ana, kind="org_admin")
    return other.pk


def _cycles(ana: Any, inquiry: Any, measure: Any) -> dict[str, int]:
    """A draft, one in Do with everything in it, and one set aside."""
    from django.utils import timezone

    from aimwell.contexts.cycles.services import add_entry, amend_prediction, draft_cycle, set_aside, start_do

    today = timezone.localdate()
    plan = {
        "inquiry": inquiry,
        "measure": measure,
        "look_on": today,
        "kind": "range",
        "low": 8,
        "high": 12,
        "out_of": 24,
    }
    draft, gone = (draft_cycle(by=ana, try_what=what, **plan) for what in ("A card", "A bell"))
    doing = start_do(by=ana, cycle=draft_cycle(by=ana, try_what="A quiet corner", **plan))
    amend_prediction(by=ana, cycle=doing, reason="Two moved away", kind="at_least", low=7, out_of=22)
    add_entry(by=ana, cycle=doing, kind="surprise", text="Two argued in Spanish", happened_on=today)
    add_entry(by=ana, cycle=doing, kind="count", count=9, out_of=22, place="Room 12", happened_on=today)
    set_aside(by=ana, cycle=gone)
    return {"cycle_draft": draft.pk, "cycle_doing": doing.pk, "cycle_aside": gone.pk}


def _lists(ana: Any, org: Any) -> dict[str, int]:
    """Staff lists of Ana's school, which she looks after: in, to look at with all that may come, refused, waiting."""
    from django.core.files.base import ContentFile

    from aimwell.contexts.people.models import OrgRole
    from aimwell.contexts.people.rosters.services import apply_list, read_list, start_list

    OrgRole.objects.create(org=org, user=ana, kind="org_admin")

    def read(text: str) -> Any:
        upload = ContentFile(text.encode(), name="staff.csv")
        return read_list(roster_import=start_list(by=ana, org=org, upload=upload, whole=True))

    done = apply_list(by=ana, roster_import=read("name,email,school\nBo Park,bo@x.org,Annex\nCy Lee,cy@x.org,Annex\n"))
    ready = read("name,email,school\nBo Parker,bo@x.org,Annex\nDi Moss,no mail,Barn\nEl Vo,el@x.org,\n")
    waiting = start_list(by=ana, org=org, upload=ContentFile(b"name,school\n", name="staff.csv"))
    return {
        "org": org.pk, "staff_list": ready.pk, "list_done": done.pk, "list_refused": read("a,b\n").pk,
        "list_waiting": waiting.pk,
    }  # fmt: skip
