"""A worked example of every field, one click from where it is asked for (S0 R-8)."""

import pytest
from django.urls import reverse

from aimwell.contexts.cycles.services import draft_cycle
from aimwell.contexts.reports.queries.examples import FORMS, SHEETS, UNSEEN, example, examples
from aimwell.domain.words.examples import CHOSEN, NUMBERS, WRITTEN


def words(response):
    return " ".join(response.content.decode().split())


@pytest.mark.ac("S0 R-8")
@pytest.mark.parametrize("lang", ["en", "es"])
def test_each_field_of_each_form_has_an_example(lang):
    empty = [
        f"{form}.{name}"
        for form, kind in FORMS.items()
        for name, field in kind.base_fields.items()
        if name not in UNSEEN and not example(form, name, field, lang)
    ]
    assert empty == []
    fields = {f"{form}.{name}" for form, kind in FORMS.items() for name in kind.base_fields}
    assert {*WRITTEN, *CHOSEN, *NUMBERS} <= fields  # no example outlives its field
    assert sorted(form for forms in SHEETS.values() for form in forms) == sorted(FORMS)


@pytest.mark.ac("S0 R-8")
def test_the_page_says_that_it_is_invented_and_shows_label_and_example_of_each(page, ana):
    shown = words(page(ana, reverse("reports:examples")))
    assert "It is invented: no such school, no such children." in shown
    assert shown.count(">invented<") == len(SHEETS)
    for sheet in examples("en"):
        at = shown.partition(f'id="{sheet.key}"')[2]
        assert all(f"<dt>{label}</dt><dd>" in at for _, rows in sheet.parts for label, _ in rows)
    assert "A quiet minute before partners talk" in shown
    spanish = words(page(ana, reverse("reports:examples"), headers={"accept-language": "es"}))
    assert "Es inventado" in spanish
    assert "Un minuto de silencio antes de hablar en pareja" in spanish


@pytest.mark.ac("S0 R-8")
def test_it_is_one_click_from_each_of_the_forms(page, ana, team, inquiry, measure):
    cycle = draft_cycle(by=ana, inquiry=inquiry, try_what="Cards")
    asks = {
        reverse("theory:problem", args=[inquiry.pk]): "problem",
        reverse("theory:fishbone", args=[inquiry.pk]): "causes",
        reverse("theory:aim", args=[inquiry.pk]): "aim",
        reverse("theory:drivers", args=[inquiry.pk]): "drivers",
        reverse("measures:new", args=[team.pk]): "measure",
        reverse("measures:edit", args=[measure.pk]): "measure",
        reverse("cycles:plan", args=[cycle.pk]): "cycle",
        reverse("cycles:new", args=[inquiry.pk]): "cycle",
    }
    places = {sheet.key for sheet in examples("en")}
    for at, place in asks.items():
        assert f'href="{reverse("reports:examples")}#{place}"' in words(page(ana, at)), at
        assert place in places
    assert reverse("reports:examples") in words(page(ana, reverse("reports:more", args=[team.pk])))


def test_who_is_not_signed_in_is_asked_to(client):
    assert client.get(reverse("reports:examples")).status_code == 302
