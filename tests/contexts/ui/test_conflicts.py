"""Two people edit the same thing: both texts are shown, nothing is overwritten, and either can be kept."""

import re

from django.urls import reverse

from aimwell.contexts.theory.services import add_bone, add_cause, change_cause, start_inquiry


def test_a_stale_edit_shows_both_and_keeps_the_chosen_one(page, ana, devon, team):
    bone = add_bone(by=ana, inquiry=start_inquiry(by=ana, team=team), name="Time")
    cause = add_cause(by=ana, bone=bone, text="We hurry")
    change_cause(by=devon, cause=cause, version=1, text="We hurry after lunch", status="checking", how_known="")
    url = reverse("theory:cause", args=[cause.pk])
    post = {"text": "We ask before they think", "status": "supported", "how_known": "", "version": 1}
    answer = page(ana, url, post)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Devon Park also changed this while you wrote" in text
    assert "being checked" in text
    cause.refresh_from_db()
    assert cause.text == "We hurry after lunch"
    version = re.search(r'name="version" value="(\d+)"', text)[1]
    assert page(ana, url, {**post, "version": version}).status_code == 302
    cause.refresh_from_db()
    assert (cause.text, cause.status) == ("We ask before they think", "supported")
