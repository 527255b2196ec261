"""Two goals side by side, the tightness of the aim, and who may write them (S3 R-13)."""

import datetime
import re
import uuid

import pytest

from aimwell.contexts.networks import queries, services
from aimwell.contexts.networks.models import Goal, GoalNote
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit

DAY = datetime.date(2018, 2, 1)
BROAD = {
    "what": "Math achievement accelerates",
    "who": "African American and Latinx students",
    "where": "Grades 4 to 8",
    "measure": "State math test",
}


@pytest.fixture
def aim(net):
    return services.add_goal(by=net.hub, network=net.network, kind="outcome", **BROAD)


@pytest.fixture
def skill(net):
    return services.add_goal(by=net.hub, network=net.network, kind="capability", what="Each district can improve")


@pytest.mark.ac("S3 R-13")
def test_the_page_has_two_strands_and_no_sum(page, net, aim, skill, make_effort, place):
    services.add_note(by=net.hub, goal=aim, on=DAY, text="Five points more", value="41")
    services.add_note(by=net.hub, goal=skill, on=DAY, text="Teams finish a cycle", value="7")
    for number, toward in enumerate(("outcome", "capability", "both"), start=1):
        place(make_effort("A", number), 1, toward=toward)
    html = page(net.hub, f"/networks/{net.network.pk}/").content.decode()
    outcome, capability = html.split('id="outcome"')[1].split('id="capability"')
    assert "Outcome aim" in outcome
    assert "41." in outcome
    assert "2 teams say their work helps with this aim." in outcome
    assert "Improvement capability goal" in capability
    assert "7." in capability
    assert "2 teams say their work helps with this goal." in capability
    assert re.findall(r"\b48\b", re.sub(r"<[^>]*>", " ", html)) == []
    assert "read side by side and never added up" in html


@pytest.mark.ac("S3 R-13")
@pytest.mark.parametrize(
    ("toward", "counted", "words"),
    [("outcome", (1, 0), "the outcome aim"), ("capability", (0, 1), "the improvement capability goal"),
     ("both", (1, 1), "both"), (None, (0, 0), "")],
)  # fmt: skip
def test_an_activity_is_the_work_of_a_team_and_may_be_marked_for_either_goal_or_both(
    page, net, make_effort, place, toward, counted, words
):
    """An activity of a network is an effort of one of its teams; cycles and meetings go with it, unmarked."""
    effort = make_effort("A")
    where = f"/i/{effort.inquiry.pk}/network/"
    if toward:
        place(effort, toward="outcome")
        sent = {"stance": "outside", "toward": toward, "serves": "", "reason": "Nothing fits yet.", "version": "1"}
        page(effort.user, f"{where}{net.year.pk}/", sent)
        assert f"<dt>It helps with</dt><dd>{words}</dd>" in page(effort.user, where).content.decode()
    view = queries.coverage_view(queries.find_look(net.hub, net.network.pk), net.year)
    assert (view.teams_toward("outcome"), view.teams_toward("capability")) == counted


def test_a_broad_aim_is_kept_and_says_what_is_missing(page, net, aim):
    view = queries.goals_of(net.network)["outcome"][0]
    assert (view.broad, view.missing) == (True, ("how_much", "by_when", "baseline"))
    html = page(net.hub, f"/networks/{net.network.pk}/goals/").content.decode()
    assert "Broad for now." in html
    assert "how much: missing; by when: missing; baseline: missing." in html


def test_a_capability_goal_may_be_one_sentence(net, skill):
    assert queries.goals_of(net.network)["capability"][0].missing == ()


def test_a_network_has_one_outcome_aim_and_many_goals(net, aim, skill):
    with pytest.raises(Refused, match="network_one_aim"):
        services.add_goal(by=net.hub, network=net.network, kind="outcome", what="Another")
    services.add_goal(by=net.hub, network=net.network, kind="capability", what="Coaches too")
    assert [goal.kind for goal in Goal.objects.all()] == ["capability", "capability", "outcome"]


