"""The history of one thing: every kind has it, in words; what outsiders see; how it stood earlier, put back."""

import datetime

import pytest
from django.apps import apps
from django.urls import reverse

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services import add_entry, amend_prediction, change_plan, draft_cycle, start_do
from aimwell.contexts.measures.models import Annotation, Chart, DataImport, Measure, Rules, Series
from aimwell.contexts.measures.services import (
    annotate,
    change_measure,
    choose_chart,
    move_annotation,
    set_baseline,
    start_import,
)
from aimwell.contexts.people.models import CoachAssignment, Versioned
from aimwell.contexts.people.services import share
from aimwell.contexts.reports.queries import fields_of, history_lines, timeline_of
from aimwell.contexts.reports.queries.changes import HIDDEN, LABELS, label_of
from aimwell.contexts.reports.services.back import WAYS
from aimwell.contexts.theory.models import Aim, Bone, Cause, Evidence, Inquiry, Link, Part, Perspective
from aimwell.contexts.theory.services import (
    change_cause,
    change_evidence,
    change_part,
    change_perspective,
    change_problem,
    connect_causes,
    connect_measure,
    move_cause,
    rename_bone,
    set_aim,
    set_aside,
)
from aimwell.core.history.models import Event
from aimwell.core.history.queries import events_of
from aimwell.domain.access import Rung
from integration.workspace import things_of_tools

DAY = datetime.date(2026, 1, 5)
KINDS = sorted(model._meta.label_lower for model in apps.get_models() if issubclass(model, Versioned))
PLAN = {"kind": "at_least", "low": 12, "out_of": 24, "look_on": datetime.date(2026, 2, 1)}


@pytest.fixture
def cycle(ana, theory, measure):
    return start_do(by=ana, cycle=draft_cycle(by=ana, inquiry=theory, try_what="A minute", measure=measure, **PLAN))


@pytest.fixture
def one_of_each(ana, theory, measure, cycle):
    annotate(by=ana, measure=measure, kind="event", label="Fire drill", starts_on=DAY)
    add_entry(by=ana, cycle=cycle, text="It was loud.", happened_on=DAY)
    amend_prediction(by=ana, cycle=cycle, reason="Two are ill", kind="at_least", low=10, out_of=22)
    start_import(by=ana, measure=measure, text="week\tvalue\n2026-09-07\t40\n")
    things_of_tools(ana, theory.owner_team, theory)


def url(thing):
    return reverse("reports:timeline", args=[thing._meta.label_lower, thing.pk])


def lines(user, thing):
    told = timeline_of(user, thing._meta.label_lower, thing.pk)
    return history_lines(user, told.team, told.events, created=True)


def told(user, thing):
    """The newest line as (verb, [(label, before, after)])."""
    line = lines(user, thing)[0]
    return line.verb, [(change.label, change.before, change.after) for change in line.changes]


@pytest.mark.ac("S0 R-89")
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_team_work_has_a_page_of_its_history(page, ana, one_of_each, kind):
    thing = apps.get_model(kind).objects.first()
    answer = page(ana, url(thing))
    text = answer.content.decode()
    assert (answer.status_code, page(ana, timeline_of(ana, kind, thing.pk).page).status_code) == (200, 200)
    assert text.count('<li id="e') == len(lines(ana, thing))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_that_history_tells_of_has_words(kind):
    model = apps.get_model(kind)
    fields = [field for field in [*model._meta.fields, *model._meta.many_to_many] if field.name not in HIDDEN]
    own = {"id", "created_at", "updated_at", "version"}
    bare = [
        field.name
        for field in fields
        if field.name not in own and isinstance(field.verbose_name, str) and field.name not in LABELS
    ]
    assert bare == []
    assert all(label_of(field)[0].isupper() or not label_of(field)[0].isalpha() for field in fields)


def test_every_field_that_may_come_back_has_a_service_that_keeps_its_rules():
    for model, ways in WAYS.items():
        assert {name for names, _write in ways for name in names} == set(fields_of(model))


def test_links_choices_and_days_are_told_by_name(ana, theory, measure):
    idea = Part.objects.get(text="A quiet minute")
    connect_measure(by=ana, part=idea, measure=measure)
    assert told(ana, idea) == ("changed", [("Measure", "nothing", "Explains to a partner")])
    connect_causes(by=ana, part=idea, causes=[Cause.objects.get()])
    assert told(ana, idea) == ("changed", [("Causes it rests on", "nothing", "We ask before they think")])
    cause = change_cause(
        by=ana, cause=Cause.objects.get(), version=1, text="We ask before they think", status="supported", how_known=""
    )
    assert told(ana, cause) == ("changed", [("What we know", "assumed", "supported")])
    bone = Bone.objects.create(inquiry=theory, name="Language", created_by=ana)
    move_cause(by=ana, cause=cause, bone=bone)
    assert told(ana, cause) == ("moved", [("Bone", "Time", "Language")])
    share(by=ana, obj=theory, rung=Rung.COACH)
    assert told(ana, theory) == ("opened or closed", [("Open to", "the team only", "the school and the coach")])


