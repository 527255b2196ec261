"""From "all students" to one group, its gap now and the gap to reach."""

import datetime
import html

import pytest
from django.urls import reverse

from aimwell.contexts.orgs.models import OrgKind, SmallGroupRule, Team
from aimwell.contexts.orgs.services import create_org
from aimwell.contexts.people.models import CoachAssignment
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.focus.models import GapAim
from aimwell.contexts.theory.focus.services import set_gap_aim
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit

WHO = {"group": "Students new to English", "beside": "All other fifth graders"}
MAY = datetime.date(2027, 5, 28)


def url(name, inquiry):
    return reverse(f"focus:{name}", args=[inquiry.pk])


def words(answer):
    return html.unescape(" ".join(answer.content.decode().split())).replace("\xa0", " ")


@pytest.fixture
def coach(person, team):
    school = create_org(kind=OrgKind.SCHOOL, name="Lantern Hill")
    Team.objects.filter(pk=team.pk).update(org=school)
    user = person("Imani Coach")
    CoachAssignment.objects.create(team=team, user=user)
    return user


@pytest.mark.ac("S2 R-17")
def test_an_aim_for_all_becomes_one_group_with_its_gap(page, ana, inquiry):
    aim = words(page(ana, reverse("theory:aim", args=[inquiry.pk])))
    assert "Name a group and its gap" in aim
    asked = words(page(ana, url("gap", inquiry)))
    assert "Your aim is for: all fifth graders." in asked
    assert "The group: not named yet." in asked
    sent = {**WHO, "now": "21", "target": "", "by_when": "", "version": "0"}
    assert page(ana, url("gap", inquiry), sent).status_code == 302
    told = words(page(ana, url("gap", inquiry)))
    assert "The gap to reach: not said yet." in told
    assert "The date: not said yet." in told
    assert "The group: not named yet." not in told
    page(ana, url("gap", inquiry), {**sent, "target": "10", "by_when": "2027-05-28", "version": "1"})
    aim = words(page(ana, reverse("theory:aim", args=[inquiry.pk])))
    assert "Explain their reasoning: the gap between Students new to English and All other fifth graders" in aim
    assert "shrinks from 21 to <strong>10 points by May 28" in aim.replace("</strong> <strong>", " ")


@pytest.mark.ac("S2 R-17")
def test_the_gap_now_comes_from_the_numbers_and_leads_to_the_gap_over_time(page, ana, inquiry, measure, lines):
    a, b = lines["New to English"], lines["All others"]
    sent = {"line_a": str(a.pk), "line_b": str(b.pk), "target": "8", "by_when": "2027-05-28", "version": "0"}
    assert page(ana, url("gap", inquiry), sent).status_code == 302
    row = GapAim.objects.get()
    assert (row.group, row.beside, row.now) == ("New to English", "All others", round(100 * (27 / 49 - 9 / 23), 1))
    told = words(page(ana, reverse("theory:aim", args=[inquiry.pk])))
    assert "From the numbers, February 23, 2026: New to English is at 39 %, All others at 55 %." in told
    assert "That is 16 points apart." in told
    address = f"{reverse('measures:for_whom', args=[measure.pk])}?a={a.pk}&b={b.pk}#gap"
    assert f'href="{address}"' in told
    assert "New to English" in words(page(ana, address))


@pytest.mark.ac("S2 R-17")
def test_a_group_of_six_is_never_offered_nor_kept(page, ana, inquiry, measure, lines):
    small, large = lines["Students with IEPs"], lines["All others"]
    asked = words(page(ana, url("gap", inquiry)))
    assert "New to English" in asked
    assert "Students with IEPs" not in asked
    with pytest.raises(Refused, match="gap_group_hidden"):
        set_gap_aim(by=ana, inquiry=inquiry, version=0, line_a=small, line_b=large)
    sent = {"line_a": str(small.pk), "line_b": str(large.pk), "version": "0"}
    assert page(ana, url("gap", inquiry), sent).status_code == 422
    assert not GapAim.objects.exists()


def test_a_group_that_became_too_small_takes_its_number_out_of_the_sentence(page, ana, inquiry, measure, lines):
    set_gap_aim(by=ana, inquiry=inquiry, version=0, line_a=lines["New to English"], line_b=lines["All others"])
    Team.objects.filter(pk=inquiry.owner_team_id).update(small_groups=SmallGroupRule.LARGEST)
    told = words(page(ana, reverse("theory:aim", args=[inquiry.pk])))
    assert "[how far apart now?]" in told
    assert "The numbers of these groups are not shown" in told
    assert "39 %" not in told
    assert "This gap over time" not in told
    assert 'value="16"' not in words(page(ana, url("gap", inquiry)))


