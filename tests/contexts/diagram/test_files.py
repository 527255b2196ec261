"""A file is looked at, taken in whole or not at all, and taken back whole."""

import uuid

import pytest
from django.urls import reverse

from aimwell.contexts.theory.diagram.models import TheoryFile
from aimwell.contexts.theory.diagram.queries import lines_in
from aimwell.contexts.theory.diagram.services import take_back_file, take_file_in
from aimwell.contexts.theory.models import Part
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.contexts.theory.services import change_part, start_inquiry
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, Refused

pytestmark = pytest.mark.django_db


def lines(ana, inquiry):
    return [(line.key, line.text, line.parents, line.detail) for line in lines_in(inquiry_view(ana, inquiry.pk))]


def table(tree, *more):
    return "\n".join([
        "key,kind,text,detail,parents",
        f"{tree.way.pk},primary,Everyone has a way into the talk,,aim",
        f"{tree.think.pk},secondary,Time to think,,{tree.way.pk}",
        f"{tree.minute.pk},idea,A quiet minute,Whisper,{tree.think.pk}",
        "new,idea,Two-answer tasks,Both can be right,Time to think",
        *more,
    ])  # fmt: skip


def test_a_file_says_more_moves_a_part_and_goes_back(ana, inquiry, tree):
    before = lines(ana, inquiry)
    file = take_file_in(by=ana, inquiry=inquiry, text=table(tree), name="theory.csv", drop=True)
    new = Part.objects.get(text="Two-answer tasks")
    assert lines(ana, inquiry) == [
        (str(tree.way.pk), "Everyone has a way into the talk", ("aim",), ""),
        (str(tree.think.pk), "Time to think", (str(tree.way.pk),), ""),
        (str(tree.minute.pk), "A quiet minute", (str(tree.think.pk),), "Whisper"),
        (str(new.pk), "Two-answer tasks", (str(tree.think.pk),), "Both can be right"),
    ]
    take_back_file(by=ana, file=file)
    assert lines(ana, inquiry) == before
    take_back_file(by=ana, file=file)  # a second tap changes nothing more
    assert lines(ana, inquiry) == before


def test_what_the_file_leaves_out_stays_unless_asked(ana, inquiry, tree):
    take_file_in(by=ana, inquiry=inquiry, text=table(tree), name="theory.csv")
    tree.safe.refresh_from_db()
    assert tree.safe.ended_at is None


@pytest.mark.parametrize("more", ["99999,idea,Nobody,,", ",idea,Loose,,nobody", ",goal,A,,"])
def test_one_line_that_does_not_fit_takes_nothing_in(ana, inquiry, tree, more):
    before, events = lines(ana, inquiry), Event.objects.count()
    with pytest.raises(Refused):
        take_file_in(by=ana, inquiry=inquiry, text=table(tree, more), name="theory.csv")
    assert (lines(ana, inquiry), Event.objects.count(), TheoryFile.objects.count()) == (before, events, 0)


def test_the_same_key_twice_takes_it_in_once(ana, inquiry, tree):
    key = uuid.uuid4()
    one = take_file_in(by=ana, inquiry=inquiry, text=table(tree), name="a.csv", key=key)
    assert take_file_in(by=ana, inquiry=inquiry, text=table(tree), name="a.csv", key=key) == one
    assert Part.objects.filter(text="Two-answer tasks").count() == 1


def test_a_file_that_was_looked_at_before_another_change_is_looked_at_again(ana, inquiry, tree, client):
    client.force_login(ana)
    page = client.post(reverse("diagram:bring", args=[inquiry.pk]), {"text": table(tree)})
    assert (
        "“Time to think” no longer serves “It is safe to be unsure”" not in page.content.decode()
    )  # it is not in the file
    stamp = page.context["stamp"]
    change_part(by=ana, part=tree.safe, version=None, text="Being wrong is safe")
    late = client.post(reverse("diagram:bring", args=[inquiry.pk]), {"text": table(tree), "take": "1", "stamp": stamp})
    assert late.status_code == 422
    assert "Somebody changed the theory while you looked" in late.content.decode()
    assert table(tree).splitlines()[1] in late.content.decode()  # nothing typed is lost
    assert TheoryFile.objects.count() == 0


def test_what_somebody_built_on_is_not_taken_back(ana, inquiry, tree):
    file = take_file_in(by=ana, inquiry=inquiry, text=table(tree), name="a.csv")
    new = Part.objects.get(text="Two-answer tasks")
    change_part(by=ana, part=new, version=None, text="Tasks with two answers")
    with pytest.raises(Refused, match="built_on_since"):
        take_back_file(by=ana, file=file)
    new.refresh_from_db()
    assert (new.text, new.ended_at) == ("Tasks with two answers", None)


def test_only_members_bring_a_file(ana, inquiry, tree, person):
    with pytest.raises(NotAllowed):
        take_file_in(by=person("Sam Stranger"), inquiry=inquiry, text=table(tree), name="a.csv")


@pytest.mark.ac("S2 R-22")
@pytest.mark.parametrize("name", ["diagram:file_csv", "diagram:file_txt"])
def test_what_is_downloaded_changes_nothing_when_it_comes_back(ana, inquiry, tree, client, name):
    client.force_login(ana)
    text = client.get(reverse(name, args=[inquiry.pk])).content.decode("utf-8-sig")
    page = client.post(reverse("diagram:bring", args=[inquiry.pk]), {"text": text})
    assert page.context["told"] == page.context["missing"] == []


def test_a_file_that_is_no_text_says_so(ana, inquiry, client):
    from django.core.files.uploadedfile import SimpleUploadedFile

    client.force_login(ana)
    sent = {"file": SimpleUploadedFile("theory.xlsx", b"PK\x03\x04\x00\x00rubbish")}
    page = client.post(reverse("diagram:bring", args=[inquiry.pk]), sent)
    assert page.status_code == 422
    assert "This is not a text file. Nothing was changed." in page.content.decode()


@pytest.mark.ac("S2 R-1")
def test_ideas_of_a_file_before_any_problem_ask_for_one_sentence(ana, team, client):
    empty = start_inquiry(by=ana, team=team)
    client.force_login(ana)
    address, text = reverse("diagram:bring", args=[empty.pk]), "- P A way in\n  - I A quiet minute\n"
    assert "Why do the ideas come first?" in client.post(address, {"text": text}).content.decode()
    assert client.post(address, {"text": text, "take": "1"}).status_code == 422
    assert Part.objects.filter(inquiry=empty).count() == 0
    client.post(address, {"text": text, "take": "1", "reason": "We only try the tool"})
    empty.refresh_from_db()
    assert empty.skipped == {"problem": "We only try the tool"}
    assert Part.objects.filter(inquiry=empty).count() == 2
