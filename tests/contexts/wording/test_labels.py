"""Every page, file and print of a team says its own words, and nothing that people wrote changes (S4 R-61)."""

import io
import re
from html.parser import HTMLParser

import pypdf
import pytest
from django.urls import reverse

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures.queries.values import marks_of
from aimwell.contexts.measures.services import annotate
from aimwell.contexts.people.wording.services import name_term
from aimwell.domain.spc.chart_reading import chart_reading
from aimwell.domain.words.speech import speech_of, spoken
from aimwell.domain.words.terms import TERMS
from integration.api_world import DAY, make_world

pytestmark = pytest.mark.django_db

NAMED = {
    "problem": (("opportunity", "opportunities"), ("oportunidad", "oportunidades", "f")),
    "cause": (("root", "roots"), ("origen", "orígenes", "m")),
    "aim": (("goal", "goals"), ("propósito", "propósitos", "m")),
    "driver": (("lever", "levers"), ("palanca", "palancas", "f")),
    "primary_driver": (("main lever", "main levers"), ("palanca mayor", "palancas mayores", "f")),
    "secondary_driver": (("small lever", "small levers"), ("palanca menor", "palancas menores", "f")),
    "change_idea": (("solution", "solutions"), ("solución", "soluciones", "f")),
    "measure": (("gauge", "gauges"), ("indicador", "indicadores", "m")),
    "cycle": (("inquiry loop", "inquiry loops"), ("vuelta", "vueltas", "f")),
    "prediction": (("hunch", "hunches"), ("pronóstico", "pronósticos", "m")),
    "study": (("Reflect", ""), ("Mirar atrás", "", "")),
}  # fmt: skip
LABELS = {"title", "h1", "h2", "h3", "th", "dt", "label", "legend", "summary", "button", "a", "caption", "option"}
PAGES = {
    "reports:today": "teams", "reports:more": "teams", "reports:sheet": "teams", "reports:history": "teams",
    "theory:problem": "inquiries", "theory:fishbone": "inquiries",
    "theory:aim": "inquiries", "theory:drivers": "inquiries", "cycles:list": "teams", "cycles:new": "inquiries",
    "cycles:ramp": "inquiries", "cycles:cycle": "cycles", "cycles:plan": "cycles", "measures:list": "teams",
    "measures:new": "teams", "measures:measure": "measures", "measures:edit": "measures",
    "measures:chart": "measures", "measures:numbers": "measures", "measures:for_whom": "measures",
    "people:members": "teams", "people:home": "",
}  # fmt: skip


def old_words(lang):
    forms = [form for key in NAMED for form in (TERMS[key].house(lang).one, TERMS[key].house(lang).many)]
    return re.compile(rf"\b({'|'.join(map(re.escape, forms))})\b", re.IGNORECASE)


OLD = {lang: old_words(lang) for lang in ("en", "es")}


WRITTEN = {"Cycle 1", "Cycle 2"}  # the history keeps the name that a mark on the chart had


class Labels(HTMLParser):
    """The words of headings, buttons, links, fields and columns."""

    def __init__(self):
        super().__init__()
        self.open, self.found = [], []

    def handle_starttag(self, tag, attrs):
        if tag in LABELS:
            self.open.append(tag)
            self.found.append("")
        for name, value in attrs:
            if name in ("aria-label", "data-label", "alt"):
                self.found.append(value or "")

    def handle_endtag(self, tag):
        if tag in self.open:
            self.open.remove(tag)

    def handle_data(self, data):
        if self.open:
            self.found[-1] += data


def labels_of(html):
    parser = Labels()
    parser.feed(html)
    return {" ".join(one.split()) for one in parser.found}


@pytest.fixture
def world(ana, team):
    made = make_world(ana, team)
    for key, (en, es) in NAMED.items():
        words = {"en": {"one": en[0], "many": en[1]}, "es": {"one": es[0], "many": es[1], "gender": es[-1]}}
        name_term(by=ana, place=team, key=key, words=words)
    return made


