"""A team opens and closes its work rung by rung, sees it first as others will, and can take it back."""

import re

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils.timezone import localdate
from hypothesis import given
from hypothesis import strategies as st

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.orgs.services import join_network
from aimwell.contexts.people.models import ClosedToOutside, Membership, TeamContent
from aimwell.contexts.people.services import add_member_without_login, set_aside, share
from aimwell.contexts.reports.sharing.keys import key_of, pk_of
from aimwell.contexts.reports.sharing.kinds import SHARED
from aimwell.contexts.reports.sharing.queries import shared_path, sharing_page
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotFound, StaleEdit
from integration.sharing_world import make_shared


@pytest.fixture
def works(ana, team):
    return make_shared(ana, team)


@pytest.fixture
def cycle(works):
    return works["cycle"]


def address(kind, obj, **query):
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    return reverse("sharing:page", args=[kind, obj.pk]) + (f"?{asked}" if asked else "")


def text_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def look(ana, obj, to="", reader="", kind="cycle", lang="en"):
    return sharing_page(ana, kind, obj.pk, to=to, reader=reader, lang=lang)


def lines(found):
    return {line.key: line.hidden or line.text or line.items for line in found.shown.lines}


def test_every_root_of_team_work_is_shared_by_itself_but_files_and_lists_of_the_team():
    roots = {model for model in apps.get_models() if issubclass(model, TeamContent)}
    kept = {
        "Barrier", "BarrierDays", "BuildsOn", "Condition", "ConditionCheck", "DataImport", "Disruption", "FormImport",
        "LaunchStep", "MandatedGoal", "NormRound", "Norms", "Noticed", "PeerQuestion", "PrepLine",
        "ProtocolRun", "Rhythm", "SupportRequest", "Talk", "TeamProtocol", "Tried",
    }  # fmt: skip
    assert {model.__name__ for model in roots - {*SHARED.values()}} == kept


@pytest.mark.ac("S0 R-86")
@pytest.mark.ac("S3 R-74")
def test_what_is_new_is_for_the_team_and_the_page_says_so(page, ana, works):
    for kind, work in works.items():
        told = text_of(page(ana, address(kind, work)))
        assert "Open to our team only. You choose how far it goes, and you can close it again." in told
        assert "They cannot read it. To them it is not there." in told
        assert "It stands like this now." in told


@pytest.mark.ac("S0 R-86")
def test_of_a_meeting_others_read_agenda_and_decisions_and_never_who_was_there(ana, works):
    meeting = works["meeting"]
    told = lines(look(ana, meeting, to="school", kind="meeting"))
    assert told == {
        "met": "January 12 · did it take place?",
        "agenda": ("Look at the slips",),
        "decided": ("Print the desk cards · Quintana",),
        "where": "Zaguan",
        "said": "Hidden. What was said stays with the team.",
    }
    farther = lines(look(ana, meeting, to="network_unnamed", kind="meeting"))
    assert farther["decided"] == ("Print the desk cards",)
    assert farther["where"] == "Hidden. Who and where stays at school."


@pytest.mark.ac("S3 R-74")
def test_the_ladder_says_who_comes_in(ana, team, readers, cycle):
    add_member_without_login(by=ana, team=team, name="Mr. Abebe")
    steps = {step.rung: step.under for step in look(ana, cycle).steps}
    assert steps == {
        Rung.TEAM: "Ana Ruiz, Mr. Abebe",
        Rung.SCHOOL: "3 colleagues at Lantern Hill",
        Rung.COACH: "Coach",
        Rung.NETWORK_UNNAMED: "“A grade 5 team”; no school, no rooms",
        Rung.NETWORK: "4 other teams and the hub",
        Rung.PUBLIC: "a page that anyone can read",
    }


def test_a_team_by_itself_has_nobody_to_open_to_but_everyone(ana, team, cycle):
    team.about = "algebra"
    team.save()
    assert [step.under for step in look(ana, cycle).steps] == [
        "Ana Ruiz",
        "our team belongs to no school yet",
        "nobody yet",
        "“A team”; no school, no rooms",
        "our team is in no network yet",
        "a page that anyone can read",
    ]


@pytest.mark.parametrize(
    ("about", "words"),
    [("grade 5 math", "Un equipo de 5.º grado"), ("3rd grade reading", "Un equipo de 3.º grado"),
     ("4.º grado", "Un equipo de 4.º grado"), ("upgrade 5", "Un equipo")],
)  # fmt: skip
def test_without_its_name_a_team_is_told_by_its_grade_alone(ana, team, cycle, about, words):
    team.about = about
    team.save()
    assert look(ana, cycle, "network_unnamed", lang="es").shown.under.startswith(f"{words} · ")


