"""From the files to cycles: all or none, honest about days and predictions, and back again."""

import datetime
import uuid

import pytest
from django.utils import timezone

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.ledger.queries import own_forecasts
from aimwell.contexts.cycles.models import Cycle, CycleState, Entry, Origin
from aimwell.contexts.cycles.oldforms import services
from aimwell.contexts.cycles.oldforms.models import FormImport, FormState, OldForm
from aimwell.contexts.cycles.queries import cycle_view, thread_page
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, Refused

DAY = datetime.date(2025, 10, 6)


def read(ana, team, *uploads, **more):
    return services.start_import(by=ana, team=team, uploads=uploads, **more)


def refused(call, **more):
    with pytest.raises(Refused) as problem:
        call(**more)
    return problem.value.code


@pytest.mark.ac("S1 R-88")
def test_three_kinds_of_file_become_flagged_cycles(ana, team, inquiry, example, table, word):
    source = read(ana, team, example, table, word, inquiry=inquiry)
    assert not Cycle.objects.exists()
    services.bring_in(by=ana, source=source)
    rows = list(Cycle.objects.order_by("number"))
    assert [row.try_what for row in rows] == [
        "Partners write one word each before they talk.", "Exit slips", "Exit slips at noon", "Tarjetas de inicio",
    ]  # fmt: skip
    assert {row.origin for row in rows} == {Origin.IMPORTED}
    assert {row.state for row in rows} == {CycleState.DONE}
    assert [row.decision for row in rows] == ["adapt", "adapt", "adopt", ""]
    assert rows[1].event == "All hand one in"
    assert rows[1].not_collected_because == "The old form does not say whether it happened."
    assert rows[3].learned == "Ayudan a empezar"
    notes = [entry.text for entry in Entry.objects.order_by("pk")]
    assert notes == [
        "Two of the nine pairs waited for each other.", "Half did", "Budget: none", "They did",
        "PDSA form\nPresupuesto: ninguno",
    ]  # fmt: skip


@pytest.mark.ac("S1 R-88")
def test_the_days_are_those_of_the_work_and_nobody_locked_anything(ana, team, inquiry, table):
    services.bring_in(by=ana, source=read(ana, team, table, inquiry=inquiry))
    first = Cycle.objects.order_by("number")[0]
    assert timezone.localdate(first.locked_at) == datetime.date(2025, 9, 8)
    assert timezone.localdate(first.done_at) == datetime.date(2025, 9, 12)
    assert first.locked_by is None
    assert timezone.localdate(first.created_at) == timezone.localdate()
    view = cycle_view(ana, first.pk)
    assert view.written_afterwards
    assert view.where.endswith("from an old form")
    assert not own_forecasts(ana).exists()
    page = thread_page(ana, team, 1)
    assert sum(thread.length for thread in page.views) == 2


def test_a_form_that_builds_on_the_one_before_joins_its_thread(ana, team, inquiry, table):
    source = read(ana, team, table, inquiry=inquiry)
    services.choose(by=ana, source=source, version=source.version, forms=[{}, {"follows": True}])
    services.bring_in(by=ana, source=source)
    first, second = Cycle.objects.order_by("number")
    assert (second.predecessor, second.why_follows[:4]) == (first, "Said")
    assert thread_page(ana, team, 1).views[0].length == 2


@pytest.mark.parametrize(
    ("text", "chosen", "state", "notes"),
    [
        ("Change: cards\nBudget:\nnone", {}, CycleState.DRAFT, 0),
        ("Change: cards\nDo: They used them\nDate: 2025-10-06", {"stage": "running"}, CycleState.DOING, 1),
    ],
)
def test_a_form_that_is_not_over_stays_where_it_was(ana, team, inquiry, sent, text, chosen, state, notes):
    source = read(ana, team, sent("old.txt", text), inquiry=inquiry)
    services.choose(by=ana, source=source, version=source.version, forms=[chosen])
    services.bring_in(by=ana, source=source)
    cycle = Cycle.objects.get()
    assert (cycle.state, cycle.entries.count()) == (state, notes)
    assert cycle.steps == ("Budget: none" if state == CycleState.DRAFT else "")


