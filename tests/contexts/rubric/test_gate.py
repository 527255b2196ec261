"""The gate on the page of a thread, and the rubric of an organisation."""

import datetime

import pytest
from django.urls import reverse

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.rubric import services
from aimwell.contexts.cycles.rubric.models import Review, RubricVersion
from aimwell.contexts.cycles.rubric.queries import rubric_row_for, rubric_said
from aimwell.contexts.cycles.services import begin_study, change_plan, draft_cycle, finish, start_do
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.services import start_inquiry
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, StaleEdit
from aimwell.domain.pdsa.rubric import CODES, Answer, Both, Own
from contexts.rubric.conftest import all_met

DAY = datetime.date(2027, 1, 29)
PLAN = {"kind": "at_least", "low": 12, "out_of": 24, "look_on": DAY}


def url(name, *args, **query):
    asked = "&".join(f"{key}={value}" for key, value in query.items())
    return reverse(f"rubric:{name}", args=args) + (f"?{asked}" if asked else "")


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def thread(ana, inquiry, answers):
    """`thread(6, 7, 7)`: cycles that follow each other, read with so many points; None: not read."""

    def make(*points, follows=True):
        made, waiting = [], draft_cycle(by=ana, inquiry=inquiry, try_what="Cards", **PLAN)
        for met in points:
            cycle = start_do(by=ana, cycle=change_plan(by=ana, cycle=waiting, version=None, try_what="Cards", **PLAN))
            cycle = begin_study(by=ana, cycle=cycle)
            done = finish(by=ana, cycle=cycle, version=cycle.version, **answers())
            made.append(done.cycle)
            waiting = done.successor
            if met is not None:
                said = {code: Answer(place < met) for place, code in enumerate(CODES)}
                services.read_ourselves(by=ana, cycle=done.cycle, version=None, answers=said, follows=follows)
        return made

    return make


@pytest.mark.ac("S1 R-46")
def test_a_thread_in_words_with_the_caution(page, ana, thread):
    shown = words(page(ana, url("gate", thread(6, 7, 7)[-1].pk)))
    assert "All three answers are yes." in shown
    assert "the printed gate has no minimum" in shown
    assert "Has the school documented at least 3 PDSAs?" in shown


def test_the_settings_change_the_answer(page, ana, thread):
    last = thread(8, 7, 9)[-1]
    assert "fewer points in its record" in words(page(ana, url("gate", last.pk)))
    assert "All three answers are yes." in words(page(ana, url("gate", last.pk, way="ends")))
    assert page(ana, url("gate", last.pk, way="odd", window="odd")).status_code == 200


@pytest.mark.ac("S1 R-46")
def test_an_organisation_sets_what_the_printed_gate_leaves_open_with_a_date(page, api, ana, thread, around):
    last, place = thread(8, 7, 9)[-1], around.district
    assert "fewer points in its record" in words(page(ana, url("gate", last.pk)))
    form = words(page(around.admin, url("org", place.pk)))
    assert '<option value="pairwise" selected>' in form
    kept = {f"{code}_in": "yes" for code in CODES} | {"version": "0", "way": "ends", "window": "whole"}
    assert page(around.admin, url("org", place.pk), kept).status_code == 302
    shown = words(page(ana, url("gate", last.pk)))
    assert "All three answers are yes." in shown
    assert "Fern Valley set this in its version 1, from" in shown
    other = words(page(ana, url("gate", last.pk, way="pairwise")))
    assert "fewer points in its record" in other
    assert "You look at it another way now. Nothing is kept." in other
    assert '<option value="ends" selected>' in words(page(around.admin, url("org", place.pk)))
    told = api(ana, "GET", f"/cycles/{last.pk}/gate").json()
    assert (told["settings"]["way"], told["edition"], told["verdict"]) == ("ends", 1, "all")
    sent = {"version": 1, "gate": {"way": "pairwise", "window": "last"}, "reason": "Never fewer"}
    made = api(around.admin, "PUT", f"/orgs/{place.pk}/rubric", sent).json()
    assert (made["number"], made["gate"]["window"]) == (2, "last")
    assert made["starts_on"] == RubricVersion.objects.get(number=2).starts_on.isoformat()
    assert api(around.admin, "GET", f"/orgs/{around.school.pk}/rubric").json()["gate"]["window"] == "last"
    assert api(ana, "GET", f"/cycles/{last.pk}/gate").json()["edition"] == 2
    refused = page(around.admin, url("org", place.pk), {**kept, "version": "2", "way": "sideways"})
    assert (refused.status_code, RubricVersion.objects.count()) == (422, 2)


