"""The rubric for one cycle and the gate for a series, as printed (S1 L1351-1393): (English, Spanish).

Informed by the "Improvement Science 1 pagers" of the Carnegie Foundation (S1 L474, L1353). One doubled word is mended.
The points are about what is written down, never about people.
"""

from aimwell.domain.words.tables import Table

SOURCE: dict[str, tuple[str, str]] = {
    "source": (
        "From a study of plan-do-study-act cycles in the schools of a large urban district (Turkie, 2021). "
        "It was informed by the one-page guides of the Carnegie Foundation.",
        "De un estudio de ciclos de planear, hacer, estudiar y actuar en las escuelas de un distrito urbano grande "
        "(Turkie, 2021). Se basó en las guías de una página de la Fundación Carnegie.",
    ),
}

PRINTED: dict[str, tuple[str, str]] = {
    "I": (
        "Does this PDSA logically iterate from the previous PDSA?",
        "¿Este PDSA es una continuación lógica del PDSA anterior?",
    ),
    "P1": (
        "Plan for execution of the test is clear and replicable",
        "El plan para hacer la prueba es claro y se puede repetir",
    ),
    "P2": ("The change idea is small and specific", "La idea de cambio es pequeña y específica"),
    "P3": (
        "Predictions are clear, specific and falsifiable",
        "Las predicciones son claras, específicas y comprobables",
    ),
    "P4": ("Data collection plan is clear", "El plan para reunir datos es claro"),
    "D1": ("Includes observations", "Incluye observaciones"),
    "D2": (
        "Any failures, errors or surprises are noted",
        "Se anota lo que no resultó, los errores o las sorpresas, si los hubo",
    ),
    "D3": ("Data collection is complete", "La recolección de datos está completa"),
    "S1": ("Results from predictions are recorded", "Se registran los resultados de las predicciones"),
    "S2": ("Learning is summarized", "Se resume lo aprendido"),
    "A1": (
        "A next step is identified (Repeat, adapt, adopt, or abandon)",
        "Se indica el paso que sigue (repetir, adaptar, adoptar o abandonar)",
    ),
    "G1": (
        "Has the school documented at least 3 PDSAs?",
        "¿La escuela tiene documentados al menos 3 PDSA?",
    ),
    "G2": (
        "Do the PDSAs follow logically on from one another? Are they iterative?",
        "¿Cada PDSA sigue lógicamente del anterior? ¿Son iterativos?",
    ),
    "G3": (
        "Does the quality of the PDSAs improve over time? Do the scores improve or at least stay the same?",
        "¿La calidad de los PDSA mejora con el tiempo? ¿Los puntos suben o al menos se mantienen?",
    ),
}

MOVES: dict[str, tuple[str, str]] = {
    "move.P1": (
        "Next time, write the steps so that a colleague could do the same test tomorrow.",
        "La próxima vez, escriban los pasos de modo que un colega pueda hacer la misma prueba mañana.",
    ),
    "move.P2": (
        "Next time, make the test smaller: one class, one day, one change.",
        "La próxima vez, hagan la prueba más pequeña: una clase, un día, un cambio.",
    ),
    "move.P3": (
        "Next time, make the prediction checkable: how many, of how many, by when.",
        "La próxima vez, hagan comprobable la predicción: cuántos, de cuántos y para cuándo.",
    ),
    "move.P4": (
        "Next time, say who counts what, on which day, and how.",
        "La próxima vez, digan quién cuenta qué, en qué día y cómo.",
    ),
    "move.D1": (
        "Next time, write one line on what you saw, right after the lesson.",
        "La próxima vez, escriban una línea sobre lo que vieron, justo después de la clase.",
    ),
    "move.D2": (
        "Next time, ask at the end: what surprised us? “Nothing” is an answer too.",
        "La próxima vez, pregunten al final: ¿qué nos sorprendió? “Nada” también es una respuesta.",
    ),
    "move.D3": (
        "Next time, plan fewer counts, and note why one did not come in.",
        "La próxima vez, planeen menos conteos y anoten por qué faltó alguno.",
    ),
    "move.S1": (
        "Put the result beside the prediction, in the same unit.",
        "Pongan el resultado junto a la predicción, en la misma unidad.",
    ),
    "move.S2": (
        "Write two sentences: what we thought, and what we think now.",
        "Escriban dos frases: qué pensábamos y qué pensamos ahora.",
    ),
    "move.A1": (
        "Choose one: repeat, adapt, adopt or abandon. Say why in one line.",
        "Elijan una: repetir, adaptar, adoptar o abandonar. Digan por qué en una línea.",
    ),
    "example.P1": (
        "“Monday, 9:10: hand out the cards, read one aloud, give two minutes with a partner.”",
        "“Lunes, 9:10: repartir las tarjetas, leer una en voz alta, dar dos minutos en parejas.”",
    ),
    "example.P2": (
        "“Desk cards in Room 12, on Tuesday only.”",
        "“Tarjetas en los escritorios del salón 12, solo el martes.”",
    ),
    "example.P3": (
        "“12 or more of 24 give a reason by Friday.”",
        "“12 o más de 24 dan una razón para el viernes.”",
    ),
    "example.P4": (
        "“Devon tallies reasons on the class list, on Friday from 9:10 to 9:20.”",
        "“Devon marca las razones en la lista de clase, el viernes de 9:10 a 9:20.”",
    ),
    "example.D1": (
        "“Most read the card and stopped after one sentence.”",
        "“La mayoría leyó la tarjeta y paró después de una frase.”",
    ),
    "example.D2": (
        "“We did not expect this: two pairs asked for more time.”",
        "“No lo esperábamos: dos parejas pidieron más tiempo.”",
    ),
    "example.D3": (
        "“3 of 4 counts came in; on Thursday there was a fire drill.”",
        "“Llegaron 3 de 4 conteos; el jueves hubo un simulacro.”",
    ),
    "example.S1": (
        "“We predicted 12 or more of 24. It was 8 of 24.”",
        "“Predijimos 12 o más de 24. Fueron 8 de 24.”",
    ),
    "example.S2": (
        "“We thought the card was enough. Now we think they need time to rehearse.”",
        "“La tarjeta no basta. Ahora vemos que les hace falta tiempo para ensayar.”",
    ),
    "example.A1": (
        "“Adapt: the same cards with one quiet minute first, since they stopped early.”",
        "“Adaptar: las mismas tarjetas con un minuto de silencio antes, porque paraban pronto.”",
    ),
}

