"""Whose voice was heard, and names that slipped into a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.theory.voices import EVERYDAY, GROUPS, heard, names_in, told

PEOPLE = ["José Ruiz", "Grace Hall", "Devon Park", "Ana Ruiz", "Will Young", "Mary-Kate O'Neil"]


@pytest.mark.ac("S3 R-58")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then JOSE said it", ("JOSE",)),
        ("josé and Ana's table", ("josé", "Ana's")),
        ("Will you park by the young tree? Grace and hope.", ()),
        ("will young waits", ("will young",)),
        ("Grace M. Hall said no", ("Grace Hall",)),
        ("Devon was there, devon again", ("Devon",)),
        ("Anatomy of a banana", ()),
        ("mary-kate and O’Neil", ("mary-kate", "O’Neil")),
        ("A fifth grader waits", ()),
    ],
)
def test_names_near_the_team_are_found_as_they_stand(text, found):
    assert names_in(text, PEOPLE) == found


@given(st.text(), st.lists(st.text()))
def test_any_text_can_be_looked_at_and_what_is_found_stands_in_it(text, names):
    for words in names_in(text, names):
        assert all(word in text for word in words.split())


@given(st.sampled_from(sorted(EVERYDAY)))
def test_an_everyday_word_alone_names_nobody(word):
    assert names_in(f"They {word} here", [f"{word} Quintanilla"]) == ()


@pytest.mark.ac("S4 R-29")
def test_each_group_is_named_as_heard_or_not():
    lines = heard(["students", "students", "teachers"])
    assert [(line.group, line.times) for line in lines] == list(zip(GROUPS, (2, 0, 1, 0, 0, 0), strict=True))
    assert told(lines, "en") == (
        "Heard: students (2), teachers (1).",
        "Not heard yet: families, support staff, department and leaders, community.",
    )
    assert told(lines, "es", counted=False)[0] == "Escuchados: estudiantes, docentes."


def test_where_nobody_or_everybody_was_heard_one_sentence_is_left_out():
    assert told(heard([]), "en")[0] == ""
    assert told(heard(GROUPS), "en")[1] == ""


@given(st.lists(st.sampled_from(GROUPS)))
def test_counts_add_up(groups):
    assert sum(line.times for line in heard(groups)) == len(groups)