@pytest.mark.ac("S3 R-74")
def test_the_network_without_our_name_gets_what_the_picture_shows(ana, readers, cycle):
    found = look(ana, cycle, "network_unnamed")
    assert found.shown.masked
    assert lines(found) == {
        "predicted": "30 to 36 of 50",
        "heard": "27 of 50",
        "rooms": "Hidden. Rooms stay with the team.",
        "groups": "Hidden. Groups of students stay with the team.",
        "where": "Hidden. Who and where stays at school.",
        "people": "Hidden. Names of people stay nearer home.",
        "learned": "They need to speak it first.",
        "notes": "Hidden. Day-by-day notes stay with the team.",
    }


def test_a_colleague_reads_notes_and_places_but_no_rooms(ana, readers, cycle):
    found = lines(look(ana, cycle, "school"))
    assert found["where"] == "Zaguan"
    assert found["people"] == "Ana Ruiz, Quintana"
    assert found["notes"] == ("Jan 12: Twoargued.",)
    assert found["rooms"] == "Hidden. Rooms stay with the team."


def test_results_of_very_few_students_stay_with_the_team_and_its_network(ana, readers, cycle):
    type(cycle).objects.filter(pk=cycle.pk).update(result=3, result_out_of=9)
    assert lines(look(ana, cycle, "public"))["heard"] == "Hidden. Fewer than 10 students."
    assert lines(look(ana, cycle, "network"))["heard"] == "3 of 9"


def test_points_of_very_few_students_are_hidden_on_the_public_chart(page, ana, readers, works):
    measure = works["measure"]
    measure.series.get(name="Cuarto A").observations.update(denominator=4, numerator=3)
    measure.series.get(name="Cuarto B").observations.update(denominator=4, numerator=2)
    share(by=ana, obj=measure, rung=Rung.PUBLIC)
    rows = [
        page(readers[who], f"/measures/{measure.pk}/numbers.csv").getvalue().decode() for who in ("hub", "stranger")
    ]
    assert "5,8," in rows[0]
    assert "5,8," not in rows[1]
    assert rows[1].count("fewer than 10 students") == 4


@pytest.mark.ac("S1 R-73")
def test_opening_and_closing_are_one_act_each_logged_and_taken_back(page, ana, readers, cycle):
    url = address("cycle", cycle)
    answer = page(ana, url, {"to": "coach", "version": cycle.version}, follow=True)
    assert "Open to our school and coach. It is in the log with your name." in text_of(answer)
    event = Event.objects.filter(verb="shared").first()
    assert (event.actor_name, event.before, event.after) == ("Ana Ruiz", {"rung": 0}, {"rung": 2})
    undo = re.search(r'action="([^"]*to=team[^"]*)"', answer.content.decode())[1].replace("&amp;", "&")
    told = text_of(page(ana, undo, {}, follow=True))
    assert "Open to our team only. It is in the log with your name." in told
    cycle.refresh_from_db()
    assert cycle.rung == Rung.TEAM
    assert Event.objects.filter(verb="shared").count() == 2


def test_the_same_rung_again_changes_nothing(page, ana, cycle):
    page(ana, address("cycle", cycle), {"to": "team", "version": cycle.version})
    assert not Event.objects.filter(verb="shared").exists()


@pytest.mark.ac("S1 R-73")
def test_the_page_says_who_comes_in_and_who_loses_sight(page, ana, readers, cycle):
    told = text_of(page(ana, address("cycle", cycle, to="coach")))
    assert re.sub(r"\s+;", ";", told).count("Can read it then: Our school; Our coach.") == 1
    assert "Share with our coach" in told
    share(by=ana, obj=cycle, rung=Rung.NETWORK)
    told = text_of(page(ana, address("cycle", cycle, to="network_unnamed")))
    assert "Can no longer read it then: The network, with our name." in told
    assert "Take our name off" in told
    assert "What people have read they may remember" in told


def test_since_when_each_rung_is_open(ana, cycle):
    share(by=ana, obj=cycle, rung=Rung.NETWORK)
    share(by=ana, obj=cycle, rung=Rung.SCHOOL)
    share(by=ana, obj=cycle, rung=Rung.COACH)
    cycle.refresh_from_db()
    first, _, last = Event.objects.filter(verb="shared").order_by("id")
    found = {step.rung: step.since for step in look(ana, cycle).steps}
    assert found[Rung.SCHOOL] == localdate(first.at)
    assert found[Rung.COACH] == localdate(last.at)
    assert found[Rung.TEAM] is found[Rung.NETWORK] is None


def test_an_old_page_opens_nothing(page, ana, cycle):
    share(by=ana, obj=cycle, rung=Rung.SCHOOL)
    answer = page(ana, address("cycle", cycle), {"to": "public", "version": cycle.version})
    assert answer.status_code == 409
    assert "Nothing was opened or closed." in text_of(answer)
    cycle.refresh_from_db()
    assert cycle.rung == Rung.SCHOOL
    with pytest.raises(StaleEdit):
        share(by=ana, obj=cycle, rung=Rung.PUBLIC, version=1)