ABOUT: dict[str, tuple[str, str]] = {
    "caution.minimum": (
        "The printed rubric has no minimum. "
        "A thread of 2, 2 and 2 points passes its gate as well as one of 9, 9 and 9.",
        "La pauta impresa no tiene un mínimo. Una serie de 2, 2 y 2 puntos cumple igual que una de 9, 9 y 9.",
    ),
    "caution.documents": (
        "It reads documents only. What is not written down may still have been done.",
        "Solo lee documentos. Lo que no está escrito puede haberse hecho.",
    ),
    "caution.people": (
        "It speaks about the record of one cycle, never about people.",
        "Habla del registro de un ciclo, nunca de las personas.",
    ),
    "there": (
        "{met} of {all} points are in the record.",
        "{met} de {all} puntos están en el registro.",
    ),
    "stopped": (
        "This cycle does not follow from the one before. The printed rubric stops here.",
        "Este ciclo no sigue del anterior. La pauta impresa se detiene aquí.",
    ),
    "agree": (
        "The two readings say the same on {alike} of {both} points ({percent} percent).",
        "Las dos lecturas dicen lo mismo en {alike} de {both} puntos ({percent} por ciento).",
    ),
    "facet.plan": ("Plan", "Planear"),
    "facet.do": ("Do", "Hacer"),
    "facet.study": ("Study", "Estudiar"),
    "facet.act": ("Act", "Actuar"),
    "hint.one_day": (
        "All notes were written on one day. Did somebody keep track on the way, on paper perhaps?",
        "Todas las notas se escribieron en un solo día. ¿Alguien fue anotando en el camino, quizá en papel?",
    ),
    "hint.one_person": (
        "All notes come from one person. Who else saw it, and what did they see?",
        "Todas las notas son de una persona. ¿Quién más lo vio y qué vio?",
    ),
    "hint.no_data": (
        "No count hangs on this cycle. Is there one somewhere that you could add?",
        "Este ciclo no tiene ningún conteo. ¿Hay alguno en otra parte que puedan agregar?",
    ),
}

GATE: dict[str, tuple[str, str]] = {
    "verdict.all": (
        "All three answers are yes.",
        "Las tres respuestas son sí.",
    ),
    "verdict.few": (
        "Not yet: the gate asks for 3 cycles, and {n} are written down.",
        "Todavía no: se piden 3 ciclos y hay {n} por escrito.",
    ),
    "verdict.loose": (
        "Not yet: one cycle does not follow from the one before.",
        "Todavía no: un ciclo no sigue del anterior.",
    ),
    "verdict.fell": (
        "Not yet: a later cycle has fewer points in its record than an earlier one.",
        "Todavía no: un ciclo posterior tiene menos puntos en su registro que uno anterior.",
    ),
    "verdict.spread": (
        "Spread, but no depth yet: many first cycles, and none that builds on another.",
        "Hay extensión, pero aún no profundidad: muchos primeros ciclos y ninguno que se apoye en otro.",
    ),
    "verdict.depends": (
        "It depends on which three cycles you look at. The document speaks of the first three only. Choose below.",
        "Depende de cuáles tres ciclos se miren. El documento habla solo de los tres primeros. Elijan abajo.",
    ),
    "verdict.not_documented": (
        "Not documented: no cycle is written down yet. This does not say that nothing was done.",
        "Sin documentar: aún no hay un ciclo por escrito. Esto no dice que no se haya hecho nada.",
    ),
    "verdict.unread": (
        "Not known yet: some cycles have not been read by the rubric.",
        "Aún no se sabe: algunos ciclos no se han leído con la pauta.",
    ),
    "also_depends": (
        "With other cycles in view, the last answer would be a different one.",
        "Con otros ciclos a la vista, la última respuesta sería distinta.",
    ),
    "no_minimum": (
        "Keep in mind: the printed gate has no minimum. Few points in every cycle pass as well.",
        "Tengan presente: la pauta impresa no tiene un mínimo. Pocos puntos en cada ciclo también cumplen.",
    ),
    "answer.yes": ("yes", "sí"),
    "answer.no": ("no", "no"),
    "answer.unknown": ("not known yet", "aún no se sabe"),
    "answer.stopped": ("not asked: the reading stops before", "no se pregunta: la lectura se detiene antes"),
    "missing.points": (
        "Cycle {number}: not all points are read yet.",
        "Ciclo {number}: aún no se han leído todos los puntos.",
    ),
    "missing.follows": (
        "Cycle {number}: nobody has said yet whether it follows from the one before.",
        "Ciclo {number}: nadie ha dicho aún si sigue del anterior.",
    ),
}

WORDS: dict[str, tuple[str, str]] = {**SOURCE, **PRINTED, **MOVES, **ABOUT, **GATE}

TABLE = Table("rubric", {key: {"en": english, "es": spanish} for key, (english, spanish) in WORDS.items()})


def say(key: str, lang: str, **params: object) -> str:
    return TABLE.say(key, lang, **params)
