"""The team reads first; somebody it asked reads without seeing that; then both, and one agreed version."""

import datetime
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries import cycle_view
from aimwell.contexts.cycles.rubric import services
from aimwell.contexts.cycles.rubric.models import Review, Side
from aimwell.contexts.cycles.rubric.queries import people_to_ask, readings_of
from aimwell.contexts.cycles.services import add_entry
from aimwell.contexts.people.services import share
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit
from aimwell.domain.pdsa.rubric import CODES, Answer
from contexts.rubric.conftest import all_met

DAY = datetime.date(2026, 1, 12)


def url(name, *args):
    return reverse(f"rubric:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


def sent(*but, **more):
    return {**{code: "no" if code in but else "yes" for code in CODES}, **more}


def read(ana, cycle, *but):
    return services.read_ourselves(by=ana, cycle=cycle, version=None, answers=all_met(*but))


@pytest.mark.ac("S1 R-46")
@pytest.mark.ac("S1 R-51")
def test_the_team_reads_its_own_record_in_one_form(page, ana, cycle):
    assert "Read it ourselves" in words(page(ana, url("review", cycle.pk)))
    form = words(page(ana, url("ours", cycle.pk)))
    assert form.count("<legend>") == 10
    assert "The cycle before" not in form
    page(ana, url("ours", cycle.pk), sent("P3", "S2", "A1", P3_note="No number yet"))
    shown = words(page(ana, url("review", cycle.pk)))
    assert "7 of 10 points are in the record." in shown
    assert "Next time, make the prediction checkable: how many, of how many, by when." in shown
    assert "No number yet" in shown
    assert shown.count('class="row-text"') == 3


def test_a_reading_may_be_kept_half_way(page, ana, cycle):
    page(ana, url("ours", cycle.pk), {"P1": "yes", "P2": "no"})
    own = Review.objects.get()
    assert (own.done_on, sorted(own.points)) == (None, ["P1", "P2"])
    assert "2 of 10 points have an answer so far." in words(page(ana, url("review", cycle.pk)))
    page(ana, url("ours", cycle.pk), sent(version="1"))
    own.refresh_from_db()
    assert own.done_on == timezone.localdate()


@pytest.mark.ac("S1 R-47")
def test_nothing_is_read_off_the_text(ana, finished):
    cycle = finished().cycle
    assert readings_of(cycle_view(ana, cycle.pk)).own is None
    assert Review.objects.count() == 0


@pytest.mark.ac("S1 R-47")
def test_others_read_only_after_the_team_and_only_when_asked(page, ana, opened, around):
    with pytest.raises(Refused) as refusal:
        services.ask_to_read(by=ana, cycle=opened, reader=around.coach)
    assert refusal.value.code == "own_reading_first"
    read(ana, opened, "P3")
    shown = words(page(around.coach, url("review", opened.pk)))
    assert "The team has not opened what it read." in shown
    assert "points are in the record" not in shown
    with pytest.raises(NotAllowed):
        services.read_ourselves(by=around.coach, cycle=opened, version=1, answers={})
    page(ana, url("ask", opened.pk), {"reader": around.coach.pk})
    assert Review.objects.get(side=Side.OTHER).reader == around.coach
    assert "asks you to read this cycle" in words(page(around.coach, reverse("cycles:cycle", args=[opened.pk])))


def test_leaders_are_not_on_the_list_and_only_those_who_see_the_cycle(ana, team, cycle, around, devon):
    assert people_to_ask(Cycle.objects.get()) == [ana, devon]
    share(by=ana, obj=cycle, rung=Rung.SCHOOL)
    assert people_to_ask(Cycle.objects.get()) == [ana, devon, around.colleague]
    share(by=ana, obj=cycle, rung=Rung.COACH)
    assert people_to_ask(Cycle.objects.get()) == [ana, around.coach, devon, around.colleague]
    read(ana, cycle)
    with pytest.raises(Refused) as refusal:
        services.ask_to_read(by=ana, cycle=cycle, reader=around.principal)
    assert refusal.value.code == "reader_cannot_see"


def test_an_agreed_day_keeps_the_reading_closed_until_then(page, ana, opened, around):
    read(ana, opened)
    later = timezone.localdate() + datetime.timedelta(days=3)
    asked = services.ask_to_read(by=ana, cycle=opened, reader=around.coach, opens_on=later)
    assert page(around.coach, url("reading", asked.pk)).status_code == 404
    Review.objects.filter(pk=asked.pk).update(opens_on=timezone.localdate())
    assert page(around.coach, url("reading", asked.pk)).status_code == 200


@pytest.mark.ac("S1 R-50")
def test_the_second_reads_without_seeing_the_first_then_both_compare_and_agree(page, ana, opened, around):
    services.read_ourselves(
        by=ana, cycle=opened, version=None, answers={**all_met("P3"), "P3": Answer(False, "Ours to mend")}
    )
    asked = services.ask_to_read(by=ana, cycle=opened, reader=around.coach)
    for address in (url("reading", asked.pk), url("review", opened.pk)):
        shown = words(page(around.coach, address))
        assert "Ours to mend" not in shown
        assert "points are in the record" not in shown
    page(around.coach, url("reading", asked.pk), {"P1": "yes", "version": "1", "do": "keep"})
    assert "1 of" not in words(page(ana, url("review", opened.pk)))  # the team waits until it is finished
    page(around.coach, url("reading", asked.pk), sent("D2", version="2", do="done", D2_note="I saw none"))
    for who in (ana, around.coach):
        shown = words(page(who, url("review", opened.pk)))
        assert "The two readings say the same on 8 of 10 points (80 percent)." in shown
        assert "Predictions are clear, specific and falsifiable" in shown
        assert "“I saw none”" in shown
    form = words(page(ana, url("agree", opened.pk)))
    assert form.count('value="yes" checked') == 8
    assert "“Ours to mend”" in form
    assert page(ana, url("agree", opened.pk), {"P1": "yes"}).status_code == 422
    page(ana, url("agree", opened.pk), sent("P3"))
    assert "Agreed: 9 of 10 points are in the record." in words(page(ana, url("review", opened.pk)))
    assert Review.objects.get(side=Side.AGREED).points["D2"]["met"] is True
    assert Review.objects.get(side=Side.OTHER).points["D2"]["met"] is False


def test_a_finished_second_reading_closes_both(page, ana, opened, around):
    own = read(ana, opened)
    asked = services.ask_to_read(by=ana, cycle=opened, reader=around.coach)
    done = services.give_reading(by=around.coach, review=asked, version=1, answers=all_met(), done=True)
    for act in (
        lambda: services.read_ourselves(by=ana, cycle=opened, version=own.version, answers={}),
        lambda: services.give_reading(by=around.coach, review=done, version=done.version, answers={}),
        lambda: services.take_back_ask(by=ana, review=done),
    ):
        with pytest.raises(Refused) as refusal:
            act()
        assert refusal.value.code == "reading_closed"
    assert {len(row.points) for row in Review.objects.all()} == {10}


def test_a_member_who_is_asked_reads_blind_too(page, ana, devon, cycle):
    services.read_ourselves(by=ana, cycle=cycle, version=None, answers={**all_met(), "P1": Answer(True, "Ana says")})
    asked = services.ask_to_read(by=ana, cycle=cycle, reader=devon)
    assert "Ana says" not in words(page(devon, url("review", cycle.pk)))
    assert page(devon, url("ours", cycle.pk)).url == url("reading", asked.pk)
    assert page(ana, url("reading", asked.pk)).url == url("review", cycle.pk)
    with pytest.raises(NotAllowed):
        services.give_reading(by=ana, review=asked, version=1, answers={})


def test_finishing_with_open_points_loses_nothing_and_marks_them(page, ana, opened, around):
    read(ana, opened)
    asked = services.ask_to_read(by=ana, cycle=opened, reader=around.coach)
    some = {"P1": "yes", "P2": "no", "P2_note": "Too large", "version": "1", "do": "done"}
    answer = page(around.coach, url("reading", asked.pk), some)
    assert answer.status_code == 422
    shown = words(answer)
    assert "Too large" in shown
    assert shown.count("Is it there, or not yet?") == 8
    asked.refresh_from_db()
    assert (asked.done_on, asked.points["P2"]["note"]) == (None, "Too large")


def test_two_members_never_overwrite_each_other_silently(page, ana, devon, cycle):
    services.read_ourselves(by=ana, cycle=cycle, version=None, answers={"P1": Answer(True)})
    services.read_ourselves(by=devon, cycle=cycle, version=1, answers={"P1": Answer(False, "Not the steps")})
    answer = page(ana, url("ours", cycle.pk), {"P1": "yes", "P1_note": "Mine", "version": "1"})
    shown = words(answer)
    assert answer.status_code == 409
    assert "Devon Park saved meanwhile." in shown
    assert "“Not the steps”" in shown
    assert ">Mine<" in shown
    assert 'name="version" value="2"' in shown
    assert Review.objects.get().points["P1"]["note"] == "Not the steps"
    page(ana, url("ours", cycle.pk), {"P1": "yes", "P1_note": "Mine", "version": "2"})
    assert Review.objects.get().points["P1"]["note"] == "Mine"
    with pytest.raises(StaleEdit):
        services.read_ourselves(by=devon, cycle=cycle, version=None, answers={})


def test_what_came_out_is_for_the_team_until_it_opens_it(page, api, ana, opened, around):
    read(ana, opened, "P3")
    for who in (around.coach, around.colleague, around.principal):
        assert "points are in the record" not in words(page(who, url("review", opened.pk)))
        told = api(who, "GET", f"/cycles/{opened.pk}/rubric").json()
        assert (told["own"], told["result"], told["seconds"]) == (None, None, [])
    page(ana, url("open", opened.pk), {"shared": "yes"})
    assert "9 of 10 points are in the record." in words(page(around.principal, url("review", opened.pk)))
    assert "9 of 10 points" in words(page(around.principal, reverse("cycles:cycle", args=[opened.pk])))
    assert api(around.principal, "GET", f"/cycles/{opened.pk}/rubric").json()["result"]["met"] == 9
    page(ana, url("open", opened.pk), {"shared": "no"})
    assert "points are in the record" not in words(page(around.principal, url("review", opened.pk)))


def test_taking_a_question_back_and_asking_again(page, ana, opened, around):
    read(ana, opened)
    asked = services.ask_to_read(by=ana, cycle=opened, reader=around.coach)
    page(ana, url("back", asked.pk), {})
    assert page(around.coach, url("reading", asked.pk)).status_code == 404
    page(ana, url("again", asked.pk), {})
    assert page(around.coach, url("reading", asked.pk)).status_code == 200
    with pytest.raises(Refused):
        services.ask_to_read(by=ana, cycle=opened, reader=around.coach)


def test_a_later_cycle_asks_first_whether_it_follows(page, ana, finished):
    after = finished().successor
    from aimwell.contexts.cycles.services import change_plan, start_do

    plan = {
        "try_what": "A quiet minute",
        "look_on": datetime.date(2027, 1, 29),
        "kind": "at_least",
        "low": 12,
        "out_of": 24,
    }
    start_do(by=ana, cycle=change_plan(by=ana, cycle=after, version=None, **plan))
    assert "After a “no” the printed rubric stops." in words(page(ana, url("ours", after.pk)))
    page(ana, url("ours", after.pk), {"I": "no", "I_note": "Another question"})
    assert Review.objects.get().done_on is not None
    shown = words(page(ana, url("review", after.pk)))
    assert "does not follow from the one before. The printed rubric stops here." in shown
    assert "Another question" in shown


@pytest.mark.ac("S1 R-52")
def test_both_cautions_stand_in_the_help_of_every_reader(page, ana, opened, around):
    read(ana, opened)
    asked = services.ask_to_read(by=ana, cycle=opened, reader=around.coach)
    for who, address in ((ana, url("ours", opened.pk)), (around.coach, url("reading", asked.pk))):
        shown = words(page(who, address))
        assert "The printed rubric has no minimum." in shown
        assert "It reads documents only." in shown


@pytest.mark.ac("S1 R-53")
def test_questions_to_the_owners_are_never_kept_nor_shown_to_others(page, ana, opened, around):
    for text in ("They began.", "They stopped."):
        add_entry(by=ana, cycle=opened, text=text, happened_on=DAY)
    before = Event.objects.count()
    shown = words(page(ana, url("review", opened.pk)))
    for question in ("written on one day", "come from one person", "No count hangs on this cycle"):
        assert question in shown
        assert question not in words(page(around.coach, url("review", opened.pk)))
    assert Event.objects.count() == before
    add_entry(by=ana, cycle=opened, kind="count", count=8, out_of=24, happened_on=DAY, seen_by="Devon")
    shown = words(page(ana, url("review", opened.pk)))
    assert "No count hangs" not in shown
    assert "come from one person" not in shown


def test_a_draft_has_nothing_to_read(page, ana, draft):
    cycle = draft()
    assert "Read this cycle by the rubric" not in words(page(ana, reverse("cycles:cycle", args=[cycle.pk])))
    assert "once Do has started" in words(page(ana, url("review", cycle.pk)))
    with pytest.raises(Refused):
        read(ana, cycle)


def test_the_cycle_links_to_it(page, ana, cycle):
    assert url("review", cycle.pk) in words(page(ana, reverse("cycles:cycle", args=[cycle.pk])))


@pytest.mark.parametrize("many", [0, 6])
def test_the_page_costs_the_same_however_many_read(
    page, ana, team, person, opened, around, many, django_assert_num_queries
):
    from aimwell.contexts.people.models import Membership

    read(ana, opened)
    for number in range(1 + many):
        user = person(f"Reader{number} One")
        Membership.objects.create(team=team, user=user, name=user.name)
        asked = services.ask_to_read(by=ana, cycle=opened, reader=user)
        services.give_reading(by=user, review=asked, version=1, answers=all_met("P1"), done=True)
    page(ana, url("review", opened.pk))
    with django_assert_num_queries(9):
        page(ana, url("review", opened.pk))


def test_the_whole_way_in_the_api(api, ana, opened, around, stranger):
    ten = [{"code": code, "met": code != "P3", "note": ""} for code in CODES]
    base = f"/cycles/{opened.pk}/rubric"
    own = api(ana, "PUT", f"{base}/ours", {"answers": ten}).json()
    assert (own["met"], own["points"], own["version"]) == (9, 10, 1)
    asked = api(ana, "POST", f"{base}/ask", {"reader": around.coach.pk}).json()
    assert asked["reader"] == "Cora"
    assert api(around.coach, "GET", base).json()["own"] is None
    early = {"version": 1, "answers": ten[:3], "done": True}
    refused = api(around.coach, "PUT", f"/readings/{asked['id']}", early)
    assert (refused.status_code, refused.json()["code"]) == (422, "reading_incomplete")
    given = api(around.coach, "PUT", f"/readings/{asked['id']}", {"version": 1, "answers": ten, "done": True}).json()
    assert given["met"] == 9
    [second] = api(ana, "GET", base).json()["seconds"]
    assert (second["alike"], second["both"], second["percent"], second["differ"]) == (10, 10, 100, [])
    assert api(ana, "PUT", f"{base}/agreed", {"answers": ten}).json()["side"] == "agreed"
    assert api(stranger, "GET", base).status_code == 404
    assert api(stranger, "GET", f"/readings/{asked['id']}").status_code == 404
    odd = api(ana, "PUT", f"{base}/agreed", {"version": 1, "answers": [{"code": "X", "met": True}]})
    assert odd.json()["code"] == "unknown_choice"


def test_spanish_reads_the_points_in_spanish(page, ana, cycle):
    shown = words(page(ana, url("ours", cycle.pk), headers={"accept-language": "es"}))
    assert "Se resume lo aprendido" in shown
    assert "Nuestra propia lectura" in shown


def test_nobody_outside_finds_a_reading(person, ana, opened, around):
    read(ana, opened)
    asked = services.ask_to_read(by=ana, cycle=opened, reader=around.coach)
    with pytest.raises(NotFound):
        services.give_reading(by=around.colleague, review=asked, version=1, answers={})


def test_a_question_sent_twice_is_asked_once_and_says_so(page, ana, opened, around):
    read(ana, opened)
    once = {"reader": around.coach.pk, "opens_on": "2030-01-02", "key": str(uuid.uuid4())}
    for _ in range(2):
        assert page(ana, url("ask", opened.pk), once).status_code == 302
    assert Review.objects.get(side=Side.OTHER).opens_on == datetime.date(2030, 1, 2)
    other = page(ana, url("ask", opened.pk), {**once, "key": str(uuid.uuid4())})
    assert "This person is asked already." in words(other)


@pytest.mark.parametrize("day", ["2030-13-45", "soon"])
def test_a_day_that_is_none_sends_nothing_and_keeps_who_was_chosen(page, ana, opened, around, day):
    read(ana, opened)
    answer = page(ana, url("ask", opened.pk), {"reader": around.coach.pk, "opens_on": day})
    assert answer.status_code == 422
    assert "Choose a day, such as 2027-01-29." in words(answer)
    assert f'<option value="{around.coach.pk}" selected>' in words(answer)
    assert not Review.objects.filter(side=Side.OTHER).exists()


def test_what_the_team_wrote_comes_back_where_the_reading_was_closed_meanwhile(page, ana, opened, around):
    own = read(ana, opened)
    asked = services.ask_to_read(by=ana, cycle=opened, reader=around.coach)
    services.give_reading(by=around.coach, review=asked, version=1, answers=all_met(), done=True)
    answer = page(ana, url("ours", opened.pk), sent("P1", version=own.version, P1_note="A long note"))
    assert answer.status_code == 422
    assert "This reading is finished and stays as it is." in words(answer)
    assert "A long note" in words(answer)
    assert Review.objects.get(side=Side.TEAM).points["P1"]["met"] is True


def test_finishing_twice_is_once_and_other_answers_come_back(page, ana, opened, around):
    read(ana, opened)
    asked = services.ask_to_read(by=ana, cycle=opened, reader=around.coach)
    for _ in range(2):
        answer = page(around.coach, url("reading", asked.pk), sent("D2", version="1", do="done"))
        assert answer.url == url("review", opened.pk)
    assert Event.objects.filter(verb="read_by_rubric", target_id=asked.pk).count() == 2  # kept, then finished
    other = page(around.coach, url("reading", asked.pk), sent("D1", version="1", do="done", D1_note="Too late"))
    assert other.status_code == 422
    assert "Too late" in words(other)
    assert page(around.coach, url("reading", asked.pk)).url == url("review", opened.pk)


def test_a_member_who_reads_blind_neither_sees_nor_writes_another_reading(page, api, ana, devon, opened, around):
    own = read(ana, opened)
    done = services.ask_to_read(by=ana, cycle=opened, reader=around.coach)
    services.give_reading(by=around.coach, review=done, version=1, answers=all_met("P3"), done=True)
    services.ask_to_read(by=ana, cycle=opened, reader=devon)
    assert api(devon, "GET", f"/readings/{done.pk}").json()["answers"] == []
    assert len(api(ana, "GET", f"/readings/{done.pk}").json()["answers"]) == 10
    for act in (services.read_ourselves, services.agree_on):
        with pytest.raises(Refused) as refusal:
            act(by=devon, cycle=opened, version=own.version, answers=all_met())
        assert refusal.value.code == "read_blind_first"
    assert not Review.objects.filter(side=Side.AGREED).exists()
