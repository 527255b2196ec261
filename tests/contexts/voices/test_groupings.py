"""Answers go into groups: apart first, side by side then, talked over at last."""

import uuid

import pytest

from aimwell.contexts.people.models import Membership
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.models import Evidence
from aimwell.contexts.theory.voices import services
from aimwell.contexts.theory.voices.models import Category, Placing, Response
from aimwell.contexts.theory.voices.queries.files import board_csv
from aimwell.contexts.theory.voices.queries.groupings import grouping_view, own_grouping
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, NotFound, Refused
from aimwell.domain.theory.grouping import MOST_ANSWERS


def code(call, **arguments):
    with pytest.raises(Refused) as refused:
        call(**arguments)
    return refused.value.code


@pytest.mark.ac("S3 R-57")
def test_thirty_answers_are_grouped_by_two_blind_and_the_agreement_is_shown(ana, grouped, groups):
    told = grouping_view(ana, grouped.pk)
    assert told.is_open
    assert [line.count for line in told.lines] == [20, 4, 0]
    assert told.agreement.table == ((20, 0, 0), (0, 4, 6), (0, 0, 0))
    assert told.agreement.kappa == (30 * 24 - (20 * 20 + 10 * 4)) / (900 - 440)
    assert told.agreement_words[0] == "You put 24 of 30 answers into the same group: 80\u00a0%."
    assert told.agreement_words[1].startswith("Cohen's kappa is 0.61.")
    assert [one.response.text for one in told.differences] == [f"Answer {number}" for number in range(25, 31)]
    assert [(who, str(category)) for who, category in told.differences[0].ways] == [
        ("Ana Ruiz", "Words"), ("Devon Park", "Trust"),
    ]  # fmt: skip


@pytest.mark.ac("S3 R-57")
def test_until_both_are_done_each_sees_only_their_own(ana, devon, board, answers, groups):
    for who in (ana, devon):
        services.start_coding(by=who, grouping=board)
    services.place(by=ana, grouping=board, placings={answers[0]: groups[0]})
    services.say_done(by=ana, grouping=board)
    told = own_grouping(devon, board.pk)
    assert (told.my_places, told.placings, told.lines, told.steps, told.agreement) == ({}, [], [], [], None)
    assert board_csv(told).splitlines()[0] == "\ufeffanswer,Devon Park,agreed group,sample"
    assert own_grouping(ana, board.pk).my_places == {answers[0]: groups[0]}
    told = Event.objects.filter(scope_id=board.inquiry.owner_team_id).values_list("target_type", "verb")
    assert {pair for pair in told if pair[0] in ("voices.coding", "voices.response")} == {
        ("voices.coding", "created"), ("voices.coding", "said_done"),
    }  # fmt: skip
    services.place(by=devon, grouping=board, placings={answers[0]: groups[1]})
    assert services.say_done(by=devon, grouping=board).opened_at is not None
    assert len(own_grouping(devon, board.pk).placings) == 2


def test_the_lead_may_open_alone_and_others_may_not(ana, devon, board, answers, groups):
    assert code(services.open_grouping, by=ana, grouping=board) == "nothing_grouped"
    services.start_coding(by=devon, grouping=board)
    services.place(by=devon, grouping=board, placings={answers[0]: groups[0]})
    with pytest.raises(NotAllowed):
        services.open_grouping(by=devon, grouping=board)
    services.open_grouping(by=ana, grouping=board)
    told = grouping_view(ana, board.pk)
    assert (told.is_open, told.agreement, told.outcome.final) == (True, None, {answers[0]: groups[0]})
    assert code(services.place, by=devon, grouping=board, placings={answers[1]: groups[0]}) == "board_is_open"
    assert code(services.start_coding, by=ana, grouping=board) == "board_is_open"


def test_a_third_person_finds_both_seats_taken(ana, devon, person, team, board):
    third = person("Leticia Amaro")
    Membership.objects.create(team=team, user=third, name=third.name)
    for who in (ana, devon, ana):
        services.start_coding(by=who, grouping=board)
    assert board.codings.count() == 2
    assert code(services.start_coding, by=third, grouping=board) == "two_group_already"
    assert code(services.place, by=third, grouping=board, placings={}) == "not_grouping"
    assert grouping_view(third, board.pk).placings == []


