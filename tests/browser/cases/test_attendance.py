"""Sage's attendance case, from the page and with no word typed twice (S4 S-4, S-13; L94-L96).

Three guesses about families and students meet a table that speaks against each; a cause is said again as something the
schedule does; the old remedy raises a notice, the right one none; and the district answers for its bus.
"""

from __future__ import annotations

import datetime
import re
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page, expect

from aimwell.contexts.orgs.models import Method, OrgKind
from aimwell.contexts.orgs.services import create_org
from aimwell.contexts.people.models import OrgRole, OrgRoleKind
from aimwell.contexts.people.services import start_team
from aimwell.contexts.people.wording.services import choose_method
from aimwell.contexts.theory.choosing.models import IdeaFacts
from aimwell.contexts.theory.models import Cause, Escalation, Inquiry
from browser.checks import stop
from browser.conftest import DESKTOP, PHONE
from browser.hands import Hand, Mouse
from domain.theory import sage

PROBLEM, STUDENTS = "Attendance is low", "600 students"
BLAMING = "Families don’t value school"
SCHEDULE = "Our Wednesday schedule costs far families 2 hours for 3 hours of school"
BUS = "The Wednesday bus goes home at noon only"
NEAR = "Students who live close sleep in"
LEARNING = "Staff learning takes the afternoon of every Wednesday"
CAUSES = {BLAMING: "Belonging", BUS: "Beyond the room", NEAR: "Belonging"}
SPECIAL = "Parents of special education students think their children need no school"
WEEKENDS = "Families leave for long weekends because they don’t value school"
TESTS = {
    SPECIAL: "attendance by day and special education",
    WEEKENDS: "attendance by day of the week",
    NEAR: "attendance by day and distance",
}
TABLES = {SPECIAL: "day|special education", WEEKENDS: "day", NEAR: "day|distance"}
DRIVER = "A whole day of school is worth the trip"
PRIZES, MONDAY = "Attendance prizes", "Move staff learning to Monday, so that Wednesday is whole"
BECAUSE = "The prizes are bought. We try two weeks and count far students apart."
ASKED, ANSWERED = "Could the four o’clock bus run on Wednesdays?", "Yes, from January. We look at it together."


@pytest.fixture
def sage_school(live_server, ana, devon, team, person):
    """A school of a district that works with the light method. Lena keeps the district and has a team for buses."""
    district = create_org(kind=OrgKind.DISTRICT, name="Sage Unified")
    school = create_org(kind=OrgKind.SCHOOL, name="Sage School", parent=district)
    team.org = school
    team.save(update_fields=["org"])
    lena = person("Lena Leader")
    OrgRole.objects.create(org=district, user=lena, kind=OrgRoleKind.ORG_ADMIN)
    choose_method(by=lena, place=school, method=Method.LIGHT)
    start_team(by=lena, name="Buses", org=district)
    return SimpleNamespace(team=team, ana=ana, devon=devon, lena=lena)


@pytest.mark.ac("S4 R-9")
@pytest.mark.ac("S4 R-12")
@pytest.mark.ac("S4 R-17")
@pytest.mark.ac("S4 R-20")
@pytest.mark.ac("S4 R-23")
@pytest.mark.ac("S4 R-24")
@pytest.mark.ac("S4 R-25")
@pytest.mark.ac("S4 R-34")
@pytest.mark.ac("S4 R-47")
@pytest.mark.ac("S4 R-48")
def test_the_attendance_case(sage_school, open_page, sign_in, tmp_path):
    hand, phone, leader = (Mouse(open_page(**size), tmp_path) for size in (DESKTOP, PHONE, PHONE))
    for one, user in ((hand, sage_school.ana), (phone, sage_school.devon), (leader, sage_school.lena)):
        one.page.context.set_default_timeout(20_000)
        sign_in(one.page, user)
    begin(hand, sage_school)
    name_causes(hand)
    predict_before_the_data(hand, phone)
    put_the_table_in(hand, tmp_path)
    read_what_the_data_say(hand)
    keep_what_nobody_predicted(hand)
    say_the_cause_again(hand)
    ask_one_question_of_each_cause(hand)
    write_the_aim(hand)
    say_what_must_be_true(hand)
    try_the_old_remedy(hand)
    choose_what_fits(hand)
    send_the_bus_to_the_district(hand, leader)
    look_by_phone(phone)


