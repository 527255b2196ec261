"""The network: one hub, eight districts, their schools and district teams (S3 11.1 and 11.3; names are invented)."""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.shapes import District, School

NETWORK = "Bayline Improvement Network"
NETWORK_AIM = (
    "By June 2028, Black and Latino students in grades 4 to 8 in our eight districts grow in math at least as much "
    "as their state peers. Alongside it, each district can run improvement without us. "
    "We read the two side by side and never add them up."
)
JOINED = date(2026, 8, 10)

# The seven drivers of the network in our own words (S3 4.7; the source leaves its seventh without a name).
DRIVERS = {
    1: "Reasoning said and questioned",
    2: "Strategies to solve problems",
    3: "Lessons designed for rich tasks",
    4: "Group work with everyone in",
    5: "Beliefs about who is a math person",
    6: "Adults who learn together and stay",
    7: "Families see and hear the math",
}

DISTRICTS = (
    District(
        "A", "Alder", "Showing an idea in several ways, and ten-minute openers that start students talking", (3, 1)
    ),
    District("B", "Birch", "Students name what confuses them, and ask about it in class", (5,)),
    District("C", "Cedar", "One way of teaching math, honed where students talk", (3, 1)),
    District("D", "Dune", "Learning for teachers that balances care, high expectations and support", (6, 5)),
    District(
        "E", "Estuary", "Making sense of word problems, and keeping going; lessons that know their students", (2, 5)
    ),
    District("F", "Fern Valley", "Students talk with each other about math", (1,)),
    District("G", "Gull", "Finding teachers and keeping them where turnover is highest", (6,)),
    District("H", "Heron", "Small groups in which everyone works", (4,)),
)


def _school(line: str) -> School:
    district, key, name = line.split(" ", 2)
    return School(key, name, district)


SCHOOLS = tuple(
    map(
        _school,
        """
A marsh-creek Marsh Creek Elementary
A tamarack Tamarack Middle
A sorrel-lane Sorrel Lane Elementary
A kestrel Kestrel Elementary
B stone-creek Stone Creek Middle
B pine-street Pine Street Elementary
B larch Larch Elementary
B rio-claro Río Claro Elementary
B gable Gable Middle
B birchwood Birchwood Elementary
B thistle Thistle Middle
C juniper Juniper Elementary
C harbor-view Harbor View Middle
C quail-run Quail Run Elementary
D old-mill Old Mill Elementary
E salt-marsh Salt Marsh Elementary
E pelican Pelican Middle
E ocotillo Ocotillo Middle
F lantern-hill Lantern Hill Elementary
F cypress Cypress Elementary
F two-bridges Two Bridges Middle
G gull-point Gull Point Middle
H heron-point Heron Point Elementary
H bluff-street Bluff Street Middle
""".strip().splitlines(),
    )
)
