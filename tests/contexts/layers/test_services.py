"""Whom a team may ask, what whoever was asked may do, and that both origins stay."""

import uuid

import pytest

from aimwell.contexts.people.models import Membership
from aimwell.contexts.people.queries import may
from aimwell.contexts.theory.layers import services
from aimwell.contexts.theory.layers.models import CauseOrigin, LayerAsk, LayerLine
from aimwell.contexts.theory.layers.queries import Layers, asked_of, find_ask, open_asks, people_to_ask, said_first
from aimwell.contexts.theory.models import Cause
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.contexts.theory.services import add_cause, change_facts, reframe_cause, set_rule, start_inquiry
from aimwell.core.history.models import Event
from aimwell.domain.access import Permission, Rung
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit
from contexts.layers.conftest import open_to

QUESTION = "What do we not see about the late bus?"


@pytest.fixture
def ask(ana, sketch):
    return services.ask_for_layer(
        by=ana, inquiry=sketch.inquiry, whom=sketch.grace, label="Bus office", question=QUESTION
    )


def says(sketch, ask, text="The late bus does not run on Wednesdays", **more):
    return services.add_line(by=sketch.grace, ask=ask, text=text, **{"bone": sketch.bone, **more})


def layer_of(cause):
    return Cause.objects.get(pk=cause.pk).layer


def refused(code, act, **facts):
    with pytest.raises(Refused) as told:
        act(**facts)
    assert told.value.code == code


@pytest.mark.ac("S4 R-19")
@pytest.mark.parametrize(
    ("rung", "names"),
    [
        (Rung.TEAM, []),
        (Rung.SCHOOL, ["Grace Wheel"]),
        (Rung.COACH, ["Grace Wheel", "Imani Coach"]),
        (Rung.NETWORK_UNNAMED, ["Grace Wheel", "Imani Coach"]),
        (Rung.NETWORK, ["Grace Wheel", "Imani Coach", "Marcus District"]),
    ],
)
def test_only_those_can_be_asked_who_may_comment_on_the_work_already(ana, devon, sketch, rung, names):
    open_to(sketch.inquiry, rung)
    people = people_to_ask(sketch.inquiry)
    assert [str(one.user) for one in people] == names
    assert all(may(one.user, Permission.COMMENT, sketch.inquiry) for one in people)
    if sketch.marcus not in [one.user for one in people]:
        facts = {"inquiry": sketch.inquiry, "whom": sketch.marcus, "label": "x", "question": "y"}
        refused("layer_reader", services.ask_for_layer, by=ana, **facts)


@pytest.mark.ac("S4 R-19")
def test_nobody_is_asked_before_there_is_a_sketch(ana, team, sketch):
    bare = start_inquiry(by=ana, team=team, problem="Another")
    open_to(bare, Rung.SCHOOL)
    refused("causes_first", services.ask_for_layer, by=ana, inquiry=bare, whom=sketch.grace, label="x", question="y")
    assert not LayerAsk.objects.exists()


def test_an_ask_needs_words_and_each_person_is_asked_once(ana, sketch):
    key = uuid.uuid4()
    facts = {"inquiry": sketch.inquiry, "whom": sketch.grace, "label": "Bus office", "question": QUESTION}
    refused("words_needed", services.ask_for_layer, by=ana, **{**facts, "label": " "})
    first = services.ask_for_layer(by=ana, key=key, **facts)
    assert services.ask_for_layer(by=ana, key=key, **facts) == first
    refused("layer_asked", services.ask_for_layer, by=ana, **facts)
    services.close_ask(by=ana, ask=first)
    second = services.ask_for_layer(by=ana, **facts)
    refused("layer_asked", services.open_ask, by=ana, ask=first)
    assert asked_of(sketch.grace)[0] == second
    assert open_asks(sketch.grace) == 1


@pytest.mark.ac("S4 R-19")
def test_who_may_not_ask_close_take_or_speak(ana, stranger, sketch, ask):
    line = says(sketch, ask)
    facts = {"inquiry": sketch.inquiry, "whom": sketch.grace, "label": "x", "question": "y"}
    for by in (stranger, sketch.grace, sketch.imani):
        for act, more in (
            (services.ask_for_layer, facts), (services.close_ask, {"ask": ask}), (services.open_ask, {"ask": ask}),
            (services.take_over, {"line": line}), (services.merge_into, {"line": line, "cause": sketch.cause}),
            (services.take_back, {"line": line}),
        ):  # fmt: skip
            with pytest.raises(NotAllowed):
                act(by=by, **more)
    for by in (ana, stranger, sketch.imani):  # nobody speaks for whoever was asked, not even the team
        for act, more in (
            (services.add_line, {"ask": ask, "text": "x"}), (services.withdraw_line, {"line": line}),
            (services.change_line, {"line": line, "version": 1, "text": "x"}),
        ):  # fmt: skip
            with pytest.raises(NotAllowed):
                act(by=by, **more)
    assert list(LayerLine.objects.values_list("text", flat=True)) == ["The late bus does not run on Wednesdays"]