def _named(words: str, thing: str) -> re.Pattern[str]:
    """What a button does and, for those who listen, to what."""
    return re.compile(rf"^{re.escape(words)}\s?: {re.escape(thing)}$")


def begin(hand: Hand, sage_school: SimpleNamespace) -> None:
    """The light method asks for a line; the rest waits under "More"."""
    page = hand.page
    page.goto(f"/t/{sage_school.team.pk}/theory/")
    hand.write("The problem", PROBLEM)
    hand.write("For whom", STUDENTS)
    hand.press("Start with this")
    expect(page.locator("h1")).to_have_text(PROBLEM)
    hand.stop()
    hand.follow("Go on to the causes")


def name_causes(hand: Hand) -> None:
    page = hand.page
    hand.press("Start with these six")
    hand.follow("Outline")
    for cause, bone in CAUSES.items():
        hand.open(f"Add a cause: {bone}")
        section = page.locator("section.bone", has=page.get_by_role("heading", name=bone, exact=True))
        hand.write("The cause", cause, section)
        hand.press("Add this cause", section)
        expect(page.locator("#causes")).to_contain_text(cause)
    expect(page.locator("h1")).to_have_text("3 causes, none supported yet")
    expect(page.locator(".page-title")).to_contain_text(PROBLEM)
    hand.stop()


def predict_before_the_data(hand: Hand, phone: Hand) -> None:
    """Two by Ana, one by Devon on his phone; each sees only what is theirs."""
    page = hand.page
    hand.follow("Predictions before data")
    hand.write("The question", "Why is attendance low?")
    hand.stop()
    hand.press("Open this question")
    _predict(hand, SPECIAL)
    _predict(hand, WEEKENDS)
    phone.page.goto(page.url)
    expect(phone.page.locator("#predictions")).not_to_contain_text(SPECIAL)
    _predict(phone, NEAR)
    phone.stop()
    page.reload()
    expect(page.locator("#predictions")).to_contain_text("3 predictions are written so far")
    expect(page.locator("#predictions")).not_to_contain_text(NEAR)


def _predict(hand: Hand, text: str) -> None:
    hand.write("I think that", text)
    hand.write("Which data", TESTS[text])
    hand.press("Keep this prediction")
    expect(hand.page.locator("#predictions")).to_contain_text(text)


def put_the_table_in(hand: Hand, tmp_path) -> None:
    """It is in before the round closes, and covered."""
    page = hand.page
    file = tmp_path / "attendance.csv"
    file.write_text(sage.text(), encoding="utf-8")
    hand.open("Put in a table of counts")
    hand.attach("Or choose a file, CSV or Excel", file)
    hand.write("How often is one student counted?", "50")
    hand.press("Put the table in")
    expect(page.locator(".covered")).to_contain_text("Its numbers are covered")
    assert "94.0" not in page.content()
    hand.stop()
    hand.press("Show all predictions")
    expect(page.locator("#predictions")).to_contain_text(NEAR)
    hand.open("Close the round and open the data")
    hand.press("Close the round")
    expect(page.locator(".page-title")).to_contain_text("The round is closed")


def read_what_the_data_say(hand: Hand) -> None:
    """None of the three is supported; the pair of day and distance shows where Wednesday is lost."""
    page = hand.page
    special = _table(page, TABLES[SPECIAL])
    assert all(abs(yes - no) < 1 for yes, no in special.values())
    _record(hand, SPECIAL, "Less than a point apart on every day")
    days = _table(page, TABLES[WEEKENDS])
    assert min(days, key=lambda day: days[day][0]) == "Wed"
    _record(hand, WEEKENDS, "Wednesday is the lowest, not Monday or Friday")
    near_and_far = _table(page, TABLES[NEAR])
    assert all(near > far for near, far in near_and_far.values())
    _record(hand, NEAR, "Near students come more often on every day")
    expect(page.locator("#predictions .result strong")).to_have_text(["Not supported"] * 3)
    hand.stop()


