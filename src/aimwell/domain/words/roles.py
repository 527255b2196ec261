"""What each role is, what it reads, and what an office may do. The page "Roles" and its reference are made from it."""
# ruff: noqa: E501  one sentence, one line

from __future__ import annotations

from aimwell.domain.words.tables import Entry, Table

_NAMES: dict[str, Entry] = {
    "member": {"en": "Member", "es": "Integrante"},
    "lead": {"en": "Lead", "es": "Coordinación"},
    "backup": {"en": "Backup", "es": "Suplencia"},
    "facilitator": {"en": "Facilitator", "es": "Facilitación"},
    "content_coach": {"en": "Content coach", "es": "Asesoría de materia"},
    "sponsor": {"en": "Sponsor", "es": "Patrocinio"},
    "coach": {"en": "Coach", "es": "Acompañamiento"},
    "principal": {"en": "Principal", "es": "Dirección de escuela"},
    "supervisor": {"en": "Principal supervisor", "es": "Supervisión de direcciones"},
    "district_team": {"en": "District team", "es": "Equipo del distrito"},
    "hub": {"en": "Hub", "es": "Centro de la red"},
    "evaluator": {"en": "Evaluator", "es": "Evaluación externa"},
    "guest": {"en": "Guest", "es": "Visita"},
    "org_admin": {"en": "Organization administrator", "es": "Administración de la organización"},
    "site_admin": {"en": "Site administrator", "es": "Administración del sitio"},
}

_WHAT: dict[str, Entry] = {
    "what.member": {
        "en": "Works in the team: writes, counts, decides and opens work to others.",
        "es": "Trabaja en el equipo: escribe, cuenta, decide y abre el trabajo a otras personas.",
    },
    "what.lead": {
        "en": "A member who keeps the team going. As a rule this person works at the school.",
        "es": "Integrante que mantiene al equipo en marcha. Por lo común trabaja en la escuela.",
    },
    "what.backup": {"en": "Stands in for the lead.", "es": "Suple a quien coordina."},
    "what.facilitator": {
        "en": "A member who looks after how the team works.",
        "es": "Integrante que cuida la forma de trabajar del equipo.",
    },
    "what.content_coach": {
        "en": "A member who brings knowledge of the subject.",
        "es": "Integrante que aporta conocimiento de la materia.",
    },
    "what.sponsor": {
        "en": "Knows what the team needs and clears the way. Is not part of its day-to-day tests.",
        "es": "Sabe qué necesita el equipo y le abre camino. No participa en las pruebas de cada día.",
    },
    "what.coach": {
        "en": "Helps a team from outside and answers what the team shows.",
        "es": "Ayuda a un equipo desde fuera y responde a lo que el equipo muestra.",
    },
    "what.principal": {"en": "Leads a school.", "es": "Dirige una escuela."},
    "what.supervisor": {
        "en": "Works with the principals of some schools.",
        "es": "Trabaja con las direcciones de varias escuelas.",
    },
    "what.district_team": {
        "en": "Works for all schools of a district.",
        "es": "Trabaja para todas las escuelas de un distrito.",
    },
    "what.hub": {"en": "Brings the teams of a network together.", "es": "Reúne a los equipos de una red."},
    "what.evaluator": {
        "en": "Studies the work from outside. It sees what everyone sees.",
        "es": "Estudia el trabajo desde fuera. Ve lo que todo el mundo ve.",
    },
    "what.guest": {
        "en": "Families and all others, with a link that a team made public.",
        "es": "Familias y demás personas, con un enlace que un equipo hizo público.",
    },
    "what.org_admin": {
        "en": "Keeps an organization in order. The office gives no look at the work of its teams.",
        "es": "Mantiene en orden una organización. El cargo no deja ver el trabajo de sus equipos.",
    },
    "what.site_admin": {
        "en": "Runs this site. This, too, gives no look at the work of teams.",
        "es": "Lleva este sitio. Tampoco esto deja ver el trabajo de los equipos.",
    },
}

