"""How far two people who read the same student work came out alike: words of the tool for collecting."""

from aimwell.domain.words.tables import Entry, Table

ENTRIES: dict[str, Entry] = {
    "alike": {
        "en": "You gave {alike} of {both} pieces the same code: {percent} %.",
        "es": "Dieron el mismo código a {alike} de {both} trabajos: {percent} %.",
    },
    "kappa": {
        "en": "Cohen's kappa is {kappa}. It takes off what would match by chance: 1 is all alike, 0 is no more than "
        "chance. It tells how clear the codes are, not how well anyone reads.",
        "es": "El kappa de Cohen es {kappa}. Descuenta lo que coincidiría por azar: 1 es todo igual, 0 es lo mismo que "
        "el azar. Dice qué tan claros son los códigos, no qué tan bien lee alguien.",
    },
    "kappa.nothing": {
        "en": "No piece was read by both yet, so there is nothing to compare.",
        "es": "Ningún trabajo fue leído por ambas personas, así que no hay qué comparar.",
    },
    "kappa.one_group": {
        "en": "Both of you used one and the same code, so kappa has nothing to tell apart.",
        "es": "Ambas personas usaron un mismo código, así que kappa no tiene qué distinguir.",
    },
    "left_out": {
        "en": ("{n} piece was not read by both; it is left out here.",
               "{n} pieces were not read by both; they are left out here."),
        "es": ("{n} trabajo no fue leído por ambas personas; aquí queda fuera.",
               "{n} trabajos no fueron leídos por ambas personas; aquí quedan fuera."),
    },
}  # fmt: skip

TABLE = Table("collecting", ENTRIES)