def _table(page: Page, cut: str) -> dict[str, list[float]]:
    page.get_by_label("Cut the counts by").select_option(cut)
    with page.expect_navigation():
        page.get_by_role("button", name="Show this table").click()
    rows = page.locator("#data tbody tr").evaluate_all(
        "rows => rows.map((row) => [...row.cells].map((cell) => cell.firstChild.textContent.trim()))"
    )
    return {row[0]: [float(re.findall(r"[\d.]+", cell)[0]) for cell in row[1:]] for row in rows}


def _record(hand: Hand, text: str, note: str) -> None:
    card = hand.page.locator("#predictions li.prediction", has_text=text)
    hand.pick("radio", "not supported", card)
    card.get_by_label("Which table shows it").select_option(TABLES[text])
    hand.write("What we saw", note, card)
    hand.press("Keep this result", card)
    expect(card).to_contain_text("Not supported")


def keep_what_nobody_predicted(hand: Hand) -> None:
    """The sentence of the table is the finding: nobody types it again."""
    page = hand.page
    _table(page, "day|distance")
    reading = page.locator("#data .reading")
    expect(reading).to_contain_text(re.compile(r"299 of these 361.*83"))
    expect(reading).to_contain_text(re.compile(r"Wed.*far"))
    hand.open("Keep a finding")
    expect(hand.field("What the data show")).to_have_value(reading.inner_text())
    hand.choose("Make it a cause at once, on the bone", "Time")
    hand.write("The cause, as something adults here do or set up", LEARNING)
    hand.press("Keep this finding")
    hand.stop()
    hand.follow(_named("Now a cause", LEARNING))
    expect(page.locator("h1")).to_have_text("4 causes, 1 of them supported")
    assert "299 of these 361" in Cause.objects.get(text=LEARNING).how_known


def say_the_cause_again(hand: Hand) -> None:
    """Not struck out but said again, as something that the school sets up; then evidence stands behind it."""
    page = hand.page
    hand.follow("Outline")
    _open_cause(hand, BLAMING)
    hand.open("Set aside", ".cause-open [data-do=aside]")
    hand.write("Before it goes: say it again as something adults do, so it can be tested", SCHEDULE)
    hand.press("Keep the new wording")
    _open_cause(hand, SCHEDULE)
    expect(page.locator(".cause-facts s")).to_have_text(BLAMING)
    opened = page.locator(".cause-open")
    hand.choose("What we know", "supported", opened)
    hand.write("How we know", "299 of 361 lost student-days", opened.locator("[data-do=edit]"))
    hand.press("Save", opened.locator("[data-do=edit]"))
    _open_cause(hand, SCHEDULE)
    hand.open("Add evidence")
    hand.write("What you counted, saw or read", "12 of 14 students often absent speak of the bus", opened)
    hand.press("Keep this evidence")
    _open_cause(hand, SCHEDULE)
    expect(page.locator(".cause-facts")).to_contain_text("12 of 14 students often absent")
    hand.open("More about this cause")
    hand.choose("Where it sits", "school system", "[data-do=facts]")
    hand.press("Save these facts")
    _open_cause(hand, LEARNING)
    hand.open("More about this cause")
    hand.choose("Where it sits", "school system", "[data-do=facts]")
    hand.press("Save these facts")
    expect(page.locator("h1")).to_have_text("4 causes, 2 of them supported")
    hand.stop()


def _open_cause(hand: Hand, text: str) -> None:
    row = hand.page.locator(".cause-row", has_text=re.compile(rf"^\s*{re.escape(text)}"))
    if row.get_attribute("aria-current") != "true":
        hand.go(row)
    expect(row).to_have_attribute("aria-current", "true")


