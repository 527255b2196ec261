"""Words of the charts that are not over time: funnel, Pareto, Bernoulli CUSUM, histogram, scatter."""
# ruff: noqa: E501  one sentence, one line

from __future__ import annotations

from aimwell.domain.words.tables import Entry, Table

_FUNNEL: dict[str, Entry] = {
    "funnel.title": {"en": "Funnel chart", "es": "Gráfica de embudo"},
    "funnel.none": {
        "en": "All {count} groups lie within what chance alone gives at their size.",
        "es": "Los {count} grupos están dentro de lo que da el puro azar según su tamaño.",
    },
    "funnel.one_group": {
        "en": "There is one group, {value}; a funnel needs others to compare.",
        "es": "Hay un solo grupo, {value}; un embudo necesita otros para comparar.",
    },
    "funnel.some": {
        "en": (
            "One of {count} groups lies outside what chance alone gives at its size: {names}.",
            "{outside} of {count} groups lie outside what chance alone gives at their size: {names}.",
        ),
        "es": (
            "Uno de {count} grupos está fuera de lo que da el puro azar según su tamaño: {names}.",
            "{outside} de {count} grupos están fuera de lo que da el puro azar según su tamaño: {names}.",
        ),
    },
    "funnel.more": {"en": "and {count} more", "es": "y {count} más"},
    "funnel.side.above": {"en": "{name} (above)", "es": "{name} (por encima)"},
    "funnel.side.below": {"en": "{name} (below)", "es": "{name} (por debajo)"},
    "funnel.how": {
        "en": "The line is {target}, all groups together. Small groups swing more by chance, so the limits are wide for them; with only chance at work about {held} groups lie inside the outer limits.",
        "es": "La línea es {target}, todos los grupos juntos. Los grupos pequeños varían más por azar, por eso sus límites son anchos; con puro azar, unos {held} grupos quedan dentro de los límites externos.",
    },
    "funnel.how_expected": {
        "en": "The line is {target}: as many as expected. Small groups swing more by chance, so the limits are wide for them; with only chance at work about {held} groups lie inside the outer limits.",
        "es": "La línea es {target}: tantos como se esperaba. Los grupos pequeños varían más por azar, por eso sus límites son anchos; con puro azar, unos {held} grupos quedan dentro de los límites externos.",
    },
    "funnel.held.95": {"en": "95 of 100", "es": "95 de cada 100"},
    "funnel.held.99.8": {"en": "998 of 1,000", "es": "998 de cada 1,000"},
    "funnel.wider": {
        "en": "The groups differ more than chance makes them, so the limits were made wider.",
        "es": "Los grupos se diferencian más de lo que da el azar; por eso los límites se hicieron más anchos.",
    },
    "funnel.not": {
        "en": "It does not put the groups in an order, and it does not say why one lies outside. Ask what is different there.",
        "es": "No pone a los grupos en orden ni dice por qué uno está fuera. Pregunten qué es distinto ahí.",
    },
    "funnel.small": {
        "en": ("One group is too small to show.", "{count} groups are too small to show."),
        "es": (
            "Un grupo es demasiado pequeño para mostrarlo.",
            "{count} grupos son demasiado pequeños para mostrarlos.",
        ),
    },
    "funnel.alt": {
        "en": "Funnel chart of {count} groups by size, from {low} to {high}; values from {least} to {most}.",
        "es": "Gráfica de embudo de {count} grupos según su tamaño, de {low} a {high}; valores de {least} a {most}.",
    },
    "funnel.all": {"en": "All groups {value}", "es": "Todos {value}"},
    "funnel.expected_line": {"en": "As expected {value}", "es": "Lo esperado {value}"},
    "funnel.limit.95": {"en": "95\u00a0% limits", "es": "Límites del 95\u00a0%"},
    "funnel.limit.99.8": {"en": "99.8\u00a0% limits", "es": "Límites del 99.8\u00a0%"},
    "funnel.size": {"en": "Size of the group", "es": "Tamaño del grupo"},
    "funnel.expected": {"en": "Expected", "es": "Esperados"},
    "funnel.inside": {"en": "within the limits", "es": "dentro de los límites"},
    "funnel.above": {"en": "above the limits", "es": "por encima de los límites"},
    "funnel.below": {"en": "below the limits", "es": "por debajo de los límites"},
}

