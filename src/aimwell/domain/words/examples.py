"""One invented effort, written into every field of problem, causes, aim, drivers, cycle and measure (S0 R-8).

Keys: the form and its field, "plan.try_what". `CHOSEN`: answers to tick, by their stored key.
"""

from __future__ import annotations

from aimwell.domain.words.tables import Table

WRITTEN: dict[str, tuple[str, str]] = {
    "problem.problem": (
        "Most students wait for somebody else to say why an answer makes sense.",
        "La mayoría de los estudiantes espera que alguien más diga por qué una respuesta tiene sentido.",
    ),
    "problem.for_whom": ("72 fifth graders in three rooms", "72 estudiantes de quinto en tres salones"),
    "problem.how_known": (
        "Counted in 8 lessons: 34\u00a0% gave a reason, November 2",
        "Contado en 8 clases: 34\u00a0% dio una razón, 2 de noviembre",
    ),
    "more.why": (
        "Who explains, learns. Most never get the chance.",
        "El que explica aprende. Casi todos callan y pierden eso.",
    ),
    "more.assets": (
        "They talk a lot at recess, in two languages.",
        "Hablan mucho en el recreo, en dos idiomas.",
    ),
    "more.principle": ("Every voice is heard each week.", "Cada voz se oye cada semana."),
    "fact.text": (
        "24 of 72 students gave a reason in one lesson.",
        "24 de 72 estudiantes dieron una razón en una clase.",
    ),
    "fact.source": ("Tally by two teachers, Rooms 9, 12 and 14", "Conteo de dos maestras, salones 9, 12 y 14"),
    "voice.role": ("a fifth grader", "una estudiante de quinto"),
    "voice.text": (
        "I know it, but somebody else is always faster.",
        "Lo sé, pero siempre hay alguien más rápido.",
    ),
    "check.rests_on": ("The tally of November 2", "El conteo del 2 de noviembre"),
    "check.because": ("It is so in all three rooms.", "Es así en los tres salones."),
    "cause.text": (
        "We ask for talk before there was time to think.",
        "Pedimos hablar antes de dar tiempo para pensar.",
    ),
    "cause.how_known": ("Five lessons timed: 8 seconds of wait", "Cinco clases medidas: 8 segundos de espera"),
    "cause_facts.tenet": ("All students can reason.", "Todos los estudiantes pueden razonar."),
    "cause_facts.contributor": ("Devon", "Devon"),
    "cause_facts.layer": ("our team", "nuestro equipo"),
    "cause_facts.system_part": ("How we plan a lesson", "Cómo planeamos una clase"),
    "aim.for_whom": ("our fifth graders", "nuestros estudiantes de quinto"),
    "aim.what": ("explain their reasoning to a partner", "explican su razonamiento a una pareja"),
    "aim.where": ("in math, Rooms 9, 12 and 14", "en matemáticas, salones 9, 12 y 14"),
    "aim.unit_name": ("only for a number: minutes of talk", "solo para un número: minutos de conversación"),
    "aim.baseline_on": ("November 2, 2026", "2 de noviembre de 2026"),
    "aim.by_when": ("May 28, 2027", "28 de mayo de 2027"),
    "outside.outside": (
        "For the other 25 we listen to three of them each month and change what holds them back.",
        "Con los otros 25: cada mes escuchamos a tres y cambiamos lo que los detiene.",
    ),
    "outside.outside_skipped": (
        "Only where it stays open: we do not know yet who they are, and will by January.",
        "Solo si queda abierto: aún no sabemos quiénes son; lo sabremos en enero.",
    ),
    "equity.equity_words": (
        "Multilingual learners give a reason half as often as others.",
        "Los estudiantes multilingües dan una razón la mitad de veces que los demás.",
    ),
    "driver.text": ("Everyone has a way into the talk", "Todos tienen una manera de entrar en la conversación"),
    "driver.detail": (
        "Each student has something to say it with: words, a drawing, a first language.",
        "Cada estudiante tiene con qué decirlo: palabras, un dibujo, su primera lengua.",
    ),
    "driver.who_changes": ("Teachers plan two ways in for each task.", "Los maestros planean dos entradas por tarea."),
    "idea.text": ("A quiet minute to rehearse", "Un minuto de silencio para ensayar"),
    "idea.detail": (
        "Before partners talk, each whispers the reason once to the desk.",
        "Antes de hablar en pareja, cada quien dice su razón en voz baja una vez.",
    ),
    "idea.who_changes": ("The teacher waits one minute.", "La maestra espera un minuto."),
    "plan.try_what": ("A quiet minute before partners talk", "Un minuto de silencio antes de hablar en pareja"),
    "plan.unit_name": ("students give a reason", "estudiantes dan una razón"),
    "plan.event": (
        "For another kind of prediction: three families answer the note.",
        "Para otra clase de predicción: tres familias contestan la nota.",
    ),
    "plan.chance": ("7 in 10", "7 de 10"),
    "plan.look_on": ("Friday, January 29", "Viernes, 29 de enero"),
    "plan.question": ("Does a minute help those who wait?", "¿Un minuto ayuda a quienes esperan?"),
    "plan.steps": (
        "1. Put the task up. 2. One minute, no talk. 3. Partners say why. 4. Tally one table.",
        "1. Mostrar la tarea. 2. Un minuto sin hablar. 3. La pareja dice por qué. 4. Contar una mesa.",
    ),
    "plan.because": ("In Room 14 it helped three who never spoke.", "En el salón 14 ayudó a tres que nunca hablaban."),
    "plan.who_where": ("Room 12, Ana’s class, before lunch", "Salón 12, la clase de Ana, antes del almuerzo"),
    "plan.count_what": ("Students who give a reason", "Estudiantes que dan una razón"),
    "plan.who_counts": ("Devon, Thursdays, with the tally sheet", "Devon, los jueves, con la hoja de conteo"),
    "plan.idea": ("A quiet minute to rehearse", "Un minuto de silencio para ensayar"),
    "plan.measure": ("Gives a reason to a partner", "Da una razón a su pareja"),
    "plan.why_follows": (
        "The cards helped them begin, but they stopped after one sentence.",
        "Las tarjetas les ayudaron a empezar, pero paraban tras una oración.",
    ),
    "do.text": ("Two pairs argued in Spanish first.", "Dos parejas discutieron primero en español."),
    "do.place": ("Room 12", "Salón 12"),
    "do.happened_on": ("Thursday, January 21", "Jueves, 21 de enero"),
    "do.seen_by": ("Rosa, our aide", "Rosa, nuestra asistente"),
    "study.not_collected_because": (
        "Only where there is no count: a fire drill took the lesson.",
        "Solo si no hay conteo: un simulacro ocupó la clase.",
    ),
    "study.learned": (
        "A minute is enough for most. Those new to English need the words beside it.",
        "Un minuto basta para la mayoría. Quienes son nuevos en inglés necesitan las palabras al lado.",
    ),
    "study.surprised_by": ("The loudest table got quieter and better.", "La mesa más ruidosa habló menos y mejor."),
    "study.benefited": ("Those who used to wait for others", "Quienes antes esperaban a otros"),
    "study.not_benefited": ("Two students new to English", "Dos estudiantes nuevos en inglés"),
    "study.assumption": ("That silence alone is enough", "Que basta con el silencio"),
    "study.decision_reason": ("It held for most, and not yet for all.", "Funcionó para la mayoría, no aún para todos."),
    "study.what_changes": ("A word card lies on each desk.", "Hay una tarjeta de palabras en cada mesa."),
    "study.scale_evidence": (
        "Only before it grows: it held in three rooms, one with a substitute.",
        "Solo antes de crecer: funcionó en tres salones, uno con suplente.",
    ),
    "study.decided_by": ("Ana and Devon, both agree", "Ana y Devon, de acuerdo"),
    "study.students": ("Fifth graders who wait", "Estudiantes de quinto que esperan"),
    "study.setting": ("Math, partner talk", "Matemáticas, conversación en pareja"),
    "study.circumstances": ("Tasks that the team wrote", "Tareas que escribió el equipo"),
    "measure.name": ("Gives a reason to a partner", "Da una razón a su pareja"),
    "measure.definition": (
        "One lesson a week, one table in turn. A yes: the student says why, unasked, once.",
        "Una clase por semana, una mesa por turno. Un sí: dice por qué, sin que le pregunten, una vez.",
    ),
    "measure.unit_name": ("only for a number: minutes of talk", "solo para un número: minutos de conversación"),
    "measure.collector": ("Devon, or who is free", "Devon, o quien esté libre"),
}

