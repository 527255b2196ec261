"""Silent first: before all is shown, everyone reads only what they wrote themselves."""

import datetime
import uuid

import pytest
from django.utils import timezone

from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.huddle import services
from aimwell.contexts.meetings.huddle.models import Silence, Thought
from aimwell.contexts.meetings.huddle.queries import huddle_view, standing
from aimwell.contexts.people.models import Membership
from aimwell.contexts.people.services import add_member_without_login
from aimwell.core.history.models import Event
from aimwell.demo.clock import as_if
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, Refused
from integration.readers import make_readers

SECRET = "We ran out of time, not of will"


@pytest.mark.ac("S3 R-40")
def test_before_the_words_are_shown_the_api_gives_only_ones_own(api, ana, devon, leticia, silence):
    services.write_thought(by=devon, silence=silence, text=SECRET)
    services.write_thought(by=ana, silence=silence, text="Cards help")
    told = {user: api(user, "GET", f"/silences/{silence.pk}").json() for user in (ana, devon, leticia)}
    assert [[one["text"] for one in answer["thoughts"]] for answer in told.values()] == [["Cards help"], [SECRET], []]
    assert {(answer["written"], answer["of"], answer["shown"]) for answer in told.values()} == {(2, 3, False)}


@pytest.mark.ac("S3 R-40")
def test_before_the_words_are_shown_no_page_and_no_event_tells_them(page, ana, devon, leticia, running, silence):
    services.write_thought(by=devon, silence=silence, text=SECRET, key=uuid.uuid4())
    for address in (
        f"/meetings/{running.pk}/huddle/", f"/meetings/{running.pk}/huddle/now/", f"/meetings/{running.pk}/summary/",
        f"/meetings/{running.pk}/", f"/t/{running.owner_team_id}/history/",
    ):  # fmt: skip
        assert SECRET not in page(ana, address).content.decode(), address
    assert SECRET in page(devon, f"/meetings/{running.pk}/huddle/").content.decode()
    assert not Event.objects.filter(target_type="huddle.thought").exists()
    assert SECRET not in str(list(Event.objects.values_list("after", "before", "target_label", "reason")))
    assert str(Thought.objects.get()) == "thought"


@pytest.mark.ac("S3 R-40")
@pytest.mark.parametrize("rung", [Rung.TEAM, Rung.PUBLIC])
def test_sponsor_and_admin_see_nothing_of_a_silent_round(api, page, ana, team, running, silence, rung):
    from aimwell.contexts.people.services import share

    services.write_thought(by=ana, silence=silence, text=SECRET)
    share(by=ana, obj=running, rung=rung)
    for name, user in make_readers(ana, team).items():
        if name in ("member", "lead") or not user.is_authenticated:
            continue
        assert api(user, "GET", f"/silences/{silence.pk}").status_code == 404, name
        assert api(user, "GET", f"/huddles/{running.pk}").status_code == 404, name
        assert page(user, f"/meetings/{running.pk}/huddle/").status_code == 404, name


def test_all_is_shown_when_everyone_who_is_there_is_done(ana, devon, leticia, running, silence):
    meetings.attend(by=ana, meeting=running, person=ana)
    meetings.attend(by=ana, meeting=running, person=devon)
    services.write_thought(by=ana, silence=silence, text="Cards help")
    silence.refresh_from_db()
    assert silence.shown_at is None
    services.write_thought(by=devon, silence=silence, text="")
    silence.refresh_from_db()
    assert silence.shown_at is not None
    assert Event.objects.get(verb="thoughts_shown").actor_name == "Aimwell"


def test_at_its_time_all_is_shown_together_without_names(api, ana, devon, leticia, silence):
    for user, text in ((devon, "Zebra"), (ana, "Apple"), (leticia, "Mango")):
        if user is not leticia:
            services.write_thought(by=user, silence=silence, text=text)
    Silence.objects.update(ends_at=timezone.now())
    told = api(leticia, "GET", f"/silences/{silence.pk}").json()
    assert sorted(one["text"] for one in told["thoughts"]) == ["Apple", "Zebra"]
    assert all(set(one) == {"id", "text", "mine"} for one in told["thoughts"])
    services.write_thought(by=leticia, silence=silence, text="Mango")
    assert Thought.objects.count() == 3


