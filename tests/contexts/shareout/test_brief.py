"""One page for those who were not there: from the records, without what was said."""

import datetime
import io
import re
import uuid

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services import draft_cycle, start_do
from aimwell.contexts.cycles.support.services import ask_support
from aimwell.contexts.meetings import services
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.meetings.shareout.queries.brief import brief_of
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotFound

TODAY = datetime.date(2027, 2, 9)
BEFORE = datetime.date(2027, 1, 26)


@pytest.fixture(autouse=True)
def _tuesday():
    with time_machine.travel(datetime.datetime(2027, 2, 9, 15, 0, tzinfo=datetime.UTC), tick=True):
        yield


def held(ana, team, on, how="held", **facts):
    made = services.add_meeting(by=ana, team=team, kind="huddle", on=on, **facts)
    Meeting.objects.filter(pk=made.pk).update(status=how)
    made.refresh_from_db()
    return made


@pytest.fixture
def meeting(ana, team):
    held(ana, team, BEFORE)
    made = held(ana, team, TODAY, "shortened")
    Meeting.objects.filter(pk=made.pk).update(
        notes="Marco cried.", why="emergency", why_words="A lockdown drill, Ms. Park was out"
    )
    made.refresh_from_db()
    return made


def lines(user, meeting, since=None):
    return {part.key: [line.text for line in part.lines] for part in brief_of(user, meeting.pk, since).parts}


def text_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.mark.ac("S3 R-42")
def test_brief_is_built_from_the_records_and_each_line_leads_to_its_source(
    page, ana, team, inquiry, cycle, finish, meeting, address
):
    done = finish(cycle)
    waits = start_do(by=ana, cycle=draft_cycle(
        by=ana, inquiry=inquiry, try_what="A quiet minute", look_on=TODAY, kind="at_least", low=1, key=uuid.uuid4(),
    ))  # fmt: skip
    Cycle.objects.filter(pk=waits.pk).update(state="studying")
    services.decide(by=ana, meeting=meeting, text="Write two answers", owner=ana, due_on=TODAY)
    services.decide(by=ana, meeting=meeting, text="Move the bell")
    asked = ask_support(by=ana, team=team, kind="class_cover", text="Cover on Friday")
    told = lines(ana, meeting)
    assert told == {
        "happened": ["February 9: Huddle, shortened"],
        "learned": [f"Cycle {done.number}: They read the card, then stop. {told['learned'][0].split('stop. ')[1]}"],
        "decided": ["Write two answers (Ana Ruiz, by Feb 9)", "Move the bell"],
        "to_decide": [f"Cycle {waits.number}, “A quiet minute”: keep, change or drop?", "Who does this? Move the bell"],
        "help": ["Cover on Friday"],
    }
    assert "8 of 24" in told["learned"][0]
    shown = page(ana, address("brief", meeting.pk)).content.decode()
    for url in (
        f"/meetings/{meeting.pk}/", f"/cycles/{done.pk}/", f"/cycles/{waits.pk}/", f"#support-{asked.pk}",
    ):  # fmt: skip
        assert f'{url}"' in shown
    assert f'href="{address("brief", meeting.pk)}"' in page(ana, f"/meetings/{meeting.pk}/").content.decode()


@pytest.mark.ac("S3 R-42")
def test_what_was_said_is_on_no_brief_not_even_the_teams(page, ana, coach, meeting, opened, address):
    opened(meeting)
    let = services.decide(by=ana, meeting=meeting, text="Ask Marco’s mother")
    services.let_go(by=ana, decision=let, reason="She was angry")
    for who in (ana, coach):
        for told in (
            page(who, address("brief", meeting.pk)),
            page(who, f"{address('brief', meeting.pk)}?since=2027-01-01"),
        ):
            assert told.status_code == 200
            for word in ("cried", "emergency", "lockdown", "angry", "mother"):
                assert word not in told.content.decode()


