"""Steps of the path with what each is for: (English, Spanish). After S1 2.2 (L1335-1347), in our own words."""

from aimwell.domain.words.tables import Table

PATHS: dict[str, tuple[str, str]] = {
    "kind.short": ("Short path", "Camino corto"),
    "kind.nine": ("Nine-step path", "Camino de nueve pasos"),
    "about.short": (
        "Problem, causes, aim, drivers. Good to begin with.",
        "Problema, causas, meta, impulsores. Bueno para empezar.",
    ),
    "about.nine": (
        "From the first facts to the first test, with a step for what is known and a pause to check.",
        "De los primeros hechos a la primera prueba, con un paso para lo que ya se sabe y una pausa para revisar.",
    ),
}

SHORT: dict[str, tuple[str, str]] = {
    "short.problem": ("Problem", "Problema"),
    "short.problem.gloss": (
        "What students do or miss now, for whom, and how you know.",
        "Qué hacen o qué les falta hoy a los estudiantes, a quiénes, y cómo lo sabe.",
    ),
    "short.causes": ("Causes", "Causas"),
    "short.causes.gloss": (
        "Why it happens. Each is a guess until something supports it.",
        "Por qué pasa. Cada una es una suposición hasta que algo la respalde.",
    ),
    "short.aim": ("Aim", "Meta"),
    "short.aim.gloss": ("How much, for whom and by when.", "Cuánto, para quiénes y para cuándo."),
    "short.drivers": ("Drivers", "Impulsores"),
    "short.drivers.gloss": (
        "What must be true to reach the aim, and which ideas to try.",
        "Lo que debe cumplirse para lograr la meta, y qué ideas probar.",
    ),
}

NINE: dict[str, tuple[str, str]] = {
    "nine.problem": ("Needs assessment", "Análisis de necesidades"),
    "nine.problem.gloss": (
        "Put the facts down. They end in a problem, whom it touches, and a first count.",
        "Anote los hechos. Terminan en un problema, a quiénes toca y un primer conteo.",
    ),
    "nine.causes": ("Causal analysis", "Análisis de causas"),
    "nine.causes.gloss": (
        "Ask why it happens. Leave what you cannot move, and choose the cause to work on first.",
        "Pregunte por qué pasa. Deje lo que no puede mover y elija la causa con la que va a empezar.",
    ),
    "nine.research": ("Research calibration", "Contraste con lo que se sabe"),
    "nine.research.gloss": (
        "Before you choose an answer, look at what is known by those who study or do this.",
        "Antes de elegir una respuesta, mire qué saben quienes estudian o hacen esto.",
    ),
    "nine.aim": ("Improvement aim", "Meta de mejora"),
    "nine.aim.gloss": (
        "Say how much, for whom and by when. A number shows whether you get there.",
        "Diga cuánto, para quiénes y para cuándo. Un número muestra si se llega.",
    ),
    "nine.drivers": ("Driver diagram and change idea", "Diagrama de impulsores e idea de cambio"),
    "nine.drivers.gloss": (
        "Draw how you think the aim is reached. Choose an idea that does much and that you can really do.",
        "Dibuje cómo cree que se logra la meta. Elija una idea que logre mucho y que de verdad pueda hacer.",
    ),
    "nine.prediction": ("Change idea prediction", "Predicción de la idea de cambio"),
    "nine.prediction.gloss": (
        "Say what the idea will do to the large number. A test has its own, smaller prediction.",
        "Diga qué hará la idea con el número grande. Una prueba tiene su propia predicción, más pequeña.",
    ),
    "nine.outcomes": ("Measurable outcomes", "Resultados medibles"),
    "nine.outcomes.gloss": (
        "List small signs in the order in which they should move, up to the large number.",
        "Anote señales pequeñas en el orden en que deberían moverse, hasta el número grande.",
    ),
    "nine.coherence": ("Coherence check", "Revisión de coherencia"),
    "nine.coherence.gloss": (
        "Pause. Seven questions ask whether it hangs together. Talk them over with those who take part.",
        "Haga una pausa. Siete preguntas miran si todo encaja. Háblelas con quienes participan.",
    ),
    "nine.pdsa": ("PDSA cycle", "Ciclo PDSA"),
    "nine.pdsa.gloss": (
        "Plan, Do, Study, Act: try the idea small, hold what came against what you expected, and decide.",
        "Planear, Hacer, Estudiar, Actuar: pruebe la idea en pequeño, compare lo que pasó con lo esperado y decida.",
    ),
}

WORDS: dict[str, tuple[str, str]] = {**PATHS, **SHORT, **NINE}

TABLE = Table("path", {key: {"en": english, "es": spanish} for key, (english, spanish) in WORDS.items()})
say = TABLE.say
