"""Versions of an aim, where it stands, whom it leaves out, and what the team says beside its numbers."""

import datetime
import uuid

import pytest
from django.utils import timezone

from aimwell.contexts.measures.models import Annotation, Measure, Series
from aimwell.contexts.measures.services import create_measure, put_value
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.models import Aim, AimEdition
from aimwell.contexts.theory.queries import aim_look, inquiry_view
from aimwell.contexts.theory.services import (
    add_bone,
    add_cause,
    answer_outside,
    attach_measure,
    choose_equity,
    connect_aim_causes,
    say_status,
    set_aim,
    start_inquiry,
)
from aimwell.core.history.models import Event
from aimwell.demo.clock import as_if
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit

MAY, NOV = datetime.date(2027, 5, 28), datetime.date(2026, 11, 2)
WHOLE = {
    "what": "explain their reasoning to a partner", "for_whom": "our fifth graders", "baseline": 34,
    "baseline_on": NOV, "target": 65, "by_when": MAY,
}  # fmt: skip


def on(year, month, day):
    return as_if(timezone.make_aware(datetime.datetime(year, month, day, 15, 30)))


@pytest.fixture
def measure(ana, team):
    return create_measure(by=ana, team=team, name="Explains to a partner")


def count(ana, measure, day, top, of, series=""):
    with on(day.year, day.month, day.day):
        put_value(by=ana, measure=measure, on=day, numerator=top, denominator=of, series=series)


def look(user, inquiry, lang="en"):
    return aim_look(user, inquiry_view(user, inquiry.pk, lang=lang))


# Versions


@pytest.fixture
def written(ana, inquiry, measure):
    with on(2026, 11, 3):
        return set_aim(by=ana, inquiry=inquiry, measure=measure, **WHOLE)


@pytest.mark.ac("S2 R-18")
def test_another_target_makes_version_two_with_its_reason_and_a_mark_on_the_chart(ana, inquiry, measure, written):
    with on(2027, 1, 12):
        changed = set_aim(
            by=ana, inquiry=inquiry, version=1, measure=measure, reason="We are there in two rooms",
            **{**WHOLE, "target": 75},
        )  # fmt: skip
    assert (changed.edition, changed.edition_on, changed.target) == (2, datetime.date(2027, 1, 12), 75)
    old = AimEdition.objects.get()
    assert (old.number, old.target, old.by_when, old.measure, old.reason) == (
        1, 65, MAY, measure, "We are there in two rooms",
    )  # fmt: skip
    assert (old.started_on, old.ended_on) == (datetime.date(2026, 11, 3), datetime.date(2027, 1, 12))
    mark = Annotation.objects.get()
    assert (mark.measure, mark.label, mark.starts_on) == (
        measure, "Aim changed, version 2", datetime.date(2027, 1, 12),
    )  # fmt: skip
    measure.refresh_from_db()
    assert measure.target == 75


@pytest.mark.ac("S2 R-18")
def test_what_was_reached_stays_tied_to_the_aim_of_its_time(ana, inquiry, measure, written):
    with on(2027, 1, 12):
        set_aim(by=ana, inquiry=inquiry, measure=measure, **{**WHOLE, "target": 75, "by_when": MAY.replace(month=6)})
    count(ana, measure, datetime.date(2027, 5, 24), 70, 100)
    count(ana, measure, datetime.date(2027, 6, 21), 72, 100)
    with on(2027, 7, 1):
        found = look(ana, inquiry)
    assert (found.status.standing, found.status.value) == ("not_yet", 72)
    assert [(one.edition.number, one.status.standing, one.status.value) for one in found.earlier] == [(1, "met", 70)]
    assert found.earlier[0].sentence.replace("\u00a0", " ").startswith("From 34 % to 65 % of our fifth graders")


def test_on_its_first_day_a_change_without_a_reason_is_a_correction(ana, inquiry, written, measure):
    with on(2026, 11, 3):
        assert set_aim(by=ana, inquiry=inquiry, measure=measure, **{**WHOLE, "target": 56}).edition == 1
        assert set_aim(by=ana, inquiry=inquiry, measure=measure, reason="x", **{**WHOLE, "target": 65}).edition == 2


@pytest.mark.parametrize("change", [{"what": "explain"}, {"baseline": 33}, {"where": "Room 12"}, {"headcount": 72}])
def test_other_words_make_no_version(ana, inquiry, written, measure, change):
    with on(2027, 1, 12):
        assert set_aim(by=ana, inquiry=inquiry, measure=measure, **{**WHOLE, **change}).edition == 1
    assert not AimEdition.objects.exists()


