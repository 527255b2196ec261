"""The pages and the API of old forms."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.oldforms import services
from aimwell.contexts.cycles.oldforms.models import FormImport, FormState
from aimwell.contexts.people.services import share
from aimwell.domain.access import Rung


def url(name, *args):
    return reverse(f"oldforms:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def source(ana, team, inquiry, table):
    return services.start_import(by=ana, team=team, inquiry=inquiry, uploads=[table])


def chosen(source, **more):
    """What the page sends when nothing is changed on it."""
    sent = {"version": source.version, "inquiry": source.inquiry_id or "", "do": "bring"}
    for at, form in enumerate(source.forms):
        sent |= {f"f{at}-{name}": form[name] for name in ("title", "stage", "decision", "happened", "began", "ended")}
        sent |= {f"f{at}-{name}": "on" for name in ("about", "follows", "take") if form[name]}
        sent |= {f"f{at}-p{number}": piece[2] for number, piece in enumerate(form["pieces"])}
    return {**sent, **more}


@pytest.mark.ac("S1 R-88")
def test_the_files_are_read_looked_at_and_brought_in(page, ana, team, inquiry, example, word):
    first = words(page(ana, url("start", team.pk)))
    assert "For example" in first
    assert "not kept" in first
    sent = {"files": [example, word], "inquiry": inquiry.pk, "key": str(uuid.uuid4())}
    answer = page(ana, url("start", team.pk), sent, follow=True)
    assert "2 forms were found. Nothing is brought in yet." in words(answer)
    assert not Cycle.objects.exists()
    source = FormImport.objects.get()
    answer = page(ana, url("look", source.pk), chosen(source), follow=True)
    assert "2 cycles are here now." in words(answer)
    assert "Presupuesto" in words(answer)
    cycle = Cycle.objects.order_by("number")[0]
    told = words(page(ana, reverse("cycles:cycle", args=[cycle.pk])))
    assert "Brought in from an old form on" in told
    assert "It began on November 3" in told
    assert "Its prediction was not fixed before Do." in told
    assert "Not fixed before Do" in told
    assert "Locked" not in told
    assert "from an old form" in words(page(ana, reverse("cycles:list", args=[team.pk])))


def test_a_file_that_cannot_be_read_is_named_on_the_page(page, ana, team, sent):
    answer = page(ana, url("start", team.pk), {"files": [sent("scan.pdf", "%PDF")]})
    assert answer.status_code == 422
    assert "Only Word (DOCX), text (TXT) and table (CSV) can be read." in words(answer)
    assert "Choose at least one file." in words(page(ana, url("start", team.pk), {"inquiry": ""}))


def test_what_is_open_is_asked_and_every_choice_stays(page, ana, source):
    sent = chosen(source, **{"f0-began": "", "f0-decision": "abandon", "f1-p0": "rest"})
    answer = page(ana, url("look", source.pk), sent)
    assert answer.status_code == 422
    assert "Something is still open below." in words(answer)
    assert "The form does not say plainly when it began." in words(answer)
    assert not Cycle.objects.exists()
    source.refresh_from_db()
    assert (source.forms[0]["decision"], source.forms[1]["pieces"][0][2]) == ("abandon", "rest")
    kept = page(ana, url("look", source.pk), chosen(source, do="keep"), follow=True)
    assert "Your choices are kept. Nothing is brought in yet." in words(kept)


def test_somebody_else_chose_meanwhile_and_nothing_is_lost(page, ana, source):
    mine = chosen(source, **{"f0-title": "", "f0-decision": "scale"})
    services.choose(by=ana, source=source, version=source.version, forms=[{"decision": "adopt"}])
    answer = page(ana, url("look", source.pk), mine)
    assert answer.status_code == 422
    assert "Somebody else chose here in the meantime." in words(answer)
    assert '<option value="scale" selected>' in words(answer)
    source.refresh_from_db()
    assert source.forms[0]["decision"] == "adopt"
    again = {**mine, "version": source.version}
    page(ana, url("look", source.pk), again)
    assert Cycle.objects.order_by("number")[0].decision == "scale"


def test_names_are_shown_and_kept_only_on_purpose(page, ana, team, devon, inquiry, sent):
    old = sent("old.txt", f"Date: 2025-10-06\nChange: cards\nStudy: {devon.name} says yes")
    source = services.start_import(by=ana, team=team, inquiry=inquiry, uploads=[old])
    assert f"may name a person near your team: {devon.name.split()[0]}" in words(page(ana, url("look", source.pk)))
    answer = page(ana, url("look", source.pk), chosen(source))
    assert (answer.status_code, Cycle.objects.count()) == (422, 0)
    page(ana, url("look", source.pk), chosen(source, keep_names="1"))
    assert Cycle.objects.count() == 1


def test_back_again_and_let_go(page, ana, team, source):
    page(ana, url("look", source.pk), chosen(source))
    back = words(page(ana, url("take_back", source.pk), {}, follow=True))
    assert "The cycles are taken back." in back
    assert "Bring them in again" in back
    assert "The cycles are back." in words(page(ana, url("look", source.pk), {}, follow=True))
    cycle = Cycle.objects.order_by("number")[0]
    cycle.version += 1
    cycle.save()
    assert "so they stay: 1." in words(page(ana, url("take_back", source.pk), {}, follow=True))
    other = services.start_import(by=ana, team=team, uploads=[SimpleUploadedFile("o.txt", b"Plan: x")])
    assert "The text of the files is removed." in words(page(ana, url("let_go", other.pk), {}, follow=True))
    assert page(ana, url("look", other.pk)).status_code == 404


def test_the_same_text_is_named_as_here_already(page, ana, team, inquiry, source, table):
    services.bring_in(by=ana, source=source)
    table.seek(0)
    again = services.start_import(by=ana, team=team, inquiry=inquiry, uploads=[table])
    assert "The same text is already here as cycle 1." in words(page(ana, url("look", again.pk)))


def test_the_example_comes_as_a_file(page, ana):
    answer = page(ana, url("example"))
    assert answer["Content-Disposition"].endswith(".txt")
    assert "Partners write one word each" in answer.content.decode()


@pytest.mark.parametrize("forms", [2, 30])
def test_the_page_costs_the_same_for_any_number_of_forms(
    page, ana, team, inquiry, sent, forms, django_assert_num_queries
):
    rows = sent("many.csv", "Date,Change,Study\n" + "".join(f"2025-01-{n + 1:02},a{n},b{n}\n" for n in range(forms)))
    source = services.start_import(by=ana, team=team, inquiry=inquiry, uploads=[rows])
    page(ana, url("look", source.pk))
    with django_assert_num_queries(7):
        page(ana, url("look", source.pk))
    services.bring_in(by=ana, source=source)
    with django_assert_num_queries(8):
        page(ana, url("look", source.pk))


def test_others_read_that_it_was_brought_in_but_not_the_file(page, ana, stranger, source):
    services.bring_in(by=ana, source=source)
    cycle = Cycle.objects.order_by("number")[0]
    share(by=ana, obj=cycle, rung=Rung.PUBLIC)
    told = words(page(stranger, reverse("cycles:cycle", args=[cycle.pk])))
    assert "Brought in from an old form on" in told
    assert "cycles.csv" not in told
    assert page(stranger, url("look", source.pk)).status_code == 404


@pytest.mark.ac("S1 R-88")
def test_a_program_takes_the_same_steps(api, ana, team, inquiry, client, example):
    client.force_login(ana)
    answer = client.post(f"/api/v1/teams/{team.pk}/old-forms", {"file": example, "inquiry": inquiry.pk})
    assert answer.status_code == 201, answer.content
    told = answer.json()
    assert [one["goes_to"] for one in told["forms"][0]["pieces"] if one["text"]][:2] == ["began", "try_what"]
    body = {"version": told["version"], "forms": [{"decision": "adopt", "happened": "yes"}], "inquiry": inquiry.pk}
    told = api(ana, "POST", f"/old-forms/{told['id']}/choices", body).json()
    assert told["forms"][0]["decision"] == "adopt"
    told = api(ana, "POST", f"/old-forms/{told['id']}/bring-in", {}).json()
    cycle = Cycle.objects.get()
    assert (told["state"], told["cycles"], cycle.result_happened) == ("in", [cycle.pk], True)
    assert api(ana, "GET", f"/teams/{team.pk}/old-forms").json()["items"][0]["state"] == "in"
    back = api(ana, "POST", f"/old-forms/{told['id']}/take-back", {}).json()
    assert (back["state"], back["stay"]) == (FormState.BACK, [])
    assert api(ana, "DELETE", f"/old-forms/{told['id']}").status_code == 204
    assert api(ana, "GET", f"/old-forms/{told['id']}").status_code == 404
