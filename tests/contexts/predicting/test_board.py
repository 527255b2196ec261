"""The board of S-4: predictions before data, the data covered until the round is closed, and what each one met."""

import io
import re

import pytest
from django.urls import reverse

from aimwell.contexts.people.services import share
from aimwell.contexts.theory.models import Cause
from aimwell.contexts.theory.predicting import services
from aimwell.contexts.theory.predicting.models import CountSheet, Prediction
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotFound, Refused, StaleEdit
from domain.theory import sage

PREDICTIONS = (
    ("Parents of special education students think their children do not need it", "by special education"),
    ("Families take long weekends", "by day of the week"),
    ("Students who live close sleep in", "by distance"),
)


@pytest.fixture
def board(ana, inquiry):
    return services.open_board(by=ana, inquiry=inquiry, question="Why is attendance low?")


@pytest.fixture
def sheet(ana, board):
    return services.put_counts(by=ana, board=board, text=sage.text(), name="Ten weeks, one school", times=50)


@pytest.fixture
def predictions(ana, board):
    return [services.predict(by=ana, board=board, text=text, test=test) for text, test in PREDICTIONS]


def url(name, *args):
    return reverse(f"predicting:{name}", args=args)


def words(answer):
    return " ".join(answer.content.decode().split())


@pytest.mark.ac("S4 R-23")
@pytest.mark.ac("S4 R-25")
def test_sage_from_the_question_to_a_cause(page, ana, board, sheet, predictions, bone):
    covered = words(page(ana, url("board", board.pk)))
    assert "1,260" not in covered
    assert "Its numbers are covered" in covered
    page(ana, url("share", board.pk), {})
    page(ana, url("close", board.pk), {})
    opened = words(page(ana, url("board", board.pk) + "?by=day%7Cdistance"))
    assert "Wed falls short most: 361 fewer than the others’ rate would give." in opened
    assert "299 of these 361 (83 %) are in far." in opened
    assert "1,260 of 1,700" in opened
    for one in predictions:
        page(ana, url("result", one.pk), {
            "result": "not_supported", "read_from": "day", "note": "Wednesday is lowest", "version": "1"
        })  # fmt: skip
    met = words(page(ana, url("board", board.pk)))
    assert met.count("<strong>Not supported</strong>") == 3
    assert met.count("The table by day</a>") == 3
    page(ana, url("finding", board.pk), {
        "text": "299 of 361 lost Wednesday student-days are far", "read_from": "day|distance", "bone": bone.pk,
        "cause_text": "On short Wednesdays the bus takes longer than school",
    })  # fmt: skip
    cause = Cause.objects.get()
    assert (cause.status, cause.text) == ("supported", "On short Wednesdays the bus takes longer than school")
    evidence = cause.evidence.get()
    assert (evidence.kind, evidence.source) == ("data", "Why is attendance low?")
    assert "Now a cause" in words(page(ana, url("board", board.pk)))


@pytest.mark.ac("S4 R-23")
def test_no_number_leaves_while_the_data_are_covered(page, api, ana, board, sheet):
    assert page(ana, url("cut_csv", board.pk) + "?by=day").status_code == 422
    answer = api(ana, "GET", f"/prediction-boards/{board.pk}/cut?by=day")
    assert (answer.status_code, answer.json()["code"]) == (422, "still_covered")
    whole = api(ana, "GET", f"/prediction-boards/{board.pk}").json()
    assert whole["sheet"]["attributes"] == ["day", "distance", "special education"]
    told = str(Event.objects.filter(scope_id=board.inquiry.owner_team_id).values_list("before", "after"))
    shown = words(page(ana, reverse("reports:history", args=[board.inquiry.owner_team_id])))
    for text in (str(whole), told, shown):
        assert not {"5641", "1260", "4025", "1700"} & set(re.findall(r"\d+", text.replace(",", "")))


@pytest.mark.ac("S4 R-23")
def test_while_everyone_writes_each_sees_their_own_and_nobody_learns_who_wrote(page, api, ana, devon, board):
    services.predict(by=ana, board=board, text="Long weekends", test="by day")
    mine = services.predict(by=devon, board=board, text="The bus", test="by distance", signed=True)
    told = words(page(ana, url("board", board.pk)))
    assert "2 predictions are written so far" in told
    assert "Long weekends" in told
    assert "The bus" not in told
    assert "The bus" not in words(page(ana, reverse("reports:timeline", args=["predicting.prediction", mine.pk])))
    services.share_board(by=ana, board=board)
    told = words(page(ana, url("board", board.pk)))
    assert "The bus" in told
    rows = api(ana, "GET", f"/prediction-boards/{board.pk}").json()["predictions"]
    assert [(row["author"], row["mine"]) for row in rows] == [("", True), ("Devon Park", False)]
    assert "created_at" not in rows[0]
    events = Event.objects.filter(verb="predicted")
    assert {(event.actor_id, event.actor_name) for event in events} == {(None, "Aimwell")}


