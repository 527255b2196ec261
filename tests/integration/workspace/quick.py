"""The addresses and operations of quick, and one of everything they speak of."""

from typing import Any

from integration.workspace.rows import Part, Row, of, team

ONE = {"text": "Partners wrote first"}


def _own(name: str, **post: Any) -> Row:
    return Row("write", {"pk": name}, post)


PART = Part(
    rows={
        "quick:tried": team("members"),
        "quick:change": _own("tried", version="1", **ONE),
        "quick:make_cycle": of("tried", "write"),
        "quick:aside": of("tried", "write"),
        "quick:restore": of("tried", "write"),
        "quick:rest": team("members"),
        "quick:take_back_pauses": team("write"),
        "quick:all_go_on": team("write"),
        "quick:go_on": of("resting", "members"),
        "quick:take_back_resume": of("went_on", "write"),
        "quick:loose": team("members"),
        "quick:practice": team("write"),
        "quick:attach": of("resting", "members"),
        "quick:attach_to": Row("write", {"pk": "resting", "inquiry_id": "inquiry"}),
        "quick:people": of("note_of_others", "members"),
        "quick:note": _own("note_of_others", version="1", **ONE),
        "quick:claim": of("contributors", "write"),
        "quick:unclaim": of("contributors", "write"),
    },
    api={
        "members": "list_tried list_pauses list_contributors",
        "write": "log_tried resume_cycle "
        "take_back_resume take_back_pause begin_loose_cycle begin_practice_cycle attach_cycle name_contributors "
        "correct_entry claim_contribution unclaim_contribution",
        "own": "pause_cycles change_tried make_cycle_of_tried set_tried_aside restore_tried",
    },
    bodies={
        "pause_cycles": {"reason": "snow days", "cycles": ["@cycles"]},
        "attach_cycle": {"inquiry": "@inquiries"},
    },
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.cycles.models import Entry
    from aimwell.contexts.cycles.quick import services

    tried = services.log_tried(by=ana, team=team, text="Partners wrote one word first")
    cycle = services.make_cycle(by=ana, tried=services.log_tried(by=ana, team=team, text="Seats by choice"))
    went_on = services.begin_loose(by=ana, team=team, try_what="Call before eight", routine="Attendance meeting")
    pauses = services.pause_cycles(by=ana, cycles=[cycle, went_on], reason="snow days")
    services.resume_cycle(by=ana, cycle=went_on)
    entry = Entry.objects.get(cycle=cycle)
    return {
        "tried": tried,
        "resting": cycle,
        "went_on": went_on,
        "pauses": pauses[0],
        "note_of_others": entry,
        "contributors": services.name_people(by=ana, entry=entry, names=["Ms. Ruiz"])[0],
    }
