"""The sharing ladder in words: its rungs, its readers, what is hidden and why."""

from __future__ import annotations

from aimwell.domain.words.tables import Entry, Table


def _pair(en: str, es: str) -> Entry:
    return {"en": en, "es": es}


def _count(en: tuple[str, str], es: tuple[str, str]) -> Entry:
    return {"en": en, "es": es}


_RUNGS = {
    "rung.team": _pair("Our team", "Nuestro equipo"),
    "rung.school": _pair("Our school", "Nuestra escuela"),
    "rung.coach": _pair("Our coach", "Quien nos acompaña"),
    "rung.network_unnamed": _pair("The network, without our name", "La red, sin nuestro nombre"),
    "rung.network": _pair("The network, with our name", "La red, con nuestro nombre"),
    "rung.public": _pair("Everyone", "Cualquier persona"),
    "now.team": _pair("Open to our team only", "Abierto solo a nuestro equipo"),
    "now.school": _pair("Open to our school", "Abierto a nuestra escuela"),
    "now.coach": _pair("Open to our school and coach", "Abierto a nuestra escuela y a quien nos acompaña"),
    "now.network_unnamed": _pair("Open to the network, without our name", "Abierto a la red, sin nuestro nombre"),
    "now.network": _pair("Open to the network, with our name", "Abierto a la red, con nuestro nombre"),
    "now.public": _pair("Open to everyone", "Abierto a cualquier persona"),
    "do.team": _pair("Keep it in our team", "Dejarlo en nuestro equipo"),
    "do.school": _pair("Share with our school", "Compartir con nuestra escuela"),
    "do.coach": _pair("Share with our coach", "Compartir con quien nos acompaña"),
    "do.network_unnamed": _pair("Share without our name", "Compartir sin nuestro nombre"),
    "do.network": _pair("Share with our name", "Compartir con nuestro nombre"),
    "do.public": _pair("Share with everyone", "Compartir con cualquier persona"),
    "close.school": _pair("Close it down to our school", "Cerrar hasta nuestra escuela"),
    "close.coach": _pair("Close it down to our coach", "Cerrar hasta quien nos acompaña"),
    "close.network_unnamed": _pair("Take our name off", "Quitar nuestro nombre"),
    "close.network": _pair("Close the public page", "Cerrar la página pública"),
}

_WHO = {
    "who.nobody": _pair("nobody yet", "nadie por ahora"),
    "who.no_school": _pair("our team belongs to no school yet", "nuestro equipo aún no es de ninguna escuela"),
    "who.school": _count(
        ("{n} colleague at {school}", "{n} colleagues at {school}"),
        ("{n} colega en {school}", "{n} colegas en {school}"),
    ),
    "who.no_network": _pair("our team is in no network yet", "nuestro equipo aún no está en ninguna red"),
    "who.unnamed": _pair("“{name}”; no school, no rooms", "“{name}”; sin escuela y sin salones"),
    "who.network": _count(("{n} other team and the hub", "{n} other teams and the hub"),
                          ("{n} equipo más y el centro de la red", "{n} equipos más y el centro de la red")),
    "who.public": _pair("a page that anyone can read", "una página que cualquiera puede leer"),
    "since": _pair("{who}; since {day}", "{who}; desde el {day}"),
    "unnamed": _pair("A team", "Un equipo"),
    "unnamed.grade": _pair("A grade {grade} team", "Un equipo de {grade}.º grado"),
}  # fmt: skip

_READERS = {
    "reader.colleague": _pair("A colleague at our school", "Colega de nuestra escuela"),
    "reader.principal": _pair("Our principal", "La dirección de la escuela"),
    "reader.sponsor": _pair("Our sponsor", "Quien nos respalda"),
    "reader.coach": _pair("Our coach", "Quien nos acompaña"),
    "reader.network_team": _pair("A team in the network", "Un equipo de la red"),
    "reader.supervisor": _pair("The principal supervisor", "Supervisión de direcciones"),
    "reader.district_team": _pair("The district team", "El equipo del distrito"),
    "reader.hub": _pair("The hub of the network", "El centro de la red"),
    "reader.evaluator": _pair("An evaluator", "Quien evalúa"),
    "reader.anyone": _pair("A guest, or anyone", "Visitas o cualquier persona"),
}

_LABELS = {
    "label.predicted": _pair("Predicted", "Predicción"),
    "label.heard": _pair("Heard", "Se oyó"),
    "label.learned": _pair("Learned", "Se aprendió"),
    "label.next": _pair("Next", "Sigue"),
    "label.where": _pair("Who, where", "Quién, dónde"),
    "label.people": _pair("People", "Personas"),
    "label.rooms": _pair("By room", "Por salón"),
    "label.groups": _pair("Groups", "Grupos"),
    "label.notes": _pair("Notes", "Notas"),
    "label.met": _pair("Day", "Día"),
    "label.agenda": _pair("Agenda", "Agenda"),
    "label.decided": _pair("Decided", "Se decidió"),
    "promise.by": _pair("by {day}", "antes del {day}"),
    "promise.done": _pair("done {day}", "hecho el {day}"),
    "label.said": _pair("What was said", "Lo que se dijo"),
    "label.count": _pair("How we count", "Cómo contamos"),
    "label.shows": _pair("It shows", "Muestra"),
    "label.events": _pair("Events", "Sucesos"),
    "label.problem": _pair("Problem", "Problema"),
    "label.aim": _pair("Aim", "Meta"),
    "label.drivers": _pair("What must be true", "Qué debe cumplirse"),
    "label.ideas": _pair("Ideas", "Ideas"),
    "label.evidence": _pair("Evidence", "Evidencia"),
    "label.voices": _pair("Voices", "Voces"),
}

_HIDDEN = {
    "hidden.people": _pair(
        "Hidden. Names of people stay nearer home.", "Oculto. Los nombres de personas se quedan más cerca."
    ),
    "hidden.places": _pair("Hidden. Who and where stays at school.", "Oculto. Quién y dónde se queda en la escuela."),
    "hidden.notes": _pair(
        "Hidden. Day-by-day notes stay with the team.", "Oculto. Las notas de cada día se quedan con el equipo."
    ),
    "hidden.said": _pair(
        "Hidden. What was said stays with the team.", "Oculto. Lo que se dijo se queda con el equipo."
    ),
    "hidden.events": _pair(
        "Hidden. Events on the chart stay nearer home.", "Oculto. Los sucesos de la gráfica se quedan más cerca."
    ),
    "hidden.beside": _pair(
        "Hidden. Evidence and voices stay nearer home.", "Oculto. La evidencia y las voces se quedan más cerca."
    ),
    "hidden.few": _pair("Hidden. Fewer than {minimum} students.", "Oculto. Menos de {minimum} estudiantes."),
    "hidden.rooms": _pair("Hidden. Rooms stay with the team.", "Oculto. Los salones se quedan con el equipo."),
    "hidden.groups": _pair(
        "Hidden. Groups of students stay with the team.", "Oculto. Los grupos de estudiantes se quedan con el equipo."
    ),
    "few": _pair("fewer than {minimum} students", "menos de {minimum} estudiantes"),
}

TABLE = Table("sharing", {**_RUNGS, **_WHO, **_READERS, **_LABELS, **_HIDDEN})