def test_a_part_that_was_missing_makes_no_version(ana, inquiry, measure):
    with on(2026, 11, 3):
        set_aim(by=ana, inquiry=inquiry, what="explain")
    with on(2027, 1, 12):
        assert set_aim(by=ana, inquiry=inquiry, measure=measure, **WHOLE).edition == 1


def test_another_measure_makes_a_version_with_its_reason(ana, inquiry, team, written):
    other = create_measure(by=ana, team=team, name="Exit slip")
    with on(2027, 1, 12):
        assert attach_measure(by=ana, inquiry=inquiry, measure=other, reason="Quicker to count").edition == 2
        assert attach_measure(by=ana, inquiry=inquiry, measure=other).edition == 2
    assert AimEdition.objects.get().reason == "Quicker to count"


def test_a_stale_new_version_changes_nothing(ana, devon, inquiry, measure, written):
    with on(2027, 1, 12):
        set_aim(by=devon, inquiry=inquiry, version=1, measure=measure, **{**WHOLE, "what": "explain it"})
        with pytest.raises(StaleEdit) as stale:
            set_aim(by=ana, inquiry=inquiry, version=1, measure=measure, **{**WHOLE, "target": 80})
    assert stale.value.mine == {"what": WHOLE["what"], "target": 80}
    assert (AimEdition.objects.count(), Aim.objects.get().target) == (0, 65)


def test_a_double_submit_of_a_new_version_makes_one(ana, inquiry, measure, written):
    with on(2027, 1, 12):
        for _ in range(2):
            set_aim(by=ana, inquiry=inquiry, version=1, measure=measure, reason="why", **{**WHOLE, "target": 80})
    assert (AimEdition.objects.count(), Annotation.objects.count(), Aim.objects.get().edition) == (1, 1, 2)


# Where it stands


@pytest.mark.ac("S2 R-15")
def test_met_is_computed_and_the_word_of_the_team_stands_beside(ana, inquiry, measure, written):
    count(ana, measure, datetime.date(2027, 5, 24), 58, 100)
    aim = say_status(by=ana, inquiry=inquiry, version=1, team_says="met", team_says_because="All rooms but one")
    with on(2027, 6, 1):
        found = look(ana, inquiry)
    assert (found.status.standing, found.status.short) == ("not_yet", "not yet")
    assert (aim.team_says, aim.team_says_because) == ("met", "All rooms but one")


@pytest.mark.ac("S2 R-15")
def test_the_word_of_the_team_needs_something_that_shows_it(ana, inquiry, written):
    with pytest.raises(Refused) as refused:
        say_status(by=ana, inquiry=inquiry, version=1, team_says="met", team_says_because=" ")
    assert refused.value.code == "status_needs_evidence"
    with pytest.raises(Refused):
        say_status(by=ana, inquiry=inquiry, version=1, team_says="won", team_says_because="x")
    assert Aim.objects.get().team_says == ""


def test_a_measure_that_is_not_shared_tells_a_reader_nothing(ana, inquiry, measure, written, outsiders):
    coach = outsiders[1]
    count(ana, measure, datetime.date(2027, 5, 24), 70, 100)
    share(by=ana, obj=inquiry, rung=Rung.COACH)
    with on(2027, 6, 1):
        assert (look(coach, inquiry).status.standing, look(coach, inquiry).status.value) == ("open", None)
        share(by=ana, obj=measure, rung=Rung.COACH)
        assert (look(coach, inquiry).status.standing, look(coach, inquiry).status.value) == ("met", 70)


def test_a_measure_in_another_unit_decides_nothing(ana, team, inquiry):
    minutes = create_measure(by=ana, team=team, name="Minutes", unit="number", unit_name="minutes")
    set_aim(by=ana, inquiry=inquiry, measure=minutes, **WHOLE)
    assert look(ana, inquiry).status.words.endswith("Still open: a measure that counts in the same unit.")


# Whom it leaves out


@pytest.mark.ac("S4 R-34")
def test_the_card_says_how_many_and_which_groups_and_keeps_the_answer(ana, inquiry, measure):
    seniors = {"what": "complete the aid form", "for_whom": "all seniors", "target": 90, "headcount": 420}
    set_aim(by=ana, inquiry=inquiry, measure=measure, **seniors)
    for name, top, of in (("East", 150, 200), ("North", 160, 190), ("Transfer", 12, 24), ("Night", 3, 6)):
        count(ana, measure, datetime.date(2027, 2, 1), top, of, name)
    found = look(ana, inquiry)
    assert found.gap.words == "When the target is met, 42 of 420 students are still outside it."
    told = "\n".join(found.gap.groups)
    assert "East: 50 of 200 are not there now" in told
    assert "Night: not shown." in told
    assert sum("not shown" in words for words in found.gap.groups) == 2  # one more, so that no subtraction tells it
    aim = answer_outside(
        by=ana, inquiry=inquiry, version=1, outside="A counselor asks each of them", outside_skipped=""
    )
    assert (aim.outside, aim.target) == ("A counselor asks each of them", 90)