def test_what_the_reader_may_not_see_keeps_its_name(ana, person, theory, measure):
    from aimwell.contexts.people.services import start_team

    sam = person("Sam Other")
    other = start_team(by=sam, name="Other team")
    secret = Measure.objects.create(name="Secret", owner_team=other, created_by=sam)
    idea = Part.objects.get(text="A quiet minute")
    connect_measure(by=ana, part=idea, measure=measure)
    Part.objects.filter(pk=idea.pk).update(measure=secret)
    idea.refresh_from_db()
    connect_measure(by=ana, part=idea, measure=measure)
    assert told(ana, idea) == ("changed", [("Measure", "something that is not shown", "Explains to a partner")])


def test_a_new_thing_tells_what_it_began_with_and_not_where_it_stands(ana, theory):
    [line] = lines(ana, Evidence.objects.get())
    assert [(change.label, change.after) for change in line.changes] == [
        ("Kind", "observation"), ("What we counted, saw or read", "24 of 72 in one lesson"),
    ]  # fmt: skip


def test_long_words_are_told_word_by_word(page, ana, theory):
    text = page(ana, url(theory)).content.decode()
    change_problem(
        by=ana, inquiry=theory, version=None, how_known="", for_whom="72 fifth graders",
        problem="Only 1 in 3 say why they think so today.",
    )  # fmt: skip
    change_problem(
        by=ana, inquiry=theory, version=None, how_known="", for_whom="72 fifth graders",
        problem="Only 2 in 3 say why they think so today.",
    )  # fmt: skip
    assert "<del>1</del><ins>2</ins>" in page(ana, url(theory)).content.decode()
    assert "<del>1</del><ins>2</ins>" not in text


def test_outsiders_read_only_since_when_it_is_open_to_them(page, client, ana, person, theory):
    coach = person("Cora Coach")
    CoachAssignment.objects.create(team=theory.owner_team, user=coach)
    cause = Cause.objects.get()
    assert page(coach, url(cause)).status_code == 404
    change_cause(by=ana, cause=cause, version=1, text="They wait for us", status="assumed", how_known="Secret reason")
    share(by=ana, obj=theory, rung=Rung.SCHOOL)
    share(by=ana, obj=theory, rung=Rung.COACH)
    answer = page(coach, url(cause))
    text = answer.content.decode()
    assert answer.status_code == 200
    assert text.count("<time") == 1
    for closed in ("We ask before they think", "Secret reason", "Ana Ruiz", "<ol"):
        assert closed not in text
    event = Event.objects.get(verb="reworded")
    assert page(coach, reverse("reports:earlier", args=[theory.owner_team_id, event.pk])).status_code == 404
    set_aside(by=ana, thing=cause, reason="Said twice")
    assert (page(coach, url(cause)).status_code, page(ana, url(cause)).status_code) == (404, 200)


@pytest.mark.parametrize("kind", ["people.user", "theory.nothing", "nothing", "history.event"])
def test_what_is_no_team_work_has_no_history_page(page, ana, team, kind):
    assert page(ana, reverse("reports:timeline", args=[kind, ana.pk])).status_code == 404


def test_timeline_query_count_does_not_grow(page, ana, theory, django_assert_num_queries):
    page(ana, url(theory))
    with django_assert_num_queries(6):  # session, person, the thing, the reader's teams, counting, one page of events
        page(ana, url(theory))
    for number in range(10):
        theory = change_problem(by=ana, inquiry=theory, version=None, problem=f"P{number}", for_whom="", how_known="")
    with django_assert_num_queries(6):
        page(ana, url(theory))


# -- how it stood earlier


def first_event(thing):
    return events_of(thing).order_by("pk").first()


def address(thing, event):
    from aimwell.contexts.people.queries import owner_of

    return reverse("reports:earlier", args=[owner_of(thing)[0].pk, event.pk])


def put_back(page, user, thing, event=None):
    thing.refresh_from_db()
    where = address(thing, event or first_event(thing))
    answer = page(user, where, {"version": thing.version})
    thing.refresh_from_db()
    return answer.status_code


