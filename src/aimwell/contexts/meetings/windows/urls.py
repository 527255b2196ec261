from django.urls import path

from aimwell.contexts.meetings.windows import views

app_name = "windows"
urlpatterns = [
    path("t/<int:team_id>/days/", views.team, name="team"),
    path("t/<int:team_id>/days/bring/", views.team_bring, name="team_bring"),
    path("o/<int:org_id>/days/", views.org, name="org"),
    path("o/<int:org_id>/days/bring/", views.org_bring, name="org_bring"),
    path("days/<int:pk>/take-back/", views.take_back, name="take_back"),
    path("days/<int:pk>/bring-back/", views.bring_back, name="bring_back"),
    path("days/take-back/", views.take_many_back, name="take_many_back"),
    path("t/<int:team_id>/disruption/", views.disruption, name="disruption"),
    path("disruptions/<int:pk>/take-back/", views.disruption_back, name="disruption_back"),
    path("disruptions/<int:pk>/over/", views.disruption_over, name="disruption_over"),
    path("t/<int:team_id>/smallest/", views.smallest, name="smallest"),
]
