"""A shared reading as one member of the team may see it now: codes of the other stay covered until it is open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from aimwell.contexts.cycles.collecting.models import Code, OwnReading, SharedReading
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import find, may_edit_team
from aimwell.contexts.people.signin.access import may_lead
from aimwell.domain.errors import NotFound
from aimwell.domain.pdsa.collecting import READERS, TwoReadings
from aimwell.domain.words.collecting import TABLE


def readings_of(cycle: Cycle) -> list[SharedReading]:
    return list(cycle.shared_readings.filter(ended_at=None).select_related("entry"))


def two_readings(reading: SharedReading) -> TwoReadings:
    """For services, which are allowed to know; pages ask `ReadingView`."""
    given: dict[int, dict[int, int]] = {}
    for own, piece, code in Code.objects.filter(own__reading=reading).values_list("own_id", "piece", "code"):
        given.setdefault(own, {})[piece] = code
    owns = list(reading.own_readings.order_by("pk").values_list("pk", flat=True))
    first, second = (given.get(pk, {}) for pk in [*owns, 0, 0][:READERS])
    return _two(reading, first, second)


def _two(reading: SharedReading, first: dict[int, int], second: dict[int, int]) -> TwoReadings:
    agreed = {int(piece): code for piece, code in reading.agreed.items()}
    return TwoReadings(reading.pieces, len(reading.code_names), first, second, agreed)


@dataclass(frozen=True)
class PieceLine:
    """A piece and what each of the two said, in words; `final` is empty until it is agreed."""

    piece: int
    ways: tuple[tuple[str, str], ...]
    final: str
    talked_over: bool


@dataclass(frozen=True)
class ReadingView:
    """Each list is one query, made when a page first asks for it."""

    reading: SharedReading
    user: User
    lang: str

    @property
    def is_open(self) -> bool:
        return self.reading.opened_at is not None

    @property
    def codes(self) -> list[str]:
        return self.reading.code_names

    @cached_property
    def owns(self) -> list[OwnReading]:
        return list(self.reading.own_readings.select_related("created_by"))

    @property
    def mine(self) -> OwnReading | None:
        return next((own for own in self.owns if own.created_by_id == self.user.pk), None)

    @property
    def seat_free(self) -> bool:
        return not self.is_open and self.mine is None and len(self.owns) < READERS

    @cached_property
    def may_open(self) -> bool:
        return bool(self.owns) and not self.is_open and may_lead(self.user, self.reading.cycle.owner_team)

    @cached_property
    def _given(self) -> dict[int, dict[int, int]]:
        """Blind: before it is open only one's own."""
        rows = Code.objects.filter(own__reading=self.reading)
        given: dict[int, dict[int, int]] = {}
        for row in rows if self.is_open else rows.filter(own__created_by=self.user):
            given.setdefault(row.own_id, {})[row.piece] = row.code
        return given

    @property
    def my_codes(self) -> dict[int, int]:
        return self._given.get(self.mine.pk, {}) if self.mine else {}

    @property
    def my_pieces(self) -> list[tuple[int, int | None]]:
        return [(piece, self.my_codes.get(piece)) for piece in range(1, self.reading.pieces + 1)]

    @cached_property
    def two(self) -> TwoReadings | None:
        """None before it is open."""
        if not self.is_open:
            return None
        ways = [self._given.get(own.pk, {}) for own in self.owns]
        first, second = [*ways, {}, {}][:READERS]
        return _two(self.reading, first, second)

    def _said(self, code: int | None) -> str:
        return "" if code is None else self.codes[code]

    @property
    def lines(self) -> list[PieceLine]:
        if self.two is None:
            return []
        final = self.two.final
        return [
            PieceLine(
                piece,
                tuple((str(own.created_by), self._said(self._given.get(own.pk, {}).get(piece))) for own in self.owns),
                self._said(final[piece]),
                piece in self.two.agreed,
            )
            for piece in range(1, self.reading.pieces + 1)
        ]

    @property
    def differences(self) -> list[PieceLine]:
        open_pieces = frozenset(self.two.differ) if self.two else frozenset()
        return [line for line in self.lines if line.piece in open_pieces]

    @property
    def tally(self) -> list[tuple[str, int]]:
        """How many pieces have each code now."""
        final = list(self.two.final.values()) if self.two else []
        return [(name, final.count(place)) for place, name in enumerate(self.codes)]

    @property
    def percent(self) -> int | None:
        """Of the pieces that both read, how many of 100 got the same code."""
        found = self.two.agreement if self.two else None
        return round(100 * found.alike / found.both) if found and found.both else None

    @property
    def agreement_words(self) -> list[str]:
        if self.two is None or len(self.owns) < READERS:
            return []
        found = self.two.agreement
        said = []
        if found.both:
            said.append(TABLE.say("alike", self.lang, alike=found.alike, both=found.both, percent=self.percent))
        kappa = found.kappa
        number = "" if kappa is None else f"{kappa:.2f}".replace(".", "," if self.lang.startswith("es") else ".")
        said.append(TABLE.say(f"kappa.{found.unsaid}" if found.unsaid else "kappa", self.lang, kappa=number))
        if left := self.reading.pieces - found.both:
            said.append(TABLE.say("left_out", self.lang, n=left))
        return said


def reading_view(user: User, pk: int, *, lang: str = "en") -> ReadingView:
    """For the team alone. Raises NotFound."""
    reading = find(user, SharedReading, pk, with_ended=True, also=("entry",))
    if not may_edit_team(user, reading.cycle.owner_team):
        raise NotFound
    return ReadingView(reading, user, lang)
