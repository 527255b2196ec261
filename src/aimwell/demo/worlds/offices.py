"""Offices, places in teams, a pause and two staff lists: what keeps Fern Valley in order. All of it is invented."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from aimwell.domain.pdsa.stages import Core, Wish

ADMINISTRATORS = {"yara": "F"}
SUPERVISORS = {"delia": "F"}
EVALUATORS = {"rene": "F"}
NINE_STEPS = (("cypress", "yara", {"pdsa": "Small tests"}),)
"""Schools that take the nine steps: by whom it was chosen, and which steps have another name there."""
STEPS_CHOSEN = dt.date(2026, 9, 15)
LOCAL_CYCLES = (
    (
        "cypress",
        "yara",
        {
            "title": {"en": "Cycle of Inquiry", "es": "Ciclo de indagación"},
            "wishes": [
                Wish(Core.PLAN, {"en": "Ask", "es": "Preguntar"}),
                Wish(Core.PLAN, {"en": "Expect", "es": "Esperar"}),
                Wish(Core.DO, {"en": "Try and gather", "es": "Probar y reunir"}),
                Wish(Core.STUDY, {"en": "Make sense", "es": "Entender"}),
                Wish(Core.ACT, {"en": "Take the next step", "es": "Dar el paso siguiente"}),
            ],
            "prediction": 1,
            "comparison": 3,
        },
    ),
)
"""Schools with a cycle of their own: by whom it was set up, with its stages (S3 R-30)."""


@dataclass(frozen=True)
class Left:
    """Somebody without a login who had a place in a team and gave it up: the place is vacant since `on`."""

    team: str
    name: str
    role: str
    on: dt.date


@dataclass(frozen=True)
class Pause:
    team: str
    on: dt.date
    back: dt.date
    reason: str


SPONSORED = {"room12": "grace"}
SPONSOR_SINCE = dt.date(2026, 9, 21)
ON_CALL = {"room12": "Mr. Abebe"}
LEFT = (Left("cypress", "Ruta Kalnins", "facilitator", dt.date(2026, 12, 18)),)
PAUSES = (Pause("lantern-readers", dt.date(2027, 1, 19), dt.date(2027, 3, 2), "Report cards come first this month."),)

LIST_IN, LIST_READY = dt.date(2027, 1, 11), dt.date(2027, 2, 8)
_HEADING = "name,email,school,title"
_STAYED = """
Ana Ruiz,ana.ruiz@fern-valley.example.org,Lantern Hill Elementary,Teacher
Devon Park,devon.park@fern-valley.example.org,Lantern Hill Elementary,Teacher
Leticia Gomez,leticia.gomez@fern-valley.example.org,Lantern Hill Elementary,Teacher
Milo Jansen,milo.jansen@fern-valley.example.org,Lantern Hill Elementary,Teacher
Alma Reyes,alma.reyes@fern-valley.example.org,Lantern Hill Elementary,Teacher
Grace Tan,grace.tan@fern-valley.example.org,Lantern Hill Elementary,Principal
Jo Lindqvist,jo.lindqvist@fern-valley.example.org,Lantern Hill Elementary,Aide
Tess Moran,tess.moran@fern-valley.example.org,Lantern Hill Elementary,Aide
Ada Finch,ada.finch@fern-valley.example.org,Lantern Hill Elementary,Aide
Gwen Alvarez,gwen.alvarez@fern-valley.example.org,Cypress Elementary,Teacher
Otto Hess,otto.hess@fern-valley.example.org,Cypress Elementary,Teacher
Vera Stroud,vera.stroud@fern-valley.example.org,Cypress Elementary,Teacher
Hana Yoon,hana.yoon@fern-valley.example.org,Two Bridges Middle,Teacher
Liv Strand,liv.strand@fern-valley.example.org,Two Bridges Middle,Teacher
""".strip()
_GONE = """
Ruta Kalnins,ruta.kalnins@fern-valley.example.org,Cypress Elementary,Teacher
Emil Brandt,emil.brandt@fern-valley.example.org,Two Bridges Middle,Teacher
""".strip()
_NEW = """
Noa Perlman,noa.perlman@fern-valley.example.org,Cypress Elementary,Teacher
Sol Imber,not known yet,Two Bridges Middle,Aide
""".strip()
FIRST_LIST = "\n".join([_HEADING, _STAYED, _GONE])
SECOND_LIST = "\n".join([_HEADING, _STAYED.replace("Jo Lindqvist", "Jo Lindqvist-Amari"), _NEW])
"""Two of 16 are not on it: more than 1 in 20, so it asks why before it goes in."""
