"""The addresses and operations of collecting, and one of everything they speak of."""

import datetime
import io
from types import SimpleNamespace
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.cycles.services import add_entry, draft_cycle, start_do
from integration.workspace.rows import Part, Row, of

DAY = datetime.date(2026, 1, 12)
PLAN = {"kind": "at_least", "low": 12, "out_of": 24, "look_on": datetime.date(2026, 2, 1)}

PART = Part(
    rows={
        "collecting:plan": Row(
            "members",
            {"pk": "collected"},
            {"people": "Room 9", "first": "2026-01-12", "last": "2026-01-16", "weekdays": "1"},
        ),
        "collecting:came": Row(
            "write", {"pk": "collected"}, {"place": "Room 12", "happened_on": "2026-01-12", "count": "8"}
        ),
        "collecting:change": Row("write", {"pk": "plans"}, {"who": "Room 9", "more": "2026-01-20", "version": "1"}),
        "collecting:tries": Row("members", {"pk": "collected"}, {"who": "Room 9", "how": "planned"}),
        "collecting:try_change": Row("write", {"pk": "tries"}, {"who": "Room 9", "how": "planned", "version": "1"}),
        "collecting:readings": Row("members", {"pk": "collected"}, {"what": "Slips", "pieces": "9", "codes": "a\nb"}),
        "collecting:reading": of("reads", "members"),
        "collecting:reading_change": Row(
            "write", {"pk": "reads"}, {"what": "Slips", "pieces": "3", "codes": "yes\nno", "version": "1"}
        ),
        "collecting:start_own": of("unread", "write"),
        "collecting:codes": Row("write", {"pk": "reads"}, {"piece-1": "1"}),
        "collecting:done": of("reads", "write"),
        "collecting:open_early": of("reads", "write"),
        "collecting:settle": Row("write", {"pk": "opened_reading"}, {"piece-1": "1"}),
        "collecting:count": of("agreed_reading", "write"),
        "collecting:photos": of("collected", "members"),
        "collecting:photo_file": of("photos", "members"),
        "collecting:photo_change": Row("write", {"pk": "photos"}, {"alt": "Slips", "version": "1"}),
        "collecting:aside": of("plans", "write", kind="collected_kind"),
        "collecting:restore": of("plans", "write", kind="collected_kind"),
    },
    api={
        "read": "list_photos",
        "members": "get_planned_counts get_room_tries list_shared_readings get_shared_reading get_photo",
        "write": "plan_counts change_count_plan set_count_plan_aside restore_count_plan tell_room_try change_room_try "
        "set_room_try_aside restore_room_try start_shared_reading change_shared_reading set_shared_reading_aside "
        "restore_shared_reading start_own_reading give_codes say_reading_done open_shared_reading settle_codes "
        "put_in_reading add_photo change_photo set_photo_aside restore_photo",
    },
    bodies={
        "plan_counts": {"people": ["T7"], "first": "2026-01-12", "last": "2026-01-16", "weekdays": [0]},
        "start_shared_reading": {"codes": ["yes", "no"], "pieces": 3},
    },
    files=frozenset({"collecting:photo_file"}),
    more=(
        ("collecting:reading", "", {"pk": "opened_reading"}),
        ("collecting:reading", "", {"pk": "agreed_reading"}),
        ("collecting:reading", "", {"pk": "unread"}),
        ("collecting:plan", "", {"pk": "uncollected"}),
        ("collecting:tries", "", {"pk": "uncollected"}),
        ("collecting:readings", "", {"pk": "uncollected"}),
        ("collecting:photos", "", {"pk": "uncollected"}),
    ),
)


def picture() -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(out, "PNG")
    return SimpleUploadedFile("board.png", out.getvalue())


def _reading(ana: Any, cycle: Any, *, codes: dict[int, int], opened: bool) -> Any:
    made = services.start_reading(by=ana, cycle=cycle, what="Exit slips", pieces=2, codes=["yes", "no"])
    services.start_own(by=ana, reading=made)
    services.give_codes(by=ana, reading=made, codes=codes)
    return services.open_reading(by=ana, reading=made) if opened else made


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    cycle = start_do(by=ana, cycle=draft_cycle(by=ana, inquiry=inquiry, try_what="Two answers", **PLAN))
    empty = start_do(by=ana, cycle=draft_cycle(by=ana, inquiry=inquiry, try_what="Desk cards", **PLAN))
    count = {"kind": "count", "count": 8, "out_of": 24, "place": "Room 14", "happened_on": DAY}
    entry = add_entry(by=ana, cycle=cycle, **count)
    last = DAY + datetime.timedelta(days=4)
    (plan,) = services.plan_counts(by=ana, cycle=cycle, people=["Room 14"], first=DAY, last=last, weekdays=range(5))
    agreed = _reading(ana, cycle, codes={1: 0, 2: 1}, opened=True)
    return {
        "collected": cycle,
        "uncollected": empty,
        "collected_kind": SimpleNamespace(pk="plan"),
        "plans": plan,
        "tries": services.tell_try(by=ana, cycle=cycle, who="Room 14", how="adapted", different="No minute."),
        "reads": _reading(ana, cycle, codes={1: 0}, opened=False),
        "unread": services.start_reading(by=ana, cycle=cycle, what="Journals", pieces=3, codes=["yes", "no"]),
        "opened_reading": _reading(ana, cycle, codes={1: 0}, opened=True),
        "agreed_reading": services.settle(by=ana, reading=agreed, codes={1: 0, 2: 1}),
        "photos": services.add_photo(by=ana, entry=entry, upload=picture(), alt="The slips of January 12"),
    }
