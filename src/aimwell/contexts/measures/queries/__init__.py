"""Measures, their readings and the files on their way in."""

from aimwell.contexts.measures.queries.charts import (
    ChartView,
    SmallView,
    chart_of,
    chart_seen,
    latest_chart,
    small_charts,
)
from aimwell.contexts.measures.queries.choosing import ChartPage, chart_page
from aimwell.contexts.measures.queries.false_signals import expected_signals
from aimwell.contexts.measures.queries.gap_chart import GapKind
from aimwell.contexts.measures.queries.gaps import ForWhomPage, Group, for_whom_page, gap_csv
from aimwell.contexts.measures.queries.imports import ImportView, import_view
from aimwell.contexts.measures.queries.lists import (
    MeasureRow,
    annotations_of,
    find_measure,
    measures_of,
    series_of,
)
from aimwell.contexts.measures.queries.looks import LooksPage, look_csv, looks_page
from aimwell.contexts.measures.queries.looks_shapes import LOOKS, Asked, Look, LookName, kind_of
from aimwell.contexts.measures.queries.numbers import NumberRow, all_numbers, numbers_csv, numbers_json
from aimwell.contexts.measures.queries.pages import MeasurePage, measure_page
from aimwell.contexts.measures.queries.points import PointPage, point_page
from aimwell.contexts.measures.queries.rejected import rejected_csv
from aimwell.contexts.measures.queries.seen import measure_seen

__all__ = [
    "LOOKS",
    "Asked",
    "ChartPage",
    "ChartView",
    "ForWhomPage",
    "GapKind",
    "Group",
    "ImportView",
    "Look",
    "LookName",
    "LooksPage",
    "MeasurePage",
    "MeasureRow",
    "NumberRow",
    "PointPage",
    "SmallView",
    "all_numbers",
    "annotations_of",
    "chart_of",
    "chart_page",
    "chart_seen",
    "expected_signals",
    "find_measure",
    "for_whom_page",
    "gap_csv",
    "import_view",
    "kind_of",
    "latest_chart",
    "look_csv",
    "looks_page",
    "measure_page",
    "measure_seen",
    "measures_of",
    "numbers_csv",
    "numbers_json",
    "point_page",
    "rejected_csv",
    "series_of",
    "small_charts",
]
