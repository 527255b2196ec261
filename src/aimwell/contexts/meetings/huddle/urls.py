from django.urls import path

from aimwell.contexts.meetings.huddle import views

app_name = "huddle"
urlpatterns = [
    path("meetings/<int:pk>/huddle/", views.huddle, name="huddle"),
    path("meetings/<int:pk>/huddle/now/", views.now, name="now"),
    path("meetings/<int:pk>/huddle/begin/", views.begin, name="begin"),
    path("meetings/<int:pk>/huddle/clock/", views.clock, name="clock"),
    path("meetings/<int:pk>/huddle/silence/", views.silence, name="silence"),
    path("meetings/<int:pk>/huddle/lines/", views.line, name="line"),
    path("meetings/<int:pk>/huddle/decide/", views.decide, name="decide"),
    path("meetings/<int:pk>/huddle/choose/", views.choose, name="choose"),
    path("meetings/<int:pk>/huddle/next/", views.start_next, name="start_next"),
    path("meetings/<int:pk>/huddle/send/", views.send, name="send"),
    path("meetings/<int:pk>/huddle/end/", views.end, name="end"),
    path("meetings/<int:pk>/summary/", views.summary, name="summary"),
    path("silences/<int:pk>/write/", views.write, name="write"),
    path("silences/<int:pk>/show/", views.show, name="show"),
    path("note-lines/<int:pk>/take-back/", views.line_back, name="line_back"),
    path("note-lines/<int:pk>/again/", views.line_again, name="line_again"),
    path("note-uses/<int:pk>/undo/", views.undo, name="undo"),
]
