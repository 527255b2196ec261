"""Words about words: (English, Spanish). The samples show a term as a button says it."""

from aimwell.domain.words.tables import Table

SAMPLES: dict[str, tuple[str, str]] = {
    "problem": ("Save the problem", "Guardar el problema"),
    "cause": ("Add a cause", "Agregar una causa"),
    "aim": ("Save the aim", "Guardar la meta"),
    "driver": ("Add another driver", "Agregar otro impulsor"),
    "primary_driver": ("Add a primary driver", "Agregar un impulsor primario"),
    "secondary_driver": ("Add a secondary driver", "Agregar un impulsor secundario"),
    "change_idea": ("Test this idea", "Probar esta idea"),
    "measure": ("Set up a measure", "Definir una medida"),
    "cycle": ("Start another cycle", "Empezar otro ciclo"),
    "prediction": ("Change the prediction", "Cambiar la predicción"),
    "learning": ("Keep the learning", "Guardar el aprendizaje"),
    "plan": ("Plan", "Planear"),
    "do": ("Add to Do", "Agregar a Hacer"),
    "study": ("Open Study", "Abrir Estudiar"),
    "act": ("Act", "Actuar"),
    "adopt": ("Adopt", "Adoptar"),
    "adapt": ("Adapt", "Adaptar"),
    "repeat": ("Repeat", "Repetir"),
    "scale": ("Scale", "Ampliar"),
    "abandon": ("Abandon", "Abandonar"),
    "team": ("Start a team", "Empezar un equipo"),
    "hub": ("Ask the hub", "Preguntar al centro de la red"),
    "coach": ("Ask our coach", "Preguntar a nuestra persona de apoyo"),
}

TABLE = Table(
    "local_words", {f"sample.{key}": {"en": english, "es": spanish} for key, (english, spanish) in SAMPLES.items()}
)
say = TABLE.say
