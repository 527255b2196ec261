"""A cycle in Do with two rooms, made by the product's own services."""

import datetime
import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.services import start_inquiry
from aimwell.domain.access import Rung

FIRST, LAST = datetime.date(2026, 1, 12), datetime.date(2026, 1, 15)
PLAN = {"kind": "range", "low": 30, "high": 36, "out_of": 50, "look_on": datetime.date(2026, 1, 29)}
WHO = ["Room 12", "Room 14"]


@pytest.fixture
def cycle(ana: Any, team: Any) -> Any:
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why.")
    return cycles.start_do(by=ana, cycle=cycles.draft_cycle(by=ana, inquiry=inquiry, try_what="Two answers", **PLAN))


@pytest.fixture
def counts(ana: Any, cycle: Any) -> Callable[..., Any]:
    """`counts("Room 12", 12, 16, 24)`: on January 12, 16 of 24."""

    def put(place: str, day: int, count: int | None, out_of: int | None = None, text: str = "") -> Any:
        kind = "missed" if count is None else "count"
        on = datetime.date(2026, 1, day)
        return cycles.add_entry(
            by=ana, cycle=cycle, kind=kind, place=place, count=count, out_of=out_of, text=text, happened_on=on
        )

    return put


@pytest.fixture
def plans(ana: Any, cycle: Any) -> Any:
    return services.plan_counts(by=ana, cycle=cycle, people=WHO, first=FIRST, last=LAST, weekdays=range(5))


@pytest.fixture
def reading(ana: Any, cycle: Any) -> Any:
    made = {"what": "Exit slips", "pieces": 10, "codes": ["reason", "no reason"], "place": "Room 14"}
    return services.start_reading(by=ana, cycle=cycle, **made)


@pytest.fixture
def near(ana: Any, cycle: Any) -> Callable[[], Any]:
    """Open the cycle to the school, which then reads its notes."""
    return lambda: share(by=ana, obj=cycle, rung=Rung.SCHOOL)


@pytest.fixture
def picture() -> Callable[..., Any]:
    """`picture(width=3000)`: a photo with a place in it, as a phone makes it, held on its side."""

    def make(*, width: int = 400, height: int = 300, kind: str = "JPEG") -> bytes:
        image = Image.new("RGB", (width, height), "navy")
        exif = Image.Exif()
        exif[0x0112] = 6
        exif[0x010F] = "SecretPhone"
        exif.get_ifd(0x8825)[1] = "N"
        out = io.BytesIO()
        image.save(out, kind, exif=exif)
        return out.getvalue()

    return make
