"""Silent rounds: own lines only until they are shown, and without names nobody stands anywhere."""

import json
import uuid

import pytest

from aimwell.contexts.theory import services
from aimwell.contexts.theory.models import Cause, Entry, Round
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.contexts.theory.queries.sifting import Sifting, own_lines
from aimwell.contexts.theory.services.rounds import digest
from aimwell.core.history.models import Event
from aimwell.core.history.queries import events_of
from aimwell.domain.errors import NotAllowed, NotFound
from contexts.theory.asking import refused, url, words


def sifting(user, inquiry):
    return Sifting(inquiry_view(user, inquiry.pk))


@pytest.mark.ac("S4 R-8")
def test_before_the_round_is_shown_a_line_may_be_withdrawn_and_after_that_nothing(ana, devon, inquiry, bone):
    the_round = services.start_round(by=ana, inquiry=inquiry)
    kept = services.write_line(by=devon, round=the_round, bone=bone, text="We hury")
    gone = services.write_line(by=devon, round=the_round, bone=bone, text="Never mind")
    services.change_line(by=devon, round=the_round, line=kept.pk, text="We hurry")
    services.withdraw_line(by=devon, round=the_round, line=gone.pk)
    with pytest.raises(NotFound):
        services.withdraw_line(by=ana, round=the_round, line=kept.pk)
    refused("starter_shows", lambda: services.show_round(by=devon, round=the_round))
    services.show_round(by=ana, round=the_round)
    [cause] = Cause.objects.filter(round=the_round)
    assert (cause.text, cause.created_by) == ("We hurry", devon)
    refused("round_shown", lambda: services.withdraw_line(by=devon, round=the_round, line=kept.pk))
    refused("reason_needed", lambda: services.set_aside(by=devon, thing=cause))
    changed = services.change_cause(
        by=devon, cause=cause, version=1, text="We hurry on", status="assumed", how_known=""
    )
    assert events_of(changed)[0].before["text"] == "We hurry"


def test_each_sees_only_their_own_lines_until_they_are_shown(page, ana, devon, inquiry, bone):
    the_round = services.start_round(by=ana, inquiry=inquiry)
    page(ana, url("line_write", the_round.pk), {"text": "Ana wrote this", "bone": bone.pk})
    page(devon, url("line_write", the_round.pk), {"text": "Devon wrote this", "bone": bone.pk})
    for user, mine, other in ((ana, "Ana wrote", "Devon wrote"), (devon, "Devon wrote", "Ana wrote")):
        for at in (url("round", the_round.pk), url("fishbone", inquiry.pk)):
            shown = words(page(user, at))
            assert f"{other} this" not in shown
        assert f"{mine} this" in words(page(user, url("round", the_round.pk)))
    assert Cause.objects.count() == 0
    page(ana, url("round_show", the_round.pk), {})
    shown = words(page(devon, url("round", the_round.pk)))
    assert "Ana wrote this" in shown
    assert "Devon wrote this" in shown
    assert "2 lines from 2 people" in shown


@pytest.mark.ac("S4 R-18")
def test_a_round_without_names_stores_nobody_anywhere(client, ana, devon, inquiry, bone):
    the_round = services.start_round(by=ana, inquiry=inquiry, anonymous=True)
    start = Event.objects.count()
    for user, text in ((ana, "First line"), (devon, "Second line")):
        client.cookies.clear()
        client.force_login(user)
        client.post(url("line_write", the_round.pk), {"text": text, "bone": bone.pk})
        assert text in client.get(url("round", the_round.pk)).content.decode()
        cookie = client.cookies[f"round_{the_round.pk}"]
        assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (url("round", the_round.pk), True, "Lax")
        assert str(the_round.pk) not in json.dumps(
            {k: v for k, v in client.session.items() if not k.startswith("_auth")}
        )
    assert list(Entry.objects.values_list("author", flat=True)) == [None, None]
    assert Event.objects.count() == start
    client.post(url("round_show", the_round.pk))
    services.show_round(by=ana, round=the_round)
    assert Entry.objects.count() == 0
    assert list(Cause.objects.values_list("created_by", flat=True)) == [None, None]
    told = Event.objects.filter(verb="brought_in")
    assert set(told.values_list("actor_id", "actor_name")) == {(None, "Aimwell")}
    the_round.refresh_from_db()
    assert the_round.contributors == 2


