"""Everybody in the made-up world. None of these people exists."""

from __future__ import annotations

from aimwell.demo.worlds.shapes import Person


def _person(line: str) -> Person:
    key, name = line.split(" ", 1)
    return Person(key, name)


PEOPLE = tuple(
    map(
        _person,
        """
nell Nell Okafor
ana Ana Ruiz
devon Devon Park
leticia Leticia Gomez
imani Imani Brooks
tomas Tomas Rivera
wen Wen Li
odette Odette Blanc
grace Grace Tan
marcus Marcus Webb
noor Noor Haddad
sam Sam Whitfield
lucia Lucía Fuentes
teo Teo Marín
priya Priya Raman
harriet Harriet Cole
bruno Bruno Achterberg
mira Mira Shah
joel Joel Antwi
keiko Keiko Mori
pat Pat O’Neill
dana Dana Whitehorse
luis Luis Ortega
ruth Ruth Adeyemi
carol Carol Jimenez
ivy Ivy Nakamura
ben Ben Solberg
fatima Fatima Zahra
owen Owen Price
elsa Elsa Lund
rashid Rashid Khan
nora Nora Quinn
theo Theo Baptiste
gwen Gwen Alvarez
hana Hana Yoon
milo Milo Jansen
alma Alma Reyes
rosa Rosa Delgado
victor Victor Chu
june June Abbott
abel Abel Tesfaye Wolde
sofia Sofia Marchetti
hugo Hugo Almeida
yara Yara Lindholm
delia Delia Northam
rene René Castel
""".strip().splitlines(),
    )
)

NEW_TODAY, NEW_TEAM = "nell", "Room 7"
COACHES = ("imani", "tomas", "wen", "odette")
ANALYSTS = ("noor",)
SPONSORS = {"grace": "lantern-hill"}
LEADERS = {"marcus": "F", "june": "A"}
