"""What SAML needs from us: settings out of a provider's description, and the door where its answers arrive."""

from __future__ import annotations

from typing import Any

from allauth.core.internal import ratelimit
from allauth.socialaccount.providers.saml.views import acs as allauth_acs
from allauth.socialaccount.providers.saml.views import finish_acs as allauth_finish
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from lxml.etree import LxmlError
from onelogin.saml2.errors import OneLogin_Saml2_Error, OneLogin_Saml2_ValidationError
from onelogin.saml2.idp_metadata_parser import OneLogin_Saml2_IdPMetadataParser

from aimwell.contexts.people.signin import queries
from aimwell.domain.errors import Refused
from aimwell.ui.views import too_large

LARGEST = 256 * 1024  # bytes; an answer with its certificate has some 10 kB
LIMITS = {"saml": "300/m/ip"}
UNREADABLE = (OneLogin_Saml2_Error, OneLogin_Saml2_ValidationError, LxmlError, ValueError)

STRICT = {
    "strict": True,
    "want_assertion_signed": True,
    "reject_deprecated_algorithm": True,
    "reject_idp_initiated_sso": True,
    "want_attribute_statement": False,
    "allow_single_label_domains": True,  # a school's inner network has names without a dot
}


def settings_of(metadata: str) -> dict[str, Any]:
    """What allauth keeps for the provider that this SAML 2.0 metadata (XML) describes.

    Raises Refused("saml_metadata") where name, address or certificate cannot be read.
    """
    try:
        idp = OneLogin_Saml2_IdPMetadataParser.parse(metadata.strip()).get("idp", {})
    except (*UNREADABLE, TypeError, AttributeError) as error:
        raise Refused("saml_metadata") from error
    name, address = idp.get("entityId"), idp.get("singleSignOnService", {}).get("url", "")
    certificate = idp.get("x509cert") or next(iter(idp.get("x509certMulti", {}).get("signing", [])), "")
    if not name or not certificate or not address.startswith(("https://", "http://")):
        raise Refused("saml_metadata")
    kept = {"entity_id": name, "sso_url": address, "x509cert": certificate}
    return {"idp": kept, "advanced": STRICT}


@csrf_exempt  # it comes from the provider's page; its signature and our question's number take the token's place
@require_POST
def acs(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """Kept until the next request, which carries the cookie. A stranger must not fill the store with it."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        return too_large(request, limit="256 kB")
    if not ratelimit.consume(request, app="aimwell", action="saml", config=LIMITS):
        return ratelimit.respond_429(request)
    queries.require_saml(organization_slug)
    answer: HttpResponse = allauth_acs(request, organization_slug)
    return answer


def finish(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """Reads the answer that was kept. What is no SAML at all ends on the same page as what does not fit."""
    try:
        answer: HttpResponse = allauth_finish(request, organization_slug)
    except UNREADABLE:
        return render(request, "signin/refused.html", {"why": "answer"}, status=403)
    return answer
