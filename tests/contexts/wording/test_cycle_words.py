"""Local stages of a cycle, and the decisions that Act offers."""

import datetime
import html
import re

import pytest
from django.utils import timezone

from aimwell.contexts.cycles.rounds.services import start_round
from aimwell.contexts.cycles.services import begin_study, decide, draft_cycle, save_study, start_do
from aimwell.contexts.orgs.models import LocalWord, Team
from aimwell.contexts.people.models import OrgRole
from aimwell.contexts.people.services import share
from aimwell.contexts.people.wording.services import (
    choose_decisions,
    cycle_again,
    let_cycle_go,
    map_stages,
    name_term,
)
from aimwell.contexts.theory.services import start_inquiry
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, NotFound, Refused
from aimwell.domain.pdsa.stages import Wish, local_cycle

pytestmark = pytest.mark.django_db
STAGES = [
    Wish("plan", {"en": "Ask", "es": "Preguntar"}),
    Wish("plan", {"en": "Expect", "es": "Esperar"}),
    Wish("do", {"en": "Try and gather"}),
    Wish("study", {"en": "Make sense"}),
]
INQUIRY = {"wishes": STAGES, "prediction": 1, "comparison": 3, "title": {"en": "Cycle of Inquiry"}}
PLAN = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": "students"}


def sent(**more):
    """The form of the page, as STAGES."""
    rows = {}
    for n, wish in enumerate([*STAGES, Wish("")]):
        rows |= {f"en-{n}": wish.names.get("en", ""), f"es-{n}": wish.names.get("es", ""), f"core-{n}": wish.core}
    return {
        "do": "map", "seen": "0", "title_en": "Cycle of Inquiry", "title_es": "", "prediction": "1", "comparison": "3",
        **rows, **more,
    }  # fmt: skip


def headings(response):
    return [html.unescape(one) for one in re.findall(r'<h2 id="[a-z]+-title">([^<]+)</h2>', response.content.decode())]


@pytest.fixture
def studied(places):
    inquiry = start_inquiry(by=places.nell, team=places.team, problem="Few say why.")
    day = timezone.localdate() + datetime.timedelta(days=5)
    cycle = draft_cycle(by=places.nell, inquiry=inquiry, try_what="Talk cards", look_on=day, **PLAN)
    return begin_study(by=places.nell, cycle=start_do(by=places.nell, cycle=cycle, reason="We count later"))


@pytest.fixture
def reader(places, person):
    """Somebody with an office above, who may read what is shared with the district."""
    one = person("Dana Hub")
    OrgRole.objects.create(org=places.district, user=one, kind="supervisor")
    return one


@pytest.mark.ac("S3 R-30")
def test_the_team_reads_its_own_stages_and_others_read_plan_do_study_act(page, places, studied, reader):
    map_stages(by=places.imani, place=places.district, **INQUIRY)
    share(by=places.nell, obj=studied, rung=Rung.NETWORK)
    url = f"/cycles/{studied.pk}/"
    own = page(places.nell, url)
    assert headings(own) == ["Ask · Expect", "Try and gather", "Make sense", "Act"]
    assert "Plan; the prediction: Expect" in own.content.decode()
    assert "12 or more of 24" in html.unescape(own.content.decode())
    theirs = page(reader, url)
    assert headings(theirs)[:3] == ["Plan", "Do", "Study"]
    assert "here: Ask, Expect" in theirs.content.decode()


@pytest.mark.ac("S3 R-30")
def test_a_cycle_of_inquiry_is_set_up_on_a_page_and_the_prediction_keeps_its_stage(page, places):
    url = f"/o/{places.district.pk}/cycle-words/"
    assert "Cycle of Inquiry" in page(places.imani, url).content.decode()
    gone = page(places.imani, url, sent(prediction=""))
    assert (gone.status_code, LocalWord.objects.count()) == (422, 0)
    told = html.unescape(gone.content.decode())
    assert "one stage of Plan always holds the prediction" in told
    assert 'value="Try and gather"' in told
    assert page(places.imani, url, sent()).status_code == 302
    stands = page(places.imani, url)
    assert "the prediction is written here" in stands.content.decode()
    seen = stands.context["words"].of_stages.seen
    for more, words in (
        ({"prediction": ""}, "one stage of Plan always holds the prediction"),
        ({"en-1": "", "es-1": ""}, "one stage of Plan always holds the prediction"),
        ({"comparison": ""}, "one stage of Study always holds that look"),
    ):
        refused = page(places.imani, url, sent(seen=str(seen), **more))
        assert refused.status_code == 422
        assert words in html.unescape(refused.content.decode())
    kept = local_cycle(Team.objects.get(pk=places.team.pk).words)
    assert [stage.name("es") for stage in kept.stages] == ["Preguntar", "Esperar", "Try and gather", "Make sense"]


