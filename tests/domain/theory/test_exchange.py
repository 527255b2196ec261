"""A theory goes out as a file and comes back as it was; what a file changes is known before it is changed."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.errors import Refused
from aimwell.domain.theory.exchange import AIM, Line, from_csv, from_outline, to_csv, to_outline
from aimwell.domain.theory.graph import MAY_HOLD, PartKind
from aimwell.domain.theory.merging import plan

P, S, I = PartKind.PRIMARY, PartKind.SECONDARY, PartKind.IDEA  # noqa: E741
WORDS = st.text(string.ascii_letters + "áéñ ,\"'=+;[", min_size=1, max_size=30).map(str.strip).filter(bool)


@st.composite
def theories(draw):
    """Lines of a theory with several parents, some of it loose."""
    lines = []
    for number, kind in enumerate(draw(st.lists(st.sampled_from([P, S, I]), min_size=1, max_size=15)), start=1):
        over = [line.key for line in lines if kind in MAY_HOLD[line.kind]] + ([AIM] if kind is P else [])
        parents = draw(st.lists(st.sampled_from(over), unique=True)) if over else []
        text = draw(WORDS.filter(lambda text: not text.startswith("'") and text.split()[0] not in "PSI-*"))
        lines.append(Line(number, str(number), kind, text, tuple(parents), draw(WORDS), draw(WORDS)))
    return lines


def shape(lines):
    return {line.key: (line.kind, line.text, frozenset(line.parents)) for line in lines}


@given(theories())
def test_a_table_comes_back_as_it_went_out(lines):
    back = from_csv(to_csv(lines))
    assert shape(back) == shape(lines)
    assert plan(lines, back).is_nothing


@given(theories())
def test_a_list_comes_back_as_it_went_out(lines):
    lines = [Line(one.row, one.key, one.kind, one.text.replace("[", "("), one.parents) for one in lines]
    back = from_outline(to_outline(lines, aim="65 % by May"))
    assert shape(back) == shape(lines)
    assert plan(lines, back).is_nothing
    assert plan(lines, back).missing == ()


@given(theories(), theories())
def test_a_plan_carried_out_gives_what_the_file_says(now, wanted):
    new = [
        Line(one.row, f"n{one.key}", one.kind, one.text, tuple(p if p == AIM else f"n{p}" for p in one.parents))
        for one in wanted
    ]
    found = plan(now, new)
    assert [line.key for line in found.added] == [line.key for line in sorted(new, key=lambda line: line.kind.column)]
    assert set(found.linked) == {(parent, line.key) for line in new for parent in line.parents}
    assert found.missing == tuple(line.key for line in now)


THEN = (
    Line(1, "1", P, "Everyone has a way in", (AIM,), "", ""),
    Line(2, "2", P, "It is safe to be unsure", (AIM,), "", ""),
    Line(3, "3", S, "Time to think", ("1", "2"), "a minute", ""),
    Line(4, "4", I, "A quiet minute", ("3",), "", "teachers"),
)


def test_what_is_said_otherwise_moved_and_new_is_told_apart():
    found = plan(THEN, from_csv(
        "key,kind,text,parents\n1,primary,Everyone has a way into the talk,aim\n2,primary,It is safe to be unsure,aim\n"
        "3,secondary,Time to think,2\n4,idea,A quiet minute,3\n,idea,Two-answer tasks,Time to think\n"
    ))  # fmt: skip
    assert [(one.key, one.facts) for one in found.changed] == [
        ("1", (("text", "Everyone has a way in", "Everyone has a way into the talk"),))
    ]
    assert found.unlinked == (("1", "3"),)
    assert found.linked == (("3", "row 6"),)
    assert [line.text for line in found.added] == ["Two-answer tasks"]
    assert found.missing == ()


def test_a_file_of_one_branch_leaves_the_others_alone():
    found = plan(THEN, from_outline("- S Time to think, alone [3]\n  - I A quiet minute [4]\n"))
    assert (found.linked, found.unlinked) == ((), ())
    assert found.missing == ("1", "2")
    assert [one.key for one in found.changed] == ["3"]


def test_a_list_typed_by_hand_needs_no_letters_and_no_keys():
    lines = from_outline(
        "Safe to be unsure\n\tTime to think\n\t\tA quiet minute\n\t\tTwo-answer tasks\nWords to start with\n"
    )
    assert [(line.kind, line.text, line.parents) for line in lines] == [
        (P, "Safe to be unsure", (AIM,)),
        (S, "Time to think", ("row 1",)),
        (I, "A quiet minute", ("row 2",)),
        (I, "Two-answer tasks", ("row 2",)),
        (P, "Words to start with", (AIM,)),
    ]


@pytest.mark.parametrize(
    ("table", "objections"),
    [
        ("key,kind,text,parents\n9,idea,A,\n", [(2, "key_unknown")]),
        ("key,kind,text,parents\n1,idea,A,\n", [(2, "kind_changed")]),
        ("key,kind,text,parents\n,idea,A,nobody\n", [(2, "parent_unknown")]),
        ("key,kind,text,parents\n,primary,A,1\n,idea,B,aim\n", [(2, "parent_wrong"), (3, "parent_wrong")]),
        ("key,kind,text\na,idea,A\na,idea,B\n", [(2, "key_twice")]),
    ],
)
def test_what_cannot_be_taken_in_is_named_by_its_row(table, objections):
    found = plan(THEN, from_csv(table))
    assert [(one.row, one.code) for one in found.objections] == objections
    assert found.is_nothing


@pytest.mark.parametrize(
    ("read", "text", "code"),
    [
        (from_csv, "name,number\n1,2\n", "theory_columns"),
        (from_csv, "", "theory_columns"),
        (from_csv, "kind,text\ngoal,A\n", "theory_kind"),
        (from_csv, "kind,text\naim,A\n", "theory_kind"),
        (from_csv, "kind,text\nidea,\n", "theory_no_text"),
        (from_csv, "kind,text\n", "theory_empty"),
        (from_csv, "kind,text\nidea," + "x" * 201 + "\n", "theory_long"),
        (from_csv, "kind,text\n" + "idea,A\n" * 501, "theory_many"),
        (from_outline, "Aim: 65 %\n\n", "theory_empty"),
        (from_outline, "- P [3]\n", "theory_no_text"),
        (from_outline, "- P A [3]\n- P B [3]\n", "theory_twice"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(read, text, code):
    with pytest.raises(Refused) as refused:
        read(text)
    assert refused.value.code == code


def test_a_cell_that_looks_like_a_formula_stays_text_both_ways():
    [line] = from_csv(to_csv([Line(1, "1", I, "=SUM(A1)", (), "+1", "@x")]))
    assert (line.text, line.detail, line.who_changes) == ("=SUM(A1)", "+1", "@x")
    assert "'=SUM" in to_csv([line])