_PARETO: dict[str, Entry] = {
    "pareto.title": {"en": "Pareto chart", "es": "Gráfica de Pareto"},
    "pareto.empty": {"en": "No cases yet.", "es": "Todavía no hay casos."},
    "pareto.few": {
        "en": (
            "One of {count} kinds makes up {share} of the {total} cases: {names}.",
            "{few} of {count} kinds make up {share} of the {total} cases: {names}.",
        ),
        "es": (
            "Uno de {count} tipos reúne el {share} de los {total} casos: {names}.",
            "{few} de {count} tipos reúnen el {share} de los {total} casos: {names}.",
        ),
    },
    "pareto.largest": {
        "en": "The most frequent kind is {name}: {count} cases, {share}.",
        "es": "El tipo más frecuente es {name}: {count} casos, {share}.",
    },
    "pareto.not": {
        "en": "It does not say which kind weighs most on students, or what lies behind it.",
        "es": "No dice qué tipo pesa más para los estudiantes, ni a qué se debe.",
    },
    "pareto.missing": {
        "en": ("One case has no kind and is left out.", "{count} cases have no kind and are left out."),
        "es": ("Un caso no tiene tipo y se dejó fuera.", "{count} casos no tienen tipo y se dejaron fuera."),
    },
    "pareto.none": {"en": "No kind given", "es": "Sin tipo"},
    "pareto.rest": {
        "en": ("One more kind", "{count} more kinds"),
        "es": ("Un tipo más", "{count} tipos más"),
    },
    "pareto.alt": {
        "en": "Pareto chart of {count} kinds, {total} cases.",
        "es": "Gráfica de Pareto de {count} tipos, {total} casos.",
    },
    "pareto.cases": {"en": "Cases", "es": "Casos"},
    "pareto.so_far": {"en": "Share so far", "es": "Porcentaje acumulado"},
}

