"""The same by the API."""

import pytest

FACTS = {"role": "parent", "group": "families", "held_on": "2026-11-03", "consent": "given", "notes": "At the door"}


@pytest.mark.ac("S4 R-28", "S3 R-58")
def test_from_a_talk_to_evidence_on_a_cause(api, ana, devon, inquiry, cause):
    at = f"/inquiries/{inquiry.pk}/interviews"
    named = api(ana, "POST", at, {**FACTS, "notes": "Devon too"})
    assert (named.status_code, named.json()["code"], named.json()["data"]) == (
        422,
        "names_inside",
        {"words": ["Devon"]},
    )
    one = api(ana, "POST", at, FACTS).json()
    changed = api(ana, "PATCH", f"/interviews/{one['id']}", {"version": 1, "protocol": "What do you hear?"}).json()
    assert (changed["protocol"], changed["notes"], changed["version"]) == ("What do you hear?", "At the door", 2)
    quote = api(ana, "POST", f"/interviews/{one['id']}/quotes", {"new_theme": "I hear nothing"}).json()
    ground = api(ana, "POST", f"/themes/{quote['theme']}/causes", {"cause": cause.pk}).json()
    told = api(ana, "GET", f"/inquiries/{inquiry.pk}/voices").json()
    assert told["themes"][0]["causes"] == [cause.pk]
    assert told["words"][0] == "Heard: families (1)."
    assert api(ana, "DELETE", f"/grounds/{ground['id']}").status_code == 200
    assert api(ana, "GET", f"/inquiries/{inquiry.pk}/voices").json()["themes"][0]["causes"] == []


@pytest.mark.ac("S3 R-57")
def test_a_board_from_its_question_to_the_agreement(api, ana, devon, inquiry):
    at = f"/groupings/{api(ana, 'POST', f'/inquiries/{inquiry.pk}/groupings', {'question': 'Why?'}).json()['id']}"
    batch = api(ana, "POST", f"{at}/responses", {"texts": ["I wait", "It is loud", "No time"]}).json()
    groups = [api(ana, "POST", f"{at}/categories", {"name": name}).json()["id"] for name in ("Time", "Noise")]
    answers = [one["id"] for one in api(ana, "GET", at).json()["responses"]]
    for who, third in ((ana, 0), (devon, 1)):
        api(who, "POST", f"{at}/start")
        ways = {answers[0]: groups[0], answers[1]: groups[1], answers[2]: groups[third]}
        placed = api(who, "POST", f"{at}/placings", {"placings": ways}).json()
        assert placed["my_places"] == {str(answer): group for answer, group in ways.items()}
        assert (placed["final"], placed["agreement"]) == ({}, None)
        api(who, "POST", f"{at}/done", {})
    told = api(ana, "GET", at).json()
    assert (told["agreement"]["table"], told["agreement"]["kappa"]) == ([[1, 1], [0, 1]], 0.4)
    assert (told["differ"], [one["count"] for one in told["categories"]]) == ([answers[2]], [1, 1])
    api(ana, "POST", f"/responses/{answers[2]}/settle", {"category": groups[0]})
    assert api(ana, "GET", at).json()["differ"] == []
    assert [step["response"] for step in api(devon, "GET", f"{at}/replay").json()["items"]] == answers * 2
    assert api(ana, "GET", f"{at}/board.csv").content.decode().splitlines()[3] == "No time,Time,Noise,Time,"
    taken = api(ana, "POST", f"{at}/responses/take-back", {"batch": batch["batch"]}).json()
    assert taken == {"batch": batch["batch"], "answers": 3}
