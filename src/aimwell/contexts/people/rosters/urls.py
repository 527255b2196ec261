from django.urls import path

from aimwell.contexts.people.rosters import views

app_name = "rosters"
urlpatterns = [
    path("o/<int:org_id>/roster/", views.lists, name="lists"),
    path("o/<int:org_id>/roster/students/", views.students, name="students"),
    path("o/<int:org_id>/roster/<int:pk>/", views.one_list, name="list"),
    path("o/<int:org_id>/roster/<int:pk>/put-in/", views.put_in, name="put_in"),
    path("o/<int:org_id>/roster/<int:pk>/undo/", views.undo, name="undo"),
    path("o/<int:org_id>/roster/<int:pk>/discard/", views.discard, name="discard"),
    path("o/<int:org_id>/roster/<int:pk>/problems.csv", views.problems, name="problems"),
]
