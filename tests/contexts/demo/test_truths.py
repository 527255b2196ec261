"""What the world was made to hold is what the product finds in it."""

import pytest

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.cycles.queries.facts import verdict_of
from aimwell.contexts.measures.models import Observation, Series
from aimwell.contexts.measures.queries import chart_of
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import Membership, User
from aimwell.contexts.theory.models import Cause, Inquiry, Part, PartKind
from aimwell.demo import truths
from aimwell.demo.build.people import email_of
from aimwell.demo.queries import measure_of, team_of
from aimwell.demo.truths import Finding
from aimwell.demo.worlds.attendance_case import BLAMING, SAID_AGAIN
from aimwell.demo.worlds.bayline import DISTRICTS, DRIVERS
from aimwell.demo.worlds.teams import BY_KEY


def lead_of(key: str) -> User:
    return User.objects.get(email=email_of(BY_KEY[key].lead))


def reading_of(truth: truths.Chart):
    measure = measure_of(truth.team, truth.measure)
    series = Series.objects.get(measure=measure, name=truth.series) if truth.series else None
    return chart_of(lead_of(truth.team), measure, series).reading


def found(reading) -> Finding:
    if reading.flat:
        return Finding.SAME
    if reading.points_wanted:
        return Finding.TOO_FEW
    if reading.shift is not None:
        return Finding.SHIFT
    return Finding.QUIET if not any(phase.runs_signal for phase in reading.phases) else Finding.SHIFT


@pytest.mark.parametrize("truth", truths.CHARTS, ids=lambda truth: f"{truth.team}-{truth.measure}-{truth.series}")
def test_a_chart_says_what_was_put_in(demo, truth):
    assert found(reading_of(truth)) == truth.says, truth.why


def test_the_false_alarm_looks_like_a_change(demo):
    values = [point.value for point in reading_of(truths.CHARTS[6]).points]
    assert truths.CHARTS[6].team == "sorrel-lane"
    assert min(values[-3:]) > max(values[:-3])


def test_the_signal_without_a_cause_ended_before_anything_was_tried(demo):
    shift = reading_of(truths.CHARTS[7]).shift
    first = Cycle.objects.get(owner_team=team_of("gable"))
    assert not shift.ongoing
    assert shift.last < first.locked_at.date()


def finished(team: str) -> list[Cycle]:
    return list(Cycle.objects.filter(owner_team=team_of(team), state=CycleState.DONE).order_by("number"))


@pytest.mark.parametrize("truth", [truths.MISSED_AND_LEARNED, truths.FLAGSHIP], ids=lambda truth: truth.team)
def test_predictions_met_and_missed(demo, truth):
    cycles = finished(truth.team)
    assert tuple(verdict_of(cycle).held for cycle in cycles) == truth.met
    assert cycles[1].predecessor == cycles[0]
    assert cycles[0].learned.strip() != ""
    assert cycles[1].locked_at > cycles[0].done_at


def test_the_stalled_ramp_has_a_draft_that_nobody_started(demo):
    first, waiting = Cycle.objects.filter(owner_team=team_of(truths.STALLED)).order_by("number")
    assert (first.state, first.decision, waiting.state, waiting.predecessor) == ("done", "adapt", "draft", first)


def test_spread_without_depth(demo):
    team, number = truths.SPREAD_WITHOUT_DEPTH
    cycles = finished(team)
    assert (len(cycles), len({cycle.idea_id for cycle in cycles})) == (number, number)
    assert [cycle.predecessor for cycle in cycles] == [None] * number


def test_a_team_without_data_and_a_team_of_one(demo):
    assert Observation.objects.filter(series__measure__owner_team=team_of(truths.NO_DATA)).count() == 0
    assert Membership.objects.filter(team=team_of(truths.ONE_MEMBER)).count() == 1


@pytest.mark.parametrize("pair", truths.SAME_NAME, ids="-".join)
def test_same_name_in_two_districts(demo, pair):
    one, other = map(team_of, pair)
    assert one.name == other.name
    assert one.org.parent != other.org.parent


def test_contradicted_causes(demo):
    for team, text in truths.CONTRADICTED:
        cause = Cause.objects.get(text=text, bone__inquiry__owner_team=team_of(team))
        assert (cause.status, bool(cause.how_known)) == ("contradicted", True)


def test_abandoned_ideas_keep_their_reason(demo):
    for team, idea, reason in truths.ABANDONED:
        assert Part.objects.get(text=idea, inquiry__owner_team=team_of(team)).abandoned_because == reason


def test_work_stands_on_every_rung(demo):
    assert {rung: Inquiry.objects.get(owner_team=team_of(team)).rung for rung, team in truths.OPENED.items()} == {
        rung: int(rung) for rung in truths.OPENED
    }


@pytest.mark.ac("S3 R-17")
def test_six_of_seven_drivers_are_covered(demo):
    districts = {district.name: district.key for district in DISTRICTS}
    covered = {number: set() for number in DRIVERS}
    for number, text in DRIVERS.items():
        for team in Team.objects.filter(kind__in=["lit", "dit"]).select_related("org__parent"):
            if Part.objects.filter(inquiry__owner_team=team, kind=PartKind.PRIMARY, text=text).exists():
                covered[number].add(districts[(team.org.parent or team.org).name])
    assert {number: "".join(sorted(keys)) for number, keys in covered.items()} == truths.COVERED
    assert sum(bool(keys) for keys in covered.values()) == 6


@pytest.mark.ac("S4 R-12")
def test_the_cause_that_blamed_families_is_said_again_as_what_the_schedule_does(demo):
    new = Cause.objects.get(text=SAID_AGAIN)
    assert (new.came_from.text, new.came_how, new.status) == (BLAMING, "reframed", "supported")
    assert new.came_from.ended_at is not None