def test_an_own_prediction_is_taken_back_before_the_round_closes(page, ana, devon, board, predictions):
    page(ana, url("withdraw", predictions[0].pk), {})
    assert Prediction.objects.filter(ended_at=None).count() == 2
    again = words(page(ana, url("board", board.pk)))
    assert PREDICTIONS[0][0] in again  # in the form
    page(ana, url("bring_back", predictions[0].pk), {})
    assert Prediction.objects.filter(ended_at=None).count() == 3
    with pytest.raises(NotFound):
        services.withdraw(by=devon, prediction=predictions[0])
    services.close_board(by=ana, board=board)
    for act in (services.withdraw, services.bring_prediction_back):
        with pytest.raises(Refused) as refusal:
            act(by=ana, prediction=predictions[0])
        assert refusal.value.code == "round_closed"
    with pytest.raises(Refused):
        services.predict(by=ana, board=board, text="Late", test="by day")


@pytest.mark.ac("S4 R-23")
def test_a_prediction_names_its_data_and_a_result_waits_for_the_close(ana, board, predictions):
    with pytest.raises(Refused) as refusal:
        services.predict(by=ana, board=board, text="Long weekends", test=" ")
    assert refusal.value.code == "prediction_needs_test"
    with pytest.raises(Refused) as refusal:
        services.record_result(by=ana, prediction=predictions[0], version=1, result="supported")
    assert refusal.value.code == "still_covered"


def test_a_round_without_predictions_closes_with_one_sentence(ana, board):
    with pytest.raises(Refused) as refusal:
        services.close_board(by=ana, board=board)
    assert refusal.value.code == "reason_needed"
    assert services.close_board(by=ana, board=board, reason="We had no time").state == "closed"
    assert Event.objects.get(verb="round_closed").reason == "We had no time"
    assert services.close_board(by=ana, board=board).state == "closed"
    assert services.share_board(by=ana, board=board).state == "closed"


def test_two_people_record_one_result_and_neither_is_lost(ana, devon, board, predictions):
    services.close_board(by=ana, board=board)
    one = predictions[0]
    services.record_result(by=ana, prediction=one, version=1, result="supported")
    with pytest.raises(StaleEdit):
        services.record_result(by=devon, prediction=one, version=1, result="cannot_tell")


def test_a_supported_prediction_becomes_one_cause_and_others_do_not(ana, board, predictions, bone):
    services.close_board(by=ana, board=board)
    with pytest.raises(Refused) as refusal:
        services.make_cause_of(by=ana, found=predictions[0], bone=bone)
    assert refusal.value.code == "not_supported"
    one = services.record_result(by=ana, prediction=predictions[0], version=1, result="supported", note="8 of 9")
    made = services.make_cause_of(by=ana, found=one, bone=bone)
    again = services.make_cause_of(by=ana, found=made, bone=bone)
    assert again.became_id == made.became_id
    assert made.became.evidence.get().text == "8 of 9"


@pytest.mark.ac("S4 R-24")
def test_a_file_is_read_as_well_and_another_table_sets_the_first_aside(page, ana, board, sheet):
    file = io.BytesIO(b"day;absent;enrolled\nMon;20;200\nTue;30;200\n")
    file.name = "counts.csv"
    answer = page(ana, url("counts", board.pk), {"text": "", "file": file, "times": "1", "name": ""})
    assert answer.status_code == 302
    newest = CountSheet.objects.get(ended_at=None)
    assert (newest.attributes, newest.lost, newest.numbers) == (["day"], True, ["absent", "enrolled"])
    sheet.refresh_from_db()
    assert sheet.ended_at is not None


