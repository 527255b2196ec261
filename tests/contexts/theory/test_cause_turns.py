"""Bones that a team made its own, the first cause when the facts turn, and hints that leave no trace of a person."""

import pytest

from aimwell.contexts.theory import services
from aimwell.contexts.theory.models import Bone, Cause
from aimwell.core.history.models import Event
from contexts.theory.asking import refused, url, words
from integration.readers import make_team


@pytest.mark.ac("S4 R-7")
def test_the_next_fishbone_may_begin_with_the_bones_the_team_made_its_own(page, ana, team, inquiry):
    refused("unknown_choice", lambda: services.offer_bones(by=ana, inquiry=inquiry, which="own"))
    job, culture, *rest = services.offer_bones(by=ana, inquiry=inquiry, which="work")
    services.rename_bone(by=ana, bone=job, version=1, name="How the day is built")
    for bone in rest[1:]:
        services.set_aside(by=ana, thing=bone)
    own = services.add_bone(by=ana, inquiry=inquiry, name="The bus")
    following = services.start_inquiry(by=ana, team=team, problem="Few write down a reason")
    shown = words(page(ana, url("fishbone", following.pk)))
    assert "Start with those of your last effort" in shown
    assert "How the day is built, Culture, Norms, The bus." in shown
    page(ana, url("bones_offer", following.pk), {"which": "own"})
    taken = list(Bone.objects.filter(inquiry=following).values_list("name", flat=True))
    assert taken == ["How the day is built", culture.name, rest[0].name, own.name]
    third = services.start_inquiry(by=ana, team=team, problem="Few read a reason")
    services.set_aside(by=ana, thing=following)
    assert len(services.offer_bones(by=ana, inquiry=third, which="own")) == 4
    assert services.offer_bones(by=ana, inquiry=third, which="own") == []


@pytest.mark.ac("S4 R-7")
def test_bones_of_another_team_and_the_sets_themselves_are_not_offered_as_own(page, ana, team, inquiry, stranger):
    elsewhere = services.start_inquiry(by=stranger, team=make_team(stranger), problem="Few come on Wednesday")
    services.add_bone(by=stranger, inquiry=elsewhere, name="The bus")
    services.offer_bones(by=ana, inquiry=inquiry)
    following = services.start_inquiry(by=ana, team=team, problem="Few write down a reason")
    shown = words(page(ana, url("fishbone", following.pk)))
    assert "Start with these six" in shown
    assert ("Start with those of your last effort" in shown, "The bus" in shown) == (False, False)
    names = [one.name for one in services.offer_bones(by=ana, inquiry=following, which="own")]
    assert names == list(services.BONES_OFFERED)


@pytest.mark.ac("S4 R-17")
def test_a_first_cause_that_is_contradicted_later_steps_back_and_the_page_says_so(page, ana, inquiry, cause):
    services.choose_cause(by=ana, cause=cause, reason="We can start on Monday")
    chosen = Cause.objects.get(pk=cause.pk)
    sent = {"text": cause.text, "status": "contradicted", "how_known": "9 of 9", "version": chosen.version}
    page(ana, url("cause", cause.pk), sent)
    stored = Cause.objects.get(pk=cause.pk)
    assert (stored.status, stored.chosen_because, stored.chosen_at) == ("contradicted", "", None)
    shown = words(page(ana, url("fishbone", inquiry.pk)))
    assert "is no longer your first cause. Choose another one." in shown
    assert "Our first cause" not in words(page(ana, url("fishbone", inquiry.pk)))
    told = list(Event.objects.filter(target_type="theory.cause", target_id=cause.pk).order_by("id").values_list("verb"))
    assert [verb for (verb,) in told] == ["created", "chosen", "changed", "unchosen"]
    last = Event.objects.filter(target_type="theory.cause", target_id=cause.pk, verb="unchosen").get()
    assert last.before["chosen_because"] == "We can start on Monday"


def test_the_session_says_what_was_written_and_nothing_of_hints(client, ana, bone, cause):
    """The session belongs to one person: what has a hint and what has none stand in it alike."""
    client.force_login(ana)
    for text in ("unmotivated parents", "The bus comes late"):
        client.post(url("cause_add", bone.pk), {"text": text, "view": "outline"})
    keys = [f"cause:{one.pk}" for one in Cause.objects.exclude(pk=cause.pk).order_by("pk")]
    kept = {name: value for name, value in client.session.items() if not name.startswith("_")}
    assert kept == {"theory_written": keys}


def test_who_only_moves_a_cause_gets_no_hint_about_its_words(page, ana, devon, inquiry, bone):
    page(ana, url("cause_add", bone.pk), {"text": "unmotivated parents", "view": "outline"})
    asked, at = "What in the system produces it?", url("fishbone", inquiry.pk) + "?view=outline"
    assert asked in words(page(ana, at))
    blaming, other = Cause.objects.get(), services.add_bone(by=ana, inquiry=inquiry, name="Time of day")
    page(devon, url("cause_move", blaming.pk), {"to": f"bone-{other.pk}", "view": "outline"})
    assert asked not in words(page(devon, at))
