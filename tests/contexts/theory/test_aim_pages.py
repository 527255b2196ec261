"""The aim page: what it names, what its cards ask, and that nothing typed is lost."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.measures.services import create_measure, put_value
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.models import Aim, AimEdition, Indicator
from aimwell.contexts.theory.services import add_indicator, choose_equity, set_aim
from aimwell.demo.clock import as_if
from aimwell.domain.access import Rung

MAY, NOV = datetime.date(2027, 5, 28), datetime.date(2026, 11, 2)
SENT = {
    "what": "explain", "for_whom": "fifth graders", "baseline": "34", "baseline_on": "2026-11-02", "target": "65",
    "unit": "percent", "direction": "up", "by_when": "2027-05-28",
}  # fmt: skip


def on(year, month, day):
    return as_if(timezone.make_aware(datetime.datetime(year, month, day, 15, 30)))


def url(name, *args):
    return reverse(f"theory:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def measure(ana, team):
    return create_measure(by=ana, team=team, name="Explains to a partner")


@pytest.fixture
def written(ana, inquiry, measure):
    facts = {"what": "explain", "for_whom": "fifth graders", "baseline": 34, "baseline_on": NOV, "target": 65}
    with on(2026, 11, 3):
        return set_aim(by=ana, inquiry=inquiry, measure=measure, by_when=MAY, headcount=72, **facts)


@pytest.mark.ac("S3 R-14")
def test_a_broad_aim_is_saved_and_says_what_it_lacks(page, ana, inquiry):
    broad = {
        "what": "achieve more in mathematics", "for_whom": "African American and Latinx students",
        "where": "Grades 4-8", "unit": "percent", "direction": "up", "version": "0",
    }  # fmt: skip
    assert page(ana, url("aim", inquiry.pk), broad).status_code == 302
    shown = words(page(ana, url("aim", inquiry.pk)))
    assert "how much: missing; by when: missing; baseline: missing. It can be kept as a broad aim." in shown
    assert "The aim: 3 parts still open" in shown
    assert Aim.objects.get().where == "Grades 4-8"


def test_a_new_target_asks_why_and_keeps_what_was_typed(page, ana, inquiry, written):
    sent = {**SENT, "target": "75", "version": "1"}
    with on(2027, 1, 12):
        asked = page(ana, url("aim", inquiry.pk), sent)
        assert asked.status_code == 422
        assert "One sentence on why, and both versions are kept." in words(asked)
        assert 'value="75"' in asked.content.decode()
        assert (Aim.objects.get().target, AimEdition.objects.count()) == (65, 0)
        assert page(ana, url("aim", inquiry.pk), {**sent, "reason": "Two rooms are there"}).status_code == 302
        shown = words(page(ana, url("aim", inquiry.pk)))
    assert "Since January 12, 2027. It stands at the head of this page." in shown
    assert "November 3, 2026 to January 12, 2027. Changed because: Two rooms are there" in shown


def test_a_page_of_another_version_leads_to_both_texts(page, ana, inquiry, written):
    with on(2027, 1, 12):
        stale = page(ana, url("aim", inquiry.pk), {**SENT, "target": "75", "reason": "x", "version": "7"})
    assert stale.status_code == 409
    assert AimEdition.objects.count() == 0


@pytest.mark.ac("S2 R-15")
def test_status_stands_at_the_head_with_the_word_of_the_team_beside(page, ana, inquiry, measure, written):
    with on(2027, 5, 24):
        put_value(by=ana, measure=measure, on=datetime.date(2027, 5, 24), numerator=58, denominator=100)
    sent = {"team_says": "met", "team_says_because": "", "version": "1"}
    with on(2027, 6, 1):
        asked = page(ana, url("aim_status", inquiry.pk), sent)
        page(ana, url("aim_status", inquiry.pk), {**sent, "team_says_because": "All rooms but one"})
        shown = words(page(ana, url("aim", inquiry.pk)))
    assert asked.status_code == 422
    assert "What the team says needs something that shows it." in words(asked)
    assert "Not yet: 58 % on May 24, 2027. The target was 65 % by May 28, 2027." in shown
    assert "The team says: we are there." in shown


@pytest.mark.ac("S4 R-34")
def test_the_card_asks_about_those_outside_and_prints_the_answer_with_the_aim(page, ana, inquiry, written):
    assert "When the target is met, 25 of 72 students are still outside it." in words(page(ana, url("aim", inquiry.pk)))
    asked = page(ana, url("aim_outside", inquiry.pk), {"outside": "", "outside_skipped": "", "version": "1"})
    assert (asked.status_code, Aim.objects.get().version) == (422, 1)
    sent = {"outside": "A minute with each of them", "outside_skipped": "", "version": "1"}
    assert page(ana, url("aim_outside", inquiry.pk), sent).status_code == 302
    assert '<p class="row-text">A minute with each of them</p>' in words(page(ana, url("aim", inquiry.pk)))


@pytest.mark.ac("S2 R-16")
def test_equity_is_never_silently_blank(page, ana, inquiry, written):
    assert "Equity: undecided." in words(page(ana, url("aim", inquiry.pk)))
    sent = {"equity": "none", "equity_words": "", "version": "1"}
    assert page(ana, url("aim_equity", inquiry.pk), sent).status_code == 422
    page(ana, url("aim_equity", inquiry.pk), {**sent, "equity_words": "All of them are new to this"})
    shown = words(page(ana, url("aim", inquiry.pk)))
    assert "Not specified, because …" in shown
    assert "All of them are new to this" in shown


@pytest.mark.ac("S1 R-16")
def test_the_causes_it_answers_to_are_chosen_on_the_page(page, ana, inquiry, written, cause):
    assert page(ana, url("aim_causes", inquiry.pk), {"cause": [str(cause.pk), "x"]}).status_code == 302
    assert f"<li>{cause.text} <span" in words(page(ana, url("aim", inquiry.pk)))


def test_another_measure_is_chosen_with_its_reason(page, ana, team, inquiry, written):
    other = create_measure(by=ana, team=team, name="Exit slip")
    with on(2027, 1, 12):
        page(ana, url("aim_measure", inquiry.pk), {"measure": str(other.pk), "reason": "Quicker to count"})
    assert AimEdition.objects.get().reason == "Quicker to count"


@pytest.mark.parametrize(("day", "said"), [((2026, 11, 3), "by May 28<"), ((2027, 9, 3), "by May 28, 2027<")])
def test_a_day_of_another_school_year_has_its_year(page, ana, inquiry, written, day, said):
    with on(*day):
        assert said in words(page(ana, url("aim", inquiry.pk)))


def test_readers_see_the_cards_and_no_forms(page, ana, inquiry, written, outsiders):
    share(by=ana, obj=inquiry, rung=Rung.COACH)
    choose_equity(by=ana, inquiry=inquiry, version=1, equity="groups", equity_words="Students new to English")
    shown = words(page(outsiders[1], url("aim", inquiry.pk)))
    assert "Students new to English" in shown
    assert "Keep this on equity" not in shown
    assert page(outsiders[1], url("aim_equity", inquiry.pk), {"equity": "", "version": "2"}).status_code == 403


@pytest.mark.parametrize(("versions", "counts"), [(0, 1), (3, 12)])
def test_the_page_costs_the_same_however_much_there_is(
    page, ana, inquiry, measure, written, versions, counts, django_assert_num_queries
):
    for number in range(versions):
        with on(2027, 1, 12 + number):
            facts = {"what": "explain", "target": 70 + number, "by_when": MAY, "baseline": 34, "baseline_on": NOV}
            set_aim(by=ana, inquiry=inquiry, measure=measure, reason="why", **facts)
    for number in range(counts):
        put_value(by=ana, measure=measure, on=NOV - datetime.timedelta(weeks=number), numerator=9, denominator=24)
    page(ana, url("problem", inquiry.pk))
    with django_assert_num_queries(18):
        page(None, url("aim", inquiry.pk))


# Signs on the way


@pytest.mark.ac("S1 R-20")
def test_signs_page_teaches_then_lists_what_is_due_when(page, ana, inquiry, written):
    assert "Early signs tell you in weeks whether you are on the way." in words(
        page(ana, url("indicators", inquiry.pk))
    )
    sent = {"name": "Reasons when asked", "moves": "early", "expected_on": "2026-12-18", "owner": "Devon"}
    assert page(ana, url("indicators", inquiry.pk), sent).status_code == 302
    shown = words(page(ana, url("indicators", inquiry.pk)))
    assert "December 18, 2026" in shown
    assert "to be set up by Devon" in shown
    assert "“Reasons when asked” is still to be set up. Who does it, and by when?" in shown


def test_a_sign_is_changed_set_aside_and_brought_back(page, ana, inquiry, measure):
    sign = add_indicator(by=ana, inquiry=inquiry, name="Reasons", expected_on=MAY)
    sent = {"name": "Reasons when asked", "moves": "late", "expected_on": "2027-05-01", "measure": str(measure.pk)}
    assert page(ana, url("indicator", sign.pk), {**sent, "version": "1"}).status_code == 302
    assert page(ana, url("indicator", sign.pk), {**sent, "name": "Other", "version": "1"}).status_code == 409
    sign.refresh_from_db()
    assert (sign.name, sign.moves, sign.measure) == ("Reasons when asked", "late", measure)
    gone = page(ana, url("aside", "indicator", sign.pk), {})
    assert gone.url.startswith(url("indicators", inquiry.pk))
    page(ana, url("restore", "indicator", sign.pk), {})
    assert Indicator.objects.get().ended_at is None


def test_a_sign_without_a_day_keeps_what_was_typed(page, ana, inquiry):
    asked = page(ana, url("indicators", inquiry.pk), {"name": "Reasons", "moves": "early", "expected_on": ""})
    assert asked.status_code == 422
    assert 'value="Reasons"' in asked.content.decode()
    assert not Indicator.objects.exists()


def test_readers_are_not_told_the_name_of_a_measure_that_is_not_shared(page, ana, inquiry, measure, outsiders):
    add_indicator(by=ana, inquiry=inquiry, name="Reasons", expected_on=MAY, measure=measure)
    share(by=ana, obj=inquiry, rung=Rung.COACH)
    shown = words(page(outsiders[1], url("indicators", inquiry.pk)))
    assert "there is a measure, not shown here" in shown
    assert measure.name not in shown


@pytest.mark.parametrize("signs", [1, 6])
def test_the_list_costs_the_same_however_long(page, ana, inquiry, measure, signs, django_assert_num_queries):
    for number in range(signs):
        add_indicator(by=ana, inquiry=inquiry, name=f"Sign {number}", expected_on=MAY, measure=measure)
    page(ana, url("problem", inquiry.pk))
    with django_assert_num_queries(9):
        page(None, url("indicators", inquiry.pk))
