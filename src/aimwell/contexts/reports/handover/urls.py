from django.urls import path

from aimwell.contexts.reports.handover import views

app_name = "handover"
urlpatterns = [
    path("t/<int:team_id>/people/<int:membership_id>/handover/", views.leaving, name="leaving"),
    path("t/<int:team_id>/handover/", views.without_owner, name="without_owner"),
    path("t/<int:team_id>/handover/<int:membership_id>/", views.summary, name="summary"),
]
