"""Invitations by list: looked at first, all or nothing; by mail, by QR code, taken back."""

import re

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile

from aimwell.contexts.orgs.services import create_team
from aimwell.contexts.people.models import Invitation
from aimwell.contexts.people.services import invite, start_team
from aimwell.contexts.people.signin.models import Posted

LIST = "name,email,team,role\nKim Lee,kim@clark.example,Grade 5,lead\nJo,jo@clark.example,Grade 6,\n"


@pytest.fixture
def teams(school):
    return [create_team(name=name, org=school) for name in ("Grade 5", "Grade 6")]


@pytest.fixture
def olga(admin_of, district):
    return admin_of(district)


@pytest.fixture
def page_of(olga, district, teams, proved):
    client = proved(olga)
    return lambda data: client.post(f"/o/{district.pk}/people/invite/", data)


def test_a_list_is_looked_at_then_sent(page_of, run_jobs, olga):
    look = page_of({"text": LIST})
    assert look.status_code == 200
    assert "Send 2 invitations" in look.content.decode()
    assert Invitation.objects.count() == 0
    assert page_of({"text": LIST, "send": "1"}).status_code == 302
    run_jobs()
    assert [message.to for message in mail.outbox] == [["kim@clark.example"], ["jo@clark.example"]]
    first = mail.outbox[0]
    assert first.subject == "Olga Office invites you to Grade 5"
    assert "Hello Kim Lee," in first.body
    token = re.search(r"http://testserver/join/([\w-]+)/", first.body)[1]
    found = Invitation.objects.get(token=token)
    assert (found.team.name, found.role, found.invited_by) == ("Grade 5", "lead", olga)


def test_the_mail_speaks_the_language_of_the_page(page_of, run_jobs, olga, district, proved):
    client = proved(olga)
    client.post(f"/o/{district.pk}/people/invite/", {"text": LIST, "send": "1"}, headers={"accept-language": "es"})
    run_jobs()
    assert "Hola Kim Lee:" in mail.outbox[0].body


def test_a_mail_goes_once_and_not_after_it_was_taken_back(page_of, run_jobs, olga):
    from aimwell.contexts.people.signin.services import take_back

    page_of({"text": LIST, "send": "1"})
    take_back(by=olga, invitation=Invitation.objects.first())
    run_jobs()
    run_jobs()
    assert len(mail.outbox) == 1
    assert Posted.objects.filter(sent_at=None).count() == 1


WRONG = [
    ("email,team\nnobody,Grade 5\n", "2", "“nobody” is not an e-mail address."),
    ("email,team\nkim@clark.example,Grade 9\n", "2", "There is no team “Grade 9” here"),
    ("email,team\nkim@clark.example,\n", "2", "There is no team “” here"),
    ("email,team,role\nkim@clark.example,Grade 5,boss\n", "2", "“boss” is not a role."),
    ("email,team\na@b.example,Grade 5\n\nA@B.example,grade 5\n", "4", "a@b.example stands in row 2 too."),
]


@pytest.mark.parametrize(("text", "row", "words"), WRONG)
def test_a_row_that_needs_a_look_is_named_and_nothing_goes(page_of, run_jobs, text, row, words):
    good = "\nsue@clark.example,Grade 6" if "role" not in text else "\nsue@clark.example,Grade 6,member"
    answer = page_of({"text": text.rstrip("\n") + good, "send": "1"})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert f'<th scope="row">{row}</th>' in said
    assert words in said
    assert Invitation.objects.count() == 0
    run_jobs()
    assert mail.outbox == []


def test_a_member_is_not_invited_again(ana, devon, team, proved):
    answer = proved(ana).post(f"/t/{team.pk}/people/invite/list/", {"text": f"email\n{devon.email.upper()}\n"})
    assert answer.status_code == 422
    assert "is in this team already" in answer.content.decode()