_HELD: dict[str, Entry] = {
    "held.team": {"en": "in one team", "es": "en un equipo"},
    "held.org": {
        "en": "in an organization and all below it",
        "es": "en una organización y todo lo que depende de ella",
    },
    "held.network": {"en": "in one network", "es": "en una red"},
    "held.site": {"en": "for the whole site", "es": "en todo el sitio"},
    "held.nowhere": {"en": "nowhere; a link is enough", "es": "en ninguna parte; basta un enlace"},
}

_READS: dict[str, Entry] = {
    "reads.team": {"en": "all that the team writes", "es": "todo lo que escribe el equipo"},
    "reads.school": {
        "en": "what the team opened to its school or wider",
        "es": "lo que el equipo abrió a su escuela o más allá",
    },
    "reads.coach": {
        "en": "what the team opened to its coach or wider",
        "es": "lo que el equipo abrió a quien lo acompaña o más allá",
    },
    "reads.network_unnamed": {
        "en": "what the team opened to the network, without its name where it wished so",
        "es": "lo que el equipo abrió a la red, sin su nombre donde así lo quiso",
    },
    "reads.network": {
        "en": "what the team opened to the network with its name",
        "es": "lo que el equipo abrió a la red con su nombre",
    },
    "reads.public": {"en": "what is open to everyone", "es": "lo que está abierto a todo el mundo"},
    "reads.never": {"en": "no", "es": "no"},
    "edits.yes": {"en": "yes", "es": "sí"},
    "edits.no": {"en": "no", "es": "no"},
}

_POWERS: dict[str, Entry] = {
    "power.structure": {"en": "make, rename and move organizations", "es": "crear, renombrar y mover organizaciones"},
    "power.people": {"en": "give and end roles", "es": "dar y terminar cargos"},
    "power.sign_in": {"en": "set up how people sign in", "es": "definir cómo se inicia sesión"},
    "power.roster": {"en": "bring in staff lists", "es": "incorporar listas de personal"},
    "power.words": {"en": "choose the words in use", "es": "elegir las palabras en uso"},
    "power.equity": {"en": "say what equity means", "es": "decir qué significa la equidad"},
    "power.audit": {"en": "see who changed what in roles and sign-in", "es": "ver quién cambió qué en cargos y acceso"},
    "power.outsiders": {"en": "keep hub or evaluator out", "es": "dejar fuera al centro de la red o a la evaluación"},
}

_SHEET: dict[str, Entry] = {
    "head.role": {"en": "Role", "es": "Función"},
    "head.what": {"en": "What it is", "es": "Qué es"},
    "head.held": {"en": "Held", "es": "Se tiene"},
    "head.reads": {"en": "Reads", "es": "Lee"},
    "head.comments": {"en": "Comments on", "es": "Comenta"},
    "head.edits": {"en": "Edits the team's work", "es": "Cambia el trabajo del equipo"},
    "head.may": {"en": "May also", "es": "También puede"},
    "outside": {
        "en": "An organization can keep this role out.",
        "es": "Una organización puede dejar fuera a esta función.",
    },
    "several": {
        "en": "One person can hold several roles. Each page asks anew what this person is to its team.",
        "es": "Una persona puede tener varias funciones. Cada página pregunta de nuevo qué es esa persona para su equipo.",
    },
    "statement": {
        "en": "Aimwell is for learning, not for judging people. No page puts teams, schools or people in order by results. "
        "Above the team there is no file with the numbers of one person. Those who lead a team see only what it opens.",
        "es": "Aimwell sirve para aprender, no para juzgar a las personas. Ninguna página ordena equipos, escuelas o personas "
        "por sus resultados. Fuera del equipo no hay archivos con los números de una persona. Quienes dirigen ven solo lo "
        "que el equipo abre.",
    },
}

TABLE = Table("roles", {**_NAMES, **_WHAT, **_HELD, **_READS, **_POWERS, **_SHEET})