CHOSEN: dict[str, str] = {
    "problem.subject": "system", "more.scale": "classroom", "fact.kind": "data", "voice.group": "students",
    "check.verification": "verified", "cause.status": "supported", "cause_facts.kind": "root",
    "cause_facts.locus": "adult", "cause_facts.level": "classroom", "cause_facts.control": "ours",
    "cause_facts.resources": "have", "cause_facts.effect": "cycle", "cause_facts.behind": "observations",
    "aim.unit": "percent", "aim.direction": "up", "equity.equity": "groups", "plan.kind": "at_least",
    "plan.trend": "up", "plan.size": "one", "plan.level": "classroom", "do.kind": "surprise",
    "study.result_trend": "up", "study.result_happened": "yes", "study.decision": "adapt",
    "study.decision_object": "steps", "measure.kind": "outcome", "measure.direction": "up", "measure.period": "week",
    "measure.unit": "percent",
}  # fmt: skip

NUMBERS: dict[str, int] = {
    "aim.headcount": 72, "aim.baseline": 34, "aim.target": 65, "plan.low": 12, "plan.high": 18, "plan.out_of": 24,
    "plan.planned_counts": 4, "plan.rooms": 1, "plan.meant_for": 24, "do.count": 14, "do.out_of": 24,
    "study.result": 14, "study.result_out_of": 24, "study.reached": 22, "measure.minutes": 5,
}  # fmt: skip

TABLE = Table("examples", {key: {"en": english, "es": spanish} for key, (english, spanish) in WRITTEN.items()})
say = TABLE.say
