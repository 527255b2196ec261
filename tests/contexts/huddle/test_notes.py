"""A sentence of the notes becomes part of the cycle; nobody types it twice."""

import uuid

import pytest
from django.utils import timezone

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.huddle import services
from aimwell.contexts.meetings.huddle.models import NoteLine, NoteUse
from aimwell.contexts.meetings.huddle.services.notes import put_line_back
from aimwell.domain.errors import Refused

ONE, TWO = "They read the card, then stop.", "Room 14 ran out of time."


@pytest.fixture
def noted(ana, running):
    services.add_line(by=ana, meeting=running, text=f"{ONE} {TWO}")
    running.refresh_from_db()
    return running


def test_lines_of_two_people_and_of_one_phone_twice_come_in_once_each(ana, devon, running):
    key = uuid.uuid4()
    for _ in range(2):
        services.add_line(by=ana, meeting=running, text="From Ana", key=key)
    services.add_line(by=devon, meeting=running, text="From Devon")
    running.refresh_from_db()
    assert running.notes == "From Ana\nFrom Devon"
    with pytest.raises(Refused, match="words_needed"):
        services.add_line(by=ana, meeting=running, text="  ")


def test_a_line_can_be_taken_out_and_put_back(page, ana, running, part):
    page(ana, f"/meetings/{running.pk}/huddle/lines/", {"text": "A slip", "item": part("surprise").pk})
    line = NoteLine.objects.get()
    assert line.item == part("surprise")
    page(ana, f"/note-lines/{line.pk}/take-back/", {})
    running.refresh_from_db()
    assert running.notes == ""
    page(ana, f"/note-lines/{line.pk}/again/", {})
    running.refresh_from_db()
    assert running.notes == "A slip"


@pytest.mark.ac("S1 R-56")
@pytest.mark.parametrize(("place", "field"), [("study", "learned"), ("act", "decision_reason")])
def test_a_sentence_goes_to_study_or_act_and_can_come_back(page, ana, noted, studying, place, field):
    cycles.save_study(by=ana, cycle=studying, version=None, **{field: "What stood there."})
    address = f"/meetings/{noted.pk}/huddle/send/"
    for _ in range(2):
        page(ana, address, {"sentence": [ONE], "place": place})
    studying.refresh_from_db()
    assert getattr(studying, field) == f"What stood there.\n{ONE}"
    use = NoteUse.objects.get()
    assert (use.cycle, use.field, use.text) == (studying, field, ONE)
    page(ana, f"/note-uses/{use.pk}/undo/", {})
    studying.refresh_from_db()
    assert getattr(studying, field) == "What stood there."


@pytest.mark.ac("S1 R-55")
@pytest.mark.ac("S1 R-56")
def test_a_sentence_goes_to_do_with_the_day_of_the_meeting(ana, noted, studying):
    (use,) = services.send(by=ana, meeting=noted, chosen=[TWO], place="do")
    assert (use.entry.text, use.entry.happened_on) == (TWO, noted.on)
    assert use.entry.seen_by.startswith("from the huddle of ")
    services.undo_use(by=ana, use=use)
    use.entry.refresh_from_db()
    assert use.entry.ended_at is not None


@pytest.mark.ac("S1 R-56")
def test_a_sentence_goes_to_plan_of_a_draft_or_of_the_next_cycle(ana, noted, studying, part):
    with pytest.raises(Refused, match="not_open_for_notes"):
        services.send(by=ana, meeting=noted, chosen=[ONE], place="plan")
    done = services.choose(
        by=ana, meeting=noted, cycle=studying, version=None, decision="repeat", decision_reason="Too short",
        learned="Cards help", result=8, result_out_of=24,
    )  # fmt: skip
    noted.refresh_from_db()
    (use,) = services.send(by=ana, meeting=noted, chosen=[ONE], place="plan")
    done.successor.refresh_from_db()
    assert (use.cycle, use.field, done.successor.because) == (done.successor, "because", ONE)
    (study,) = services.send(by=ana, meeting=noted, chosen=[TWO], place="study")
    studying.refresh_from_db()
    assert studying.learned == f"Cards help\n{TWO}"
    services.undo_use(by=ana, use=study)
    studying.refresh_from_db()
    assert studying.learned == "Cards help"


def test_what_was_reworded_since_stays(ana, noted, studying):
    (use,) = services.send(by=ana, meeting=noted, chosen=[ONE], place="study")
    cycles.save_study(by=ana, cycle=studying, version=None, learned="In other words.")
    with pytest.raises(Refused, match="reworded_since"):
        services.undo_use(by=ana, use=use)
    studying.refresh_from_db()
    assert studying.learned == "In other words."


def test_only_what_stands_in_the_notes_is_sent(ana, noted, team):
    with pytest.raises(Refused, match="choose_sentence"):
        services.send(by=ana, meeting=noted, chosen=["Made up."], place="study")
    with pytest.raises(Refused, match="choose_sentence"):
        services.send(by=ana, meeting=noted, chosen=[], place="study")


def test_a_meeting_without_a_cycle_says_so(ana, team):
    alone = meetings.add_meeting(by=ana, team=team, kind="other", on=timezone.localdate())
    alone = meetings.write_notes(by=ana, meeting=alone, version=None, notes="One.")
    with pytest.raises(Refused, match="no_cycle_here"):
        services.send(by=ana, meeting=alone, chosen=["One."], place="do")


def test_a_line_that_was_not_taken_out_is_not_put_in_again(ana, running):
    line = services.add_line(by=ana, meeting=running, text="A slip")
    meetings.write_notes(by=ana, meeting=running, version=None, notes="Reworded since")
    put_line_back(by=ana, line=line)
    running.refresh_from_db()
    assert running.notes == "Reworded since"