@pytest.mark.parametrize("asked", [{"to": "moon"}, {"to": ""}, {"to": "7"}, {}])
def test_a_forged_rung_changes_nothing(page, ana, cycle, asked):
    assert page(ana, address("cycle", cycle), {**asked, "version": cycle.version}).status_code == 404
    assert not Event.objects.filter(verb="shared").exists()


def test_a_version_that_is_no_number_counts_as_old(page, ana, cycle):
    assert page(ana, address("cycle", cycle), {"to": "school", "version": "x"}).status_code == 409


@pytest.mark.parametrize("kind", ["idea", "measures.dataimport", "team"])
def test_nothing_else_has_such_a_page(page, ana, kind):
    assert page(ana, f"/share/{kind}/1/").status_code == 404


def test_a_rung_or_a_reader_that_does_not_exist_counts_as_none(page, ana, cycle):
    told = page(ana, address("cycle", cycle, to="moon", **{"as": "martian"}))
    assert told.status_code == 200
    assert '<option value="colleague" selected>' in told.content.decode()


def test_what_is_set_aside_is_not_opened(page, ana, cycle):
    share(by=ana, obj=cycle, rung=Rung.PUBLIC)
    set_aside(by=ana, obj=cycle)
    assert page(ana, address("cycle", cycle)).status_code == 404
    assert page(ana, shared_path(cycle)).status_code == 404


@pytest.mark.ac("S1 R-75")
def test_a_hub_that_is_kept_out_is_shown_nothing(page, ana, team, readers, cycle):
    ClosedToOutside.objects.create(org=team.org.parent, role="hub")
    told = text_of(page(ana, address("cycle", cycle, to="network", **{"as": "hub"})))
    assert "They cannot read it: your school or district keeps them out." in told
    assert "27 of 50" in text_of(page(ana, address("cycle", cycle, to="network", **{"as": "network_team"})))


def test_words_that_still_name_somebody_are_pointed_at(page, ana, readers, cycle):
    type(cycle).objects.filter(pk=cycle.pk).update(learned="Ana saw it at Lantern Hill, in Cuarto B and room 9.")
    assert look(ana, cycle, "network_unnamed").still_named == ("Lantern Hill", "Cuarto B", "Ana", "room 9")
    assert look(ana, cycle, "network").still_named == ()
    assert "These words may still say who it is" in text_of(page(ana, address("cycle", cycle, to="public")))


def test_rooms_of_a_measure_are_known_too(ana, team, works):
    Measure.objects.filter(pk=works["measure"].pk).update(definition="Heard in Cuarto A")
    assert look(ana, works["measure"], "public", kind="measure").still_named == ("Cuarto A",)
    assert look(ana, works["theory"], "public", kind="theory").still_named == ()


@pytest.mark.ac("S3 R-74")
def test_the_public_address_works_signed_out_and_ends_with_the_rung(page, client, ana, cycle):
    path = shared_path(cycle)
    assert path in page(ana, address("cycle", cycle, to="public")).content.decode()
    assert path not in page(ana, address("cycle", cycle, to="coach")).content.decode()
    share(by=ana, obj=cycle, rung=Rung.PUBLIC)
    client.logout()
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer["Cache-Control"]
    assert "The team opened this page, and it can close it again." in text_of(answer)
    share(by=ana, obj=cycle, rung=Rung.NETWORK)
    assert client.get(path)["Location"].startswith(reverse("account_login"))
    assert client.get("/n/cycle/nothing/")["Location"].startswith(reverse("account_login"))


def test_masked_pages_tell_no_number_and_no_name_of_the_team(page, ana, team, readers, works):
    for kind, work in works.items():
        share(by=ana, obj=work, rung=Rung.NETWORK_UNNAMED)
        told = page(readers["hub"], shared_path(work)).content.decode()
        main = told[told.index("<main") : told.index("</main")]
        assert "without its name" in main
        assert "A grade 5 team" in main
        assert not re.search(rf"(?<![\d.]){kind}s?[-/]{work.pk}\b|chart-{work.pk}\b", main)
        assert team.name not in told


