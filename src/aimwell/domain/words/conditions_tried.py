"""The coverage map, what to test next, readiness to spread, depth and spread of a school, and slippage, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from aimwell.domain.pdsa.coverage import NEEDED_SETTINGS, SPREAD, Coverage, Next, Readiness, Row, Seen, next_size
from aimwell.domain.pdsa.depth import SchoolFacts
from aimwell.domain.pdsa.recheck import Slip
from aimwell.domain.words.dates import month_year
from aimwell.domain.words.networks import joined
from aimwell.domain.words.numbers import count_word, value_text
from aimwell.domain.words.tables import Table

TABLE = Table(
    "conditions_tried",
    {
        "mark.held": {"en": "in the predicted range", "es": "dentro de lo predicho"},
        "mark.below": {"en": "below it", "es": "por debajo"},
        "mark.above": {"en": "above it", "es": "por encima"},
        "mark.tried": {"en": "tried, nothing to compare", "es": "probado, nada que comparar"},
        "mark.planned": {"en": "planned", "es": "previsto"},
        "mark.none": {"en": "not tried", "es": "sin probar"},
        "row.held": {"en": "held {held} of {tried}", "es": "se sostuvo {held} de {tried}"},
        "row.none": {"en": "not tried", "es": "sin probar"},
        "row.planned": {"en": "planned", "es": "previsto"},
        "row.tried": {"en": "tried, nothing to compare", "es": "probado, nada que comparar"},
        "next.title": {"en": "Try next: {what}", "es": "Prueben ahora: {what}"},
        "next.one_value": {
            "en": "So far it was always: {value}. Before more rooms take this on, see if it holds here. "
            "One room, a few lessons would do.",
            "es": "Hasta ahora fue siempre: {value}. Antes de llevarlo a más salones, vean si aquí se sostiene. "
            "Basta un salón y unas pocas clases.",
        },
        "next.untried": {
            "en": "No cycle of this thread has tried it yet. One room, a few lessons would do.",
            "es": "Ningún ciclo de este hilo lo ha probado. Basta un salón y unas pocas clases.",
        },
        "next.never_held": {
            "en": "It was tried here and has not held yet. See what would make it hold before more rooms take it on.",
            "es": "Aquí se probó y aún no se sostuvo. Vean qué ayudaría antes de llevarlo a más salones.",
        },
        "next.nothing": {
            "en": "Each condition on your list held once or is planned. Add one that would be hard for this idea.",
            "es": "Cada condición de su lista se sostuvo una vez o está prevista. Agreguen una difícil para esta idea.",
        },
        "rule.next": {
            "en": "How we choose: first what no cycle tried, and before all where only one other thing of its kind was "
            "tried. Then what was tried and never held. Then the order of your list.",
            "es": "Cómo se elige: primero lo que ningún ciclo probó, y antes que nada donde solo se probó otra cosa de "
            "su tipo. Después lo que se probó y nunca se sostuvo. Después el orden de su lista.",
        },
        "ready.yes": {"en": "Ready to spread by one step.", "es": "Listo para crecer un paso."},
        "ready.not_yet": {"en": "Not yet ready to spread.", "es": "Aún no está listo para crecer."},
        "ready.rule": {
            "en": "Rule: held in {needed} settings, at least one with another teacher.",
            "es": "Regla: se sostuvo en {needed} lugares, al menos uno con otra persona docente.",
        },
        "ready.now_none": {"en": "Now: no setting yet.", "es": "Ahora: ningún lugar todavía."},
        "ready.now": {
            "en": ("Now: one setting, {names}.", "Now: {count} settings, {names}."),
            "es": ("Ahora: un lugar, {names}.", "Ahora: {count} lugares, {names}."),
        },
        "ready.no_teachers": {
            "en": "Which teacher it was is not written down yet.",
            "es": "Aún no está escrito con qué docente fue.",
        },
        "ready.one_teacher": {
            "en": "It has not held with a second teacher yet.",
            "es": "Aún no se sostuvo con una segunda persona docente.",
        },
        "ready.step": {
            "en": "Spread goes in steps: 1, about 5, about 25. This thread is at {now}; the next step is {next}.",
            "es": "Se crece por pasos: 1, unos 5, unos 25. Este hilo está en {now}; el paso siguiente es {next}.",
        },
        "ready.last": {
            "en": "Spread goes in steps: 1, about 5, about 25. This thread has reached the last one.",
            "es": "Se crece por pasos: 1, unos 5, unos 25. Este hilo ya llegó al último.",
        },
        "lead.cycles": {
            "en": ("One cycle", "{count} linked cycles"),
            "es": ("Un ciclo", "{count} ciclos enlazados"),
        },
        "lead.branches": {
            "en": (" and one branch", " and {count} branches"),
            "es": (" y una rama", " y {count} ramas"),
        },
        "lead.since": {"en": "{cycles}{branches} since {day}.", "es": "{cycles}{branches} desde {day}."},
        "lead.planned": {"en": "{cycles}{branches}.", "es": "{cycles}{branches}."},
        "size.one": {"en": "at size 1", "es": "tamaño 1"},
        "size.few": {"en": "at size 5", "es": "tamaño 5"},
        "size.many": {"en": "at size 25", "es": "tamaño 25"},
        "size.all": {"en": "with everyone", "es": "con todos"},
        "school.none": {"en": "No cycle recorded.", "es": "Ningún ciclo registrado."},
        "school.missing": {
            "en": "What is not recorded here may still have been done.",
            "es": "Lo que aquí no está registrado pudo haberse hecho.",
        },
        "school.threads": {
            "en": ("{count} thread of cycles", "{count} threads of cycles"),
            "es": ("{count} hilo de ciclos", "{count} hilos de ciclos"),
        },
        "school.teams": {
            "en": ("in {count} team.", "in {count} teams."),
            "es": ("en {count} equipo.", "en {count} equipos."),
        },
        "school.longest": {
            "en": (
                "The longest thread has one finished cycle.",
                "The longest thread has {count} finished cycles that build on each other.",
            ),
            "es": (
                "El hilo más largo tiene un ciclo terminado.",
                "El hilo más largo tiene {count} ciclos terminados que se apoyan uno en otro.",
            ),
        },
        "school.unfinished": {
            "en": "No cycle has finished yet.",
            "es": "Aún no termina ningún ciclo.",
        },
        "shape.spread": {"en": "Spread, no depth.", "es": "Amplitud, sin profundidad."},
        "shape.depth": {"en": "Depth in one team.", "es": "Profundidad en un equipo."},
        "shape.both": {"en": "Depth and spread.", "es": "Profundidad y amplitud."},
        "shape.start": {"en": "A start.", "es": "Un comienzo."},
        "shape.none": {"en": "No cycle recorded.", "es": "Ningún ciclo registrado."},
        "slip.no_counts": {
            "en": "The measure has too few counts since then to say whether it held.",
            "es": "La medida tiene muy pocos conteos desde entonces para decir si se sostuvo.",
        },
        "slip.held": {
            "en": "In {counts} counts since then the numbers have held. A slip from {usual} to {slipped} would show "
            "after about {delay} counts.",
            "es": "En {counts} conteos desde entonces los números se sostuvieron. Una caída de {usual} a {slipped} se "
            "vería tras unos {delay} conteos.",
        },
        "slip.slipped": {
            "en": "The numbers have slipped since then: it shows in the count of {day}. They began at {usual}. "
            "A slip to {slipped} shows after about {delay} counts.",
            "es": "Los números decayeron desde entonces: se ve en el conteo del {day}. Empezaron en {usual}. "
            "Una caída a {slipped} se ve tras unos {delay} conteos.",
        },
    },
)
say = TABLE.say
MARKS: dict[Seen, str] = {
    Seen.HELD: "met", Seen.BELOW: "below", Seen.ABOVE: "above", Seen.TRIED: "set_aside", Seen.PLANNED: "planned",
}  # fmt: skip
NUMBER_OF = {"one": 1, "few": 5, "many": 25, "all": 25}


def row_words(row: Row, lang: str) -> str:
    """ "held 2 of 3", "not tried": words and whole numbers, never a percentage."""
    if row.compared:
        return say("row.held", lang, held=row.held, tried=row.compared)
    return say("row.tried" if row.ran else "row.planned" if row.planned else "row.none", lang)


def cell_words(cell: Sequence[Seen], lang: str) -> str:
    return ", ".join(say(f"mark.{seen}", lang) for seen in cell) or say("mark.none", lang)


def next_words(found: Next | None, lang: str) -> str:
    if found is None:
        return say("next.nothing", lang)
    return say(f"next.{found.why}", lang, **({"value": found.instead_of} if found.instead_of else {}))


def next_title(found: Next, lang: str) -> str:
    return say("next.title", lang, what=_small(found.condition.text))


def _small(text: str) -> str:
    """Inside a sentence: a common word begins small, a name or a number stays as it is written."""
    first = text.split(" ", 1)[0]
    return text if any(sign.isdigit() for sign in text) or first.isupper() else text[:1].lower() + text[1:]


def ready_words(found: Readiness, size: str, lang: str) -> tuple[str, str]:
    """What stands first, and the rule with where the thread is now. `size`: of its largest test that held."""
    told = [say("ready.rule", lang, needed=count_word(NEEDED_SETTINGS, lang)), _settings(found, lang)]
    if not found.teachers_known:
        told.append(say("ready.no_teachers", lang))
    elif len(found.teachers) < 2:
        told.append(say("ready.one_teacher", lang))
    now = NUMBER_OF.get(size, 1)
    steps = "ready.last" if now >= SPREAD[-1] else "ready.step"
    told.append(say(steps, lang, **({} if now >= SPREAD[-1] else {"now": now, "next": next_size(now)})))
    return say("ready.yes" if found.ready else "ready.not_yet", lang), " ".join(told)


def _settings(found: Readiness, lang: str) -> str:
    count = len(found.settings)
    if not count:
        return say("ready.now_none", lang)
    return say("ready.now", lang, n=count, count=count_word(count, lang), names=joined(found.settings, lang))


def coverage_words(found: Coverage, lang: str) -> str:
    """The whole map as one text, for those who hear the page."""
    return " ".join(f"{row.condition.text}: {row_words(row, lang)}." for row in found.rows)


def lead_words(cycles: int, branches: int, since: date | None, lang: str) -> str:
    """ "Four linked cycles and one branch since Nov 2026."."""
    told = say("lead.cycles", lang, n=cycles, count=count_word(cycles, lang).capitalize())
    more = say("lead.branches", lang, n=branches, count=count_word(branches, lang)) if branches else ""
    if since is None:
        return say("lead.planned", lang, cycles=told, branches=more)
    return say("lead.since", lang, cycles=told, branches=more, day=month_year(since, lang))


def school_words(facts: SchoolFacts, lang: str) -> str:
    """How many threads, in how many teams, how long the longest; "no cycle recorded", never a zero (S1 R-49)."""
    if not facts.threads:
        return f"{say('school.none', lang)} {say('school.missing', lang)}"
    threads = say("school.threads", lang, n=facts.threads, count=count_word(facts.threads, lang)).capitalize()
    teams = say("school.teams", lang, n=facts.teams, count=count_word(facts.teams, lang))
    return f"{threads} {teams} {_longest(facts.longest, lang)}"


def team_words(facts: SchoolFacts, lang: str) -> str:
    """The same for one team, in short."""
    if not facts.threads:
        return say("school.none", lang)
    threads = say("school.threads", lang, n=facts.threads, count=count_word(facts.threads, lang)).capitalize()
    return f"{threads}. {_longest(facts.longest, lang)}"


def _longest(longest: int, lang: str) -> str:
    if not longest:
        return say("school.unfinished", lang)
    return say("school.longest", lang, n=longest, count=count_word(longest, lang))


def shape_words(facts: SchoolFacts, lang: str) -> str:
    return say(f"shape.{facts.shape}", lang)


def slip_words(found: Slip | None, day: str, lang: str) -> str:
    """`day`: of the count at which it showed."""
    if found is None:
        return say("slip.no_counts", lang)
    shares = {"usual": _share(found.usual), "slipped": _share(found.slipped), "delay": found.delay}
    if not found.at:
        return say("slip.held", lang, counts=found.counts, **shares)
    return say("slip.slipped", lang, day=day, **shares)


def _share(share: float) -> str:
    return value_text(100 * share, "%")
