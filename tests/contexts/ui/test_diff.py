from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from aimwell.ui.diff import Piece, one_side, pieces

TEXT = st.text(alphabet=" \n\tabcáñ.“”", max_size=60)


def joined(found: list[Piece], *kinds: str) -> str:
    return "".join(piece.text for piece in found if piece.kind in kinds)


@given(TEXT, TEXT)
def test_nothing_is_lost_from_either_version(mine: str, theirs: str) -> None:
    found = pieces(mine, theirs)
    assert joined(found, "same", "mine") == mine
    assert joined(found, "same", "theirs") == theirs


@given(TEXT)
def test_the_same_text_twice_has_no_difference(text: str) -> None:
    assert pieces(text, text) == ([Piece("same", text)] if text else [])


@given(TEXT, TEXT)
def test_each_side_reads_as_its_own_version(mine: str, theirs: str) -> None:
    assert joined(one_side(mine, theirs, "mine"), "same", "mine") == mine
    assert joined(one_side(mine, theirs, "theirs"), "same", "theirs") == theirs


@given(TEXT, TEXT)
def test_no_piece_is_empty_and_a_change_is_one_run(mine: str, theirs: str) -> None:
    found = pieces(mine, theirs)
    assert all(piece.text for piece in found)
    assert all(left.kind != right.kind for left, right in pairwise(found))


def test_a_changed_ending_is_one_change_and_not_word_by_word() -> None:
    found = pieces("The task works once they have rehearsed it.", "The task works when we start on time.")
    assert found == [
        Piece("same", "The task works "),
        Piece("mine", "once they have rehearsed it."),
        Piece("theirs", "when we start on time."),
    ]
