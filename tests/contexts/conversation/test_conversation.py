"""A talk about data in stages, with numbers and names covered until it is time."""

import datetime
import json

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from aimwell.contexts.measures import services as measures
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.conversation import queries, services
from aimwell.contexts.meetings.conversation.models import Doubt, Talk
from aimwell.contexts.meetings.models import AgendaItem
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotFound, Refused, StaleEdit
from aimwell.domain.rhythm.talk import ORDER, Stage, after, before, masks, may_unmask, shuffled


def url(name, *args):
    return reverse(f"conversation:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def measure(ana, team):
    made = measures.create_measure(by=ana, team=team, name="Gives a reason")
    for room, top in (("Maple", 14), ("Cedar", 9)):
        for day in (11, 18):
            on = datetime.date(2026, 1, day)
            measures.put_value(by=ana, measure=made, on=on, numerator=top, denominator=24, series=room)
    return made


@pytest.fixture
def talk(ana, measure):
    return services.start_talk(by=ana, measure=measure)


def at(ana, talk, stage):
    while talk.stage != stage:
        talk = services.go_on(by=ana, talk=talk, version=talk.version)
    return talk


def seen(reader, talk, page, api):
    """Everything that a reader is sent about this talk."""
    return words(page(reader, url("talk", talk.pk))) + api(reader, "GET", f"/talks/{talk.pk}").content.decode()


@pytest.mark.ac("S4 R-53")
def test_numbers_are_covered_until_the_talk_has_said_what_it_expects(ana, talk, page, api):
    told = seen(ana, talk, page, api)
    assert "Covered until you have said what you expect." in told
    assert "14/24" not in told
    services.say_line(by=ana, talk=talk, stage="expect", text="Room 12 is higher")
    talk = at(ana, talk, "notice")
    assert "14/24" in seen(ana, talk, page, api)


@pytest.mark.ac("S4 R-53")
def test_an_explanation_cannot_be_written_while_noticing(ana, talk, page):
    talk = at(ana, talk, "notice")
    with pytest.raises(Refused, match="other_stage"):
        services.say_line(by=ana, talk=talk, stage="explain", text="They rehearse first")
    answer = page(ana, url("line", talk.pk), {"stage": "explain", "text": "They rehearse first"})
    assert answer.status_code == 422
    assert not talk.lines.exists()
    services.say_line(by=ana, talk=talk, stage="notice", text="One line is higher each week")
    talk = at(ana, talk, "explain")
    services.say_line(by=ana, talk=talk, stage="explain", text="They rehearse first")
    assert [row.stage for row in queries.talk_view(ana, talk.pk, lang="en").spoken] == [Stage.NOTICE, Stage.EXPLAIN]


@pytest.mark.ac("S4 R-54")
def test_names_are_nowhere_in_page_or_file_until_they_are_shown_and_that_is_kept(ana, devon, talk, page, api):
    for stage in ("notice", "wonder"):
        talk = at(ana, talk, stage)
        for reader in (ana, devon):
            told = seen(reader, talk, page, api)
            assert "Maple" not in told
            assert "Cedar" not in told
        if stage == "notice":
            with pytest.raises(Refused, match="still_masked"):
                services.show_names(by=ana, talk=talk)
    with pytest.raises(Refused, match="facilitator_opens"):
        services.show_names(by=devon, talk=talk)
    services.show_names(by=ana, talk=talk)
    assert "Cedar" in seen(devon, talk, page, api)
    assert Event.objects.filter(verb="names_shown", target_id=talk.pk).count() == 1


@pytest.mark.ac("S4 R-53")
def test_a_doubt_about_the_numbers_is_parked_for_the_next_meeting(ana, talk, page):
    meeting = meetings.add_meeting(by=ana, team=talk.owner_team, kind="huddle", on=datetime.date.today())
    sent = {"text": "Was Monday counted?", "owner": str(ana.pk), "due_on": "2026-02-02"}
    page(ana, url("doubt", talk.pk), sent)
    doubt = Doubt.objects.get()
    assert (doubt.owner, doubt.due_on) == (ana, datetime.date(2026, 2, 2))
    item = AgendaItem.objects.get(meeting=meeting, purpose="question")
    assert "Was Monday counted?" in item.title
    assert queries.open_doubts(ana, talk.measure) == [doubt]
    services.answer_doubt(by=ana, doubt=doubt, version=doubt.version, answer="limit", because="Fire drill")
    assert queries.open_doubts(ana, talk.measure) == []
    assert "a limit we accept" in words(page(ana, url("talk", talk.pk)))


@pytest.mark.ac("S4 R-55")
def test_a_later_talk_about_the_same_numbers_sees_what_was_explained_before(ana, talk, measure):
    first = at(ana, talk, "explain")
    services.say_line(by=ana, talk=first, stage="explain", text="They rehearse first")
    measures.put_value(
        by=ana, measure=measure, on=datetime.date(2026, 1, 25), numerator=20, denominator=24, series="Maple"
    )
    later = services.start_talk(by=ana, measure=measure, revisits=first)
    assert later.snapshot == first.snapshot
    later = at(ana, later, "notice")
    assert queries.talk_view(ana, later.pk, lang="en").earlier == []
    later = at(ana, later, "wonder")
    assert [line.text for line in queries.talk_view(ana, later.pk, lang="en").earlier] == ["They rehearse first"]
    services.set_aside(by=ana, thing=first)
    assert queries.talk_view(ana, later.pk, lang="en").earlier == []
    later = services.say_changed(by=ana, talk=later, version=later.version, changed="We no longer blame the count")
    assert later.changed


def test_two_who_go_on_at_once_go_on_once(ana, devon, talk):
    services.go_on(by=ana, talk=talk, version=talk.version)
    with pytest.raises(StaleEdit):
        services.go_on(by=devon, talk=talk, version=talk.version)
    back = services.go_on(by=devon, talk=Talk.objects.get(), version=None, back=True)
    assert back.stage == "expect"


def test_a_talk_is_for_members_and_needs_numbers(ana, stranger, team, talk, page):
    empty = measures.create_measure(by=ana, team=team, name="Empty")
    with pytest.raises(Refused, match="nothing_to_show"):
        services.start_talk(by=ana, measure=empty)
    with pytest.raises(NotFound):
        queries.talk_view(stranger, talk.pk, lang="en")
    assert page(stranger, url("talk", talk.pk)).status_code == 404


def test_a_talk_costs_the_same_however_much_was_said(ana, talk, page, django_assert_num_queries):
    talk = at(ana, talk, "wonder")
    page(ana, url("talk", talk.pk))
    for times in (1, 12):
        for number in range(times):
            services.say_line(by=ana, talk=talk, stage="wonder", text=f"Why {number}?")
            services.park_doubt(by=ana, talk=talk, text=f"Is {number} right?", owner=ana)
        with django_assert_num_queries(8):
            page(ana, url("talk", talk.pk))


def test_the_api_leads_a_talk_to_its_next_step(ana, team, measure, api):
    made = json.loads(api(ana, "POST", f"/teams/{team.pk}/talks", {"measure": measure.pk}).content)
    for stage in ORDER:
        said = api(ana, "POST", f"/talks/{made['id']}/lines", {"stage": stage, "text": f"About {stage}"})
        assert said.status_code == 201
        version = json.loads(api(ana, "GET", f"/talks/{made['id']}").content)["talk"]["version"]
        api(ana, "POST", f"/talks/{made['id']}/move", {"version": version})
    look = json.loads(api(ana, "GET", f"/talks/{made['id']}").content)
    assert [line["stage"] for line in look["lines"]] == list(ORDER)
    assert len(look["numbers"]) == 2


@given(st.sets(st.integers(1, 10_000), max_size=60), st.text(max_size=9))
def test_every_line_has_a_cover_of_its_own_and_no_order_that_tells(keys, seed):
    order = shuffled(tuple(keys), seed)
    assert set(order) == keys
    assert order == shuffled(tuple(sorted(keys, reverse=True)), seed)
    assert len(set(masks(len(keys)))) == len(keys)


def test_stages_lead_from_one_to_the_next_and_back():
    for stage in ORDER:
        following = after(stage)
        assert following is None or before(following) is stage
    assert [stage for stage in ORDER if may_unmask(stage)] == [Stage.WONDER, Stage.EXPLAIN, Stage.TEST, Stage.NEXT]
    assert masks(28)[25:] == ("Z", "AA", "AB")


def test_a_line_for_a_stage_that_is_over_comes_back_in_the_form(ana, talk, page):
    at(ana, talk, "notice")
    answer = page(ana, url("line", talk.pk), {"stage": "expect", "text": "Room 12 is higher"})
    assert answer.status_code == 422
    assert "The talk is at another stage now." in words(answer)
    assert "Room 12 is higher" in words(answer)
    assert 'name="stage" value="notice"' in words(answer)


def test_a_question_is_not_parked_for_somebody_who_is_not_there(ana, talk, api):
    answer = api(ana, "POST", f"/talks/{talk.pk}/doubts", {"text": "Was Monday counted?", "owner": 10**6})
    assert answer.status_code == 422
    assert not Doubt.objects.exists()
