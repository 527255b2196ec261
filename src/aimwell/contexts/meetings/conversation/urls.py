from django.urls import path

from aimwell.contexts.meetings.conversation import views

app_name = "conversation"
urlpatterns = [
    path("t/<int:team_id>/talks/", views.talks, name="talks"),
    path("talks/<int:pk>/", views.talk, name="talk"),
    path("talks/<int:pk>/lines/", views.line, name="line"),
    path("talks/<int:pk>/go-on/", views.go_on, name="go_on"),
    path("talks/<int:pk>/names/", views.names, name="names"),
    path("talks/<int:pk>/doubts/", views.doubt, name="doubt"),
    path("talks/<int:pk>/changed/", views.changed, name="changed"),
    path("talks/<int:pk>/again/", views.again, name="again"),
    path("doubts/<int:pk>/answer/", views.answer, name="answer"),
    path("talking/<slug:kind>/<int:pk>/aside/", views.aside, name="aside"),
    path("talking/<slug:kind>/<int:pk>/restore/", views.restore, name="restore"),
]
