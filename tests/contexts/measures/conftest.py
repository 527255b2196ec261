import datetime
import os
import random
import uuid
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from aimwell.contexts.measures.services import apply_import, create_measure, start_import

REAL = Path(os.environ.get("AIMWELL_REAL", "../shared/real")) / "nyc-attendance-district-01.csv"
SCHOOLS = [f"01M{number:03d}" for number in range(15, 46)]


@pytest.fixture
def measure(ana, team):
    return create_measure(by=ana, team=team, name="Students who explain their reasoning", key=uuid.uuid4())


@pytest.fixture
def put(ana, measure):
    """Paste text and put it in: `put("2027-01-04\\t12/24")`."""

    def paste(text, into=None):
        return apply_import(by=ana, data_import=start_import(by=ana, measure=into or measure, text=text))

    return paste


def upload(content, name="counts.csv"):
    return SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())


def attendance_twin():
    """A made-up file as awkward as the real one: 31 codes, 32 names once cleaned, compact dates, NS, 0 %, breaks."""
    chance = random.Random(7)
    days = [datetime.date(2012, 1, 19) + datetime.timedelta(days=step) for step in range(0, 480, 2)]
    days = [day for day in days if day.weekday() < 5 and day.month not in (7, 8)]
    lines = ["School DBN,School,Borough,District,Date,Attendance %"]
    places = [(number, code, day) for number, code in enumerate(SCHOOLS) for day in days]
    silent = set(chance.sample(range(len(places)), 170))
    for place, (number, code, day) in enumerate(places):
        name = f"P.S. {number:03d} \x1a MADE UP" if number == 4 and place % 3 else f"P.S. {number:03d}   MADE UP"
        rate = "NS" if place in silent else "0.00" if place % 997 == 0 else f"{chance.uniform(80, 99):.2f}"
        lines.append(f"{code},{name},M,01,{day:%Y%m%d},{rate}")
    return "\n".join(lines).encode()


@pytest.fixture(params=["twin", "real"])
def attendance(request):
    """The published file where it is present; its made-up twin always."""
    return REAL.read_bytes() if request.param == "real" and REAL.exists() else attendance_twin()
