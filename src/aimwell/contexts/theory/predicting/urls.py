from django.urls import path

from aimwell.contexts.theory.predicting import views

app_name = "predicting"
urlpatterns = [
    path("i/<int:inquiry_id>/predictions/", views.boards, name="boards"),
    path("prediction-boards/<int:pk>/", views.board, name="board"),
    path("prediction-boards/<int:pk>/table.csv", views.cut_csv, name="cut_csv"),
    path("prediction-boards/<int:pk>/change/", views.change, name="change"),
    path("prediction-boards/<int:pk>/predict/", views.predict, name="predict"),
    path("prediction-boards/<int:pk>/share/", views.share, name="share"),
    path("prediction-boards/<int:pk>/close/", views.close, name="close"),
    path("prediction-boards/<int:pk>/counts/", views.counts, name="counts"),
    path("prediction-boards/<int:pk>/findings/", views.finding, name="finding"),
    path("prediction-counts/<int:pk>/", views.columns, name="columns"),
    path("predictions/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("predictions/<int:pk>/bring-back/", views.bring_back, name="bring_back"),
    path("predictions/<int:pk>/result/", views.result, name="result"),
    path("predicting/<slug:kind>/<int:pk>/cause/", views.cause, name="cause"),
    path("predicting/<slug:kind>/<int:pk>/aside/", views.aside, name="aside"),
    path("predicting/<slug:kind>/<int:pk>/restore/", views.back, name="restore"),
]
