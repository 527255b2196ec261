"""allauth's own pages in our look, below /account/, and where providers send people back to.

The pages on which a sign-in through a provider starts are ours (`views`): allauth's would end a form at another site.
"""

from allauth.socialaccount.providers.clever.views import oauth2_callback as clever_callback
from allauth.socialaccount.providers.google.views import oauth2_callback as google_callback
from allauth.socialaccount.providers.openid_connect.views import callback as oidc_callback
from allauth.socialaccount.providers.saml.views import metadata
from django.urls import include, path, reverse_lazy
from django.views.generic.base import RedirectView

from aimwell.contexts.people.signin.saml import acs, finish

urlpatterns = [
    path("2fa/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
    path("linked/", include("allauth.socialaccount.urls")),
    path("oidc/<str:provider_id>/back/", oidc_callback, name="openid_connect_callback"),
    path("google/back/", google_callback, name="google_callback"),
    path("clever/back/", clever_callback, name="clever_callback"),
    path("saml/<slug:organization_slug>/back/", acs, name="saml_acs"),
    path("saml/<slug:organization_slug>/in/", finish, name="saml_finish_acs"),
    path("saml/<slug:organization_slug>/metadata/", metadata, name="saml_metadata"),
    path(
        "saml/<slug:organization_slug>/out/",
        RedirectView.as_view(url=reverse_lazy("account_logout")),
        name="saml_sls",
    ),
]
