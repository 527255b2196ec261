"""What `aimwell chart` says about files, columns and cells, in English and Spanish."""

from __future__ import annotations

from collections.abc import Sequence

from aimwell.domain.words.tables import Table

TABLE = Table(
    "chartfile",
    {
        "nothing_written": {"en": "Nothing was written.", "es": "No se escribió nada."},
        "no_file": {
            "en": "There is no file {path}. Check the name, or give - to read from standard input.",
            "es": "No existe el archivo {path}. Revise el nombre o ponga - para leer de la entrada estándar.",
        },
        "unreadable": {"en": "{path} cannot be read: {why}.", "es": "{path} no se puede leer: {why}."},
        "unwritable": {
            "en": "{path} could not be written: {why}.",
            "es": "{path} no se pudo guardar: {why}.",
        },
        "no_rows": {
            "en": "{path} has no rows with numbers. Give a table with one row for each date.",
            "es": "{path} no tiene filas con números. Dé una tabla con una fila por fecha.",
        },
        "no_sheet": {
            "en": "There is no sheet “{name}” in {path}. It has: {names}.",
            "es": "No hay una hoja “{name}” en {path}. Tiene: {names}.",
        },
        "no_column": {
            "en": "There is no column “{name}”. The columns are: {names}.",
            "es": "No hay una columna “{name}”. Las columnas son: {names}.",
        },
        "did_you_mean": {"en": "Did you mean “{name}”?", "es": "¿Quiso decir “{name}”?"},
        "no_date_column": {
            "en": "No column holds dates. Name one with --x, or say when the first row was with --starts 2026-09-07 "
            "and how far rows are apart with --step day, week or month.",
            "es": "Ninguna columna tiene fechas. Nombre una con --x, o diga cuándo fue la primera fila con "
            "--starts 2026-09-07 y cada cuánto hay una con --step day, week o month.",
        },
        "no_value_column": {
            "en": "No column holds numbers to chart. Name one with --y.",
            "es": "Ninguna columna tiene números para la gráfica. Nombre una con --y.",
        },
        "needs_n": {
            "en": "A {chart} chart needs a count and its total. Name the column of totals with --n.",
            "es": "Una gráfica {chart} necesita una cuenta y su total. Nombre la columna de totales con --n.",
        },
        "needs_column": {
            "en": "A {chart} chart needs {option}. Name the column.",
            "es": "Una gráfica {chart} necesita {option}. Nombre la columna.",
        },
        "guessed": {"en": "{option} not given: using “{name}”.", "es": "Sin {option}: se usa “{name}”."},
        "guessed_percent": {
            "en": "Every count is within its total, so values are shown as a percentage. Say --unit to change that.",
            "es": "Cada cuenta cabe en su total, así que los valores van en porcentaje. Use --unit para cambiarlo.",
        },
        "guessed_group": {
            "en": "--group not given: “{name}” tells rows of one date apart, so it gives one chart a group. "
            "--group none joins them.",
            "es": "Sin --group: “{name}” distingue las filas de una misma fecha, así que hay una gráfica por grupo. "
            "--group none las une.",
        },
        "day_first": {
            "en": "Dates are read day first, because of {forced}.",
            "es": "Las fechas se leen con el día primero, por {forced}.",
        },
        "two_ways": {
            "en": "Dates such as {text} could be read in two ways; the month is read first. "
            "Say --dates day-first to change that.",
            "es": "Fechas como {text} se pueden leer de dos maneras; se lee primero el mes. "
            "Use --dates day-first para cambiarlo.",
        },
        "unsure_decimals": {
            "en": "Column “{column}”: numbers such as {text} could be read in two ways; the point stands before the "
            "decimals and the comma between thousands. Say --decimals comma to change that.",
            "es": "Columna “{column}”: números como {text} se pueden leer de dos maneras; el punto va antes de los "
            "decimales y la coma entre los miles. Use --decimals comma para cambiarlo.",
        },
        "dates_across": {
            "en": "Dates stand in the headings. Turn the table, so that it has one row for each date.",
            "es": "Las fechas están en los encabezados. Gire la tabla para que haya una fila por fecha.",
        },
        "no_phase_there": {
            "en": "--phase {text}: there are no points around this date. Check it.",
            "es": "--phase {text}: no hay puntos alrededor de esta fecha. Revísela.",
        },
        "no_baseline_there": {
            "en": "--freeze {text}: there is no point up to this date. Check the date.",
            "es": "--freeze {text}: no hay ningún punto hasta esta fecha. Revise la fecha.",
        },
        "cell": {"en": "Row {row}, column “{column}”: {why}", "es": "Fila {row}, columna “{column}”: {why}"},
        "more_cells": {
            "en": ("And one more row like these.", "And {n} more rows like these."),
            "es": ("Y otra fila así.", "Y otras {n} filas así."),
        },
        "bad_number": {
            "en": "“{text}” is not a number. Write a number, or leave the cell empty when the value is missing.",
            "es": "“{text}” no es un número. Escriba un número o deje la celda vacía si falta el valor.",
        },
        "formula": {
            "en": "“{text}” is a formula; it was not run. Write the value itself.",
            "es": "“{text}” es una fórmula; no se ejecutó. Escriba el valor mismo.",
        },
        "bad_date": {
            "en": "“{text}” is not a date we can read. Write it like 2026-11-09.",
            "es": "“{text}” no es una fecha que se pueda leer. Escríbala así: 2026-11-09.",
        },
        "no_date": {
            "en": "there is no date. Add it, or take the row out.",
            "es": "no hay fecha. Agréguela o quite la fila.",
        },
        "no_total": {
            "en": "there is no total beside the count. Add it, or leave both cells empty.",
            "es": "no hay un total junto a la cuenta. Agréguelo o deje vacías las dos celdas.",
        },
        "negative": {
            "en": "{text} is below zero, and a {chart} chart counts. Check the number.",
            "es": "{text} es menor que cero y una gráfica {chart} cuenta. Revise el número.",
        },
        "over_total": {
            "en": "{text} is more than the whole, and a {chart} chart shows parts of a whole. Check both numbers.",
            "es": "{text} es más que el total y una gráfica {chart} muestra partes de un total. Revise los números.",
        },
        "not_0_or_1": {
            "en": "“{text}” is not 0 or 1. Write 1 where it happened and 0 where it did not.",
            "es": "“{text}” no es 0 ni 1. Escriba 1 donde pasó y 0 donde no.",
        },
        "bad_day": {
            "en": "{option} “{text}”: write a date like 2026-11-09, or the number of a point.",
            "es": "{option} “{text}”: escriba una fecha como 2026-11-09 o el número de un punto.",
        },
        "no_point": {
            "en": "{option} {text}: there are only {count} points.",
            "es": "{option} {text}: solo hay {count} puntos.",
        },
        "no_such_day": {
            "en": "{option} {text}: no point has this date.",
            "es": "{option} {text}: ningún punto tiene esta fecha.",
        },
        "no_reason": {
            "en": "--phase {text}: say why the line changes there: --phase \"{text} new bell schedule\".",
            "es": "--phase {text}: diga por qué cambia ahí la línea: --phase \"{text} nuevo horario\".",
        },
        "bad_closed": {
            "en": "--closed “{text}”: write first and last day without school: 2026-11-25..2026-11-27 Thanksgiving.",
            "es": "--closed “{text}”: escriba el primer y último día sin clases: 2026-11-25..2026-11-27 Descanso.",
        },
        "sessions_chart": {
            "en": "A {chart} chart does not stand over school days. With --per-session choose one of {kinds}.",
            "es": "Una gráfica {chart} no va sobre días de clases. Con --per-session elija una de {kinds}.",
        },
        "sessions_counts": {
            "en": "--per-session is for plain counts, and these have totals already. Leave it out.",
            "es": "--per-session es para cuentas simples, y estas ya tienen totales. Quítelo.",
        },
        "sessions_period": {
            "en": "--per-session needs a count by week or by month. Add --by week or --by month.",
            "es": "--per-session necesita una cuenta por semana o por mes. Agregue --by week o --by month.",
        },
        "no_last_year": {
            "en": "--baseline last-year needs {least} values or more from the same weeks last year, and a chart of "
            "weeks or months. Leave it out.",
            "es": "--baseline last-year necesita {least} valores o más de las mismas semanas del año pasado, y una "
            "gráfica de semanas o meses. Quítelo.",
        },
        "bad_target": {
            "en": "--target “{text}”: write a number, with the day it is for if you like: 90 or 90@2027-06-30.",
            "es": "--target “{text}”: escriba un número, con su fecha si quiere: 90 o 90@2027-06-30.",
        },
        "bad_first": {
            "en": "--freeze “{text}”: on a cusum chart, give the number of first cases that show the usual chance.",
            "es": "--freeze “{text}”: en una gráfica cusum, dé cuántos primeros casos muestran lo habitual.",
        },
        "say_out": {
            "en": "{path} has no ending that says its kind. Add --out with one of {kinds}.",
            "es": "La terminación de {path} no dice de qué tipo es. Agregue --out con uno de {kinds}.",
        },
        "needs_path": {
            "en": "{out} cannot be shown here. Say where it goes: --output chart.{out}",
            "es": "{out} no se puede mostrar aquí. Diga dónde guardarlo: --output chart.{out}",
        },
        "needs_path_groups": {
            "en": "There is one {out} file for each of {count} groups. Say where they go: --output chart.{out}",
            "es": "Hay un archivo {out} para cada uno de los {count} grupos. Diga dónde: --output chart.{out}",
        },
        "cannot_funnel": {
            "en": "A funnel needs groups with a total over 0, and at least one event in them.",
            "es": "Un embudo necesita grupos con un total mayor que 0 y al menos un caso entre ellos.",
        },
        "cannot_histogram": {
            "en": "A histogram needs at least one value. The column holds none.",
            "es": "Un histograma necesita al menos un valor. La columna no tiene ninguno.",
        },
        "cannot_cusum": {
            "en": "A CUSUM chart needs the usual chance of the event, over 0 and under 1. Say it with --target 0.1, or "
            "give --freeze the number of first cases that show it.",
            "es": "Una gráfica CUSUM necesita lo habitual, más de 0 y menos de 1. Dígalo con --target 0.1 o dé en "
            "--freeze cuántos primeros casos lo muestran.",
        },
        "not_for_chart": {
            "en": "A {chart} chart is not made as {out}. Choose one of {kinds}.",
            "es": "Una gráfica {chart} no se hace como {out}. Elija uno de {kinds}.",
        },
        "lower": {"en": "Lower limit", "es": "Límite inferior"},
        "upper": {"en": "Upper limit", "es": "Límite superior"},
        "written": {"en": "Written: {path}", "es": "Guardado: {path}"},
        "table_of": {"en": "The numbers", "es": "Los números"},
        "same_scale": {
            "en": "All charts have the same scale.",
            "es": "Todas las gráficas tienen la misma escala.",
        },
        "no_group": {"en": "(no group)", "es": "(sin grupo)"},
    },
)  # fmt: skip


class ChartFileError(Exception):
    """The chart cannot be made; each of `lines` says what is wrong and what to do."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(lines))


def refuse(key: str, lang: str, **facts: object) -> ChartFileError:
    return ChartFileError([TABLE.say(key, lang, **facts)])
