"""Two people judge the same work apart: nothing of the other's codes is told before both are done."""

import json

import pytest
from django.urls import reverse

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.cycles.collecting.models import Code, SharedReading
from aimwell.contexts.cycles.collecting.queries import reading_view
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, NotFound, Refused

ANAS = dict(enumerate([0, 0, 0, 0, 0, 0, 1, 1, 1, 1], start=1))
DEVONS = {**ANAS, 6: 1, 10: 0}


def url(name, *args):
    return reverse(f"collecting:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


def read(by, reading, codes, *, done=True):
    services.start_own(by=by, reading=reading)
    services.give_codes(by=by, reading=reading, codes=codes)
    return services.say_done(by=by, reading=reading) if done else reading


@pytest.mark.ac("S1 R-43")
def test_the_same_ten_tickets_agreement_talk_and_a_count_that_feeds_the_cycle(page, ana, devon, cycle, reading):
    for user, codes in ((ana, ANAS), (devon, DEVONS)):
        page(user, url("start_own", reading.pk), {})
        sent = {f"piece-{piece}": str(code) for piece, code in codes.items()}
        page(user, url("codes", reading.pk), {**sent, "done": "1"})
    shown = words(page(ana, url("reading", reading.pk)))
    assert "You gave 8 of 10 pieces the same code: 80 %." in shown
    assert "kappa is 0.58" in shown
    assert [line.piece for line in reading_view(ana, reading.pk).differences] == [6, 10]
    with pytest.raises(Refused) as refused:
        services.put_in_count(by=ana, reading=reading)
    assert refused.value.data["pieces"] == "6, 10"
    for piece in (6, 10):
        page(devon, url("settle", reading.pk), {f"piece-{piece}": "0"})
    shown = words(page(ana, url("reading", reading.pk)))
    assert "80 %" in shown
    assert "Put 7 of 10 into Do" in shown
    page(ana, url("count", reading.pk), {})
    page(ana, url("count", reading.pk), {})
    entry = cycle.entries.get()
    assert (entry.kind, entry.place, entry.count, entry.out_of) == ("count", "Room 14", 7, 10)
    reading.refresh_from_db()
    assert (reading.entry, reading.agreed) == (entry, {"6": 0, "10": 0})


@pytest.mark.ac("S1 R-43")
def test_before_both_are_done_the_other_is_covered_on_the_page_in_the_api_and_in_the_history(
    page, api, ana, devon, person, team, reading
):
    read(ana, reading, {1: 1, 2: 1, 3: 0})
    services.start_own(by=devon, reading=reading)
    view = reading_view(devon, reading.pk)
    assert (view.my_codes, view.two, view.lines, view.percent) == ({}, None, [], None)
    told = api(devon, "GET", f"/shared-reads/{reading.pk}").json()
    assert (told["my_codes"], told["lines"], told["percent"], told["counted"]) == ({}, [], None, None)
    page_words = words(page(devon, url("reading", reading.pk)))
    assert "checked" not in page_words
    for event in Event.objects.filter(target_type__startswith="collecting."):
        assert "code" not in json.dumps([event.before, event.after]).replace('"codes"', "")
    assert api(ana, "GET", f"/shared-reads/{reading.pk}").json()["my_codes"] == {"1": 1, "2": 1, "3": 0}


def test_two_people_read_and_no_third(ana, devon, person, team, reading):
    from aimwell.contexts.people.services import invite, join_team

    leticia = person("Leticia")
    join_team(by=leticia, token=invite(by=ana, team=team).token)
    for user in (ana, devon):
        services.start_own(by=user, reading=reading)
        services.start_own(by=user, reading=reading)
    with pytest.raises(Refused):
        services.start_own(by=leticia, reading=reading)
    with pytest.raises(Refused):
        services.give_codes(by=leticia, reading=reading, codes={1: 0})
    assert reading.own_readings.count() == 2


def test_codes_are_taken_off_again_and_kept_for_later(page, ana, reading):
    services.start_own(by=ana, reading=reading)
    page(ana, url("codes", reading.pk), {"piece-1": "1", "piece-2": "0"})
    page(ana, url("codes", reading.pk), {"piece-1": ""})
    assert list(Code.objects.values_list("piece", "code")) == [(2, 0)]
    assert page(ana, url("codes", reading.pk), {"piece-1": "7"}).status_code == 422
    with pytest.raises(Refused):
        services.give_codes(by=ana, reading=reading, codes={11: 0})


def test_done_can_be_taken_back_until_both_are(page, ana, devon, reading):
    services.start_own(by=ana, reading=reading)
    with pytest.raises(Refused):
        services.say_done(by=ana, reading=reading)
    read(ana, reading, {1: 0})
    page(ana, url("done", reading.pk), {"done": "0"})
    assert read(devon, reading, {1: 0}).opened_at is None
    services.say_done(by=ana, reading=reading)
    reading.refresh_from_db()
    assert reading.opened_at is not None
    with pytest.raises(Refused):
        services.give_codes(by=ana, reading=reading, codes={2: 0})


def test_the_lead_may_look_before_and_what_one_alone_read_is_talked_over(ana, devon, reading):
    read(ana, reading, dict.fromkeys(range(1, 11), 0), done=False)
    with pytest.raises(NotAllowed):
        services.open_reading(by=devon, reading=reading)
    services.open_reading(by=ana, reading=reading)
    assert len(reading_view(ana, reading.pk).differences) == 10
    services.settle(by=devon, reading=reading, codes=dict.fromkeys(range(1, 11), 1))
    assert services.put_in_count(by=ana, reading=reading).count == 0


def test_a_talk_is_taken_back_and_a_count_set_aside_goes_in_anew(ana, devon, cycle, reading):
    read(ana, reading, ANAS)
    read(devon, reading, DEVONS)
    services.settle(by=ana, reading=reading, codes={6: 0, 10: 0})
    first = services.put_in_count(by=ana, reading=reading)
    cycles.set_entry_aside(by=ana, entry=first)
    services.settle(by=ana, reading=reading, codes={6: None})
    with pytest.raises(Refused):
        services.put_in_count(by=ana, reading=reading)
    services.settle(by=ana, reading=reading, codes={6: 1})
    second = services.put_in_count(by=ana, reading=reading)
    assert (second.pk != first.pk, second.count) == (True, 6)


def test_pieces_and_codes_stay_once_somebody_has_begun(page, ana, reading):
    sent = {"what": "Slips", "pieces": 8, "codes": "yes\nno", "place": "", "version": 1}
    assert page(ana, url("reading_change", reading.pk), sent).status_code == 302
    services.start_own(by=ana, reading=reading)
    assert page(ana, url("reading_change", reading.pk), {**sent, "pieces": 9, "version": 2}).status_code == 422
    assert page(ana, url("reading_change", reading.pk), {**sent, "what": "All slips", "version": 2}).status_code == 302
    reading.refresh_from_db()
    assert (reading.what, reading.pieces, reading.code_names) == ("All slips", 8, ["yes", "no"])


def test_what_cannot_be_started_says_why(page, ana, cycle):
    for changes in ({"codes": "reason"}, {"pieces": 31}, {"what": " "}):
        sent = {"what": "Slips", "pieces": 10, "codes": "yes\nno", **changes}
        assert page(ana, url("readings", cycle.pk), sent).status_code == 422
    assert SharedReading.objects.count() == 0
    assert "10 exit slips of Room 14" in words(page(ana, url("readings", cycle.pk)))


def test_set_aside_and_back(page, ana, cycle, reading):
    page(ana, url("aside", "reading", reading.pk), {})
    assert "Exit slips" not in words(page(ana, url("readings", cycle.pk))).split("Start a reading")[0].split("<h1>")[1]
    with pytest.raises(Refused):
        services.start_own(by=ana, reading=reading)
    page(ana, url("restore", "reading", reading.pk), {})
    services.start_own(by=ana, reading=reading)


def test_it_is_for_the_team(page, readers, stranger, cycle, reading, near):
    near()
    for reader in (readers["principal"], stranger):
        assert page(reader, url("reading", reading.pk)).status_code == 404
        assert page(reader, url("readings", cycle.pk)).status_code == 404
        with pytest.raises(NotFound):
            reading_view(reader, reading.pk)
        with pytest.raises(NotAllowed):
            services.start_own(by=reader, reading=reading)


@pytest.mark.parametrize("many", [1, 30])
def test_the_page_costs_the_same_however_many_pieces(page, ana, devon, cycle, django_assert_num_queries, many):
    reading = services.start_reading(by=ana, cycle=cycle, what="Slips", pieces=many, codes=["yes", "no"])
    for user in (ana, devon):
        read(user, reading, dict.fromkeys(range(1, many + 1), 0))
    page(ana, url("reading", reading.pk))
    with django_assert_num_queries(7):
        page(ana, url("reading", reading.pk))


def test_a_whole_reading_in_the_api(api, ana, devon, cycle):
    body = {"what": "Slips", "pieces": 2, "codes": ["yes", "no"], "place": "Room 14"}
    made = api(ana, "POST", f"/cycles/{cycle.pk}/shared-reads", body).json()
    at = f"/shared-reads/{made['id']}"
    api(ana, "PATCH", at, {"version": 1, "what": "Exit slips"})
    for user, second in ((ana, 0), (devon, 1)):
        api(user, "POST", f"{at}/start")
        api(user, "PUT", f"{at}/codes", {"codes": {"1": 0, "2": second}})
        told = api(user, "POST", f"{at}/done", {}).json()
    assert (told["percent"], told["lines"][1]["said"], told["lines"][1]["agreed"]) == (50, ["yes", "no"], "")
    told = api(ana, "PUT", f"{at}/agreed", {"codes": {"2": 1}}).json()
    assert (told["counted"], told["lines"][1]["agreed"]) == (1, "no")
    entry = api(ana, "POST", f"{at}/count").json()
    assert (entry["count"], entry["out_of"]) == (1, 2)
    listed = api(ana, "GET", f"/cycles/{cycle.pk}/shared-reads").json()["items"]
    assert [(one["what"], one["entry"]) for one in listed] == [("Exit slips", entry["id"])]


def test_one_set_aside_is_not_talked_over_and_gives_no_count(page, ana, devon, cycle, reading):
    read(ana, reading, ANAS)
    read(devon, reading, ANAS)
    services.set_aside(by=ana, thing=reading)
    for act in (
        lambda: services.settle(by=ana, reading=reading, codes={6: 0}),
        lambda: services.put_in_count(by=ana, reading=reading),
    ):
        with pytest.raises(Refused):
            act()
    shown = words(page(ana, url("reading", reading.pk)))
    assert "This is set aside." in shown
    assert "into Do</button>" not in shown
    assert cycle.entries.count() == 0