@pytest.mark.ac("S0 R-11")
@pytest.mark.ac("S4 R-61")
@pytest.mark.parametrize("lang", ["en", "es"])
def test_no_label_of_any_page_says_an_old_word(page, ana, world, lang):
    old, told = {}, set()
    for name, thing in PAGES.items():
        url = reverse(name, args=[world[thing].pk] if thing else []) + ("?all=1" if not thing else "")
        answer = page(ana, url, headers={"accept-language": lang})
        assert answer.status_code == 200, url
        labels = labels_of(answer.content.decode()) - WRITTEN
        told |= labels
        if left := {one for one in labels if OLD[lang].search(one)}:
            old[name] = left
    assert old == {}
    some = {
        "en": {"Gauge", "New gauge · Room 12 and friends", "Inquiry loops", "Reflect"},
        "es": {"Indicador", "Propósito", "Vueltas"},
    }
    assert some[lang] - told == set()


@pytest.mark.ac("S0 R-11")
@pytest.mark.ac("S4 R-61")
def test_files_print_and_charts_say_it_too_and_keys_stay(page, api, ana, world):
    measure, team = world["measures"].pk, world["teams"].pk
    csv = b"".join(page(ana, f"/measures/{measure}/numbers.csv").streaming_content).decode()
    assert not OLD["en"].search(csv.splitlines()[0])
    pdf = pypdf.PdfReader(io.BytesIO(page(ana, f"/t/{team}/where-we-are.pdf").content))
    text = " ".join(one.extract_text() for one in pdf.pages)
    assert "goal" in text.lower()
    assert OLD["en"].findall(text) == []
    svg = page(ana, f"/i/{world['inquiries'].pk}/drivers.svg").content.decode()
    assert "Goal" in svg
    annotate(by=ana, measure=world["measures"], kind="cycle", label="Cycle 7", starts_on=DAY)
    chart = page(ana, f"/measures/{measure}/chart.svg").content.decode()
    assert [text for text in re.findall(">([^<]+)<", chart) if OLD["en"].search(text)] == []
    told = api(ana, "GET", f"/cycles/{world['cycles'].pk}").json()
    assert {"inquiry", "measure", "idea", "predicted", "learned"} <= set(told)


def test_the_mark_of_a_cycle_is_said_in_the_words_of_the_moment(ana, world):
    one = annotate(by=ana, measure=world["measures"], kind="cycle", label="Cycle 7", starts_on=DAY)
    own = annotate(by=ana, measure=world["measures"], kind="event", label="Cycle 8", starts_on=DAY)
    with spoken(speech_of({"cycle": {"en": ["loop", "loops"]}})):
        said = [mark.label for mark in marks_of([one, own], chart_reading([]), period="week")]
    assert said == ["Loop 7", "Cycle 8"]


@pytest.mark.ac("S0 R-11")
def test_what_people_wrote_is_never_changed(page, ana, world):
    cycle = world["cycles"]
    Cycle.objects.filter(pk=cycle.pk).update(because="Our problem is time; the aim and the measure say so.")
    text = page(ana, f"/cycles/{cycle.pk}/").content.decode()
    assert "Our problem is time; the aim and the measure say so." in text


@pytest.mark.ac("S4 R-61", "S3 R-30")
def test_a_hub_reads_in_its_own_words_where_it_chose_so(page, places, person):
    from aimwell.contexts.people.models import OrgRole, WordsShown

    loops = {"en": {"one": "inquiry loop", "many": "inquiry loops"}}
    name_term(by=places.imani, place=places.district, key="cycle", words=loops)
    reader = person("Marcus Hub")
    OrgRole.objects.create(org=places.county, user=reader, kind="supervisor")
    url = f"/t/{places.team.pk}/cycles/"
    assert "Inquiry loops" in labels_of(page(reader, url).content.decode())
    reader.words_shown = WordsShown.MINE
    reader.save()
    told = labels_of(page(reader, url).content.decode())
    assert "Cycles" in told
    assert "Inquiry loops" not in told
    assert "Inquiry loops" in labels_of(page(places.nell, url).content.decode())


def test_the_choice_of_words_is_in_the_settings(page, ana):
    assert page(ana, "/settings/", {"name": "Ana", "theme": "", "words_shown": "mine"}).status_code == 302
    ana.refresh_from_db()
    assert ana.words_shown == "mine"
    assert page(ana, "/settings/", {"name": "Ana", "theme": ""}).status_code == 302
    ana.refresh_from_db()
    assert ana.words_shown == "theirs"


def test_local_words_cost_a_page_no_query(page, ana, world, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from aimwell.contexts.orgs.models import Team

    url = f"/t/{world['teams'].pk}/cycles/"
    page(ana, url)
    with CaptureQueriesContext(connection) as named:
        page(ana, url)
    Team.objects.update(words={})
    with django_assert_num_queries(len(named)):
        page(ana, url)
