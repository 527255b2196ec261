"""Names of charts and rule sets, and when each is of use. Keys are names in `spc.kinds` and `spc.rulesets`."""
# ruff: noqa: E501  one sentence, one line

from __future__ import annotations

from aimwell.domain.words.tables import Entry, Table

_CHARTS: dict[str, Entry] = {
    "chart.run": {"en": "Run chart", "es": "Gráfica de corridas"},
    "chart.i": {"en": "I chart (XmR)", "es": "Gráfica I (XmR)"},
    "chart.ip": {"en": "I prime chart", "es": "Gráfica I prima"},
    "chart.mr": {"en": "Moving range chart", "es": "Gráfica de rangos móviles"},
    "chart.xbar": {"en": "X-bar chart", "es": "Gráfica X barra"},
    "chart.s": {"en": "S chart", "es": "Gráfica S"},
    "chart.p": {"en": "P chart", "es": "Gráfica P"},
    "chart.pp": {"en": "P prime chart", "es": "Gráfica P prima"},
    "chart.c": {"en": "C chart", "es": "Gráfica C"},
    "chart.u": {"en": "U chart", "es": "Gráfica U"},
    "chart.up": {"en": "U prime chart", "es": "Gráfica U prima"},
    "chart.g": {"en": "G chart", "es": "Gráfica G"},
    "chart.t": {"en": "T chart", "es": "Gráfica T"},
}

_SHOWS: dict[str, Entry] = {
    "shows.run": {
        "en": "It shows each value in order of time, around the middle value.",
        "es": "Muestra cada valor en orden de tiempo, alrededor de la mediana.",
    },
    "shows.i": {
        "en": "It shows each value in order of time, with limits made from how much neighbours differ.",
        "es": "Muestra cada valor en orden de tiempo, con límites según cuánto difieren los valores vecinos.",
    },
    "shows.ip": {
        "en": "It shows each value in order of time, with limits that allow for the size behind each point.",
        "es": "Muestra cada valor en orden de tiempo, con límites que toman en cuenta el tamaño de cada punto.",
    },
    "shows.mr": {
        "en": "It shows how much each value differs from the one before.",
        "es": "Muestra cuánto difiere cada valor del anterior.",
    },
    "shows.xbar": {
        "en": "It shows the mean of several values at each point.",
        "es": "Muestra la media de varios valores en cada punto.",
    },
    "shows.s": {
        "en": "It shows how much the values within each point differ from each other.",
        "es": "Muestra cuánto difieren entre sí los valores de cada punto.",
    },
    "shows.p": {
        "en": "It shows a share of each group, with limits that allow for the size of the group.",
        "es": "Muestra una proporción de cada grupo, con límites según el tamaño del grupo.",
    },
    "shows.pp": {
        "en": "It shows a share of large groups, with limits that also allow for ups and downs between periods.",
        "es": "Muestra una proporción de grupos grandes, con límites que también toman en cuenta los altibajos entre periodos.",
    },
    "shows.c": {
        "en": "It shows how many times something happened in each period.",
        "es": "Muestra cuántas veces pasó algo en cada periodo.",
    },
    "shows.u": {
        "en": "It shows how often something happened for the size or time watched.",
        "es": "Muestra con qué frecuencia pasó algo según el tamaño o el tiempo observado.",
    },
    "shows.up": {
        "en": "It shows how often something took place. Its limits also allow for ups and downs from one period to the next.",
        "es": "Muestra con qué frecuencia pasó algo, con límites que también toman en cuenta los altibajos entre periodos.",
    },
    "shows.g": {
        "en": "It shows how many cases lie between two rare events.",
        "es": "Muestra cuántos casos hay entre dos sucesos raros.",
    },
    "shows.t": {
        "en": "It shows how much time lies between two rare events.",
        "es": "Muestra cuánto tiempo hay entre dos sucesos raros.",
    },
}

_WHEN: dict[str, Entry] = {
    "when.run": {
        "en": "Use it first, for any numbers and from the first weeks on.",
        "es": "Úsela primero, con cualquier número y desde las primeras semanas.",
    },
    "when.i": {
        "en": "Use it for one number a period, such as minutes of reading.",
        "es": "Úsela con un número por periodo, como minutos de lectura.",
    },
    "when.ip": {
        "en": "Use it for a number with its size, when the sizes differ a lot.",
        "es": "Úsela con un número y su tamaño, cuando los tamaños difieren mucho.",
    },
    "when.mr": {
        "en": "Use it beside an I chart, to see whether the ups and downs grow or shrink.",
        "es": "Úsela junto a una gráfica I, para ver si los altibajos crecen o se reducen.",
    },
    "when.xbar": {
        "en": "Use it when each point has several values, such as five papers a week.",
        "es": "Úsela si cada punto reúne varios datos, como cinco tareas por semana.",
    },
    "when.s": {
        "en": "Use it beside an X-bar chart, to see whether values within a point differ more or less.",
        "es": "Úsela junto a una gráfica X barra, para ver si los valores de un punto difieren más o menos.",
    },
    "when.p": {
        "en": "Use it for a share, such as 39 of 72 students.",
        "es": "Úsela con una proporción, como 39 de 72 estudiantes.",
    },
    "when.pp": {
        "en": "Use it for a share of very large groups, where a P chart calls almost every point unusual.",
        "es": "Úsela con una proporción de grupos muy grandes, donde una gráfica P marca casi todos los puntos.",
    },
    "when.c": {
        "en": "Use it for a count from about the same number of students each time.",
        "es": "Úsela con un conteo sobre un número parecido de estudiantes cada vez.",
    },
    "when.u": {
        "en": "Use it for a count from changing numbers, such as referrals for each 100 students.",
        "es": "Úsela con un conteo sobre números que cambian, como reportes por cada 100 estudiantes.",
    },
    "when.up": {
        "en": "Use it for a count from very large numbers, where a U chart calls almost every point unusual.",
        "es": "Úsela con un conteo sobre números muy grandes, donde una gráfica U marca casi todos los puntos.",
    },
    "when.g": {
        "en": "Use it for rare events, when you know the number of cases between them.",
        "es": "Úsela con sucesos raros, si sabe cuántos casos hay entre uno y otro.",
    },
    "when.t": {
        "en": "Use it for rare events, when you know the days between them.",
        "es": "Úsela con sucesos raros, si sabe cuántos días hay entre uno y otro.",
    },
}

