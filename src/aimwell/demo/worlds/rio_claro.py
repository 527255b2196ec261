"""Río Claro: un equipo que escribe en español. Los números son inventados."""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.makers import at_least, cycle, heard, saw, theory
from aimwell.demo.worlds.shapes import Aim, Bone, Cause, Inquiry, Measure, Team, Weekly

JUNIO = date(2027, 6, 11)

INQUIRY = Inquiry(
    problem="Nuestros estudiantes copian la respuesta y no preguntan por qué.",
    for_whom="46 estudiantes de cuarto grado, en dos salones de inmersión dual.",
    how_known="Contamos las preguntas en una clase por semana desde el comienzo.",
    evidence=(
        ("data", "Al comienzo preguntaron 17 de 46 estudiantes.", "registro semanal, dos salones"),
        ("interview", "“Pregunto en mi casa, en español”.", "8 entrevistas a estudiantes"),
    ),
    perspectives=(
        ("Estudiante de cuarto grado", "No sé cómo se dice lo que no entiendo."),
        ("Madre", "En casa hace muchas preguntas. En la escuela, dice que no."),
    ),
    bones=(
        Bone("Idioma", (Cause("Pedimos preguntas sin dar palabras para empezar", "supported", "8 entrevistas"),)),
        Bone("Tiempo", (Cause("Preguntamos “¿dudas?” cuando ya suena el timbre", "supported", "6 de 8 clases"),)),
        Bone(
            "Pertenencia",
            (Cause("Preguntar en español parece hacer trampa", "checking", "una pregunta en la boleta de salida"),),
        ),
    ),
    aim=Aim("hacen una pregunta propia", "nuestros estudiantes de cuarto grado", 37, 60, JUNIO, "preguntan"),
    parts=theory(
        5,
        "Hay palabras para preguntar, en los dos idiomas",
        {"tarjetas": "Inicios de pregunta en los dos idiomas", "parejas": "Primero se pregunta a la pareja"},
        measure="preguntan",
        words="Creer que las matemáticas son de todos",
        causes=("Pedimos preguntas sin dar palabras para empezar",),
    ),
    measures=(
        Measure(
            "preguntan",
            "Estudiantes que hacen una pregunta propia",
            "De los presentes en una clase por semana, los que hacen "
            "una pregunta sobre las matemáticas, en cualquier idioma.",
            collector="Lucía Fuentes",
            minutes=3,
            target=60,
            target_by=JUNIO,
            weekly=(Weekly("shift", of=46, low=36, high=57, weeks=18),),
            rung=2,
        ),
    ),
    cycles=(
        cycle(
            "uno",
            "Inicios de pregunta pegados en la mesa",
            at_least(12, 23, "estudiantes que preguntan"),
            "10-19",
            "10-30",
            idea="tarjetas",
            measure="preguntan",
            who_where="Salón 4A",
            because="Saben qué no entienden y no cómo empezar.",
            entries=(
                saw("10-22", "Los usan más para hablar con la pareja que con la maestra.", "surprise"),
                heard("10-29", 9, 23),
            ),
            result=(9, 23),
            learned="La tarjeta sirve primero entre ellos. Nosotras esperábamos que preguntaran a la maestra.",
            decision="adapt",
            reason="Preguntan a la pareja, no al grupo.",
            what_changes="Primero se pregunta a la pareja.",
            rung=2,
        ),
        cycle(
            "dos",
            "Primero se pregunta a la pareja",
            at_least(12, 23, "estudiantes que preguntan"),
            "11-09",
            "11-20",
            follows="uno",
            idea="parejas",
            measure="preguntan",
            who_where="Salón 4A",
            entries=(heard("11-19", 14, 23),),
            result=(14, 23),
            learned="Con la pareja ensayan la pregunta y después la dicen.",
            decision="repeat",
            reason="Se cumplió en un salón; falta el otro.",
            rung=2,
        ),
    ),
    rung=2,
)

TEAM = Team(
    "rio-claro",
    "Preguntas que ayudan",
    "rio-claro",
    about="cuarto grado, matemáticas",
    lead="lucia",
    members=(("teo", "member"),),
    unnamed=(("Inés Prado", "member"),),
    coaches=("wen",),
    inquiry=INQUIRY,
)
