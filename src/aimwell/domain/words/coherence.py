"""Words of the coherence check, of the six principles and of threads: (English, Spanish)."""

from aimwell.domain.theory.coherence import Fact
from aimwell.domain.words.tables import Table, Text

Pair = tuple[Text, Text]

ASKED: dict[str, Pair] = {
    "ask.understood": (
        "Do we understand the problem well enough to explain it to somebody who lives with it?",
        "¿Entendemos el problema tan bien que podríamos explicarlo a quien lo vive?",
    ),
    "ask.aim": ("Does the aim say exactly what we want to reach?", "¿Dice la meta exactamente qué queremos lograr?"),
    "ask.cause": (
        "Does the change idea work on a root cause, so that the aim should move?",
        "¿Actúa la idea de cambio sobre una causa raíz, de modo que la meta debería moverse?",
    ),
    "ask.viable": (
        "Can we really do it with the people and time we have?",
        "¿Podemos hacerlo de verdad con las personas y el tiempo que tenemos?",
    ),
    "ask.sequence": (
        "Which signs will we see one after another, from the first try until the large number moves?",
        "¿Qué señales veremos una tras otra, desde el primer intento hasta que se mueva el número grande?",
    ),
    "ask.shown_by": (
        "If the large number moves, how could we tell that our idea had a part in it?",
        "Si se mueve el número grande, ¿cómo sabríamos que nuestra idea tuvo parte en ello?",
    ),
    "ask.realistic": (
        "Is the prediction for the idea as a whole realistic?",
        "¿Es realista la predicción para la idea completa?",
    ),
}
FACTS: dict[str, Pair] = {
    "problem_parts": (
        "{n} of {of} parts of the problem are written.",
        "{n} de {of} partes del problema están escritas.",
    ),
    "evidence": (
        ("{n} piece of evidence.", "{n} pieces of evidence."),
        ("{n} evidencia.", "{n} evidencias."),
    ),
    "voices": (
        ("{n} voice of somebody who lives with it.", "{n} voices of people who live with it."),
        ("{n} voz de alguien que lo vive.", "{n} voces de quienes lo viven."),
    ),
    "verified": ("The problem was checked against data.", "El problema se comprobó con datos."),
    "not.verified": ("The problem was not checked against data yet.", "El problema aún no se comprobó con datos."),
    "aim_target": ("The aim has a number to reach.", "La meta tiene un número por alcanzar."),
    "not.aim_target": ("The aim has no number to reach yet.", "La meta aún no tiene un número por alcanzar."),
    "aim_by_when": ("The aim has a date.", "La meta tiene una fecha."),
    "not.aim_by_when": ("The aim has no date yet.", "La meta aún no tiene fecha."),
    "aim_for_whom": ("The aim names a group.", "La meta nombra un grupo."),
    "not.aim_for_whom": ("The aim names no group yet.", "La meta aún no nombra un grupo."),
    "aim_baseline": ("The aim says where things are now.", "La meta dice dónde están las cosas hoy."),
    "not.aim_baseline": ("The aim does not say where things are now.", "La meta no dice dónde están las cosas hoy."),
    "on_causes": (
        "{n} of {of} ideas name the cause they work on.",
        "{n} de {of} ideas nombran la causa sobre la que actúan.",
    ),
    "on_supported": (
        "{n} of {of} ideas work on a cause that evidence supports.",
        "{n} de {of} ideas actúan sobre una causa que la evidencia apoya.",
    ),
    "at_the_aim": ("{n} of {of} ideas lead to the aim on the map.", "{n} de {of} ideas llevan a la meta en el mapa."),
    "owned": ("{n} of {of} actions have an owner.", "{n} de {of} acciones tienen responsable."),
    "indicators": (
        ("{n} sign on the way.", "{n} signs on the way."),
        ("{n} señal en camino.", "{n} señales en camino."),
    ),
    "in_order": ("The signs follow each other in time.", "Las señales se siguen en el tiempo."),
    "not.in_order": (
        "The signs do not follow each other in time yet.",
        "Las señales aún no se siguen en el tiempo.",
    ),
    "all_there": ("Every sign has its measure.", "Cada señal tiene su medida."),
    "not.all_there": (
        ("{n} sign still needs a measure.", "{n} signs still need a measure."),
        ("{n} señal aún necesita una medida.", "{n} señales aún necesitan una medida."),
    ),
    "overarching": ("One sign stands over all others.", "Una señal está sobre todas las demás."),
    "not.overarching": ("No sign stands over all others yet.", "Aún no hay una señal sobre todas las demás."),
    "aim_measured": ("The aim has a measure.", "La meta tiene una medida."),
    "not.aim_measured": ("The aim has no measure yet.", "La meta aún no tiene una medida."),
    "ideas_measured": ("{n} of {of} ideas have a measure of their own.", "{n} de {of} ideas tienen su propia medida."),
    "predicted": (
        "{n} of {of} ideas say what they will change at large.",
        "{n} de {of} ideas dicen qué cambiarán en grande.",
    ),
    "with_number": ("{n} of {of} of these have a number.", "{n} de {of} de ellas tienen un número."),
    "none": ("Nothing to look at yet.", "Todavía no hay nada que mirar."),
}
PRINCIPLES: dict[str, Pair] = {
    "principle.1": ("Start from the problem and the people in it", "Partir del problema y de quienes lo viven"),
    "principle.2": ("Look at what varies", "Mirar lo que varía"),
    "principle.3": ("See the system", "Ver el sistema"),
    "principle.4": ("Measure to learn", "Medir para aprender"),
    "principle.5": ("Learn by small tests", "Aprender con pruebas pequeñas"),
    "principle.6": ("Learn together with others", "Aprender junto con otros"),
    "work.problem": (
        ("{n} part of the problem", "{n} parts of the problem"),
        ("{n} parte del problema", "{n} partes del problema"),
    ),
    "work.voices": (("{n} voice", "{n} voices"), ("{n} voz", "{n} voces")),
    "work.fishbone": (
        ("{n} cause on the fishbone", "{n} causes on the fishbone"),
        ("{n} causa en la espina", "{n} causas en la espina"),
    ),
    "work.predictions": (
        ("{n} prediction on the board", "{n} predictions on the board"),
        ("{n} predicción en el tablero", "{n} predicciones en el tablero"),
    ),
    "work.process": (("{n} process map", "{n} process maps"), ("{n} mapa de proceso", "{n} mapas de proceso")),
    "work.groups": (("{n} group compared", "{n} groups compared"), ("{n} grupo comparado", "{n} grupos comparados")),
    "work.variation": (
        ("{n} chart over time", "{n} charts over time"),
        ("{n} gráfica en el tiempo", "{n} gráficas en el tiempo"),
    ),
    "work.drivers": (
        ("{n} part on the map", "{n} parts on the map"),
        ("{n} parte en el mapa", "{n} partes en el mapa"),
    ),
    "work.measures": (("{n} measure", "{n} measures"), ("{n} medida", "{n} medidas")),
    "work.values": (("{n} count", "{n} counts"), ("{n} conteo", "{n} conteos")),
    "work.cycles": (("{n} PDSA cycle", "{n} PDSA cycles"), ("{n} ciclo PDSA", "{n} ciclos PDSA")),
    "work.learning": (("{n} thing learned", "{n} things learned"), ("{n} aprendizaje", "{n} aprendizajes")),
    "work.shared": (
        ("{n} piece of work opened to others", "{n} pieces of work opened to others"),
        ("{n} trabajo abierto a otros", "{n} trabajos abiertos a otros"),
    ),
    "work.network": (
        ("{n} network aim served", "{n} network aims served"),
        ("{n} meta de red a la que sirve", "{n} metas de red a las que sirve"),
    ),
    "next.voices": ("Ask one person who lives with the problem.", "Pregunte a una persona que vive el problema."),
    "next.groups": ("Count one thing for two groups.", "Cuente una cosa en dos grupos."),
    "next.fishbone": ("Write one possible cause.", "Escriba una causa posible."),
    "next.measures": ("Name one thing to count.", "Nombre una cosa que contar."),
    "next.cycles": ("Plan one small test.", "Planee una prueba pequeña."),
    "next.shared": ("Open one piece of work to another team.", "Abra un trabajo a otro equipo."),
}
THREADS: dict[str, Pair] = {
    "stage.goal": ("Goal set from outside", "Meta puesta desde fuera"),
    "stage.voice": ("What people said", "Lo que dijo la gente"),
    "stage.practice": ("What we already do", "Lo que ya hacemos"),
    "stage.prediction": ("What we expected", "Lo que esperábamos"),
    "stage.process": ("How the work goes", "Cómo va el trabajo"),
    "stage.problem": ("Problem", "Problema"),
    "stage.evidence": ("Evidence", "Evidencia"),
    "stage.cause": ("Cause", "Causa"),
    "stage.aim": ("Aim", "Meta"),
    "stage.driver": ("Driver", "Impulsor"),
    "stage.idea": ("Change idea", "Idea de cambio"),
    "stage.measure": ("Measure", "Medida"),
    "stage.cycle": ("Cycle", "Ciclo"),
    "stage.learning": ("Learning", "Aprendizaje"),
    "gap.cause_unchecked": (
        "“{label}” has no evidence yet. What would show it?",
        "“{label}” aún no tiene evidencia. ¿Qué la mostraría?",
    ),
    "gap.no_cause": ("“{label}” names no cause behind it.", "“{label}” no nombra ninguna causa."),
    "gap.no_aim": ("“{label}” does not lead to the aim yet.", "“{label}” aún no lleva a la meta."),
    "gap.not_tried": ("“{label}” was not tried yet.", "“{label}” aún no se ha probado."),
    "gap.no_idea": ("“{label}” tests no idea of the map.", "“{label}” no prueba ninguna idea del mapa."),
    "gap.nothing_learned": ("“{label}” has no learning yet.", "“{label}” aún no tiene aprendizaje."),
}
TABLE = Table(
    "coherence",
    {
        key: {"en": english, "es": spanish}
        for key, (english, spanish) in {**ASKED, **FACTS, **PRINCIPLES, **THREADS}.items()
    },
)


def say(key: str, lang: str, **params: object) -> str:
    return TABLE.say(key, lang, **params)


def say_fact(fact: Fact, lang: str) -> str:
    """A fact that does not hold has words of its own where "3 of 5" would not say it."""
    if fact.holds is None:
        return say("none", lang)
    otherwise = f"not.{fact.key}"
    key = otherwise if not fact.holds and otherwise in TABLE.entries else fact.key
    return say(key, lang, n=fact.n, of=fact.of)
