"""Words of a share-out and of the page for those who were not there: (English, Spanish)."""

from aimwell.domain.words.tables import Table, Text

Pair = tuple[Text, Text]

PARTS: dict[str, Pair] = {
    "part.aim": ("Our aim", "Nuestra meta"),
    "part.idea": ("What we tried", "Lo que probamos"),
    "part.prediction": ("We predicted", "Predijimos"),
    "part.result": ("We found", "Encontramos"),
    "part.surprise": ("What surprised us", "Lo que nos sorprendió"),
    "part.open": ("Not finished yet", "Todavía sin terminar"),
    "part.next": ("What comes next", "Lo que sigue"),
    "part.question": ("Our question to you", "Nuestra pregunta para ustedes"),
    "not_yet.aim": ("Not written yet.", "Todavía no está escrita."),
    "not_yet.prediction": ("Nothing predicted yet.", "Todavía no hay predicción."),
    "not_yet.result": ("Not yet: we have no result so far.", "Todavía no: aún no tenemos resultado."),
    "not_yet.surprise": ("Not yet: we have not said so far.", "Todavía no: aún no lo hemos dicho."),
    "not_yet.open": (
        "Our records know of nothing. What would we do otherwise next time?",
        "Nuestros registros no dicen nada. ¿Qué haríamos distinto la próxima vez?",
    ),
    "not_yet.next": ("Not decided yet.", "Todavía no está decidido."),
    "not_yet.question": ("Not written yet.", "Todavía no está escrita."),
    "hidden.aim": ("The team has not opened its aim here.", "El equipo no ha abierto su meta aquí."),
    "hidden.result": ("No number is shown here.", "Aquí no se muestra ningún número."),
    "hidden.surprise": ("This stays with the team.", "Esto queda en el equipo."),
    "idea": ("The idea: {text}", "La idea: {text}"),
    "because": ("Because: {text}", "Porque: {text}"),
    "amended": ("Changed on {day}: {text}", "Cambiada el {day}: {text}"),
    "learned": ("We learned: {text}", "Aprendimos: {text}"),
    "nothing_surprised": ("Nothing surprised us.", "Nada nos sorprendió."),
    "not_for": ("It did not help: {text}", "No les ayudó: {text}"),
    "look_on": ("We look on {day}.", "Lo miramos el {day}."),
    "different": ("Different next time: {text}", "Distinto la próxima vez: {text}"),
}
OPEN: dict[str, Pair] = {
    "open.draft": ("This is a plan. We have not started it.", "Esto es un plan. No lo hemos empezado."),
    "open.runs": ("We are still trying it.", "Todavía lo estamos probando."),
    "open.in_study": ("We are still looking at what came.", "Todavía miramos lo que salió."),
    "open.paused": ("It rests at the moment.", "Por ahora descansa."),
    "open.unpredicted": ("We began without a prediction.", "Empezamos sin predicción."),
    "open.no_count": ("There is no count.", "No hay conteo."),
    "open.counts": (
        "{n} of {planned} planned counts came in so far.",
        "Hasta ahora llegaron {n} de {planned} conteos planeados.",
    ),
    "open.amended": (
        "We changed the prediction on the way. Both stand here.",
        "Cambiamos la predicción en el camino. Aquí están las dos.",
    ),
    "open.at_once": ("We wrote it down afterwards, in one go.", "Lo escribimos después, de una vez."),
}
TURNS: dict[str, Pair] = {
    "turn.tell": ("We tell", "Contamos"),
    "turn.tell.how": (
        "One of us goes down this page. What is not finished, too.",
        "Uno de nosotros recorre esta hoja. También lo que no está terminado.",
    ),
    "turn.clarify": ("You ask for facts", "Preguntan por hechos"),
    "turn.clarify.how": (
        "Short questions with short answers: who, when, how many. No advice yet.",
        "Preguntas cortas con respuestas cortas: quién, cuándo, cuántos. Todavía sin consejos.",
    ),
    "turn.listen": ("You talk, we listen", "Hablan, escuchamos"),
    "turn.listen.how": (
        "You talk with one another: what makes you think, what we might not see. We write and say nothing.",
        "Hablan entre ustedes: qué les hace pensar, qué quizá no vemos. Escribimos y no decimos nada.",
    ),
    "turn.answer": ("We answer", "Respondemos"),
    "turn.answer.how": (
        "We say what we heard, and answer what we can. “We do not know” is an answer.",
        "Decimos lo que oímos y respondemos lo que podemos. “No lo sabemos” es una respuesta.",
    ),
    "turn.close": ("One step", "Un paso"),
    "turn.close.how": (
        "Each of us says one thing to try or to ask back at school.",
        "Cada quien dice una cosa que probará o preguntará en su escuela.",
    ),
}
BRIEF: dict[str, Pair] = {
    "brief.happened": ("What happened", "Qué pasó"),
    "brief.learned": ("What was learned", "Qué se aprendió"),
    "brief.decided": ("Decided", "Decidido"),
    "brief.to_decide": ("Decisions needed", "Decisiones que faltan"),
    "brief.help": ("Help needed", "Ayuda que hace falta"),
    "brief.happened.none": ("No meeting in this time.", "Ninguna reunión en este tiempo."),
    "brief.learned.none": ("No cycle was closed in this time.", "Ningún ciclo se cerró en este tiempo."),
    "brief.decided.none": ("Nothing was written down.", "No se anotó nada."),
    "brief.to_decide.none": ("None that we know of.", "Ninguna que sepamos."),
    "brief.help.none": ("No open request that you may read.", "Ninguna petición abierta que pueda leer."),
    "brief.meeting": ("{day}: {title}, {state}", "{day}: {title}, {state}"),
    "brief.cycle": ("Cycle {number}: {text}", "Ciclo {number}: {text}"),
    "brief.cycle.next": ("Cycle {number}: {text} Then: {decision}.", "Ciclo {number}: {text} Después: {decision}."),
    "brief.choose": (
        "Cycle {number}, “{title}”: keep, change or drop?",
        "Ciclo {number}, “{title}”: ¿mantener, cambiar o dejar?",
    ),
    "brief.not_reached": ("Not reached: {text}", "No se alcanzó: {text}"),
    "brief.who": ("Who does this? {text}", "¿Quién hace esto? {text}"),
    "brief.by": ("{text} ({who})", "{text} ({who})"),
    "brief.by_day": ("{text} ({who}, by {day})", "{text} ({who}, hasta el {day})"),
    "brief.day": ("{text} (by {day})", "{text} (hasta el {day})"),
    "brief.more": (("and {n} more", "and {n} more"), ("y {n} más", "y {n} más")),
}
TABLE = Table(
    "shareout",
    {key: {"en": english, "es": spanish} for key, (english, spanish) in {**PARTS, **OPEN, **TURNS, **BRIEF}.items()},
)


def say(key: str, lang: str, **params: object) -> str:
    return TABLE.say(key, lang, **params)
