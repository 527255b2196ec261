import datetime
import uuid

import pytest

from aimwell.contexts.measures.models import Measure, Observation
from aimwell.contexts.measures.services import annotate, create_measure, put_value, set_target, start_import
from aimwell.contexts.people.services import share
from aimwell.core.history.queries import events_of
from aimwell.domain.access import Rung
from contexts.measures.conftest import upload

TWELVE = "date\troom\tyes\tn\n" + "".join(
    f"2026-0{2 + week // 4}-0{1 + week % 4 * 2}\tRoom {room}\t{week + room % 5}\t24\n"
    for week in range(12)
    for room in (9, 12, 14)
)
QUERIES_LIST, QUERIES_CHART = 6, 8


@pytest.fixture
def counted(measure, put):
    put(TWELVE)
    return measure


@pytest.fixture
def addresses(ana, team, counted):
    """Every page of this context, with how it is called."""
    mark = annotate(by=ana, measure=counted, kind="event", label="Snow", starts_on=datetime.date(2026, 3, 1))
    day = datetime.date(2026, 1, 5)
    value = put_value(by=ana, measure=counted, on=day, numerator=3, denominator=4, series="Room 9")
    read = start_import(by=ana, measure=counted, text="date\tyes\tn\n2026-05-01\t3\t4\n")
    one = f"/measures/{counted.pk}/"
    get = [
        f"/t/{team.pk}/data/", f"/t/{team.pk}/data/paste/", f"/t/{team.pk}/measures/new/", one, f"{one}edit/",
        f"{one}count/", f"{one}paste/", f"{one}upload/", f"{one}numbers/", f"{one}numbers.csv", f"{one}chart.svg",
        f"{one}chart.png", f"{one}marks/", f"/imports/{read.pk}/", f"/imports/{read.pk}/left-out.csv",
    ]  # fmt: skip
    post = [
        f"{one}set-aside/", f"{one}restore/", f"/values/{value.pk}/undo/", f"/marks/{mark.pk}/end/",
        f"/marks/{mark.pk}/restore/", f"/imports/{read.pk}/choose/", f"/imports/{read.pk}/undo/",
        f"/imports/{read.pk}/discard/",
    ]  # fmt: skip
    return get, post


def test_pages_answer_a_member(ana, page, addresses):
    get, _ = addresses
    assert {url: page(ana, url).status_code for url in get} == dict.fromkeys(get, 200)


def test_pages_answer_a_stranger_like_a_missing_page(stranger, page, addresses):
    get, post = addresses
    answers = {url: page(stranger, url).status_code for url in get} | {
        url: page(stranger, url, {}).status_code for url in post
    }
    assert answers == dict.fromkeys(get + post, 404)


def test_pages_ask_visitors_to_sign_in(page, addresses):
    get, _ = addresses
    assert {page(None, url).status_code for url in get} == {302}


def test_public_measure_shows_a_stranger_the_whole_and_no_room(ana, stranger, counted, page):
    share(by=ana, obj=counted, rung=Rung.PUBLIC)
    answer = page(stranger, f"/measures/{counted.pk}/")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Room 9" not in html
    assert "By day" not in html
    line = counted.series.first()
    assert page(stranger, f"/measures/{counted.pk}/?series={line.pk}").status_code == 404
    assert page(stranger, f"/measures/{counted.pk}/numbers.csv?series={line.pk}").status_code == 404
    assert page(stranger, f"/measures/{counted.pk}/edit/").status_code == 403
    assert page(stranger, f"/measures/{counted.pk}/count/", {"on": "2026-01-05", "numerator": 1}).status_code == 403


def test_list_needs_the_same_queries_for_any_number_of_measures(ana, team, counted, page, django_assert_num_queries):
    page(ana, f"/t/{team.pk}/data/")
    with django_assert_num_queries(QUERIES_LIST):
        page(None, f"/t/{team.pk}/data/")
    for number in range(4):
        made = create_measure(by=ana, team=team, name=f"Measure {number}")
        put_value(by=ana, measure=made, on=datetime.date(2026, 1, 5), numerator=1, denominator=2)
    with django_assert_num_queries(QUERIES_LIST):
        page(None, f"/t/{team.pk}/data/")


def test_chart_page_needs_the_same_queries_for_any_number_of_rows(ana, counted, put, page, django_assert_num_queries):
    page(ana, f"/measures/{counted.pk}/")
    with django_assert_num_queries(QUERIES_CHART):
        page(None, f"/measures/{counted.pk}/")
    put(TWELVE.replace("2026-0", "2025-0"))
    annotate(by=ana, measure=counted, kind="event", label="Snow", starts_on=datetime.date(2026, 3, 1))
    with django_assert_num_queries(QUERIES_CHART):
        page(None, f"/measures/{counted.pk}/")


def test_chart_page_says_the_reading_first_and_has_unlike_ids(ana, counted, page):
    set_target(by=ana, measure=counted, target=65, target_by=datetime.date(2027, 5, 28))
    html = page(ana, f"/measures/{counted.pk}/").content.decode()
    assert html.index('class="reading"') < html.index("<chart-walk")
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids))
    assert html.count('class="button"') == 1
    for name in ("Room 9", "Room 12", "Room 14"):
        assert name in html
    assert html.index(">Room 9<") < html.index(">Room 12<") < html.index(">Room 14<")


