from django.urls import path

from aimwell.contexts.cycles.rounds import views

app_name = "rounds"
urlpatterns = [
    path("t/<int:team_id>/cycles/year/", views.year, name="year"),
    path("cycle-rounds/<int:pk>/", views.one, name="round"),
    path("cycle-rounds/<int:pk>/aside/", views.aside, name="aside"),
    path("cycle-rounds/<int:pk>/restore/", views.restore, name="restore"),
]
