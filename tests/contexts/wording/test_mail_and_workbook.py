"""What leaves the site by mail or as a workbook says the words of its team (S4 R-61)."""

import datetime
import io

import pytest
from django.core import mail
from python_calamine import CalamineWorkbook

from aimwell.contexts.measures.services import set_target
from aimwell.contexts.people.signin.reading import Invitee
from aimwell.contexts.people.signin.services import invite_all
from aimwell.contexts.people.wording.services import name_term
from integration.api_world import make_world

pytestmark = pytest.mark.django_db
CREW = {"en": {"one": "crew", "many": "crews"}, "es": {"one": "cuadrilla", "many": "cuadrillas", "gender": "f"}}
GOAL = {"en": {"one": "goal", "many": "goals"}, "es": {"one": "propósito", "many": "propósitos", "gender": "m"}}


@pytest.mark.ac("S4 R-61")
@pytest.mark.parametrize(
    ("lang", "new", "old"),
    [("en", "in the crew “Room 12 and friends”", " team "), ("es", "en la cuadrilla “Room 12 and friends”", "equipo")],
)
def test_the_invitation_by_mail_says_the_word_of_its_team(ana, team, run_jobs, lang, new, old):
    name_term(by=ana, place=team, key="team", words=CREW)
    one = Invitee(team=team, role="member", email="kim@clark.example", name="Kim Lee")
    invite_all(by=ana, invitees=[one], address="https://aimwell.example", lang=lang)
    run_jobs()
    (sent,) = mail.outbox
    assert new in sent.body
    assert old not in sent.body


@pytest.mark.ac("S4 R-61")
@pytest.mark.parametrize(("lang", "head"), [("en", "Goal"), ("es", "Propósito")])
def test_the_head_of_a_workbook_says_the_word_of_its_team(page, ana, team, lang, head):
    measure = make_world(ana, team)["measures"]
    name_term(by=ana, place=team, key="aim", words=GOAL)
    set_target(by=ana, measure=measure, target=65, target_by=datetime.date(2026, 6, 1))
    answer = page(ana, f"/measures/{measure.pk}/chart.xlsx", headers={"accept-language": lang})
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    heads = {cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()[:1] for cell in row}
    assert head in heads
    assert heads & {"Aim", "Meta"} == set()
