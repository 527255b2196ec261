"""What the pages say, for whom, and how many questions they ask the database."""

import datetime

import pytest
from django.urls import reverse

from aimwell.contexts.people.services import share
from aimwell.contexts.theory.services import (
    abandon,
    add_cause,
    add_evidence,
    add_part,
    add_perspective,
    change_cause,
    offer_bones,
    set_aim,
    set_aside,
    skip_step,
    start_inquiry,
)
from aimwell.domain.access import Rung


def url(name, *args):
    return reverse(f"theory:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


def whole_aim(ana, inquiry):
    return set_aim(
        by=ana, inquiry=inquiry, what="explain their reasoning", for_whom="our fifth graders", baseline=34, target=65,
        by_when=datetime.date(2027, 5, 28),
    )  # fmt: skip


def test_overview_of_a_team_without_work_teaches_and_starts(page, ana, team):
    first = page(ana, url("overview", team.pk))
    assert first.status_code == 200
    assert "What gets in the way of your students?" in words(first)
    started = page(ana, url("start", team.pk), {"problem": "Few give a reason", "for_whom": "", "how_known": ""})
    assert started.status_code == 302
    assert page(ana, url("overview", team.pk)).url == url("drivers", team_inquiry(team).pk)


def team_inquiry(team):
    from aimwell.contexts.theory.models import Inquiry

    return Inquiry.objects.get(owner_team=team)


def test_the_sentence_of_the_first_page_opens_as_the_first_part(page, ana, team, client):
    client.force_login(ana)
    session = client.session
    session["sentence"] = "Too few give a reason"
    session.save()
    assert ">\nToo few give a reason</textarea>" in client.get(url("overview", team.pk)).content.decode()


@pytest.mark.ac("S1 R-10")
def test_problem_names_each_missing_part_with_the_smallest_next_move(page, ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few give a reason", how_known="We feel it")
    shown = words(page(ana, url("problem", inquiry.pk)))
    assert "For whom: name the group, such as “72 fifth graders”." in shown
    assert "mark “baseline to be collected”" in shown
    assert "The problem: write one line" not in shown
    assert "Go on to the causes" not in shown


def test_problem_that_is_whole_goes_on(page, ana, inquiry):
    shown = words(page(ana, url("problem", inquiry.pk)))
    assert "<h1>Most students wait for someone else to give a reason</h1>" in shown
    assert "Go on to the causes" in shown
    assert shown.count('class="button"') == 1


def test_going_on_without_a_step_needs_one_line_and_keeps_it(page, ana, team):
    inquiry = start_inquiry(by=ana, team=team)
    assert page(ana, url("skip", inquiry.pk, "problem"), {"reason": ""}).status_code == 422
    gone_on = page(ana, url("skip", inquiry.pk, "problem"), {"reason": "First week of school"})
    assert gone_on.url == url("fishbone", inquiry.pk)
    assert "<em>First week of school</em>" in words(page(ana, url("problem", inquiry.pk)))


@pytest.mark.ac("S1 R-13")
@pytest.mark.ac("S2 R-5")
def test_a_hint_is_shown_to_the_writer_alone_until_it_is_put_away(page, ana, devon, inquiry):
    sent = {
        "problem": "We do not have tablets for every student in math",
        "for_whom": "x",
        "how_known": "34 %",
        "version": 1,
    }
    page(ana, url("problem", inquiry.pk), sent)
    hint = "This may already be an answer."
    assert hint in words(page(ana, url("problem", inquiry.pk)))
    kept = page(ana, url("hint_keep"), {"text": f"problem:{inquiry.pk}", "next": url("problem", inquiry.pk)})
    assert kept.url == url("problem", inquiry.pk)
    assert hint not in words(page(ana, url("problem", inquiry.pk)))
    assert hint not in words(page(devon, url("problem", inquiry.pk)))


@pytest.mark.ac("S1 R-11")
def test_a_statement_of_need_with_because_asks_whether_it_is_a_fact(page, ana, inquiry):
    sent = {"text": "They stay silent because they should know more words", "kind": "data", "source": ""}
    page(ana, url("evidence_add", inquiry.pk), sent)
    assert "Is this a fact, a cause or a solution?" in words(page(ana, url("problem", inquiry.pk)))


@pytest.mark.ac("S1 R-14")
@pytest.mark.ac("S4 R-15")
def test_a_cause_that_blames_people_asks_its_writer_about_the_system(page, ana, devon, bone, inquiry):
    page(ana, url("cause_add", bone.pk), {"text": "unmotivated parents", "view": "outline"})
    shown = "What in the system produces it?"
    assert shown in words(page(ana, url("fishbone", inquiry.pk)))
    assert shown not in words(page(devon, url("fishbone", inquiry.pk)))


@pytest.mark.ac("S4 R-11")
@pytest.mark.ac("S1 R-12")
def test_a_cause_set_aside_stays_struck_with_its_reason_and_comes_back(page, ana, inquiry, cause):
    page(ana, url("aside", "cause", cause.pk), {"reason": "outside our impact"})
    shown = words(page(ana, url("fishbone", inquiry.pk) + f"?view=outline&cause={cause.pk}"))
    assert "<s>We ask for talk before time to think</s>" in shown
    assert "set aside: outside our impact" in shown
    page(ana, url("restore", "cause", cause.pk), {})
    shown = words(page(ana, url("fishbone", inquiry.pk) + "?view=outline"))
    assert "<s>" not in shown


def test_an_old_wording_stays_under_the_new_one(page, ana, inquiry, cause):
    sent = {"text": "We time the talk", "status": "assumed", "how_known": "", "version": 1, "view": "outline"}
    page(ana, url("cause", cause.pk), sent)
    shown = words(page(ana, url("fishbone", inquiry.pk) + f"?view=outline&cause={cause.pk}"))
    assert "Before: <s>We ask for talk before time to think</s>" in shown


@pytest.mark.ac("S4 R-17")
def test_fishbone_title_says_how_many_causes_are_supported(page, ana, inquiry, cause):
    change_cause(by=ana, cause=cause, version=1, text=cause.text, status="supported", how_known="5 lessons")
    add_cause(by=ana, bone=cause.bone, text="Talk is what we drop when late")
    assert "2 causes, 1 of them supported" in words(page(ana, url("fishbone", inquiry.pk)))


def test_outline_and_drawing_hold_the_same_causes(page, ana, inquiry, cause):
    outline = page(ana, url("fishbone", inquiry.pk) + "?view=outline").content.decode()
    drawing = page(ana, url("fishbone", inquiry.pk) + "?view=drawing").content.decode()
    assert f'id="cause-{cause.pk}"' in outline
    assert "<driver-canvas" not in outline
    assert f'data-node="{cause.pk}"' in drawing


@pytest.mark.parametrize(
    ("name", "version"), [("problem", 0), ("problem", 1), ("problem", None)], ids=["older", "stale", "missing"]
)
def test_two_people_on_one_problem_meet_on_the_merge_page(page, ana, devon, inquiry, name, version):
    mine = {"problem": "Two of three stay silent", "for_whom": inquiry.for_whom, "how_known": inquiry.how_known}
    page(devon, url(name, inquiry.pk), {**mine, "problem": "Few give a reason", "version": 1})
    sent = mine if version is None else {**mine, "version": version}
    answer = page(ana, url(name, inquiry.pk), sent)
    assert answer.status_code == 409
    shown = words(answer)
    assert "Devon Park also changed this while you wrote" in shown
    assert 'value="Two of three stay silent"' in shown
    assert 'value="Few give a reason"' in shown
    inquiry.refresh_from_db()
    assert inquiry.problem == "Few give a reason"
    page(ana, url(name, inquiry.pk), {**mine, "version": inquiry.version})
    inquiry.refresh_from_db()
    assert inquiry.problem == "Two of three stay silent"


def test_two_people_on_one_cause_and_on_one_driver_meet_on_the_merge_page(page, ana, devon, cause, tree):
    same = {"status": "assumed", "how_known": "", "version": 1}
    page(devon, url("cause", cause.pk), {**same, "text": "Theirs"})
    assert page(ana, url("cause", cause.pk), {**same, "text": "Mine"}).status_code == 409
    page(devon, url("part", tree.minute.pk), {"text": "Theirs", "version": 1})
    assert page(ana, url("part", tree.minute.pk), {"text": "Mine", "version": 1}).status_code == 409


@pytest.mark.ac("S1 R-16")
def test_aim_page_names_what_is_missing_by_itself(page, ana, inquiry):
    shown = words(page(ana, url("aim_sentence", inquiry.pk) + "?what=explain&unit=percent&direction=up&baseline=34"))
    assert '<mark class="gap">[to how many?]</mark>' in shown
    assert '<mark class="gap">[by when?]</mark>' in shown
    whole_aim(ana, inquiry)
    assert "Our aim says how much, for whom and by when" in words(page(ana, url("aim", inquiry.pk)))


@pytest.mark.ac("S1 R-16")
def test_aim_date_must_follow_the_baseline_date(page, ana, inquiry):
    query = "?baseline_on=2027-06-01&by_when=2027-05-28&unit=percent&direction=up"
    assert "not after the date of the baseline" in words(page(ana, url("aim_sentence", inquiry.pk) + query))


def test_aim_is_kept_from_the_form(page, ana, inquiry):
    sent = {"what": "explain", "for_whom": "fifth graders", "baseline": "34", "target": "65", "unit": "percent",
            "direction": "up", "by_when": "2027-05-28", "version": 0}  # fmt: skip
    assert page(ana, url("aim", inquiry.pk), sent).status_code == 302
    inquiry.refresh_from_db()
    assert (inquiry.aim.target, inquiry.aim.for_whom) == (65.0, "fifth graders")
    broken = page(ana, url("aim", inquiry.pk), {**sent, "target": "many", "version": 1})
    assert broken.status_code == 422
    assert 'value="many"' in broken.content.decode()


@pytest.mark.ac("S1 R-17")
def test_drivers_page_lists_loose_ends_and_opens_the_panel(page, ana, inquiry, tree):
    whole_aim(ana, inquiry)
    add_part(by=ana, inquiry=inquiry, kind="secondary", text="Math from students’ own lives", parents=[tree.way_in])
    shown = words(page(ana, url("drivers", inquiry.pk) + f"?part={tree.minute.pk}"))
    assert "“Math from students’ own lives” has no idea yet." in shown
    assert "<h2>A quiet minute to rehearse</h2>" in shown
    assert "also serves “It is safe to be unsure”" in shown
    assert f"/i/{inquiry.pk}/cycles/new/?idea={tree.minute.pk}" in shown


def test_drivers_page_without_parts_teaches(page, ana, inquiry):
    shown = words(page(ana, url("drivers", inquiry.pk)))
    assert "A theory says what must be true to reach the aim" in shown
    assert shown.count('class="button"') == 1


def test_a_part_added_below_the_aim_through_the_panel(page, ana, inquiry):
    whole_aim(ana, inquiry)
    sent = {"text": "Everyone has a way in", "kind": "primary", "parent": "aim", "view": "outline"}
    answer = page(ana, url("part_add", inquiry.pk), sent)
    [part] = inquiry.parts.all()
    assert answer.url == f"{url('drivers', inquiry.pk)}?view=outline&part={part.pk}&saved=panel#panel"
    assert part.links_up.get().parent is None


def test_a_link_that_cannot_be_says_why_and_changes_nothing(page, ana, tree):
    answer = page(ana, url("part_link", tree.think.pk), {"parent": str(tree.minute.pk)})
    assert answer.status_code == 422
    assert "would lead back to where it starts" in words(answer)


def test_a_driver_set_aside_offers_undo_and_comes_back_on_the_page(page, ana, inquiry, tree):
    page(ana, url("aside", "part", tree.think.pk), {"view": "outline", "sure": "yes"})
    shown = words(page(ana, url("drivers", inquiry.pk) + "?view=outline"))
    assert f'action="{url("restore", "part", tree.think.pk)}"' in shown
    assert "1 part set aside" in shown
    page(ana, url("restore", "part", tree.think.pk), {})
    assert "1 part set aside" not in words(page(ana, url("drivers", inquiry.pk)))


def test_an_abandoned_idea_stays_struck_with_what_it_taught(page, ana, inquiry, tree):
    abandon(by=ana, part=tree.minute, version=None, reason="Oct 9: no difference")
    shown = words(page(ana, url("drivers", inquiry.pk) + "?view=outline"))
    assert "<s>A quiet minute to rehearse</s>" in shown
    assert "abandoned: Oct 9: no difference" in shown


@pytest.mark.parametrize("name", ["drivers", "fishbone"])
def test_drawings_download_as_svg_and_png(page, ana, inquiry, cause, tree, name):
    svg = page(ana, url(f"{name}_svg", inquiry.pk))
    png = page(ana, url(f"{name}_png", inquiry.pk))
    assert svg["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert svg.content.startswith(b"<svg ")
    assert b"<a " not in svg.content
    assert png["Content-Type"] == "image/png"
    assert png.content[:8] == b"\x89PNG\r\n\x1a\n"
    assert png["Content-Disposition"].startswith("attachment; ")


PAGES = ["problem", "fishbone", "aim", "drivers", "drivers_svg", "fishbone_png"]


@pytest.mark.parametrize("name", PAGES)
def test_pages_that_are_not_shared_are_not_there(page, outsiders, inquiry, name):
    for user in outsiders:
        assert page(user, url(name, inquiry.pk)).status_code == 404


def test_a_sponsor_reads_what_is_open_to_the_school_and_changes_nothing(page, ana, outsiders, inquiry, cause, tree):
    share(by=ana, obj=inquiry, rung=Rung.SCHOOL)
    sponsor = outsiders[2]
    for name in PAGES:
        answer = page(sponsor, url(name, inquiry.pk))
        assert answer.status_code == 200
        main = answer.content.partition(b"<main")[2].partition(b"</main>")[0]
        assert b"<form" not in main
    assert page(sponsor, url("aside", "part", tree.minute.pk), {}).status_code == 403
    assert page(sponsor, url("skip", inquiry.pk, "aim"), {"reason": "why"}).status_code == 403
    tree.minute.refresh_from_db()
    assert tree.minute.ended_at is None


def test_a_form_that_needs_more_keeps_what_was_written(page, ana, inquiry, bone):
    answer = page(ana, url("cause_add", bone.pk), {"text": "", "how_known": "timed in 5 lessons", "parent": "7"})
    assert answer.status_code == 422
    shown = words(answer)
    assert "timed in 5 lessons</textarea>" in shown
    assert 'name="parent" value="7"' in shown


def grown(ana, inquiry):
    """The same inquiry with many times as much in it."""
    bones = offer_bones(by=ana, inquiry=inquiry) or list(inquiry.bones.all())
    for number in range(12):
        add_evidence(by=ana, inquiry=inquiry, text=f"note {number}")
        add_perspective(by=ana, inquiry=inquiry, role="student", text=f"voice {number}")
        cause = add_cause(by=ana, bone=bones[number % len(bones)], text=f"cause {number}")
        change_cause(by=ana, cause=cause, version=1, text=f"cause {number} again", status="checking", how_known="")
        driver = add_part(by=ana, inquiry=inquiry, kind="primary", text=f"driver {number}")
        add_part(by=ana, inquiry=inquiry, kind="idea", text=f"idea {number}", parents=[driver])
    set_aside(by=ana, thing=cause, reason="outside our impact")
    skip_step(by=ana, inquiry=inquiry, step="aim", reason="later")


@pytest.mark.parametrize(
    ("name", "query", "count"),
    [
        ("problem", "", 15),
        ("fishbone", "", 23),
        ("fishbone", "?view=outline&cause={cause.pk}", 25),
        ("aim", "", 14),
        ("drivers", "", 11),
        ("drivers", "?view=drawing&part={tree.minute.pk}", 16),
    ],
)
def test_pages_ask_the_same_questions_however_much_there_is(
    page, ana, inquiry, cause, tree, django_assert_num_queries, name, query, count
):
    whole_aim(ana, inquiry)
    page(ana, url("problem", inquiry.pk))
    for _ in range(2):
        with django_assert_num_queries(count):
            assert page(None, url(name, inquiry.pk) + query.format(cause=cause, tree=tree)).status_code == 200
        grown(ana, inquiry)