_RULE_SETS: dict[str, Entry] = {
    "rules.anhoej": {"en": "Anhøj rules", "es": "Reglas de Anhøj"},
    "rules.improvement": {"en": "Improvement science rules", "es": "Reglas de la ciencia de la mejora"},
    "rules.western_electric": {"en": "Western Electric rules", "es": "Reglas de Western Electric"},
    "rules.nelson": {"en": "Nelson rules", "es": "Reglas de Nelson"},
    "rules.making_data_count": {"en": "Making Data Count rules", "es": "Reglas de Making Data Count"},
    "rules.best_box": {"en": "Best box", "es": "Mejor caja"},
    "rules.cut_box": {"en": "Cut box", "es": "Caja recortada"},
    "rules_when.best_box": {
        "en": "A trial form of the Anhøj rules: limits for runs and crossings that are found together.",
        "es": "Una forma de prueba de las reglas de Anhøj: límites de rachas y cruces que se hallan juntos.",
    },
    "rules_when.cut_box": {
        "en": "A trial form of the Anhøj rules: the best box without its corner, to hear of a change a little sooner.",
        "es": "Una forma de prueba de las reglas de Anhøj: la mejor caja sin su esquina, para saber antes de un cambio.",
    },
    "rules_when.anhoej": {
        "en": "Use them by default: few false signals, whatever the number of points.",
        "es": "Úselas por defecto: pocas señales falsas, sea cual sea el número de puntos.",
    },
    "rules_when.improvement": {
        "en": "Use them to match a network or course that teaches a shift of six; on long charts they ring often by chance.",
        "es": "Úselas para coincidir con una red o un curso que enseña un cambio de seis; en gráficas largas suenan a menudo por azar.",
    },
    "rules_when.western_electric": {
        "en": "Use them with limits, to hear of a change early and accept more false signals.",
        "es": "Úselas con límites, para saber pronto de un cambio y aceptar más señales falsas.",
    },
    "rules_when.nelson": {
        "en": "Use them with limits, to look for many patterns in a steady process; expect false signals.",
        "es": "Úselas con límites, para buscar muchos patrones en un proceso estable; cuente con señales falsas.",
    },
    "rules_when.making_data_count": {
        "en": "Use them with limits, to match reports made the way the English health service does.",
        "es": "Úselas con límites, para coincidir con informes hechos como los del servicio de salud inglés.",
    },
}

_REASONS: dict[str, Entry] = {
    "why.few": {
        "en": "There are too few values for limits, so a run chart says all that can be said.",
        "es": "Hay muy pocos valores para trazar límites, así que una gráfica de corridas dice todo lo que se puede decir.",
    },
    "why.rare_cases": {
        "en": "The event is rare, and you know the cases between two events.",
        "es": "El suceso es raro y se sabe cuántos casos hay entre uno y otro.",
    },
    "why.rare_time": {
        "en": "The event is rare, and you know the time between two events.",
        "es": "El suceso es raro y se sabe cuánto tiempo hay entre uno y otro.",
    },
    "why.subgroups": {
        "en": "Each point has several values, so their mean is drawn.",
        "es": "Cada punto tiene varios valores, así que se dibuja su media.",
    },
    "why.share": {
        "en": "Each point is a share of a group, and the limits allow for the size of the group.",
        "es": "Cada punto es una proporción de un grupo, y los límites toman en cuenta su tamaño.",
    },
    "why.share_large": {
        "en": "Each point is a share of a large group, and the points differ more than group size alone explains.",
        "es": "Cada punto es una proporción de un grupo grande, y los puntos difieren más de lo que explica el tamaño.",
    },
    "why.rate": {
        "en": "Each point is a count for a changing size, so it is drawn as a rate.",
        "es": "Cada punto es un conteo sobre un tamaño que cambia, así que se dibuja como tasa.",
    },
    "why.rate_large": {
        "en": "Each point is a rate from large numbers, and the points differ more than size alone explains.",
        "es": "Cada punto es una tasa sobre números grandes, y los puntos difieren más de lo que explica el tamaño.",
    },
    "why.sized": {
        "en": "Each point is a measured number with its own size, and the sizes differ.",
        "es": "Cada punto es un número medido con su propio tamaño, y los tamaños difieren.",
    },
    "why.count": {
        "en": "Each point is a count from about the same number of cases.",
        "es": "Cada punto es un conteo sobre un número parecido de casos.",
    },
    "why.count_spread": {
        "en": "The counts differ more than chance alone explains, so the limits come from how much neighbours differ.",
        "es": "Los conteos difieren más de lo que explica el azar, así que los límites vienen de cuánto difieren los vecinos.",
    },
    "why.value": {
        "en": "Each point is one measured number.",
        "es": "Cada punto es un solo número medido.",
    },
}

TABLE = Table("spc", {**_CHARTS, **_SHOWS, **_WHEN, **_RULE_SETS, **_REASONS})
