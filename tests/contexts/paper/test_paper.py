"""Every form on paper: blank and filled, Letter and A4, in the order of the screen, without colour, and only for eyes
that may read it on the screen."""

import datetime
import html
import io
import re

import pytest
from django.urls import reverse
from django.utils import translation
from pypdf import PdfReader

from aimwell.contexts.people.services import share
from aimwell.contexts.theory.choosing.forms import KidsForm
from aimwell.contexts.theory.noticing.services import add_goal, notice
from aimwell.contexts.theory.paper.views.blocks import Card, Grid, Line, drawn, lines
from aimwell.contexts.theory.paper.views.filling import Filling
from aimwell.contexts.theory.paper.views.registry import FORMS
from aimwell.contexts.theory.predicting.services import predict
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.domain.access import Rung

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 1, 5)
SIZES = {"letter": (612, 792), "a4": (595, 842)}
WRITTEN = {
    "log": ["Buses leave before homework help", "Feb. 6, 2026", "3 of 5 days"],
    "goals": ["Raise attendance by 2 points", "The county", "One in eight miss Wednesday"],
    "equity": ["No rider comes in vain", "The timetable changes"],
    "levels": ["District", "Jan. 5, 2026", "One timetable for all buses"],
    "signs": ["Riders come on Wednesday", "Jan. 5, 2026", "Devon"],
    "lot": ["A second bus", "a parent evening", "Feb. 6, 2026"],
    "problem": ["One in eight miss Wednesday", "600 students", "10 weeks counted"],
    "facts": ["Absences by weekday", "Office records"],
    "touched": ["aunt of a rider", "The ride is longer than the day"],
    "points": ["Three riders drew their way", "The student council has a vote"],
    "interview": ["bus driver", "He sighed at the gate", "The long ride", "Two hours for four"],
    "grouping": ["Why stay home?", "My bus is late", "It is only half a day"],
    "practices": ["Attendance prizes"],
    "slips": [],
    "fishbone": ["Timetable", "Wednesday is short"],
    "whys": ["Wednesday is short", "Staff meet on Wednesday"],
    "filter": ["Wednesday is short"],
    "predictions": ["Which day is lowest?", "Monday is lowest", "absences by day"],
    "process": ["A Wednesday morning", "The bus leaves"],
    "aim": ["our far riders", "come on Wednesday", "95"],
    "drivers": ["A full day is worth the trip", "Meet on Monday"],
    "grounds": ["Half days lose riders", "A study of half days"],
    "idea": ["Meet on Monday", "Ask the office for Mondays", "Far riders"],
    "effort": ["Meet on Monday"],
    "consent": ["Meet on Monday", "Who covers Mondays?"],
    "actions": ["Ask the bus company"],
    "coherence": ["It says how much"],
}
PRIVATE = {"facts", "touched", "interview", "grouping", "practices", "slips", "predictions", "grounds", "effort",
           "consent", "actions", "log", "goals", "equity", "lot", "points"}  # fmt: skip
ON_PAGES = {"Meet on Monday", "One in eight miss Wednesday"}  # also where everybody reads
ON_SCREEN = {
    "problem": "theory:problem", "facts": "theory:problem", "touched": "theory:problem",
    "points": "voices:voices", "interview": "voices:interview_add",
    "practices": "practices:practices", "grounds": "practices:grounds",
    "log": "noticing:log", "goals": "noticing:goals", "equity": "equity:team", "levels": "theory:levels",
    "signs": "theory:indicators", "lot": "choosing:lot", "predictions": "predicting:boards",
    "process": "processes:processes", "aim": "theory:aim",
}  # fmt: skip


def address(inquiry, key, name="file", **query):
    asked = "&".join(f"{'as' if word == 'way' else word}={value}" for word, value in query.items())
    return f"{reverse(f'paper:{name}', args=[inquiry.pk, key])}?{asked}"


def sheets(page, user, inquiry, key, **query):
    answer = page(user, address(inquiry, key, **query))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return PdfReader(io.BytesIO(answer.content))


def words(pdf):
    return " ".join(" ".join(one.extract_text() for one in pdf.pages).split())


def colours(pdf):
    """Every fill and stroke that is not black, white or grey."""
    found = set()
    for one in pdf.pages:
        for values in re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", one.get_contents().get_data()):
            found |= {values} if len({float(value) for value in values}) > 1 else set()
    return found


def asked_in(blocks):
    """The labels of a sheet, in order."""
    for block in blocks:
        if isinstance(block, Card):
            yield from asked_in(block.blocks)
        elif isinstance(block, Line):
            yield block.label or block.choices[0][0]
        elif isinstance(block, Grid):
            yield from block.heads


def test_every_form_has_an_example_in_this_file():
    assert set(WRITTEN) == set(FORMS)


