"""Spanish is complete: catalogs, tables of the domain, and what the main pages really say."""

import datetime
import html
import re
from string import Formatter

import pytest
from django.urls import reverse

from aimwell.contexts.cycles.services import add_entry, draft_cycle, start_do
from aimwell.contexts.measures.services import create_measure, put_value
from aimwell.contexts.people.services import start_team
from aimwell.contexts.theory.services import add_bone, add_cause, add_part, set_aim, start_inquiry
from aimwell.domain.words.tables import all_tables, fields, gaps
from integration.catalogs import apps, catalog, pairs_of_the_domain, wanted

ENGLISH = re.compile(r"\b(?:the|and|you|your|of|with|this|that|what|from|for)\b.{0,40}", re.IGNORECASE)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")


def gaps_in(app):
    """What is missing in the Spanish catalog of an app, one line for each string."""
    held = catalog(app)
    found = []
    for one in sorted(wanted(app), key=lambda one: one.text):
        message = held.get(one.text, context=one.context or None)
        spanish = () if message is None else (message.string,) if isinstance(message.string, str) else message.string
        if len(spanish) != len(one.texts) or not all(spanish):
            found.append(f"no Spanish: {one.context} {one.text!r}")
        elif message.fuzzy:
            found.append(f"fuzzy: {one.text!r}")
        elif sorted(PLACEHOLDER.findall(spanish[-1])) != sorted(PLACEHOLDER.findall(one.texts[-1])):
            found.append(f"other placeholders: {one.text!r}")
    return found


@pytest.mark.parametrize("app", apps())
def test_every_string_of_an_app_has_its_spanish(app):
    assert gaps_in(app) == []


@pytest.mark.parametrize("app", apps())
def test_no_catalog_holds_a_string_that_nobody_asks_for(app):
    asked = {(one.context or None, one.text) for one in wanted(app)}
    held = [(message.context, message.id if isinstance(message.id, str) else message.id[0]) for message in catalog(app)]
    assert [key for key in held if key[1] and key not in asked] == []


def test_every_table_of_the_domain_speaks_both_languages():
    assert [line for table in all_tables() for line in gaps(table)] == []


def test_every_pair_of_the_domain_speaks_both_languages():
    pairs = pairs_of_the_domain()
    assert {module for module, _, _ in pairs} >= {"aimwell.domain.words.errors", "aimwell.domain.words.theory"}
    wrong = [(module, key) for module, key, (english, spanish) in pairs if not english or not spanish]
    wrong += [(module, key) for module, key, (english, spanish) in pairs if fields(english) != fields(spanish)]
    assert wrong == []


# What the pages say


@pytest.fixture
def pages(ana):
    """The main pages of a team that writes in Spanish, each with something in it."""
    team = start_team(by=ana, name="Salón 12")
    start_team(by=ana, name="Otro equipo")
    inquiry = start_inquiry(by=ana, team=team, problem="Pocos dicen por qué.")
    cause = add_cause(by=ana, bone=add_bone(by=ana, inquiry=inquiry, name="Tiempo"), text="Vamos con prisa")
    measure = create_measure(by=ana, team=team, name="Explica", definition="Se oye en una clase.")
    for week in range(14):
        day = datetime.date(2026, 1, 5) + datetime.timedelta(weeks=week)
        put_value(by=ana, measure=measure, on=day, numerator=7 + week, denominator=24)
    set_aim(
        by=ana, inquiry=inquiry, what="explican su razonamiento", for_whom="nuestro quinto grado", baseline=34,
        target=65, by_when=datetime.date(2027, 5, 28), measure=measure,
    )  # fmt: skip
    driver = add_part(by=ana, inquiry=inquiry, kind="primary", text="Todos pueden entrar", parents=[None])
    idea = add_part(by=ana, inquiry=inquiry, kind="idea", text="Un minuto en silencio", parents=[driver])
    cycle = draft_cycle(
        by=ana, inquiry=inquiry, measure=measure, idea=idea, try_what="Un minuto", kind="at_least", low=12, out_of=24,
        look_on=datetime.date(2026, 2, 1),
    )  # fmt: skip
    start_do(by=ana, cycle=cycle, version=cycle.version)
    add_entry(by=ana, cycle=cycle, kind="observation", text="Escriben más.")
    of_team = ["reports:today", "reports:more", "reports:sheet", "reports:history", "cycles:list", "measures:list"]
    of_team += ["people:members", "measures:new"]
    of_inquiry = ["theory:problem", "theory:fishbone", "theory:aim", "theory:drivers", "cycles:new", "cycles:ramp"]
    return [
        *(reverse(name) for name in ("people:home", "people:settings", "people:team_new", "people:tokens")),
        *(reverse(name, args=[team.pk]) for name in of_team),
        *(reverse(name, args=[inquiry.pk]) for name in of_inquiry),
        reverse("theory:fishbone", args=[inquiry.pk]) + f"?view=outline&cause={cause.pk}",
        reverse("theory:drivers", args=[inquiry.pk]) + f"?view=drawing&part={idea.pk}",
        reverse("measures:measure", args=[measure.pk]),
        reverse("measures:chart", args=[measure.pk]) + "?to=70",
        reverse("measures:point", args=[measure.pk, "2026-01-12"]),
        reverse("cycles:cycle", args=[cycle.pk]),
        reverse("sharing:page", args=["cycle", cycle.pk]) + "?to=public",
        reverse("sharing:page", args=["measure", measure.pk]) + "?to=network_unnamed",
        reverse("sharing:page", args=["theory", inquiry.pk]),
        reverse("cycles:tally", args=[cycle.pk]),
        reverse("theory:problem", args=[10**6]),
    ]


def english_phrases():
    """Runs of four words or more in the English of every catalog, as they would stand on a page."""
    phrases = set()
    for app in apps():
        for message in catalog(app):
            for text in [message.id] if isinstance(message.id, str) else message.id:
                parts = PLACEHOLDER.split(" ".join(html.unescape(text).split()))
                phrases |= {part.strip() for part in parts if len(part.split()) > 3}
    for table in all_tables():
        for entry in table.entries.values():
            texts = [entry["en"]] if isinstance(entry["en"], str) else entry["en"]
            parts = [literal for text in texts for literal, *_ in Formatter().parse(text)]
            phrases |= {part.strip() for part in parts if len(part.split()) > 3}
    return phrases


def words_of(answer):
    """The page as plain text, with the labels and alternatives that only some readers meet."""
    page = re.sub(r"<script.*?</script>", "", answer.content.decode(), flags=re.DOTALL)
    page = re.sub(r'(aria-label|alt|placeholder|title)="([^"]*)"', r">\2<", page)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_the_main_pages_show_no_english_to_a_spanish_reader(page, ana, pages):
    phrases = english_phrases()
    assert "Nothing is lost here. What was set aside can come back with its links." in phrases
    left: dict[str, list[str]] = {}
    for url in [reverse("welcome"), reverse("account_login"), reverse("account_signup"), *pages]:
        answer = page(ana if url in pages else None, url, headers={"accept-language": "es"})
        assert answer.status_code == (404 if "1000000" in url else 200)
        assert '<html lang="es"' in answer.content.decode()
        said = words_of(answer)
        left |= {url: [*sorted(phrase for phrase in phrases if phrase in said), *ENGLISH.findall(said)]}
    assert {url: found for url, found in left.items() if found} == {}


def test_the_same_look_finds_english_on_an_english_page(page, ana, team):
    said = words_of(page(ana, reverse("reports:more", args=[team.pk])))
    assert [phrase for phrase in english_phrases() if phrase in said]
    assert ENGLISH.search(said)
