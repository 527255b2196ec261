"""The REST API: the same services and queries as the pages, under the same permissions."""

from django.urls import path
from ninja import NinjaAPI

from aimwell.api import errors
from aimwell.api.auth import BOTH
from aimwell.contexts.people.api import router as people

api = NinjaAPI(title="Aimwell", version="1", auth=BOTH, docs_url=None, urls_namespace="api")
errors.install(api)
api.add_router("", people)

urlpatterns = [path("", api.urls)]