@pytest.mark.ac("S3 R-87")
def test_an_administrator_invites_nobody_into_a_team_that_has_people(olga, teams, ana, page_of):
    """Least of all themselves: the office gives no look into a team's work."""
    from aimwell.contexts.people.models import Membership
    from aimwell.contexts.people.signin.reading import Invitee
    from aimwell.contexts.people.signin.services import invite_all
    from aimwell.domain.errors import NotAllowed

    Membership.objects.create(team=teams[0], user=ana, name="Ana")
    answer = page_of({"text": f"email,team\n{olga.email},Grade 5\n", "send": "1"})
    assert "“Grade 5” has people already." in answer.content.decode()
    with pytest.raises(NotAllowed):
        invite_all(by=olga, invitees=[Invitee(olga.email, teams[0])], address="http://testserver/", lang="en")
    assert Invitation.objects.count() == 0


@pytest.mark.parametrize("text", ["", "   ", "name\nKim\n", "email,team\n", 'email,team\n"kim', "\x00"])
def test_what_is_no_list_is_refused(page_of, text):
    assert page_of({"text": text}).status_code == 422
    assert Invitation.objects.count() == 0


def test_too_many_rows_and_bytes_are_refused(page_of):
    rows = "email,team\n" + "".join(f"p{number}@clark.example,Grade 5\n" for number in range(501))
    assert "501 rows; at most 500" in page_of({"text": rows}).content.decode()
    big = SimpleUploadedFile("list.csv", b"email\n" + b"a" * 1_000_001)
    assert "larger than 1 MB" in page_of({"file": big}).content.decode()


def test_a_file_from_a_spreadsheet_is_read(page_of):
    text = "\ufeffCorreo;Equipo;Rol;Nombre\r\nkim@clark.example;Grade 5;líder;Kim\r\n"
    answer = page_of({"file": SimpleUploadedFile("lista.csv", text.encode()), "text": ""})
    assert answer.status_code == 200
    assert "Send 1 invitation" in answer.content.decode()
    odd = SimpleUploadedFile("lista.csv", "correo\nñ@x.example".encode("latin-1"))
    assert page_of({"file": odd}).status_code == 422


def test_a_team_of_another_organisation_is_not_named(page_of, ana):
    start_team(by=ana, name="Foreign team")
    answer = page_of({"text": "email,team\nkim@clark.example,Foreign team\n", "send": "1"})
    assert answer.status_code == 422
    assert Invitation.objects.count() == 0


def test_a_lead_invites_to_the_one_team(ana, team, proved, run_jobs):
    client = proved(ana)
    answer = client.post(f"/t/{team.pk}/people/invite/list/", {"text": "email\nkim@x.example\n", "send": "1"})
    assert answer.status_code == 302
    assert Invitation.objects.get().team == team


def test_stored_script_is_words(page_of):
    answer = page_of({"text": "email,team,name\nkim@clark.example,Grade 5,<script>alert(1)</script>\n"})
    assert "<script>alert" not in answer.content.decode()
    assert "&lt;script&gt;alert" in answer.content.decode()


def test_an_invitation_as_a_picture_and_on_paper(ana, team, proved):
    made = invite(by=ana, team=team)
    client = proved(ana)
    page = client.get(f"/t/{team.pk}/people/invitations/{made.pk}/").content.decode()
    assert f"http://testserver/join/{made.token}/" in page
    assert "data:" not in page
    picture = client.get(f"/t/{team.pk}/people/invitations/{made.pk}/qr.svg")
    assert picture["Content-Type"] == "image/svg+xml"
    assert b"<path" in picture.content


def test_taken_back_it_opens_nothing(ana, team, proved, client):
    made = invite(by=ana, team=team)
    lead = proved(ana)
    assert lead.post(f"/t/{team.pk}/people/invitations/{made.pk}/take-back/").status_code == 302
    assert client.get(f"/join/{made.token}/").status_code == 410
    assert lead.get(f"/t/{team.pk}/people/invitations/{made.pk}/").status_code == 404


@pytest.mark.parametrize(
    "path", ["invite/list/", "invitations/", "accounts/", "invitations/{pk}/", "invitations/{pk}/qr.svg"]
)
def test_a_member_who_does_not_lead_and_a_stranger_find_nothing(path, ana, devon, stranger, team, proved):
    made = invite(by=ana, team=team)
    url = f"/t/{team.pk}/people/" + path.format(pk=made.pk)
    for who in (devon, stranger):
        assert proved(who).get(url).status_code == 404
        assert proved(who).post(url, {"text": "email\nx@x.example", "send": "1", "name": "X"}).status_code in {404, 405}
    assert Invitation.objects.filter(used_at=None).count() == 1
