"""A cycle told to peers in a quarter of an hour: filled by the cycle, with what is not there yet."""

import datetime
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services import add_entry, amend_prediction, draft_cycle, set_aside, start_do
from aimwell.contexts.meetings.shareout.models import ShareOut
from aimwell.contexts.meetings.shareout.queries.told import share_out_of
from aimwell.contexts.meetings.shareout.services import ask, say_question
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.services import set_aim
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, NotFound, StaleEdit


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def parts(user, cycle):
    return {part.key: part for part in share_out_of(user, cycle.pk).parts}


@pytest.mark.ac("S1 R-60")
def test_one_click_makes_the_page_and_nothing_is_typed_twice(page, ana, cycle, finish, address):
    done = finish(cycle)
    shown = page(ana, f"/cycles/{done.pk}/").content.decode()
    assert f'href="{address("page", done.pk)}"' in shown
    told = words(page(ana, address("page", done.pk)))
    assert "Starters on desk cards" in told
    assert "12 or more of 24 students give a reason" in told
    assert "8 of 24, below what was predicted" in told
    assert "We learned: They read the card, then stop." in told
    assert "Two pairs never began." in told
    assert "Different next time: A quiet minute first" in told
    assert "Our 15 minutes" in told
    assert ShareOut.objects.count() == 0


@pytest.mark.ac("S1 R-60")
def test_what_is_not_there_is_said_plainly(ana, cycle):
    found = parts(ana, cycle)
    assert {key for key, part in found.items() if not part.yet} == {"aim", "result", "surprise", "question"}
    assert found["result"].lines == ("Not yet: we have no result so far.",)
    assert found["surprise"].lines == ("Not yet: we have not said so far.",)
    assert found["open"].lines == ("We are still trying it.",)
    assert found["next"].lines == ("We look on January 29.",)


def test_imperfect_parts_stand_on_the_page(ana, cycle, finish):
    Cycle.objects.filter(pk=cycle.pk).update(planned_counts=4)
    day = {"happened_on": datetime.date(2026, 1, 12)}
    add_entry(by=ana, cycle=cycle, kind="count", count=3, out_of=6, place="Room 12", **day)
    amend_prediction(
        by=ana, cycle=cycle, reason="The class is smaller", kind="at_least", low=10, out_of=20, unit_name="students",
    )  # fmt: skip
    cycle.refresh_from_db()
    found = parts(ana, finish(cycle, not_benefited="The two who sit at the back"))
    assert "1 of 4 planned counts came in so far." in found["open"].lines[0]
    assert "We changed the prediction on the way." in found["open"].lines[0]
    assert found["open"].lines[1] == "It did not help: The two who sit at the back"
    assert found["prediction"].lines[1].endswith("10 or more of 20 students")
    assert "Room 12" not in str(found)


def test_aim_is_there_and_only_for_who_may_read_it(ana, coach, inquiry, cycle, opened):
    aim = {"what": "students give a reason", "for_whom": "fifth graders", "baseline": 33, "target": 70}
    set_aim(by=ana, inquiry=inquiry, **aim)
    opened(cycle)
    assert "give a reason" in parts(ana, cycle)["aim"].lines[0]
    assert parts(coach, cycle)["aim"].lines == ("The team has not opened its aim here.",)
    share(by=ana, obj=inquiry, rung=Rung.COACH)
    assert "give a reason" in parts(coach, cycle)["aim"].lines[0]


def test_own_question_is_versioned(page, ana, devon, cycle, address):
    page(ana, address("question", cycle.pk), {"question": "How do the quiet ones begin?", "version": "0"})
    assert "How do the quiet ones begin?" in words(page(ana, address("large", cycle.pk)))
    late = page(devon, address("question", cycle.pk), {"question": "Another one", "version": "0"})
    assert late.status_code == 409
    assert "Another one" in late.content.decode()
    with pytest.raises(StaleEdit):
        say_question(by=devon, cycle=cycle, question="Another one", version=0)
    assert say_question(by=devon, cycle=cycle, question="Another one", version=1).version == 2