@pytest.mark.ac("S4 R-19")
def test_a_layer_stands_beside_the_fishbone_and_changes_nothing_of_the_team(sketch, ask):
    line = says(sketch, ask, how_known="The timetable")
    comment = says(sketch, ask, "Ask the drivers too", comment=True, about=sketch.cause)
    layers = Layers(inquiry_view(sketch.grace, sketch.inquiry.pk))
    assert layers.open == [line]
    assert layers.comments == [comment]
    assert (comment.bone, comment.about) == (None, sketch.cause)
    assert [one.text for one in Cause.objects.all()] == ["Families have no time on Wednesdays"]


@pytest.mark.ac("S4 R-19")
def test_a_line_taken_over_is_first_said_by_its_layer_for_good(ana, sketch, ask):
    line = says(sketch, ask, how_known="The timetable")
    key = uuid.uuid4()
    cause = services.take_over(by=ana, line=line, key=key)
    assert services.take_over(by=ana, line=line, key=key) == cause
    assert (cause.text, cause.how_known, cause.layer, cause.bone) == (
        line.text,
        "The timetable",
        "Bus office",
        line.bone,
    )
    change_facts(by=ana, cause=cause, version=cause.version, layer="")
    again = reframe_cause(by=ana, cause=Cause.objects.get(pk=cause.pk), text="We meet when no bus runs")
    services.close_ask(by=ana, ask=ask)
    view = inquiry_view(ana, sketch.inquiry.pk)
    assert said_first(view, cause).first == "Bus office"
    assert said_first(view, again).first == "Bus office"
    assert CauseOrigin.objects.get().created_by == ana


@pytest.mark.ac("S4 R-19")
def test_a_merge_keeps_both_origins(ana, sketch, ask):
    line = says(sketch, ask, "Nobody can come on Wednesdays")
    merged = services.merge_into(by=ana, line=line, cause=sketch.cause)
    told = said_first(inquiry_view(ana, sketch.inquiry.pk), merged)
    assert (told.first, told.also) == ("", ("Bus office",))
    assert (merged.text, merged.layer) == ("Families have no time on Wednesdays", "our team + Bus office")
    other = services.ask_for_layer(
        by=ana, inquiry=opened_to_coach(sketch), whom=sketch.imani, label="Coach", question="And you?"
    )
    second = services.add_line(by=sketch.imani, ask=other, text="Wednesdays are full")
    assert services.merge_into(by=ana, line=second, cause=sketch.cause).layer == "our team + Bus office + Coach"
    services.take_back(by=ana, line=line)
    assert layer_of(sketch.cause) == "our team + Coach"


def opened_to_coach(sketch):
    open_to(sketch.inquiry, Rung.COACH)
    return sketch.inquiry


@pytest.mark.ac("S4 R-19")
def test_a_merge_into_a_cause_of_another_layer_names_who_was_first(ana, sketch, ask):
    cause = services.take_over(by=ana, line=says(sketch, ask))
    other = services.ask_for_layer(
        by=ana, inquiry=opened_to_coach(sketch), whom=sketch.imani, label="Coach", question="And you?"
    )
    services.merge_into(by=ana, line=services.add_line(by=sketch.imani, ask=other, text="No bus"), cause=cause)
    told = said_first(inquiry_view(ana, sketch.inquiry.pk), cause)
    assert (told.first, told.also) == ("Bus office", ("Coach",))
    assert layer_of(cause) == "Bus office + Coach"


def test_taking_back_puts_the_line_beside_again(ana, sketch, ask):
    line = says(sketch, ask)
    cause = services.take_over(by=ana, line=line)
    services.take_back(by=ana, line=line)
    services.take_back(by=ana, line=line)
    assert Cause.objects.get(pk=cause.pk).ended_reason == "back to the layer of Bus office"
    assert Layers(inquiry_view(ana, sketch.inquiry.pk)).open == [line]
    change_facts(by=ana, cause=sketch.cause, version=sketch.cause.version, layer="Parents")
    services.merge_into(by=ana, line=line, cause=Cause.objects.get(pk=sketch.cause.pk))
    assert layer_of(sketch.cause) == "Parents + Bus office"
    services.take_back(by=ana, line=line)
    assert layer_of(sketch.cause) == "Parents"