def test_a_draft_does_not_count_and_what_is_not_read_is_named(page, ana, thread):
    made = thread(6, None)
    shown = words(page(ana, url("gate", made[0].pk)))
    assert "the gate asks for 3 cycles, and 2 are written down" in shown
    assert "Cycle 2: not all points are read yet." in shown
    assert "Cycle 2: nobody has said yet whether it follows from the one before." in shown


@pytest.mark.ac("S1 R-49")
def test_a_plan_alone_is_not_documented_and_practice_never_counts(page, ana, inquiry, thread):
    draft = draft_cycle(by=ana, inquiry=inquiry, try_what="Cards", **PLAN)
    shown = words(page(ana, url("gate", draft.pk)))
    assert "Not documented: no cycle is written down yet. This does not say that nothing was done." in shown
    made = thread(6, 7, 7)
    Cycle.objects.filter(pk=made[0].pk).update(practice=True)
    assert "and 2 are written down" in words(page(ana, url("gate", made[1].pk)))


@pytest.mark.ac("S1 R-48")
def test_a_school_with_first_cycles_only_has_spread_but_no_depth(page, ana, person, team, thread, around):
    from aimwell.contexts.people.services import start_team

    [own] = thread(8)
    for number in (1, 2):
        lead = person(f"Lead{number} One")
        other = start_team(by=lead, name=f"Team {number}")
        other.org = around.school
        other.save(update_fields=["org"])
        effort = start_inquiry(by=lead, team=other, problem="Theirs")
        cycle = start_do(by=lead, cycle=draft_cycle(by=lead, inquiry=effort, try_what="Cards", **PLAN))
        services.read_ourselves(by=lead, cycle=cycle, version=None, answers=all_met())
        share(by=lead, obj=cycle, rung=Rung.SCHOOL)
    shown = words(page(ana, url("gate", own.pk, series="school")))
    assert "Spread, but no depth yet" in shown
    assert "teams with a cycle: 3. Threads: 3. Cycles in the longest thread: 1." in shown
    assert "and 1 are written down" in words(page(ana, url("gate", own.pk)))


def test_the_gate_is_for_the_team(page, api, ana, opened, around):
    assert page(around.coach, url("gate", opened.pk)).status_code == 404
    assert api(around.coach, "GET", f"/cycles/{opened.pk}/gate").status_code == 404
    told = api(ana, "GET", f"/cycles/{opened.pk}/gate?way=ends").json()
    assert (told["verdict"], told["answers"][0]["answer"], told["cycles"]) == ("few", "no", [opened.pk])


@pytest.mark.parametrize("many", [1, 5])
def test_the_gate_costs_the_same_however_long_the_thread(page, ana, thread, many, django_assert_num_queries):
    last = thread(*[7] * many)[-1]
    page(ana, url("gate", last.pk))
    with django_assert_num_queries(8):
        page(ana, url("gate", last.pk))


def test_an_organisation_words_its_rubric_and_old_readings_keep_theirs(page, ana, cycle, doing, around):
    first = services.read_ourselves(by=ana, cycle=cycle, version=None, answers=all_met())
    own = {"S9": Own(Both("Families heard of it"), Both("Tell one family"))}
    services.word_rubric(
        by=around.admin, org=around.district, version=0, words={"P2": Both("Small enough for one day")},
        left_out=["A1"], own=own,
    )  # fmt: skip
    later = doing()
    form = words(page(ana, url("ours", later.pk)))
    assert "Small enough for one day" in form
    assert "Families heard of it" in form
    assert "A next step is identified" not in form
    assert "A next step is identified" in words(page(ana, url("ours", cycle.pk)))
    first.refresh_from_db()
    assert first.rubric is None
    answers = {code: Answer(code != "S9") for code in rubric_said(rubric_row_for(later.owner_team)).codes}
    services.read_ourselves(by=ana, cycle=later, version=None, answers=answers)
    shown = words(page(ana, url("review", later.pk)))
    assert "9 of 10 points are in the record." in shown
    assert "Tell one family" in shown