def change_all(ana, theory, measure):
    """Each thing that can be changed, changed once: thing -> how it began, by field."""

    def began(thing):
        thing.refresh_from_db()
        return {name: getattr(thing, name) for name in fields_of(type(thing))}

    mark = annotate(by=ana, measure=measure, kind="event", label="Fire drill", starts_on=DAY)
    things = [
        theory, Evidence.objects.get(), Perspective.objects.get(), Bone.objects.get(), Cause.objects.get(),
        Aim.objects.get(), Part.objects.get(kind="idea"), measure, mark,
    ]  # fmt: skip
    before = {thing: began(thing) for thing in things}
    marks = {thing: Event.objects.order_by("-pk").first() for thing in things}
    problem, evidence, perspective, bone, cause, aim, part = things[:7]
    change_problem(by=ana, inquiry=problem, version=None, problem="x", for_whom="y", how_known="z")
    change_evidence(by=ana, evidence=evidence, version=None, text="x", kind="data", source="y")
    change_perspective(by=ana, perspective=perspective, version=None, role="x", text="y")
    rename_bone(by=ana, bone=bone, version=None, name="x")
    change_cause(by=ana, cause=cause, version=None, text="x", status="checking", how_known="y")
    set_aim(by=ana, inquiry=problem, what="x", target=70, baseline=30, measure=measure)
    change_part(by=ana, part=part, version=None, text="x", detail="y", who_changes="z")
    changed = change_measure(
        by=ana, measure=measure, version=aim.measure.version, name="x", definition="y", period="month", minutes=3
    )
    choose_chart(by=ana, measure=changed, chart=Chart.I, rules=Rules.NELSON)
    set_baseline(by=ana, measure=changed, until=datetime.date(2026, 3, 1))
    move_annotation(by=ana, annotation=mark, starts_on=DAY + datetime.timedelta(days=1))
    return before, marks


@pytest.mark.ac("S0 R-89")
def test_everything_that_may_come_back_stands_again_as_it_did(ana, theory, measure, page):
    from aimwell.contexts.reports.services import put_back as put

    measure.refresh_from_db()
    before, _marks = change_all(ana, theory, measure)
    last = Event.objects.exclude(verb__in=["changed", "reworded", "chart_set", "baseline_set", "moved", "target_set"])
    for thing, stood in before.items():
        event = events_of(thing).filter(pk__in=last).first()
        if thing == theory:  # it was changed once before
            event = events_of(thing).order_by("pk")[1]
        thing.refresh_from_db()
        count = events_of(thing).count()
        put(by=ana, event=event, version=thing.version)
        thing.refresh_from_db()
        assert {name: getattr(thing, name) for name in stood} == stood
        assert events_of(thing).count() > count
    assert Measure.objects.get().target == 65  # the aim keeps its measure in step


def test_the_preview_shows_what_would_change_and_changes_nothing(page, ana, theory):
    bone = rename_bone(by=ana, bone=Bone.objects.get(), version=1, name="Hours")
    text = page(ana, address(bone, first_event(bone))).content.decode()
    assert "<del>Hours</del> <ins>Time</ins>" in text
    bone.refresh_from_db()
    assert (bone.name, bone.version) == ("Hours", 2)
    assert put_back(page, ana, bone) == 302
    assert (bone.name, bone.version) == ("Time", 3)
    assert "There is nothing to change" in page(ana, address(bone, first_event(bone))).content.decode()
    assert put_back(page, ana, bone, events_of(bone).filter(verb="changed").order_by("pk").first()) == 302
    assert bone.name == "Hours"


def test_somebody_who_changed_it_meanwhile_loses_nothing(page, ana, theory):
    bone = rename_bone(by=ana, bone=Bone.objects.get(), version=1, name="Hours")
    rename_bone(by=ana, bone=bone, version=2, name="Minutes")
    where = address(bone, first_event(bone))
    answer = page(ana, where, {"version": 2})
    assert (answer.status_code, "while you looked" in answer.content.decode()) == (409, True)
    assert page(ana, where, {"version": "x"}).status_code == 409
    bone.refresh_from_db()
    assert bone.name == "Minutes"