@pytest.mark.ac("S3 R-57")
def test_every_move_is_a_step_and_the_replay_shows_them_in_order(ana, board, answers, groups):
    services.start_coding(by=ana, grouping=board)
    for group in (groups[0], groups[1], groups[1], None):
        services.place(by=ana, grouping=board, placings={answers[0]: group})
    steps = own_grouping(ana, board.pk).steps
    assert [(step.number, str(step.category)) for step in steps] == [(1, "Time"), (2, "Words"), (3, "None")]
    ((who, laid),) = own_grouping(ana, board.pk).after(2)
    assert (who, [[one.text for one in some] for _group, some in laid]) == ("Ana Ruiz", [[], ["Answer 1"], []])
    assert own_grouping(ana, board.pk).my_places == {}


def test_a_move_with_the_same_key_is_made_once_also_after_a_later_one(ana, board, answers, groups):
    services.start_coding(by=ana, grouping=board)
    key = uuid.uuid4()
    services.place(by=ana, grouping=board, placings={answers[0]: groups[0]}, key=key)
    services.place(by=ana, grouping=board, placings={answers[0]: groups[1]}, key=uuid.uuid4())
    services.place(by=ana, grouping=board, placings={answers[0]: groups[0]}, key=key)
    assert own_grouping(ana, board.pk).my_places == {answers[0]: groups[1]}
    assert Placing.objects.count() == 2


def test_answers_and_groups_of_other_boards_are_not_there(ana, inquiry, board, answers, groups):
    other = services.start_grouping(by=ana, inquiry=inquiry, question="Other")
    foreign = services.add_category(by=ana, grouping=other, name="Foreign")
    services.start_coding(by=ana, grouping=board)
    for placings in ({answers[0]: foreign.pk}, {answers[0]: groups[0], 10**9: groups[0]}):
        with pytest.raises(NotFound):
            services.place(by=ana, grouping=board, placings=placings)
    assert Placing.objects.count() == 0


def test_a_group_that_is_set_aside_lets_its_answers_go_and_takes_them_back(ana, board, answers, groups):
    services.start_coding(by=ana, grouping=board)
    services.place(by=ana, grouping=board, placings={answers[0]: groups[0]})
    category = Category.objects.get(pk=groups[0])
    services.set_aside(by=ana, thing=category)
    assert own_grouping(ana, board.pk).my_places == {}
    services.restore(by=ana, thing=category)
    assert own_grouping(ana, board.pk).my_places == {answers[0]: groups[0]}


@pytest.mark.ac("S3 R-57")
def test_a_talk_decides_and_the_evidence_on_a_cause_follows(ana, grouped, groups, cause):
    time, words, _trust = (Category.objects.get(pk=pk) for pk in groups)
    services.link_category(by=ana, category=time, cause=cause)
    services.link_category(by=ana, category=words, cause=cause)
    sources = Evidence.objects.order_by("pk").values_list("text", "source")
    assert list(sources) == [
        ("Time", "20 of 24 answers to “What stops you from talking?”"),
        ("Words", "fewer than 10 of 24 answers to “What stops you from talking?”"),
    ]
    for one in grouping_view(ana, grouped.pk).differences:
        services.settle(by=ana, response=one.response, category=words, reason="It is about words")
    assert [source for _text, source in sources.all()] == [
        "20 of 30 answers to “What stops you from talking?”",
        "10 of 30 answers to “What stops you from talking?”",
    ]
    told = grouping_view(ana, grouped.pk)
    assert (told.differences, len(told.talked_over)) == ([], 6)
    services.settle(by=ana, response=told.talked_over[0], category=None)
    assert len(grouping_view(ana, grouped.pk).differences) == 1
    services.change_category(by=ana, category=time, version=1, name="Time to think")
    assert sources.all()[0][0] == "Time to think"


def test_a_talk_leads_into_no_group_that_is_set_aside(ana, grouped, answers, groups):
    trust = services.set_aside(by=ana, thing=Category.objects.get(pk=groups[2]))
    with pytest.raises(NotFound):
        services.settle(by=ana, response=Response.objects.get(pk=answers[0]), category=trust)
    assert Response.objects.get(pk=answers[0]).settled is None


def test_a_link_that_is_sent_twice_stands_once(ana, grouped, groups, cause):
    time, key = Category.objects.get(pk=groups[0]), uuid.uuid4()
    first = services.link_category(by=ana, category=time, cause=cause, key=key)
    assert services.link_category(by=ana, category=time, cause=cause, key=key) == first
    assert Evidence.objects.count() == 1


def test_talks_samples_and_links_wait_until_the_board_is_open(ana, board, answers, groups, cause):
    answer, group = Response.objects.get(pk=answers[0]), Category.objects.get(pk=groups[0])
    assert code(services.settle, by=ana, response=answer, category=group) == "board_not_open"
    assert code(services.keep_sample, by=ana, response=answer, sample=True) == "board_not_open"
    assert code(services.link_category, by=ana, category=group, cause=cause) == "board_not_open"


