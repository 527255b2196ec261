"""Questions of peers: who may ask, who reads them, answers, undo, the next agenda."""

import datetime
import uuid

import pytest
from django.utils import timezone

from aimwell.contexts.meetings.models import AgendaItem
from aimwell.contexts.meetings.services import add_meeting
from aimwell.contexts.meetings.shareout import services
from aimwell.contexts.meetings.shareout.models import PeerQuestion
from aimwell.contexts.meetings.shareout.queries.questions import Questions, find_question
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit


def seen(user, cycle):
    return [row.text for row in Questions(user, cycle).rows]


@pytest.mark.ac("S1 R-60")
def test_a_peer_leaves_a_question_and_the_team_answers_it(page, ana, coach, cycle, opened, address):
    opened(cycle)
    key = str(uuid.uuid4())
    for _ in range(2):  # a button pressed twice
        page(coach, address("page", cycle.pk), {"text": "Who never spoke?", "role": "coach", "key": key})
    row = PeerQuestion.objects.get()
    assert (row.aloud, row.created_by, row.rung) == (False, coach, int(Rung.TEAM))
    assert Event.objects.filter(verb="asked_peer", scope_id=cycle.owner_team_id).count() == 1
    told = page(ana, address("page", cycle.pk)).content.decode()
    assert "Who never spoke?" in told
    assert "Cora Coach" in told
    assert "1 question of peers waits" in page(ana, f"/cycles/{cycle.pk}/").content.decode()
    page(ana, address("answer", row.pk), {"answer": "Two of the quiet ones.", "version": "1"})
    assert "Two of the quiet ones." in page(coach, address("page", cycle.pk)).content.decode()
    page(ana, address("answer_back", row.pk), {})
    row.refresh_from_db()
    assert (row.answer, row.answered_at, row.answered_by) == ("", None, None)


def test_a_member_writes_down_what_was_said_aloud_with_a_role_and_no_name(page, ana, cycle, address):
    page(ana, address("page", cycle.pk), {"text": "What did you count?", "role": "principal of another school"})
    row = PeerQuestion.objects.get()
    assert row.aloud is True
    told = page(ana, address("page", cycle.pk)).content.decode()
    assert "said aloud" in told
    assert "principal of another school" in told


def test_nobody_else_reads_questions(page, ana, coach, person, team, cycle, opened, address):
    from aimwell.contexts.people.models import CoachAssignment

    other = person("Olga Other")
    CoachAssignment.objects.create(user=other, team=team)
    opened(cycle)
    row = services.ask(by=coach, cycle=cycle, text="Who never spoke?")
    assert seen(ana, cycle) == seen(coach, cycle) == ["Who never spoke?"]
    assert seen(other, cycle) == []
    assert "Who never spoke?" not in page(other, address("page", cycle.pk)).content.decode()
    assert "Who never spoke?" not in page(coach, address("large", cycle.pk)).content.decode()
    for name in ("back", "again", "answer", "answer_back", "agenda"):
        assert page(other, address(name, row.pk), {"answer": "Me", "version": "1"}).status_code == 404
    with pytest.raises(NotFound):
        find_question(other, row.pk)


@pytest.mark.ac("S1 R-60")
def test_whoever_may_not_comment_may_not_ask(page, ana, coach, stranger, cycle, opened, address):
    with pytest.raises(NotAllowed):
        services.ask(by=coach, cycle=cycle, text="Who?")
    assert page(coach, address("page", cycle.pk), {"text": "Who?"}).status_code == 404
    opened(cycle, Rung.PUBLIC)
    answer = page(stranger, address("page", cycle.pk))
    assert "Send the question" not in answer.content.decode()
    assert page(stranger, address("page", cycle.pk), {"text": "Who?"}).status_code == 403
    assert PeerQuestion.objects.count() == 0


def test_only_the_team_answers(page, ana, coach, cycle, opened, address):
    opened(cycle)
    row = services.ask(by=coach, cycle=cycle, text="Who?")
    for name in ("answer", "answer_back", "agenda"):
        assert page(coach, address(name, row.pk), {"answer": "Me", "version": "1"}).status_code == 403
    with pytest.raises(NotAllowed):
        services.answer(by=coach, question=row, answer="Me")