def test_stages_are_let_go_and_taken_up_again_and_the_history_tells(page, places):
    url = f"/o/{places.district.pk}/cycle-words/"
    map_stages(by=places.imani, place=places.district, **INQUIRY)
    seen = page(places.imani, url).context["words"].of_stages.seen
    assert page(places.imani, url, {"do": "go", "key": "stages", "seen": str(seen)}).status_code == 302
    assert Team.objects.get(pk=places.team.pk).words == {}
    assert page(places.imani, url, {"do": "again", "key": "stages", "seen": "0"}).status_code == 302
    assert local_cycle(Team.objects.get(pk=places.team.pk).words) is not None
    events = Event.objects.filter(verb="stages_chosen").order_by("pk")
    assert [event.after["stages"] for event in events][:2] == ["Ask · Expect · Try and gather · Make sense", ""]


def test_nobody_is_overwritten_and_only_keepers_choose(page, places, stranger):
    map_stages(by=places.imani, place=places.district, **INQUIRY)
    late = page(places.imani, f"/o/{places.district.pk}/cycle-words/", sent(**{"en-0": "Wonder"}))
    assert late.status_code == 422
    assert 'value="Wonder"' in late.content.decode()
    with pytest.raises(NotAllowed):
        map_stages(by=stranger, place=places.district, **INQUIRY)
    with pytest.raises(Refused, match="words_of_org"):
        choose_decisions(by=places.nell, place=places.team, hidden=["scale"])
    with pytest.raises(NotFound):
        let_cycle_go(by=places.imani, place=places.district, key="problem")
    assert "chooses this for all its places" in page(places.nell, f"/t/{places.team.pk}/cycle-words/").content.decode()
    assert page(stranger, f"/o/{places.district.pk}/cycle-words/").status_code == 404


def test_words_and_stages_stand_side_by_side(places):
    map_stages(by=places.imani, place=places.district, **INQUIRY)
    loops = {"en": {"one": "loop", "many": "loops"}}
    name_term(by=places.imani, place=places.district, key="cycle", words=loops)
    choose_decisions(by=places.imani, place=places.school, hidden=["scale"])
    assert set(Team.objects.get(pk=places.team.pk).words) == {"stages", "cycle", "decisions"}


@pytest.mark.ac("S1 R-31")
def test_a_hidden_decision_is_not_offered_and_what_stands_stays(page, api, places, studied):
    url, cycle_url = f"/o/{places.district.pk}/cycle-words/", f"/cycles/{studied.pk}/"
    assert 'value="scale"' in page(places.nell, cycle_url).content.decode()
    decide(by=places.nell, cycle=studied, version=None, decision="adopt", decision_reason="It held.")
    offer = {"do": "offer", "seen": "0", "offered": ["adapt", "repeat", "abandon"]}
    assert page(places.imani, url, offer).status_code == 302
    told = page(places.nell, cycle_url).content.decode()
    assert 'value="adopt"' in told
    assert 'value="scale"' not in told
    kept = save_study(by=places.nell, cycle=studied, version=None, decision="adopt", learned="Cards help.")
    assert kept.decision == "adopt"
    with pytest.raises(Refused, match="decision_hidden"):
        save_study(by=places.nell, cycle=studied, version=None, decision="scale")
    refused = api(places.nell, "PATCH", f"/cycles/{studied.pk}/study", {"version": kept.version, "decision": "scale"})
    assert (refused.status_code, refused.json()["code"]) == (422, "decision_hidden")


@pytest.mark.ac("S1 R-31")
def test_at_least_two_decisions_stay(page, places):
    url = f"/o/{places.district.pk}/cycle-words/"
    one = page(places.imani, url, {"do": "offer", "seen": "0", "offered": ["adopt"]})
    assert (one.status_code, LocalWord.objects.count()) == (422, 0)
    assert "Leave at least 2 in sight" in one.content.decode()
    choose_decisions(by=places.imani, place=places.district, hidden=["scale", "repeat", "adapt"])
    cycle_again(by=places.imani, place=places.district, key="decisions")
    assert Team.objects.get(pk=places.team.pk).words == {}


