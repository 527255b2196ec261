"""Old forms in the browser: three kinds of file, a look, a day that is asked, and back again."""

import io

import pytest
from docx import Document
from playwright.sync_api import expect

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.oldforms.models import OldForm
from aimwell.contexts.theory.services import start_inquiry
from aimwell.domain.words.oldforms import say

pytestmark = pytest.mark.django_db(transaction=True)

ROWS = "Start date,Change idea,What did we learn,Decision\n2025-09-08,Exit slips,Ask earlier,Adapt\n"


def old_form() -> bytes:
    document = Document()
    document.add_heading("Plan", 1)
    document.add_paragraph("Change idea: Sentence starters on the desk")
    document.add_paragraph("Prediction: Most pairs use one")
    document.add_heading("Study", 1)
    document.add_paragraph("They need to hear them first.")
    document.add_heading("Weather", 1)
    document.add_paragraph("It rained.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.ac("S1 R-88")
@pytest.mark.ac("S1 R-37")
def test_three_kinds_of_file_become_cycles_and_go_back(phone, ana, team, sign_in, axe):
    start_inquiry(by=ana, team=team, problem="Few students explain their thinking")
    sign_in(phone, ana)
    phone.goto(f"/t/{team.pk}/cycles/")
    phone.get_by_role("link", name="Bring in old forms").click()
    axe(phone)
    files = [
        {"name": "fall.docx", "mimeType": "application/octet-stream", "buffer": old_form()},
        {"name": "talk.txt", "mimeType": "text/plain", "buffer": say("example", "en").encode()},
        {"name": "slips.csv", "mimeType": "text/csv", "buffer": ROWS.encode()},
    ]
    phone.get_by_label("Your old forms").set_input_files(files)
    phone.get_by_role("button", name="Read the files").click()
    expect(phone.get_by_text("3 forms were found. Nothing is brought in yet.")).to_be_visible()
    axe(phone)
    phone.get_by_role("button", name="Bring them in").click()
    expect(phone.get_by_role("alert")).to_contain_text("Something is still open below.")
    assert not Cycle.objects.exists()
    phone.get_by_label("First day").first.fill("2025-10-06")
    phone.get_by_label("The days are a guess").first.check()
    phone.get_by_label("1, Weather: goes to").select_option("surprised_by")
    phone.get_by_role("button", name="Bring them in").click()
    expect(phone.get_by_role("heading", name="3 cycles came of old forms")).to_be_visible()
    axe(phone)
    cycle = Cycle.objects.order_by("number")[0]
    assert (cycle.surprised_by, cycle.origin, OldForm.objects.filter(days_guessed=True).count()) == (
        "It rained.", "imported", 1,
    )  # fmt: skip
    phone.get_by_role("link", name="Sentence starters on the desk").click()
    expect(phone.get_by_text("Brought in from an old form on", exact=False)).to_be_visible()
    expect(phone.get_by_text("Its prediction was not fixed before Do.", exact=False)).to_be_visible()
    axe(phone)
    phone.get_by_role("link", name="See the form: fall.docx").click()
    phone.get_by_role("button", name="Take this import back").click()
    expect(phone.get_by_role("heading", name="These old forms are taken back")).to_be_visible()
    assert not Cycle.objects.filter(ended_at=None).exists()
