"""Twelve cycles written with care, and twelve in the shapes that the sources tell of: done for a form, too wide,
with no look back (S1 L536, L714, L740, 11.6; S2 D2, D8; S3 R-45). English and Spanish mixed.
"""

from aimwell.domain.pdsa.craft import Work
from aimwell.domain.pdsa.judging import Result
from aimwell.domain.pdsa.moves import Act, State
from aimwell.domain.pdsa.predictions import Kind, Prediction, Trend

DONE = State.DONE
HEARD = "students who give a reason"
HEARD_BY_PARTNER = "Students who give a reason to a partner"

GOOD: tuple[tuple[str, Work], ...] = (
    ("en", Work(
        DONE, "Starters on desk cards", Prediction.at_least(12, out_of=24), HEARD, days=11, planned_counts=8,
        count_what=HEARD_BY_PARTNER, who_where="Room 12", result=Result(8, 24),
        learned="We predicted 12. 8 gave a reason: they read the card, then stop.", act=Act.ADAPT,
        reason="They read the card, then stop.", goes_on=True,
    )),
    ("en", Work(
        DONE, "A quiet minute to rehearse", Prediction.at_least(12, out_of=24), HEARD, days=14, planned_counts=8,
        count_what=HEARD_BY_PARTNER, who_where="Room 12", result=Result(13, 24),
        learned="Rehearsing held: 13 of 24 gave a reason. The task has one answer.", act=Act.REPEAT,
        reason="Rehearsing held. Now give them something to argue.", goes_on=True,
    )),
    ("en", Work(
        DONE, "A task with two answers", Prediction.between(30, 36, out_of=50), HEARD, days=18, planned_counts=24,
        count_what=HEARD_BY_PARTNER, who_where="Rooms 12 and 14", result=Result(27, 50),
        learned="Lower than we expected, where the quiet minute was skipped.", act=Act.ADAPT,
        reason="The quiet minute was skipped six times.", goes_on=True,
    )),
    ("en", Work(
        DONE, "A known adult calls at 7:15", Prediction.at_least(4, out_of=6), "students in by the bell", days=10,
        count_what="Students in by the bell, of the six called", who_counts="The front office, each day",
        steps="1. Print the list. 2. Call at 7:15. 3. Greet at the door.", meant_for=6, result=Result(3, 6),
        learned="We thought four would come; three did. Two families never hear the phone.", act=Act.ADAPT,
        reason="Two families read a text sooner than a call.", goes_on=True,
    )),
    ("en", Work(
        DONE, "Greet students at the second gate", Prediction.at_most(9), "tardies per day", days=15,
        count_what="Tardies per day at the office", planned_counts=15, who_where="Second gate, 7:40", result=Result(8),
        learned="Tardies came to 8 where we expected at most 9. Rain days stand apart.", act=Act.ADOPT,
        reason="The count fell to 8 and stayed there.",
    )),
    ("en", Work(
        DONE, "One exit slip question a week", Prediction.at_least(15, out_of=20), "slips with a reason", days=5,
        count_what="Slips with a reason", planned_counts=1, steps="Hand out at 2:40. Collect at the door.",
        result=Result(6, 20), learned="Only six had one. The question asked for an answer, not a why.",
        act=Act.ABANDON, reason="The question cannot get a why; a talk can.",
    )),
    ("en", Work(
        DONE, "Devon times our wait after a question", Prediction(Kind.EVENT, event="Each pair raises a hand"),
        days=3, count_what="Pairs with a raised hand", who_counts="Devon, in the first ten minutes",
        who_where="Room 14", result=Result(happened=False),
        learned="We thought every pair would. Two pairs waited for us to go on.", act=Act.ADAPT,
        reason="Pairs waited for us to go on.", goes_on=True,
    )),
    ("es", Work(
        DONE, "Tarjetas con frases para empezar", Prediction.at_least(10, out_of=22), "estudiantes que dan una razón",
        days=7, count_what="Estudiantes que dan una razón a su pareja", planned_counts=5, who_where="Salón 9",
        result=Result(7, 22), learned="Esperábamos 10 y fueron 7. Leen la tarjeta y se quedan callados.",
        act=Act.ADAPT, reason="Leen la tarjeta y se quedan callados.", goes_on=True,
    )),
    ("es", Work(
        DONE, "Mensaje a las familias la noche anterior", Prediction.between(8, 12, out_of=15),
        "familias que responden", days=5, count_what="Familias que responden antes de las 8",
        who_counts="La oficina, cada mañana",
        steps="1. Escribir a las 6. 2. Anotar quién responde.", result=Result(9, 15),
        learned="Se cumplió: 9 de 15. Las demás cambiaron de número.", act=Act.REPEAT,
        reason="Faltan los números nuevos de seis familias.", goes_on=True,
    )),
    ("es", Work(
        DONE, "Un minuto de silencio antes de hablar", Prediction.number(12, out_of=24), "parejas que hablan",
        days=9, count_what="Parejas que hablan de matemáticas", planned_counts=4, who_where="Salón 12, quinto grado",
        result=Result(12, 24), learned="Predijimos 12 y fueron 12, pero solo con la tarea abierta.",
        act=Act.SCALE, reason="Con la tarea abierta hablan 12.", goes_on=True,
    )),
    ("es", Work(
        DONE, "Recordatorio en la puerta", Prediction.at_most(3), "llegadas tarde", days=10,
        count_what="Llegadas después del timbre", planned_counts=10, who_where="Puerta norte", result=Result(5),
        learned="No llegamos a 3: el autobús viene a las 8:05.", act=Act.ABANDON,
        reason="El autobús no depende de un recordatorio.",
    )),
    ("en", Work(
        DONE, "Text and greet", Prediction.at_least(70, unit="%"), days=20, count_what="Days present, of the six",
        measure="Days present", planned_counts=20, who_where="Six students, with Ms. Ortiz", meant_for=6,
        result=Result(82, unit="%"), learned="Higher than we thought: 82 %. The greeting mattered more than the text.",
        act=Act.SCALE, reason="The greeting mattered. Try five more families.", goes_on=True,
    )),
)  # fmt: skip