@pytest.mark.ac("S3 R-30", "S1 R-31")
def test_the_same_by_the_api(api, places):
    url = f"/orgs/{places.district.pk}/cycle-words"
    body = {
        "stages": [{"core": w.core, "en": w.names.get("en", ""), "es": w.names.get("es", "")} for w in STAGES],
        "prediction": 1, "comparison": 3, "title_en": "Cycle of Inquiry", "seen": 0,
    }  # fmt: skip
    refused = api(places.imani, "PUT", f"{url}/stages", {**body, "prediction": None})
    assert (refused.status_code, refused.json()["code"]) == (422, "prediction_needs_stage")
    made = api(places.imani, "PUT", f"{url}/stages", body).json()
    assert [(one["core"], one["predicts"], one["compares"]) for one in made["stages"]] == [
        ("plan", False, False), ("plan", True, False), ("do", False, False), ("study", False, True),
    ]  # fmt: skip
    hidden = api(places.imani, "PUT", f"{url}/decisions", {"hidden": ["scale"]}).json()
    assert (hidden["decisions"], hidden["hidden"]) == (["adopt", "adapt", "repeat", "abandon"], ["scale"])
    of_team = api(places.nell, "GET", f"/teams/{places.team.pk}/cycle-words").json()
    assert (of_team["origin"], of_team["decisions_origin"]) == ("Fern Valley", "Fern Valley")
    assert api(places.imani, "DELETE", f"{url}/stages/own").json()["stages"] == []
    assert len(api(places.imani, "POST", f"{url}/stages/undo").json()["stages"]) == 4


@pytest.mark.ac("S0 R-15")
def test_a_district_chooses_how_long_most_rounds_are(page, api, places):
    url, year = f"/o/{places.district.pk}/cycle-words/", f"/t/{places.team.pk}/cycles/year/"
    inquiry = start_inquiry(by=places.nell, team=places.team, problem="Few say why.")
    start_round(by=places.nell, inquiry=inquiry, days=30)
    assert "Most rounds take 45 to 90 days." in page(places.nell, year).content.decode()
    turned = page(places.imani, url, {"do": "rounds", "seen": "0", "shortest": "120", "longest": "30"})
    assert (turned.status_code, LocalWord.objects.count()) == (422, 0)
    assert "The shortest round has more days" in turned.content.decode()
    assert 'value="120"' in turned.content.decode()
    sent = {"do": "rounds", "seen": "0", "shortest": "20", "longest": "60"}
    assert page(places.imani, url, sent).status_code == 302
    assert "Most rounds take" not in page(places.nell, year).content.decode()
    start_round(by=places.nell, inquiry=inquiry, days=61)
    assert "Most rounds take 20 to 60 days." in page(places.nell, year).content.decode()
    assert "20 to 60 days" in page(places.nell, f"/t/{places.team.pk}/cycle-words/").content.decode()
    put = api(places.imani, "PUT", f"/orgs/{places.district.pk}/cycle-words/rounds", {"shortest": 20, "longest": 70})
    assert (put.json()["shortest"], put.json()["longest"], put.json()["rounds_origin"]) == (20, 70, "Fern Valley")
    cycle_again(by=places.imani, place=places.district, key="rounds")
    told = api(places.nell, "GET", f"/teams/{places.team.pk}/cycle-words").json()
    assert (told["shortest"], told["longest"]) == (20, 60)
    rounds = api(places.nell, "GET", f"/teams/{places.team.pk}/cycle-rounds").json()["items"]
    assert [one["unusual"] for one in rounds] == [False, True]


@pytest.mark.ac("S2 R-19")
def test_a_district_chooses_how_many_aims_at_one_time_are_usual(page, api, places):
    url = f"/o/{places.district.pk}/cycle-words/"
    many = page(places.imani, url, {"do": "aims", "seen": "0", "most": "21"})
    assert (many.status_code, LocalWord.objects.count()) == (422, 0)
    assert page(places.imani, url, {"do": "aims", "seen": "0", "most": "2"}).status_code == 302
    assert Team.objects.get(pk=places.team.pk).words == {"aims": {"most": [2]}}
    own = html.unescape(page(places.nell, f"/t/{places.team.pk}/cycle-words/").content.decode())
    assert "<p>2 aims</p>" in own
    told = api(places.nell, "GET", f"/teams/{places.team.pk}/cycle-words").json()
    assert (told["most_aims"], told["aims_origin"]) == (2, "Fern Valley")
    assert Event.objects.filter(verb="aims_chosen").get().after == {"aims": "2"}
    let_cycle_go(by=places.imani, place=places.district, key="aims")
    assert Team.objects.get(pk=places.team.pk).words == {}


def test_local_stages_cost_the_page_of_a_cycle_no_query(page, places, studied, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    url = f"/cycles/{studied.pk}/"
    page(places.nell, url)
    with CaptureQueriesContext(connection) as usual:
        page(places.nell, url)
    map_stages(by=places.imani, place=places.district, **INQUIRY)
    choose_decisions(by=places.imani, place=places.district, hidden=["scale"])
    with django_assert_num_queries(len(usual)):
        page(places.nell, url)
