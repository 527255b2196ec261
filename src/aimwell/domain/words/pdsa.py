"""Words of cycles, predictions and ramps: (English, Spanish), with str.format parameters.

Neutral throughout: a missed prediction is something learned. No praise, no blame, no cause claimed.
"""

from aimwell.domain.words.tables import Table, Text

PREDICTION: dict[str, tuple[str, str]] = {
    "kind.number": ("{low}{unit}", "{low}{unit}"),
    "kind.at_least": ("{low}{unit} or more", "{low}{unit} o más"),
    "kind.at_most": ("{high}{unit} or fewer", "{high}{unit} o menos"),
    "kind.at_most_amount": ("{high}{unit} or less", "{high}{unit} o menos"),
    "kind.range": ("{low} to {high}{unit}", "de {low} a {high}{unit}"),
    "kind.range_short": ("{low}–{high}{unit}", "{low}–{high}{unit}"),
    "of": (" of {whole}", " de {whole}"),
    "trend.up": ("goes up", "sube"),
    "trend.down": ("goes down", "baja"),
    "trend.same": ("stays the same", "se mantiene igual"),
    "went.up": ("it went up", "subió"),
    "went.down": ("it went down", "bajó"),
    "went.same": ("it stayed the same", "se mantuvo igual"),
    "event.not": ("this does not happen: {event}", "esto no pasa: {event}"),
    "chance.share": ("{many} in {whole}", "{many} de {whole}"),
    "chance.very": ("Very sure: {share}", "Casi con certeza: {share}"),
    "chance.quite": ("Quite sure: {share}", "Con bastante seguridad: {share}"),
    "chance.even": ("It could go either way: {share}", "Podría pasar o no: {share}"),
    "chance.little": ("Not very sure: {share}", "Con poca seguridad: {share}"),
}

ONWARD: dict[str, tuple[str, str]] = {
    "onward.spread": ("Spread it: the same in more places", "Extenderlo: lo mismo en más lugares"),
    "onward.idea": ("The next idea for this aim", "La siguiente idea para esta meta"),
    "onward.aim": ("The next aim", "La siguiente meta"),
}

SHRINK: dict[str, tuple[Text, Text]] = {
    "shrink.size": ("more than one class or one person", "más de un grupo o una persona"),
    "shrink.rooms": ("{rooms} classrooms", "{rooms} salones"),
    "shrink.time": (
        ("a look that is more than {n} week away", "a look that is more than {n} weeks away"),
        ("una mirada a más de {n} semana", "una mirada a más de {n} semanas"),
    ),
}

PROBLEMS: dict[str, tuple[str, str]] = {
    "problem.needs_number": ("Write the number you expect.", "Escriba el número que esperan."),
    "problem.needs_range": ("Write both ends of the range.", "Escriba los dos extremos del rango."),
    "problem.needs_trend": (
        "Choose up, down or no change.",
        "Elija si sube, baja o sigue igual.",
    ),
    "problem.needs_event": (
        "Write what you would see if it happens.",
        "Escriba qué se vería si pasa.",
    ),
    "problem.reversed": (
        "The range runs from the smaller number to the larger one.",
        "El rango va del número menor al mayor.",
    ),
    "problem.empty_whole": ("The whole is larger than 0.", "El total es mayor que 0."),
    "problem.above_whole": (
        "The number is larger than the whole group.",
        "El número es mayor que el grupo completo.",
    ),
    "problem.chance": ("How sure you are goes from 0 to 10 in 10.", "La seguridad va de 0 a 10 de 10."),
    "problem.below_zero": ("A count does not go below 0.", "Un conteo no baja de 0."),
    "hint.falsifiable": (
        "A number or a range, so that you can meet it again in Study. How many, of how many?",
        "Un número o un rango, para poder compararlo en Estudiar. ¿Cuántos, de cuántos?",
    ),
    "hint.threshold": (
        "Which way is clear. By how much? A number lets you meet it again in Study.",
        "El sentido está claro. ¿Cuánto? Con un número se puede comparar en Estudiar.",
    ),
}