def test_the_same_key_and_a_second_call_make_nothing_twice(ana, team, inquiry, example):
    key = uuid.uuid4()
    source = read(ana, team, example, inquiry=inquiry, key=key)
    assert read(ana, team, example, inquiry=inquiry, key=key) == source
    services.bring_in(by=ana, source=source)
    services.bring_in(by=ana, source=source)
    assert (FormImport.objects.count(), Cycle.objects.count(), OldForm.objects.count()) == (1, 1, 1)


def test_without_a_day_nothing_comes_in_and_a_guess_is_marked(ana, team, inquiry, example, sent):
    source = read(ana, team, example, sent("old.txt", "Change: cards\nStudy: good\nDate: 3/4/2025"), inquiry=inquiry)
    assert refused(services.bring_in, by=ana, source=source) == "oldforms_open"
    assert not Cycle.objects.exists()
    chosen = [{}, {"began": DAY, "about": True}]
    services.choose(by=ana, source=source, version=source.version, forms=chosen)
    services.bring_in(by=ana, source=source)
    form = OldForm.objects.last()
    assert (form.began_on, form.days_guessed) == (DAY, True)
    assert Entry.objects.filter(cycle=form.cycle).get().text == "Date: 3/4/2025"


def test_a_part_goes_where_it_is_put_and_what_is_left_out_is_gone(ana, team, inquiry, sent):
    text = "Date: 2025-10-06\nChange: cards\nPrediction: All speak\nStudent: Kim\nBudget: none\nStudy: good"
    source = read(ana, team, sent("old.txt", text), inquiry=inquiry)
    slots = [piece[2] for piece in source.forms[0]["pieces"]]
    slots[slots.index("rest")] = "out"
    choice = {"slots": slots, "happened": "no", "decision": "abandon"}
    services.choose(by=ana, source=source, version=source.version, forms=[choice])
    services.bring_in(by=ana, source=source)
    cycle = Cycle.objects.get()
    assert (cycle.result_happened, cycle.decision) == (False, "abandon")
    source.refresh_from_db()
    assert "Kim" not in str(source.forms)
    assert not Event.objects.filter(after__icontains="Kim").exists()


def test_names_near_the_team_are_asked_about(ana, team, inquiry, sent, devon):
    old = sent("old.txt", f"Date: 2025-10-06\nChange: cards\nStudy: {devon.name} says yes")
    source = read(ana, team, old, inquiry=inquiry)
    assert refused(services.bring_in, by=ana, source=source) == "names_inside"
    services.bring_in(by=ana, source=source, keep_names=True)
    assert Cycle.objects.count() == 1


@pytest.mark.ac("S1 R-88")
def test_an_import_goes_back_whole_and_comes_again(ana, team, inquiry, table):
    source = services.bring_in(by=ana, source=read(ana, team, table, inquiry=inquiry))
    undone = services.take_back(by=ana, source=source)
    assert undone.stay == ()
    assert not Cycle.objects.filter(ended_at=None).exists()
    assert services.take_back(by=ana, source=source).stay == ()
    services.bring_in(by=ana, source=source)
    assert Cycle.objects.filter(ended_at=None).count() == 2
    assert services.take_back(by=ana, source=source).stay == ()


@pytest.mark.parametrize("work", ["learning", "next", "entry"])
def test_a_cycle_that_somebody_worked_on_stays(ana, team, inquiry, table, work):
    source = services.bring_in(by=ana, source=read(ana, team, table, inquiry=inquiry))
    first, second = Cycle.objects.order_by("number")
    if work == "learning":
        cycles.correct_learning(by=ana, cycle=first, version=first.version, learned="Ask at noon", reason="clearer")
    elif work == "next":
        cycles.draft_cycle(by=ana, inquiry=inquiry, try_what="Ask", predecessor=first, why_follows="noon")
    else:
        Entry.objects.create(cycle=first, text="later", happened_on=DAY, created_by=ana)
    assert services.take_back(by=ana, source=source).stay == (first,)
    second.refresh_from_db()
    assert second.ended_at is not None
    first.refresh_from_db()
    assert first.ended_at is None


