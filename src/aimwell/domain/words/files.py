"""What a look at a file found, column by column and row by row."""

from __future__ import annotations

from collections.abc import Mapping

from aimwell.domain.words.errors import WORDS
from aimwell.domain.words.tables import Table

TABLE = Table(
    "files",
    {
        "no_date": {
            "en": "There is no date. The row is kept aside. Add the date.",
            "es": "No tiene fecha. La fila queda aparte. Agregue la fecha.",
        },
        "no_number": {
            "en": "There is no number. The row is kept aside. Add it, or mark empty cells as missing.",
            "es": "No tiene número. La fila queda aparte. Agréguelo o marque las celdas vacías como faltantes.",
        },
        "long_name": {
            "en": "The name “{value}…” is longer than {limit} letters. The row is kept aside. Shorten the name.",
            "es": "El nombre “{value}…” pasa de {limit} letras. La fila queda aparte. Acorte el nombre.",
        },
        "month_first": {
            "en": ("Month first. One date read.", "Month first. {count} dates read."),
            "es": ("Primero el mes. Se leyó una fecha.", "Primero el mes. Se leyeron {count} fechas."),
        },
        "day_first": {
            "en": (
                "Day first, because of {forced}. One date read.",
                "Day first, because of {forced}. {count} dates read.",
            ),
            "es": (
                "Primero el día, por {forced}. Se leyó una fecha.",
                "Primero el día, por {forced}. Se leyeron {count} fechas.",
            ),
        },
        "year_first": {
            "en": ("Year first. One date read.", "Year first. {count} dates read."),
            "es": ("Primero el año. Se leyó una fecha.", "Primero el año. Se leyeron {count} fechas."),
        },
        "named_month": {
            "en": ("Month in words. One date read.", "Month in words. {count} dates read."),
            "es": ("Mes en palabras. Se leyó una fecha.", "Mes en palabras. Se leyeron {count} fechas."),
        },
        "serial_days": {
            "en": ("Spreadsheet day numbers. One date read.", "Spreadsheet day numbers. {count} dates read."),
            "es": (
                "Números de día de hoja de cálculo. Se leyó una fecha.",
                "Números de día de hoja de cálculo. Se leyeron {count} fechas.",
            ),
        },
        "names_count": {
            "en": ("One name: one line.", "{count} names: one line each."),
            "es": ("Un nombre: una línea.", "{count} nombres: una línea para cada uno."),
        },
        "numbers_count": {
            "en": ("One number read.", "{count} numbers read."),
            "es": ("Se leyó un número.", "Se leyeron {count} números."),
        },
        "with_comma": {"en": "A comma stands before the decimals.", "es": "La coma va antes de los decimales."},
        "shares": {
            "en": "Read as parts of one: 0.34 goes in as 34\u00a0%.",
            "es": "Se lee como parte de uno: 0.34 entra como 34\u00a0%.",
        },
        "whole_checked": {
            "en": ("Smaller than the count in one row.", "Smaller than the count in {count} rows."),
            "es": ("Menor que la cuenta en una fila.", "Menor que la cuenta en {count} filas."),
        },
        "whole_fine": {"en": "Never smaller than the count.", "es": "Nunca menor que la cuenta."},
        "students": {
            "en": "Looks like student names. Left out; never stored.",
            "es": "Parecen nombres de estudiantes. Se deja fuera; nunca se guarda.",
        },
        "left_out": {"en": "Left out.", "es": "Se deja fuera."},
        "old_letters": {
            "en": "This file uses an older way of writing letters. Accents were read as Windows writes them.",
            "es": "Este archivo usa una forma antigua de escribir letras. "
            "Los acentos se leyeron como los escribe Windows.",
        },
    },
)  # fmt: skip


def row_sentence(code: str, data: Mapping[str, object], lang: str) -> str:
    """Why one row is kept aside: what is wrong, and what to do."""
    if code in WORDS:
        return WORDS[code][lang.startswith("es")].format(**data)
    return TABLE.say(code, lang, **data)
