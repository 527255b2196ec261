from django.urls import path

from aimwell.contexts.networks.views import choosing, cycles, drivers, goals, network, places, purposes, weeks

app_name = "networks"
ONE = "networks/<int:network_id>/"
urlpatterns = [
    path("networks/", network.networks, name="list"),
    path(ONE, network.network, name="network"),
    path(f"{ONE}cycles/", cycles.cycles, name="cycles"),
    path(f"{ONE}goals/", goals.goals, name="goals"),
    path(f"{ONE}goals/<int:pk>/", goals.goal, name="goal"),
    path(f"{ONE}goals/<int:pk>/notes/", goals.note, name="note"),
    path(f"{ONE}drivers/", drivers.drivers, name="drivers"),
    path(f"{ONE}years/", drivers.start_year, name="year"),
    path(f"{ONE}drivers/<int:pk>/", drivers.driver, name="driver"),
    path(f"{ONE}members/", purposes.purposes, name="purposes"),
    path(f"{ONE}members/<int:org_id>/", purposes.purpose, name="purpose"),
    path(f"{ONE}weeks/", weeks.weeks, name="weeks"),
    path(f"{ONE}choices/", choosing.choices, name="choices"),
    path(f"{ONE}choices/<int:pk>/", choosing.choice, name="choice"),
    path(f"{ONE}choices/<int:pk>/decision/", choosing.decide, name="decide"),
    path(f"{ONE}options/<int:pk>/", choosing.option, name="option"),
    path(f"{ONE}options/<int:pk>/members/<int:org_id>/", choosing.position, name="position"),
    path(f"{ONE}<slug:kind>/<int:pk>/aside/", network.aside, name="aside"),
    path(f"{ONE}<slug:kind>/<int:pk>/restore/", network.restore, name="restore"),
    path("i/<int:inquiry_id>/network/", places.inquiry, name="inquiry"),
    path("i/<int:inquiry_id>/network/<int:year_id>/", places.place, name="place"),
]