@pytest.mark.ac("S3 R-42")
def test_time_is_chosen(ana, meeting, cycle, finish):
    finish(cycle)
    Cycle.objects.filter(pk=cycle.pk).update(done_at=datetime.datetime(2027, 1, 20, 12, tzinfo=datetime.UTC))
    assert lines(ana, meeting)["learned"] == []
    told = lines(ana, meeting, datetime.date(2027, 1, 19))
    assert len(told["learned"]) == 1
    assert len(told["happened"]) == 2
    assert lines(ana, meeting, datetime.date(2027, 1, 20))["learned"] == []


def test_practice_cycles_and_set_aside_ones_are_left_out(ana, meeting, cycle, finish):
    finish(cycle)
    Cycle.objects.filter(pk=cycle.pk).update(practice=True)
    assert lines(ana, meeting)["learned"] == []


@pytest.mark.ac("S3 R-42")
def test_others_read_it_as_far_as_each_rung_goes(
    page, ana, coach, stranger, team, meeting, cycle, finish, opened, address
):
    done = finish(cycle)
    ask_support(by=ana, team=team, kind="class_cover", text="Cover on Friday")
    for name in ("brief", "brief_pdf"):
        assert page(coach, address(name, meeting.pk)).status_code == 404
    with pytest.raises(NotFound):
        brief_of(stranger, meeting.pk)
    opened(meeting)
    told = lines(coach, meeting)
    assert len(told["happened"]) == 1
    assert told["learned"] == []
    assert told["help"] == []
    opened(done, Rung.COACH)
    assert len(lines(coach, meeting)["learned"]) == 1
    opened(meeting, Rung.PUBLIC)
    services.decide(by=ana, meeting=meeting, text="Write two answers", owner=ana)
    assert lines(stranger, meeting)["decided"] == ["Write two answers"]


@pytest.mark.ac("S3 R-42")
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_brief_prints_on_one_page_however_much_there_is(page, ana, team, meeting, address, paper):
    long = "Ask the office to move the bell in the north hall, and then ask again. " * 4
    for n in range(12):
        services.decide(by=ana, meeting=meeting, text=f"{n} {long}"[:300])
        ask_support(by=ana, team=team, kind="other", text=f"{n} {long}"[:300])
        held(ana, team, TODAY, name=f"{n} {long}"[:120])
    pdf = PdfReader(io.BytesIO(page(ana, f"{address('brief_pdf', meeting.pk)}?paper={paper}").content))
    assert len(pdf.pages) == 1
    assert "and 8 more" in pdf.pages[0].extract_text()


def test_an_empty_time_says_so(page, ana, team, address):
    alone = held(ana, team, TODAY)
    told = text_of(page(ana, address("brief", alone.pk)))
    assert "No cycle was closed in this time." in told
    assert "None that we know of." in told


def test_a_day_that_is_none_asks_again(page, ana, meeting, address):
    assert page(ana, f"{address('brief', meeting.pk)}?since=soon").status_code == 422


def test_programs_read_it_too(api, ana, stranger, meeting):
    told = api(ana, "GET", f"/meetings/{meeting.pk}/brief").json()
    assert [part["key"] for part in told["parts"]] == ["happened", "learned", "decided", "to_decide", "help"]
    assert told["since"] == str(BEFORE)
    assert api(stranger, "GET", f"/meetings/{meeting.pk}/brief").status_code == 404


def test_brief_costs_the_same_whatever_is_stored(
    page, ana, team, meeting, cycle, finish, address, django_assert_num_queries
):
    finish(cycle)
    services.decide(by=ana, meeting=meeting, text="Move the bell")
    page(ana, address("brief", meeting.pk))
    with CaptureQueriesContext(connection) as few:
        page(ana, address("brief", meeting.pk))
    for n in range(6):
        services.decide(by=ana, meeting=meeting, text=f"Decision {n}")
        held(ana, team, TODAY)
    with django_assert_num_queries(len(few)):
        page(ana, address("brief", meeting.pk))
