"""A height with words of its own, such as 0 for no gap."""

import datetime
import re

import pytest

from aimwell.domain.calendar.periods import Dated
from aimwell.domain.render.chart import chart_svg
from aimwell.domain.render.chart_frame import Level
from aimwell.domain.spc.chart_reading import chart_reading

FIRST = datetime.date(2026, 1, 5)
POINTS = [Dated(FIRST + datetime.timedelta(weeks=n), 20 + n % 3) for n in range(12)]


def drawn(size, level):
    return chart_svg(chart_reading(POINTS, unit="points"), lang="en", size=size, level=level)


@pytest.mark.parametrize("size", ["desktop", "phone", "print"])
def test_the_level_is_in_the_picture_however_far_the_points_are(size):
    with_level, without = drawn(size, Level(0, "No gap: 0")), drawn(size, None)
    assert with_level.count("No gap: 0") == 1
    assert "No gap" not in without
    lines = [re.findall(r'<line[^>]*y1="([^"]+)"[^>]*c-axis', svg) for svg in (with_level, without)]
    assert len(lines[0]) == len(lines[1]) + 1
