"""Undo and redo on the driver diagram, and what it refuses to undo."""

import pytest
from django.urls import reverse

from aimwell.contexts.theory.models import Link, Part
from aimwell.contexts.theory.services import (
    abandon,
    add_part,
    change_part,
    connect_causes,
    link_parts,
    move_part,
    record_evidence,
    set_aside,
    take_back,
    unlink_parts,
)
from aimwell.contexts.theory.services.acts import acts_since, last_event
from aimwell.domain.errors import NotAllowed, NotFound, Refused


def url(name, *args):
    return reverse(f"theory:{name}", args=args)


def parents(part):
    return sorted(str(link.parent) for link in part.links_up.filter(ended_at=None))


def snapshot(inquiry):
    """All that an act may change, as it stands."""
    parts = [(*row, sorted(Part.causes.through.objects.filter(part=row[0]).values_list("cause", flat=True)))
             for row in Part.objects.filter(inquiry=inquiry).order_by("pk").values_list(
                 "pk", "text", "abandoned_because", "ended_reason", "measure")]  # fmt: skip
    lines = sorted(
        Link.objects.filter(child__inquiry=inquiry, ended_at=None).values_list("parent_id", "child_id"),
        key=lambda ends: (ends[0] or 0, ends[1]),
    )
    return parts, lines


ACTS = {
    "edit": lambda by, tree, cause: change_part(by=by, part=tree.minute, version=1, text="One quiet minute"),
    "link": lambda by, tree, cause: link_parts(by=by, parent=tree.safe, child=tree.minute),
    "unlink": lambda by, tree, cause: unlink_parts(by=by, parent=tree.think, child=tree.minute),
    "move": lambda by, tree, cause: move_part(by=by, child=tree.minute, old=tree.think, new=tree.safe),
    "abandon": lambda by, tree, cause: abandon(by=by, part=tree.minute, version=1, reason="no difference"),
    "set aside": lambda by, tree, cause: set_aside(by=by, thing=tree.minute, reason="later"),
    "causes": lambda by, tree, cause: connect_causes(by=by, part=tree.minute, causes=[cause]),
}


@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_taken_back_and_done_again(ana, inquiry, tree, cause, act):
    before, last = snapshot(inquiry), last_event()
    ACTS[act](ana, tree, cause)
    after = snapshot(inquiry)
    assert after != before
    undone = take_back(by=ana, inquiry=inquiry, events=[event.pk for event in acts_since(ana, last)])
    assert snapshot(inquiry) == before
    redone = take_back(by=ana, inquiry=inquiry, events=undone)
    assert snapshot(inquiry) == after
    take_back(by=ana, inquiry=inquiry, events=redone)
    assert snapshot(inquiry) == before


def test_a_part_that_was_added_goes_and_comes_back_with_its_lines(ana, inquiry, tree):
    last = last_event()
    new = add_part(by=ana, inquiry=inquiry, kind="idea", text="Starters", parents=[tree.think, tree.safe])
    undone = take_back(by=ana, inquiry=inquiry, events=[event.pk for event in acts_since(ana, last)])
    new.refresh_from_db()
    assert (new.ended_at is None, parents(new)) == (False, [])
    take_back(by=ana, inquiry=inquiry, events=undone)
    new.refresh_from_db()
    assert (new.ended_at is None, parents(new)) == (True, ["It is safe to be unsure", "Time to think before talking"])


@pytest.mark.parametrize("act", ["edit", "abandon", "set aside", "link"])
def test_what_somebody_else_changed_since_is_never_undone(ana, devon, inquiry, tree, cause, act):
    last = last_event()
    ACTS[act](ana, tree, cause)
    mine = [event.pk for event in acts_since(ana, last)]
    theirs = {
        "edit": lambda: change_part(by=devon, part=tree.minute, version=2, text="Theirs"),
        "abandon": lambda: take_back_of(devon, inquiry, tree),
        "set aside": lambda: restored(devon, tree),
        "link": lambda: unlink_parts(by=devon, parent=tree.safe, child=tree.minute),
    }
    theirs[act]()
    before = snapshot(inquiry)
    with pytest.raises(Refused) as refused:
        take_back(by=ana, inquiry=inquiry, events=mine)
    assert refused.value.code == "changed_since"
    assert snapshot(inquiry) == before


def take_back_of(by, inquiry, tree):
    from aimwell.contexts.theory.services import take_up

    take_up(by=by, part=tree.minute)


def restored(by, tree):
    from aimwell.contexts.theory.services import restore

    restore(by=by, thing=tree.minute)


def test_a_new_driver_on_which_somebody_hung_an_idea_stays(ana, devon, inquiry, tree):
    last = last_event()
    new = add_part(by=ana, inquiry=inquiry, kind="secondary", text="Starters", parents=[tree.safe])
    mine = [event.pk for event in acts_since(ana, last)]
    add_part(by=devon, inquiry=inquiry, kind="idea", text="Cards", parents=[new])
    with pytest.raises(Refused) as refused:
        take_back(by=ana, inquiry=inquiry, events=mine)
    assert refused.value.code == "held_since"
    assert parents(new) == ["It is safe to be unsure"]


