"""Ways to look at causes, reasons to start from, and chains of whys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.theory.causes import Bone, Cause
from aimwell.domain.theory.filters import OFFERED, Effect, Facts, Look, counted, shows, suggested_reason
from aimwell.domain.theory.five_whys import Why, chain_to, ends

FACTS = st.builds(
    Facts,
    status=st.sampled_from(["assumed", "checking", "supported", "contradicted"]),
    locus=st.sampled_from(["", "student", "family", "community", "adult", "school", "district", "policy", "society"]),
    level=st.sampled_from(["", "classroom", "school", "district", "network"]),
    control=st.sampled_from(["", "ours", "another", "none"]),
    checked=st.booleans(),
    aside=st.booleans(),
    sent=st.booleans(),
)


@given(FACTS)
def test_all_shows_everything_and_no_other_look_shows_what_is_set_aside(facts):
    assert shows(Look.ALL, facts)
    if facts.aside:
        assert not any(shows(look, facts) for look in Look if look is not Look.ALL)


@given(FACTS)
def test_what_nobody_tagged_stays_in_ours_and_in_system_only(facts):
    plain = Facts(status="assumed", aside=facts.aside)
    assert shows(Look.OURS, plain) is not facts.aside
    assert shows(Look.SYSTEM, plain) is not facts.aside


@pytest.mark.ac("S3 R-23")
@pytest.mark.parametrize("level", ["classroom", "school", "district", "network"])
def test_a_look_by_level_shows_that_level(level):
    assert shows(Look(level), Facts(level=level))
    assert not shows(Look(level), Facts(level=""))


@pytest.mark.ac("S2 R-4")
def test_the_list_can_be_cut_to_what_is_not_checked():
    assert shows(Look.ASSUMED, Facts(status="assumed"))
    assert shows(Look.ASSUMED, Facts(status="supported", checked=False))
    assert not shows(Look.ASSUMED, Facts(status="supported", checked=True))


@pytest.mark.ac("S4 R-9")
def test_two_filters_are_offered_and_each_keeps_and_sets_aside():
    assert [one.name("en") for one in OFFERED] == ["Impact or influence", "System only"]
    for one in OFFERED:
        for lang in ("en", "es"):
            assert [answer.effect for answer in one.values(lang)] == [Effect.KEEP, Effect.ASIDE, Effect.OPEN]


@pytest.mark.ac("S4 R-10")
@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        (("", "", ""), ""),
        (("ours", "have", "cycle"), ""),
        (("another", "", ""), "outside our impact: another level can change it"),
        (
            ("none", "no", "years"),
            "outside our impact: nobody here can change it; we cannot get what it takes; "
            "it takes years to see an effect",
        ),
    ],
)
def test_a_reason_to_start_from_comes_from_the_three_answers(answers, reason):
    assert suggested_reason(*answers, "en") == reason


@given(st.lists(st.tuples(st.sampled_from(["student", "school", "policy"]), st.booleans())))
def test_places_are_counted_before_and_after(places):
    found = counted(places)
    assert sum(before for before, _after in found.values()) == len(places)
    assert sum(after for _before, after in found.values()) == sum(stands for _place, stands in places)


@pytest.mark.ac("S4 R-16")
@given(st.integers(1, 30))
def test_a_chain_of_whys_has_any_depth_and_keeps_its_order(depth):
    whys = [Why(str(n), f"why {n}", str(n - 1) if n else "") for n in range(depth)]
    assert [why.id for why in chain_to(reversed(whys), str(depth - 1))] == [str(n) for n in range(depth)]
    assert ends({why.id: why.parent for why in whys}) == {str(depth - 1)}


def test_a_circle_of_whys_ends_and_a_link_without_grounds_is_assumed():
    assert len(chain_to([Why("1", "a", "2"), Why("2", "b", "1")], "1")) == 2
    assert Why("1", "a").assumed
    assert not Why("1", "a", how_known="timed").assumed
    assert not Why("1", "a", evidence=1).assumed


@pytest.mark.ac("S3 R-22")
def test_the_drawing_holds_bones_causes_and_the_problem_as_its_head():
    from aimwell.domain.render.fishbone import Fishbone, fishbone_svg

    bones = tuple(
        Bone(
            str(n),
            f"Bone {n}",
            (Cause(f"c{n}", f"Cause {n}", chosen=n == 0),),
        )
        for n in range(7)
    )
    drawn = fishbone_svg(Fishbone("Few give a reason", bones), lang="en")
    assert all(f"Bone {n}" in drawn and f"Cause {n}" in drawn for n in range(7))
    assert "Few give" in drawn
    assert drawn.count('font-weight="600"') == 7 + 1 + drawn.count(">Few give")
