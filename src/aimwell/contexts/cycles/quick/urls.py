from django.urls import path

from aimwell.contexts.cycles.quick import views

app_name = "quick"
urlpatterns = [
    path("t/<int:team_id>/tried/", views.tried, name="tried"),
    path("tried/<int:pk>/", views.change, name="change"),
    path("tried/<int:pk>/cycle/", views.make_cycle, name="make_cycle"),
    path("tried/<int:pk>/aside/", views.aside, name="aside"),
    path("tried/<int:pk>/restore/", views.restore, name="restore"),
    path("t/<int:team_id>/rest/", views.rest, name="rest"),
    path("t/<int:team_id>/rest/take-back/", views.take_back_pauses, name="take_back_pauses"),
    path("t/<int:team_id>/rest/all-go-on/", views.all_go_on, name="all_go_on"),
    path("cycles/<int:pk>/go-on/", views.go_on, name="go_on"),
    path("cycles/<int:pk>/rest-again/", views.take_back_resume, name="take_back_resume"),
    path("t/<int:team_id>/loose/", views.loose, name="loose"),
    path("t/<int:team_id>/practice/", views.practice, name="practice"),
    path("cycles/<int:pk>/attach/", views.attach, name="attach"),
    path("cycles/<int:pk>/attach/<int:inquiry_id>/", views.attach_to, name="attach_to"),
    path("entries/<int:pk>/people/", views.people, name="people"),
    path("entries/<int:pk>/words/", views.note, name="note"),
    path("contributors/<int:pk>/claim/", views.claim, name="claim"),
    path("contributors/<int:pk>/unclaim/", views.unclaim, name="unclaim"),
]
