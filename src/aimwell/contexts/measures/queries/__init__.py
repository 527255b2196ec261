"""Measures, their readings and the files on their way in."""

from aimwell.contexts.measures.queries.charts import ChartView, SmallView, chart_of, latest_chart, small_charts
from aimwell.contexts.measures.queries.imports import ImportView, import_view
from aimwell.contexts.measures.queries.lists import (
    MeasureRow,
    annotations_of,
    find_measure,
    measures_of,
    series_of,
)
from aimwell.contexts.measures.queries.numbers import NumberRow, all_numbers, numbers_csv
from aimwell.contexts.measures.queries.pages import MeasurePage, measure_page
from aimwell.contexts.measures.queries.rejected import rejected_csv

__all__ = [
    "ChartView",
    "ImportView",
    "MeasurePage",
    "MeasureRow",
    "NumberRow",
    "SmallView",
    "all_numbers",
    "annotations_of",
    "chart_of",
    "find_measure",
    "import_view",
    "latest_chart",
    "measure_page",
    "measures_of",
    "numbers_csv",
    "rejected_csv",
    "series_of",
    "small_charts",
]
