"""Causes by many hands at once, by keyboard alone, and on a phone; live where the page stays open."""

import threading
import urllib.parse
import urllib.request

import pytest
from django.test import Client

from aimwell.contexts.people.services import invite, join_team
from aimwell.contexts.theory.models import Bone, Cause, Entry, Round
from aimwell.contexts.theory.services import offer_bones, start_inquiry, start_round

PEOPLE = ("Ana", "Devon", "Leticia", "Imani", "Noor")
LINES = 2
PATIENCE = 90_000  # five browsers share the machine with the server


@pytest.fixture
def five(live_server, person, ana, team):
    """Ana and four colleagues of her team."""
    found = [ana]
    for name in PEOPLE[1:]:
        user = person(f"{name} Colleague")
        join_team(by=user, token=invite(by=ana, team=team).token)
        found.append(user)
    return found


@pytest.fixture
def inquiry(live_server, ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few give a reason")
    offer_bones(by=ana, inquiry=inquiry)
    return inquiry


@pytest.mark.ac("S4 R-8")
@pytest.mark.ac("S4 R-18")
def test_five_people_write_at_once_and_nothing_is_lost(five, inquiry, ana, open_page, sign_in):
    the_round = start_round(by=ana, inquiry=inquiry, anonymous=True)
    pages = [open_page(width=390) for _ in five]
    for page, user in zip(pages, five, strict=True):
        page.context.set_default_timeout(PATIENCE)
        sign_in(page, user)
        page.goto(f"/rounds/{the_round.pk}/")
    for number in range(LINES):
        for page, name in zip(pages, PEOPLE, strict=True):
            page.get_by_label("One cause").fill(f"{name} {number}")
        for page in pages:  # all five send before any answer is read
            page.evaluate("document.querySelector('.write-line').requestSubmit()")
        for page, name in zip(pages, PEOPLE, strict=True):
            page.get_by_text(f"{name} {number}", exact=False).first.wait_for()
    assert sorted(Entry.objects.values_list("text", flat=True)) == sorted(
        f"{name} {number}" for name in PEOPLE for number in range(LINES)
    )
    assert "Devon 0" not in pages[0].content()
    pages[0].get_by_text("Show all lines").click()
    pages[0].get_by_role("button", name="Show them to all, in mixed order").click()
    pages[0].get_by_text("10 lines from 5 people, in mixed order. Without names.").wait_for()
    pages[1].get_by_role("button", name="Show it").click()  # the page noticed by itself
    pages[1].get_by_text("Noor 1").wait_for()
    assert set(Cause.objects.values_list("created_by", flat=True)) == {None}


@pytest.mark.ac("S4 R-8")
def test_five_posts_in_the_same_moment_are_all_kept(five, inquiry, live_server):
    bone, start = Bone.objects.filter(inquiry=inquiry).first(), threading.Barrier(len(five))
    answers: list[int] = []

    def over_http(cookie, name):
        start.wait()
        for number in range(LINES):
            body = urllib.parse.urlencode({"text": f"{name} {number}", "csrfmiddlewaretoken": "a" * 32}).encode()
            request = urllib.request.Request(
                f"{live_server.url}/bones/{bone.pk}/causes/", body,
                {"Cookie": f"sessionid={cookie}; csrftoken={'a' * 32}", "Referer": live_server.url},
            )  # fmt: skip
            with urllib.request.urlopen(request) as answer:
                answers.append(answer.status)

    threads = []
    for user, name in zip(five, PEOPLE, strict=True):
        client = Client()
        client.force_login(user)
        threads.append(threading.Thread(target=over_http, args=(client.cookies["sessionid"].value, name)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [200] * (len(five) * LINES)
    assert Cause.objects.filter(bone=bone).count() == len(five) * LINES


def test_an_open_fishbone_shows_what_a_colleague_adds(five, inquiry, ana, desktop, open_page, sign_in):
    from aimwell.contexts.theory.services import add_cause

    sign_in(desktop, ana)
    desktop.goto(f"/i/{inquiry.pk}/causes/?view=outline")
    bone = Bone.objects.filter(inquiry=inquiry).first()
    add_cause(by=five[1], bone=bone, text="Devon just wrote this")
    desktop.get_by_text("Devon just wrote this").wait_for(timeout=10_000)


@pytest.mark.ac("S4 R-7")
@pytest.mark.ac("S3 R-22")
def test_a_fishbone_is_made_by_keyboard_alone(inquiry, ana, desktop, sign_in):
    sign_in(desktop, ana)
    desktop.goto(f"/i/{inquiry.pk}/causes/?view=outline")
    keys = desktop.keyboard

    def reach(words):
        for _ in range(120):
            keys.press("Tab")
            if words in (desktop.evaluate("document.activeElement.textContent") or "").replace("\n", " "):
                return
        raise AssertionError(words)

    reach("Add a cause: Tasks")
    keys.press("Enter")
    keys.press("Tab")
    keys.type("Most tasks have one right answer")
    with desktop.expect_navigation():
        keys.press("Enter")
    assert Cause.objects.get().text == "Most tasks have one right answer"
    reach("Work on this one first")
    keys.press("Enter")
    keys.press("Tab")
    keys.type("Ours to change")
    with desktop.expect_navigation():
        keys.press("Enter")
    assert Cause.objects.get().chosen_because == "Ours to change"


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_pages_around_the_causes_are_accessible(request, inquiry, ana, sign_in, axe, device):
    from aimwell.contexts.theory import services

    page = request.getfixturevalue(device)
    bone = Bone.objects.filter(inquiry=inquiry).first()
    cause = services.add_cause(by=ana, bone=bone, text="We hurry", locus="school")
    services.set_rule(by=ana, inquiry=inquiry, sentence="We shape the conditions")
    the_round = services.start_round(by=ana, inquiry=inquiry)
    own = services.take_filter(by=ana, inquiry=inquiry, seed="impact")
    sift = services.start_pass(by=ana, inquiry=inquiry, filter=own)
    services.mark_cause(by=ana, sift=sift, cause=cause, value=sift.values[1]["name"], reason="years")
    sign_in(page, ana)
    at = f"/i/{inquiry.pk}"
    for path in (
        f"{at}/causes/?view=outline&cause={cause.pk}", f"/rounds/{the_round.pk}/", f"{at}/filters/",
        f"/filters/{own.pk}/", f"/passes/{sift.pk}/", f"{at}/levels/", "/sent/",
    ):  # fmt: skip
        page.goto(path)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert Round.objects.get().shown_at is None