def test_an_answer_of_two_people_is_never_overwritten_in_silence(ana, devon, coach, cycle, opened):
    opened(cycle)
    row = services.ask(by=coach, cycle=cycle, text="Who?")
    services.answer(by=ana, question=row, answer="The quiet ones", version=1)
    with pytest.raises(StaleEdit):
        services.answer(by=devon, question=row, answer="Nobody", version=1)
    with pytest.raises(Refused):
        services.answer(by=devon, question=row, answer=" ", version=2)


def test_what_its_writer_takes_back_is_gone_for_the_team_too(page, ana, coach, cycle, opened, address):
    opened(cycle)
    row = services.ask(by=coach, cycle=cycle, text="Who?")
    page(coach, address("back", row.pk), {})
    assert seen(ana, cycle) == []
    with pytest.raises(NotFound):
        services.bring_back(by=ana, question=row)
    page(coach, address("again", row.pk), {})
    assert seen(ana, cycle) == ["Who?"]


def test_what_the_team_puts_aside_only_the_team_brings_back(ana, coach, cycle, opened):
    opened(cycle)
    row = services.ask(by=coach, cycle=cycle, text="Why does Marco never speak?")
    services.take_back(by=ana, question=row)
    with pytest.raises(Refused, match="aside_by_team"):
        services.bring_back(by=coach, question=row)
    assert services.bring_back(by=ana, question=row).ended_at is None


def test_another_persons_key_gives_nothing_away(ana, coach, cycle, opened):
    opened(cycle)
    key = uuid.uuid4()
    services.ask(by=ana, cycle=cycle, text="What did they say?", key=key)
    with pytest.raises(NotAllowed):
        services.ask(by=coach, cycle=cycle, text="Mine", key=key)


def test_a_question_becomes_one_line_of_the_next_agenda(page, ana, team, cycle, address):
    row = services.ask(by=ana, cycle=cycle, text="Who never spoke?")
    with pytest.raises(Refused, match="no_next_meeting"):
        services.put_on_agenda(by=ana, question=row)
    meeting = add_meeting(by=ana, team=team, kind="huddle", on=timezone.localdate() + datetime.timedelta(days=2))
    for _ in range(2):
        page(ana, address("agenda", row.pk), {})
    item = AgendaItem.objects.get(meeting=meeting)
    assert (item.title, item.purpose, item.cycle) == ("Who never spoke?", "question", cycle)
    assert "It is on your next agenda" in page(ana, address("page", cycle.pk)).content.decode()
    page(ana, f"/meeting-parts/item/{item.pk}/set-aside/", {})
    assert services.put_on_agenda(by=ana, question=row).ended_at is None


def test_words_are_needed_and_nothing_typed_is_lost(page, ana, coach, cycle, opened, address):
    opened(cycle)
    again = page(coach, address("page", cycle.pk), {"text": " ", "role": "principal of Birch"})
    assert again.status_code == 422
    assert "principal of Birch" in again.content.decode()


def test_programs_can_do_the_same(api, ana, coach, stranger, cycle, opened):
    opened(cycle)
    base = f"/cycles/{cycle.pk}"
    assert api(stranger, "GET", f"{base}/share-out").status_code == 404
    told = api(coach, "GET", f"{base}/share-out?minutes=12").json()
    assert told["minutes"] == sum(turn["minutes"] for turn in told["turns"]) == 12
    assert [part["key"] for part in told["parts"]] == [
        "aim", "idea", "prediction", "result", "surprise", "open", "next", "question",
    ]  # fmt: skip
    assert api(coach, "PUT", f"{base}/share-out", {"question": "Mine"}).status_code == 403
    assert api(ana, "PUT", f"{base}/share-out", {"question": "How do you begin?"}).json()["version"] == 1
    asked = api(coach, "POST", f"{base}/peer-questions", {"text": "Who?", "role": "coach"})
    assert asked.status_code == 201
    pk = asked.json()["id"]
    assert api(stranger, "POST", f"/peer-questions/{pk}/back").status_code == 404
    sent = {"answer": "The quiet ones", "version": 1}
    assert api(coach, "PUT", f"/peer-questions/{pk}/answer", sent).status_code == 403
    assert api(ana, "PUT", f"/peer-questions/{pk}/answer", sent).json()["answer"] == "The quiet ones"
    assert api(coach, "GET", f"{base}/peer-questions").json()["items"][0]["answer"] == "The quiet ones"
    assert api(ana, "POST", f"/peer-questions/{pk}/answer/back").json()["answer"] == ""
    assert api(coach, "POST", f"/peer-questions/{pk}/back").json()["taken_back"] is True
    assert api(ana, "GET", f"{base}/peer-questions").json()["items"] == []