VERDICT: dict[str, tuple[str, str]] = {
    "verdict.met_number": (
        "As predicted: {result}; you predicted {prediction}.",
        "Como se predijo: {result}; ustedes predijeron {prediction}.",
    ),
    "verdict.met": (
        "In the predicted range: {result}; you predicted {prediction}.",
        "Dentro de lo predicho: {result}; ustedes predijeron {prediction}.",
    ),
    "verdict.below": (
        "Lower than predicted: {result}; you predicted {prediction}.",
        "Menos de lo predicho: {result}; ustedes predijeron {prediction}.",
    ),
    "verdict.above": (
        "Higher than predicted: {result}; you predicted {prediction}.",
        "Más de lo predicho: {result}; ustedes predijeron {prediction}.",
    ),
    "verdict.met_direction": (
        "As predicted: {went}; you predicted that it {prediction}.",
        "Como se predijo: {went}; ustedes predijeron que {prediction}.",
    ),
    "verdict.other_direction": (
        "Another way than predicted: {went}; you predicted that it {prediction}.",
        "En otro sentido de lo predicho: {went}; ustedes predijeron que {prediction}.",
    ),
    "verdict.met_event": (
        "As predicted, it happened: {event}.",
        "Como se predijo, pasó: {event}.",
    ),
    "verdict.met_no_event": (
        "As predicted, it did not happen: {event}.",
        "Como se predijo, no pasó: {event}.",
    ),
    "verdict.did_not_happen": (
        "It did not happen: {event}. You predicted that it would.",
        "No pasó: {event}. Ustedes predijeron que pasaría.",
    ),
    "verdict.happened": (
        "It happened: {event}. You predicted that it would not.",
        "Pasó: {event}. Ustedes predijeron que no pasaría.",
    ),
    "verdict.not_collected": (
        "Not collected, because: {reason}.",
        "No se recogió, porque: {reason}.",
    ),
    "verdict.not_collected_plain": ("Not collected.", "No se recogió."),
    "gap": ("The gap: {gap}.", "La diferencia: {gap}."),
    "gap.points": ("The gap in percentage points: {gap}.", "La diferencia en puntos porcentuales: {gap}."),
    "verdict.shares": (
        "The two groups differ in size, so shares are compared.",
        "Los dos grupos no son del mismo tamaño, así que se comparan las proporciones.",
    ),
}

STRIP: dict[str, tuple[str, str]] = {
    "strip.title": ("Prediction and result", "Predicción y resultado"),
    "strip.waiting": (
        "You predicted {prediction}. There is no result yet.",
        "Ustedes predijeron {prediction}. Aún no hay resultado.",
    ),
    "strip.predicted": ("Predicted {prediction}", "Predicho: {prediction}"),
    "strip.you_predicted": ("You predicted {prediction}", "Ustedes predijeron {prediction}"),
    "strip.result": ("Result {result}", "Resultado: {result}"),
    "mark.met": ("in the predicted range", "dentro de lo predicho"),
    "mark.below": ("below what was predicted", "por debajo de lo predicho"),
    "mark.above": ("above what was predicted", "por encima de lo predicho"),
    "mark.planned": ("planned", "previsto"),
    "mark.set_aside": ("not collected", "no se recogió"),
}

MOVES: dict[str, tuple[str, str]] = {
    "state.draft": ("Draft", "Borrador"),
    "state.doing": ("In Do", "En Hacer"),
    "state.studying": ("In Study", "En Estudiar"),
    "state.done": ("Done", "Terminado"),
    "state.paused": ("Resting", "En descanso"),
    "state.practice": ("Only for practice", "Solo para practicar"),
    "next.draft": (
        "Next: say what you predict, then start. It was about: {what}",
        "Lo que sigue: digan qué predicen y empiecen. Se trataba de: {what}",
    ),
    "next.doing": ("Next: go on counting. It was about: {what}", "Lo que sigue: sigan contando. Se trataba de: {what}"),
    "next.studying": (
        "Next: write what you learned. It was about: {what}",
        "Lo que sigue: escriban qué aprendieron. Se trataba de: {what}",
    ),
    "unpredicted": ("No prediction recorded", "No hay predicción registrada"),
    "missing.what": ("what we will try", "qué vamos a probar"),
    "missing.prediction": ("what we predict", "qué predecimos"),
    "missing.look_on": ("when we will look", "cuándo vamos a mirar"),
    "missing.result": (
        "the result, or why it was not collected",
        "el resultado, o por qué no se recogió",
    ),
    "missing.learning": ("what you learned", "qué aprendieron"),
    "missing.why_follows": ("what you learned that leads here", "qué aprendieron que lleva a esto"),
    "missing.decision": ("what you will do with it", "qué harán con la idea"),
    "missing.reason": ("why", "por qué"),
    "missing.change": ("what will be different", "qué será distinto"),
    "missing.evidence": ("what shows that it is ready to grow", "qué muestra que está lista para crecer"),
    "act.adopt": ("Adopt", "Adoptar"),
    "act.adapt": ("Adapt", "Adaptar"),
    "act.repeat": ("Repeat", "Repetir"),
    "act.scale": ("Scale", "Ampliar"),
    "act.abandon": ("Abandon", "Abandonar"),
    "object.idea": ("the change idea", "la idea de cambio"),
    "object.steps": ("the steps to carry it out", "los pasos para llevarla a cabo"),
}

