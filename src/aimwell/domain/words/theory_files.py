"""Words for what became of a theory, and for files that are taken into it."""

from __future__ import annotations

from collections.abc import Mapping

from aimwell.domain.theory.difference import Step, Turn
from aimwell.domain.theory.exchange import AIM
from aimwell.domain.theory.merging import Plan
from aimwell.domain.words.tables import Table

PAIRS: dict[str, tuple[str, str]] = {
    "added": ("New: “{text}”", "Nuevo: “{text}”"),
    "gone": ("Set aside: “{text}”", "Apartado: “{text}”"),
    "reworded": ("“{was}” is now “{text}”", "“{was}” ahora es “{text}”"),
    "abandoned": ("Abandoned, and kept as learning: “{text}”", "Abandonado, y guardado como aprendizaje: “{text}”"),
    "taken_up": ("Taken up again: “{text}”", "Retomado: “{text}”"),
    "linked": ("“{text}” now serves “{onto}”", "“{text}” ahora sirve a “{onto}”"),
    "unlinked": ("“{text}” no longer serves “{onto}”", "“{text}” ya no sirve a “{onto}”"),
    "short.added": ("new", "nuevo"),
    "short.gone": ("set aside since", "apartado desde entonces"),
    "short.reworded": ("was: {was}", "antes: {was}"),
    "short.abandoned": ("abandoned since", "abandonado desde entonces"),
    "short.taken_up": ("taken up again", "retomado"),
    "fact.text": ("“{old}” becomes “{new}”", "“{old}” pasa a ser “{new}”"),
    "fact.detail": ("What “{text}” means: “{new}”", "Qué significa “{text}”: “{new}”"),
    "fact.who_changes": ("Who changes what in “{text}”: “{new}”", "Quién cambia qué en “{text}”: “{new}”"),
    "the_aim": ("the aim", "la meta"),
    "nothing": ("(empty)", "(vacío)"),
    "key_unknown": (
        "Line {row}: no part of this theory has the key {value}. Leave the key empty for a new part.",
        "Línea {row}: ninguna parte de esta teoría tiene la clave {value}. Deje la clave vacía si es una parte nueva.",
    ),
    "key_twice": (
        "Line {row}: the key {value} stands twice. Keep one of the two lines.",
        "Línea {row}: la clave {value} aparece dos veces. Deje una de las dos líneas.",
    ),
    "kind_changed": (
        "Line {row}: “{value}” is another kind of part in the theory. Add it as new and set the other aside.",
        "Línea {row}: “{value}” es otro tipo de parte en la teoría. Agréguela como nueva y aparte la otra.",
    ),
    "parent_unknown": (
        "Line {row}: there is no part “{value}” to stand under. Check its key or its words.",
        "Línea {row}: no hay una parte “{value}” bajo la cual poner esta. Revise su clave o sus palabras.",
    ),
    "parent_wrong": (
        "Line {row}: “{value}” cannot stand there. The order is aim, primary driver, secondary driver, change idea.",
        "Línea {row}: “{value}” no puede ir ahí. El orden es meta, impulsor primario, impulsor secundario, "
        "idea de cambio.",
    ),
}
TABLE = Table("theory_files", {key: {"en": english, "es": spanish} for key, (english, spanish) in PAIRS.items()})


def say_step(step: Step, lang: str, *, short: bool = False) -> str:
    key = f"short.{step.turn}" if short and step.turn not in (Turn.LINKED, Turn.UNLINKED) else str(step.turn)
    onto = step.onto.label if step.onto else ""
    return TABLE.say(key, lang, text=step.part.label, was=step.was, onto=onto)


def told_plan(plan: Plan, texts: Mapping[str, str], lang: str) -> list[str]:
    """What a file would do, line by line; where it cannot be taken in, why."""
    if plan.objections:
        return [TABLE.say(one.code, lang, row=one.row, value=one.value) for one in plan.objections]
    named = {**texts, **{line.key: line.text for line in plan.added}, AIM: TABLE.say("the_aim", lang)}
    empty = TABLE.say("nothing", lang)
    told = [TABLE.say("added", lang, text=line.text) for line in plan.added]
    for change in plan.changed:
        for name, old, new in change.facts:
            told.append(TABLE.say(f"fact.{name}", lang, text=named[change.key], old=old or empty, new=new or empty))
    fresh = {line.key for line in plan.added}
    told += [
        TABLE.say("linked", lang, text=named[child], onto=named[up]) for up, child in plan.linked if child not in fresh
    ]
    return told + [TABLE.say("unlinked", lang, text=named[child], onto=named[up]) for up, child in plan.unlinked]
