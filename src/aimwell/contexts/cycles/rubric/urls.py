from django.urls import path

from aimwell.contexts.cycles.rubric import views

app_name = "rubric"
urlpatterns = [
    path("cycles/<int:pk>/rubric/", views.review, name="review"),
    path("cycles/<int:pk>/rubric/ours/", views.ours, name="ours"),
    path("cycles/<int:pk>/rubric/ask/", views.ask, name="ask"),
    path("cycles/<int:pk>/rubric/agree/", views.agree, name="agree"),
    path("cycles/<int:pk>/rubric/open/", views.open_it, name="open"),
    path("cycles/<int:pk>/gate/", views.gate, name="gate"),
    path("readings/<int:pk>/", views.reading, name="reading"),
    path("readings/<int:pk>/back/", views.back, name="back"),
    path("readings/<int:pk>/again/", views.again, name="again"),
    path("o/<int:org_id>/rubric/", views.org, name="org"),
]