def test_count_form_keeps_one_and_offers_undo(ana, counted, page, client):
    key = str(uuid.uuid4())
    data = {"on": "2026-04-20", "series": "Room 9", "numerator": "12", "denominator": "24", "missing": "", "key": key}
    answers = [page(ana, f"/measures/{counted.pk}/count/", data) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    made = Observation.objects.get(client_key=key)
    assert (made.value, made.series.name) == (50.0, "Room 9")
    assert events_of(counted).filter(verb="counted").count() == 1
    assert f"/values/{made.pk}/undo/" in client.get(f"/measures/{counted.pk}/").content.decode()
    page(ana, f"/values/{made.pk}/undo/", {})
    made.refresh_from_db()
    assert made.ended_at is not None
    assert events_of(counted).first().verb == "count_taken_back"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"on": "2126-01-05", "numerator": "1", "denominator": "2"}, "This day has not come yet."),
        ({"on": "2026-01-05", "numerator": "3", "denominator": "2"}, "The count is more than the whole."),
        ({"on": "2026-01-05", "numerator": "-3", "denominator": "2"}, "Write 0 or more."),
        ({"on": "2026-01-05", "numerator": "", "denominator": ""}, "How many?"),
    ],
)
def test_count_form_names_what_does_not_add_up(ana, measure, page, data, words):
    answer = page(ana, f"/measures/{measure.pk}/count/", data)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Observation.objects.count() == 0


def test_count_of_nothing_says_why_and_makes_a_gap(ana, measure, page):
    page(ana, f"/measures/{measure.pk}/count/", {"on": "2026-01-05", "missing": "no_school"})
    made = Observation.objects.get()
    assert (made.value, made.missing) == (None, "no_school")


def test_edit_of_a_stale_measure_shows_both_texts(ana, devon, measure, page):
    data = {"name": "Mine", "kind": "process", "direction": "up", "unit": "percent", "period": "week"}
    assert page(ana, f"/measures/{measure.pk}/edit/", data | {"version": 1}).status_code == 302
    answer = page(devon, f"/measures/{measure.pk}/edit/", data | {"name": "Theirs", "version": 1})
    assert answer.status_code == 409
    assert Measure.objects.get(pk=measure.pk).name == "Mine"
    assert [event.verb for event in events_of(measure)] == ["changed", "created"]


def test_set_aside_and_restore_bring_back_the_numbers(ana, team, counted, page, client):
    page(ana, f"/measures/{counted.pk}/set-aside/", {})
    assert client.get(f"/measures/{counted.pk}/").status_code == 404
    client.post(f"/measures/{counted.pk}/restore/")
    assert client.get(f"/measures/{counted.pk}/").status_code == 200
    assert [event.verb for event in events_of(counted)][:2] == ["restored", "set_aside"]


def test_mark_is_drawn_and_taken_off(ana, counted, page, client):
    data = {"kind": "phase", "label": "Sentence starters", "starts_on": "2026-03-01", "evidence": "We saw the cards."}
    data["key"] = str(uuid.uuid4())
    assert page(ana, f"/measures/{counted.pk}/marks/", data).status_code == 302
    mark = counted.annotations.get()
    assert "Sentence starters" in client.get(f"/measures/{counted.pk}/").content.decode()
    client.post(f"/marks/{mark.pk}/end/")
    client.get(f"/measures/{counted.pk}/")
    assert "Sentence starters" not in client.get(f"/measures/{counted.pk}/").content.decode()
    for gone in ("label", "evidence"):
        assert page(ana, f"/measures/{counted.pk}/marks/", data | {gone: ""}).status_code == 422


@pytest.mark.ac("S1 R-44")
def test_paste_of_twelve_numbers_is_a_chart_after_one_look(ana, team, page, client):
    numbers = "\n".join(f"{number}%" for number in range(30, 42))
    data = {"name": "Explains to a partner", "cells": numbers, "key": str(uuid.uuid4())}
    looked = page(ana, f"/t/{team.pk}/data/paste/", data)
    assert Observation.objects.count() == 0
    done = client.post(f"{looked.url}choose/", {"do": "put_in"})
    assert done.status_code == 302
    measure = Measure.objects.get()
    assert Observation.objects.filter(ended_at=None).count() == 12
    assert "12 rows are in" in client.get(looked.url).content.decode()
    html = client.get(f"/measures/{measure.pk}/").content.decode()
    assert 'class="reading"' in html


def test_import_page_looks_once_more_when_a_choice_changes_the_rows(ana, measure, page, client):
    text = "date,value\n2026-02-02,3\n2026-02-02,4\n2026-02-09,5\n"
    looked = page(ana, f"/measures/{measure.pk}/upload/", {"file": upload(text), "key": str(uuid.uuid4())})
    client.post(f"{looked.url}choose/", {"do": "put_in", "duplicates": "first"})
    assert Observation.objects.count() == 0
    assert "Your choices change what goes in" in client.get(looked.url).content.decode()
    client.post(f"{looked.url}choose/", {"do": "put_in", "duplicates": "first"})
    assert Observation.objects.filter(ended_at=None).count() == 2


def test_upload_of_a_bad_file_says_so_beside_the_field(ana, measure, page):
    answer = page(ana, f"/measures/{measure.pk}/upload/", {"file": upload(b""), "key": str(uuid.uuid4())})
    assert answer.status_code == 422
    assert "This file has nothing in it. Nothing was put in." in answer.content.decode()
    assert page(ana, f"/measures/{measure.pk}/upload/", {}).status_code == 422


def test_numbers_file_holds_exact_values(ana, measure, put, page):
    put("date\tyes\tn\n2026-01-05\t1\t3\n")
    raw = b"".join(page(ana, f"/measures/{measure.pk}/numbers.csv?by=day").streaming_content).decode()
    assert raw.splitlines()[1] == f"2026-01-05,1,3,{1 / 3 * 100!r},{1 / 3 * 100!r},1,,,,,0,"


def test_pages_in_spanish(ana, counted, page, client):
    client.cookies["django_language"] = "es"
    html = page(ana, f"/measures/{counted.pk}/").content.decode()
    assert "Cómo se sabe" in html
    assert "How we can tell" not in html
