"""The rows that cannot go in, as a file: with their row number, the reason, and all their cells."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from aimwell.contexts.measures.models import DataImport
from aimwell.contexts.measures.queries.numbers import Line
from aimwell.contexts.measures.services.copying import copied_rows
from aimwell.contexts.measures.services.looking import read_rows
from aimwell.domain.tables.cells import clean, harmless
from aimwell.domain.words.files import row_sentence


def rejected_csv(data_import: DataImport) -> Iterator[str]:
    """Nothing in it runs when a spreadsheet opens it."""
    lang = get_language() or "en"
    writer = csv.writer(Line())
    sheet = data_import.preview["sheets"][data_import.mapping["sheet"]]
    names = [column["name"] for column in sheet["columns"]]
    reasons = {one.row: one for one in read_rows(data_import).rejected}
    yield "\ufeff"
    yield writer.writerow([_("Row"), _("Why"), *(harmless(name) for name in names)])
    for number, row in enumerate(copied_rows(sheet["stored"]), start=1):
        if number in reasons:
            why = row_sentence(reasons[number].code, reasons[number].data, lang)
            yield writer.writerow([number, harmless(why), *(harmless(clean(cell)) for cell in row)])
