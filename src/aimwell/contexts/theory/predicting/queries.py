"""A prediction board as one reader may see it. What is covered is not read at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations

from aimwell.contexts.measures.queries.gap_hiding import rule_of
from aimwell.contexts.people.models import User
from aimwell.contexts.theory.models import Bone
from aimwell.contexts.theory.predicting.models import Board, BoardState, CountSheet, Finding, Prediction
from aimwell.contexts.theory.queries import InquiryView
from aimwell.domain.access.eyes import Detail
from aimwell.domain.equity.presets import SmallGroups
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.theory.count_tables import CountTable, rows_to_cut
from aimwell.domain.theory.predicting import Cut, cut_by
from aimwell.domain.words.predicting import CutWords, cut_words, place_name


@dataclass(frozen=True)
class CutView:
    """One table that was asked for. `key` stands in addresses and results: "day" or "day|distance"."""

    key: str
    names: tuple[str, ...]
    cut: Cut
    words: CutWords


@dataclass(frozen=True)
class BoardView:
    """`user` reads the board of `view`'s inquiry. Each list is one query, made when it is first asked for."""

    board: Board
    view: InquiryView
    user: User

    @property
    def writing(self) -> bool:
        return self.board.state == BoardState.WRITING

    @property
    def closed(self) -> bool:
        return self.board.state == BoardState.CLOSED

    @property
    def team(self) -> bool:
        """Whether groups side by side, and whose doing something would be, are for these eyes."""
        return self.view.eyes.sees(Detail.GROUPS)

    @cached_property
    def _all(self) -> list[Prediction]:
        if not self.view.beside:
            return []
        rows = self.board.predictions.filter(ended_at=None).select_related("created_by", "became__bone")
        return sorted(rows, key=lambda one: (one.text.casefold(), one.pk))

    @property
    def predictions(self) -> list[Prediction]:
        """While everyone writes, the reader's own; then all, by the alphabet, so that the order tells nothing."""
        return [one for one in self._all if not self.writing or one.created_by_id == self.user.pk]

    @property
    def written(self) -> int:
        return len(self._all)

    def author_of(self, prediction: Prediction) -> str:
        """Empty where it is not signed, and for eyes that see no people."""
        told = prediction.signed and self.view.eyes.sees(Detail.PEOPLE)
        return str(prediction.created_by) if told and prediction.created_by else ""

    @cached_property
    def findings(self) -> list[Finding]:
        if not self.view.beside or not self.closed:
            return []
        return list(self.board.findings.filter(ended_at=None).select_related("became__bone"))

    @cached_property
    def bones(self) -> list[Bone]:
        return self.view.bones

    @cached_property
    def sheet(self) -> CountSheet | None:
        """The table as it is described; its numbers stay in the database while they are covered."""
        if not self.team:
            return None
        rows = self.board.sheets.filter(ended_at=None).order_by("-pk")
        return (rows if self.closed else rows.defer("rows")).first()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The attributes that cut."""
        return tuple(self.sheet.attributes[place] for place in self.sheet.used) if self.sheet else ()

    @cached_property
    def cuts(self) -> list[tuple[str, str]]:
        """Key and words of each table by one attribute, then by each pair, in both directions."""
        numbers = range(len(self.names))
        keys = [(place,) for place in numbers] + list(permutations(numbers, 2))
        return [(self._key(places), place_name([self.names[k] for k in places], self.view.lang)) for places in keys]

    @property
    def offered(self) -> set[str]:
        """The keys of these tables. What was read from a table that is gone since is no longer among them."""
        return {key for key, _words in self.cuts}

    def cut(self, key: str) -> CutView:
        """Raises Refused("still_covered") before the round closes, NotFound for a table that is not offered."""
        if not self.closed:
            raise Refused("still_covered")
        sheet, names = self.sheet, tuple(key.split("|"))
        if sheet is None or len(names) > 2 or len(set(names)) != len(names) or not set(names) <= set(self.names):
            raise NotFound
        found = cut_of(sheet, names, rule_of(self.view.inquiry.owner_team))
        count, whole = sheet.numbers[sheet.count], "" if sheet.whole is None else sheet.numbers[sheet.whole]
        words = cut_words(found, names, count=count, whole=whole, lang=self.view.lang)
        return CutView(key, names, found, words)

    def _key(self, places: Sequence[int]) -> str:
        return "|".join(self.names[place] for place in places)


def cut_of(sheet: CountSheet, names: Sequence[str], rule: SmallGroups) -> Cut:
    """The table by one or two attributes of `sheet`, with what is small hidden."""
    table = CountTable(
        tuple(sheet.attributes), tuple(sheet.numbers),
        tuple((tuple(values), tuple(sums), n) for values, sums, n in sheet.rows),
        sheet.count, sheet.whole, sheet.lost, sheet.skipped, (),
    )  # fmt: skip
    places = [sheet.attributes.index(name) for name in names]
    rows = rows_to_cut(table)
    if not rows:
        raise Refused("no_counts")
    return cut_by(rows, *places, times=sheet.times, lost=sheet.lost, rule=rule)


def boards_of(view: InquiryView) -> list[Board]:
    """The boards of one inquiry, newest first."""
    return list(view.inquiry.boards.filter(ended_at=None))


def set_aside_boards(view: InquiryView) -> list[Board]:
    return list(view.inquiry.boards.exclude(ended_at=None)) if view.may_edit else []
