"""Why members joined, and which problem they chose together (S3 R-16, R-24)."""

import datetime
import uuid

import pytest

from aimwell.contexts.networks import queries, services
from aimwell.contexts.networks.models import Choice, Option, Position, Purpose
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit

DAY = datetime.date(2016, 5, 12)
WHY = "We want to learn how to test ideas."


@pytest.fixture
def said(net, speaker):
    """Districts A, B and C said why they joined."""
    people = {key: speaker(key) for key in "ABC"}
    for (key, user), purpose in zip(people.items(), ("outcome", "capability", "both"), strict=True):
        services.state_purpose(
            by=user, network=net.network, org=net.districts[key], purpose=purpose, central="several",
            why=f"{WHY} {key}",
        )  # fmt: skip
    return people


@pytest.mark.ac("S3 R-16")
def test_the_hub_reads_members_by_purpose(page, net, said):
    html = page(net.hub, f"/networks/{net.network.pk}/members/").content.decode()
    outcome, rest = html.split("The outcome aim</h2>")[1].split("The improvement capability goal</h2>")
    capability, both = rest.split("Both</h2>")
    assert ("District A" in outcome, "District B" in capability, "District C" in both) == (True, True, True)
    assert "The aim at home: one of several things we work on." in html
    assert both.count("District") == 1 + 5  # and five that did not say


@pytest.mark.ac("S3 R-16")
def test_a_member_reads_its_own_line_only(page, net, said, make_effort):
    for user, own in ((said["A"], "A"), (make_effort("B").user, "B")):
        html = page(user, f"/networks/{net.network.pk}/members/").content.decode()
        assert [key for key in "ABC" if f"{WHY} {key}" in html] == [own]
        assert [key for key in "ABCDEFGH" if f"District {key}" in html] == [own]


def test_a_purpose_is_said_and_changed_by_those_who_speak_for_the_member(page, net, said, speaker):
    where = f"/networks/{net.network.pk}/members/{net.districts['A'].pk}/"
    sent = {"purpose": "both", "central": "center", "why": "More", "version": "1"}
    assert page(said["A"], where, sent).status_code == 302
    assert page(said["A"], where, {**sent, "why": "Stale"}).status_code == 409
    for user in (said["B"], net.hub):
        assert page(user, where, {**sent, "version": "2"}).status_code == 403
    kept = Purpose.objects.get(org=net.districts["A"])
    assert (kept.purpose, kept.why, kept.version) == ("both", "More", 2)
    assert [one.org_id for one in Event.objects.filter(target_type="networks.purpose", target_id=kept.pk)] == [
        net.districts["A"].pk
    ] * 2


def test_a_district_team_speaks_for_its_district(net, make_effort):
    from aimwell.contexts.orgs.models import TeamKind

    of_district, local = make_effort("G", kind=TeamKind.DIT).user, make_effort("G", 2).user
    assert [org.name for org in queries.speaks_for(of_district, net.network)] == ["District G"]
    assert queries.speaks_for(local, net.network) == []
    with pytest.raises(NotAllowed):
        services.state_purpose(by=local, network=net.network, org=net.districts["G"], purpose="both", central="edge")
    assert Purpose.objects.count() == 0


@pytest.fixture
def choice(net):
    """Three problems on the table, as in S3 L94."""
    made = services.start_choice(by=net.hub, network=net.network, title="Which problem do we take on?")
    for name in ("Math of Black and Latino students", "English of English learners", "Ready for high school"):
        services.add_option(
            by=net.hub, choice=made, name=name, data=f"Data on {name}", urgency="Pressing in six", measures="In part"
        )
    return made


@pytest.mark.ac("S3 R-24")
def test_three_problems_positions_of_members_and_a_decision_with_reasons(page, net, choice, speaker, make_effort):
    math = Option.objects.order_by("pk").first()
    for key, position, text in (("A", "take", "It is our plan too"), ("G", "not_now", "Teachers first")):
        services.take_position(by=speaker(key), option=math, org=net.districts[key], position=position, text=text)
    services.decide(
        by=net.hub, choice=choice, version=1, decided=math, decided_on=DAY,
        reasons="It is stubborn in many districts, and it is measured already.",
    )  # fmt: skip
    html = page(make_effort("B").user, f"/networks/{net.network.pk}/choices/{choice.pk}/").content.decode()
    assert "Data on English of English learners" in html
    assert "District A: we would take it on. " in html.replace("\n", " ")
    assert "Teachers first" in html
    assert "it is measured already." in html
    assert "May 12, 2016" in html
    listed = page(net.hub, f"/networks/{net.network.pk}/choices/").content.decode()
    assert "May 12, 2016: Math of Black and Latino students" in listed


