"""Seven habits of a cycle that teaches something, read from what is written (products N-2; S1 L1367-L1370).

Each is there or not yet, by rules that anybody can follow; the smallest next move stands beside those that are not
there. It is for the writers only. Nothing of it is kept, and it never says whether the work is good.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from aimwell.domain.pdsa.falsifiable import falsifiable
from aimwell.domain.pdsa.judging import Result
from aimwell.domain.pdsa.moves import Act, State
from aimwell.domain.pdsa.predictions import Kind, Prediction, Value, problems
from aimwell.domain.theory.numbers import exact

A_ROOM = 30
"""Students in a classroom, where nobody says how many."""
PEOPLE_OF_SIZE = {"one": A_ROOM, "few": 5 * A_ROOM, "many": 25 * A_ROOM, "all": 100 * A_ROOM}
LONGEST = 28
MOST_PERSON_DAYS = 1500
"""Such as 50 students for four weeks: what one team can count by hand."""


class Name(StrEnum):
    PREDICTION = "prediction"
    SMALL = "small"
    DATA = "data"
    STEPS = "steps"
    STUDY = "study"
    ACT = "act"
    NEXT = "next"


PLAN = (Name.PREDICTION, Name.SMALL, Name.DATA, Name.STEPS)
NO_RESULT = Result()
CLOSING = frozenset({Act.ADOPT, Act.ABANDON})


@dataclass(frozen=True, slots=True)
class Work:
    """One cycle as it is written. `days`: from its start (today for a draft) to the look. `counts` came in so far."""

    state: State = State.DRAFT
    what: str = ""
    prediction: Prediction | None = None
    who_or_what: str = ""
    days: int | None = None
    count_what: str = ""
    measure: str = ""
    planned_counts: int = 0
    who_counts: str = ""
    counts: int = 0
    steps: str = ""
    who_where: str = ""
    size: str = "one"
    rooms: int = 0
    meant_for: int = 0
    result: Result = NO_RESULT
    learned: str = ""
    surprised_by: str = ""
    assumption: str = ""
    act: Act | None = None
    reason: str = ""
    goes_on: bool = False
    """Whether another cycle follows this one."""


@dataclass(frozen=True, slots=True)
class Habit:
    """`move`: a key of `words.craft` for the smallest next move; empty where it is there. `later`: its time comes."""

    name: Name
    move: str = ""
    later: bool = False

    @property
    def there(self) -> bool:
        return not self.move


def habits(work: Work, lang: str) -> tuple[Habit, ...]:
    """All seven, in the order of a cycle."""
    moves = {
        Name.PREDICTION: _prediction(work, lang),
        Name.SMALL: _small(work),
        Name.DATA: _data(work),
        Name.STEPS: "" if work.steps.strip() or work.who_where.strip() else "steps.none",
        Name.STUDY: _study(work),
        Name.ACT: _act(work),
        Name.NEXT: _next(work),
    }
    early = work.state in (State.DRAFT, State.DOING)
    return tuple(Habit(name, move, bool(move) and early and name not in PLAN) for name, move in moves.items())


def person_days(work: Work) -> int | None:
    """People times days; None until there is a day to look."""
    return None if work.days is None else _people(work) * max(1, work.days)


def _prediction(work: Work, lang: str) -> str:
    predicted = work.prediction
    if predicted is None or problems(predicted):
        return "prediction.none"
    if predicted.kind is Kind.DIRECTION:
        return "prediction.how_much"
    if predicted.kind is Kind.EVENT and not falsifiable(predicted.event, lang).ok:
        return "prediction.seen"
    if not (named := _named(work)):
        return "prediction.no_data"
    asked = stems(work.who_or_what or predicted.event)
    return "prediction.other_data" if asked and not asked & stems(named) else ""


def _named(work: Work) -> str:
    return f"{work.count_what} {work.measure}".strip()


def _people(work: Work) -> int:
    """As many as the plan says: those it is meant for, else the whole it counts, else by rooms or size."""
    if work.meant_for:
        return work.meant_for
    predicted = work.prediction
    if predicted is not None and predicted.out_of and predicted.unit != "%":
        return int(predicted.out_of)
    return work.rooms * A_ROOM if work.rooms else PEOPLE_OF_SIZE.get(work.size, A_ROOM)


def _small(work: Work) -> str:
    total = person_days(work)
    if work.days is None or total is None:
        return "small.no_day"
    if EVERYWHERE.search(f"{work.what} {work.who_where}".casefold()) or work.size == "all":
        return "small.everywhere"
    if work.days > LONGEST:
        return "small.long"
    return "small.many" if total > MOST_PERSON_DAYS else ""


def _data(work: Work) -> str:
    if not _named(work):
        return "data.what"
    return "" if work.planned_counts or work.who_counts.strip() or work.counts else "data.how_many"


def _study(work: Work) -> str:
    if not work.learned.strip():
        return "study.none"
    told = f"{work.learned} {work.surprised_by} {work.assumption}".casefold()
    compared = bool(GAP.search(told)) or bool(numbers(told) & _numbers_of(work))
    return "" if compared or work.result.not_collected.strip() else "study.compare"


def _act(work: Work) -> str:
    if work.act is None or not work.reason.strip():
        return "act.none"
    said = work.reason.casefold()
    same_word = stems(said) & stems(f"{work.learned} {work.surprised_by}")
    refers = bool(GAP.search(said) or FOUND.search(said) or numbers(said) & _numbers_of(work) or same_word)
    return "" if refers else "act.refer"


def _next(work: Work) -> str:
    if work.goes_on or (work.act in CLOSING and work.reason.strip()):
        return ""
    return "next.link"


def _numbers_of(work: Work) -> frozenset[str]:
    """What came in and what was predicted, as they may stand in a sentence; a whole alone compares nothing."""
    predicted, found = work.prediction, work.result
    values: list[Value | None] = [found.value]
    values += [predicted.low, predicted.high] if predicted is not None else []
    return frozenset(f"{float(exact(value)):g}" for value in values if value is not None)


def numbers(text: str) -> frozenset[str]:
    """The numbers of a text, in figures or as the first words for them."""
    told = re.findall(r"\d+(?:\.\d+)?", text)
    words = [str(SPELLED[word]) for word in re.findall(r"[^\W\d_]+", text.casefold()) if word in SPELLED]
    return frozenset(f"{float(number):g}" for number in told) | frozenset(words)


def stems(text: str) -> frozenset[str]:
    """The first four letters of each word that says something of its own: "cards" meets "card"."""
    found = re.findall(r"[^\W\d_]{4,}", text.casefold())
    return frozenset(word[:4] for word in found if not EVERYDAY.fullmatch(word))


SPELLED = {
    word: number
    for words in (
        "zero one two three four five six seven eight nine ten eleven twelve",
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
    )
    for number, word in enumerate(words.split())
} | {"none": 0, "nobody": 0, "ninguno": 0, "nadie": 0, "twenty": 20, "veinte": 20}

EVERYWHERE = re.compile(
    r"""\b(?:whole|entire)[ -](?:school|district|staff)|\b(?:school|district)-?wide
    |\b(?:all|every)\s(?:of\s)?(?:the\s|our\s)?(?:teachers?|classrooms?|grades?|schools?|staff|departments?)\b
    |\btod[oa]\s(?:la\sescuela|el\s(?:distrito|personal))
    |\btod[oa]s\sl[oa]s\s(?:maestr|docent|salon|aula|grado|escuela|profesor)""",
    re.VERBOSE,
)
GAP = re.compile(
    r"""\bpredict\w*|\bexpect\w*|\bforecast\w*|\b(?:we|had)\s(?:thought|guessed)\b|\bguess\b
    |\b(?:higher|lower|more|fewer|less|better)\sthan\s(?:we|our)\b|\bshort\sof\b|\bthe\sgap\b|\bas\swe\shad\b
    |\b(?:did\snot\s|didn’t\s|didn't\s)?(?:held|hold)\b
    |\bpredij\w*|\bpredic\w*|\bpredecí\w*|\besper[aá]b\w*|\bpens[aá]bamos\b|\bcre[ií]amos\b|\bpronóstico
    |\b(?:más|menos)\sde\slo\s\w+|\bla\s(?:diferencia|brecha)\b|\bno\sllegamos\b|\bse\scumplió\b|\bse\ssostuvo\b""",
    re.VERBOSE,
)
FOUND = re.compile(
    r"""\b(?:results?|counts?|counted|the\sdata|learned|saw\sthat|found\sthat|resultados?|conteos?|contamos|los\sdatos
    |aprendimos|vimos\sque|hallamos)\b""",
    re.VERBOSE,
)
EVERYDAY = re.compile(
    r"""students?|teachers?|class(?:es|room|rooms)?|lessons?|school|schools|children|people|grade|week|weeks|they|them
    |their|this|that|these|those|with|from|have|been|were|when|what|which|will|would|should|could|because|about|into
    |then|than|some|more|most|very|also|only|just|each|every|time|times|again|after|before|there|here|like|liked|good
    |well|great|went|work|worked|works|want|make|made|need|idea|keep|going|using|used|test|cycle|year
    |estudiantes?|alumn[oa]s?|maestr[oa]s?|docentes?|clases?|escuelas?|salón|salones|grado|semanas?|niñ[oa]s?|gente
    |este|esta|estos|estas|para|pero|como|cuando|porque|sobre|desde|hasta|entre|todos?|todas?|mucho|muchos|muchas|bien
    |gusta|gustó|buena?|bueno|trabajo|funciona|funcionó|otra|otro|vez|veces|idea|ciclo|prueba|quieren?|hacer|hace|tiene
    |tienen|ellos|ellas|siempre|también|solo|cada|algo|está|están|fueron|había"""
    .replace("\n", "").replace(" ", ""),
)  # fmt: skip