@pytest.mark.ac("S1 R-27")
def test_a_locked_prediction_never_comes_back_from_the_history(page, ana, theory, measure):
    cycle = draft_cycle(by=ana, inquiry=theory, try_what="Cards", **PLAN)
    cycle = change_plan(by=ana, cycle=cycle, version=1, low=16, who_where="Room 12")
    text = page(ana, address(cycle, first_event(cycle))).content.decode()
    assert "The number we predict" in text
    start_do(by=ana, cycle=cycle)
    text = page(ana, address(cycle, first_event(cycle))).content.decode()
    assert "These differ too and stay as they are: The number we predict." in text
    assert put_back(page, ana, cycle) == 302
    assert (cycle.low, cycle.who_where) == (16, "")
    Cycle.objects.filter(pk=cycle.pk).update(state="done", done_at=cycle.locked_at)
    assert "There is nothing to change" in page(ana, address(cycle, first_event(cycle))).content.decode()


def test_links_stay_and_are_named(page, ana, theory, measure):
    idea = Part.objects.get(text="A quiet minute")
    connect_measure(by=ana, part=idea, measure=measure)
    connect_causes(by=ana, part=idea, causes=[Cause.objects.get()])
    text = page(ana, address(idea, first_event(idea))).content.decode()
    assert "These differ too and stay as they are: Measure." in text


def test_earlier_words_of_an_aim_keep_its_measure_in_step(page, client, ana, theory, measure):
    aim = set_aim(by=ana, inquiry=theory, what="explain", target=70, baseline=34, measure=measure)
    event = events_of(aim).filter(verb="changed").first()
    assert Measure.objects.get().target == 70
    page(ana, reverse("reports:revert", args=[theory.owner_team_id, event.pk]), {})
    assert (Aim.objects.get().target, Measure.objects.get().target) == (65, 65)


def test_members_only_put_things_back(page, client, ana, stranger, theory):
    bone = rename_bone(by=ana, bone=Bone.objects.get(), version=1, name="Hours")
    assert put_back(page, stranger, bone) == 404
    assert bone.name == "Hours"


def test_a_line_of_the_theory_and_a_line_of_numbers_have_pages_to_go_to(ana, theory, measure):
    link = Link.objects.filter(parent=None).first()
    series = Series.objects.get()
    assert timeline_of(ana, "theory.link", link.pk).page == f"/i/{theory.pk}/drivers/"
    assert timeline_of(ana, "measures.series", series.pk).page == f"/measures/{measure.pk}/"
    assert (DataImport.objects.count(), Annotation.objects.count()) == (0, 0)


def test_timeline_and_going_back_through_the_api(api, ana, stranger, theory):
    bone = rename_bone(by=ana, bone=Bone.objects.get(), version=1, name="Hours")
    told = api(ana, "GET", f"/history/theory.bone/{bone.pk}").json()
    assert (told["name"], told["count"], [line["verb"] for line in told["lines"]]) == ("Hours", 2, ["changed", "added"])
    assert told["lines"][0]["changes"] == [{"label": "Name", "before": "Time", "after": "Hours"}]
    assert api(ana, "GET", f"/history/theory.bone/{bone.pk}?page=2").json()["lines"] == []
    assert api(stranger, "GET", f"/history/theory.bone/{bone.pk}").status_code == 404
    path = f"/teams/{theory.owner_team_id}/history/{first_event(bone).pk}/earlier"
    then = api(ana, "GET", path).json()
    assert (then["version"], then["changes"], then["stay"]) == (
        2, [{"label": "Name", "before": "Hours", "after": "Time"}], [],
    )  # fmt: skip
    assert api(ana, "POST", path, {"version": 1}).status_code == 409
    assert api(ana, "POST", path, {"version": 2}).json() == {
        "target_type": "theory.bone", "target_id": bone.pk, "version": 3,
    }  # fmt: skip


def test_the_team_history_can_be_narrowed(page, ana, devon, theory):
    change_problem(by=devon, inquiry=theory, version=None, problem="Other", for_whom="", how_known="")
    where = reverse("reports:history", args=[theory.owner_team_id])

    def count(query):
        return page(ana, f"{where}?{query}").content.decode().count('<li id="e')

    today = datetime.datetime.now(datetime.UTC).date()
    assert count(f"who={devon.pk}&what=theory.inquiry") == 1
    assert count(f"who={devon.pk}&what=theory.part") == 0
    assert count(f"since={today + datetime.timedelta(days=2)}") == 0
    assert count(f"until={today - datetime.timedelta(days=2)}") == 0
    assert count("who=x&since=2026-02-30&until=never") == count("")
    text = page(ana, f"{where}?what=theory.bone").content.decode()
    assert '<option value="theory.bone" selected>Bone</option>' in text


def test_inquiry_is_listed_as_a_kind(ana, theory):
    assert Inquiry._meta.label_lower in KINDS