def test_only_whoever_leads_shows_before_the_time(ana, devon, running, silence):
    meetings.change_meeting(by=ana, meeting=running, version=None, facilitator=ana)
    silence.refresh_from_db()
    with pytest.raises(Refused, match="leader_shows"):
        services.show_thoughts(by=devon, silence=Silence.objects.get())
    shown = services.show_thoughts(by=ana, silence=Silence.objects.get())
    assert services.show_thoughts(by=ana, silence=shown).shown_at == shown.shown_at


def test_writing_again_changes_ones_words_and_a_phone_that_repeats_itself_adds_nothing(ana, devon, silence):
    key = uuid.uuid4()
    first = services.write_thought(by=ana, silence=silence, text="Crads", key=key)
    services.write_thought(by=ana, silence=silence, text="Cards")
    services.write_thought(by=ana, silence=silence, text="Crads", key=key)
    assert Thought.objects.get(pk=first.pk).text == "Cards"
    with pytest.raises(Refused, match="key_used"):
        services.write_thought(by=devon, silence=silence, text="Other", key=key)


def test_words_that_arrive_after_the_showing_are_not_lost(ana, devon, running, silence):
    services.write_thought(by=ana, silence=silence, text="First")
    services.show_thoughts(by=ana, silence=silence)
    services.write_thought(by=ana, silence=silence, text="And one more")
    services.end_meeting(by=ana, meeting=running, version=None, without_next="Break")
    services.write_thought(by=devon, silence=silence, text="Kept on my phone")
    assert Thought.objects.count() == 3


def test_a_scribe_writes_for_somebody_without_an_account(page, ana, devon, running, silence):
    meetings.attend(by=ana, meeting=running, person=ana)
    meetings.attend(by=ana, meeting=running, name="Mrs. Vega")
    page(ana, f"/silences/{silence.pk}/write/", {"text": "They whisper", "name": "Mrs. Vega"})
    silence.refresh_from_db()
    assert silence.shown_at is None
    assert "Mrs. Vega" in page(ana, running.silences.get().get_absolute_url()).content.decode()
    assert "They whisper" not in page(devon, running.silences.get().get_absolute_url()).content.decode()
    page(ana, f"/silences/{silence.pk}/write/", {"text": "They argue"})
    assert Thought.objects.count() == 2
    silence.refresh_from_db()
    assert silence.shown_at is not None


def test_a_pause_gives_the_silence_its_time_back(ana, running, silence):
    ends, now = silence.ends_at, timezone.now()
    with as_if(now + datetime.timedelta(seconds=10)):
        services.rest(by=ana, meeting=running, resting=True)
    with as_if(now + datetime.timedelta(seconds=310)):
        services.rest(by=ana, meeting=running, resting=False)
    silence.refresh_from_db()
    assert (silence.ends_at - ends).total_seconds() == pytest.approx(300, abs=1)


@pytest.mark.ac("S3 R-40")
def test_a_second_silence_waits_for_the_first(ana, running, silence):
    assert services.open_silence(by=ana, meeting=running) == silence
    services.show_thoughts(by=ana, silence=silence)
    again = services.open_silence(by=ana, meeting=running, question="And now?", minutes=3)
    assert (again.question, running.silences.count()) == ("And now?", 2)
    services.show_thoughts(by=ana, silence=again)
    with pytest.raises(Refused, match="silence_length"):
        services.open_silence(by=ana, meeting=running, minutes=31)


def test_nobody_from_outside_writes(stranger, silence):
    with pytest.raises(NotAllowed):
        services.write_thought(by=stranger, silence=silence, text="Hello")


def test_nobody_waits_for_those_who_cannot_write(ana, devon, team, person, silence):
    """A sponsor is no member; for somebody without an account another one writes."""
    Membership.objects.create(team=team, user=person("Paz Sponsor"), name="Paz", role="sponsor")
    add_member_without_login(by=ana, team=team, name="Mrs. Vega")
    assert standing(silence).of == 2
    for user in (ana, devon):
        services.write_thought(by=user, silence=silence, text="Cards help")
    silence.refresh_from_db()
    assert silence.shown_at is not None


def test_a_silence_that_is_not_over_has_a_second_left(ana, running, silence):
    """Or the page, which looks again when nothing is left, would do so for ever in a pause."""
    almost = silence.ends_at - datetime.timedelta(milliseconds=400)
    with as_if(almost):
        services.rest(by=ana, meeting=running, resting=True)
        view = huddle_view(ana, running.pk)
    assert view.silent
    assert view.silence_left == 1
