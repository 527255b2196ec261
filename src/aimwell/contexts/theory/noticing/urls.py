from django.urls import path

from aimwell.contexts.theory.noticing import views

app_name = "noticing"
urlpatterns = [
    path("t/<int:team_id>/noticed/", views.log, name="log"),
    path("noticed/<int:pk>/", views.change, name="change"),
    path("noticed/<int:pk>/seen/", views.seen, name="seen"),
    path("noticed/<int:pk>/take-up/", views.take_up, name="take_up"),
    path("noticing/<slug:kind>/<int:pk>/aside/", views.aside, name="aside"),
    path("noticing/<slug:kind>/<int:pk>/restore/", views.restore, name="restore"),
    path("t/<int:team_id>/goals/", views.goals, name="goals"),
    path("t/<int:team_id>/goals.csv", views.goals_csv, name="goals_csv"),
    path("goals/<int:pk>/", views.goal, name="goal"),
    path("goals/<int:pk>/match/", views.match, name="match"),
]