WEAK: tuple[tuple[str, Work], ...] = (
    ("en", Work(DONE, "More PD", days=200, learned="It went well.", act=Act.ADOPT, reason="")),
    ("en", Work(
        DONE, "All teachers use talk moves", Prediction(Kind.DIRECTION, trend=Trend.UP), "engagement", days=120,
        who_where="Whole school", learned="Teachers liked it.", act=Act.REPEAT, reason="People want more time.",
    )),
    ("en", Work(
        DONE, "Focus on reading", Prediction(Kind.EVENT, event="Students will understand more deeply"), days=90,
        learned="Good lesson.", act=Act.ADAPT, reason="We want to go on.",
    )),
    ("en", Work(
        DONE, "Rigor in every classroom", Prediction.at_least(80, unit="%"), "students proficient", days=180,
        who_where="All classrooms", learned="", act=Act.REPEAT, reason="The district asks for it.",
    )),
    ("en", Work(
        DONE, "New posters", Prediction.at_least(20, out_of=25), "homework handed in", days=5,
        count_what="Smiles at the door", who_where="Room 3", learned="Nice colors.", act=Act.ADOPT, reason="It is fun.",
    )),
    ("en", Work(DONE, "Form for the folder", days=30, who_where="Principal", learned="See the folder.")),
    ("en", Work(
        DONE, "Schoolwide growth mindset", Prediction(Kind.EVENT, event="Everybody feels more confident"), days=60,
        learned="We feel better.", act=Act.SCALE, reason="Everybody should do this.",
    )),
    ("es", Work(
        DONE, "Todos los maestros usan el plan", Prediction(Kind.DIRECTION, trend=Trend.UP), days=150,
        who_where="Toda la escuela", learned="Fue bueno.", act=Act.REPEAT, reason="Así lo quieren.",
    )),
    ("es", Work(
        DONE, "Mejorar la lectura", Prediction(Kind.EVENT, event="Los niños estarán más motivados"), days=80,
        learned="A los niños les gustó.", act=Act.ADOPT, reason="",
    )),
    ("es", Work(DONE, "Más tareas en casa", days=None, learned="Todo bien.", act=Act.ADAPT, reason="Hay que seguir.")),
    ("es", Work(
        DONE, "Carteles nuevos", Prediction.at_least(90, unit="%"), days=40, who_where="Todos los salones",
        learned="Se ven bonitos.", act=Act.REPEAT, reason="A todos les gustan.",
    )),
    ("en", Work(
        DONE, "Data day", Prediction.number(400, out_of=600), "students above the line", days=90, size="all",
        count_what="Students above the line", learned="A long day.", act=Act.REPEAT, reason="It is on the calendar.",
    )),
)  # fmt: skip
