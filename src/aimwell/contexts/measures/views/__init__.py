from aimwell.contexts.measures.views.charts import measure_list, measure_page, numbers
from aimwell.contexts.measures.views.choosing import chart_back, chart_settings, target
from aimwell.contexts.measures.views.counting import count, paste, quick_paste, upload, value_undo
from aimwell.contexts.measures.views.definitions import (
    measure_edit,
    measure_new,
    measure_restore,
    measure_set_aside,
)
from aimwell.contexts.measures.views.exports import (
    chart_png,
    chart_pptx,
    chart_svg,
    chart_xlsx,
    numbers_file,
    numbers_json,
)
from aimwell.contexts.measures.views.gaps import for_whom, for_whom_csv, small_groups
from aimwell.contexts.measures.views.imports import (
    import_choose,
    import_discard,
    import_left_out,
    import_page,
    import_undo,
)
from aimwell.contexts.measures.views.looks import looks, looks_csv, looks_png, looks_svg
from aimwell.contexts.measures.views.marks import mark, mark_end, mark_restore
from aimwell.contexts.measures.views.points import baseline, no_phase, point

__all__ = [
    "baseline",
    "chart_back",
    "chart_png",
    "chart_pptx",
    "chart_settings",
    "chart_svg",
    "chart_xlsx",
    "count",
    "for_whom",
    "for_whom_csv",
    "import_choose",
    "import_discard",
    "import_left_out",
    "import_page",
    "import_undo",
    "looks",
    "looks_csv",
    "looks_png",
    "looks_svg",
    "mark",
    "mark_end",
    "mark_restore",
    "measure_edit",
    "measure_list",
    "measure_new",
    "measure_page",
    "measure_restore",
    "measure_set_aside",
    "no_phase",
    "numbers",
    "numbers_file",
    "numbers_json",
    "paste",
    "point",
    "quick_paste",
    "small_groups",
    "target",
    "upload",
    "value_undo",
]
