"""The case of S3 (11.1-11.3, 11.8 steps 1-3, 5, 11-12, 21): a hub with one broad aim and seven drivers, and a team in
District F whose students seldom talk about math. Each step goes by the pages; what is typed once is there later on.

The other seven districts answered before Ana's team came; that is made by the services their pages call.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from browser.conftest import DESKTOP, PHONE
from browser.hands import Finger, Hand, Keys, Mouse
from browser.journey import causes, theory

AIM = {
    "What is to change": "Students grow in math",
    "For whom": "African American and Latinx students",
    "Where, or which grades": "Grades 4 to 8",
    "Measure": "State test and growth in math",
}
TALK = "Student Academic Discourse: Justifying and Critiquing Reasoning"
DRIVERS = (
    TALK,
    "Students' Use of Problem Solving Strategies",
    "Lesson Design, Delivery, and Use of Instructional Strategies",
    "Effective Student Group Work",
    "Attitudes, Behaviors, and Beliefs About Math",
    "Professional Communities and Capacity",
    "Seventh secondary driver, not named in the source",
)
OTHERS = {
    "A": ("an opener with talk about rich tasks", (3, 1)),
    "B": ("students name what confuses them", (5,)),
    "C": ("one approach, with conversation about math", (3, 1)),
    "D": ("courses that join care and high expectations", (6, 5)),
    "E": ("students make sense of word problems", (2, 5)),
    "G": ("finding and keeping teachers", (6,)),
    "H": ("students work together in small groups", (4,)),
}
PROBLEM = "Few of our students talk about their math reasoning."
QUESTION = "What stops you from talking in math?"
GROUPS = ("Words", "Time", "Safety")
SAID = (
    "I do not know how to start", "I know it but not the words", "What do I call that step", "I need a first sentence",
    "I say it in Spanish first", "It goes too fast for me", "Others talk before I have it", "I am still counting",
    "We only get a minute", "They laugh when it is wrong", "I do not want to be wrong aloud", "Only quick ones say it",
)  # fmt: skip
ANA = (0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2)
DEVON = (0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2)  # two of twelve elsewhere: kappa = (10/12 - 48/144) / (1 - 48/144) = 0.75
SERVES = "Who talks about reasoning learns from others, and we hear what they understand."


@pytest.fixture
def case(live_server, ana, devon, team, person):
    from aimwell.contexts.orgs.models import OrgKind, Team, TeamKind
    from aimwell.contexts.orgs.services import create_network, create_org, join_network
    from aimwell.contexts.people.models import NetworkRole

    network, hub = create_network(name="Bayline"), person("Noor Haddad")
    NetworkRole.objects.create(network=network, user=hub)
    districts = {key: create_org(kind=OrgKind.DISTRICT, name=f"District {key}") for key in sorted({*OTHERS, "F"})}
    for org in districts.values():
        join_network(network=network, org=org, since=timezone.localdate() - datetime.timedelta(days=200))
    school = create_org(kind=OrgKind.SCHOOL, name="Lantern Hill", parent=districts["F"])
    Team.objects.filter(pk=team.pk).update(org=school, kind=TeamKind.LIT)
    return SimpleNamespace(network=network, hub=hub, ana=ana, devon=devon, team=team, districts=districts)


@pytest.fixture
def hands(case, open_page, sign_in, tmp_path):
    """The hub and Ana at desks, Devon with a phone."""

    def sit(user: Any, way: type[Hand], size: dict[str, Any]) -> Hand:
        page = open_page(**size)
        page.context.set_default_timeout(15_000)
        sign_in(page, user)
        return way(page, tmp_path)

    expect.set_options(timeout=15_000)
    yield SimpleNamespace(
        hub=sit(case.hub, Mouse, DESKTOP), ana=sit(case.ana, Mouse, DESKTOP), devon=sit(case.devon, Finger, PHONE)
    )
    expect.set_options(timeout=5_000)


@pytest.mark.ac("S3 R-13", "S3 R-14")
@pytest.mark.ac("S3 R-15", "S3 R-17")
@pytest.mark.ac("S3 R-18", "S3 R-19")
@pytest.mark.ac("S3 R-20", "S3 R-21")
@pytest.mark.ac("S3 R-22", "S3 R-57")
@pytest.mark.ac("S3 R-58")
@pytest.mark.timeout(240)
def test_the_discourse_case(case, hands, person):
    write_a_broad_aim(case, hands.hub)
    write_seven_drivers(hands.hub)
    answer_for_the_others(case, person)
    see_a_pair_that_talks(case, hands.hub.page)
    say_the_problem(case, hands.ana)
    note_twelve_talks(case, hands.ana)
    draw_causes_by_keyboard(hands.ana)
    board = put_the_talks_on_a_board(hands.ana)
    group_by_keys(hands.ana)
    group_by_finger(hands.devon, board)
    see_how_far_they_agree(hands.ana, board)
    see_what_stands_behind_each_cause(hands.ana)
    keep_drawing_and_text(hands.ana)
    build_the_theory(hands.ana)
    open_it_to_the_network(hands.ana)
    say_what_it_serves(hands.ana)
    see_who_works_on_what(case, hands)


def write_a_broad_aim(case: Any, hub: Hand) -> None:
    """What is missing is said in exactly these words, and the aim is kept (S3 R-14)."""
    hub.page.goto(f"/networks/{case.network.pk}/")
    tab(hub, "Goals")
    hub.stop()
    for label, words in AIM.items():
        hub.write(label, words)
    hub.press("Keep it")
    broad = hub.page.get_by_text("Broad for now.")
    expect(broad).to_contain_text("Broad for now. how much: missing; by when: missing; baseline: missing.")
    hub.open("Write another goal")
    hub.pick("radio", "improvement capability goal")
    hub.write("What is to change", "Districts learn to improve together", hub.page.locator("main details[open]"))
    hub.press("Keep it")
    expect(hub.page.locator("main .lead")).to_have_count(3)  # the page's own, the aim, the goal
    hub.stop()


def write_seven_drivers(hub: Hand) -> None:
    tab(hub, "Drivers")
    first = timezone.localdate() - datetime.timedelta(days=90)
    hub.write("Name of the year", "This year")
    hub.date("First day", first)
    hub.date("Last day", first + datetime.timedelta(days=330))
    hub.press("Start the year")
    for name in DRIVERS:
        hub.write("Name of the driver", name)
        hub.press("Add the driver")
    expect(hub.page.locator("main .rows li")).to_have_count(7)
    hub.stop()


def answer_for_the_others(case: Any, person: Any) -> None:
    from aimwell.contexts.networks.models import NetworkDriver
    from aimwell.contexts.networks.services import place_inquiry
    from aimwell.contexts.orgs.models import OrgKind, Team, TeamKind
    from aimwell.contexts.orgs.services import create_org
    from aimwell.contexts.people.services import share, start_team
    from aimwell.contexts.theory.services import start_inquiry
    from aimwell.domain.access import Rung

    drivers = list(NetworkDriver.objects.order_by("number", "id"))
    for key, (focus, numbers) in OTHERS.items():
        user = person(f"Lead{key} Person")
        team, district = start_team(by=user, name=f"Team {key}"), case.districts[key]
        whole = key in "DG"  # these two work as a district, without a local team
        org = district if whole else create_org(kind=OrgKind.SCHOOL, name=f"School {key}", parent=district)
        Team.objects.filter(pk=team.pk).update(org=org, kind=TeamKind.DIT if whole else TeamKind.LIT)
        team.refresh_from_db()
        inquiry = share(by=user, obj=start_inquiry(by=user, team=team, problem=focus), rung=Rung.NETWORK)
        place_inquiry(
            by=user, inquiry=inquiry, year=drivers[0].year, stance="drivers", drivers=[drivers[n - 1] for n in numbers]
        )


def see_a_pair_that_talks(case: Any, page: Page) -> None:
    page.goto(f"/networks/{case.network.pk}/")
    expect(page.locator("h1")).to_have_text("6 of 7 secondary drivers addressed")
    expect(page.locator("main")).to_contain_text(f"A pair on “{TALK}”: District A and District C.")


def say_the_problem(case: Any, ana: Hand) -> None:
    ana.page.goto(f"/t/{case.team.pk}/theory/")
    ana.stop()
    ana.write("The problem", PROBLEM)
    ana.write("For whom", "72 fifth graders in three rooms")
    ana.write("How we know", "5 lessons watched: 1 in 3 said a reason")
    ana.press("Start with this")
    expect(ana.page.locator("h1")).to_have_text(PROBLEM)
    ana.stop()


def note_twelve_talks(case: Any, ana: Hand) -> None:
    """A role and a group, never a name; each talk says in a sentence what stops somebody (S3 R-58). Ana notes the first
    of each theme, Devon the others meanwhile."""
    from aimwell.contexts.theory.voices.models import Interview, Theme
    from aimwell.contexts.theory.voices.services import add_interview, add_quote

    page, day = ana.page, timezone.localdate() - datetime.timedelta(days=5)
    ana.follow("Voices")
    ana.stop()
    for number, theme in enumerate(GROUPS):
        first = ANA.index(number)
        ana.follow("Note an interview")
        ana.choose("Whose voice", "students")
        ana.write("Who, as a role", "fifth grader")
        ana.date("On which day", day)
        ana.choose("Did you ask for consent?", "asked, and given")
        if not number:
            ana.write("What you asked", QUESTION)
            ana.stop()
        ana.press("Keep this interview")
        ana.write("New theme, in a few words", theme)
        ana.write("In their words", SAID[first])
        ana.press("Note this theme")
        for words, group in zip(SAID[first + 1 :], ANA[first + 1 :], strict=True):
            if group == number:
                talk = add_interview(
                    by=case.devon, inquiry=Interview.objects.first().inquiry, group="students", role="fifth grader",
                    held_on=day, consent="given",
                )  # fmt: skip
                add_quote(by=case.devon, interview=talk, theme=Theme.objects.get(text=theme), text=words)
        ana.follow("Voices")
    expect(page.locator("#check")).to_contain_text("Heard: students (12).")
    expect(page.locator("#themes")).to_contain_text("heard in 5 interviews")
    ana.stop()


def draw_causes_by_keyboard(ana: Hand) -> None:
    """No mouse: bones, three causes, and an observation on one of them (S3 R-22)."""
    keys, page = Keys(ana.page, ana.folder), ana.page
    keys.follow("Causes", ".way", exact=False)
    expect(page.locator("main .lead")).to_have_text(PROBLEM)
    causes.draw_the_fishbone(keys)
    keys.follow(causes.TASKS, exact=False)
    opened = page.locator(".cause-open")
    keys.open("Add evidence", opened)
    keys.write("What you counted, saw or read", "9 of 10 tasks asked for a number only", opened)
    keys.write("Where it comes from", "5 lessons watched", opened)
    keys.press("Keep this evidence", opened)
    expect(page.locator(".cause-open")).to_contain_text("9 of 10 tasks asked for a number only (5 lessons watched)")
    ana.stop()


def put_the_talks_on_a_board(ana: Hand) -> str:
    """What was said once is not typed again (S3 R-57)."""
    page = ana.page
    ana.follow("Voices")
    ana.open("Start a board")
    ana.write("What was asked?", QUESTION)
    ana.press("Start this board")
    ana.stop()
    ana.follow("Take in what people said in interviews")
    expect(ana.field("Paste the answers, one on each line")).to_have_value("\n".join(SAID))
    ana.press("Look at them first")
    expect(page.locator("main")).to_contain_text("12 answers were found. Nothing is in yet.")
    ana.stop()
    ana.press("Put them in")
    for name in GROUPS:
        ana.write("Name of the group", name)
        ana.press("Add this group")
    return page.url.split("#")[0].split("?")[0]


def group_by_keys(ana: Hand) -> None:
    page = ana.page
    ana.press("Start my own grouping")
    for number, group in enumerate(ANA, start=1):
        expect(page.locator("#one")).to_contain_text(f"Answer {number} of 12")
        with page.expect_navigation():
            page.keyboard.press(str(group + 1))
    expect(page.locator("main .lead")).to_have_text("Every answer is in a group.")
    ana.stop()
    ana.press("I am done")


def group_by_finger(devon: Hand, board: str) -> None:
    """The second one sees the answers and the groups, and not where Ana put them."""
    page = devon.page
    page.goto(board)
    devon.press("Start my own grouping")
    devon.stop()
    for number, group in enumerate(DEVON, start=1):
        expect(page.locator("#one")).to_contain_text(f"Answer {number} of 12")
        expect(page.locator("#one [aria-pressed=true]")).to_have_count(0)
        devon.press(GROUPS[group], "#one")
    devon.press("I am done")
    expect(page.locator("#agreement")).to_contain_text("You put 10 of 12 answers into the same group: 83 %.")
    devon.stop()


def see_how_far_they_agree(ana: Hand, board: str) -> None:
    page = ana.page
    page.goto(board)
    agreement = page.locator("#agreement")
    expect(agreement).to_contain_text("Cohen's kappa is 0.75.")
    differences = page.locator("#talk li")
    expect(differences).to_have_count(2)
    first = differences.filter(has_text=SAID[4])
    first.get_by_label("Group after the talk").select_option(label="Words")
    ana.press("We agree on this", first)
    expect(page.locator("#talk .settle")).to_have_count(1)
    words = page.locator("#samples li", has=page.get_by_role("heading", name="Words"))
    ana.open("Link to a cause", words)
    ana.choose("Which cause does it speak to?", causes.TALK, words)
    ana.press("Link as evidence", words)
    expect(page.locator("#samples")).to_contain_text(f"Evidence on “{causes.TALK}”")
    ana.stop()
    ana.open("More about this board")
    ana.follow("Replay step by step")
    expect(page.locator("main")).to_contain_text("Step 24 of 24")
    ana.stop()
    page.go_back()
    ana.follow("Voices")


def see_what_stands_behind_each_cause(ana: Hand) -> None:
    """A cause with nothing behind it is called an assumption (S3 R-20)."""
    page = ana.page
    ana.follow("Causes", ".way", exact=False)
    ana.follow("Outline")
    behind = {
        causes.TALK: "Behind it: interview theme",
        causes.TASKS: "Behind it: observation",
        causes.SHY: "assumption, not yet checked",
    }
    for cause, words in behind.items():
        ana.follow(cause, exact=False)
        expect(page.locator(".cause-open .cause-facts")).to_contain_text(words)
    ana.follow(causes.TALK, exact=False)
    expect(page.locator(".cause-open .cause-facts")).to_contain_text(QUESTION)
    opened = page.locator(".cause-open")
    ana.choose("What we know", "supported", opened)
    ana.press("Save", opened.locator("[data-do=edit]"))
    expect(page.locator("h1")).to_have_text("3 causes, 1 of them supported")
    ana.stop()


def keep_drawing_and_text(ana: Hand) -> None:
    """The drawing and the text hold the same causes (S3 R-22)."""
    svg = Path(ana.download("Drawing as SVG").path()).read_text(encoding="utf-8")
    text = Path(ana.download("Outline as text").path()).read_text(encoding="utf-8")
    drawn = set(re.findall(r'data-label="([^"]+)"', svg))
    written = set(re.findall(r"^ *- (.+?) \[", text, re.MULTILINE))
    assert drawn == written == {causes.TALK, causes.TASKS, causes.SHY}
    assert PROBLEM in text
    assert f"{causes.SHY} [assumption, not yet checked]" in text
    ana.follow("Go on to the aim")


def build_the_theory(ana: Hand) -> None:
    """A cause typed on the fishbone is offered under the idea; it is not typed again (S3 R-21)."""
    theory.build_the_aim(ana)
    theory.draw_the_drivers(ana)
    theory.link_the_idea_twice(ana)
    expect(ana.page.locator("#panel")).to_contain_text(causes.TALK)
    expect(ana.page.locator("#panel")).to_contain_text("supported")
    ana.follow("Map")
    expect(ana.page.locator("driver-canvas [data-node]")).to_have_count(6)
    ana.stop()


def open_it_to_the_network(ana: Hand) -> None:
    ana.follow("Who may see this")
    ana.go(ana.page.locator(".ladder a", has=ana.page.get_by_text("The network, with our name", exact=True)))
    ana.stop()
    ana.go(ana.page.locator(".sharing-foot form button"))
    expect(ana.page.locator(".flash")).to_contain_text("Open to the network, with our name.")
    ana.follow("Back to the work")


def say_what_it_serves(ana: Hand) -> None:
    """The aim and the drivers stand here in the words of the hub (S3 R-15)."""
    ana.follow("Problem", ".way", exact=False)
    ana.follow("In the network")
    expect(ana.page.locator("main")).to_contain_text(AIM["What is to change"])
    ana.stop()
    ana.write("How does it serve the aim of the network?", SERVES)
    ana.pick("checkbox", TALK)
    ana.press("Save the answer")
    expect(ana.page.locator("main .facts")).to_contain_text(SERVES)


def see_who_works_on_what(case: Any, hands: Any) -> None:
    """Three that talk, one on its own, and nobody is told to be out of line (S3 R-18, R-19)."""
    for hand in (hands.hub, hands.devon):
        page = hand.page
        page.goto(f"/networks/{case.network.pk}/")
        expect(page.locator("h1")).to_have_text("6 of 7 secondary drivers addressed")
        told = page.locator("main")
        expect(told).to_contain_text(f"Nobody works yet on “{DRIVERS[6]}”.")
        expect(told).to_contain_text(f"A cluster around “{TALK}”: District A, District C and District F.")
        expect(told).to_contain_text(f"On its own: District G. It works on “{DRIVERS[5]}”, as does District D.")
        expect(told).to_contain_text("“finding and keeping teachers”")
        assert not re.search("misaligned|wrong|missing", told.inner_text().split("What teams are drawn to")[1])
        hand.stop()


def tab(hand: Hand, name: str) -> None:
    hand.follow(name, "nav[aria-label='Pages of the network']")
