"""Words of a launch: (English, Spanish)."""

from aimwell.domain.words.tables import Table, Text

Pair = tuple[Text, Text]

STEPS: dict[str, Pair] = {
    "step.primer": ("Read the primer", "Leer la introducción"),
    "why.primer": (
        "Ten minutes of reading, so that all of you mean the same by a test.",
        "Diez minutos de lectura, para que todos entiendan lo mismo por una prueba.",
    ),
    "step.norms": ("Agree on norms", "Acordar normas"),
    "why.norms": (
        "Each proposes alone. Then you agree how it is safe to show what did not work.",
        "Cada quien propone a solas. Luego acuerdan cómo mostrar sin temor lo que no funcionó.",
    ),
    "step.roles": ("Share out the roles", "Repartir los papeles"),
    "why.roles": (
        "A lead who calls you together, somebody who shapes the meetings, and a sponsor who opens doors.",
        "Alguien que convoca, alguien que da forma a las reuniones y un patrocinador que abre puertas.",
    ),
    "step.time": ("Find the time", "Encontrar el tiempo"),
    "why.time": (
        "A fixed, quiet time, and who pays for it or covers a class.",
        "Un tiempo fijo y tranquilo, y quién lo paga o cubre una clase.",
    ),
    "step.first_data": ("Plan the first data", "Planear los primeros datos"),
    "why.first_data": (
        "What will you count in the first two weeks, and who helps you to get it?",
        "¿Qué contarán en las dos primeras semanas y quién les ayuda a obtenerlo?",
    ),
    "step.builds_on": ("Say what it builds on", "Decir sobre qué se apoya"),
    "why.builds_on": (
        "Work that you do anyway carries this one better than a new meeting.",
        "El trabajo que ya hacen sostiene este mejor que una reunión nueva.",
    ),
    "step.conditions": ("Check what is in place", "Revisar con qué cuentan"),
    "why.conditions": (
        "Six things that help. What is missing can be asked for; nothing stops you.",
        "Seis cosas que ayudan. Lo que falta se puede pedir; nada los detiene.",
    ),
}
FACTS: dict[str, Pair] = {
    "fact.primer": ("{n} of {of} have read it.", "{n} de {of} la han leído."),
    "fact.norms": ("Agreed on {day}.", "Acordadas el {day}."),
    "fact.norms.open": ("{n} of {of} have proposed.", "{n} de {of} han propuesto."),
    "fact.roles": ("Named: {names}.", "Nombrados: {names}."),
    "fact.time": ("You have a rhythm of meetings.", "Tienen un ritmo de reuniones."),
    "fact.first_data": (("{n} measure is there.", "{n} measures are there."), ("Hay {n} medida.", "Hay {n} medidas.")),
    "fact.builds_on": ("It is written.", "Está escrito."),
    "fact.conditions": ("Checked on {day}.", "Revisado el {day}."),
    "fact.conditions.old": ("Checked on {day}. Look again.", "Revisado el {day}. Revísenlo otra vez."),
}
AGENDA: dict[str, Pair] = {
    "agenda.welcome": ("Who is here, and what each hopes for", "Quiénes somos y qué espera cada quien"),
    "agenda.why": ("The problem we want to understand", "El problema que queremos entender"),
    "agenda.primer": (
        "What improvement science is, with one small example",
        "Qué es la ciencia de la mejora, con un ejemplo pequeño",
    ),
    "agenda.break": ("Break", "Pausa"),
    "agenda.lunch": ("Lunch", "Almuerzo"),
    "agenda.norms": ("Norms: each alone, then together", "Normas: primero a solas, luego juntos"),
    "agenda.roles": ("Roles: lead, facilitator, sponsor", "Papeles: líder, facilitador, patrocinador"),
    "agenda.time": ("When we meet, and who covers classes", "Cuándo nos reunimos y quién cubre las clases"),
    "agenda.builds_on": ("Which work we do anyway", "Qué trabajo hacemos de todos modos"),
    "agenda.conditions": ("What is in place, and what we ask for", "Con qué contamos y qué pedimos"),
    "agenda.first_data": ("What we count in the first two weeks", "Qué contamos en las dos primeras semanas"),
    "agenda.first_test": (
        "The smallest test that we could start tomorrow",
        "La prueba más pequeña que podríamos empezar mañana",
    ),
    "agenda.close": ("Who does what by when, and the next date", "Quién hace qué y para cuándo, y la próxima fecha"),
}
CONDITIONS: dict[str, Pair] = {
    "condition.time": ("Regular time without interruption", "Tiempo regular sin interrupciones"),
    "condition.members": ("The same people from month to month", "Las mismas personas de un mes a otro"),
    "condition.sponsor": ("A sponsor who knows what we need", "Un patrocinador que sabe lo que necesitamos"),
    "condition.space": (
        "A leader who gives room for what may not work",
        "Un líder que deja espacio para lo que quizá no funcione",
    ),
    "condition.data": ("Data that we get soon, by class", "Datos que llegan pronto, por clase"),
    "condition.coach": ("A coach whom we can ask", "Un asesor a quien podemos preguntar"),
    "ask.time": ("We need a regular time without interruption.", "Necesitamos un tiempo regular sin interrupciones."),
    "ask.members": (
        "We need the same people at our meetings from month to month.",
        "Necesitamos a las mismas personas en las reuniones de un mes a otro.",
    ),
    "ask.sponsor": (
        "We need a sponsor who knows what our team needs.",
        "Necesitamos a alguien que nos patrocine y que sepa qué nos hace falta.",
    ),
    "ask.space": (
        "We need your word that we may try what may not work.",
        "Necesitamos su palabra de que podemos probar lo que quizá no funcione.",
    ),
    "ask.data": ("We need data soon after we collect them, by class.", "Necesitamos datos pronto y por clase."),
    "ask.coach": ("We need a coach whom we can ask.", "Necesitamos un asesor a quien preguntar."),
    "ask.wanted": ("What would help: {what}", "Lo que ayudaría: {what}"),
    "state.yes": ("in place", "lo hay"),
    "state.partly": ("partly", "en parte"),
    "state.missing": ("missing", "falta"),
}
PRIMER: dict[str, Pair] = {
    "primer.1.title": ("Start from a problem, not from an answer", "Partir de un problema, no de una respuesta"),
    "primer.1": (
        "Say what students do or miss now, for whom, and how you know. "
        "A good answer to the wrong problem costs a year.",
        "Digan qué hacen o no logran ahora los estudiantes, quiénes y cómo lo saben. Una buena respuesta al problema "
        "equivocado cuesta un año.",
    ),
    "primer.2.title": ("See the system", "Ver el sistema"),
    "primer.2": (
        "Most results come from how things are set up, not from how hard people try. Ask those who live with it.",
        "La mayoría de los resultados viene de cómo están hechas las cosas, no de cuánto se esfuerza la gente. "
        "Pregunten a quienes lo viven.",
    ),
    "primer.3.title": ("Say what you think will happen", "Decir qué creen que pasará"),
    "primer.3": (
        "Before you try something, write a prediction that could turn out wrong. The gap between what you thought and "
        "what came is where you learn.",
        "Antes de probar algo, escriban una predicción que podría no cumplirse. De la distancia entre lo que pensaban "
        "y lo que pasó se aprende.",
    ),
    "primer.4.title": ("Plan, Do, Study, Act", "Planear, Hacer, Estudiar, Actuar"),
    "primer.4": (
        "Try it small: one class, one week. Count a little. Compare with the prediction. Then keep it, change it, try "
        "it elsewhere, or drop it. Each cycle starts where the last one surprised you.",
        "Pruébenlo en pequeño: una clase, una semana. Cuenten un poco. Comparen con la predicción. Luego manténganlo, "
        "cámbienlo, pruébenlo en otro lugar o déjenlo. Cada ciclo empieza donde el anterior los sorprendió.",
    ),
    "primer.5.title": ("What did not work is worth as much", "Lo que no funcionó vale lo mismo"),
    "primer.5": (
        "A test that came out otherwise than you thought has done its work. Write down what it taught, so that nobody "
        "has to find it out twice.",
        "Una prueba que salió distinta de lo que pensaban cumplió su función. Escriban lo que enseñó, para que nadie "
        "tenga que descubrirlo dos veces.",
    ),
}
TABLE = Table(
    "launch",
    {
        key: {"en": english, "es": spanish}
        for key, (english, spanish) in {**STEPS, **FACTS, **AGENDA, **CONDITIONS, **PRIMER}.items()
    },
)


def say(key: str, lang: str, **params: object) -> str:
    return TABLE.say(key, lang, **params)