def test_an_aim_set_aside_makes_room_and_cannot_come_back_over_another(net, aim):
    services.put_aside(by=net.hub, thing=aim)
    services.add_goal(by=net.hub, network=net.network, kind="outcome", what="Another")
    with pytest.raises(Refused, match="in_the_way"):
        services.bring_back(by=net.hub, thing=aim)
    assert [one.goal.what for one in queries.goals_of(net.network)["outcome"]] == ["Another"]


def test_the_same_key_makes_one_goal(net):
    key = uuid.uuid4()
    first = services.add_goal(by=net.hub, network=net.network, kind="outcome", what="More", key=key)
    assert services.add_goal(by=net.hub, network=net.network, kind="outcome", what="More", key=key) == first
    assert Goal.objects.count() == 1
    assert Event.objects.filter(target_type="networks.goal").count() == 1


def test_a_stale_edit_gets_both_texts(page, net, aim):
    services.change_goal(by=net.hub, goal=aim, version=1, **{**BROAD, "what": "Theirs"})
    with pytest.raises(StaleEdit) as stale:
        services.change_goal(by=net.hub, goal=aim, version=1, **{**BROAD, "what": "Mine"})
    assert (stale.value.mine, stale.value.theirs) == ({"what": "Mine"}, {"what": "Theirs"})
    sent = {**BROAD, "what": "Mine", "version": "1"}
    answer = page(net.hub, f"/networks/{net.network.pk}/goals/{aim.pk}/", sent)
    assert answer.status_code == 409
    assert "Theirs" in answer.content.decode()


def test_only_the_hub_writes_goals_and_notes(net, aim, make_effort, speaker):
    before = Event.objects.count()
    for who in (make_effort("A").user, speaker("A")):
        made = Event.objects.count()
        with pytest.raises(NotAllowed):
            services.add_goal(by=who, network=net.network, kind="capability", what="Mine")
        with pytest.raises(NotAllowed):
            services.change_goal(by=who, goal=aim, version=1, what="Mine")
        with pytest.raises(NotAllowed):
            services.add_note(by=who, goal=aim, on=DAY, text="Mine")
        with pytest.raises(NotAllowed):
            services.put_aside(by=who, thing=aim)
        assert Event.objects.count() == made
    assert Event.objects.count() > before  # what the fixtures made
    assert (Goal.objects.get().what, GoalNote.objects.count()) == (BROAD["what"], 0)


def test_goals_are_written_changed_and_noted_on_the_page(page, net):
    where = f"/networks/{net.network.pk}/goals/"
    assert page(net.hub, where, {"kind": "outcome", **BROAD}).status_code == 302
    goal = Goal.objects.get()
    assert page(net.hub, f"{where}{goal.pk}/", {"version": "1", **BROAD, "by_when": "2028-06-09"}).status_code == 302
    assert page(net.hub, f"{where}{goal.pk}/notes/", {"on": "2018-02-01", "text": "It moves", "value": "3 of 8"})
    note = GoalNote.objects.get()
    html = page(net.hub, where).content.decode()
    assert "June 9, 2028" in html
    assert "3 of 8." in html
    assert page(net.hub, f"/networks/{net.network.pk}/note/{note.pk}/aside/", {}).status_code == 302
    assert "3 of 8." not in page(net.hub, where).content.decode()
    page(net.hub, f"/networks/{net.network.pk}/note/{note.pk}/restore/", {})
    assert "3 of 8." in page(net.hub, where).content.decode()


def test_a_form_that_needs_more_keeps_what_was_written(page, net, aim):
    answer = page(net.hub, f"/networks/{net.network.pk}/goals/{aim.pk}/", {"version": "1", "who": "Everybody"})
    assert answer.status_code == 422
    assert "Everybody" in answer.content.decode()
    answer = page(
        net.hub, f"/networks/{net.network.pk}/goals/", {"kind": "outcome", "what": "Another", "who": "Everybody"}
    )
    assert answer.status_code == 422
    assert "has an outcome aim already" in answer.content.decode()