def test_the_nearest_organisation_speaks_and_may_let_the_one_above_speak_again(ana, team, around):
    from aimwell.contexts.people.models import OrgRole, OrgRoleKind

    OrgRole.objects.create(org=around.school, user=around.admin, kind=OrgRoleKind.ORG_ADMIN)
    assert rubric_row_for(team) is None
    for org, text in ((around.district, "Of the district"), (around.school, "Of the school")):
        services.word_rubric(by=around.admin, org=org, version=0, words={"P1": Both(text)})
    assert rubric_said(rubric_row_for(team)).items[0].text.en == "Of the school"
    services.inherit_rubric(by=around.admin, org=around.school, version=1)
    assert rubric_said(rubric_row_for(team)).items[0].text.en == "Of the district"
    assert [row.number for row in RubricVersion.objects.filter(org=around.school)] == [2, 1]


def test_wording_needs_the_office_and_nobody_is_overwritten(ana, around):
    with pytest.raises(NotAllowed):
        services.word_rubric(by=around.principal, org=around.school, version=0, words={})
    services.word_rubric(by=around.admin, org=around.district, version=0, words={"P1": Both("One")})
    services.word_rubric(by=around.admin, org=around.district, version=0, words={"P1": Both("One")})
    assert RubricVersion.objects.count() == 1
    with pytest.raises(StaleEdit):
        services.word_rubric(by=around.admin, org=around.district, version=0, words={"P1": Both("Two")})


def test_the_page_of_the_organisation(page, around):
    address = url("org", around.district.pk)
    assert "The printed rubric holds here." in words(page(around.admin, address))
    used = {f"{code}_in": "yes" for code in CODES if code != "D3"}
    sentence = {"P1_text_en": "Steps are clear", "P1_text_es": "Los pasos son claros", "reason": "Shorter"}
    page(around.admin, address, {**used, **sentence, "version": "0"})
    shown = words(page(around.admin, address))
    assert "Your version 1 holds here" in shown
    assert 'value="Los pasos son claros"' in shown
    assert "Shorter" in shown
    empty = page(around.admin, address, {"version": "1", "P1_text_en": "Kept words"})
    assert empty.status_code == 422
    assert "At least one point has to stay." in words(empty)
    assert 'value="Kept words"' in words(empty)
    half = words(page(around.admin, address, {**used, "version": "1", "S9_text_en": "Families heard of it"}))
    assert "A point of your own needs its words and its next move." in half
    assert half.count('<details class="disclosure small" open>') == 1
    stale = page(around.admin, address, {**used, "version": "0", "P1_text_en": "Mine"})
    assert 'name="version" value="1"' in words(stale)
    page(around.admin, address, {"do": "inherit", "version": "1"})
    assert "The printed rubric holds here." in words(page(around.admin, address))
    assert page(around.principal, address).status_code == 404


def test_the_rubric_of_an_organisation_in_the_api(api, around):
    base = f"/orgs/{around.district.pk}/rubric"
    assert api(around.admin, "GET", base).json()["points"][0]["code"] == "P1"
    body = {"version": 0, "left_out": ["A1"], "words": [{"code": "P1", "en": "Clear", "es": "Claro"}]}
    told = api(around.admin, "PUT", base, body).json()
    assert (told["number"], len(told["points"]), told["points"][0]["text"]["es"]) == (1, 9, "Claro")
    assert len(api(around.admin, "POST", f"{base}/inherit", {"version": 1}).json()["points"]) == 10
    assert api(around.principal, "GET", base).status_code == 404
    assert Review.objects.count() == 0