def ask_one_question_of_each_cause(hand: Hand) -> None:
    page = hand.page
    hand.follow("Filters")
    hand.press(_named("Use this filter", "Impact or influence"))
    for cause in (SCHEDULE, LEARNING, BUS):
        hand.press(_named("impact: we can change it", cause))
    hand.write(f"Why: {NEAR}", "It speaks of students, and the table speaks against it")
    hand.press(_named("influence: outside our impact", NEAR))
    expect(page.locator(".page-title")).to_contain_text("Kept 3, set aside 1.")
    hand.stop()
    hand.press("Close this pass and go on")
    hand.follow("Back to the fishbone")
    hand.follow("Outline")
    expect(page.locator("main")).to_contain_text("Kept 3, set aside 2.")
    aside = page.locator(".aside-list")
    expect(aside).to_contain_text(BLAMING)
    expect(aside).to_contain_text("It speaks of students, and the table speaks against it")
    assert not re.search(r"\b(wrong|invalid|false cause)\b", aside.inner_text())
    hand.stop()


def _inquiry() -> str:
    """The address of the fishbone, from wherever the reader stands in the work."""
    return f"/i/{Inquiry.objects.get(problem=PROBLEM).pk}/causes/"


def write_the_aim(hand: Hand) -> None:
    """95 of 100 is not all of 600: the page says how many are left, and asks."""
    page = hand.page
    hand.follow("Go on to the aim")
    hand.write("For whom", "our students")
    hand.write("Does what", "come to school on Wednesdays")
    hand.open("More: where, and how many students")
    hand.write("How many students is that?", "600")
    hand.write("How much", "95")
    hand.date("By when", datetime.date(2030, 5, 28))
    hand.open("More: where it starts from")
    hand.write("Where it is now", "88")
    hand.press("Save the aim")
    hand.open("More: whom it leaves out, causes, equity")
    card = page.locator("#outside")
    expect(card).to_contain_text("30 of 600 students are still outside it")
    expect(card).to_contain_text("And what about them?")
    hand.open("Answer, or say why not yet", card)
    hand.write("And what about them?", "We ask two of them each month what stands in the way", card)
    hand.press("Keep this answer", card)
    expect(page.locator("#roots")).to_contain_text(SCHEDULE)
    hand.stop()
    hand.follow("Go on to the drivers")


def say_what_must_be_true(hand: Hand) -> None:
    page = hand.page
    hand.write("To reach the aim, it must be true that", DRIVER)
    hand.press("Add this driver")
    hand.follow("Outline")
    hand.go(page.locator("#outline a", has_text=re.compile(rf"^\s*{re.escape(DRIVER)}")))
    hand.open("Causes and measure")
    for cause in (SCHEDULE, LEARNING):
        hand.pick("checkbox", cause, "#panel [data-do=connect]")
    hand.press("Save", "#panel [data-do=connect]")
    expect(page.locator("#panel")).to_contain_text(SCHEDULE)
    expect(page.locator("#panel")).not_to_contain_text("Untested assumption")
    hand.stop()


def try_the_old_remedy(hand: Hand) -> None:
    """Right cause, wrong idea: said on save, on paper and before Do. One reason lets the team go on, and is kept."""
    page = hand.page
    _offer(hand, PRIZES)
    expect(page.locator("#notice")).to_have_count(0)
    hand.open("Say who has to change")
    hand.pick("checkbox", "Students or families change what they do")
    hand.press(_named("Save", "Say who has to change"))
    notice = page.locator("#notice")
    expect(notice).to_contain_text("The cause lies in how school is set up.")
    expect(notice).to_contain_text("What would the system change?")
    hand.stop()
    page.emulate_media(media="print")
    expect(notice).to_be_visible()
    page.emulate_media(media="screen")
    idea = page.url
    hand.follow("Test this idea")
    expect(page.locator("main")).to_contain_text("The cause lies in how school is set up.")
    _plan(hand, PRIZES)
    start = page.get_by_role("button", name="Start Do and lock the prediction")
    asks = page.locator("form", has=start).locator("[name=reason]")
    expect(asks).to_have_attribute("required", "")
    hand.stop()
    hand.put(asks, BECAUSE)
    hand.go(start)
    expect(page.locator(".lock")).to_contain_text("Locked")
    page.goto(idea)
    expect(page.locator("#notice")).to_contain_text(f"The team goes on: {BECAUSE}")
    assert IdeaFacts.objects.get(idea__text=PRIZES).went_on_because == BECAUSE


