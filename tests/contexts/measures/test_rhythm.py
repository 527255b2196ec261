import uuid

import pytest

from aimwell.contexts.measures.services import apply_import, start_from_paste

MONTHS = "month\tvalue\n" + "".join(f"2025-{month:02d}-01\t{40 + month}\n" for month in range(1, 13))
WEEKS = "week\tvalue\n" + "".join(f"2025-03-{day:02d}\t{40 + day}\n" for day in (3, 10, 17, 24, 31))


@pytest.mark.parametrize(("cells", "period"), [(MONTHS, "month"), (WEEKS, "week")])
def test_pasted_numbers_are_read_in_their_own_rhythm(ana, team, cells, period):
    made = apply_import(
        by=ana, data_import=start_from_paste(by=ana, team=team, name="Attendance", text=cells, key=uuid.uuid4())
    )
    made.measure.refresh_from_db()
    assert made.measure.period == period
