from django.urls import path

from aimwell.contexts.meetings.barriers import views

app_name = "barriers"
urlpatterns = [
    path("t/<int:team_id>/barriers/", views.log, name="log"),
    path("t/<int:team_id>/barriers/days/", views.days, name="days"),
    path("barriers/<int:pk>/", views.change, name="change"),
    path("barriers/<int:pk>/say/<slug:stands>/", views.say, name="say"),
    path("barriers/<int:pk>/agenda/", views.agenda, name="agenda"),
    path("barriers/<int:pk>/aside/", views.aside, name="aside"),
    path("barriers/<int:pk>/restore/", views.restore, name="restore"),
    path("meetings/<int:pk>/ready/", views.ready, name="ready"),
    path("meetings/<int:pk>/ready/take/", views.take, name="take"),
    path("prep-lines/<int:pk>/", views.prep, name="prep"),
    path("prep-lines/<int:pk>/ready/", views.mark, name="mark"),
    path("prep-lines/<int:pk>/aside/", views.prep_aside, name="prep_aside"),
    path("prep-lines/<int:pk>/restore/", views.prep_restore, name="prep_restore"),
]