def test_two_groups_of_one_measure_are_needed(ana, inquiry, lines):
    for pair in ({"line_a": lines["All others"]}, {"line_a": lines["All others"], "line_b": lines["All others"]}):
        with pytest.raises(Refused, match="gap_two_groups"):
            set_gap_aim(by=ana, inquiry=inquiry, version=0, **pair)
    with pytest.raises(Refused, match="gap_below_zero"):
        set_gap_aim(by=ana, inquiry=inquiry, version=0, now=-3)


@pytest.mark.ac("S2 R-17")
def test_the_sentence_follows_what_is_typed_and_stores_nothing(page, ana, inquiry, lines):
    asked = f"{url('gap_sentence', inquiry)}?group=all+students&target=5"
    told = words(page(ana, asked))
    assert "the gap between all students and" in told
    assert "This names everyone." in told
    assert "The gap now: not known yet." in told
    pair = f"line_a={lines['New to English'].pk}&line_b={lines['All others'].pk}"
    read = words(page(ana, f"{url('gap_sentence', inquiry)}?{pair}"))
    assert "the gap between New to English and All others shrinks from 16 to" in read
    assert not GapAim.objects.exists()


def test_what_was_typed_stays_and_two_people_meet_on_the_merge_page(page, ana, devon, inquiry):
    asked = page(ana, url("gap", inquiry), {**WHO, "now": "-1", "version": "0"})
    assert asked.status_code == 422
    assert 'value="Students new to English"' in asked.content.decode()
    set_gap_aim(by=ana, inquiry=inquiry, version=0, **WHO)
    set_gap_aim(by=ana, inquiry=inquiry, version=1, **{**WHO, "beside": "All others"})
    with pytest.raises(StaleEdit):
        set_gap_aim(by=devon, inquiry=inquiry, version=1, group="Girls")
    assert page(devon, url("gap", inquiry), {**WHO, "group": "Girls", "version": "1"}).status_code == 409


def test_readers_see_the_sentence_and_neither_numbers_nor_forms(page, api, ana, inquiry, lines, coach):
    set_gap_aim(by=ana, inquiry=inquiry, version=0, line_a=lines["New to English"], line_b=lines["All others"])
    share(by=ana, obj=inquiry, rung=Rung.COACH)
    told = words(page(coach, url("gap", inquiry)))
    assert "the gap between New to English and All others shrinks from 16 to" in told
    assert "Save this aim" not in told
    assert "39 %" not in told
    assert "This gap over time" not in told
    row = api(coach, "GET", f"/inquiries/{inquiry.pk}/aim/gap").json()
    assert (row["line_a"], row["read"], row["groups"]) == (None, None, [])
    with pytest.raises(NotAllowed):
        set_gap_aim(by=coach, inquiry=inquiry, version=1, group="Girls")


@pytest.mark.ac("S2 R-17")
def test_the_same_by_the_api(api, ana, inquiry, lines):
    url = f"/inquiries/{inquiry.pk}/aim/gap"
    empty = api(ana, "GET", url).json()
    assert empty["missing"] == ["group", "beside", "now", "target", "by_when"]
    assert {one["name"] for one in empty["groups"]} == {"New to English", "All others"}
    body = {"version": 0, "line_a": lines["New to English"].pk, "line_b": lines["All others"].pk, "target": 8}
    made = api(ana, "PUT", url, body).json()
    assert (made["now"], made["read"]["value"], made["missing"]) == (16.0, 16.0, ["by_when"])
    hidden = api(ana, "PUT", url, {**body, "version": 1, "line_a": lines["Students with IEPs"].pk})
    assert (hidden.status_code, hidden.json()["code"]) == (422, "gap_group_hidden")


@pytest.mark.parametrize("more", [0, 4])
def test_the_page_costs_the_same_however_many_measures(
    page, ana, team, inquiry, measure, lines, more, django_assert_num_queries
):
    from aimwell.contexts.measures.services import create_measure

    set_gap_aim(by=ana, inquiry=inquiry, version=0, line_a=lines["New to English"], line_b=lines["All others"])
    for number in range(more):
        create_measure(by=ana, team=team, name=f"Count {number}")
    page(ana, url("gap", inquiry))
    with django_assert_num_queries(11):
        page(None, url("gap", inquiry))
