"""The driver page: what it costs, what it says of each part, what it tells of others, and its files."""

import io

import pytest
from django.urls import reverse

from aimwell.contexts.people.services import share
from aimwell.contexts.theory.models import Link, Part
from aimwell.contexts.theory.services import (
    add_cause,
    add_evidence,
    add_part,
    connect_causes,
    link_parts,
    move_part,
    set_aim,
    set_aside,
    start_inquiry,
    unlink_parts,
)
from aimwell.domain.access import Rung


def url(name, *args):
    return reverse(f"theory:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


def grown(ana, inquiry, count=150):
    """The theory with `count` parts, some under two parents, written straight into the tables."""
    kinds = ["primary"] * 8 + ["secondary"] * 50 + ["idea"] * (count - 58)
    parts = Part.objects.bulk_create(
        Part(inquiry=inquiry, kind=kind, text=f"Part {n}", position=n, created_by=ana) for n, kind in enumerate(kinds)
    )
    lines = [Link(child=part, created_by=ana) for part in parts[:8]]
    lines += [Link(parent=parts[n % 8], child=part, created_by=ana) for n, part in enumerate(parts[8:58])]
    lines += [Link(parent=parts[8 + n % 50], child=part, created_by=ana) for n, part in enumerate(parts[58:])]
    lines += [Link(parent=parts[8 + (n + 7) % 50], child=part, created_by=ana) for n, part in enumerate(parts[58:90])]
    Link.objects.bulk_create(lines)


@pytest.mark.parametrize("query", ["", "?view=drawing&part={part}", "?view=outline&part={part}"])
def test_a_hundred_and_fifty_parts_cost_no_question_more(page, ana, inquiry, tree, django_assert_num_queries, query):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    address = url("drivers", inquiry.pk) + query.format(part=tree.minute.pk)
    page(ana, address)
    with CaptureQueriesContext(connection) as few:
        assert page(None, address).status_code == 200
    grown(ana, inquiry)
    with django_assert_num_queries(len(few)):
        assert "Part 149" in words(page(None, address))


def test_asking_what_changed_costs_one_question_beside_who_is_asking(
    page, ana, inquiry, tree, django_assert_num_queries
):
    address = url("drivers_changes", inquiry.pk)
    stamp = page(ana, address + "?since=0").json()["stamp"]
    with django_assert_num_queries(5):  # session, reader, inquiry, place; and the stamp
        assert page(None, address + f"?since={stamp}").status_code == 204


def test_what_others_did_is_told_and_what_oneself_did_is_not(page, ana, devon, inquiry, tree):
    address = url("drivers_changes", inquiry.pk)
    stamp = page(ana, address + "?since=0").json()["stamp"]
    add_part(by=ana, inquiry=inquiry, kind="idea", text="Mine", parents=[tree.think])
    mine = page(ana, address + f"?since={stamp}").json()
    assert (mine["said"], mine["stamp"] > stamp) == ([], True)
    stamp = mine["stamp"]
    new = add_part(by=devon, inquiry=inquiry, kind="idea", text="Starters", parents=[tree.think, tree.safe])
    unlink_parts(by=devon, parent=tree.safe, child=new)
    set_aside(by=devon, thing=new)
    assert page(ana, address + f"?since={stamp}").json()["said"] == [
        "Devon Park added “Starters”.", "Devon Park set “Starters” aside.",
    ]  # fmt: skip
    stamp = page(ana, address + f"?since={stamp}").json()["stamp"]
    link_parts(by=devon, parent=tree.safe, child=tree.minute)
    assert page(ana, address + f"?since={stamp}").json()["said"] == ["Devon Park linked “A quiet minute to rehearse”."]


def test_another_effort_of_the_same_team_is_not_heard_here(page, ana, devon, team, inquiry, tree):
    address = url("drivers_changes", inquiry.pk)
    stamp = page(ana, address + "?since=0").json()["stamp"]
    other = start_inquiry(by=devon, team=team, problem="Few read at home")
    add_part(by=devon, inquiry=other, kind="primary", text="Books are near")
    assert page(ana, address + f"?since={stamp}").status_code == 204
    add_part(by=devon, inquiry=inquiry, kind="idea", text="Starters", parents=[tree.think])
    assert page(ana, address + f"?since={stamp}").json()["said"] == ["Devon Park added “Starters”."]


def test_readers_outside_the_team_hear_no_names(page, ana, devon, outsiders, inquiry, tree):
    share(by=ana, obj=inquiry, rung=Rung.SCHOOL)
    address = url("drivers_changes", inquiry.pk)
    stamp = page(outsiders[2], address + "?since=0").json()["stamp"]
    add_part(by=devon, inquiry=inquiry, kind="idea", text="Starters", parents=[tree.think])
    assert page(outsiders[2], address + f"?since={stamp}").json()["said"] == ["The theory has changed."]
    assert page(outsiders[0], address).status_code == 404


@pytest.mark.ac("S4 R-21")
def test_an_idea_shows_each_way_to_the_aim_and_its_root_causes(page, ana, inquiry, tree, cause):
    set_aim(by=ana, inquiry=inquiry, what="explain")
    connect_causes(by=ana, part=tree.think, causes=[cause])
    shown = words(page(ana, url("drivers", inquiry.pk) + f"?part={tree.minute.pk}"))
    plain = shown.replace(' <span aria-hidden="true">›</span> <span class="only-read">then</span>', " ›")
    assert "<dd>Time to think before talking › Everyone has a way into the talk › the aim</dd>" in plain
    assert "<dd>Time to think before talking › It is safe to be unsure › the aim</dd>" in plain
    assert "We ask for talk before time to think" in shown
    assert "by way of “Time to think before talking”" in shown


@pytest.mark.ac("S4 R-21")
@pytest.mark.ac("S1 R-17")
@pytest.mark.ac("S0 R-4")
def test_an_orphan_idea_is_listed_and_its_panel_says_so(page, ana, inquiry, tree):
    set_aim(by=ana, inquiry=inquiry, what="explain")
    loose = add_part(by=ana, inquiry=inquiry, kind="idea", text="A bell")
    shown = words(page(ana, url("drivers", inquiry.pk) + f"?part={loose.pk}"))
    assert "“A bell” does not lead to the aim yet." in shown
    assert "It does not lead to the aim yet. Link it to what it serves." in shown
    assert "No root cause yet." in shown


@pytest.mark.ac("N-8")
@pytest.mark.ac("S2 R-4")
def test_a_driver_from_a_cause_without_evidence_is_an_untested_assumption(page, ana, inquiry, tree, cause):
    flag = "untested assumption"
    address = url("drivers", inquiry.pk) + f"?part={tree.think.pk}"
    assert flag not in words(page(ana, address))
    connect_causes(by=ana, part=tree.think, causes=[cause])
    shown = words(page(ana, address))
    assert flag in shown
    assert "none of these causes has evidence yet" in shown
    add_evidence(by=ana, inquiry=inquiry, text="5 lessons", cause=cause)
    assert flag not in words(page(ana, address))
    other = add_cause(by=ana, bone=cause.bone, text="Talk is dropped when late")
    connect_causes(by=ana, part=tree.think, causes=[other])
    assert flag in words(page(ana, address))
    set_aside(by=ana, thing=other, reason="outside our impact")
    assert flag not in words(page(ana, address))


@pytest.mark.ac("S2 R-23")
def test_the_page_says_that_it_may_be_wrong(page, ana, inquiry, tree):
    assert "It may be wrong, and it is surely not complete." in words(page(ana, url("drivers", inquiry.pk)))


@pytest.mark.ac("S3 R-17")
def test_a_secondary_driver_is_a_part_of_its_own_and_links_both_ways(page, ana, inquiry, tree):
    shown = words(page(ana, url("drivers", inquiry.pk) + f"?view=drawing&part={tree.think.pk}"))
    parents, children = f"{tree.way_in.pk} {tree.safe.pk}", str(tree.minute.pk)
    assert f'data-kind="secondary" data-parents="{parents}" data-children="{children}"' in shown


@pytest.mark.ac("N-6")
@pytest.mark.ac("S0 R-4")
@pytest.mark.ac("S2 R-22")
def test_files_hold_every_part_and_print_the_rule(page, ana, inquiry, tree):
    labels = [part.text for part in Part.objects.filter(inquiry=inquiry)]
    svg = page(ana, url("drivers_svg", inquiry.pk)).content.decode()
    assert all(f'data-label="{label}"' in svg for label in labels)
    for rule in ("How full is the circle?", "held in three settings or more", "It may be wrong"):
        assert rule in svg
    assert page(None, url("drivers_png", inquiry.pk)).content.startswith(b"\x89PNG")


@pytest.mark.ac("S0 R-4")
@pytest.mark.parametrize(("paper", "size"), [("letter", (792, 612)), ("a4", (842, 595))])
def test_the_pdf_is_one_sheet_for_the_map_and_one_for_the_outline(page, ana, inquiry, tree, paper, size):
    from pypdf import PdfReader

    answer = page(ana, url("drivers_pdf", inquiry.pk) + f"?paper={paper}")
    assert answer["Content-Type"] == "application/pdf"
    sheets = PdfReader(io.BytesIO(answer.content)).pages
    assert len(sheets) == 2
    assert (round(sheets[0].mediabox.width), round(sheets[0].mediabox.height)) == size
    outline = " ".join(sheets[1].extract_text().split())
    assert all(part.text in outline for part in Part.objects.filter(inquiry=inquiry))
    assert "also serves" in outline
    assert page(None, url("drivers_pdf", inquiry.pk) + "?paper=a3").status_code == 404


def test_the_map_of_150_parts_is_one_sheet_too(page, ana, inquiry):
    from pypdf import PdfReader

    grown(ana, inquiry)
    sheets = PdfReader(io.BytesIO(page(ana, url("drivers_pdf", inquiry.pk)).content)).pages
    assert "The same in words" not in sheets[0].extract_text()
    assert "The same in words" in sheets[1].extract_text()


def test_the_order_of_the_map_is_kept_and_a_leaf_moves_nobody(ana, inquiry, tree):
    def order(kind):
        return list(Part.objects.filter(inquiry=inquiry, kind=kind).order_by("place").values_list("text", flat=True))

    assert order("primary") == ["Everyone has a way into the talk", "It is safe to be unsure"]
    peers = add_part(by=ana, inquiry=inquiry, kind="secondary", text="Peers", parents=[tree.safe])
    words_ = add_part(by=ana, inquiry=inquiry, kind="secondary", text="Words", parents=[tree.way_in])
    assert order("secondary") == ["Words", "Time to think before talking", "Peers"]
    assert peers.version == words_.version == 1
    move_part(by=ana, child=words_, old=tree.way_in, new=tree.safe)
    assert order("secondary")[0] == "Time to think before talking"


@pytest.mark.ac("S2 R-22")
def test_the_api_takes_back_an_act_and_gives_the_file(api, ana, devon, inquiry, tree):
    from aimwell.core.history.models import Event

    api(ana, "POST", f"/parts/{tree.minute.pk}/links", {"parent": tree.safe.pk})
    event = Event.objects.filter(verb="linked").order_by("-pk").first()
    address = f"/inquiries/{inquiry.pk}/take-back"
    assert api(devon, "POST", address, {"events": [event.pk]}).status_code == 404
    undone = api(ana, "POST", address, {"events": [event.pk]})
    assert undone.status_code == 200
    assert Link.objects.filter(child=tree.minute, parent=tree.safe, ended_at=None).count() == 0
    again = api(ana, "POST", address, {"events": undone.json()["events"]})
    assert again.status_code == 200
    assert Link.objects.filter(child=tree.minute, parent=tree.safe, ended_at=None).count() == 1
    pdf = api(ana, "GET", f"/inquiries/{inquiry.pk}/drivers.pdf?paper=a4")
    assert pdf.content.startswith(b"%PDF")
