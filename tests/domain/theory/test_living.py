"""What one more cycle does to a theory, and what two of its files say beside the screen (products, 6 and 7)."""

import dataclasses

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aimwell.domain.theory.difference import differences
from aimwell.domain.theory.exchange import AIM, Line, from_csv, to_csv
from aimwell.domain.theory.graph import Link, Part, PartKind, Theory, below
from aimwell.domain.theory.strength import Trial, strengths
from domain.theory.theories import ROOM_12, theories

ROOMS = ("Room 9", "Room 12", "Room 14")
TRIALS = st.lists(st.builds(Trial, st.sampled_from(ROOMS), st.booleans()), max_size=4)


@pytest.mark.ac("N-6")
@given(theories(), st.data())
def test_one_more_cycle_fills_only_its_idea_and_what_stands_above(theory: Theory, data: st.DataObject) -> None:
    ideas = [part.id for part in theory.of_kind(PartKind.IDEA)]
    assume(ideas)
    trials = {idea: data.draw(TRIALS) for idea in ideas}
    tried = data.draw(st.sampled_from(ideas))
    more = {**trials, tried: [*trials[tried], Trial(data.draw(st.sampled_from(ROOMS)), True)]}
    before, after = strengths(theory, trials), strengths(theory, more)
    changed = {name for name in after if after[name] != before[name]}
    assert changed <= {tried} | {part.id for part in theory.parts if tried in below(theory, part.id)}


def written(theory: Theory) -> Theory:
    """The theory as its table says it, read again."""
    parents = {part.id: tuple(AIM if up == "a" else up for up in theory.parents(part.id)) for part in theory.parts}
    lines = [
        Line(row, part.id, part.kind, part.label, parents[part.id])
        for row, part in enumerate((one for one in theory.parts if one.kind is not PartKind.AIM), start=1)
    ]
    back = from_csv(to_csv(lines))
    aim = theory.by_id["a"]
    links = tuple(Link("a" if up == AIM else up, line.key) for line in back for up in line.parents)
    return Theory((aim, *(Part(line.key, line.kind, line.text) for line in back)), links)


@pytest.mark.ac("N-7")
def test_two_files_differ_as_the_screen_says() -> None:
    plain = Theory(
        tuple(dataclasses.replace(part, measured=False, abandoned=False) for part in ROOM_12.parts), ROOM_12.links
    )
    said = {"s3": "Time to think, alone and in pairs"}
    parts = [dataclasses.replace(one, label=said.get(one.id, one.label)) for one in plain.parts if one.id != "i2"]
    links = [link for link in plain.links if "i2" not in (link.parent, link.child)]
    links = [Link("s4", "i3") if link == Link("s3", "i3") else link for link in links]
    later = Theory((*parts, Part("i9", PartKind.IDEA, "Cards with first words")), (*links, Link("s4", "i9")))

    def told(one: Theory, other: Theory) -> set[tuple[str, str, str]]:
        return {(step.turn.value, step.part.label, step.was) for step in differences(one, other)}

    screen = told(plain, later)
    assert told(written(plain), written(later)) == screen
    assert len(screen) == 5