_CUSUM: dict[str, Entry] = {
    "cusum.title": {"en": "CUSUM chart", "es": "Gráfica CUSUM"},
    "cusum.none": {
        "en": "So far no sign that the event has become more or less frequent than {p0}.",
        "es": "Hasta ahora no hay señal de que el suceso sea más o menos frecuente que {p0}.",
    },
    "cusum.up": {
        "en": (
            "The event came more often than {p0}: a signal at case {cases}.",
            "The event came more often than {p0}: signals at cases {cases}.",
        ),
        "es": (
            "El suceso llegó más a menudo que {p0}: una señal en el caso {cases}.",
            "El suceso llegó más a menudo que {p0}: señales en los casos {cases}.",
        ),
    },
    "cusum.down": {
        "en": (
            "The event came less often than {p0}: a signal at case {cases}.",
            "The event came less often than {p0}: signals at cases {cases}.",
        ),
        "es": (
            "El suceso llegó menos a menudo que {p0}: una señal en el caso {cases}.",
            "El suceso llegó menos a menudo que {p0}: señales en los casos {cases}.",
        ),
    },
    "cusum.how": {
        "en": "Each case adds to the evidence, or takes from it, that the chance has gone from {p0} up to {p_up} or down to {p_down}. At {limit} a sum signals and begins anew.",
        "es": "Cada caso suma o resta evidencia de que la probabilidad pasó de {p0} a {p_up} o a {p_down}. En {limit} una suma da señal y empieza de nuevo.",
    },
    "cusum.first": {
        "en": "The usual chance comes from the first {count} cases.",
        "es": "La probabilidad usual viene de los primeros {count} casos.",
    },
    "cusum.not": {
        "en": "It does not say when a change began or why. A sum below its limit does not show that nothing changed.",
        "es": "No dice cuándo empezó un cambio ni por qué. Una suma bajo su límite no muestra que nada cambió.",
    },
    "cusum.alt": {
        "en": "CUSUM chart of {count} cases, {events} with the event.",
        "es": "Gráfica CUSUM de {count} casos, {events} con el suceso.",
    },
    "cusum.up_counts": {
        "en": (
            "The event came more often than {p0}: a signal at count {cases}.",
            "The event came more often than {p0}: signals at counts {cases}.",
        ),
        "es": (
            "El suceso llegó más a menudo que {p0}: una señal en el conteo {cases}.",
            "El suceso llegó más a menudo que {p0}: señales en los conteos {cases}.",
        ),
    },
    "cusum.down_counts": {
        "en": (
            "The event came less often than {p0}: a signal at count {cases}.",
            "The event came less often than {p0}: signals at counts {cases}.",
        ),
        "es": (
            "El suceso llegó menos a menudo que {p0}: una señal en el conteo {cases}.",
            "El suceso llegó menos a menudo que {p0}: señales en los conteos {cases}.",
        ),
    },
    "cusum.how_counts": {
        "en": "Each count adds to the evidence, or takes from it, that the chance has gone from {p0} up to {p_up} or down to {p_down}. At {limit} a sum signals and begins anew.",
        "es": "Cada conteo suma o resta evidencia de que la probabilidad pasó de {p0} a {p_up} o a {p_down}. En {limit} una suma da señal y empieza de nuevo.",
    },
    "cusum.first_counts": {
        "en": "The usual chance comes from the first {count} counts.",
        "es": "La probabilidad usual viene de los primeros {count} conteos.",
    },
    "cusum.alt_counts": {
        "en": "CUSUM chart of {count} counts with {events} events in all.",
        "es": "Gráfica CUSUM de {count} conteos con {events} sucesos en total.",
    },
    "cusum.case_counts": {"en": "Count", "es": "Conteo"},
    "cusum.more": {"en": "More often", "es": "Más a menudo"},
    "cusum.less": {"en": "Less often", "es": "Menos a menudo"},
    "cusum.limit": {"en": "Limit {value}", "es": "Límite {value}"},
    "cusum.case": {"en": "Case", "es": "Caso"},
    "cusum.signal": {"en": "signal", "es": "señal"},
    "cusum.evidence": {"en": "Evidence", "es": "Evidencia"},
}

_HISTOGRAM: dict[str, Entry] = {
    "histogram.title": {"en": "Histogram", "es": "Histograma"},
    "histogram.dots": {"en": "Dot plot", "es": "Diagrama de puntos"},
    "histogram.half": {
        "en": "Half of the {count} values lie between {low} and {high}; the middle (median) is {median}.",
        "es": "La mitad de los {count} valores está entre {low} y {high}; la mediana es {median}.",
    },
    "histogram.same": {
        "en": ("There is one value, {median}.", "All {count} values are {median}."),
        "es": ("Hay un solo valor, {median}.", "Los {count} valores son {median}."),
    },
    "histogram.fullest": {
        "en": (
            "The fullest stretch is {low} to {high}, with one of {total} values.",
            "The fullest stretch is {low} to {high}, with {count} of {total} values.",
        ),
        "es": (
            "El tramo más lleno va de {low} a {high}, con uno de {total} valores.",
            "El tramo más lleno va de {low} a {high}, con {count} de {total} valores.",
        ),
    },
    "histogram.fullest_at": {
        "en": "The most frequent value is {value}: {count} of {total}.",
        "es": "El valor más frecuente es {value}: {count} de {total}.",
    },
    "histogram.not": {
        "en": "It does not show time: a change from one month to the next can hide in it. See the values over time first.",
        "es": "No muestra el tiempo: un cambio de un mes a otro puede quedar oculto. Vean primero los valores en el tiempo.",
    },
    "histogram.missing": {
        "en": ("One value is missing.", "{count} values are missing."),
        "es": ("Falta un valor.", "Faltan {count} valores."),
    },
    "histogram.alt": {
        "en": "{title} of {count} values from {low} to {high}.",
        "es": "{title} de {count} valores, de {low} a {high}.",
    },
    "histogram.values": {"en": "Number of values", "es": "Cantidad de valores"},
    "histogram.median": {"en": "Middle {value}", "es": "Mediana {value}"},
    "histogram.range": {"en": "{low} to below {high}", "es": "de {low} a menos de {high}"},
    "histogram.range_last": {"en": "{low} to {high}", "es": "de {low} a {high}"},
}

