import uuid

import pytest

from aimwell.contexts.theory.models import Link, Part
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.contexts.theory.services import (
    abandon,
    add_bone,
    add_cause,
    add_part,
    change_part,
    connect_causes,
    link_parts,
    move_part,
    record_evidence,
    reorder,
    restore,
    set_aside,
    start_inquiry,
    take_up,
    unlink_parts,
)
from aimwell.core.history.queries import events_of
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit


def parents(part):
    return sorted(str(link.parent) for link in part.links_up.filter(ended_at=None))


def test_add_part_with_two_parents_in_one_act(tree):
    assert parents(tree.way_in) == ["None"]
    assert parents(tree.think) == ["Everyone has a way into the talk", "It is safe to be unsure"]


def test_add_part_with_the_same_key_makes_one_part_and_one_line(ana, inquiry, tree):
    key = uuid.uuid4()
    facts = {"by": ana, "inquiry": inquiry, "kind": "idea", "text": "Favorite mistake", "parents": [tree.think]}
    assert add_part(**facts, key=key) == add_part(**facts, key=key)
    assert Part.objects.filter(text="Favorite mistake").count() == 1
    assert Link.objects.filter(child__text="Favorite mistake").count() == 1


def test_add_part_refuses_whoever_is_not_in_the_team(inquiry, outsiders):
    for user in outsiders:
        with pytest.raises(NotAllowed):
            add_part(by=user, inquiry=inquiry, kind="primary", text="A")
    assert Part.objects.count() == 0


def test_change_part_from_an_old_version_stores_nothing(ana, devon, tree):
    change_part(by=devon, part=tree.minute, version=1, text="One quiet minute")
    with pytest.raises(StaleEdit) as stale:
        change_part(by=ana, part=tree.minute, version=1, text="A whisper minute")
    assert (stale.value.mine, stale.value.theirs) == ({"text": "A whisper minute"}, {"text": "One quiet minute"})
    tree.minute.refresh_from_db()
    assert tree.minute.text == "One quiet minute"


@pytest.mark.parametrize(
    ("parent", "child", "code"),
    [
        ("think", "way_in", "loop"),
        ("minute", "think", "loop"),
        ("think", "think", "loop"),
        ("safe", "think", "already_linked"),
        ("way_in", "safe", "wrong_link"),
    ],
)
def test_link_parts_refuses(ana, tree, parent, child, code):
    before = Link.objects.count()
    with pytest.raises(Refused) as refusal:
        link_parts(by=ana, parent=getattr(tree, parent), child=getattr(tree, child))
    assert refusal.value.code == code
    assert Link.objects.count() == before


def test_link_and_unlink_keep_history(ana, tree):
    idea = tree.minute
    link = link_parts(by=ana, parent=tree.safe, child=idea)
    assert parents(idea) == ["It is safe to be unsure", "Time to think before talking"]
    unlink_parts(by=ana, parent=tree.safe, child=idea)
    assert parents(idea) == ["Time to think before talking"]
    assert [event.verb for event in events_of(link)] == ["set_aside", "linked"]
    restore(by=ana, thing=link)
    assert parents(idea) == ["It is safe to be unsure", "Time to think before talking"]


def test_link_to_a_part_of_other_work_is_refused(ana, team, tree):
    other = add_part(by=ana, inquiry=start_inquiry(by=ana, team=team), kind="primary", text="Elsewhere")
    with pytest.raises(NotFound):
        link_parts(by=ana, parent=other, child=tree.minute)
    assert parents(tree.minute) == ["Time to think before talking"]


def test_move_part_replaces_one_parent(ana, tree):
    move_part(by=ana, child=tree.minute, old=tree.think, new=tree.safe)
    assert parents(tree.minute) == ["It is safe to be unsure"]


def test_move_part_keeps_the_old_line_where_the_new_one_is_refused(ana, tree):
    with pytest.raises(Refused):
        move_part(by=ana, child=tree.think, old=tree.safe, new=tree.minute)
    assert parents(tree.think) == ["Everyone has a way into the talk", "It is safe to be unsure"]


@pytest.mark.ac("S0 R-89")
def test_a_driver_set_aside_comes_back_with_all_its_lines(ana, inquiry, tree):
    def lines():
        theory = inquiry_view(ana, inquiry.pk).theory
        return {(theory.by_id[above].label, part.label) for part in theory.parts for above in theory.parents(part.id)}

    before = lines()
    set_aside(by=ana, thing=tree.think, reason="We look at it again in May")
    assert lines() == set()
    restore(by=ana, thing=tree.think)
    assert lines() == before
    assert before == {
        ("Everyone has a way into the talk", "Time to think before talking"),
        ("It is safe to be unsure", "Time to think before talking"),
        ("Time to think before talking", "A quiet minute to rehearse"),
    }


def test_abandon_needs_a_reason_and_can_be_taken_back(ana, tree):
    with pytest.raises(Refused) as refusal:
        abandon(by=ana, part=tree.minute, version=1, reason="")
    assert refusal.value.code == "reason_needed"
    gone = abandon(by=ana, part=tree.minute, version=1, reason="No difference in Room 9")
    assert (gone.abandoned_because, gone.ended_at) == ("No difference in Room 9", None)
    assert take_up(by=ana, part=gone).abandoned_because == ""


def test_connect_causes_keeps_before_and_after(ana, cause, tree):
    connect_causes(by=ana, part=tree.minute, causes=[cause])
    connect_causes(by=ana, part=tree.minute, causes=[cause])
    assert list(tree.minute.causes.all()) == [cause]
    assert [(event.before, event.after) for event in events_of(tree.minute)][:1] == [
        ({"causes": []}, {"causes": [cause.pk]})
    ]
    assert events_of(tree.minute).filter(verb="changed").count() == 1


def test_connect_causes_of_other_work_is_refused(ana, team, tree):
    bone = add_bone(by=ana, inquiry=start_inquiry(by=ana, team=team), name="Time")
    with pytest.raises(NotFound):
        connect_causes(by=ana, part=tree.minute, causes=[add_cause(by=ana, bone=bone, text="A")])
    assert tree.minute.causes.count() == 0


def test_record_evidence_fills_the_circle_up_to_the_aim_s_drivers(ana, inquiry, tree):
    record_evidence(by=ana, idea=tree.minute, tests=3, held_settings=2)
    quarters = inquiry_view(ana, inquiry.pk).quarters
    assert {part.text: quarters[str(part.pk)] for part in (tree.minute, tree.think, tree.way_in, tree.safe)} == {
        "A quiet minute to rehearse": 3,
        "Time to think before talking": 3,
        "Everyone has a way into the talk": 3,
        "It is safe to be unsure": 3,
    }


def test_reorder_stops_at_the_end(ana, tree):
    reorder(by=ana, thing=tree.way_in, step=1)
    reorder(by=ana, thing=tree.way_in, step=1)
    order = Part.objects.filter(kind="primary").values_list("text", flat=True)
    assert list(order) == ["It is safe to be unsure", "Everyone has a way into the talk"]


@pytest.mark.ac("S1 R-17")
def test_an_idea_without_a_line_is_listed_as_a_loose_end(ana, inquiry, tree):
    loose = add_part(by=ana, inquiry=inquiry, kind="idea", text="Estimation openers")
    found = [(end.kind, end.part) for end in inquiry_view(ana, inquiry.pk).loose_ends]
    assert ("orphan", str(loose.pk)) in found
    assert ("orphan", str(tree.minute.pk)) not in found
