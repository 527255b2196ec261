from django.urls import path

from aimwell.contexts.reports.participation import views

app_name = "participation"
OF_TEAM = "t/<int:team_id>/taking-part/"
urlpatterns = [
    path(OF_TEAM, views.taking_part, name="taking_part"),
    path(f"{OF_TEAM}pause/", views.pause, name="pause"),
    path(f"{OF_TEAM}leave/", views.leave, name="leave"),
    path(f"{OF_TEAM}resume/", views.resume, name="resume"),
    path(f"{OF_TEAM}dates/", views.dates, name="dates"),
    path(f"{OF_TEAM}take-back/", views.take_back, name="take_back"),
    path(f"{OF_TEAM}hub/", views.hub, name="hub"),
    path("t/<int:team_id>/welcome-back/", views.welcome_back, name="welcome_back"),
    path("support/", views.support, name="support"),
]
