"""Words of problem, causes, aim and theory: (English, Spanish), with str.format parameters."""

from aimwell.domain.words.tables import Table

HINTS: dict[str, tuple[str, str]] = {
    "hint.solution": (
        "This may already be an answer. What would it change for students? Start there: “Students…”",
        "Esto ya podría ser una respuesta. ¿Qué cambiaría para los estudiantes? Empiece por ahí: “Los estudiantes…”",
    ),
    "hint.blame": (
        "This puts it on people. What in the system produces it? Say it as something adults here do or set up.",
        "Esto lo carga en las personas. ¿Qué del sistema lo produce? "
        "Dígalo como algo que aquí los adultos hacen u organizan.",
    ),
    "hint.opinion": (
        "Is this a fact, a cause or a solution? A fact is something you counted, saw or heard.",
        "¿Es un hecho, una causa o una solución? Un hecho es algo que se contó, se vio o se oyó.",
    ),
}

PROBLEM: dict[str, tuple[str, str]] = {
    "problem.what": (
        "The problem: write one line on what students do or miss now.",
        "El problema: escriba una línea sobre lo que hoy hacen o les falta a los estudiantes.",
    ),
    "problem.for_whom": (
        "For whom: name the group, such as “72 fifth graders”.",
        "Para quiénes: nombre al grupo, por ejemplo “72 estudiantes de quinto”.",
    ),
    "problem.how_known": (
        "How we know: one count with its date. If there is none, say when you will count.",
        "Cómo lo sabemos: un conteo con su fecha. Si no hay, diga cuándo contarán.",
    ),
    "problem.baseline": (
        "How we know: add the number now and its date, or mark “baseline to be collected”.",
        "Cómo lo sabemos: agregue el número actual con su fecha, o marque “punto de partida por medir”.",
    ),
    "problem.evidence": (
        "Add one thing you counted, saw or read.",
        "Agregue algo que se haya contado, visto o leído.",
    ),
    "problem.perspective": (
        "Ask one person who lives with this what it is like, and write it down.",
        "Pregunte a una persona que vive esto cómo es, y anótelo.",
    ),
}

AIM: dict[str, tuple[str, str]] = {
    "aim.what": ("does what?", "¿qué hacen?"),
    "aim.for_whom": ("for whom?", "¿quiénes?"),
    "aim.baseline": ("from how many now?", "¿de cuánto hoy?"),
    "aim.target": ("to how many?", "¿a cuánto?"),
    "aim.by_when": ("by when?", "¿para cuándo?"),
    "tight.what": ("does what: missing", "qué hacen: falta"),
    "tight.for_whom": ("for whom: missing", "para quiénes: falta"),
    "tight.target": ("how much: missing", "cuánto: falta"),
    "tight.by_when": ("by when: missing", "para cuándo: falta"),
    "tight.baseline": ("baseline: missing", "punto de partida: falta"),
    "aim.date_before_baseline": (
        "The date to reach it is not after the date of the baseline.",
        "La fecha para lograrlo no es posterior a la fecha del punto de partida.",
    ),
    "aim.target_is_baseline": (
        "The target equals the number now. How much would be worth it?",
        "La meta es igual al número actual. ¿Cuánto valdría la pena?",
    ),
    "aim.against_direction": (
        "The target lies the other way from what you call good.",
        "La meta va en sentido contrario de lo que ustedes llaman bueno.",
    ),
}

MAP: dict[str, tuple[str, str]] = {
    "kind.aim": ("Aim", "Meta"),
    "kind.primary": ("What must be true", "Lo que debe cumplirse"),
    "kind.secondary": ("What that takes", "Lo que eso requiere"),
    "kind.idea": ("What we try", "Lo que probamos"),
    "one.aim": ("Aim", "Meta"),
    "one.primary": ("Driver", "Impulsor"),
    "one.secondary": ("Secondary driver", "Impulsor secundario"),
    "one.idea": ("Change idea", "Idea de cambio"),
    "map.title": ("Our theory", "Nuestra teoría"),
    "map.desc": (
        "A map in four columns from the aim to what we try: {drivers} drivers, {ideas} ideas. "
        "The outline says the same in words.",
        "Un mapa en cuatro columnas, de la meta a lo que probamos: {drivers} impulsores, {ideas} ideas. "
        "El esquema dice lo mismo en palabras.",
    ),
    "map.serves": ("also serves {label}", "también sirve a {label}"),
    "map.abandoned": ("abandoned", "abandonada"),
    "flag.orphan": ("not linked yet", "aún sin enlace"),
    "flag.dead_end": ("no idea yet", "aún sin idea"),
    "flag.no_measure": ("no measure yet", "aún sin medida"),
    "flag.untested": ("untested assumption", "suposición sin probar"),
    "finding.no_aim": (
        "There is no aim yet. Write it first, so that the drivers have something to lead to.",
        "Aún no hay una meta. Escríbala primero, para que los impulsores lleven a algo.",
    ),
    "finding.orphan": ("“{label}” does not lead to the aim yet.", "“{label}” aún no lleva a la meta."),
    "finding.dead_end": ("“{label}” has no idea yet.", "“{label}” aún no tiene ninguna idea."),
    "finding.no_measure": ("“{label}” has no measure yet.", "“{label}” aún no tiene medida."),
    "finding.untested": (
        "“{label}” rests on an untested assumption: no cause below it has evidence yet.",
        "“{label}” se apoya en una suposición sin probar: ninguna de sus causas tiene evidencia aún.",
    ),
    "map.circle": ("How full is the circle?", "¿Qué tan lleno está el círculo?"),
    "map.rule": (
        "Held means the result met the prediction locked before the test. A part is as full as its best idea.",
        "Se sostuvo: el resultado cumplió la predicción fijada antes de la prueba. "
        "Una parte está tan llena como su mejor idea.",
    ),
    "map.today": (
        "This is our best thinking today. It may be wrong, and it is surely not complete.",
        "Esto es lo mejor que pensamos hoy. Puede estar equivocado y seguro que está incompleto.",
    ),
    "strength.0": ("not tried yet", "aún no probada"),
    "strength.1": ("tried, not held yet", "probada, aún no se sostuvo"),
    "strength.2": ("held in one setting", "se sostuvo en un lugar"),
    "strength.3": ("held in two settings", "se sostuvo en dos lugares"),
    "strength.4": ("held in three settings or more", "se sostuvo en tres lugares o más"),
}

CAUSES: dict[str, tuple[str, str]] = {
    "cause.assumed": ("assumed", "supuesta"),
    "cause.checking": ("being checked", "en revisión"),
    "cause.supported": ("supported", "respaldada"),
    "cause.contradicted": ("contradicted", "contradicha"),
    "cause.set_aside": ("set aside", "apartada"),
    "cause.layer": ("said by somebody you asked", "dicha por alguien a quien preguntaron"),
    "cause.sent_up": ("sent to the level that controls it", "enviada al nivel que la controla"),
    "fishbone.title": ("Causes of: {problem}", "Causas de: {problem}"),
    "fishbone.desc": (
        "{causes} causes under {bones} headings. The outline says the same in words.",
        "{causes} causas en {bones} grupos. El esquema dice lo mismo en palabras.",
    ),
    "fishbone.more": ("{more} more in the outline", "{more} más en el esquema"),
}

WORDS: dict[str, tuple[str, str]] = {**HINTS, **PROBLEM, **AIM, **MAP, **CAUSES}

TABLE = Table("theory", {key: {"en": english, "es": spanish} for key, (english, spanish) in WORDS.items()})
say = TABLE.say