@pytest.mark.ac("S3 R-57")
def test_outside_the_team_small_counts_and_answers_stay_closed(ana, grouped, answers, stranger, team, person):
    from aimwell.contexts.people.models import CoachAssignment

    coach = person("Imani Coach")
    CoachAssignment.objects.create(team=team, user=coach)
    services.keep_sample(by=ana, response=Response.objects.get(pk=answers[0]), sample=True)
    share(by=ana, obj=grouped.inquiry, rung=Rung.PUBLIC)
    for user, samples in ((coach, ["Answer 1"]), (stranger, [])):
        told = grouping_view(user, grouped.pk)
        assert [(line.count, [one.text for one in line.samples]) for line in told.lines] == [
            (20, samples), (None, []), (0, []),
        ]  # fmt: skip
        assert (told.total, told.agreement, told.codings) == (None, None, [])
        assert [one.text for one in told.responses] == samples
        with pytest.raises(NotFound):
            own_grouping(user, grouped.pk)


def test_an_import_goes_in_whole_and_is_taken_back_whole(ana, board):
    key = uuid.uuid4()
    for _time in range(2):
        batch = services.put_in_responses(by=ana, grouping=board, texts=["One", "Two"], key=key)
    assert board.responses.filter(ended_at=None).count() == 32
    assert code(
        services.put_in_responses, by=ana, grouping=board, texts=["x"] * (MOST_ANSWERS - 31)
    ) == "too_many_answers"  # fmt: skip
    assert code(services.put_in_responses, by=ana, grouping=board, texts=["Ruiz said it"]) == "names_inside"
    assert board.responses.count() == 32
    assert services.take_back_responses(by=ana, grouping=board, batch=batch) == 2
    assert services.take_back_responses(by=ana, grouping=board, batch=batch) == 0
    assert list(board.responses.filter(ended_at=None).values_list("text", flat=True))[-1] == "Answer 30"
    verbs = Event.objects.filter(target_type="voices.grouping").order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["created", "answers_put_in", "answers_put_in", "answers_taken_back"]


def test_done_can_be_taken_back_until_both_are(ana, devon, board, answers, groups):
    services.start_coding(by=ana, grouping=board)
    assert code(services.say_done, by=ana, grouping=board) == "nothing_grouped"
    assert code(services.say_done, by=devon, grouping=board) == "not_grouping"
    services.place(by=ana, grouping=board, placings={answers[0]: groups[0]})
    services.say_done(by=ana, grouping=board)
    services.say_done(by=ana, grouping=board, done=False)
    assert board.codings.get().done_at is None


def test_the_table_for_a_spreadsheet_runs_nothing(ana, devon, inquiry):
    board = services.start_grouping(by=ana, inquiry=inquiry, question="Why?")
    services.put_in_responses(by=ana, grouping=board, texts=["=1+1", 'He said "no", twice'])
    group = services.add_category(by=ana, grouping=board, name="@home")
    services.start_coding(by=ana, grouping=board)
    services.place(by=ana, grouping=board, placings={board.responses.first().pk: group.pk})
    services.open_grouping(by=ana, grouping=board)
    assert board_csv(own_grouping(ana, board.pk)) == (
        "\ufeffanswer,Ana Ruiz,agreed group,sample\r\n"
        "'=1+1,'@home,'@home,\r\n"
        '"He said ""no"", twice",,,\r\n'
    )  # fmt: skip


def test_three_hundred_answers_and_two_people_cost_no_more_questions(ana, devon, inquiry, django_assert_num_queries):
    board = services.start_grouping(by=ana, inquiry=inquiry, question="Why?")
    services.put_in_responses(by=ana, grouping=board, texts=[f"Answer {number}" for number in range(300)])
    group = services.add_category(by=ana, grouping=board, name="All")
    pks = list(board.responses.values_list("pk", flat=True))
    for who in (ana, devon):
        services.start_coding(by=who, grouping=board)
        services.place(by=who, grouping=board, placings=dict.fromkeys(pks, group.pk))
    with django_assert_num_queries(9):
        services.place(by=ana, grouping=board, placings={pks[0]: None}, key=uuid.uuid4())
    for who in (ana, devon):
        services.say_done(by=who, grouping=board)
    told = own_grouping(ana, board.pk)
    with django_assert_num_queries(4):
        assert (told.outcome.count(group.pk), told.agreement.both, len(told.differences)) == (300, 299, 0)