@pytest.mark.ac("S4 R-18")
def test_the_order_in_which_lines_are_shown_is_drawn_by_chance(ana, inquiry, bone, monkeypatch):
    the_round = services.start_round(by=ana, inquiry=inquiry, anonymous=True)
    for number in range(4):
        services.write_line(by=ana, round=the_round, bone=bone, text=f"line {number}", secret=f"s{number}")
    drawn = []
    monkeypatch.setattr(
        "aimwell.contexts.theory.services.rounds.DRAW.shuffle",
        lambda lines: (lines.sort(key=lambda line: line.text, reverse=True), drawn.append(len(lines))),
    )
    services.show_round(by=ana, round=the_round)
    assert drawn == [4]
    assert list(Cause.objects.order_by("pk").values_list("text", flat=True)) == ["line 3", "line 2", "line 1", "line 0"]


def test_a_line_of_a_round_without_names_is_its_browsers_alone(ana, inquiry, bone):
    the_round = services.start_round(by=ana, inquiry=inquiry, anonymous=True)
    line = services.write_line(by=ana, round=the_round, bone=bone, text="Mine", secret="one")
    assert own_lines(ana, the_round, digest("one")) == [line]
    assert own_lines(ana, the_round, digest("two")) == []
    assert own_lines(ana, the_round, "") == []
    with pytest.raises(NotFound):
        services.change_line(by=ana, round=the_round, line=line.pk, text="Yours", secret="")


def test_a_key_makes_one_line_also_when_the_round_is_shown_in_between(ana, inquiry, bone):
    the_round, key = services.start_round(by=ana, inquiry=inquiry), uuid.uuid4()
    for _ in range(2):
        services.write_line(by=ana, round=the_round, bone=bone, text="Once", key=key)
    services.show_round(by=ana, round=the_round)
    services.write_line(by=ana, round=the_round, bone=bone, text="Once", key=key)
    services.write_line(by=ana, round=the_round, bone=bone, text="Late, and not lost")
    assert sorted(Cause.objects.values_list("text", flat=True)) == ["Late, and not lost", "Once"]
    assert services.start_round(by=ana, inquiry=inquiry) != the_round


def test_a_key_of_another_round_is_refused_so_that_every_round_can_be_shown(ana, inquiry, bone):
    first, key = services.start_round(by=ana, inquiry=inquiry), uuid.uuid4()
    services.write_line(by=ana, round=first, bone=bone, text="Once", key=key)
    services.show_round(by=ana, round=first)
    second = services.start_round(by=ana, inquiry=inquiry)
    refused("key_used", lambda: services.write_line(by=ana, round=second, bone=bone, text="Twice", key=key))
    assert Entry.objects.count() == 0
    assert services.show_round(by=ana, round=second).shown_at is not None


@pytest.mark.ac("S4 R-18")
def test_the_next_person_at_the_same_browser_does_not_see_the_lines_of_the_one_before(
    client, ana, devon, inquiry, bone
):
    the_round = services.start_round(by=ana, inquiry=inquiry, anonymous=True)
    for user, text, other in ((ana, "Before me", "After me"), (devon, "After me", "Before me")):
        client.force_login(user)
        client.post(url("line_write", the_round.pk), {"text": text, "bone": bone.pk})
        shown = client.get(url("round", the_round.pk)).content.decode()
        assert (text in shown, other in shown) == (True, False)
    client.force_login(ana)
    assert "Before me" in client.get(url("round", the_round.pk)).content.decode()
    [line] = Entry.objects.filter(text="After me")
    assert client.post(url("line_withdraw", the_round.pk, line.pk)).status_code == 404
    assert services.show_round(by=ana, round=the_round).contributors == 2


def test_a_round_needs_bones_and_a_member(ana, inquiry, outsiders):
    refused("bones_first", lambda: services.start_round(by=ana, inquiry=inquiry))
    with pytest.raises(NotAllowed):
        services.start_round(by=outsiders[0], inquiry=inquiry)
    assert Round.objects.count() == 0