def test_what_cannot_be_taken(ana, sketch, ask):
    comment, nowhere, gone = says(sketch, ask, comment=True), says(sketch, ask, bone=None), says(sketch, ask)
    services.withdraw_line(by=sketch.grace, line=gone)
    refused("line_comment", services.take_over, by=ana, line=comment)
    refused("bone_needed", services.take_over, by=ana, line=nowhere)
    refused("line_gone", services.merge_into, by=ana, line=gone, cause=sketch.cause)
    set_rule(by=ana, inquiry=sketch.inquiry, sentence="Our causes are about our system")
    refused("which_part", services.take_over, by=ana, line=nowhere, bone=sketch.bone)
    assert services.take_over(by=ana, line=nowhere, bone=sketch.bone, system_part="Buses").system_part == "Buses"


def test_a_line_belongs_to_its_own_fishbone(ana, team, sketch, ask):
    elsewhere = start_inquiry(by=ana, team=team, problem="Another")
    from aimwell.contexts.theory.services import add_bone

    bone = add_bone(by=ana, inquiry=elsewhere, name="Time")
    cause = add_cause(by=ana, bone=bone, text="Other")
    for facts in ({"bone": bone}, {"about": cause, "comment": True}):
        with pytest.raises(NotFound):
            says(sketch, ask, **facts)
    line = says(sketch, ask)
    with pytest.raises(NotFound):
        services.take_over(by=ana, line=line, bone=bone)
    with pytest.raises(NotFound):
        services.merge_into(by=ana, line=line, cause=cause)


def test_ones_own_line_can_be_changed_and_taken_out_until_it_is_taken_over(ana, sketch, ask):
    line = says(sketch, ask)
    changed = services.change_line(by=sketch.grace, line=line, version=1, text="No bus on Wednesday", bone=sketch.bone)
    with pytest.raises(StaleEdit):
        services.change_line(by=sketch.grace, line=line, version=1, text="Other", bone=sketch.bone)
    services.withdraw_line(by=sketch.grace, line=changed)
    assert Layers(inquiry_view(ana, sketch.inquiry.pk)).open == []
    services.put_line_back(by=sketch.grace, line=changed)
    services.take_over(by=ana, line=LayerLine.objects.get())
    refused("line_taken", services.withdraw_line, by=sketch.grace, line=line)


def test_a_closed_request_takes_no_more_and_can_be_opened_again(ana, sketch, ask):
    line = says(sketch, ask)
    services.close_ask(by=ana, ask=ask)
    refused("layer_closed", says, sketch=sketch, ask=ask)
    refused("layer_closed", services.withdraw_line, by=sketch.grace, line=line)
    services.open_ask(by=ana, ask=ask)
    assert says(sketch, ask, "One more").text == "One more"
    verbs = Event.objects.filter(target_type="layers.layerask").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["asked_layer", "closed_layer", "opened_layer"]


@pytest.mark.ac("S4 R-19")
def test_whoever_is_asked_sees_it_only_while_the_work_is_open_to_them(ana, person, team, sketch, ask):
    peer = person("Peer Teacher")
    Membership.objects.create(team=Membership.objects.get(user=sketch.grace).team, user=peer, name="Peer")
    assert find_ask(sketch.grace, ask.pk) == ask
    for user in (peer, sketch.imani):  # others may read the fishbone, but not what was asked of Grace
        with pytest.raises(NotFound):
            find_ask(user, ask.pk)
    open_to(sketch.inquiry, Rung.TEAM)
    with pytest.raises(NotFound):
        find_ask(sketch.grace, ask.pk)
    with pytest.raises(NotAllowed):
        says(sketch, LayerAsk.objects.get())
    assert (asked_of(sketch.grace), open_asks(sketch.grace)) == ([], 0)


def test_layers_cost_the_same_however_much_was_said(ana, sketch, ask, django_assert_num_queries):
    for number in range(4):
        line = says(sketch, ask, f"Line {number}")
        if number % 2:
            services.take_over(by=ana, line=line)
    view = inquiry_view(ana, sketch.inquiry.pk)
    assert len(view.causes) == 3
    assert len(view.bones) == 1
    with django_assert_num_queries(3):
        layers = Layers(view)
        assert [line.ask.label for line in layers.open] == ["Bus office"] * 2
        assert [layers.said_by(cause).first for cause in view.causes] == ["", "Bus office", "Bus office"]
        assert layers.on(None) == []
    with django_assert_num_queries(2):
        people_to_ask(sketch.inquiry)
