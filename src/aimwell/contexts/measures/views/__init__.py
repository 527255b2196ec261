from aimwell.contexts.measures.views.charts import (
    chart_png,
    chart_svg,
    measure_list,
    measure_page,
    numbers,
    numbers_file,
)
from aimwell.contexts.measures.views.counting import count, paste, quick_paste, upload, value_undo
from aimwell.contexts.measures.views.definitions import (
    measure_edit,
    measure_new,
    measure_restore,
    measure_set_aside,
)
from aimwell.contexts.measures.views.imports import (
    import_choose,
    import_discard,
    import_left_out,
    import_page,
    import_undo,
)
from aimwell.contexts.measures.views.marks import mark, mark_end, mark_restore

__all__ = [
    "chart_png",
    "chart_svg",
    "count",
    "import_choose",
    "import_discard",
    "import_left_out",
    "import_page",
    "import_undo",
    "mark",
    "mark_end",
    "mark_restore",
    "measure_edit",
    "measure_list",
    "measure_new",
    "measure_page",
    "measure_restore",
    "measure_set_aside",
    "numbers",
    "numbers_file",
    "paste",
    "quick_paste",
    "upload",
    "value_undo",
]
