"""What a digest says, and what it keeps to itself."""

import datetime as dt

import pytest
from django.utils import timezone

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.quick.services import begin_practice, pause_cycles
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.windows.services import add_days
from aimwell.contexts.orgs.models import Taking
from aimwell.contexts.people.models import CoachAssignment
from aimwell.contexts.people.services import leave_team, start_team
from aimwell.contexts.reports.digest.models import DigestSent
from aimwell.contexts.reports.digest.queries import digest_of, letter_of
from aimwell.contexts.reports.participation.services import step_out
from contexts.digest.conftest import NOW, TODAY

DAY = dt.timedelta(days=1)


QUERIES = 30
"""Most of them ask where the reader stands; in a request each of those is asked once."""


def told(choice, now=NOW):
    """The lines of the digest by the title of their group; of one team."""
    teams = digest_of(choice, now).teams
    return {group.title: [line.text for line in group.lines] for team in teams for group in team.groups}


def finished(by, cycle, surprise):
    cycles.begin_study(by=by, cycle=cycle)
    more = {"result": 14, "result_out_of": 24, "learned": "Cards help", "surprised_by": surprise}
    done = {"decision": "abandon", "decision_object": "idea", "decision_reason": "Too much paper"}
    return cycles.finish(by=by, cycle=cycle, version=None, **more, **done).cycle


def test_it_says_what_comes_up_and_what_the_reader_took_on(ana, chosen, huddle, in_do):
    meetings.change_meeting(by=ana, meeting=huddle, version=huddle.version, facilitator=ana)
    in_do(ana, "Desk cards", TODAY + 2 * DAY)
    meetings.decide(by=ana, meeting=huddle, text="Bring ten exit tickets", owner=ana, due_on=TODAY + DAY)
    meetings.decide(by=ana, meeting=huddle, text="Ask the library", owner=ana)
    assert told(chosen(ana)) == {
        "Coming up": [
            "Huddle, Thursday 12:20. You lead it.",
            "Cycle 1, “Desk cards”: the day to look is Feb 11.",
        ],
        "You took on": ["Bring ten exit tickets (by Feb 10)", "Ask the library (decided on Feb 11)"],
    }


@pytest.mark.ac("S1 R-91")
def test_a_day_that_went_by_is_said_without_blame(ana, chosen, huddle, in_do):
    meetings.decide(by=ana, meeting=huddle, text="Call two parents", owner=ana, due_on=TODAY - 3 * DAY)
    in_do(ana, "Desk cards", TODAY - 2 * DAY)
    letter = letter_of(chosen(ana), NOW)
    assert "Call two parents (was planned for Feb 6; a new day?)" in letter.text
    assert "the look was planned for Feb 7. Look now, or choose a new day." in letter.text
    for word in ("overdue", "late", "missed", "failed", "reminder", "vencid", "atras"):
        assert word not in f"{letter.subject} {letter.text} {letter.html}".lower()


def test_what_somebody_else_has_open_is_theirs(ana, devon, chosen, huddle, in_do):
    meetings.decide(by=ana, meeting=huddle, text="For Devon alone", owner=devon, due_on=TODAY - DAY)
    in_do(devon, "Devon looks", TODAY - DAY)
    text = letter_of(chosen(ana), NOW).text
    assert "For Devon alone" not in text
    assert "planned for" not in text
    assert "For Devon alone (was planned for Feb 8; a new day?)" in letter_of(chosen(devon), NOW).text


def test_learning_and_what_others_did_since_the_letter_before(ana, devon, chosen, in_do, clock):
    choice = chosen(ana)
    DigestSent.objects.create(user=ana, for_day=TODAY, at=NOW)
    clock.move_to(NOW + DAY)
    first = in_do(devon, "Desk cards", TODAY + 20 * DAY)
    in_do(devon, "A quiet minute", TODAY + 20 * DAY)
    in_do(ana, "By Ana", TODAY + 20 * DAY)
    finished(devon, first, "Quiet students\nwrote more than they said")
    assert told(choice, NOW + DAY) == {
        "What surprised us": ["Cycle 1: Quiet students wrote more than they said"],
        "What others did": [
            "Devon Park began Do of a cycle: A quiet minute",
        ],
    }
    DigestSent.objects.create(user=ana, for_day=TODAY + DAY, at=NOW + 2 * DAY)
    assert told(choice, NOW + 3 * DAY) == {}


def test_practice_rest_and_things_set_aside_are_quiet(ana, devon, chosen, team, in_do):
    begin_practice(by=devon, team=team)
    resting = in_do(ana, "Resting", TODAY + DAY)
    pause_cycles(by=ana, cycles=[resting], reason="Snow")
    gone = in_do(devon, "Gone", TODAY + 30 * DAY)
    cycles.set_aside(by=devon, cycle=gone)
    assert told(chosen(ana)) == {}
    assert letter_of(chosen(ana), NOW) is None


