"""A process map in words: its steps as a list, what it does not say yet, where it most often goes otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aimwell.domain.theory.process import Exit, Hint, Node, exits
from aimwell.domain.words.tables import Table

TABLE = Table(
    "processes",
    {
        "title": {"en": "Process map: {name}", "es": "Mapa del proceso: {name}"},
        "desc": {
            "en": ("One step. The list beside it says the same.", "{n} steps. The list beside it says the same."),
            "es": ("Un paso. La lista dice lo mismo.", "{n} pasos. La lista dice lo mismo."),
        },
        "start": {"en": "Start", "es": "Inicio"},
        "step": {"en": "Step", "es": "Paso"},
        "decision": {"en": "Yes or no", "es": "Sí o no"},
        "end": {"en": "End", "es": "Fin"},
        "yes": {"en": "yes", "es": "sí"},
        "no": {"en": "no", "es": "no"},
        "goes": {"en": "goes to {number}", "es": "sigue en {number}"},
        "goes_if": {"en": "{way}: goes to {number}", "es": "{way}: sigue en {number}"},
        "note": {"en": "{breaks} of {looks} otherwise", "es": "{breaks} de {looks} distinto"},
        "no_start": {
            "en": "No step is marked as the start. Where does it begin?",
            "es": "Ningún paso está marcado como inicio. ¿Dónde empieza?",
        },
        "no_end": {
            "en": "No step is marked as the end. How do you know it is done?",
            "es": "Ningún paso está marcado como fin. ¿Cómo se sabe que terminó?",
        },
        "one_way": {
            "en": "“{step}” has one way out only. Where does it go when the answer is no?",
            "es": "“{step}” tiene una sola salida. ¿A dónde va cuando la respuesta es no?",
        },
        "cut_off": {
            "en": "No way leads to “{step}”. Which step goes there?",
            "es": "Ningún camino lleva a “{step}”. ¿Qué paso lleva ahí?",
        },
        "stops": {
            "en": "After “{step}” nothing follows. What comes next, or is it the end?",
            "es": "Después de “{step}” no sigue nada. ¿Qué viene luego, o es el fin?",
        },
    },
)


def kind_name(kind: str, lang: str) -> str:
    return TABLE.say(kind, lang)


def way_name(way: Exit, lang: str) -> str:
    """What stands on a line: its own words, else yes or no out of a decision."""
    return (way.label or TABLE.say(way.way, lang)) if way.way else ""


def break_note(breaks: int, looks: int, lang: str) -> str:
    return TABLE.say("note", lang, breaks=breaks, looks=looks)


def hint_words(hint: Hint, nodes: Sequence[Node], lang: str) -> str:
    step = next((node.text for node in nodes if node.id == hint.node), "")
    return TABLE.say(hint.gap, lang, step=step) if step else TABLE.say(hint.gap, lang)


def ways_in_words(nodes: Sequence[Node], lang: str) -> dict[str, tuple[str, ...]]:
    """By step, where it goes, with the numbers of the list."""
    number = {node.id: place for place, node in enumerate(nodes, 1)}
    found: dict[str, tuple[str, ...]] = {node.id: () for node in nodes}
    for one in exits(nodes):
        key, more = ("goes_if", {"way": way_name(one, lang)}) if one.way else ("goes", {})
        found[one.source] += (TABLE.say(key, lang, number=number[one.target], **more),)
    return found


def process_text(nodes: Sequence[Node], notes: Mapping[str, str], *, name: str, lang: str) -> str:
    """The whole map as plain text, one line a step."""
    ways = ways_in_words(nodes, lang)
    lines = [name, ""]
    for place, node in enumerate(nodes, 1):
        owner = f" ({node.owner})" if node.owner else ""
        facts = "; ".join((*ways[node.id], *([notes[node.id]] if notes.get(node.id) else [])))
        lines.append(f"{place}. {kind_name(node.kind, lang)}: {node.text}{owner}{'  -> ' + facts if facts else ''}")
    return "\n".join(lines) + "\n"
