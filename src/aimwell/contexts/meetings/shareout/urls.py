from django.urls import path

from aimwell.contexts.meetings.shareout import views

app_name = "shareout"
urlpatterns = [
    path("cycles/<int:pk>/share-out/", views.share_out, name="page"),
    path("cycles/<int:pk>/share-out.pdf", views.pdf, name="pdf"),
    path("cycles/<int:pk>/share-out/large/", views.large, name="large"),
    path("cycles/<int:pk>/share-out/question/", views.question, name="question"),
    path("peer-questions/<int:pk>/back/", views.back, name="back"),
    path("peer-questions/<int:pk>/again/", views.again, name="again"),
    path("peer-questions/<int:pk>/answer/", views.answer, name="answer"),
    path("peer-questions/<int:pk>/answer/back/", views.answer_back, name="answer_back"),
    path("peer-questions/<int:pk>/agenda/", views.agenda, name="agenda"),
    path("meetings/<int:pk>/brief/", views.brief, name="brief"),
    path("meetings/<int:pk>/brief.pdf", views.brief_pdf, name="brief_pdf"),
]
