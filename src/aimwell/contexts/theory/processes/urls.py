from django.urls import path

from aimwell.contexts.theory.processes import views

app_name = "processes"
urlpatterns = [
    path("i/<int:inquiry_id>/processes/", views.processes, name="processes"),
    path("processes/<int:pk>/", views.process, name="process"),
    path("processes/<int:pk>.svg", views.picture, {"kind": "svg"}, name="svg"),
    path("processes/<int:pk>.png", views.picture, {"kind": "png"}, name="png"),
    path("processes/<int:pk>.txt", views.picture, {"kind": "txt"}, name="txt"),
    path("processes/<int:pk>/rename/", views.rename, name="rename"),
    path("processes/<int:pk>/steps/", views.add, name="step_add"),
    path("process-steps/<int:pk>/", views.change, name="step"),
    path("process-steps/<int:pk>/move/", views.move, name="step_move"),
    path("process-steps/<int:pk>/counts/", views.look, name="look"),
    path("process-steps/<int:pk>/cause/", views.cause, name="cause"),
    path("processing/<slug:kind>/<int:pk>/aside/", views.aside, name="aside"),
    path("processing/<slug:kind>/<int:pk>/restore/", views.back, name="restore"),
]
