"""Room 12 and friends: the numbers that can be followed from page to page."""

import datetime as dt

from tests.contexts.demo.test_truths import lead_of

from aimwell.contexts.cycles.models import Cycle, Entry
from aimwell.contexts.cycles.queries.facts import verdict_of
from aimwell.contexts.measures.models import Annotation, Series
from aimwell.contexts.measures.queries import chart_of
from aimwell.contexts.theory.models import Aim, Bone, Cause, Inquiry, Part
from aimwell.demo.queries import measure_of, team_of


def chart(series: str = ""):
    measure = measure_of("room12", "explains-to-partner")
    line = Series.objects.get(measure=measure, name=series) if series else None
    return chart_of(lead_of("room12"), measure, line)


def test_the_last_week_is_39_of_72(demo):
    reading = chart().reading
    last = reading.last
    assert (last.on, last.numerator, last.denominator, round(last.value)) == (dt.date(2027, 2, 1), 39, 72, 54)
    assert len(reading.points) == 18


def test_the_middle_was_34_and_is_46(demo):
    before, after = chart().reading.phases
    assert (round(before.centre), round(after.centre)) == (34, 46)
    assert (after.starts, after.reason) == (dt.date(2026, 11, 9), "Sentence starters in all three rooms")
    assert (after.against_earlier.length, after.against_earlier.first) == (10, dt.date(2026, 11, 9))


def test_the_last_five_weeks(demo):
    rows = [(point.numerator, point.denominator, round(point.value)) for point in chart().reading.points[-5:]]
    assert rows == [(29, 71, 41), (35, 72, 49), (37, 71, 52), (36, 70, 51), (39, 72, 54)]


def test_the_rooms(demo):
    rooms = {name: chart(name).reading for name in ("Room 12", "Room 14", "Room 9")}
    assert {name: round(reading.last.value) for name, reading in rooms.items()} == {
        "Room 12": 67,
        "Room 14": 46,
        "Room 9": 50,
    }
    assert {name: int(reading.points[0].denominator) for name, reading in rooms.items()} == {
        "Room 12": 24,
        "Room 14": 26,
        "Room 9": 22,
    }
    assert (round(rooms["Room 12"].phases[1].centre), round(rooms["Room 9"].phases[1].centre)) == (52, 41)


def test_breaks_carry_the_name_of_their_days(demo):
    marks = Annotation.objects.filter(measure=measure_of("room12", "explains-to-partner"), kind="break")
    assert list(marks.values_list("label", "starts_on")) == [
        ("Thanksgiving", dt.date(2026, 11, 23)), ("Winter break", dt.date(2026, 12, 21)),
    ]  # fmt: skip


def test_the_multilingual_learners(demo):
    phases = chart_of(lead_of("room12"), measure_of("room12", "multilingual")).reading.phases
    assert [round(phase.centre) for phase in phases] == [21, 35]


def test_problem_causes_and_aim(demo):
    inquiry = Inquiry.objects.get(owner_team=team_of("room12"))
    assert inquiry.problem == "Most students wait for someone else to give a reason."
    assert Bone.objects.filter(inquiry=inquiry).count() == 6
    top = Cause.objects.filter(bone__inquiry=inquiry, parent=None)
    assert (top.count(), top.exclude(ended_at=None).count(), top.filter(status="contradicted").count()) == (14, 3, 1)
    aim = Aim.objects.get(inquiry=inquiry)
    assert (aim.baseline, aim.target, aim.by_when) == (34, 65, dt.date(2027, 5, 28))


def test_the_theory_has_two_loose_ends(demo):
    parts = Part.objects.filter(inquiry__owner_team=team_of("room12"))
    assert [parts.filter(kind=kind).count() for kind in ("primary", "secondary", "idea")] == [3, 6, 8]
    secondary = parts.filter(kind="secondary")
    assert [part.text for part in secondary if not part.links_down.exists()] == ["Math from students’ own lives"]
    assert set(secondary.filter(measure=None).values_list("text", flat=True)) == {
        "Math from students’ own lives", "How adults answer a wrong idea",
    }  # fmt: skip


def test_three_cycles_the_third_in_study(demo):
    cycles = list(Cycle.objects.filter(owner_team=team_of("room12")).order_by("number"))
    assert [(c.number, c.state, c.decision) for c in cycles] == [
        (1, "done", "adapt"), (2, "done", "repeat"), (3, "studying", ""),
    ]  # fmt: skip
    assert [(c.result, c.result_out_of) for c in cycles] == [(8, 24), (13, 24), (27, 50)]
    assert [verdict_of(c).held for c in cycles] == [False, True, False]
    assert [c.predecessor for c in cycles] == [None, cycles[0], cycles[1]]
    third = cycles[2]
    assert (third.kind, third.low, third.high, third.out_of, third.learned) == ("range", 30, 36, 50, "")
    assert third.locked_at.astimezone().strftime("%Y-%m-%d") == "2027-01-11"


def test_22_of_24_planned_counts_came_in(demo):
    third = Cycle.objects.get(owner_team=team_of("room12"), number=3)
    rows = Entry.objects.filter(cycle=third)
    came = {room: rows.filter(kind="count", place=room).count() for room in ("Room 12", "Room 14")}
    assert (third.planned_counts, came) == (24, {"Room 12": 12, "Room 14": 10})
    assert list(rows.filter(kind="missed").values_list("text", flat=True)) == ["Fire drill.", "A substitute, no count."]
    middle = {room: sorted(rows.filter(kind="count", place=room).values_list("count", flat=True)) for room in came}
    assert (middle["Room 12"][5:7], middle["Room 14"][4:6]) == ([16, 16], [11, 11])
