"""Notes, sentence by sentence, and where they may go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.pdsa.moves import State
from aimwell.domain.rhythm.notes import Place, places, sentences, with_line, without_line

line = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1).map(str.strip).filter(bool)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two? Three!", ("One.", "Two?", "Three!")),
        ("Ms. Ruiz came. Room 14 did not.", ("Ms. Ruiz came.", "Room 14 did not.")),
        ("- Heard 2.5 on average\n- ¿Y mañana? Sí.", ("Heard 2.5 on average", "¿Y mañana?", "Sí.")),
        ("“We ran out.” Then the bell.", ("“We ran out.”", "Then the bell.")),
        ("Same. Same.", ("Same.",)),
        ("  \n\n", ()),
    ],
)
def test_sentences_are_as_people_read_them(text: str, found: tuple[str, ...]):
    assert sentences(text) == found


@given(line)
def test_every_word_stays_somewhere(text: str):
    assert "".join("".join(sentences(text)).split()) in "".join(text.lstrip("-•* ").split()) or len(
        sentences(text)
    ) != len(set(sentences(text)))


@given(st.lists(line, max_size=4).map("\n".join), line)
def test_a_line_goes_in_once_and_out_again(text: str, new: str):
    once = with_line(text, new)
    assert new in once.splitlines()
    assert with_line(once, new) == once
    if new not in text.splitlines():
        assert without_line(once, new) == text.strip()


def test_a_line_that_somebody_reworded_is_not_found():
    assert without_line("Heard 27.", "Heard 26.") is None


@pytest.mark.parametrize(
    ("state", "follows", "has_next", "found"),
    [
        (State.DRAFT, False, False, "plan"),
        (State.DOING, False, False, "do"),
        (State.DOING, True, False, "plan do"),
        (State.STUDYING, False, False, "do study act"),
        (State.DONE, False, False, "study"),
        (State.DONE, True, True, "plan study"),
    ],
)
def test_notes_go_where_the_cycle_still_takes_them(state: State, follows: bool, has_next: bool, found: str):
    assert places(state, follows=follows, has_next=has_next) == tuple(Place(one) for one in found.split())
