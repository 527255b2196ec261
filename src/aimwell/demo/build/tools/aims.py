"""The cards of Room 12's aim, its signs on the way, and what equity means in its district."""

from __future__ import annotations

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.equity.services import define_equity
from aimwell.contexts.people.models import OrgRole, OrgRoleKind
from aimwell.contexts.theory import services
from aimwell.contexts.theory.focus.services import set_gap_aim
from aimwell.contexts.theory.models import Aim, Cause
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_aims as told

WHOLE = (
    "what", "for_whom", "where", "baseline", "baseline_on", "target", "unit", "unit_name", "direction", "by_when",
    "measure",
)  # fmt: skip


def build(team: str, bench: Bench) -> None:
    if team != "room12":
        return
    _cards(bench)
    _signs(bench)
    _district(bench)


def _cards(bench: Bench) -> None:
    by, inquiry = bench.lead, bench.inquiry
    aim = Aim.objects.get(inquiry=inquiry)
    with as_if(bench.calendar.at(told.CARDS_ON, "15:40")):
        facts = {name: getattr(aim, name) for name in WHOLE}
        services.set_aim(by=by, inquiry=inquiry, headcount=told.HEADCOUNT, **facts)
        causes = Cause.objects.filter(bone__inquiry=inquiry, text__in=told.CAUSES)
        services.connect_aim_causes(by=by, inquiry=inquiry, causes=causes)
        services.answer_outside(by=by, inquiry=inquiry, version=None, outside=told.OUTSIDE, outside_skipped="")
        frame, words = told.EQUITY
        services.choose_equity(by=by, inquiry=inquiry, version=None, equity=frame, equity_words=words)
        set_gap_aim(by=by, inquiry=inquiry, version=0, by_when=aim.by_when, **told.GAP)


def _signs(bench: Bench) -> None:
    day = bench.calendar.day
    with as_if(bench.calendar.at(told.CARDS_ON, "15:50")):
        for name, moves, expected, over_all, key, owner, make_by in told.SIGNS:
            measure: Measure | None = bench.measures.get(key)
            services.add_indicator(
                by=bench.lead, inquiry=bench.inquiry, name=name, moves=moves, expected_on=day(expected),
                overarching=over_all, measure=measure, owner=owner, make_by=day(make_by) if make_by else None,
            )  # fmt: skip


def _district(bench: Bench) -> None:
    """Said in August and said anew in January, so that work that is older shows what held when it began."""
    org = bench.inquiry.owner_team.org
    assert org is not None  # Room 12 works at a school
    district = org.parent or org
    keeper = OrgRole.objects.filter(org=district, kind=OrgRoleKind.ORG_ADMIN, ended=None).order_by("pk").first()
    if keeper is None:
        return
    with as_if(bench.calendar.at(told.DISTRICT_ON, "10:00")):
        define_equity(by=keeper.user, place=district, version=0, **told.DISTRICT)
    with as_if(bench.calendar.at(told.DISTRICT_AGAIN_ON, "10:00")):
        define_equity(
            by=keeper.user, place=district, version=1, reason=told.DISTRICT_BECAUSE, **told.DISTRICT_AGAIN
        )  # fmt: skip
