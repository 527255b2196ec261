"""What becomes part of the work asks for whom it helped and for whom not, by group (S2 R-20)."""

import pytest

GROUPS = {
    "benefited": "New to English: 9 of 23, before it was 5",
    "not_benefited": "No results yet for students with IEPs; Devon gets them by March 5",
}


@pytest.mark.ac("S2 R-20")
def test_adopting_asks_by_group_and_takes_results_or_a_plan_to_get_them(page, ana, studying):
    cycle = studying()
    url = f"/cycles/{cycle.pk}/"
    asked = " ".join(page(ana, url).content.decode().split())
    block = asked[asked.index('<div class="for-groups') :].split("</div>")[0]
    assert "for which groups did it help, and for which not? No results by group yet? Write who gets them" in block
    assert asked.count('name="benefited"') == asked.count('name="not_benefited"') == 1
    sent = {
        "version": str(cycle.version), "result": "15", "result_out_of": "24", "learned": "Cards help.",
        "decision": "adopt", "decision_object": "idea", "decision_reason": "It held three times", **GROUPS,
    }  # fmt: skip
    assert page(ana, f"{url}finish/", sent).status_code == 302
    cycle.refresh_from_db()
    assert {name: getattr(cycle, name) for name in GROUPS} == GROUPS
    told = page(ana, url).content.decode()
    assert all(words in told for words in GROUPS.values())


@pytest.mark.ac("S2 R-20")
def test_the_same_by_the_api(api, ana, studying, answers):
    cycle = studying()
    body = {"version": cycle.version, **answers(decision="adopt"), **GROUPS}
    done = api(ana, "POST", f"/cycles/{cycle.pk}/finish", body)
    assert done.status_code == 200, done.json()
    told = api(ana, "GET", f"/cycles/{cycle.pk}").json()
    assert {name: told[name] for name in GROUPS} == GROUPS
