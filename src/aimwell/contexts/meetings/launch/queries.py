"""The launch of one team as its members see it; and how teams of an organisation stand to work that goes on anyway."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from aimwell.contexts.cycles.support.models import SupportRequest
from aimwell.contexts.cycles.support.queries import Place, place_to_ask_first
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.meetings.launch.models import (
    BuildsOn,
    ConditionAnswer,
    ConditionCheck,
    Host,
    LaunchStep,
    NormProposal,
    NormRound,
    Norms,
    PrimerRead,
)
from aimwell.contexts.meetings.models import Rhythm
from aimwell.contexts.orgs.models import Org, Team
from aimwell.contexts.orgs.queries import under_any
from aimwell.contexts.people.models import Membership, TeamRole, User
from aimwell.contexts.people.queries import INSIDE, may_show_all, members_of, visible_to
from aimwell.domain.rhythm.launch import Condition, InPlace, Stands, Step, out_of_date, stands
from aimwell.domain.words.dates import long_date
from aimwell.domain.words.launch import say

REQUESTS = uuid.UUID("5f1c6a52-6b0e-4d1c-9a39-3d2f6f1b7c10")
NAMED = (TeamRole.LEAD, TeamRole.FACILITATOR, TeamRole.SPONSOR)


@dataclass(frozen=True)
class StepRow:
    """`fact`: what the work shows by itself, in words; empty where it shows nothing yet."""

    step: Step
    title: str
    why: str
    fact: str
    stands: Stands
    said: LaunchStep | None


def kit_of(user: User, team: Team, lang: str) -> tuple[StepRow, ...]:
    """The steps, for members. The number of queries is the same whatever is stored."""
    said = {row.step: row for row in visible_to(user, LaunchStep, team=team)}
    facts = _facts(user, team, lang)
    rows = []
    for step in Step:
        row = said.get(step)
        done, fact = facts[step]
        rows.append(
            StepRow(
                step,
                say(f"step.{step}", lang),
                say(f"why.{step}", lang),
                fact,
                stands(row.stands if row else "", done),
                row,
            )
        )
    return tuple(rows)


def _facts(user: User, team: Team, lang: str) -> dict[Step, tuple[bool, str]]:
    places = list(members_of(team))
    readers = {place.user_id for place in places if _reads(place)}
    read = PrimerRead.objects.filter(team=team, user__in=readers).count()
    named = [place.get_role_display() for place in places if place.role in NAMED]
    measures = visible_to(user, Measure, team=team).count()
    check = visible_to(user, ConditionCheck, team=team).last()
    old = check is not None and out_of_date(check.checked_on, timezone.localdate())
    checked = "fact.conditions.old" if old else "fact.conditions"
    return {
        Step.PRIMER: (0 < len(readers) <= read, say("fact.primer", lang, n=read, of=len(readers))),
        Step.NORMS: _norms_fact(user, team, lang, len(readers)),
        Step.ROLES: (
            {TeamRole.LEAD, TeamRole.SPONSOR} <= {place.role for place in places},
            say("fact.roles", lang, names=", ".join(named)) if named else "",
        ),
        Step.TIME: _yes(visible_to(user, Rhythm, team=team).exists(), say("fact.time", lang)),
        Step.FIRST_DATA: _yes(measures > 0, say("fact.first_data", lang, n=measures)),
        Step.BUILDS_ON: _yes(visible_to(user, BuildsOn, team=team).exists(), say("fact.builds_on", lang)),
        Step.CONDITIONS: (
            check is not None and not old,
            say(checked, lang, day=long_date(check.checked_on, lang)) if check else "",
        ),
    }


def _reads(place: Membership) -> bool:
    """Whether this person can read the primer and propose norms: a member with an account. A sponsor is none."""
    return place.user_id is not None and place.role in INSIDE


def _yes(there: bool, words: str) -> tuple[bool, str]:
    return there, words if there else ""


def _norms_fact(user: User, team: Team, lang: str, readers: int) -> tuple[bool, str]:
    agreed = visible_to(user, Norms, team=team).last()
    if agreed is not None:
        return True, say("fact.norms", lang, day=long_date(agreed.agreed_on, lang))
    proposed = NormProposal.objects.filter(round__owner_team=team, round__closed_at=None).count()
    return False, say("fact.norms.open", lang, n=proposed, of=readers) if proposed else ""


@dataclass(frozen=True)
class NormsLook:
    """`proposals` is empty until they are shown; then all of them in the order of the alphabet, without names."""

    versions: tuple[Norms, ...]
    the_round: NormRound | None
    mine: str
    proposed: int
    people: int
    proposals: tuple[str, ...]
    may_show: bool

    @property
    def now(self) -> Norms | None:
        return self.versions[-1] if self.versions else None

    @property
    def number(self) -> int:
        return self.now.number if self.now else 0

    @property
    def shown(self) -> bool:
        return self.the_round is not None and self.the_round.shown_at is not None

    @property
    def draft(self) -> str:
        """What the agreement starts from: what stood, then what was proposed, each line once."""
        lines = [*(self.now.text.splitlines() if self.now else ()), *self.proposals]
        return "\n".join(dict.fromkeys(lines))


def norms_of(user: User, team: Team) -> NormsLook:
    versions = tuple(visible_to(user, Norms, team=team))
    the_round = visible_to(user, NormRound, team=team).filter(closed_at=None).first()
    rows = list(NormProposal.objects.filter(round=the_round)) if the_round else []
    shown = the_round is not None and the_round.shown_at is not None
    lines = {line.strip() for row in rows for line in row.text.splitlines() if line.strip()} if shown else set()
    return NormsLook(
        versions=versions,
        the_round=the_round,
        mine=next((row.text for row in rows if row.user_id == user.pk), ""),
        proposed=len(rows),
        people=sum(map(_reads, members_of(team))),
        proposals=tuple(sorted(lines, key=str.casefold)),
        may_show=may_show_all(user, team.pk),
    )


def norms_in_force(user: User, team: Team) -> Norms | None:
    """One query: for the start of a meeting."""
    return visible_to(user, Norms, team=team).last()


@dataclass(frozen=True)
class PrimerLook:
    """Who has read it: done or not, nothing else (S3 R-27). `waits`: the reader has not."""

    rows: tuple[tuple[Membership, bool], ...]
    waits: bool


def primer_of(user: User, team: Team) -> PrimerLook:
    """Two queries."""
    read = set(PrimerRead.objects.filter(team=team).values_list("user_id", flat=True))
    places = filter(_reads, members_of(team))
    return PrimerLook(tuple((place, place.user_id in read) for place in places), user.pk not in read)


@dataclass(frozen=True)
class ConditionRow:
    """`asked`: the last request for it that stands. `request`: the words in which it can be asked for now, or empty."""

    condition: Condition
    title: str
    answer: ConditionAnswer | None
    words: str
    asked: SupportRequest | None = None
    request: str = ""


@dataclass(frozen=True)
class ConditionsLook:
    """The newest check, and the days of those before. `place`: where somebody can answer a request; None: nobody."""

    check: ConditionCheck | None
    rows: tuple[ConditionRow, ...]
    earlier: tuple[ConditionCheck, ...]
    place: Place | None = None

    @cached_property
    def old(self) -> bool:
        return self.check is not None and out_of_date(self.check.checked_on, timezone.localdate())

    @property
    def missing(self) -> list[ConditionRow]:
        return [row for row in self.rows if row.answer is not None and row.answer.stands != InPlace.YES]


def conditions_of(user: User, team: Team, lang: str) -> ConditionsLook:
    checks = list(visible_to(user, ConditionCheck, team=team))
    check = checks[-1] if checks else None
    answers = {row.condition: row for row in check.answers.filter(ended_at=None)} if check else {}
    asked = _asked_for(user, team) if check else {}
    rows = []
    for condition in Condition:
        answer, waits = answers.get(condition), asked.get(condition)
        words = say(f"state.{answer.stands}", lang) if answer else ""
        again = waits is None or (waits.said and answer is not None and waits.client_key != request_key(answer))
        request = request_words(answer, lang) if answer and answer.stands != InPlace.YES and again else ""
        rows.append(ConditionRow(condition, say(f"condition.{condition}", lang), answer, words, waits, request))
    place = place_to_ask_first(team) if any(row.request for row in rows) else None
    return ConditionsLook(check, tuple(rows), tuple(reversed(checks[:-1])), place)


def request_key(answer: ConditionAnswer) -> uuid.UUID:
    """One request for one answer, however often and by whomever it is sent; so the request is found again."""
    return uuid.uuid5(REQUESTS, str(answer.pk))


def request_words(answer: ConditionAnswer, lang: str) -> str:
    """What is asked: the plain need, and what the team said would help."""
    need = say(f"ask.{answer.condition}", lang)
    return f"{need} {say('ask.wanted', lang, what=answer.wanted)}" if answer.wanted else need


def _asked_for(user: User, team: Team) -> dict[str, SupportRequest]:
    """By condition, the last request that was made from a check and stands. Two queries."""
    rows = visible_to(user, ConditionAnswer, team=team).only("pk", "condition", "look_id")
    keys = {request_key(row): row.condition for row in rows}
    made = visible_to(user, SupportRequest, team=team).filter(client_key__in=keys).select_related("asked_org")
    return {keys[row.client_key]: row for row in made.order_by("pk") if row.client_key is not None}


def ground_of(user: User, team: Team) -> BuildsOn | None:
    return visible_to(user, BuildsOn, team=team).first()


@dataclass(frozen=True)
class Grounds:
    """How many teams of an organisation build on work that goes on anyway, stand alone, or have not said (S3 R-29)."""

    attached: int
    alone: int
    unsaid: int


def grounds_in(org: Org) -> Grounds:
    """Counts only; two queries. Whoever may ask is the caller's business."""
    teams = Team.objects.filter(under_any([org.path], "org__path"))
    hosts = list(BuildsOn.objects.filter(owner_team__in=teams, ended_at=None).values_list("host", flat=True))
    alone = sum(host == Host.ALONE for host in hosts)
    return Grounds(len(hosts) - alone, alone, teams.count() - len(hosts))
