from django.urls import path

from aimwell.contexts.cycles.conditions import views

app_name = "conditions"
urlpatterns = [
    path("t/<int:team_id>/conditions/", views.listed, name="list"),
    path("conditions/<int:pk>/", views.change, name="change"),
    path("conditions/<slug:kind>/<int:pk>/aside/", views.aside, name="aside"),
    path("conditions/<slug:kind>/<int:pk>/restore/", views.restore, name="restore"),
    path("cycles/<int:pk>/conditions/", views.of_cycle, name="cycle"),
    path("conditions/runs/<int:pk>/", views.came_out, name="came_out"),
    path("t/<int:team_id>/look-again/", views.looks, name="looks"),
    path("cycles/<int:pk>/look-again/<slug:day>/", views.look, name="look"),
    path("cycles/<int:pk>/look-again/<slug:day>/move/", views.move, name="move"),
    path("cycles/<int:pk>/look-again/<slug:day>/drop/", views.drop, name="drop"),
    path("cycles/<int:pk>/hold/", views.hold, name="hold"),
    path("cycles/<int:pk>/hold/pace/", views.choose_pace, name="pace"),
    path("cycles/<int:pk>/hold/keeper/", views.name_keeper, name="keeper"),
    path("hold/keepers/<int:pk>/take-on/", views.take_on, name="take_on"),
    path("look-again/<int:pk>/take-up/", views.take_up, name="take_up"),
    path("orgs/<int:org_id>/cycles/", views.school, name="school"),
]
