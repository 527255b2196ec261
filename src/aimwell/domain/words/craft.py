"""The habits of a cycle and the smallest next move for each, for its writers: (English, Spanish)."""

from __future__ import annotations

from aimwell.domain.words.tables import Entry, Table


def _pair(en: str, es: str) -> Entry:
    return {"en": en, "es": es}


_NAMES = {
    "habit.prediction": _pair(
        "A prediction that your count can answer", "Una predicción que su conteo puede responder"
    ),
    "habit.small": _pair("Small: few people, few days", "Pequeño: pocas personas, pocos días"),
    "habit.data": _pair("A row for the data is ready", "Hay un lugar listo para los datos"),
    "habit.steps": _pair("Somebody else could do it the same way", "Otra persona podría hacerlo igual"),
    "habit.study": _pair("Study looks back at the prediction", "Estudiar vuelve a la predicción"),
    "habit.act": _pair("Act follows from Study", "Actuar sale de Estudiar"),
    "habit.next": _pair("The next cycle is linked", "El ciclo siguiente está enlazado"),
}

_MOVES = {
    "prediction.none": _pair("Write how many, of how many.", "Escriban cuántos, de cuántos."),
    "prediction.how_much": _pair("Which way is clear. Add by how much.", "El sentido está claro. Agreguen cuánto."),
    "prediction.seen": _pair("Say what somebody could see or count.", "Digan qué se podría ver o contar."),
    "prediction.no_data": _pair("Name what you count.", "Digan qué cuentan."),
    "prediction.other_data": _pair(
        "The prediction and the count speak of different things. Use the same word in both.",
        "La predicción y el conteo hablan de cosas distintas. Usen la misma palabra en ambos.",
    ),
    "small.no_day": _pair("Choose a day to look, within four weeks.", "Elijan un día para mirar, en cuatro semanas."),
    "small.everywhere": _pair("Begin with one class.", "Empiecen con una clase."),
    "small.long": _pair("Look sooner: within four weeks.", "Miren antes: en cuatro semanas."),
    "small.many": _pair("Try it with fewer students or fewer days.", "Pruébenlo con menos estudiantes o menos días."),
    "data.what": _pair("Name what you count.", "Digan qué cuentan."),
    "data.how_many": _pair(
        "Say how many counts, or who counts and when.", "Digan cuántos conteos, o quién cuenta y cuándo."
    ),
    "steps.none": _pair("Write who and where, or the steps in order.", "Escriban quién y dónde, o los pasos en orden."),
    "study.none": _pair("Write what you learned.", "Escriban qué aprendieron."),
    "study.compare": _pair(
        "Add one sentence: what did you expect, and what came?", "Agreguen una oración: ¿qué esperaban y qué pasó?"
    ),
    "act.none": _pair("Choose what comes next, with a reason.", "Elijan qué sigue, con una razón."),
    "act.refer": _pair("Let the reason name something you saw.", "Que la razón nombre algo que vieron."),
    "next.link": _pair("Draft the cycle that follows from this one.", "Preparen el ciclo que sale de este."),
}

TABLE = Table(
    "craft",
    {
        **_NAMES,
        **_MOVES,
        "count": _pair(
            "{there} of {all} habits of a cycle that teaches", "{there} de {all} hábitos de un ciclo que enseña"
        ),
        "next_time": _pair("For the next cycle: {move}", "Para el próximo ciclo: {move}"),
        "later.study": _pair("This comes in Study.", "Esto llega en Estudiar."),
        "later.act": _pair("This comes in Act.", "Esto llega en Actuar."),
        "later.next": _pair("This comes after Act.", "Esto llega después de Actuar."),
        "small.why": _pair(
            "{people} people × {days} days = {total}. Small is up to {most}, in four weeks at most.",
            "{people} personas × {days} días = {total}. Pequeño es hasta {most}, en cuatro semanas a lo más.",
        ),
    },
)