def test_the_question_may_stay_open_for_a_reason_and_not_for_none(ana, inquiry, written):
    with pytest.raises(Refused) as refused:
        answer_outside(by=ana, inquiry=inquiry, version=1, outside=" ", outside_skipped="")
    assert refused.value.code == "outside_needs_words"
    aim = answer_outside(by=ana, inquiry=inquiry, version=1, outside="", outside_skipped="We ask in spring")
    assert aim.outside_skipped == "We ask in spring"


def test_groups_are_for_the_team_alone(ana, inquiry, measure, written, outsiders):
    for name in ("East", "North"):
        count(ana, measure, datetime.date(2027, 2, 1), 50, 100, name)
    for thing in (inquiry, measure):
        share(by=ana, obj=thing, rung=Rung.COACH)
    assert (len(look(ana, inquiry).gap.groups), look(outsiders[1], inquiry).gap.groups) == (2, ())


# How far that is


def test_realism_follows_from_the_stored_history(ana, inquiry, measure):
    """Products N-15."""
    for week, value in enumerate((20, 20, 30, 40, 90, 40, 50, 60)):
        count(ana, measure, datetime.date(2026, 9, 7) + datetime.timedelta(weeks=week), value, 100)
    short = {**WHOLE, "baseline": 40, "target": 60, "by_when": datetime.date(2026, 11, 16)}
    set_aim(by=ana, inquiry=inquiry, measure=measure, **short)
    assert look(ana, inquiry).pace.moves == (20, 10, 10, 10)
    assert look(ana, inquiry).realism[1].startswith("1 of 4 stretches of this length")


# Equity and root causes


@pytest.mark.ac("S2 R-16")
def test_equity_is_undecided_until_a_frame_or_a_reason_is_chosen(ana, inquiry, written):
    assert Aim.objects.get().get_equity_display() == "not decided yet"
    with pytest.raises(Refused) as refused:
        choose_equity(by=ana, inquiry=inquiry, version=1, equity="none")
    assert refused.value.code == "equity_needs_reason"
    choose_equity(by=ana, inquiry=inquiry, version=1, equity="none", equity_words="All of them are new to this")
    aim = choose_equity(by=ana, inquiry=inquiry, version=2, equity="groups", equity_words="Students new to English")
    assert (aim.equity, aim.equity_words) == ("groups", "Students new to English")
    with pytest.raises(Refused):
        choose_equity(by=ana, inquiry=inquiry, version=3, equity="fairness")


def test_equity_may_come_before_the_words_of_the_aim(ana, inquiry):
    assert choose_equity(by=ana, inquiry=inquiry, version=0, equity="furthest").what == ""


@pytest.mark.ac("S1 R-16")
def test_the_aim_answers_to_root_causes_of_its_own_effort(ana, team, inquiry, cause):
    aim = connect_aim_causes(by=ana, inquiry=inquiry, causes=[cause])
    assert list(aim.causes.all()) == [cause]
    connect_aim_causes(by=ana, inquiry=inquiry, causes=[cause])
    assert Event.objects.filter(target_type="theory.aim", verb="changed").count() == 1
    other = start_inquiry(by=ana, team=team)
    foreign = add_cause(by=ana, bone=add_bone(by=ana, inquiry=other, name="Time"), text="Elsewhere")
    with pytest.raises(NotFound):
        connect_aim_causes(by=ana, inquiry=inquiry, causes=[foreign])


def test_nobody_from_outside_writes_any_of_it(inquiry, written, outsiders):
    for user in outsiders:
        for act, facts in (
            (answer_outside, {"outside": "x", "outside_skipped": ""}), (choose_equity, {"equity": "groups"}),
            (say_status, {"team_says": "met", "team_says_because": "x"}),
        ):  # fmt: skip
            with pytest.raises(NotAllowed):
                act(by=user, inquiry=inquiry, version=1, **facts)
        with pytest.raises(NotAllowed):
            connect_aim_causes(by=user, inquiry=inquiry, causes=[])
    assert Aim.objects.get().version == 1


def test_one_key_one_aim(ana, inquiry):
    key = uuid.uuid4()
    assert {set_aim(by=ana, inquiry=inquiry, key=key, **WHOLE).pk for _ in range(2)} == {Aim.objects.get().pk}
    assert (Measure.objects.count(), Series.objects.count()) == (0, 0)
