import io

import pytest
from django.urls import reverse
from pypdf import PdfReader


def pdf_of(page, user, team, paper):
    answer = page(user, reverse("reports:sheet_pdf", args=[team.pk]) + f"?paper={paper}")
    assert answer["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(answer.content))


@pytest.mark.ac("S1 R-57")
@pytest.mark.parametrize(("paper", "points"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_sheet_pdf_is_one_tagged_page_of_the_right_size(page, ana, team, theory, paper, points):
    pdf = pdf_of(page, ana, team, paper)
    box = pdf.pages[0].mediabox
    assert len(pdf.pages) == 1
    assert (round(float(box.width)), round(float(box.height))) == points
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf.trailer["/Root"]["/Lang"] == "en"
    text = pdf.pages[0].extract_text()
    assert "Where we are" in text
    assert "A quiet minute" in text


def test_sheet_of_an_empty_team_is_one_page_too(page, ana, team):
    assert len(pdf_of(page, ana, team, "letter").pages) == 1


def test_sheet_page_says_the_same_as_the_team_page(page, ana, team, theory):
    text = page(ana, reverse("reports:sheet", args=[team.pk])).content.decode()
    assert "our fifth graders explain their reasoning" in text
    assert "c-chart-print" in text


def test_sheet_with_an_unknown_paper_is_not_found(page, ana, team):
    assert page(ana, reverse("reports:sheet_pdf", args=[team.pk]) + "?paper=napkin").status_code == 404
