"""Which meaning of equity holds where, today and on an earlier day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac

from aimwell.contexts.orgs.models import Network, NetworkOrg, Org, Team
from aimwell.contexts.orgs.queries import ancestors
from aimwell.contexts.people.equity.models import EquityDefinition, OwnWords, WithoutDefinition
from aimwell.contexts.people.models import NetworkRole, User
from aimwell.contexts.people.queries import INSIDE, Reader, members_of
from aimwell.domain.equity.definition import FEWEST_SAID, PRINCIPLES, Said, holds, missing_examples, shown_together
from aimwell.domain.errors import NotFound

Place = Network | Org | Team


@dataclass(frozen=True, slots=True)
class Meaning:
    """`own`: said right here, not handed down."""

    definition: EquityDefinition
    own: bool

    @property
    def text(self) -> str:
        return self.definition.text

    @property
    def origin(self) -> str:
        return str(self.definition.place)

    @property
    def missing(self) -> tuple[str, ...]:
        return missing_examples({name: getattr(self.definition, name) for name in PRINCIPLES})


@dataclass(frozen=True)
class MeaningLook:
    """What holds in a place: now, and all that was said right here, the latest first. `latest`: what stands here."""

    place: Place
    now: Meaning | None
    versions: list[EquityDefinition]

    @property
    def latest(self) -> EquityDefinition | None:
        return self.versions[0] if self.versions else None

    @property
    def number(self) -> int:
        return self.versions[0].number if self.versions else 0

    @property
    def may_inherit(self) -> bool:
        """There is a text of this place that could be taken back."""
        return self.latest is not None and bool(self.latest.text)


@dataclass(frozen=True, slots=True)
class AtWork:
    """For the pages of one effort. `then`: what held on the day it began, where that is another text.

    `without`: why the team goes on without one.
    """

    now: Meaning | None
    then: Meaning | None
    then_none: bool
    without: str


def meaning_look(place: Place) -> MeaningLook:
    """Two queries at most."""
    rows = list(_all(place))
    own = [row for row in rows if row.place == place]
    return MeaningLook(place, _meaning(place, rows, timezone.localdate()), own)


def meaning_of(place: Place, on: date | None = None) -> Meaning | None:
    """What holds in `place` on this day, today if none is given."""
    return _meaning(place, list(_all(place)), on or timezone.localdate())


def at_work(team: Team, began: date) -> AtWork:
    """Two queries where there is a text, three where there is none."""
    rows = list(_all(team))
    now, then = (_meaning(team, rows, day) for day in (timezone.localdate(), began))
    same = now is not None and then is not None and now.definition.pk == then.definition.pk
    without = "" if now else WithoutDefinition.objects.filter(team=team).values_list("reason", flat=True).first() or ""
    return AtWork(now, None if same else then, now is not None and then is None, without)


@dataclass(frozen=True, slots=True)
class OwnWordsLook:
    """The exercise of one team: how many are in, whether the reader is, and the set once there are enough.

    `before`: the sets that were shown for earlier meanings, each with its text.
    """

    meaning: Meaning | None
    number: int
    mine_in: bool
    shown: tuple[str, ...]
    members: int
    before: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def missing(self) -> int:
        """How many more it takes until the set is shown."""
        return max(FEWEST_SAID - self.number, 0)


def own_words_of(user: User, team: Team) -> OwnWordsLook:
    """For members of the team; never who wrote what. Three queries."""
    meaning = meaning_of(team)
    rows = list(OwnWords.objects.filter(team=team).select_related("definition"))
    now = next((row for row in rows if meaning is not None and row.definition_id == meaning.definition.pk), None)
    old = [row for row in rows if row is not now and shown_together(row.said)]
    return OwnWordsLook(
        meaning,
        len(now.said) if now else 0,
        now is not None and mark_of(user, now) in now.marks,
        shown_together(now.said) if now else (),
        members_of(team).filter(role__in=INSIDE).exclude(user=None).count(),
        tuple((row.definition.text, shown_together(row.said)) for row in old),
    )


def mark_of(user: User, row: OwnWords) -> str:
    """That `user` has written in this set. It leads to nobody without the key of this site, and to no text at all."""
    return salted_hmac("aimwell.equity.own_words", f"{row.pk}:{user.pk}", algorithm="sha256").hexdigest()


def find_network(user: Reader, pk: int) -> Network:
    """For those with a place in its hub. Raises NotFound."""
    network = Network.objects.filter(pk=pk).first()
    if network is None or not in_hub(user, network):
        raise NotFound
    return network


def in_hub(user: Reader, network: Network) -> bool:
    if not isinstance(user, User):
        return False
    return user.is_site_admin or NetworkRole.objects.filter(network=network, user=user, ended=None).exists()


def _meaning(place: Place, rows: list[EquityDefinition], on: date) -> Meaning | None:
    by_key = {row.pk: row for row in rows}
    said = [Said(row.pk, _name(row.place), row.number, row.starts_on, row.text) for row in rows]
    found = holds(said, _nearest_first(place, rows), on)
    return Meaning(by_key[found.key], by_key[found.key].place == place) if found else None


def _all(place: Place) -> QuerySet[EquityDefinition]:
    """Everything ever said in `place` and in what it belongs to."""
    rows = EquityDefinition.objects.select_related("network", "org", "team")
    if isinstance(place, Network):
        return rows.filter(network=place)
    org = place if isinstance(place, Org) else place.org
    mine = Q(team=place) if isinstance(place, Team) else Q(pk__in=())
    if org is None:
        return rows.filter(mine)
    paths = ancestors(org.path)
    networks = NetworkOrg.objects.filter(org__path__in=paths, until=None).values("network")
    return rows.filter(mine | Q(org__path__in=paths) | Q(network__in=networks))


def _nearest_first(place: Place, rows: list[EquityDefinition]) -> list[str]:
    """The place, what it is in from below to the top, then its networks by the alphabet."""
    orgs = {row.org.path: _name(row.org) for row in rows if row.org is not None}
    networks = sorted({row.network for row in rows if row.network is not None}, key=lambda one: (one.name, one.pk))
    above = [orgs[path] for path in sorted(orgs, key=len, reverse=True)]
    return [_name(place), *above, *map(_name, networks)]


def _name(place: Place) -> str:
    return f"{place._meta.model_name}:{place.pk}"
