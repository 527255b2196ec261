"""The steps of the path: chosen, inherited, renamed, reordered, left out, and taken back."""

import html

import pytest

from aimwell.contexts.orgs.models import OrgKind, PathChoice, Team
from aimwell.contexts.orgs.services import create_org, create_team, move_org
from aimwell.contexts.people.wording.services import arrange_path, choose_path, let_path_go, path_again
from aimwell.contexts.theory.services import add_cause, offer_bones, skip_step, start_inquiry
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, Refused
from aimwell.domain.theory.path import Kind, Wish, path_of, printed

pytestmark = pytest.mark.django_db
TWO = [Wish("aim", 1, {"en": "Goal"}), Wish("causes", 2)]


def names(team):
    return [stop.name("en") for stop in path_of(Team.objects.get(pk=team.pk).steps).stops]


def row(key, place, inside=True, en="", es=""):
    return {**({f"in-{key}": "on"} if inside else {}), f"place-{key}": place, f"en-{key}": en, f"es-{key}": es}


@pytest.mark.ac("S1 R-9")
def test_a_new_effort_shows_nine_steps_with_what_each_is_for(page, ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why.")
    url = f"/i/{inquiry.pk}/problem/"
    assert "Needs assessment" not in page(ana, url).content.decode()
    assert page(ana, f"/t/{team.pk}/steps/", {"do": "choose", "kind": "nine", "seen": "0"}).status_code == 302
    told = page(ana, url).content.decode()
    assert "Step 1 of 9: Needs assessment" in told
    assert '<details class="disclosure" open><summary>Step 1 of 9' in told
    for name, gloss in (
        ("Research calibration", "Before you choose an answer"),
        ("Coherence check", "Seven questions"),
    ):
        assert name in told
        assert gloss in told
    for stop in printed(Kind.NINE).stops:
        assert stop.name("en") in told
        assert stop.gloss("en") in html.unescape(told)
    offer_bones(by=ana, inquiry=inquiry)
    add_cause(by=ana, bone=inquiry.bones.first(), text="No time to think")
    assert '<details class="disclosure"><summary>Step 1 of 9' in page(ana, url).content.decode()


@pytest.mark.ac("S1 R-9")
def test_every_step_opens_in_any_order_and_says_where_it_stands(page, ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why.")
    choose_path(by=ana, place=team, kind="nine")
    listed = page(ana, f"/i/{inquiry.pk}/steps/")
    steps = listed.context["steps"]
    for step in reversed(steps):
        address = next(
            part.split('"')[0]
            for part in listed.content.decode().split('<h2><a href="')[1:]
            if f"{step.number}. {step.name}</a>" in part
        )
        opened = page(ana, address)
        assert opened.status_code == 200
        if step.key != "pdsa":  # the threads of cycles have no bar of the theory
            here = [one.key for one in opened.context["steps"] if one.here]
            assert here == [step.key]


@pytest.mark.ac("S1 R-9")
def test_steps_are_renamed_reordered_and_left_out_on_a_page(page, api, places):
    choose_path(by=places.imani, place=places.district, kind="nine")
    url = f"/o/{places.district.pk}/steps/"
    form = page(places.imani, url).context["form"]
    seen = page(places.imani, url).context["line"].seen
    keys = [stop.key for stop in form.path.stops]
    sent = {"do": "arrange", "seen": str(seen)}
    for number, key in enumerate(keys, 1):
        sent |= row(key, number, inside=key != "research")
    sent |= row("aim", 1, en="Where we want to be", es="A dónde queremos llegar") | row("problem", 4)
    assert page(places.imani, url, sent).status_code == 302
    assert names(places.team)[:3] == ["Where we want to be", "Causal analysis", "Needs assessment"]
    inquiry = start_inquiry(by=places.nell, team=places.team, problem="Few say why.")
    told = page(places.nell, f"/i/{inquiry.pk}/aim/").content.decode()
    assert "Step 1 of 8: Where we want to be" in told
    assert "Research calibration" not in told
    steps = api(places.nell, "GET", f"/inquiries/{inquiry.pk}").json()["steps"]
    assert (steps[0]["key"], steps[0]["name"], len(steps)) == ("aim", "Where we want to be", 8)
    now = page(places.imani, url).context["line"].seen
    page(places.imani, url, {"do": "printed", "seen": str(now)})
    assert names(places.team)[0] == "Needs assessment"
    page(places.imani, url, {"do": "again"})
    assert names(places.team)[0] == "Where we want to be"
    page(places.imani, url, {"do": "go"})
    assert names(places.team) == ["Problem", "Causes", "Aim", "Drivers"]


def test_the_nearest_choice_wins_and_moves_with_the_tree(places):
    choose_path(by=places.grace, place=places.county, kind="nine")
    arrange_path(by=places.imani, place=places.district, kind="short", steps=TWO)
    assert names(places.team) == ["Goal", "Causes"]
    assert names(create_team(name="Room 14", org=places.school)) == ["Goal", "Causes"]
    let_path_go(by=places.imani, place=places.district)
    assert len(names(places.team)) == 9
    path_again(by=places.imani, place=places.district)
    elsewhere = create_org(kind=OrgKind.DISTRICT, name="Gull", parent=places.county)
    move_org(org=places.school, parent=elsewhere, on=places.school.placements.get().started)
    assert len(names(places.team)) == 9
    assert Event.objects.filter(verb="path_chosen").count() == 4


def test_who_may_not_and_what_is_refused_keeps_everything(page, places, stranger):
    with pytest.raises(NotAllowed):
        choose_path(by=stranger, place=places.district, kind="nine")
    with pytest.raises(Refused, match="words_of_org"):
        choose_path(by=places.nell, place=places.team, kind="nine")
    with pytest.raises(Refused, match="path_no_earlier"):
        path_again(by=places.imani, place=places.district)
    url = f"/o/{places.district.pk}/steps/"
    none = page(places.imani, url, {"do": "arrange", "seen": "0", **row("aim", 1, inside=False, en="Goal")})
    assert (none.status_code, PathChoice.objects.count()) == (422, 0)
    assert "Keep at least one step in" in none.content.decode()
    assert 'value="Goal"' in none.content.decode()
    assert "chooses the steps for all its places" in page(places.nell, f"/t/{places.team.pk}/steps/").content.decode()


def test_two_people_never_overwrite_each_other(page, places):
    url = f"/o/{places.district.pk}/steps/"
    choose_path(by=places.imani, place=places.district, kind="nine")
    late = page(places.imani, url, {"do": "arrange", "seen": "0", **row("aim", 1, en="Goal")})
    assert late.status_code == 422
    assert "Somebody else changed the steps" in late.content.decode()
    assert 'value="Goal"' in late.content.decode()
    assert len(names(places.team)) == 9


@pytest.mark.ac("S1 R-9")
def test_going_on_without_a_step_keeps_the_reason_and_leads_to_the_next(page, ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why.")
    choose_path(by=ana, place=team, kind="nine")
    onward = page(ana, f"/i/{inquiry.pk}/skip/causes/", {"reason": "Next week"})
    assert onward.url == f"/i/{inquiry.pk}/grounds/"
    stayed = page(ana, f"/i/{inquiry.pk}/skip/research/", {"reason": "No journal here", "back": "steps"})
    assert stayed.url == f"/i/{inquiry.pk}/steps/?saved=step-research#step-research"
    told = page(ana, f"/i/{inquiry.pk}/steps/").content.decode()
    assert "gone on without it, because: <em>No journal here</em>" in told
    skip_step(by=ana, inquiry=inquiry, step="pdsa", reason="In May")


def test_nine_steps_cost_one_question_more(page, ana, team, django_assert_num_queries):
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why.")
    url = f"/i/{inquiry.pk}/steps/"
    page(ana, url)
    with django_assert_num_queries(6):
        page(ana, url)
    choose_path(by=ana, place=team, kind="nine")
    with django_assert_num_queries(7):
        page(ana, url)


def test_the_api_chooses_arranges_and_takes_back(api, places):
    url = f"/orgs/{places.district.pk}/path"
    assert api(places.imani, "GET", url).json()["kind"] == "short"
    nine = api(places.imani, "PUT", url, {"kind": "nine"}).json()
    assert (nine["kind"], len(nine["steps"]), nine["own"]) == ("nine", 9, True)
    asked = {"kind": "nine", "seen": nine["choice"], "steps": [{"key": "aim", "en": "Goal"}, {"key": "pdsa"}]}
    arranged = api(places.imani, "PUT", url, asked).json()
    assert [one["names"]["en"] for one in arranged["steps"] if one["within"]] == ["Goal", "PDSA cycle"]
    late = api(places.imani, "PUT", url, asked)
    assert (late.status_code, late.json()["code"]) == (422, "path_changed_since")
    assert len([one for one in api(places.imani, "POST", f"{url}/undo").json()["steps"] if one["within"]]) == 9
    below = api(places.nell, "GET", f"/teams/{places.team.pk}/path").json()
    assert (below["origin"], below["own"]) == ("Fern Valley", False)
    assert api(places.imani, "DELETE", url).json()["kind"] == "short"
    assert api(places.nell, "PUT", f"/teams/{places.team.pk}/path", {"kind": "nine"}).json()["code"] == "words_of_org"
