"""The key terms that pages print, each with its house words. An organisation may call any of them otherwise.

Keys never change; only what is read does (S4 R-61). Each term has a gloss of one line. `seek` finds a term where its
plain forms would find other words too: the names of the four stages are ordinary verbs as well.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Gender = Literal["", "m", "f"]


@dataclass(frozen=True, slots=True)
class Forms:
    """A word for one and for many; `gender` in Spanish, where other words agree with it."""

    one: str
    many: str
    gender: Gender = ""


@dataclass(frozen=True, slots=True)
class Term:
    """`also`: other house forms by language, each as (form, whether it is for many). `seek`: patterns by language."""

    key: str
    en: Forms
    es: Forms
    gloss: tuple[str, str]
    also: dict[str, tuple[tuple[str, bool], ...]] = field(default_factory=dict)
    seek: dict[str, str] = field(default_factory=dict)

    def house(self, lang: str) -> Forms:
        return self.es if lang == "es" else self.en

    @property
    def is_stage(self) -> bool:
        """A stage is a name: it has no form for many, and is written as it is typed."""
        return bool(self.seek)


def _stage(key: str, en: str, es: str, gloss: tuple[str, str], seek_en: str, seek_es: str) -> Term:
    return Term(key, Forms(en, en), Forms(es, es, "m"), gloss, seek={"en": seek_en, "es": seek_es})


def _decision(key: str, es: str, gloss: tuple[str, str]) -> Term:
    """What Act decides: its code stays `key` (S2 R-28). Said alone, in quotes, or before a colon; verbs in a sentence
    are other words."""
    seek_en, seek_es = (rf"(?:(?<=^)|(?<=\x04)|(?<=[“«]))(?i:{word})(?=$|[.,:;”»])" for word in (key, es))
    return Term(key, Forms(key, key), Forms(es, es, "m"), gloss, seek={"en": seek_en, "es": seek_es})


_LIST = (
    Term(
        "problem", Forms("problem", "problems"), Forms("problema", "problemas", "m"),
        ("What students do or miss now that the team wants to change.",
         "Lo que hoy hacen o les falta a los estudiantes y el equipo quiere cambiar."),
    ),
    Term(
        "cause", Forms("cause", "causes"), Forms("causa", "causas", "f"),
        ("Something adults do or do not do that keeps the problem going.",
         "Algo que los adultos hacen o no hacen y que mantiene el problema."),
    ),
    Term(
        "aim", Forms("aim", "aims"), Forms("meta", "metas", "f"),
        ("How much, for whom and by when.", "Cuánto, para quiénes y para cuándo."),
    ),
    Term(
        "driver", Forms("driver", "drivers"), Forms("impulsor", "impulsores", "m"),
        ("What must be true to reach the aim.", "Lo que debe cumplirse para lograr la meta."),
    ),
    Term(
        "primary_driver", Forms("primary driver", "primary drivers"),
        Forms("impulsor primario", "impulsores primarios", "m"),
        ("One of the few things that must be true to reach the aim.",
         "Una de las pocas cosas que deben cumplirse para lograr la meta."),
    ),
    Term(
        "secondary_driver", Forms("secondary driver", "secondary drivers"),
        Forms("impulsor secundario", "impulsores secundarios", "m"),
        ("What a primary driver takes.", "Lo que requiere un impulsor primario."),
    ),
    Term(
        "change_idea", Forms("change idea", "change ideas"), Forms("idea de cambio", "ideas de cambio", "f"),
        ("Something the team can try, to see whether it helps.", "Algo que el equipo puede probar para ver si sirve."),
        also={"en": (("idea", False), ("ideas", True)), "es": (("idea", False), ("ideas", True))},
    ),
    Term(
        "measure", Forms("measure", "measures"), Forms("medida", "medidas", "f"),
        ("One thing that is counted again and again.", "Algo que se cuenta una y otra vez."),
    ),
    Term(
        "cycle", Forms("cycle", "cycles"), Forms("ciclo", "ciclos", "m"),
        ("One small test with one prediction: Plan, Do, Study, Act.",
         "Una prueba pequeña con una predicción: Planear, Hacer, Estudiar, Actuar."),
    ),
    Term(
        "prediction", Forms("prediction", "predictions"), Forms("predicción", "predicciones", "f"),
        ("What the team expects, written before anybody looks.",
         "Lo que el equipo espera, escrito antes de que nadie mire."),
    ),
    Term(
        "learning", Forms("learning", "learnings"), Forms("aprendizaje", "aprendizajes", "m"),
        ("What is known now that was not known before the test.", "Lo que ahora se sabe y antes de la prueba no."),
    ),
    _stage(
        "plan", "Plan", "Planear",
        ("First stage: what to try, what to count, what to expect.",
         "Primera etapa: qué probar, qué contar, qué esperar."),
        r"(?:(?<=^)|(?<=\x04))Plan(?=$| of cycle)", r"Planear",
    ),
    _stage(
        "do", "Do", "Hacer",
        ("Second stage: try it and write down what is seen.", "Segunda etapa: probarlo y anotar lo que se ve."),
        r"(?:(?<=^)|(?<=[a-z,] ))Do(?=$|[.,:;]| (?:starts|started|has|and)\b)|(?<=[a-z] )Do(?=$|[.,:;])",
        r"(?:(?<=^)|(?<=[a-zó,] ))Hacer(?=$|[.,:;]| (?:empieza|y)\b)",
    ),
    _stage(
        "study", "Study", "Estudiar",
        ("Third stage: put the result beside the prediction.",
         "Tercera etapa: poner el resultado junto a la predicción."),
        r"Study", r"Estudiar",
    ),
    _stage(
        "act", "Act", "Actuar",
        ("Fourth stage: decide what comes next.", "Cuarta etapa: decidir qué sigue."),
        r"Act(?=$|[.,:;])", r"Actuar(?=$|[.,:;])",
    ),
    _decision("adopt", "adoptar", ("It becomes how we work.", "Se vuelve nuestra forma de trabajar.")),
    _decision("adapt", "adaptar", ("Change something and test again.", "Cambiar algo y probar otra vez.")),
    _decision("repeat", "repetir", ("Test the same again.", "Probar lo mismo otra vez.")),
    _decision("scale", "ampliar", ("Test it with more people.", "Probarlo con más personas.")),
    _decision(
        "abandon", "abandonar", ("Let it go, and keep what it taught.", "Dejarlo y conservar lo que enseñó."),
    ),
    Term(
        "team", Forms("team", "teams"), Forms("equipo", "equipos", "m"),
        ("People who work on one problem together.", "Personas que trabajan juntas en un problema."),
    ),
    Term(
        "hub", Forms("hub", "hubs"), Forms("centro de la red", "centros de la red", "m"),
        ("The people who help the teams of a network learn from one another.",
         "Las personas que ayudan a los equipos de una red a aprender unos de otros."),
        also={"es": (("equipo central", False), ("equipos centrales", True))},
    ),
    Term(
        "coach", Forms("coach", "coaches"), Forms("persona de apoyo", "personas de apoyo", "f"),
        ("A person who helps a team with its work and asks good questions.",
         "Una persona que ayuda a un equipo con su trabajo y hace buenas preguntas."),
        also={"es": (("asesoría", False),)},
    ),
)  # fmt: skip

TERMS: dict[str, Term] = {term.key: term for term in _LIST}
NEVER_EMPTY = "prediction"
"""Without a prediction there is nothing to learn from, so it has a word under any naming (S3 R-30)."""