@pytest.mark.ac("S0 R-53")
def test_a_team_that_pauses_is_left_in_peace_at_once(ana, chosen, team, huddle):
    choice = chosen(ana)
    assert list(told(choice)) == ["Coming up"]
    step_out(by=ana, team=team, state=Taking.PAUSED)
    assert told(choice) == {}


@pytest.mark.ac("S0 R-56")
@pytest.mark.parametrize("kind", ["low", "testing", "no_school"])
def test_no_word_of_a_team_in_a_week_without_room(ana, chosen, team, huddle, kind):
    other = start_team(by=ana, name="Grade 6", about="")
    meetings.add_meeting(by=ana, team=other, kind="huddle", on=TODAY + DAY)
    add_days(by=ana, place=team, kind=kind, name="", starts_on=TODAY, ends_on=TODAY)
    assert [team.name for team in digest_of(chosen(ana), NOW).teams] == ["Grade 6"]


def test_only_members_hear_of_a_team(ana, devon, chosen, team, huddle, person):
    coach = person("Imani Coach")
    CoachAssignment.objects.create(team=team, user=coach)
    assert told(chosen(coach)) == {}
    assert list(told(chosen(devon))) == ["Coming up"]
    leave_team(by=ana, membership=team.memberships.get(user=devon))
    assert told(chosen(devon)) == {}


def test_a_daily_letter_speaks_of_these_days_only(ana, chosen, huddle, in_do):
    meetings.decide(by=ana, meeting=huddle, text="Tomorrow", owner=ana, due_on=TODAY + DAY)
    meetings.decide(by=ana, meeting=huddle, text="In a week", owner=ana, due_on=TODAY + 7 * DAY)
    meetings.decide(by=ana, meeting=huddle, text="Some day", owner=ana)
    meetings.decide(by=ana, meeting=huddle, text="Long ago", owner=ana, due_on=TODAY - 20 * DAY)
    choice = chosen(ana, pace="daily")
    assert told(choice) == {"You took on": ["Tomorrow (by Feb 10)"]}
    assert letter_of(choice, NOW).subject == "Today in Aimwell"


def test_it_speaks_the_language_that_its_reader_chose(ana, chosen, huddle):
    letter = letter_of(chosen(ana, language="es"), NOW)
    assert letter.subject == "Su semana en Aimwell"
    assert "Hola Ana Ruiz:" in letter.text
    assert "Próximos días" in letter.text
    assert '<html lang="es">' in letter.html


def test_it_uses_the_words_of_the_team(ana, chosen, team, in_do):
    team.words = {"cycle": {"en": ["trial", "trials"]}}
    team.save()
    in_do(ana, "Desk cards", TODAY + DAY)
    assert told(chosen(ana))["Coming up"] == ["Trial 1, “Desk cards”: the day to look is Feb 10."]


def test_html_takes_nothing_from_what_people_wrote(ana, chosen, team, huddle):
    meetings.decide(by=ana, meeting=huddle, text="<img src=x>", owner=ana)
    letter = letter_of(chosen(ana), NOW)
    assert "<img" not in letter.html
    assert "&lt;img src=x&gt;" in letter.html
    assert "- <img src=x> (decided on Feb 11)" in letter.text


def test_links_lead_to_the_site_and_nothing_is_loaded(ana, chosen, huddle):
    letter = letter_of(chosen(ana), NOW)
    assert f"https://aimwell.example.org/meetings/{huddle.pk}/" in letter.text
    assert f'<a href="https://aimwell.example.org/meetings/{huddle.pk}/">' in letter.html
    assert letter.stop in letter.text
    assert letter.stop in letter.html
    assert not any(tag in letter.html for tag in ("<img", "<script", "<style", "src="))


def test_the_number_of_queries_stays(ana, devon, chosen, team, huddle, in_do, django_assert_num_queries):
    choice = chosen(ana)
    in_do(devon, "One", TODAY + DAY)
    meetings.decide(by=ana, meeting=huddle, text="One", owner=ana)
    told(choice, timezone.now())  # makes what is kept for good
    with django_assert_num_queries(QUERIES):
        told(choice, timezone.now())
    for number in range(5):
        other = start_team(by=ana, name=f"Team {number}", about="")
        meetings.add_meeting(by=ana, team=other, kind="huddle", on=TODAY + DAY)
        in_do(devon, f"More {number}", TODAY + DAY)
        meetings.decide(by=ana, meeting=huddle, text=f"More {number}", owner=ana)
    with django_assert_num_queries(QUERIES):
        told(choice, timezone.now())