def test_others_read_the_page_as_far_as_the_rung_and_their_eyes(
    page, ana, coach, stranger, cycle, finish, opened, address
):
    done = finish(cycle)
    for who in (coach, stranger):
        assert page(who, address("page", done.pk)).status_code == 404
        assert page(who, address("large", done.pk)).status_code == 404
        assert page(who, address("pdf", done.pk)).status_code == 404
    opened(done, Rung.PUBLIC)
    near, far = parts(coach, done), parts(stranger, done)
    assert near["surprise"].lines == ("Two pairs never began.",)
    assert far["surprise"].lines == ("This stays with the team.",)
    assert far["open"].lines == near["open"].lines
    assert page(stranger, address("question", done.pk), {"question": "Mine", "version": "0"}).status_code == 403
    with pytest.raises(NotAllowed):
        say_question(by=coach, cycle=done, question="Mine")


def test_a_cycle_set_aside_is_shared_out_by_its_team_only(ana, coach, cycle, opened):
    opened(cycle)
    set_aside(by=ana, cycle=Cycle.objects.get(pk=cycle.pk))
    assert share_out_of(ana, cycle.pk).view.cycle.pk == cycle.pk
    with pytest.raises(NotFound):
        share_out_of(coach, cycle.pk)


@pytest.mark.ac("S1 R-60")
@pytest.mark.parametrize(("paper", "points"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_print_is_one_page_however_long_the_texts_are(page, ana, inquiry, finish, address, paper, points):
    long = "They read the card aloud and then they stop after one sentence. " * 70
    aim = {"what": long[:200], "for_whom": "fifth graders", "baseline": 33, "target": 70}
    set_aim(by=ana, inquiry=inquiry, **aim)
    plan = {"kind": "at_least", "low": 12, "out_of": 24, "look_on": datetime.date(2027, 1, 29), "planned_counts": 4}
    draft = draft_cycle(by=ana, inquiry=inquiry, try_what=long[:300], because=long[:4000], **plan)
    cycle = start_do(by=ana, cycle=draft)
    say_question(by=ana, cycle=cycle, question=long[:500])
    texts = dict.fromkeys(("learned", "surprised_by", "what_changes", "not_benefited", "decision_reason"), long)
    done = finish(cycle, **texts)
    pdf = PdfReader(io.BytesIO(page(ana, f"{address('pdf', done.pk)}?paper={paper}").content))
    box = pdf.pages[0].mediabox
    assert len(pdf.pages) == 1
    assert (round(float(box.width)), round(float(box.height))) == points
    text = pdf.pages[0].extract_text()
    assert "Our 15 minutes" in text
    assert "4 min · We tell" in text
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_paper_that_is_not_known_is_not_found(page, ana, cycle, address):
    assert page(ana, f"{address('pdf', cycle.pk)}?paper=napkin").status_code == 404


def test_surprises_noted_in_do_are_told_until_study_says_more(ana, coach, stranger, cycle, finish, opened):
    day = {"happened_on": datetime.date(2026, 1, 12), "place": "Room 12", "seen_by": "Devon Park"}
    add_entry(by=ana, cycle=cycle, kind="surprise", text="They whispered in Spanish first.", **day)
    add_entry(by=ana, cycle=cycle, kind="observation", text="It was loud.", **day)
    opened(cycle, Rung.PUBLIC)
    for who in (ana, coach):
        assert parts(who, cycle)["surprise"].lines == ("They whispered in Spanish first.",)
    assert parts(stranger, cycle)["surprise"].lines == ("This stays with the team.",)
    assert parts(ana, finish(cycle))["surprise"].lines == ("Two pairs never began.",)


def test_length_is_chosen_and_printed(page, ana, cycle, address):
    told = words(page(ana, f"{address('page', cycle.pk)}?minutes=10"))
    assert "Our 10 minutes" in told
    assert "3 min · We tell" in told


def test_page_costs_the_same_whatever_is_stored(page, ana, cycle, address, django_assert_num_queries):
    ask(by=ana, cycle=cycle, text="Who spoke first?")
    page(ana, address("page", cycle.pk))
    with CaptureQueriesContext(connection) as few:
        page(ana, address("page", cycle.pk))
    for n in range(8):
        ask(by=ana, cycle=cycle, text=f"Question {n}")
        add_entry(by=ana, cycle=cycle, text=f"Note {n}", happened_on=datetime.date(2026, 1, 12))
    with django_assert_num_queries(len(few)):
        page(ana, address("page", cycle.pk))
