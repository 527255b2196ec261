import datetime as dt
import io
import json

import pytest
from django.core.management import call_command
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, Entry
from aimwell.contexts.measures.models import DataImport, Measure, Observation
from aimwell.contexts.orgs.models import Network, Org, Team, TeamKind
from aimwell.contexts.people.models import Membership, User
from aimwell.contexts.reports.handover.models import Keeping
from aimwell.contexts.theory.models import Inquiry
from aimwell.core.history.models import Event
from aimwell.core.history.retention import drop_before
from aimwell.demo.build.world import build_world, clear_world, made_with
from aimwell.demo.truths import LOCAL_TEAMS

COUNTED = (Org, Network, Team, User, Membership, Inquiry, Measure, Observation, DataImport, Cycle, Entry, Event)


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in COUNTED}


def fingerprint() -> str:
    """Everything that a reader of the demo could tell apart, without primary keys."""
    numbers = Observation.objects.order_by(
        "series__measure__owner_team__org__name", "series__measure__name", "series__name", "observed_on"
    )
    fields = ("series__measure__name", "series__name", "observed_on", "value", "note", "ended_at")
    cycles = Cycle.objects.order_by("owner_team__org__name", "owner_team__name", "number")
    facts = ("owner_team__name", "number", "state", "try_what", "locked_at", "result", "decision", "rung", "done_at")
    happened = Event.objects.order_by("at", "verb", "target_label", "actor_name")
    return json.dumps(
        [list(numbers.values_list(*fields)), list(cycles.values_list(*facts)),
         sorted(map(str, happened.exclude(verb="seeded").values_list("at", "verb", "actor_name", "reason")))],
        default=str,
    )  # fmt: skip


def test_it_says_in_plain_words_what_it_made(demo):
    assert demo.splitlines() == [
        "Made the demo world with seed 7. All of it is invented:",
        "  8 districts with 24 schools",
        "  21 local improvement teams, 8 district teams, 5 other teams",
        "  46 people, none of them real",
        "  48 cycles",
        "  30 measures with 491 counts",
    ]


def test_a_second_run_changes_nothing_and_says_so(demo):
    before, out = counts(), io.StringIO()
    call_command("seed_demo", seed=7, stdout=out)
    assert out.getvalue() == "The demo world is already here (seed 7, 2027-02-09). Nothing changed.\n"
    assert counts() == before


def test_another_seed_asks_for_a_reset(demo):
    before, out = counts(), io.StringIO()
    call_command("seed_demo", seed=8, stdout=out)
    assert (
        out.getvalue().splitlines()[1] == "For another seed, add --reset: it takes this world away and makes a new one."
    )
    assert counts() == before


def test_the_same_seed_gives_the_same_world_and_a_reset_leaves_no_rest(demo):
    first = fingerprint()
    clear_world()
    assert {model.__name__: model.objects.count() for model in COUNTED if model is not Event} == dict.fromkeys(
        (model.__name__ for model in COUNTED if model is not Event), 0
    )
    drop_before(dt.datetime(2100, 1, 1, tzinfo=dt.UTC))  # history outlives a reset; the comparison needs it gone
    build_world(seed=7, today=dt.date(2027, 2, 9))
    assert fingerprint() == first
    assert made_with() == {"seed": 7, "today": "2027-02-09"}


def test_a_reset_leaves_real_people_and_their_teams_alone(demo, person):
    from aimwell.contexts.people.services import start_team

    real = start_team(by=person("Real Reader"), name="A real team")
    clear_world()
    assert list(Team.objects.all()) == [real]
    assert [user.name for user in User.objects.all()] == ["Real Reader"]


def test_a_reset_works_after_somebody_handed_work_on(demo):
    place = Membership.objects.filter(user__isnull=False).first()
    Keeping.objects.create(team=place.team, kind="cycle", object_id=1, title="A cycle", holder=place)
    clear_world()
    assert (Keeping.objects.count(), Team.objects.count(), User.objects.count()) == (0, 0, 0)


def test_everything_is_marked_synthetic(demo):
    assert User.objects.filter(synthetic=False).count() == 0
    assert Team.objects.filter(synthetic=False).count() == 0
    assert all(not user.has_usable_password() for user in User.objects.all())


@pytest.mark.ac("S3 R-1")
def test_eight_districts_and_their_local_teams(demo):
    found = {
        district.name: Team.objects.filter(kind=TeamKind.LIT, org__parent=district).count()
        for district in Org.objects.filter(kind="district")
    }
    assert found == {
        "Alder": 4, "Birch": 7, "Cedar": 3, "Dune": 0, "Estuary": 2, "Fern Valley": 3, "Gull": 0, "Heron": 2,
    }  # fmt: skip
    assert sorted(found.values()) == sorted(LOCAL_TEAMS.values())
    assert Team.objects.filter(kind=TeamKind.DIT).count() == 8
    assert Network.objects.get().orgs.count() == 8


def test_nothing_happens_after_today_or_before_it_could(demo):
    now = timezone.make_aware(dt.datetime(2027, 2, 9, 9))
    assert Event.objects.filter(at__gt=now).count() == 0
    assert Observation.objects.filter(observed_on__gt=now.date()).count() == 0
    assert Cycle.objects.filter(locked_at__gt=now).count() == 0
    assert [entry.pk for entry in Entry.objects.all() if timezone.localdate(entry.created_at) < entry.happened_on] == []


def test_history_goes_back_to_august(demo):
    assert timezone.localdate(Event.objects.exclude(verb="seeded").earliest("at").at) == dt.date(2026, 8, 10)