def test_a_new_part_that_somebody_else_worked_on_stays(ana, devon, inquiry, tree):
    last = last_event()
    new = add_part(by=ana, inquiry=inquiry, kind="idea", text="Starters", parents=[tree.think])
    mine = [event.pk for event in acts_since(ana, last)]
    change_part(by=devon, part=new, version=1, text="Starters on cards")
    with pytest.raises(Refused) as refused:
        take_back(by=ana, inquiry=inquiry, events=mine)
    assert refused.value.code == "changed_since"
    new.refresh_from_db()
    assert (new.text, new.ended_at, parents(new)) == ("Starters on cards", None, ["Time to think before talking"])


def test_what_finished_cycles_say_of_an_idea_is_not_taken_back(ana, inquiry, tree):
    last = last_event()
    record_evidence(by=ana, idea=tree.minute, tests=2, held_settings=1)
    with pytest.raises(NotFound):
        take_back(by=ana, inquiry=inquiry, events=[event.pk for event in acts_since(ana, last)])
    tree.minute.refresh_from_db()
    assert (tree.minute.tests, tree.minute.settings_held) == (2, 1)


def test_the_acts_of_others_and_of_other_teams_are_not_there(ana, devon, inquiry, tree, outsiders):
    last = last_event()
    link_parts(by=devon, parent=tree.safe, child=tree.minute)
    theirs = [event.pk for event in acts_since(devon, last)]
    with pytest.raises(NotFound):
        take_back(by=ana, inquiry=inquiry, events=theirs)
    for user in outsiders:
        with pytest.raises(NotAllowed):
            take_back(by=user, inquiry=inquiry, events=theirs)


def words(response):
    return " ".join(response.content.decode().split())


def test_the_page_undoes_and_does_again_in_order(page, ana, inquiry, tree):
    page(ana, url("part_link", tree.minute.pk), {"parent": tree.safe.pk})
    page(ana, url("part", tree.minute.pk), {"text": "One minute", "version": 1})
    assert '<button class="link-button">Undo<span class="only-read">: One minute' in words(
        page(ana, url("drivers", inquiry.pk))
    )
    page(ana, url("drivers_undo", inquiry.pk), {})
    tree.minute.refresh_from_db()
    assert (tree.minute.text, len(parents(tree.minute))) == ("A quiet minute to rehearse", 2)
    page(ana, url("drivers_undo", inquiry.pk), {})
    assert parents(tree.minute) == ["Time to think before talking"]
    page(ana, url("drivers_undo", inquiry.pk), {})
    assert "nothing more to undo" in words(page(ana, url("drivers", inquiry.pk)))
    page(ana, url("drivers_redo", inquiry.pk), {})
    page(ana, url("drivers_redo", inquiry.pk), {})
    tree.minute.refresh_from_db()
    assert (tree.minute.text, len(parents(tree.minute))) == ("One minute", 2)


def test_a_new_act_forgets_what_could_be_done_again(page, ana, inquiry, tree):
    page(ana, url("part_link", tree.minute.pk), {"parent": tree.safe.pk})
    page(ana, url("drivers_undo", inquiry.pk), {})
    assert "Do again" in words(page(ana, url("drivers", inquiry.pk)))
    page(ana, url("part", tree.minute.pk), {"text": "One minute", "version": 1})
    assert "Do again" not in words(page(ana, url("drivers", inquiry.pk)))


def test_the_undo_of_the_line_that_tells_of_an_act_is_the_same_undo(page, ana, inquiry, tree):
    page(ana, url("aside", "part", tree.minute.pk), {})
    page(ana, url("restore", "part", tree.minute.pk), {})
    shown = words(page(ana, url("drivers", inquiry.pk)))
    assert "Do again" in shown
    assert 'data-turn="undo"' not in shown


def test_undo_after_somebody_else_says_why_not_and_loses_nothing(page, ana, devon, inquiry, tree):
    page(ana, url("part", tree.minute.pk), {"text": "Mine", "version": 1})
    change_part(by=devon, part=tree.minute, version=2, text="Theirs")
    page(ana, url("drivers_undo", inquiry.pk), {})
    assert "“Theirs” has changed since then" in words(page(ana, url("drivers", inquiry.pk)))
    tree.minute.refresh_from_db()
    assert tree.minute.text == "Theirs"


@pytest.mark.ac("S0 R-4")
def test_a_driver_on_which_others_hang_asks_before_it_is_set_aside(page, ana, inquiry, tree):
    asked = page(ana, url("aside", "part", tree.think.pk), {"view": "outline", "reason": "too early"})
    assert asked.status_code == 422
    assert "<li>A quiet minute to rehearse</li>" in words(asked)
    assert 'name="reason" value="too early"' in words(asked)
    tree.think.refresh_from_db()
    assert tree.think.ended_at is None
    page(ana, url("aside", "part", tree.think.pk), {"sure": "yes", "reason": "too early"})
    tree.think.refresh_from_db()
    assert (tree.think.ended_at is not None, tree.think.ended_reason) == (True, "too early")
    assert page(ana, url("aside", "part", tree.minute.pk), {}).status_code == 302


@pytest.mark.ac("S0 R-4")
def test_the_form_says_what_would_hang_loose(page, ana, inquiry, tree):
    shown = words(page(ana, url("drivers", inquiry.pk) + f"?part={tree.think.pk}"))
    assert "One part hangs on it alone and would be a loose end: “A quiet minute to rehearse”" in shown