def test_a_decision_needs_reasons_and_one_of_the_options(net, choice):
    other = services.start_choice(by=net.hub, network=net.network, title="Another")
    foreign = services.add_option(by=net.hub, choice=other, name="Reading")
    math = choice.options.first()
    for option, reasons, code in ((foreign, "Because", "network_option_elsewhere"), (math, " ", "reason_needed")):
        with pytest.raises(Refused, match=code):
            services.decide(by=net.hub, choice=choice, version=1, decided=option, decided_on=DAY, reasons=reasons)
    assert Choice.objects.get(pk=choice.pk).decided is None


def test_the_hub_writes_options_and_members_their_positions(net, choice, speaker):
    math, a = choice.options.first(), speaker("A")
    for act in (
        lambda: services.start_choice(by=a, network=net.network, title="Mine"),
        lambda: services.add_option(by=a, choice=choice, name="Mine"),
        lambda: services.change_option(by=a, option=math, version=1, name="Mine"),
        lambda: services.decide(by=a, choice=choice, version=1, decided=math, decided_on=DAY, reasons="Mine"),
        lambda: services.take_position(by=net.hub, option=math, org=net.districts["A"], position="take"),
        lambda: services.take_position(by=a, option=math, org=net.districts["B"], position="take"),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert (Choice.objects.count(), Option.objects.count(), Position.objects.count()) == (1, 3, 0)
    assert Option.objects.filter(name="Mine").count() == 0


def test_a_stale_position_does_not_win(net, choice, speaker):
    math, a = choice.options.first(), speaker("A")
    say = {"by": a, "option": math, "org": net.districts["A"]}
    services.take_position(**say, position="take")
    services.take_position(**say, position="live", version=1)
    with pytest.raises(StaleEdit):
        services.take_position(**say, position="not_now", version=1)
    assert Position.objects.get().position == "live"


def test_choices_are_written_on_the_page(page, net, speaker):
    root = f"/networks/{net.network.pk}/"
    page(net.hub, f"{root}choices/", {"title": "Which problem?", "key": str(uuid.uuid4())})
    choice = Choice.objects.get()
    services.start_choice(by=net.hub, network=net.network, title="What comes after?")
    where = f"{root}choices/{choice.pk}/"
    again = {"title": "Which problem?", "key": str(choice.client_key)}
    assert page(net.hub, f"{root}choices/", again)["Location"] == where
    assert page(net.hub, where, {"name": "Math", "data": "State test"}).status_code == 302
    option = Option.objects.get()
    page(net.hub, f"{root}options/{option.pk}/", {"name": "Math, grades 4 to 8", "version": "1"})
    page(speaker("A"), f"{root}options/{option.pk}/members/{net.districts['A'].pk}/", {"position": "live"})
    sent = {"decided": str(option.pk), "decided_on": "2016-05-12", "reasons": "It is pressing.", "version": "1"}
    assert page(net.hub, f"{where}decision/", sent).status_code == 302
    html = page(net.hub, where).content.decode()
    assert "Math, grades 4 to 8" in html
    assert "we could live with it" in html
    assert "It is pressing." in html
    assert page(net.hub, f"{root}option/{option.pk}/aside/", {})["Location"] == where
    assert "No problem is on the table yet." in page(net.hub, where).content.decode()


def test_options_and_positions_cost_two_queries(net, choice, speaker, django_assert_num_queries):
    for key in "ABC":
        for option in choice.options.all():
            services.take_position(by=speaker(key), option=option, org=net.districts[key], position="take")
    look = queries.find_look(net.hub, net.network.pk)
    with django_assert_num_queries(2):
        lines = queries.options_of(look, choice)
        assert [sum(said is not None for _, said in line.positions) for line in lines] == [3, 3, 3]
        assert [len(line.positions) for line in lines] == [8, 8, 8]
