"""What `aimwell chart --help` says, in English and Spanish."""

from __future__ import annotations

from aimwell.domain.words.tables import Table

EXAMPLES = """\
  aimwell chart attendance.csv
  aimwell chart attendance.csv --y present --n enrolled --chart p --group school --out html --output schools.html
  aimwell chart days.xlsx --by week --freeze 2026-10-30 --target 95@2027-06-11 --direction up --output week.svg
  aimwell chart referrals.csv --by month --chart u --per-session --closed 2026-12-21..2027-01-01
  psql -c "..." --csv | aimwell chart - --x day --y visits --chart c --out json
"""

TABLE = Table(
    "charthelp",
    {
        "about": {
            "en": "Read a table (CSV, XLSX or standard input) as a chart over time, and say in words what it shows.\n"
            "Columns that you do not name are guessed, and the guess is said. Nothing is written when a cell cannot be "
            "read.",
            "es": "Lee una tabla (CSV, XLSX o la entrada estándar) como gráfica en el tiempo y dice en palabras lo que "
            "muestra.\nLas columnas que no se nombran se adivinan y se dice cuáles. No se escribe nada si una celda no "
            "se puede leer.",
        },
        "examples": {"en": "examples:", "es": "ejemplos:"},
        "usage": {"en": "aimwell chart FILE [options]", "es": "aimwell chart ARCHIVO [opciones]"},
        "positionals": {"en": "table", "es": "tabla"},
        "options": {"en": "help", "es": "ayuda"},
        "columns": {"en": "columns, by heading or number", "es": "columnas, por encabezado o número"},
        "method": {"en": "how it is read", "es": "cómo se lee"},
        "lines": {"en": "lines and marks", "es": "líneas y marcas"},
        "output": {"en": "what comes out", "es": "qué se hace"},
        "help": {"en": "show this", "es": "muestra esto"},
        "file": {
            "en": "a CSV or XLSX file, or - for standard input",
            "es": "un archivo CSV o XLSX, o - para la entrada estándar",
        },
        "x": {
            "en": "dates (or months, quarters, school years, or weeks like 2026-W45)",
            "es": "fechas (o meses, trimestres, años escolares o semanas como 2026-W45)",
        },
        "y": {"en": "values, or counts beside --n", "es": "valores, o cuentas junto a --n"},
        "n": {"en": "totals: how many could have been counted", "es": "totales: cuántos se podían contar"},
        "group": {
            "en": "one chart for each of its values; none: join",
            "es": "una gráfica por cada uno de sus valores; none: juntar",
        },
        "sheet": {"en": "of a workbook; else the first with cells", "es": "de un libro; si no, la primera con celdas"},
        "dates": {
            "en": "how 7/9/2026 is read; else as the dates need it",
            "es": "cómo se lee 7/9/2026; si no, como lo pidan las fechas",
        },
        "decimals": {
            "en": "what stands before the decimals; else as the numbers need it",
            "es": "qué va antes de los decimales; si no, como lo pidan los números",
        },
        "starts": {
            "en": "date of the first row, when no column holds dates",
            "es": "fecha de la primera fila, si ninguna columna tiene fechas",
        },
        "step": {"en": "from row to row, with --starts", "es": "de fila a fila, con --starts"},
        "chart": {"en": "default: run", "es": "si no se dice: run"},
        "rules": {"en": "default: anhoej", "es": "si no se dice: anhoej"},
        "by": {"en": "gather dates before charting", "es": "juntar las fechas antes de hacer la gráfica"},
        "how": {
            "en": "several values of one date (default: mean; sum for c)",
            "es": "varios valores de una fecha (si no se dice: mean; sum para c)",
        },
        "multiply": {
            "en": "shown per K of the total: 1000 for per 1,000",
            "es": "se muestra por cada K del total: 1000 para por cada 1,000",
        },
        "per_session": {
            "en": "counts of weeks or months over their school days; no --n then",
            "es": "cuentas de semanas o meses sobre sus días de clases; entonces sin --n",
        },
        "closed": {
            "en": 'days without school: "2026-11-25..2026-11-27 Thanksgiving". Repeatable',
            "es": 'días sin clases: "2026-11-25..2026-11-27 Descanso". Se puede repetir',
        },
        "no_screening": {
            "en": "keep very large moving ranges in the limits",
            "es": "dejar en los límites los rangos móviles muy grandes",
        },
        "phase": {
            "en": '"2026-01-12 new bell schedule": a new line from that date (or point number) on; or a column. '
            "Repeatable",
            "es": '"2026-01-12 nuevo horario": una línea nueva desde esa fecha (o número de punto); o una columna. '
            "Se puede repetir",
        },
        "freeze": {
            "en": "last date (or point number) of a baseline",
            "es": "última fecha (o número de punto) de una línea base",
        },
        "exclude": {
            "en": "left out of the line and the rules; by comma",
            "es": "fuera de la línea y las reglas; con comas",
        },
        "centre": {"en": "a known centre line", "es": "una línea central conocida"},
        "centre_source": {"en": "where it comes from", "es": "de dónde viene"},
        "baseline": {
            "en": "last-year: the line of the same weeks last year",
            "es": "last-year: la línea de las mismas semanas del año pasado",
        },
        "target": {"en": "the aim, and the day it is for", "es": "la meta y el día para el que es"},
        "direction": {"en": "which way is good", "es": "hacia dónde es bueno"},
        "unit": {"en": "%% for shares, or a word: days", "es": "%% para partes, o una palabra: días"},
        "title": {"en": "above the chart", "es": "sobre la gráfica"},
        "out": {
            "en": "default: by the ending of --output, else words",
            "es": "si no se dice: según la terminación de --output; si no, words",
        },
        "path": {"en": "a file; else standard output", "es": "un archivo; si no, la salida estándar"},
        "size": {"en": "of the picture", "es": "de la imagen"},
        "width": {"en": "of a PNG, in pixels (1 to 4000)", "es": "de un PNG, en píxeles (1 a 4000)"},
        "lang": {"en": "language of all words", "es": "idioma de todas las palabras"},
        "bad_day": {
            "en": "“{text}” is not a date: write it like 2026-09-07",
            "es": "“{text}” no es una fecha: escríbala así: 2026-09-07",
        },
        "bad_number": {"en": "“{text}” is not a number", "es": "“{text}” no es un número"},
        "not_above_0": {"en": "“{text}” is not a number above 0", "es": "“{text}” no es un número mayor que 0"},
        "bad_width": {
            "en": "“{text}” is not a whole number from 1 to 4000",
            "es": "“{text}” no es un número entero de 1 a 4000",
        },
        "not_one_of": {"en": "“{text}” is not one of: {kinds}", "es": "“{text}” no es uno de: {kinds}"},
        "no_table": {
            "en": "Say which file to read, or - for standard input.",
            "es": "Diga qué archivo leer, o - para la entrada estándar.",
        },
        "unknown": {"en": "There is no option {text}.", "es": "No existe la opción {text}."},
        "needs_value": {"en": "{option} needs a value after it.", "es": "{option} necesita un valor después."},
        "see_help": {"en": "See aimwell chart --help.", "es": "Vea aimwell chart --help --lang es."},
    },
)  # fmt: skip
