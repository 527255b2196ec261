"""Where somebody is signed in, and how fast a door closes."""

from django.urls import reverse


def test_the_list_shows_each_browser_and_ends_the_others(ana, sign_in):
    here, _ = sign_in(ana.email, headers={"user-agent": "Here"})
    there, _ = sign_in(ana.email, headers={"user-agent": "There"})
    page = here.get("/account/sessions/").content.decode()
    assert "Here" in page
    assert "There" in page
    assert page.count("This browser") == 1
    here.post("/account/sessions/")
    assert here.get("/home/").status_code == 200
    assert there.get("/home/")["Location"].startswith("/account/login/")


def test_nobody_sees_or_ends_the_sessions_of_another(ana, stranger, sign_in):
    hers, _ = sign_in(ana.email, headers={"user-agent": "Anas browser"})
    theirs, _ = sign_in(stranger.email)
    assert "Anas browser" not in theirs.get("/account/sessions/").content.decode()
    theirs.post("/account/sessions/")
    assert hers.get("/home/").status_code == 200


def test_a_new_password_ends_the_other_sessions(ana, sign_in):
    here, _ = sign_in(ana.email)
    there, _ = sign_in(ana.email)
    new = {
        "oldpassword": "correct horse battery",
        "password1": "another long phrase",
        "password2": "another long phrase",
    }
    assert here.post("/account/password/change/", new).status_code == 302
    assert there.get("/home/").status_code == 302


def test_an_open_tab_is_refused_once_the_place_has_ended(ana, devon, team, sign_in):
    from aimwell.contexts.people.services import leave_team

    tab, _ = sign_in(devon.email)
    members = reverse("people:members", args=[team.pk])
    assert tab.get(members).status_code == 200
    leave_team(by=ana, membership=team.memberships.get(user=devon))
    assert tab.get(members).status_code == 404
    assert tab.post(reverse("people:invite", args=[team.pk])).status_code == 404
    assert tab.get(f"/api/v1/teams/{team.pk}/members").status_code == 404
    assert team.invitations.filter(used_at=None).count() == 0


def test_an_open_tab_is_refused_once_the_account_is_closed(devon, sign_in, api):
    tab, _ = sign_in(devon.email)
    assert tab.get("/api/v1/me").status_code == 200
    assert api(devon, "GET", "/me").status_code == 200
    devon.is_active = False
    devon.save()
    assert tab.get("/home/")["Location"].startswith("/account/login/")
    assert tab.get("/api/v1/me").status_code == 401
    assert api(devon, "GET", "/me").status_code == 401
    _, answer = sign_in(devon.email)
    assert answer.status_code == 302
    assert answer["Location"] == "/account/inactive/"