@pytest.mark.ac("S4 R-62")
@pytest.mark.parametrize("key", FORMS)
@pytest.mark.parametrize("paper", SIZES)
def test_a_blank_form_is_one_tagged_page_without_colour(page, ana, world, key, paper):
    pdf = sheets(page, ana, world.inquiry, key, paper=paper)
    box, form, text = pdf.pages[0].mediabox, FORMS[key], words(pdf)
    assert (round(box.width), round(box.height)) == (SIZES[paper][::-1] if form.wide else SIZES[paper])
    assert len(pdf.pages) == 1
    assert (pdf.trailer["/Root"]["/MarkInfo"]["/Marked"], pdf.trailer["/Root"]["/Lang"]) == (True, "en")
    assert colours(pdf) == set()
    assert form.title in text
    assert form.how in text
    assert len(form.how.split()) <= 60
    assert "Room 12 and friends · " in text
    assert f"testserver{form.address(inquiry_view(ana, world.inquiry.pk))}" in text
    assert [said for said in WRITTEN[key] if not said.isdigit() and said in text] == []


@pytest.mark.parametrize("key", FORMS)
@pytest.mark.parametrize("paper", SIZES)
def test_a_filled_form_holds_what_was_written(page, ana, world, key, paper):
    pdf = sheets(page, ana, world.inquiry, key, paper=paper, way="filled")
    box, text = pdf.pages[0].mediabox, words(pdf)
    assert (round(box.width), round(box.height)) == (SIZES[paper][::-1] if FORMS[key].wide else SIZES[paper])
    assert [said for said in WRITTEN[key] if said not in text] == []
    assert colours(pdf) == set()


@pytest.mark.parametrize("key", FORMS)
def test_its_labels_stand_on_the_paper_in_order(page, ana, world, key):
    view = inquiry_view(ana, world.inquiry.pk)
    labels = [" ".join(str(one).split()) for one in asked_in(FORMS[key].parts(Filling(view, ana, False)))]
    text, at = words(sheets(page, ana, world.inquiry, key)), 0
    for label in labels:
        at = text.index(label, at)


@pytest.mark.parametrize("key", ON_SCREEN)
def test_the_paper_asks_in_the_order_of_the_screen(page, ana, team, key):
    """With an inquiry that holds little, each form of the page stands on it once."""
    from aimwell.contexts.theory.services import add_evidence, set_aim, start_inquiry

    inquiry = start_inquiry(by=ana, team=team, problem="One in eight miss Wednesday")
    add_evidence(by=ana, inquiry=inquiry, text="Absences")
    set_aim(by=ana, inquiry=inquiry, what="come", target=95)
    notice(by=ana, team=team, text="Buses leave early")
    view = inquiry_view(ana, inquiry.pk)
    address = FORMS[key].address(view) if FORMS[key].of_team else reverse(ON_SCREEN[key], args=[inquiry.pk])
    screen = html.unescape(page(ana, address).content.decode())
    shown = [" ".join(re.sub("<[^>]+>", "", one).split()) for one in re.findall(r"<(?:label|legend)\b.*?</", screen)]
    shown = [one.removesuffix("</").strip() for one in shown]
    asked = list(dict.fromkeys(asked_in(FORMS[key].parts(Filling(view, ana, False)))))
    both = [one for one in asked if one in shown]
    assert len(both) >= 1
    assert both == [one for one in dict.fromkeys(shown) if one in both]


@pytest.mark.parametrize("key", FORMS)
def test_others_get_no_more_than_on_the_screen(page, ana, stranger, world, key):
    share(by=ana, obj=world.inquiry, rung=Rung.PUBLIC)
    sheets(page, stranger, world.inquiry, key)
    assert page(stranger, address(world.inquiry, key, name="form")).status_code == 200
    filled = page(stranger, address(world.inquiry, key, way="filled"))
    if key in PRIVATE:
        assert filled.status_code == 404
        return
    text = words(PdfReader(io.BytesIO(filled.content)))
    hidden = [said for one in PRIVATE for said in WRITTEN[one] if said not in ON_PAGES]
    assert [said for said in [*hidden, "It says how much", ana.name] if said in text] == []


def test_a_team_of_others_is_not_there(page, stranger, world):
    assert page(stranger, address(world.inquiry, "problem")).status_code == 404
    assert page(stranger, reverse("paper:forms", args=[world.inquiry.pk])).status_code == 404


def test_while_everyone_writes_a_filled_board_holds_only_ones_own_lines(page, ana, devon, world):
    predict(by=devon, board=world.board, text="Wednesday is lowest", test="absences by day")
    text = words(sheets(page, ana, world.inquiry, "predictions", way="filled"))
    assert ("Monday is lowest" in text, "Wednesday is lowest" in text) == (True, False)


def test_a_form_that_is_not_there_is_not_found(page, ana, world):
    for wrong in (address(world.inquiry, "napkin"), address(world.inquiry, "problem", paper="a3"),
                  address(world.inquiry, "problem", way="half")):  # fmt: skip
        assert page(ana, wrong).status_code == 404


