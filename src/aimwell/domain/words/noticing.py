"""Words of the problem workspace: (English, Spanish), with str.format parameters."""

from aimwell.domain.words.tables import Table

AREAS: dict[str, tuple[str, str]] = {
    "area.academic": ("Student academic outcomes", "Resultados académicos"),
    "area.literacy": ("Literacy", "Lectura y escritura"),
    "area.math": ("Math outcomes", "Resultados en matemáticas"),
    "area.graduation": ("Graduation and on track", "Graduación y avance a tiempo"),
    "area.attainment": ("Student attainment", "Nivel que alcanzan los estudiantes"),
    "area.postsecondary": ("Success after high school", "Éxito después de la preparatoria"),
    "area.support": ("What supports achievement", "Lo que apoya el logro"),
    "area.attendance": ("Attendance", "Asistencia"),
    "area.discipline": ("Discipline and suspensions", "Disciplina y suspensiones"),
    "area.instruction": ("Teaching and curriculum use", "Enseñanza y uso del currículo"),
    "area.educators": ("Finding, keeping and supporting educators", "Atraer, retener y apoyar a docentes"),
    "area.staff": ("Staff wellbeing, teamwork and use of data", "Bienestar, colaboración y uso de datos del personal"),
    "area.leadership": ("Leadership", "Liderazgo"),
    "area.systems": ("Support systems and school planning", "Sistemas de apoyo y planes de la escuela"),
    "area.higher_ed": ("Colleges and their work with schools", "Universidades y su trabajo con escuelas"),
    "area.process": ("A process, such as college steps", "Un proceso, como los pasos a la universidad"),
    "area.equity": ("Equity is named in it", "Nombra la equidad"),
}
"""Areas that a national survey of improvers found (S2 4.5). They overlap, and a team may add its own."""

FACTS: dict[str, tuple[str, str]] = {
    "baseline": ("{value} on {day}", "{value} el {day}"),
    "baseline.of": ("{value} on {day} ({top} of {bottom})", "{value} el {day} ({top} de {bottom})"),
}

WORDS: dict[str, tuple[str, str]] = {**AREAS, **FACTS}
AREA_KEYS = tuple(key.removeprefix("area.") for key in AREAS)

TABLE = Table("noticing", {key: {"en": english, "es": spanish} for key, (english, spanish) in WORDS.items()})
say = TABLE.say
