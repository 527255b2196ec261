"""What the open work asks a team to have ready for its next meeting: (English, Spanish)."""

from aimwell.domain.words.tables import Table

TABLE = Table(
    "barriers",
    {
        "ready.counts": {"en": "Bring the counts: {what}", "es": "Traer los conteos: {what}"},
        "ready.counts_of": {"en": "Bring the counts of cycle {number}", "es": "Traer los conteos del ciclo {number}"},
        "ready.chart": {"en": "Print the chart: {measure}", "es": "Imprimir la gráfica: {measure}"},
    },
)


def say(key: str, lang: str, **params: object) -> str:
    return TABLE.say(key, lang, **params)