def test_an_inquiry_that_holds_nothing_prints_empty_lines_when_filled(page, ana, inquiry):
    for key in FORMS:
        assert page(ana, address(inquiry, key, name="form", way="filled")).status_code == 200


def test_spanish_paper(page, ana, world):
    answer = page(ana, address(world.inquiry, "idea"), headers={"accept-language": "es"})
    pdf = PdfReader(io.BytesIO(answer.content))
    with translation.override("es"):
        asked = [str(KidsForm.base_fields[name].label) for name in KidsForm.base_fields]
    assert pdf.trailer["/Root"]["/Lang"] == "es"
    assert [one for one in ["Tarjeta de una idea de cambio", *asked] if one not in words(pdf)] == []
    assert len(pdf.pages) == 1


@pytest.mark.ac("S4 R-62")
def test_the_list_links_every_form_and_each_base_page_links_the_list(page, ana, world):
    listed = page(ana, reverse("paper:forms", args=[world.inquiry.pk])).content.decode()
    for key in FORMS:
        assert listed.count(f"/i/{world.inquiry.pk}/paper/{key}") == 4
    for name in ("problem", "fishbone", "aim", "drivers"):
        base = page(ana, reverse(f"theory:{name}", args=[world.inquiry.pk])).content.decode()
        assert base.count(f"/i/{world.inquiry.pk}/paper/") == 1


def test_the_api_lists_the_forms_and_gives_each(api, ana, world):
    listed = api(ana, "GET", f"/inquiries/{world.inquiry.pk}/paper").json()
    assert [one["key"] for one in listed] == list(FORMS)
    answer = api(ana, "GET", f"/inquiries/{world.inquiry.pk}/paper/idea.pdf?paper=a4&as=filled")
    pdf = PdfReader(io.BytesIO(answer.content))
    assert (answer["Content-Type"], round(pdf.pages[0].mediabox.height)) == ("application/pdf", 842)
    assert "Ask the office for Mondays" in words(pdf)
    assert api(ana, "GET", f"/inquiries/{world.inquiry.pk}/paper/napkin.pdf").status_code == 404


def test_a_drawing_turns_black_and_white():
    assert drawn('<path fill="#FFFDF8" stroke="#C0600F"/>').svg == '<path fill="#FFFFFF" stroke="#000000"/>'


def test_a_value_is_ticked_and_a_blank_one_is_not():
    [line] = lines(KidsForm, type("Facts", (), {"helps": "Far riders"}), only="helps")
    assert (line.value, line.rules) == ("Far riders", 2)
    [line] = lines(KidsForm, only="helps")
    assert line.value == ""


def test_who_reads_without_the_teams_name_gets_no_sheet_of_it(page, ana, readers, world):
    share(by=ana, obj=world.inquiry, rung=Rung.NETWORK_UNNAMED)
    far = readers["other district in the network"]
    assert page(far, address(world.inquiry, "whys", way="filled")).status_code == 404
    assert page(far, address(world.inquiry, "whys")).status_code == 404


@pytest.mark.parametrize(
    ("key", "queries"),
    [
        ("facts", 5),
        ("interview", 6),
        ("idea", 11),
        ("actions", 6),
        ("whys", 5),
        ("process", 7),
        ("log", 6),
        ("goals", 7),
        ("signs", 6),
    ],
)
def test_a_sheet_costs_the_same_however_much_it_holds(
    client, ana, team, world, key, queries, django_assert_num_queries
):
    client.force_login(ana)
    for place in range(4):
        more_of_everything(ana, world, place)
    with django_assert_num_queries(queries):
        answer = client.get(address(world.inquiry, key, way="filled"))
    assert answer.status_code == 200


def more_of_everything(ana, world, place):
    add_goal(by=ana, team=world.inquiry.owner_team, text=f"Goal {place}", set_by="The county")
    notice(by=ana, team=world.inquiry.owner_team, text=f"Bus {place}")
    from aimwell.contexts.theory import services as theory
    from aimwell.contexts.theory.choosing.services import add_commitment
    from aimwell.contexts.theory.voices.services import add_interview, add_quote

    theory.add_evidence(by=ana, inquiry=world.inquiry, text=f"Count {place}")
    theory.add_indicator(by=ana, inquiry=world.inquiry, name=f"Sign {place}", expected_on=DAY)
    theory.add_cause(by=ana, bone=world.cause.bone, parent=world.cause, text=f"Why {place}")
    theory.add_part(by=ana, inquiry=world.inquiry, kind="idea", text=f"Idea {place}")
    add_commitment(by=ana, idea=world.idea, what=f"Ask {place}")
    interview = add_interview(
        by=ana, inquiry=world.inquiry, role="rider", group="students", held_on=DAY, consent="given"
    )
    add_quote(by=ana, interview=interview, new_theme=f"Theme {place}")