_SCATTER: dict[str, Entry] = {
    "scatter.title": {"en": "Scatter plot", "es": "Gráfica de dispersión"},
    "scatter.empty": {"en": "No pairs yet.", "es": "Todavía no hay pares."},
    "scatter.few": {
        "en": (
            "One pair so far; {wanted} are needed before a pattern can be told.",
            "{count} pairs so far; {wanted} are needed before a pattern can be told.",
        ),
        "es": (
            "Un par hasta ahora; hacen falta {wanted} para distinguir un patrón.",
            "{count} pares hasta ahora; hacen falta {wanted} para distinguir un patrón.",
        ),
    },
    "scatter.flat": {
        "en": "One of the two never changes, so there is no pattern to tell.",
        "es": "Uno de los dos nunca cambia; no hay patrón que distinguir.",
    },
    "scatter.up": {
        "en": "Higher values of {x} mostly come with higher values of {y}.",
        "es": "Los valores más altos de {x} suelen venir con valores más altos de {y}.",
    },
    "scatter.down": {
        "en": "Higher values of {x} mostly come with lower values of {y}.",
        "es": "Los valores más altos de {x} suelen venir con valores más bajos de {y}.",
    },
    "scatter.unclear": {
        "en": "No clear pattern between {x} and {y} in these {count} pairs.",
        "es": "No hay un patrón claro entre {x} e {y} en estos {count} pares.",
    },
    "scatter.how": {
        "en": "Correlation (Pearson) {pearson}, 95\u00a0% interval {low} to {high}. By order (Spearman): {spearman}. 0 is none; 1 or -1 is a straight line.",
        "es": "Correlación (Pearson) {pearson}, intervalo del 95\u00a0% de {low} a {high}; por orden (Spearman) {spearman}; 0 es ninguna, 1 o -1 es una línea recta.",
    },
    "scatter.how_few": {
        "en": "No correlation is given for fewer than {wanted} pairs or for values that never change.",
        "es": "No se da correlación con menos de {wanted} pares ni con valores que nunca cambian.",
    },
    "scatter.not": {
        "en": "That two things go together does not say that one brings about the other; something else may move both.",
        "es": "Que dos cosas vayan juntas no dice que una produzca la otra; algo más puede mover a las dos.",
    },
    "scatter.left_out": {
        "en": ("One pair has a missing value and is left out.", "{count} pairs have a missing value and are left out."),
        "es": ("A un par le falta un valor y se dejó fuera.", "A {count} pares les falta un valor y se dejaron fuera."),
    },
    "scatter.alt": {
        "en": "Scatter plot of {count} pairs: {x} from {x_low} to {x_high}, {y} from {y_low} to {y_high}.",
        "es": "Gráfica de dispersión de {count} pares: {x} de {x_low} a {x_high}, {y} de {y_low} a {y_high}.",
    },
    "scatter.pair": {"en": "Pair", "es": "Par"},
}

_COLUMNS: dict[str, Entry] = {
    "col.group": {"en": "Group", "es": "Grupo"},
    "col.numerator": {"en": "Count", "es": "Cuenta"},
    "col.denominator": {"en": "Of", "es": "De"},
    "col.expected": {"en": "Expected", "es": "Esperados"},
    "col.value": {"en": "Value", "es": "Valor"},
    "col.lower": {"en": "Lower limit", "es": "Límite inferior"},
    "col.upper": {"en": "Upper limit", "es": "Límite superior"},
    "col.place": {"en": "Where it lies", "es": "Dónde está"},
    "col.kind": {"en": "Kind", "es": "Tipo"},
    "col.share": {"en": "Share", "es": "Porcentaje"},
    "col.range": {"en": "Range", "es": "Rango"},
    "col.note": {"en": "Note", "es": "Nota"},
}

TABLE = Table("special", {**_FUNNEL, **_PARETO, **_CUSUM, **_HISTOGRAM, **_SCATTER, **_COLUMNS})