RAMP: dict[str, tuple[str, str]] = {
    "cycle": ("Cycle {label}", "Ciclo {label}"),
    "branch": ("Branch {label}", "Rama {label}"),
    "ramp.title": ("How one cycle led to the next", "Cómo un ciclo llevó al siguiente"),
    "ramp.desc": (
        "{done} finished, {drafts} drafted. The list below says the same in words.",
        "{done} terminados, {drafts} en borrador. La lista de abajo dice lo mismo en palabras.",
    ),
    "ramp.because": ("because: {reason}", "porque: {reason}"),
    "ramp.here": ("You are here", "Están aquí"),
    "ramp.draft": ("Draft", "Borrador"),
    "ramp.predicts": ("predicts {prediction}", "predice {prediction}"),
    "ramp.line": ("{result}; predicted {prediction}", "{result}; predicho: {prediction}"),
    "depth.none": (
        "No cycle here has finished yet. The first one shows what to ask next.",
        "Aquí aún no termina ningún ciclo. El primero mostrará qué preguntar después.",
    ),
    "depth.one": (
        "One finished cycle and no next one yet. That is fine for now; a second test of the same idea is likely to "
        "teach you more than a new idea.",
        "Un ciclo terminado y aún ninguno siguiente. Por ahora está bien; una segunda prueba de la misma idea "
        "probablemente enseñe más que una idea nueva.",
    ),
    "depth.one_shot": (
        "One cycle, done on {day}, and no next one yet. A second test of the same idea often teaches more than a new "
        "idea. What would you like to know next?",
        "Un ciclo, terminado el {day}, y aún ninguno siguiente. Una segunda prueba de la misma idea suele enseñar más "
        "que una idea nueva. ¿Qué les gustaría saber después?",
    ),
    "depth.started": (
        "{done} finished cycles linked by a reason. One more would show whether it holds elsewhere.",
        "{done} ciclos terminados y unidos por una razón. Uno más mostraría si se sostiene en otro lugar.",
    ),
    "depth.deep": (
        "This thread goes deep: {done} finished cycles linked by a reason.",
        "Este hilo va a fondo: {done} ciclos terminados y unidos por una razón.",
    ),
    "depth.deep_drafted": (
        "This thread goes deep: {done} finished cycles linked by a reason, and a next one drafted.",
        "Este hilo va a fondo: {done} ciclos terminados y unidos por una razón, y el siguiente en borrador.",
    ),
    "spread.one": (
        "Your other idea has one cycle and no next one.",
        "Su otra idea tiene un ciclo y ninguno siguiente.",
    ),
    "spread.many": (
        "Your {count} other ideas have one cycle each and no next one.",
        "Sus otras {count} ideas tienen un ciclo cada una y ninguno siguiente.",
    ),
}

WORDS: dict[str, tuple[Text, Text]] = {
    **PREDICTION,
    **ONWARD,
    **SHRINK,
    **PROBLEMS,
    **VERDICT,
    **STRIP,
    **MOVES,
    **RAMP,
}

TABLE = Table("pdsa", {key: {"en": english, "es": spanish} for key, (english, spanish) in WORDS.items()})
say = TABLE.say
