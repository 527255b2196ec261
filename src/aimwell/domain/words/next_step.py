"""The next step in words: title, why, and the button. Keys: the step's kind and one of these three."""

from aimwell.domain.words.tables import Table

_STEPS = {
    "say_problem": (
        ("Say what gets in the way of your students", "Digan qué está frenando a sus estudiantes"),
        ("One sentence, the way you would tell a colleague.", "Una frase, como se la contarían a un colega."),
        ("Start with this", "Empezar con esto"),
    ),
    "write_study": (
        ("Next: write what you learned from cycle {number}", "Ahora: escriban qué aprendieron del ciclo {number}"),
        (
            "The counting is over. Put the result beside your prediction while it is fresh.",
            "El conteo terminó. Pongan el resultado junto a su predicción mientras está fresco.",
        ),
        ("Open Study", "Abrir Estudiar"),
    ),
    "look": (
        ("Next: look at cycle {number}", "Ahora: miren el ciclo {number}"),
        ("The day you chose for looking is here.", "Llegó el día que eligieron para mirar."),
        ("Open the cycle", "Abrir el ciclo"),
    ),
    "count": (
        ("Next: note what you see in cycle {number}", "Ahora: anoten lo que ven en el ciclo {number}"),
        (
            "One line or one count while the test runs. Surprises are worth the most.",
            "Una línea o un conteo mientras corre la prueba. Lo inesperado es lo que más vale.",
        ),
        ("Open Do", "Abrir Hacer"),
    ),
    "lock": (
        ("Next: start cycle {number}", "Ahora: empiecen el ciclo {number}"),
        (
            "It is drafted. Starting locks your prediction, so that you can meet it again in Study.",
            "Está en borrador. Al empezar se cierra su predicción, para reencontrarla en Estudiar.",
        ),
        ("Open the draft", "Abrir el borrador"),
    ),
    "finish_problem": (
        ("Next: say for whom, and how you know", "Ahora: digan para quiénes, y cómo lo saben"),
        (
            "Three short parts make a problem that can be tested. One piece of evidence is enough to begin.",
            "Tres partes breves hacen un problema que se puede poner a prueba. Basta un dato para empezar.",
        ),
        ("Open the problem", "Abrir el problema"),
    ),
    "hear": (
        ("Next: hear one person who lives with it", "Ahora: escuchen a alguien que lo vive"),
        (
            "Ask one student or family member. Write the role, never the name.",
            "Pregunten a un estudiante o a una familia. Escriban el papel que tiene, nunca el nombre.",
        ),
        ("Add a perspective", "Agregar una perspectiva"),
    ),
    "find_causes": (
        ("Next: ask what lies behind it", "Ahora: pregunten qué hay detrás"),
        (
            "Write a few causes, then say which ones you only assume.",
            "Escriban algunas causas y digan cuáles solo suponen.",
        ),
        ("Open the causes", "Abrir las causas"),
    ),
    "set_aim": (
        ("Next: say how much, for whom, by when", "Ahora: digan cuánto, para quiénes, para cuándo"),
        ("The sentence puts itself together as you fill the parts.", "La frase se arma sola al llenar las partes."),
        ("Build the aim", "Armar la meta"),
    ),
    "draw_drivers": (
        ("Next: say what must be true to get there", "Ahora: digan qué debe cumplirse para llegar"),
        (
            "Two or three drivers and one idea are a theory you can test.",
            "Dos o tres impulsores y una idea ya son una teoría que se puede probar.",
        ),
        ("Open the theory", "Abrir la teoría"),
    ),
    "name_measure": (
        ("Next: choose one thing to count", "Ahora: elijan una cosa para contar"),
        ("Weekly and small beats yearly and exact.", "Semanal y pequeño sirve más que anual y exacto."),
        ("Name a measure", "Nombrar una medida"),
    ),
    "add_numbers": (
        ("Next: put your first numbers in", "Ahora: pongan sus primeros números"),
        (
            "Paste a column from a spreadsheet, or type one count.",
            "Peguen una columna de una hoja, o escriban un conteo.",
        ),
        ("Add numbers", "Agregar números"),
    ),
    "first_cycle": (
        ("Next: plan one small test", "Ahora: planeen una prueba pequeña"),
        ("Three lines: what you will try, what you predict, when you will look.",
         "Tres líneas: qué probarán, qué predicen, cuándo mirarán."),
        ("Start a cycle", "Empezar un ciclo"),
    ),
    "test_again": (
        ("Next: ask what follows from cycle {number}", "Ahora: pregunten qué sigue del ciclo {number}"),
        (
            "Cycle {number} is done, and for two months nothing has followed. A second test of the same idea often "
            "teaches more than a new idea.",
            "El ciclo {number} terminó y en dos meses no le ha seguido nada. Una segunda prueba de la misma idea suele "
            "enseñar más que una idea nueva.",
        ),
        ("Open cycle {number}", "Abrir el ciclo {number}"),
    ),
    "next_cycle": (
        ("Next: plan one small test", "Ahora: planeen una prueba pequeña"),
        (
            "Nothing is waiting. A test that follows from the last one teaches the most.",
            "Nada está en espera. La prueba que sigue de la anterior es la que más enseña.",
        ),
        ("Start a cycle", "Empezar un ciclo"),
    ),
}  # fmt: skip

TABLE = Table(
    "next_step",
    {
        f"{kind}.{part}": {"en": words[0], "es": words[1]}
        for kind, parts in _STEPS.items()
        for part, words in zip(("title", "why", "button"), parts, strict=True)
    }
    | {
        "prefix": {"en": "Next: ", "es": "Ahora: "},
        "scale.title": {"en": "From start to aim", "es": "Del inicio a la meta"},
        "scale.start": {"en": "Start", "es": "Inicio"},
        "scale.aim": {"en": "Aim", "es": "Meta"},
        "scale.day": {"en": ("Last day", "Last {n} days"), "es": ("Último día", "Últimos {n} días")},
        "scale.week": {"en": ("Last week", "Last {n} weeks"), "es": ("Última semana", "Últimas {n} semanas")},
        "scale.month": {"en": ("Last month", "Last {n} months"), "es": ("Último mes", "Últimos {n} meses")},
        "in_cycle": {"en": "in cycle {number}", "es": "en el ciclo {number}"},
        "scale.middle_is": {"en": " The latest middle is {middle}.", "es": " La mediana reciente es {middle}."},
        "scale.desc": {
            "en": "Start {baseline}, aim {target}.{middle}",
            "es": "Inicio {baseline}, meta {target}.{middle}",
        },
        "minutes": {
            "en": ("About {n} minute. Your draft keeps itself.", "About {n} minutes. Your draft keeps itself."),
            "es": (
                "Alrededor de {n} minuto. El borrador se guarda solo.",
                "Unos {n} minutos. El borrador se guarda solo.",
            ),
        },
    },
)
