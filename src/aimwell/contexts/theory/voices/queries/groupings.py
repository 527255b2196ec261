"""A board as one reader may see it now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import eyes_of, find, may_edit_team
from aimwell.contexts.people.signin.access import may_lead
from aimwell.contexts.theory.models import Cause
from aimwell.contexts.theory.voices.models import Category, Coding, Ground, Grouping, Placing, Response
from aimwell.contexts.theory.voices.queries.counts import standing_of
from aimwell.contexts.theory.voices.queries.interviews import causes_of, said_in
from aimwell.domain.access.eyes import Detail, Eyes
from aimwell.domain.equity.presets import offered
from aimwell.domain.errors import NotFound
from aimwell.domain.theory.agreement import Agreement, agreement
from aimwell.domain.theory.grouping import SEATS, Outcome, Step, hidden_counts, outcome, placed
from aimwell.domain.words.voices import TABLE


@dataclass(frozen=True)
class CategoryLine:
    """`count` None: too few to be told outside the team."""

    category: Category
    count: int | None
    samples: tuple[Response, ...]
    grounds: tuple[Ground, ...]


@dataclass(frozen=True)
class Difference:
    """An answer and where each of the two put it."""

    response: Response
    ways: tuple[tuple[str, Category | None], ...]


@dataclass(frozen=True)
class ReplayStep:
    number: int
    who: str
    response: Response
    category: Category | None


@dataclass(frozen=True)
class GroupingView:
    """Each list is one query, made when a page first asks for it. Placings of others stay closed until it is open."""

    grouping: Grouping
    user: User
    own: bool
    eyes: Eyes
    lang: str

    @property
    def is_open(self) -> bool:
        return self.grouping.opened_at is not None

    @property
    def least(self) -> int:
        return offered(self.grouping.inquiry.owner_team.small_groups).minimum

    @cached_property
    def may_open(self) -> bool:
        return may_lead(self.user, self.grouping.inquiry.owner_team)

    @cached_property
    def responses(self) -> list[Response]:
        """Answers are for the team; others get the samples where they see voices."""
        rows = self.grouping.responses.filter(ended_at=None)
        if self.own:
            return list(rows.select_related("settled"))
        return list(rows.filter(sample=True)) if self.is_open and self.eyes.sees(Detail.BESIDE) else []

    @cached_property
    def said(self) -> list[str]:
        """What may go in from interviews."""
        return said_in(self.grouping.inquiry) if self.own else []

    @cached_property
    def categories(self) -> list[Category]:
        return list(self.grouping.categories.filter(ended_at=None)) if self.own or self.is_open else []

    @cached_property
    def codings(self) -> list[Coding]:
        return list(self.grouping.codings.select_related("created_by")) if self.own else []

    @property
    def mine(self) -> Coding | None:
        return next((coding for coding in self.codings if coding.created_by_id == self.user.pk), None)

    @property
    def others(self) -> list[Coding]:
        return [coding for coding in self.codings if coding.created_by_id != self.user.pk]

    @property
    def seat_free(self) -> bool:
        return not self.is_open and self.mine is None and len(self.codings) < SEATS

    @cached_property
    def placings(self) -> list[Placing]:
        """Blind: before it is open only one's own."""
        rows = Placing.objects.filter(coding__grouping=self.grouping).order_by("coding", "number")
        return list(rows if self.is_open else rows.filter(coding__created_by=self.user))

    @cached_property
    def _groups(self) -> dict[int, Category]:
        return {category.pk: category for category in self.categories}

    @cached_property
    def _ways(self) -> dict[int, dict[int, int]]:
        groups = set(self._groups)
        steps: dict[int, list[Step]] = {}
        for row in self.placings:
            steps.setdefault(row.coding_id, []).append(Step(row.response_id, row.category_id))
        return {coding: standing_of(placed(own), groups) for coding, own in steps.items()}

    @property
    def my_places(self) -> dict[int, int]:
        return self._ways.get(self.mine.pk, {}) if self.mine else {}

    @property
    def ways_by_person(self) -> list[tuple[str, dict[int, int]]]:
        """Those that may be seen now: before it is open, one's own."""
        seen = self.codings if self.is_open else [one for one in self.codings if one == self.mine]
        return [(str(one.created_by), self._ways.get(one.pk, {})) for one in seen]

    @cached_property
    def outcome(self) -> Outcome:
        rows = self.responses if self.own else list(self.grouping.responses.filter(ended_at=None))
        settled = {one.pk: one.settled_id for one in rows if one.settled_id in self._groups}
        return outcome([one.pk for one in rows], list(self._ways.values()), settled)

    @cached_property
    def lines(self) -> list[CategoryLine]:
        counts = [self.outcome.count(category.pk) for category in self.categories] if self.is_open else []
        shown = counts if self.own else hidden_counts(counts, self.least)
        return [
            CategoryLine(category, count, self._samples(category), self._grounds_of(category))
            for category, count in zip(self.categories, shown, strict=True)
        ] if self.is_open else []  # fmt: skip

    @property
    def total(self) -> int | None:
        """How many lie in a group; None where it would give away a number that is not told."""
        counts = [line.count for line in self.lines]
        return None if None in counts else len(self.outcome.final)

    def _samples(self, category: Category) -> tuple[Response, ...]:
        final = self.outcome.final
        return tuple(one for one in self.responses if one.sample and final.get(one.pk) == category.pk)

    def _grounds_of(self, category: Category) -> tuple[Ground, ...]:
        return tuple(one for one in self._grounds if one.category_id == category.pk)

    @cached_property
    def _grounds(self) -> list[Ground]:
        if not self.eyes.sees(Detail.BESIDE):
            return []
        rows = Ground.objects.filter(category__grouping=self.grouping, evidence__ended_at=None)
        return list(rows.select_related("cause"))

    @cached_property
    def causes(self) -> list[Cause]:
        return causes_of(self.grouping.inquiry)

    @cached_property
    def agreement(self) -> Agreement[int] | None:
        """None where fewer than two people grouped, or for readers outside the team."""
        if not (self.own and self.is_open and len(self.codings) == SEATS):
            return None
        one, other = (self._ways.get(coding.pk, {}) for coding in self.codings)
        here = [response.pk for response in self.responses]
        pairs = [(one[answer], other[answer]) for answer in here if answer in one and answer in other]
        return agreement(pairs, [category.pk for category in self.categories])

    @property
    def table_rows(self) -> list[tuple[str, tuple[int, ...]]]:
        found = self.agreement
        names = [category.name for category in self.categories]
        return list(zip(names, found.table, strict=True)) if found else []

    @property
    def agreement_words(self) -> list[str]:
        found = self.agreement
        if found is None:
            return []
        said = []
        if found.both:
            percent = round(100 * found.alike / found.both)
            said.append(TABLE.say("agree", self.lang, alike=found.alike, both=found.both, percent=percent))
        kappa = found.kappa
        unsaid = f"kappa.{found.unsaid}" if found.unsaid else "kappa"
        number = "" if kappa is None else f"{kappa:.2f}".replace(".", "," if self.lang.startswith("es") else ".")
        said.append(TABLE.say(unsaid, self.lang, kappa=number))
        if left := len(self.responses) - found.both:
            said.append(TABLE.say("left_out", self.lang, n=left))
        return said

    @property
    def differences(self) -> list[Difference]:
        answers = {response.pk: response for response in self.responses}
        return [Difference(answers[pk], self._said_of(pk)) for pk in self.outcome.differ]

    def _said_of(self, answer: int) -> tuple[tuple[str, Category | None], ...]:
        return tuple((who, self._groups.get(way.get(answer, 0))) for who, way in self.ways_by_person)

    @property
    def talked_over(self) -> list[Response]:
        return [response for response in self.responses if response.settled_id]

    @cached_property
    def steps(self) -> list[ReplayStep]:
        """Every step in the order in which it was made."""
        groups = {category.pk: category for category in self.grouping.categories.all()}
        answers = {response.pk: response for response in self.grouping.responses.all()}
        names = {coding.pk: str(coding.created_by) for coding in self.codings}
        told = sorted(self.placings, key=lambda row: (row.at, row.coding_id, row.number))
        return [
            ReplayStep(number, names[row.coding_id], answers[row.response_id], groups.get(row.category_id or 0))
            for number, row in enumerate(told, start=1)
        ]

    def after(self, step: int) -> list[tuple[str, list[tuple[Category | None, list[Response]]]]]:
        """By person, what lay in each group after that step of the replay."""
        where: dict[str, dict[int, ReplayStep]] = {
            coding: {} for coding in (str(one.created_by) for one in self.codings)
        }
        for one in self.steps[:step]:
            where[one.who][one.response.pk] = one
        return [(who, self._laid(list(last.values()))) for who, last in where.items() if last or step == 0]

    def _laid(self, last: list[ReplayStep]) -> list[tuple[Category | None, list[Response]]]:
        under: dict[int, list[Response]] = {}
        for one in last:
            if one.category is not None:
                under.setdefault(one.category.pk, []).append(one.response)
        return [(category, under.get(category.pk, [])) for category in self.categories]


def grouping_view(user: User, pk: int, *, lang: str = "en") -> GroupingView:
    """Raises NotFound for a board that is not there or not shared."""
    grouping = find(user, Grouping, pk, with_ended=True)
    own = may_edit_team(user, grouping.inquiry.owner_team)
    return GroupingView(grouping, user, own, eyes_of(user, grouping), lang)


def own_grouping(user: User, pk: int, *, lang: str = "en") -> GroupingView:
    """For the team alone. Raises NotFound."""
    view = grouping_view(user, pk, lang=lang)
    if not view.own:
        raise NotFound
    return view
