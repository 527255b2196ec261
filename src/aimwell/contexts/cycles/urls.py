from django.urls import path

from aimwell.contexts.cycles import views

app_name = "cycles"
urlpatterns = [
    path("t/<int:team_id>/cycles/", views.cycle_list, name="list"),
    path("i/<int:inquiry_id>/cycles/new/", views.new, name="new"),
    path("i/<int:inquiry_id>/ramp/", views.ramp_page, name="ramp"),
    path("cycles/<int:pk>/", views.cycle, name="cycle"),
    path("cycles/<int:pk>/plan/", views.plan, name="plan"),
    path("cycles/<int:pk>/start/", views.start, name="start"),
    path("cycles/<int:pk>/make-smaller/", views.make_smaller, name="make_smaller"),
    path("cycles/<int:pk>/keep-size/", views.keep_size, name="keep_size"),
    path("cycles/<int:pk>/none-noticed/", views.none_noticed, name="none_noticed"),
    path("cycles/<int:pk>/amend/", views.amend, name="amend"),
    path("cycles/<int:pk>/entries/", views.entry, name="entry"),
    path("cycles/<int:pk>/tally/", views.tally, name="tally"),
    path("cycles/<int:pk>/taps/", views.taps, name="taps"),
    path("cycles/<int:pk>/begin-study/", views.begin_study, name="begin_study"),
    path("cycles/<int:pk>/study/", views.study, name="study"),
    path("cycles/<int:pk>/finish/", views.finish, name="finish"),
    path("cycles/<int:pk>/onward/", views.onward, name="onward"),
    path("cycles/<int:pk>/learning/", views.learning, name="learning"),
    path("cycles/<int:pk>/set-aside/", views.set_aside, name="set_aside"),
    path("cycles/<int:pk>/restore/", views.restore, name="restore"),
    path("entries/<int:pk>/set-aside/", views.entry_set_aside, name="entry_set_aside"),
    path("entries/<int:pk>/restore/", views.entry_restore, name="entry_restore"),
]
