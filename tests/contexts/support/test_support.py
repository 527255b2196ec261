"""A team asks for support, the place above answers, and the team sees how long it took."""

import datetime
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles.support.models import SupportRequest
from aimwell.contexts.cycles.support.queries import places_to_ask, support_of
from aimwell.contexts.cycles.support.services import (
    answer_support,
    ask_support,
    ask_support_again,
    note_answer,
    take_back_support,
)
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, NotFound, Refused

WORDS = "Somebody to cover Room 12 on Friday from 9:10 to 9:40"


def url(name, *args):
    return reverse(f"support:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


def asked(ana, team, around=None, **more):
    org = around.school if around else None
    return ask_support(by=ana, team=team, kind="class_cover", text=WORDS, org=org, **more)


def days_ago(row, days):
    SupportRequest.objects.filter(pk=row.pk).update(created_at=timezone.now() - datetime.timedelta(days=days))


@pytest.mark.ac("S1 R-58")
def test_from_a_cycle_to_the_principal_and_back(page, ana, team, cycle, around):
    address = f"{url('team', team.pk)}?cycle={cycle.pk}"
    assert address in words(page(ana, reverse("cycles:cycle", args=[cycle.pk])))
    form = words(page(ana, address))
    assert "For cycle 1: Starters on desk cards" in form
    assert f'<option value="{around.school.pk}" selected>Lantern Hill (Pat)</option>' in form
    sent = {"help_kind": "class_cover", "text": WORDS, "asked_org": around.school.pk, "cycle": cycle.pk}
    sent |= {"needed_by": "2027-01-15", "key": str(uuid.uuid4())}
    page(ana, url("team", team.pk), sent)
    page(ana, url("team", team.pk), sent)
    row = SupportRequest.objects.get()
    assert (row.cycle, row.asked_org, row.needed_by) == (cycle, around.school, datetime.date(2027, 1, 15))
    days_ago(row, 3)
    seen = words(page(around.principal, url("inbox")))
    assert WORDS in seen
    assert "by January 15, 2027" in seen
    said = {"request": row.pk, "said": "partly", "words": "From 9:20 on", "said_for": "2027-01-15"}
    page(around.principal, url("answer"), said)
    shown = words(page(ana, url("team", team.pk)))
    assert "Partly: From 9:20 on (from January 15, 2027)" in shown
    assert "After 3 days · Pat" in shown


@pytest.mark.ac("S1 R-58")
def test_nothing_else_of_the_teams_work_is_seen_there(page, ana, team, cycle, around):
    asked(ana, team, around, cycle=cycle)
    seen = words(page(around.principal, url("inbox")))
    assert "Starters on desk cards" not in seen
    assert reverse("cycles:cycle", args=[cycle.pk]) not in seen
    assert page(around.principal, url("team", team.pk)).status_code == 404
    assert page(around.principal, reverse("cycles:cycle", args=[cycle.pk])).status_code == 404


@pytest.mark.ac("S1 R-58")
def test_how_long_answers_take_is_seen_by_the_team(page, ana, team, around):
    for days in (1, 4, 9):
        row = asked(ana, team, around)
        days_ago(row, days)
        answer_support(by=around.principal, request=row, said="yes")
    assert support_of(ana, team).typical_days == 4
    assert "Half of the answers came within 4 days." in words(page(ana, url("team", team.pk)))


def test_only_an_office_there_answers(ana, team, around):
    row = asked(ana, team, around)
    for who in (around.coach, around.colleague, around.admin, ana):  # the district was not asked
        with pytest.raises(NotFound):
            answer_support(by=who, request=row, said="yes")
    assert SupportRequest.objects.get().said == ""


def test_places_are_those_above_where_somebody_can_answer(ana, team, around):
    assert [(one.org, one.names) for one in places_to_ask(team)] == [(around.school, "Pat"), (around.district, "Yara")]
    from aimwell.contexts.orgs.models import OrgKind
    from aimwell.contexts.orgs.services import create_org

    with pytest.raises(Refused) as refusal:
        ask_support(by=ana, team=team, kind="visit", text="x", org=create_org(kind=OrgKind.DISTRICT, name="Far"))
    assert refusal.value.code == "no_such_place"


def test_a_no_and_a_partly_need_a_sentence_and_one_answer_stands(page, ana, team, around):
    row = asked(ana, team, around)
    for said in ("no", "partly"):
        with pytest.raises(Refused):
            answer_support(by=around.principal, request=row, said=said)
    answer = page(around.principal, url("answer"), {"request": row.pk, "said": "no"})
    assert answer.status_code == 422
    assert "need one sentence" in words(answer)
    answer_support(by=around.principal, request=row, said="no", words="Not before March")
    with pytest.raises(Refused):
        answer_support(by=around.principal, request=row, said="yes")
    assert Event.objects.filter(verb="answered_support", scope_id=team.pk).get().actor_name == "Pat"


def test_taking_back_and_asking_again(page, ana, team, around):
    row = asked(ana, team, around)
    page(ana, url("back", row.pk), {})
    assert "Nothing waits for you" in words(page(around.principal, url("inbox")))
    with pytest.raises(NotFound):
        answer_support(by=around.principal, request=row, said="yes")
    assert "Taken back" in words(page(ana, url("team", team.pk)))
    page(ana, url("again", row.pk), {})
    assert WORDS in words(page(around.principal, url("inbox")))
    answer_support(by=around.principal, request=row, said="yes")
    with pytest.raises(Refused):
        take_back_support(by=ana, request=row)


@pytest.mark.ac("S1 R-58")
def test_a_team_without_an_organisation_keeps_its_own_list(page, ana, team):
    shown = words(page(ana, url("team", team.pk)))
    assert "Keep your own list, with who could help." in shown
    assert "Somebody to cover Room 12 on Friday" in shown  # the worked example
    assert 'name="asked_org"' not in shown
    page(ana, url("team", team.pk), {"help_kind": "data_help", "text": "A chart", "who_could_help": "Lee in Room 9"})
    assert "could help: Lee in Room 9" in words(page(ana, url("team", team.pk)))
    row = SupportRequest.objects.get()
    page(ana, url("note", row.pk), {"said": "yes", "words": "On Tuesday"})
    row.refresh_from_db()
    assert (row.said, row.noted, row.answered_by) == ("yes", True, ana)
    assert "(written down by the team)" in words(page(ana, url("team", team.pk)))
    assert support_of(ana, team).typical_days is None


def test_an_answer_that_was_heard_may_be_written_down(ana, devon, team, around):
    row = asked(ana, team, around)
    note_answer(by=devon, request=row, said="partly", words="Half an hour")
    with pytest.raises(Refused):
        answer_support(by=around.principal, request=row, said="no", words="No")


def test_an_empty_sentence_loses_nothing(page, ana, team):
    answer = page(ana, url("team", team.pk), {"help_kind": "visit", "text": " ", "who_could_help": "Lee"})
    assert answer.status_code == 422
    assert "One sentence is needed here." in words(answer)
    assert 'value="Lee"' in words(answer)
    assert SupportRequest.objects.count() == 0


def test_it_is_for_members_only(page, stranger, ana, team, around):
    row = asked(ana, team, around)
    assert page(stranger, url("team", team.pk)).status_code == 404
    for act in (
        lambda: ask_support(by=stranger, team=team, kind="visit", text="x"),
        lambda: take_back_support(by=stranger, request=row),
        lambda: ask_support_again(by=stranger, request=row),
        lambda: note_answer(by=around.principal, request=row, said="yes"),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert SupportRequest.objects.get().said == ""


@pytest.mark.parametrize("many", [1, 6])
def test_both_pages_cost_the_same(page, ana, team, around, many, django_assert_num_queries):
    for _ in range(many):
        asked(ana, team, around)
        answer_support(by=around.principal, request=asked(ana, team, around), said="yes")
    page(ana, url("team", team.pk))
    with django_assert_num_queries(6):
        page(ana, url("team", team.pk))
    page(around.principal, url("inbox"))
    with django_assert_num_queries(3):
        page(around.principal, url("inbox"))


def test_support_in_the_api(api, ana, team, cycle, around, stranger):
    base = f"/teams/{team.pk}/support-requests"
    sent = {"kind": "substitute", "text": WORDS, "org": around.school.pk, "cycle": cycle.pk}
    made = api(ana, "POST", base, sent).json()
    assert (made["kind"], made["org"], made["said"]) == ("substitute", around.school.pk, "")
    [here] = api(around.principal, "GET", "/support-requests").json()["items"]
    assert (here["id"], here["team"], "cycle" in here) == (made["id"], "Room 12 and friends", False)
    told = api(around.principal, "POST", f"/support-requests/{made['id']}/answer", {"said": "yes"}).json()
    assert told["said"] == "yes"
    [own] = api(ana, "GET", base).json()["items"]
    assert (own["said"], own["noted"]) == ("yes", False)
    assert api(stranger, "GET", base).status_code == 404
    assert api(stranger, "POST", f"/support-requests/{made['id']}/answer", {"said": "no"}).status_code == 404
    odd = api(ana, "POST", base, {"kind": "visit", "text": "x", "org": 999})
    assert odd.json()["code"] == "no_such_place"


def test_a_place_whose_only_holder_is_gone_cannot_be_asked(team, around):
    type(around.principal).objects.filter(pk=around.principal.pk).update(is_active=False)
    assert [one.org for one in places_to_ask(team)] == [around.district]


@pytest.mark.ac("S1 R-58")
@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("substitute", "a substitute teacher"), ("class_cover", "somebody to cover a class"),
        ("release_time", "release time"), ("visit", "a visit of a specialist"), ("data_help", "help with data"),
    ],
)  # fmt: skip
def test_each_kind_of_support_can_be_asked_and_names_who_answered_and_what_came_of_it(
    page, ana, team, around, kind, name
):
    assert f'value="{kind}"' in words(page(ana, url("team", team.pk)))
    row = ask_support(by=ana, team=team, kind=kind, text=WORDS, org=around.school)
    assert name in words(page(around.principal, url("inbox"))).lower()
    answer_support(by=around.principal, request=row, said="yes", words="On Friday")
    shown = words(page(ana, url("team", team.pk)))
    assert "Yes: On Friday" in shown
    assert "Pat" in shown
