from django.urls import path, re_path

from aimwell.contexts.people.signin import office_views, people_views, views

app_name = "signin"
OF_ORG = "o/<int:org_id>/sign-in/"
ONE = f"{OF_ORG}<int:pk>/"
urlpatterns = [
    path("sign-in/work/", views.work, name="work"),
    path("sign-in/o/<slug:slug>/", views.org, name="org"),
    path("sign-in/with/<str:key>/", views.with_site_provider, name="with"),
    re_path(r"^sign-in/card/(?P<code>[a-z0-9-]{1,20})\.svg$", people_views.card_qr, name="card_qr"),
    path("account/2fa/totp/qr.svg", views.totp_qr, name="totp_qr"),
    path(OF_ORG, office_views.sign_in, name="org_sign_in"),
    path(f"{OF_ORG}oidc/", office_views.add, {"kind": "oidc"}, name="add_oidc"),
    path(f"{OF_ORG}saml/", office_views.add, {"kind": "saml"}, name="add_saml"),
    path(ONE, office_views.provider, name="provider"),
    path(f"{ONE}domains/", office_views.name_domain, name="name_domain"),
    path(f"{ONE}domains/<int:domain_id>/confirm/", office_views.confirm_domain, name="confirm_domain"),
    path(f"{ONE}domains/<int:domain_id>/drop/", office_views.drop_domain, name="drop_domain"),
    path(f"{ONE}renew/", office_views.renew, name="renew"),
    path(f"{ONE}remove/", office_views.remove, name="remove"),
    path("o/<int:org_id>/people/invite/", people_views.invite_to_org, name="invite_to_org"),
    path("o/<int:org_id>/people/accounts/", people_views.cards_of_org, name="cards_of_org"),
    path("t/<int:team_id>/people/invite/list/", people_views.invite_to_team, name="invite_to_team"),
    path("t/<int:team_id>/people/accounts/", people_views.cards_of_team, name="cards_of_team"),
    path("t/<int:team_id>/people/invitations/", people_views.invitations, name="invitations"),
    path("t/<int:team_id>/people/invitations/<int:pk>/", people_views.invitation, name="invitation"),
    path("t/<int:team_id>/people/invitations/<int:pk>/qr.svg", people_views.invitation_qr, name="invitation_qr"),
    path("t/<int:team_id>/people/invitations/<int:pk>/take-back/", people_views.take_back, name="take_back"),
    path("people/accounts/<int:pk>/card/", people_views.new_card, name="new_card"),
    path("people/card/", people_views.card, name="card"),
]
