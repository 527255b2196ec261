import pytest

from aimwell.domain.access.naming import mentioned, name_parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ana asked first", ("Ana",)),
        ("Banana bread", ()),
        ("In Rooms 9, 12 and 14", ("Rooms 9",)),
        ("El salón 12 y el aula 3", ("salón 12", "aula 3")),
        ("Room 12 and friends met in room 12", ("Room 12 and friends", "Room 12", "room 12")),
        ("Al and Bo", ()),
        ("(c++) again", ("c++",)),
        ("", ()),
    ],
)
def test_names_stand_as_whole_words(text, found):
    names = ["Room 12 and friends", "Ana", " Ana ", "Al", "Bo", "", "c++"]
    assert mentioned([text], names) == found


def test_names_are_told_in_their_order_and_once():
    assert mentioned(["Sam saw Ana", "Ana saw Sam"], ["Ana", "Sam", "Ana"]) == ("Ana", "Sam")


def test_a_person_goes_by_the_first_name_too():
    assert name_parts("Ana Ruiz") == ["Ana Ruiz", "Ana"]
    assert name_parts("  ") == []
