from django.urls import path

from aimwell.contexts.people import views

app_name = "people"
urlpatterns = [
    path("start/", views.start, name="start"),
    path("home/", views.home, name="home"),
    path("teams/new/", views.team_new, name="team_new"),
    path("t/<int:team_id>/people/", views.members, name="members"),
    path("t/<int:team_id>/people/invite/", views.invite, name="invite"),
    path("t/<int:team_id>/people/add/", views.add_member, name="add_member"),
    path("t/<int:team_id>/people/<int:membership_id>/end/", views.end_membership, name="end_membership"),
    path("join/<str:token>/", views.join, name="join"),
    path("settings/", views.settings_page, name="settings"),
    path("settings/tokens/", views.tokens, name="tokens"),
    path("settings/tokens/<int:token_id>/revoke/", views.revoke_token, name="revoke_token"),
    path("settings/theme/", views.theme, name="theme"),
]
