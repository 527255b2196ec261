"""Words of the protocols: (English, Spanish)."""

from aimwell.domain.words.tables import Table, Text

Pair = tuple[Text, Text]

ROLES: dict[str, Pair] = {
    "role.presenter": ("presenter", "quien presenta"),
    "does.presenter": ("Brings something of their own.", "Trae algo propio."),
    "role.leader": ("leader", "quien guía"),
    "does.leader": ("Reads each step aloud and keeps to it.", "Lee cada paso en voz alta y lo cuida."),
    "role.timekeeper": ("timekeeper", "quien cuida el tiempo"),
    "does.timekeeper": ("Says when one minute is left.", "Avisa cuando queda un minuto."),
    "role.note_taker": ("note taker", "quien toma notas"),
    "own.name": ("{name}, our way", "{name}, a nuestro modo"),
    "does.note_taker": ("Writes what was said, without names.", "Escribe lo que se dijo, sin nombres."),
}
STUCK: dict[str, Pair] = {
    "stuck.name": ("What is stuck?", "¿Qué está atascado?"),
    "stuck.purpose": (
        "Find the one thing that holds you up, and take a small step past it.",
        "Hallar lo que los frena y dar un paso pequeño para seguir.",
    ),
    "stuck.when": ("In a huddle, when the work has slowed down.", "En una reunión breve, cuando el trabajo se frena."),
    "stuck.name_it": ("Name what is stuck", "Nombrar lo atascado"),
    "stuck.name_it.ask": (
        "Each of you says one thing that did not move this week. No reasons yet.",
        "Cada quien dice una cosa que no avanzó esta semana. Sin razones todavía.",
    ),
    "stuck.choose": ("Choose one", "Elegir una"),
    "stuck.choose.ask": (
        "Which one would free the most if it moved? Point at it together.",
        "¿Cuál soltaría más cosas si avanzara? Señálenla juntos.",
    ),
    "stuck.why": ("Ask what holds it", "Preguntar qué la frena"),
    "stuck.why.ask": (
        "What stands in its way? Time, a tool, a rule, a word that nobody has said?",
        "¿Qué se lo impide? ¿Tiempo, una herramienta, una regla, algo que nadie ha dicho?",
    ),
    "stuck.move": ("Find one small step", "Hallar un paso pequeño"),
    "stuck.move.ask": (
        "What could you do about it by the next time you meet?",
        "¿Qué podrían hacer antes de la próxima reunión?",
    ),
    "stuck.who": ("Say who does it", "Decir quién lo hace"),
    "stuck.who.ask": (
        "One name and one day. Whom do you need to ask?",
        "Un nombre y un día. ¿A quién deben preguntar?",
    ),
}
LOOKBACK: dict[str, Pair] = {
    "lookback.name": ("Pause and look back", "Parar y mirar atrás"),
    "lookback.purpose": (
        "Learn from something that has just happened, while you still remember it.",
        "Aprender de algo que acaba de pasar, mientras aún lo recuerdan.",
    ),
    "lookback.when": (
        "After a lesson, an event or a cycle, within a few days.",
        "Después de una clase, un evento o un ciclo, a los pocos días.",
    ),
    "lookback.expected": ("What we expected", "Lo que esperábamos"),
    "lookback.expected.ask": (
        "What did you think would happen? Read what you wrote before, if you did.",
        "¿Qué pensaban que pasaría? Lean lo que escribieron antes, si lo hicieron.",
    ),
    "lookback.happened": ("What happened", "Lo que pasó"),
    "lookback.happened.ask": (
        "What did each of you see or count? Only what anybody could have seen.",
        "¿Qué vio o contó cada quien? Solo lo que cualquiera pudo ver.",
    ),
    "lookback.surprised": ("What surprised us", "Lo que nos sorprendió"),
    "lookback.surprised.ask": (
        "Where do the two differ? What might be behind it in the way things are set up?",
        "¿En qué se distinguen? ¿Qué puede haber detrás, en cómo están hechas las cosas?",
    ),
    "lookback.next": ("What we do next", "Lo que haremos ahora"),
    "lookback.next.ask": (
        "What do you keep, and what will you do in another way next time?",
        "¿Qué mantienen y qué harán de otro modo la próxima vez?",
    ),
}
QUIET: dict[str, Pair] = {
    "quiet.name": ("Ideas in silence first", "Ideas, primero en silencio"),
    "quiet.purpose": (
        "Gather many ideas from all of you before you judge one.",
        "Reunir muchas ideas de todos antes de juzgar alguna.",
    ),
    "quiet.when": (
        "When you look for change ideas, or when the same few people speak first.",
        "Cuando buscan ideas de cambio o cuando siempre hablan primero los mismos.",
    ),
    "quiet.ask": ("Read the question", "Leer la pregunta"),
    "quiet.ask.ask": (
        "Read one question aloud twice. Does anybody need it in other words?",
        "Lean una pregunta dos veces en voz alta. ¿Alguien la necesita con otras palabras?",
    ),
    "quiet.write": ("Write alone", "Escribir a solas"),
    "quiet.write.ask": (
        "Each writes at least three ideas, one on each card. Nobody talks.",
        "Cada quien escribe al menos tres ideas, una en cada tarjeta. Nadie habla.",
    ),
    "quiet.round": ("Go round", "Hacer la ronda"),
    "quiet.round.ask": (
        "One idea from each in turn until all are told. Nobody comments.",
        "Una idea de cada quien por turnos hasta decirlas todas. Nadie comenta.",
    ),
    "quiet.group": ("Put like with like", "Juntar las parecidas"),
    "quiet.group.ask": (
        "Which ideas belong together? Give each pile a short name.",
        "¿Qué ideas van juntas? Pongan a cada grupo un nombre corto.",
    ),
    "quiet.choose": ("Choose what to try", "Elegir qué probar"),
    "quiet.choose.ask": (
        "Each marks two. Which one could you try this week in one room?",
        "Cada quien marca dos. ¿Cuál podrían probar esta semana en un salón?",
    ),
}
FORCES: dict[str, Pair] = {
    "forces.name": ("What helps, what gets in the way", "Qué ayuda y qué estorba"),
    "forces.purpose": (
        "See what carries a change and what works against it, before you push.",
        "Ver qué sostiene un cambio y qué va en contra, antes de empujar.",
    ),
    "forces.when": (
        "Before a change spreads to more rooms, or when one will not stick.",
        "Antes de llevar un cambio a más salones o cuando uno no se afianza.",
    ),
    "forces.change": ("Say the change", "Decir el cambio"),
    "forces.change.ask": (
        "In one sentence: what would people do that they do not do now?",
        "En una oración: ¿qué haría la gente que ahora no hace?",
    ),
    "forces.helps": ("What helps", "Qué ayuda"),
    "forces.helps.ask": (
        "What pulls this way already? Think of people, time, tools and habits.",
        "¿Qué va ya en esa dirección? Piensen en personas, tiempo, materiales y hábitos.",
    ),
    "forces.hinders": ("What gets in the way", "Qué estorba"),
    "forces.hinders.ask": (
        "What pulls the other way? Name things that are set up so, not people.",
        "¿Qué va en contra? Nombren cómo están hechas las cosas, no a personas.",
    ),
    "forces.weigh": ("Weigh them", "Pesarlas"),
    "forces.weigh.ask": (
        "Which two weigh most on each side? Which of them can you move yourselves?",
        "¿Cuáles dos pesan más en cada lado? ¿Cuáles pueden mover ustedes?",
    ),
    "forces.move": ("Make one weaker or stronger", "Hacer una más débil o más fuerte"),
    "forces.move.ask": (
        "What would take weight off one thing that gets in the way?",
        "¿Qué le quitaría peso a una de las cosas que estorban?",
    ),
    "forces.who": ("Say who does it", "Decir quién lo hace"),
    "forces.who.ask": ("One step, one name, one day.", "Un paso, un nombre, un día."),
}
CONSULT: dict[str, Pair] = {
    "consult.name": ("Help with a hard spot", "Ayuda en un punto difícil"),
    "consult.purpose": (
        "One of you brings a hard spot. The others help to think it through.",
        "Una persona trae un punto difícil. Las demás ayudan a pensarlo.",
    ),
    "consult.when": (
        "When somebody does not know how to go on and wants to hear others.",
        "Cuando alguien no sabe cómo seguir y quiere oír a otros.",
    ),
    "consult.tell": ("Tell it", "Contarlo"),
    "consult.tell.ask": (
        "Presenter: what is hard, what have you tried, and what is your question?",
        "Quien presenta: ¿qué es difícil, qué ha probado y cuál es su pregunta?",
    ),
    "consult.ask": ("Ask for facts", "Preguntar por los hechos"),
    "consult.ask.ask": (
        "Short questions with short answers: who, where, how often.",
        "Preguntas cortas con respuestas cortas: quién, dónde, cuántas veces.",
    ),
    "consult.probe": ("Ask to think", "Preguntar para pensar"),
    "consult.probe.ask": (
        "Open questions that hold no advice. What else might be true?",
        "Preguntas abiertas, sin consejos. ¿Qué más podría ser cierto?",
    ),
    "consult.talk": ("Think aloud", "Pensar en voz alta"),
    "consult.talk.ask": (
        "The presenter listens and writes. The others talk: what did we hear, and what could be tried?",
        "Quien presenta escucha y escribe. Los demás hablan: ¿qué oímos y qué se podría probar?",
    ),
    "consult.back": ("Say what stays", "Decir qué queda"),
    "consult.back.ask": (
        "Presenter: what made you think, and what will you try first?",
        "Quien presenta: ¿qué le hizo pensar y qué probará primero?",
    ),
    "consult.close": ("Look at how it went", "Ver cómo salió"),
    "consult.close.ask": (
        "What helped in this talk? What will you do in another way next time?",
        "¿Qué ayudó en esta charla? ¿Qué harán de otro modo la próxima vez?",
    ),
}
TUNE: dict[str, Pair] = {
    "tune.name": ("Tune a plan", "Afinar un plan"),
    "tune.purpose": (
        "Make a plan better with warm words first and cool ones after.",
        "Mejorar un plan: primero palabras cálidas y luego frías.",
    ),
    "tune.when": (
        "Before you start a cycle, a unit or a talk with families.",
        "Antes de empezar un ciclo, una unidad o una charla con familias.",
    ),
    "tune.tell": ("Show the plan", "Mostrar el plan"),
    "tune.tell.ask": (
        "Presenter: what is it for, and where do you want help most?",
        "Quien presenta: ¿para qué es y en qué quiere más ayuda?",
    ),
    "tune.ask": ("Ask what is not clear", "Preguntar lo que no queda claro"),
    "tune.ask.ask": ("Questions about facts only.", "Solo preguntas sobre hechos."),
    "tune.read": ("Read in silence", "Leer en silencio"),
    "tune.read.ask": (
        "Each marks two places: one that is strong, one that might not hold.",
        "Cada quien marca dos partes: una fuerte y una que quizá no aguante.",
    ),
    "tune.warm": ("Warm words", "Palabras cálidas"),
    "tune.warm.ask": (
        "What is strong, and why will it help students? The presenter listens.",
        "¿Qué es fuerte y por qué ayudará a los estudiantes? Quien presenta escucha.",
    ),
    "tune.cool": ("Cool words", "Palabras frías"),
    "tune.cool.ask": (
        "Where might it not hold? Say it as a question: “What if …?”",
        "¿Dónde podría no aguantar? Díganlo como pregunta: «¿Y si…?»",
    ),
    "tune.back": ("Say what you take", "Decir qué se lleva"),
    "tune.back.ask": (
        "Presenter: what will you change in the plan today?",
        "Quien presenta: ¿qué cambiará hoy en el plan?",
    ),
    "tune.close": ("Look at how it went", "Ver cómo salió"),
    "tune.close.ask": ("Which words helped most?", "¿Qué palabras ayudaron más?"),
}
WORK: dict[str, Pair] = {
    "work.name": ("Look at student work", "Mirar trabajos de estudiantes"),
    "work.purpose": (
        "See how students think, before you decide what to teach next.",
        "Ver cómo piensan los estudiantes antes de decidir qué enseñar.",
    ),
    "work.when": (
        "With three to six pieces of work, without names on them.",
        "Con tres a seis trabajos, sin los nombres.",
    ),
    "work.meet": ("Meet the work", "Conocer los trabajos"),
    "work.meet.ask": (
        "Presenter: what were students asked to do? Nothing about who they are.",
        "Quien presenta: ¿qué se les pidió? Nada sobre quiénes son.",
    ),
    "work.see": ("Say what you see", "Decir lo que ven"),
    "work.see.ask": (
        "Only what is on the page: “I see …”. No praise and no blame.",
        "Solo lo que está en la hoja: «Veo…». Sin elogios y sin culpas.",
    ),
    "work.think": ("Follow the thinking", "Seguir el pensamiento"),
    "work.think.ask": (
        "What might this student have thought? Which words or marks make you say so?",
        "¿Qué pudo pensar este estudiante? ¿Qué palabras o trazos lo muestran?",
    ),
    "work.teacher": ("Hear the presenter", "Oír a quien presenta"),
    "work.teacher.ask": (
        "Presenter: what did you hear that is new to you?",
        "Quien presenta: ¿qué oyó que no había visto?",
    ),
    "work.next": ("Think about teaching", "Pensar en la enseñanza"),
    "work.next.ask": (
        "What could we ask or show these students next? What should stay as it is?",
        "¿Qué podríamos preguntarles o mostrarles ahora? ¿Qué debe quedar igual?",
    ),
    "work.close": ("Say what you take", "Decir qué se llevan"),
    "work.close.ask": (
        "Each says one thing to try in the next two weeks.",
        "Cada quien dice una cosa que probará en dos semanas.",
    ),
}
TABLE = Table(
    "protocols",
    {
        key: {"en": english, "es": spanish}
        for part in (ROLES, STUCK, LOOKBACK, QUIET, FORCES, CONSULT, TUNE, WORK)
        for key, (english, spanish) in part.items()
    },
)


def say(key: str, lang: str, **params: object) -> str:
    return TABLE.say(key, lang, **params)
