"""An adopted change that is held: how often it is counted, how soon a slip shows, who looks after it, in words."""

from __future__ import annotations

from aimwell.domain.pdsa.thinning import NEEDED, Pace, Watch, delay_weeks
from aimwell.domain.words.tables import Table

TABLE = Table(
    "thinning",
    {
        "pace.week": {"en": "every school week", "es": "cada semana de clases"},
        "pace.two_weeks": {"en": "every other school week", "es": "una semana de clases sí y otra no"},
        "pace.four_weeks": {"en": "every fourth school week", "es": "cada cuarta semana de clases"},
        "propose.thinner": {
            "en": "You could count {pace} now. Counts so far at this pace: {counts}, and no sign of a slip.",
            "es": "Ya podrían contar {pace}. Conteos hasta ahora a este ritmo: {counts}, sin señal de caída.",
        },
        "propose.back": {
            "en": "The watch shows a slip. Count {pace} again until you know what happened.",
            "es": "La vigilancia muestra una caída. Cuenten de nuevo {pace} hasta saber qué pasó.",
        },
        "propose.wait": {
            "en": "Counts so far at this pace: {counts}. After {needed} without a slip you could count {pace}.",
            "es": "Conteos hasta ahora a este ritmo: {counts}. Tras {needed} sin caída podrían contar {pace}.",
        },
        "propose.stay": {
            "en": "The watch shows a slip. Keep counting {pace} until you know what happened.",
            "es": "La vigilancia muestra una caída. Sigan contando {pace} hasta saber qué pasó.",
        },
        "propose.thinnest": {
            "en": "This is the thinnest pace we propose. It goes on until the watch shows a slip.",
            "es": "Es el ritmo más espaciado que proponemos. Sigue así hasta que la vigilancia muestre una caída.",
        },
        "rule": {
            "en": "Our rule: {first} settled counts, then every other school week; {second} more, then every fourth. "
            "At a slip, every school week again. It is a proposal: you choose. "
            "A week that you leave out is not missing, and it is no zero.",
            "es": "Nuestra regla: {first} conteos estables, luego una semana sí y otra no; {second} más, luego cada "
            "cuarta. Ante una caída, otra vez cada semana. Es una propuesta: ustedes eligen. "
            "Una semana que dejan fuera no falta ni es un cero.",
        },
        "delay.sure": {
            "en": "{counts} counts, which is {weeks} school weeks",
            "es": "{counts} conteos, o sea {weeks} semanas de clases",
        },
        "delay.one": {
            "en": "1 count, which is {weeks} school weeks",
            "es": "1 conteo, o sea {weeks} semanas de clases",
        },
        "delay.one_week": {"en": "1 count, the same week", "es": "1 conteo, la misma semana"},
        "delay.chance": {
            "en": "about {percent} of 100 school years",
            "es": "unos {percent} de cada 100 años escolares",
        },
        "sum.adopted": {"en": "Adopted on {day}.", "es": "Adoptado el {day}."},
        "sum.why": {"en": "Why: {why}", "es": "Por qué: {why}"},
        "sum.counted": {"en": "It is counted {pace}: {measure}.", "es": "Se cuenta {pace}: {measure}."},
        "sum.no_measure": {"en": "It has no measure.", "es": "No tiene medida."},
        "sum.looked": {"en": "Last looked at on {day}: {answer}.", "es": "Última revisión, el {day}: {answer}."},
        "sum.not_looked": {"en": "Nobody has looked at it again yet.", "es": "Aún no se ha vuelto a revisar."},
        "sum.next": {"en": "The next look is on {day}.", "es": "La próxima revisión es el {day}."},
    },
)
say = TABLE.say


def pace_words(pace: Pace, lang: str) -> str:
    return say(f"pace.{pace.value}", lang)


def rule_words(lang: str) -> str:
    return say("rule", lang, first=NEEDED[Pace.EVERY_WEEK], second=NEEDED[Pace.EVERY_OTHER])


def proposal_words(pace: Pace, to: Pace | None, thinner: Pace | None, *, counts: int, signal: bool, lang: str) -> str:
    """`to`: what is proposed; `thinner`: the step that comes after this one, if any."""
    if signal:
        return say("propose.back" if to else "propose.stay", lang, pace=pace_words(to or pace, lang))
    if to is not None:
        return say("propose.thinner", lang, pace=pace_words(to, lang), counts=counts)
    if thinner is None:
        return say("propose.thinnest", lang)
    return say("propose.wait", lang, counts=counts, needed=NEEDED[pace], pace=pace_words(thinner, lang))


def delay_words(watch: Watch, pace: Pace, lang: str) -> tuple[str, str]:
    """Within how long 9 of 10 slips show at this pace; in how many years one shows that is none."""
    counts = watch.sure_delay()
    weeks = delay_weeks(counts, pace)
    key = "delay.sure" if counts > 1 else "delay.one" if weeks > 1 else "delay.one_week"
    sure = say(key, lang, counts=counts, weeks=weeks)
    return sure, say("delay.chance", lang, percent=max(1, round(100 * watch.by_chance(pace))))
