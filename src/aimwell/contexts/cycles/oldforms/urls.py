from django.urls import path

from aimwell.contexts.cycles.oldforms import views

app_name = "oldforms"
urlpatterns = [
    path("t/<int:team_id>/old-forms/", views.start, name="start"),
    path("old-forms/example/", views.example, name="example"),
    path("old-forms/<int:pk>/", views.look, name="look"),
    path("old-forms/<int:pk>/take-back/", views.take_back, name="take_back"),
    path("old-forms/<int:pk>/let-go/", views.let_go, name="let_go"),
]
