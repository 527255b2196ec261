"""Words of the page that brings in old forms: (English, Spanish)."""

from aimwell.domain.words.tables import Table

PAIRS: dict[str, tuple[str, str]] = {
    "slot.try_what": ("What was tried", "Qué se probó"),
    "slot.question": ("What we wanted to know", "Qué queríamos saber"),
    "slot.because": ("Why we thought so", "Por qué lo creíamos"),
    "slot.prediction": ("Prediction", "Predicción"),
    "slot.steps": ("Steps", "Pasos"),
    "slot.who_where": ("Who and where", "Quién y dónde"),
    "slot.count_what": ("What we counted", "Qué contamos"),
    "slot.who_counts": ("Who counted", "Quién contó"),
    "slot.why_follows": ("Why it follows", "Por qué sigue"),
    "slot.began": ("Day it began", "Día en que empezó"),
    "slot.ended": ("Day it ended", "Día en que terminó"),
    "slot.seen": ("What happened", "Qué pasó"),
    "slot.trouble": ("What got in the way", "Qué se interpuso"),
    "slot.result": ("Result, in words", "Resultado, en palabras"),
    "slot.learned": ("What we learned", "Qué aprendimos"),
    "slot.surprised_by": ("What surprised us", "Qué nos sorprendió"),
    "slot.benefited": ("Who benefited", "Quién se benefició"),
    "slot.not_benefited": ("Who did not", "Quién no"),
    "slot.decision": ("Decision", "Decisión"),
    "slot.decision_reason": ("Why we decided so", "Por qué decidimos así"),
    "slot.what_changes": ("What changes next", "Qué cambia después"),
    "slot.decided_by": ("Who decided", "Quién decidió"),
    "slot.rest": ("Keep as a note", "Guardar como nota"),
    "slot.out": ("Leave out", "Dejar fuera"),
    "part.plan": ("Plan", "Planear"),
    "part.do": ("Do", "Hacer"),
    "part.study": ("Study", "Estudiar"),
    "part.act": ("Act", "Actuar"),
    "part.other": ("Other", "Otro"),
    "stage.over": ("It is over", "Ya terminó"),
    "stage.running": ("It is still in Do", "Sigue en Hacer"),
    "stage.planned": ("It was only planned", "Solo se planeó"),
    "happened.unsaid": ("The form does not say", "El formulario no lo dice"),
    "happened.yes": ("Yes", "Sí"),
    "happened.no": ("No", "No"),
    "open.title": ("Say in a few words what was tried.", "Diga en pocas palabras qué se probó."),
    "open.began": (
        "The form does not say plainly when it began. Choose the day. A guess is fine; mark it as one.",
        "El formulario no dice con claridad cuándo empezó. Elija el día. Puede ser aproximado; márquelo así.",
    ),
    "open.order": ("It ends before it begins. Check both days.", "Termina antes de empezar. Revise los dos días."),
    "open.future": ("A day is after today. Check the days.", "Un día es después de hoy. Revise los días."),
    "open.planned": (
        "The form tells what happened, so it was more than planned. Choose another answer.",
        "El formulario cuenta lo que pasó, así que fue más que un plan. Elija otra respuesta.",
    ),
    "builds_on": (
        "Said when the old form was brought in: it builds on the one before.",
        "Se dijo al traer el formulario antiguo: sigue del anterior.",
    ),
    "not_said": (
        "The old form does not say whether it happened.",
        "El formulario antiguo no dice si ocurrió.",
    ),
    "example": (
        "PDSA Cycle 1\nDate: 2025-11-03\nPlan\nWhat will we try? Partners write one word each before they talk.\n"
        "Prediction: Most pairs give a reason.\nDo\nWhat happened? Two of the nine pairs waited for each other.\n"
        "Study\nWhat did we learn? Writing first helps the quiet ones begin.\nAct\nDecision: Adapt\n"
        "Next steps: Try it with sentence starters.\n",
        "Ciclo PHEA 1\nFecha: 2025-11-03\nPlanear\n¿Qué vamos a probar? Cada compañero escribe una palabra antes de "
        "hablar.\nPredicción: La mayoría de las parejas da una razón.\nHacer\n¿Qué pasó? Dos de las nueve parejas se "
        "esperaron.\nEstudiar\n¿Qué aprendimos? Escribir primero ayuda a empezar a quienes callan.\nActuar\n"
        "Decisión: Adaptar\nPróximos pasos: Probarlo con frases para empezar.\n",
    ),
}
TABLE = Table("oldforms", {key: {"en": english, "es": spanish} for key, (english, spanish) in PAIRS.items()})


def say(key: str, lang: str) -> str:
    return TABLE.say(key, lang)