@pytest.mark.ac("S3 R-74")
def test_closing_takes_it_away_everywhere_at_once(page, api, ana, team, readers, works):
    reader, measure, cycle, theory = readers["colleague"], works["measure"], works["cycle"], works["theory"]
    for work in works.values():
        share(by=ana, obj=work, rung=Rung.SCHOOL)
    single = [
        *(f"/measures/{measure.pk}/{name}" for name in ("", "chart.svg", "chart.png", "numbers.csv", "chart.xlsx")),
        *(f"/cycles/{cycle.pk}/", f"/i/{theory.pk}/ramp/", f"/i/{theory.pk}/drivers.svg"),
        *(shared_path(work) for work in works.values()),
    ]
    lists = [f"/t/{team.pk}/{name}" for name in ("", "data/", "cycles/", "where-we-are/")]
    asked = [f"/measures/{measure.pk}/chart.svg", f"/measures/{measure.pk}/reading", f"/cycles/{cycle.pk}"]
    words = ("Explains to a partner", "Rehearse first")
    assert {page(reader, url).status_code for url in single} == {200}
    assert any(word in page(reader, url).content.decode() for url in lists for word in words)
    assert {api(reader, "GET", path).status_code for path in asked} == {200}
    for work in works.values():
        share(by=ana, obj=work, rung=Rung.TEAM)
    assert {page(reader, url).status_code for url in single} == {404}
    assert not any(word in page(reader, url).content.decode() for url in lists for word in words)
    assert {api(reader, "GET", path).status_code for path in asked} == {404}
    assert api(reader, "GET", f"/teams/{team.pk}/measures").json()["items"] == []


def test_a_member_who_left_with_an_open_tab_opens_nothing(page, ana, devon, team, cycle):
    assert page(devon, address("cycle", cycle)).status_code == 200
    Membership.objects.filter(user=devon).update(ended="2026-01-01")
    answer = page(devon, address("cycle", cycle), {"to": "public", "version": cycle.version})
    assert answer.status_code == 404
    cycle.refresh_from_db()
    assert cycle.rung == Rung.TEAM


def test_the_pages_of_the_work_lead_here_and_say_how_it_stands(page, ana, readers, works):
    pages = {
        "cycle": "cycles:cycle", "measure": "measures:measure", "theory": "theory:drivers",
        "meeting": "meetings:meeting",
    }  # fmt: skip
    for kind, work in works.items():
        share(by=ana, obj=work, rung=Rung.SCHOOL)
        url = reverse(pages[kind], args=[work.pk])
        assert "Who may see this Open to our school" in text_of(page(ana, url))
        assert address(kind, work) in page(ana, url).content.decode()
        assert "Who may see this" not in text_of(page(readers["colleague"], url))


def test_the_page_costs_the_same_however_many_look_on(page, ana, team, readers, cycle, django_assert_num_queries):
    share(by=ana, obj=cycle, rung=Rung.SCHOOL)
    page(ana, "/home/")
    with django_assert_num_queries(14):
        page(ana, address("cycle", cycle, to="network_unnamed"))
    join_network(network=team.org.parent.networks.get(), org=team.org, since="2026-01-01")
    for number in range(5):
        add_member_without_login(by=ana, team=team, name=f"Guest {number}")
    with django_assert_num_queries(14):
        page(ana, address("cycle", cycle, to="network_unnamed"))


def test_the_api_shows_the_ladder_and_shares(api, ana, cycle):
    path = f"/sharing/cycle/{cycle.pk}"
    told = api(ana, "GET", f"{path}?to=network_unnamed&reader=network_team").json()
    assert (told["rung"], told["to"], told["shown"]["masked"]) == ("team", "network_unnamed", True)
    assert told["shown"]["under"] == "A grade 5 team · Jan 2026" or told["shown"]["under"].startswith("A grade 5 team")
    assert [rung["open"] for rung in told["ladder"]] == [True, False, False, False, False, False]
    told = api(ana, "PATCH", path, {"version": told["version"], "rung": "public"}).json()
    assert (told["rung"], told["reader"], told["address"]) == ("public", "anyone", shared_path(cycle))
    assert api(ana, "PATCH", path, {"version": 1, "rung": "team"}).status_code == 409
    assert api(ana, "PATCH", path, {"version": told["version"], "rung": "moon"}).status_code == 422


@given(kind=st.sampled_from(sorted(SHARED)), pk=st.integers(0, 2**63 - 1))
def test_an_address_opens_its_own_work_only(kind, pk):
    key = key_of(kind, pk)
    assert pk_of(kind, key) == pk
    assert len(key) == 32
    for other in set(SHARED) - {kind}:
        with pytest.raises(NotFound):
            pk_of(other, key)


@given(st.text(max_size=40))
def test_a_guessed_address_opens_nothing(key):
    with pytest.raises(NotFound):
        pk_of("cycle", key)


def test_addresses_do_not_count_and_live_through_a_change_of_the_secret(settings):
    keys = [key_of("cycle", pk) for pk in range(200)]
    assert len({key[:3] for key in keys}) > 190
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another secret that is long enough to be one"
    assert [pk_of("cycle", key) for key in keys] == list(range(200))
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(NotFound):
        pk_of("cycle", keys[7])
