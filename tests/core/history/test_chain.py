"""The text an event is hashed by, and the chain it stands in."""

import datetime
import enum
import hashlib
import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.core.history.chain import FIELDS, START, canonical, chain_of, link
from aimwell.core.history.models import ChainHead, Event
from aimwell.core.history.services import edit, record

NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_the_text_is_json_and_stays_itself(value):
    assert canonical(json.loads(canonical(value))) == canonical(value)


@given(st.dictionaries(st.text(), st.integers(), max_size=6))
def test_the_order_of_names_does_not_matter(value):
    assert canonical(dict(reversed(value.items()))) == canonical(value)


@given(NUMBERS, NUMBERS)
def test_numbers_are_told_apart_by_their_value_alone(one, other):
    same = one == other and (math.isfinite(one) and math.isfinite(other))
    if isinstance(one, float) == isinstance(other, float):
        assert (canonical(one) == canonical(other)) is same


class Rung(enum.IntEnum):
    SCHOOL = 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1"), (100, "1E+2"), (1e20, "1E+20"), (10**23, "1E+23"), (1e23, "1E+23"), (-0.0, "0"), (0.1, "0.1"),
        (True, "true"), (None, "null"), ("ñ\n", '"ñ\\n"'), ((1, 2), "[1,2]"), ({2: "b", 1: "a"}, '{"1":"a","2":"b"}'),
        (Rung.SCHOOL, "1"),
        (datetime.datetime(2027, 2, 9, 8, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=-8))),
         '"2027-02-09T16:00:00.000000Z"'),
    ],
)  # fmt: skip
def test_one_text_for_one_value(value, text):
    assert canonical(value) == text


def test_what_is_not_json_is_refused():
    with pytest.raises(TypeError, match="set"):
        canonical({1})


def test_each_team_and_each_organization_has_a_chain_of_its_own():
    assert [chain_of(scope_id=scope, org_id=org) for scope, org in ((3, None), (3, 9), (None, 9), (None, None))] == [
        "team:3", "team:3", "org:9", "none",
    ]  # fmt: skip


def test_the_hash_is_sha256_over_the_hash_before_and_the_text():
    event = dict.fromkeys(FIELDS)
    text = f"{START}\n{canonical(event)}"
    assert link(event, START) == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.django_db
def test_events_are_tied_to_the_one_before(ana, write):
    first, second = write(2, scope_id=7)
    assert (first.number, first.prev_hash, second.number, second.prev_hash) == (1, START, 2, first.hash)
    stored = Event.objects.get(pk=second.pk)
    assert stored.hash == link(stored, first.hash)
    assert list(ChainHead.objects.filter(pk="team:7").values_list("number", "hash")) == [(2, second.hash)]


@pytest.mark.django_db
def test_numbers_and_times_come_back_from_the_database_with_the_same_hash(ana):
    odd = {
        "big": 1e20,
        "small": 1e-7,
        "none": None,
        "whole": 3.0,
        "minus": -0.0,
        "deep": {"b": [1, {"ñ": "“x”"}], "a": 2},
    }
    event = record(by=ana, verb="changed", target=ana, scope_id=None, org_id=4, before=odd, after={"é": 10**20})
    stored = Event.objects.get(pk=event.pk)
    assert (stored.chain, stored.hash) == ("org:4", link(stored, START))


@pytest.mark.django_db
def test_a_line_of_history_costs_three_statements(ana, django_assert_num_queries):
    record(by=ana, verb="changed", target=ana, scope_id=1)
    with django_assert_num_queries(3):  # the head, the event, the head again
        record(by=ana, verb="changed", target=ana, scope_id=1)


@pytest.mark.django_db
def test_an_edit_takes_its_turn_once(ana, team, django_assert_num_queries):
    from aimwell.contexts.theory.services import start_inquiry

    inquiry = start_inquiry(by=ana, team=team, problem="Few say why.")
    with django_assert_num_queries(7):  # savepoint, head, object, object, event, head, savepoint
        edit(by=ana, obj=inquiry, version=1, changes={"problem": "One in three."}, scope_id=team.pk)