@pytest.mark.ac("S4 R-24")
def test_columns_can_be_chosen_otherwise(page, ana, board, sheet):
    page(ana, url("columns", sheet.pk), {
        "count": "0", "whole": "1", "used": ["1"], "times": "50", "version": str(sheet.version)
    })  # fmt: skip
    services.close_board(by=ana, board=board, reason="x")
    told = words(page(ana, url("board", board.pk)))
    assert "Lowest: far" in told
    assert page(ana, url("board", board.pk) + "?by=day").status_code == 404
    with pytest.raises(Refused) as refusal:
        services.choose_columns(by=ana, sheet=sheet, version=None, count=0, whole=0, used=[0], lost=False, times=1)
    assert refusal.value.code == "unknown_choice"


def test_a_table_that_is_gone_since_is_not_linked(page, ana, board, sheet, predictions):
    services.close_board(by=ana, board=board)
    services.record_result(by=ana, prediction=predictions[0], version=1, result="cannot_tell", read_from="day")
    services.keep_finding(by=ana, board=board, text="Wednesday", read_from="day")
    assert words(page(ana, url("board", board.pk))).count('href="?by=day#data"') == 2
    services.put_counts(by=ana, board=board, text="band,present,possible\nnear,90,100\nfar,80,100\n")
    assert 'href="?by=day#data"' not in words(page(ana, url("board", board.pk)))


def test_a_table_that_is_asked_for_again_can_be_a_file(page, ana, board):
    answer = page(ana, url("counts", board.pk), {"text": "", "times": "0", "name": ""})
    assert answer.status_code == 422
    assert 'enctype="multipart/form-data"' in words(answer)


def test_the_table_comes_as_a_file_with_small_groups_hidden(page, ana, board):
    text = "day,band,present,possible\nMon,near,90,100\nMon,far,80,100\nTue,near,85,100\nTue,far,3,6\n"
    services.put_counts(by=ana, board=board, text=text)
    services.close_board(by=ana, board=board, reason="x")
    lines = b"".join(page(ana, url("cut_csv", board.pk) + "?by=day%7Cband").streaming_content).decode().splitlines()
    assert lines[0] == '"day","band","count","out of","rate"'
    assert len(lines) == 5
    assert '"Tue","far","","","hidden (small)"' in lines


def test_others_see_no_table_and_no_blame(page, ana, board, sheet, predictions, outsider):
    services.predict(by=ana, board=board, text="Buses", test="by distance", blames="adults")
    services.close_board(by=ana, board=board)
    share(by=ana, obj=board.inquiry, rung=Rung.SCHOOL)
    told = words(page(outsider, url("board", board.pk)))
    assert "Buses" in told
    assert "its author says" not in told
    assert "1,260" not in told
    assert page(outsider, url("cut_csv", board.pk) + "?by=day").status_code == 404


@pytest.fixture
def outsider(person, team):
    from aimwell.contexts.orgs.models import OrgKind, Team
    from aimwell.contexts.orgs.services import create_org
    from aimwell.contexts.people.models import OrgRole, OrgRoleKind

    school = create_org(kind=OrgKind.SCHOOL, name="Lantern Hill")
    Team.objects.filter(pk=team.pk).update(org=school)
    principal = person("Pat Principal")
    OrgRole.objects.create(org=school, user=principal, kind=OrgRoleKind.PRINCIPAL)
    return principal


def test_the_same_key_predicts_once(ana, devon, board):
    import uuid

    key = uuid.uuid4()
    first = services.predict(by=ana, board=board, text="A", test="B", key=key)
    assert services.predict(by=ana, board=board, text="A", test="B", key=key) == first
    with pytest.raises(Refused):
        services.predict(by=devon, board=board, text="A", test="B", key=key)


def test_a_question_is_set_aside_and_comes_back(page, ana, board):
    page(ana, url("aside", "board", board.pk), {})
    listed = words(page(ana, url("boards", board.inquiry_id)))
    assert "1 question set aside" in listed
    page(ana, url("restore", "board", board.pk), {})
    assert "set aside" not in words(page(ana, url("boards", board.inquiry_id))).split("Ask one question")[0]


def test_the_board_takes_the_same_number_of_queries_however_much_there_is(
    page, ana, board, sheet, predictions, django_assert_num_queries
):
    services.close_board(by=ana, board=board)
    page(ana, url("board", board.pk))
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        page(None, url("board", board.pk))
    for number in range(5):
        Prediction.objects.create(board=board, text=f"More {number}", test="x", created_by=ana, signed=True)
        services.keep_finding(by=ana, board=board, text=f"Found {number}")
    with django_assert_num_queries(len(few)):
        page(None, url("board", board.pk))
