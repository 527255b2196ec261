"""What Act decides may be called otherwise: every page says it, and the code in the API stays (S2 R-28)."""

import pytest
from django.urls import reverse

from aimwell.contexts.cycles import services
from aimwell.contexts.people.wording.services import name_term, unname_term
from aimwell.domain.words.pdsa import say
from aimwell.domain.words.speech import in_local_words, speech_of, spoken

ADJUST = {"en": {"one": "adjust"}, "es": {"one": "ajustar"}}


def words(response):
    return " ".join(response.content.decode().split())


@pytest.mark.ac("S2 R-28")
def test_adjust_stands_everywhere_after_the_change_and_the_code_is_still_adapt(
    page, api, ana, team, inquiry, finished, studying
):
    done, waiting = finished(decision="adapt", decision_reason="The card helps").cycle, studying()
    places = [
        reverse("cycles:cycle", args=[done.pk]), reverse("cycles:cycle", args=[waiting.pk]),
        reverse("cycles:list", args=[team.pk]), reverse("cycles:ramp", args=[inquiry.pk]) + f"?thread={done.pk}",
    ]  # fmt: skip
    for place in places:
        assert "Adapt" in words(page(ana, place)), place
    name_term(by=ana, place=team, key="adapt", words=ADJUST)
    for place in places:
        told = words(page(ana, place))
        assert "Adjust" in told, place
        assert "Adapt" not in told, place
    assert "Ajustar" in words(page(ana, places[0], headers={"accept-language": "es"}))
    assert api(ana, "GET", f"/cycles/{done.pk}").json()["decision"] == "adapt"
    assert 'value="adapt"' in words(page(ana, places[1]))
    unname_term(by=ana, place=team, key="adapt")
    assert "Adapt" in words(page(ana, places[0]))


@pytest.mark.ac("S2 R-28")
def test_a_decision_is_closed_under_its_local_name(page, ana, team, studying, answers):
    name_term(by=ana, place=team, key="adapt", words=ADJUST)
    cycle = studying()
    sent = {key: str(value) for key, value in answers(decision="adapt").items()}
    assert page(ana, reverse("cycles:finish", args=[cycle.pk]), {**sent, "version": cycle.version}).status_code == 302
    cycle.refresh_from_db()
    assert (cycle.state, cycle.decision) == ("done", "adapt")
    assert services.finish(by=ana, cycle=cycle, version=None).successor is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Adapt", "Adjust"),
        ("adapt", "adjust"),
        ("adapt: we change something", "adjust: we change something"),
        ("ends with “adapt”, its days", "ends with “adjust”, its days"),
        ("You may adapt the cards", "You may adapt the cards"),
        ("Adapted", "Adapted"),
    ],
)
def test_only_the_name_of_the_decision_changes(text, told):
    with spoken(speech_of({"adapt": {"en": ["adjust", "adjust"], "es": ["ajustar", "ajustar", "m"]}})):
        assert in_local_words(text, "en", text) == told
        assert (say("act.adapt", "en"), say("act.adapt", "es")) == ("Adjust", "Ajustar")
