"""One piece of work as somebody outside its team reads it: drawn from the same views as its pages, through their eyes.

The page behind a shared address and the team's look through somebody else's eyes are both made here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import TeamContent
from aimwell.contexts.people.queries import Reader, eyes_of
from aimwell.contexts.reports.sharing.keys import pk_of
from aimwell.contexts.reports.sharing.kinds import kind_of, model_of
from aimwell.contexts.reports.sharing.queries.lines import told
from aimwell.contexts.reports.sharing.queries.naming import unnamed
from aimwell.contexts.reports.sharing.queries.teller import Line, Teller
from aimwell.domain.access.eyes import Eyes
from aimwell.domain.errors import NotFound
from aimwell.domain.words.dates import month_year


@dataclass(frozen=True)
class Shown:
    """`under`: whose it is and when, as far as that is told. `masked`: without the team's name."""

    kind: str
    title: str
    under: str
    masked: bool
    lines: tuple[Line, ...]

    @property
    def texts(self) -> list[str]:
        """Every word of the team that is told."""
        return [self.title, *(text for line in self.lines for text in (line.text, *line.items) if text)]


def shown_of(eyes: Eyes, obj: TeamContent, lang: str) -> Shown:
    """Raises NotFound where these eyes may not read it."""
    if not eyes.may_read:
        raise NotFound
    title, days, lines = told(Teller(eyes, lang), obj)
    return Shown(kind_of(obj), title, under(eyes, obj.owner_team, days, lang), eyes.masked, tuple(lines))


def shared_at(user: Reader, kind: str, key: str, lang: str) -> Shown:
    """What stands at a shared address. Raises NotFound for what is closed to `user`, as for what never was."""
    model, pk = model_of(kind), pk_of(kind, key)
    obj = model._default_manager.select_related("owner_team__org").filter(pk=pk, ended_at=None).first()
    if obj is None:
        raise NotFound
    return shown_of(eyes_of(user, obj), obj, lang)


def under(eyes: Eyes, team: Team, day: date | None, lang: str) -> str:
    """ "Room 12 and friends · Lantern Hill · Jan 2027", or "A grade 5 team · Jan 2027"."""
    named = [unnamed(team, lang)] if eyes.masked else [team.name, team.org.name if team.org else ""]
    return " · ".join(filter(None, (*named, month_year(day, lang) if day else "")))
