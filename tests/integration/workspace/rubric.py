"""The addresses and operations of rubric, and one of everything they speak of."""

import datetime
from typing import Any

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.rubric.services import ask_to_read, read_ourselves
from aimwell.contexts.cycles.services import draft_cycle, start_do
from aimwell.domain.pdsa.rubric import CODES, Answer
from integration.workspace.rows import Part, Row, of, office

PART = Part(
    rows={
        "rubric:review": of("cycle", "read"),
        "rubric:ours": of("cycle", "members"),
        "rubric:ask": of("cycle", "write"),
        "rubric:agree": of("cycle", "members"),
        "rubric:open": Row("write", {"pk": "cycle"}, {"shared": "yes"}),
        "rubric:gate": of("cycle", "members"),
        "rubric:reading": of("readings", "members"),
        "rubric:back": of("readings", "write"),
        "rubric:again": of("readings", "write"),
        "rubric:org": office({"P1_in": "yes", "version": "0"}),
    },
    api={
        "read": "get_cycle_rubric",
        "members": "get_gate get_second_reading",
        "write": "read_cycle_ourselves ask_for_reading agree_on_reading open_cycle_reading",
        "own": "give_second_reading take_back_ask_for_reading ask_for_reading_again",
        "office": "get_org_rubric word_org_rubric inherit_org_rubric",
    },
    more=(("rubric:gate", "?way=ends&window=last&series=school", {"pk": "cycle"}),),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    cycle = Cycle.objects.filter(inquiry=inquiry, state="doing").first()
    if cycle is None:
        plan = {"kind": "at_least", "low": 12, "out_of": 24, "look_on": datetime.date(2026, 2, 1)}
        cycle = start_do(by=ana, cycle=draft_cycle(by=ana, inquiry=inquiry, try_what="Cards to read by", **plan))
    answers = {code: Answer(code != "P3") for code in CODES}
    read_ourselves(by=ana, cycle=cycle, version=None, answers=answers, follows=True)
    return {"readings": ask_to_read(by=ana, cycle=cycle, reader=ana)}
