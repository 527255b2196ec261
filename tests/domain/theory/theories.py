"""Theories for tests: the one of the mockups, and any that services could have made."""

from hypothesis import strategies as st

from aimwell.domain.theory.graph import Link, Part, PartKind, Theory, may_link

K = PartKind
ROOM_12 = Theory(
    parts=(
        Part("a", K.AIM, "65 % of fifth graders explain their reasoning to a partner by May 28", measured=True),
        Part("p1", K.PRIMARY, "Tasks worth talking about"),
        Part("p2", K.PRIMARY, "Everyone has a way into the talk"),
        Part("p3", K.PRIMARY, "It is safe to be unsure"),
        Part("s1", K.SECONDARY, "Tasks with more than one defensible answer", measured=True),
        Part("s2", K.SECONDARY, "Math from students’ own lives"),
        Part("s3", K.SECONDARY, "Time to think before talking", measured=True),
        Part("s4", K.SECONDARY, "Words to start with, in English and Spanish", measured=True),
        Part("s5", K.SECONDARY, "How adults answer a wrong idea"),
        Part("s6", K.SECONDARY, "Students see peers change their minds", measured=True),
        Part("i1", K.IDEA, "Two-answer tasks"),
        Part("i2", K.IDEA, "Estimation openers"),
        Part("i3", K.IDEA, "A quiet minute to rehearse"),
        Part("i4", K.IDEA, "Partner rotation by seat", abandoned=True),
        Part("i5", K.IDEA, "Sentence starters on cards"),
        Part("i6", K.IDEA, "Bilingual starters"),
        Part("i7", K.IDEA, "Favorite mistake"),
        Part("i8", K.IDEA, "“I changed my mind” line"),
    ),
    links=tuple(
        Link(parent, child)
        for parent, children in {
            "a": ("p1", "p2", "p3"),
            "p1": ("s1", "s2"),
            "p2": ("s3", "s4"),
            "p3": ("s3", "s5", "s6"),
            "s1": ("i1", "i2"),
            "s3": ("i3", "i4"),
            "s4": ("i5", "i6"),
            "s5": ("i7",),
            "s6": ("i7", "i8"),
        }.items()
        for child in children
    ),
)

labels = st.text(max_size=60) | st.sampled_from(["<script>alert(1)</script>", "a" * 200, "", "ñandú & “comillas”"])


@st.composite
def theories(draw: st.DrawFn, *, most: int = 24) -> Theory:
    """Any theory built part by part and link by link through `may_link`."""
    kinds = draw(st.lists(st.sampled_from(list(K)), max_size=most))
    parts = tuple(
        Part(f"n{number}", kind, draw(labels), draw(st.booleans()), draw(st.booleans()))
        for number, kind in enumerate(kinds)
    )
    theory = Theory(parts)
    if not parts:
        return theory
    ids = st.sampled_from([part.id for part in parts])
    for parent, child in draw(st.lists(st.tuples(ids, ids), max_size=2 * most)):
        if may_link(theory, parent, child):
            theory = Theory(parts, (*theory.links, Link(parent, child)))
    return theory