def choose_what_fits(hand: Hand) -> None:
    """The idea that changes the schedule rests on the same cause, and nothing is asked."""
    page = hand.page
    _offer(hand, MONDAY)
    hand.open("Say who has to change")
    hand.pick("checkbox", "The schedule changes")
    hand.press(_named("Save", "Say who has to change"))
    expect(page.locator("#who")).to_contain_text("schedule")
    expect(page.locator("#notice")).to_have_count(0)
    expect(page.locator(".idea-facts")).to_contain_text(SCHEDULE)
    hand.follow("Test this idea")
    _plan(hand, MONDAY)
    expect(page.locator("main")).not_to_contain_text("The cause lies in how school is set up.")
    hand.stop()


def _offer(hand: Hand, idea: str) -> None:
    page = hand.page
    page.goto(_inquiry().replace("/causes/", "/drivers/"))
    hand.follow("Change ideas")
    if page.locator("#new[open]").count() == 0:
        hand.open("Add an idea")
    hand.write("The idea in a few words", idea)
    hand.choose("Which driver does it serve?", DRIVER)
    hand.press("Add this idea")
    expect(page.locator("h1")).to_have_text(idea)


def _plan(hand: Hand, idea: str) -> None:
    """The idea is written in the plan already."""
    expect(hand.field("What will you try?")).to_have_value(idea)
    hand.choose("We predict", "at least")
    hand.write("This many", "560")
    hand.write("of", "600")
    hand.write("Who or what is counted", "students come on Wednesday")
    hand.date("When will you look?", datetime.date.today() + datetime.timedelta(days=7))
    hand.press("Draft this cycle")
    expect(hand.page.locator("h1")).to_have_text(idea)


def send_the_bus_to_the_district(hand: Hand, leader: Hand) -> None:
    """The district sees one cause and one sentence, makes it a project, and the school reads the answer (S-13)."""
    page = hand.page
    page.goto(f"{_inquiry()}?view=outline")
    _open_cause(hand, BUS)
    hand.open("Send it to the level that controls it")
    hand.write("What we ask of them", ASKED)
    hand.press("Send it")
    expect(page.locator(".cause-facts")).to_contain_text("Sent to Sage Unified")
    desk = leader.page
    desk.goto("/sent/")
    expect(desk.locator("main")).to_contain_text(BUS)
    expect(desk.locator("main")).not_to_contain_text(PROBLEM)
    leader.stop()
    leader.write(f"Your answer: {BUS}", ANSWERED)
    leader.press(_named("Start a project on it", BUS))
    assert Escalation.objects.get().project.problem == BUS
    desk.goto("/sent/")
    expect(desk.locator("main")).to_contain_text(ANSWERED)
    page.reload()
    expect(page.locator(".cause-facts")).to_contain_text(f"Their answer: {ANSWERED}")
    expect(page.locator(".cause-facts")).to_contain_text("Buses has taken it up")
    hand.stop()


def look_by_phone(phone: Hand) -> None:
    """The same work at 390 px: nothing wider than the screen, nothing an assistive tool stumbles over."""
    page = phone.page
    at = _inquiry().removesuffix("causes/")
    for path in ("problem/", "causes/", "predictions/", "aim/", "drivers/", "ideas/"):
        page.goto(at + path)
        stop(page)
