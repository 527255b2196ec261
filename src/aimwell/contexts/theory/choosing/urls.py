from django.urls import path

from aimwell.contexts.theory.choosing.views import deciding, ideas, parking, work

app_name = "choosing"
urlpatterns = [
    path("i/<int:inquiry_id>/ideas/", ideas.ideas, name="ideas"),
    path("i/<int:inquiry_id>/ideas/why-not-yet/", ideas.why_not_yet, name="why_not_yet"),
    path("i/<int:inquiry_id>/ideas/limit/", work.limit, name="limit"),
    path("i/<int:inquiry_id>/ideas/rate/", deciding.rate, name="rate"),
    path("i/<int:inquiry_id>/ideas/rate/open/", deciding.open_ratings, name="rate_open"),
    path("i/<int:inquiry_id>/ideas/rate/again/", deciding.rate_again, name="rate_again"),
    path("i/<int:inquiry_id>/ideas/choose/", deciding.choose, name="choose"),
    path("i/<int:inquiry_id>/ideas/parked/", parking.lot, name="lot"),
    path("ideas/<int:pk>/", ideas.idea, name="idea"),
    path("ideas/<int:pk>/facts/<slug:part>/", ideas.facts, name="facts"),
    path("ideas/<int:pk>/scale/", ideas.scale, name="scale"),
    path("ideas/<int:pk>/go-on/", ideas.go_on, name="go_on"),
    path("ideas/<int:pk>/prefer/", deciding.prefer, name="prefer"),
    path("ideas/<int:pk>/propose/", deciding.propose, name="propose"),
    path("ideas/<int:pk>/park/", parking.park, name="park"),
    path("ideas/<int:pk>/commitments/", work.add, name="commitment_add"),
    path("commitments/<int:pk>/", work.change, name="commitment"),
    path("commitments/<int:pk>/done/", work.done, name="commitment_done"),
    path("commitments/<int:pk>/aside/", work.aside, name="commitment_aside"),
    path("commitments/<int:pk>/restore/", work.restore, name="commitment_restore"),
    path("proposals/<int:pk>/answer/", deciding.answer, name="answer"),
    path("proposals/<int:pk>/record/", deciding.record, name="record"),
    path("concerns/<int:pk>/", deciding.handled, name="handled"),
    path("parked/<int:pk>/", parking.change, name="parked"),
    path("parked/<int:pk>/take-up/", parking.take_up, name="take_up"),
    path("parked/<int:pk>/decline/", parking.decline, name="decline"),
]