def test_a_text_that_is_here_already_is_offered_but_not_chosen(ana, team, inquiry, example, sent):
    services.bring_in(by=ana, source=read(ana, team, example, inquiry=inquiry))
    example.seek(0)
    again = read(ana, team, example, inquiry=inquiry)
    assert again.forms[0]["take"] is False
    assert refused(services.bring_in, by=ana, source=again) == "oldforms_nobody"


def test_without_an_effort_they_stand_where_cycles_without_an_aim_stand(ana, team, example):
    source = services.bring_in(by=ana, source=read(ana, team, example))
    assert source.inquiry == Cycle.objects.get().inquiry
    assert "loose" in source.inquiry.skipped


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("old.txt", b"", "oldforms_empty"),
        ("old.txt", b"  \n ", "oldforms_empty"),
        ("old.txt", b"\x00\x01\x02", "oldforms_not_text"),
        ("old.pdf", b"%PDF", "oldforms_kind"),
        ("old.docx", b"no word file", "oldforms_not_docx"),
        ("old.doc", b"\xd0\xcf\x11\xe0rest", "oldforms_locked"),
        ("old.txt", b"x" * 5_000_001, "oldforms_large"),
        ("old.txt", b"word " * 50_000, "oldforms_long"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_the_others_go_on(ana, team, example, sent, name, content, code):
    bad = sent(name, content)
    assert refused(services.start_import, by=ana, team=team, uploads=[bad]) == code
    assert not FormImport.objects.exists()
    bad.seek(0)
    source = read(ana, team, bad, example)
    assert [one["code"] for one in source.unread] == [code]
    assert len(source.forms) == 1


def test_limits_and_wrong_choices(ana, team, inquiry, example, sent):
    assert refused(services.start_import, by=ana, team=team, uploads=[]) == "oldforms_none"
    assert refused(services.start_import, by=ana, team=team, uploads=[example] * 21) == "oldforms_many_files"
    many = sent("many.csv", "Change,Study\n" + "a,b\n" * 41)
    assert refused(services.start_import, by=ana, team=team, uploads=[many]) == "oldforms_too_much"
    source = read(ana, team, example, inquiry=inquiry)
    for wrong in [{"stage": "x"}, {"decision": "x"}, {"happened": "x"}, {"slots": ["x"]}, {"slots": ["x"] * 12}]:
        chosen = {"by": ana, "source": source, "version": None, "forms": [wrong]}
        assert refused(services.choose, **chosen) == "unknown_choice"
    assert refused(services.choose, by=ana, source=source, version=None, forms=[{}, {}]) == "unknown_choice"
    assert refused(services.take_back, by=ana, source=source) == "oldforms_state"


def test_two_people_do_not_overwrite_each_other(ana, team, example):
    source = read(ana, team, example)
    services.choose(by=ana, source=source, version=source.version, forms=[{"decision": "adopt"}])
    other = {"by": ana, "source": source, "version": source.version, "forms": [{"decision": "scale"}]}
    assert refused(services.choose, **other) == "oldforms_changed"
    source.refresh_from_db()
    assert source.forms[0]["decision"] == "adopt"


def test_let_go_removes_the_text(ana, team, example):
    source = services.let_go(by=ana, source=read(ana, team, example))
    source.refresh_from_db()
    assert (source.forms, source.ended_at is not None, source.state) == ([], True, FormState.LOOKED)
    assert refused(services.bring_in, by=ana, source=source) == "oldforms_state"


def test_others_may_not(ana, team, example, stranger):
    source = read(ana, team, example)
    for call in (services.bring_in, services.let_go, services.take_back):
        with pytest.raises(NotAllowed):
            call(by=stranger, source=source)
    with pytest.raises(NotAllowed):
        read(stranger, team, example)
