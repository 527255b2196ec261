"""Providers on this machine: a real one of OpenID Connect, one that lies on request, and one of SAML."""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
import secrets
import socket
import subprocess
import sys
import threading
import time
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from lxml import etree
from onelogin.saml2.utils import OneLogin_Saml2_Utils


@contextmanager
def real_oidc():
    """The package oidc-provider-mock as a process of its own; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "oidc_provider_mock",
        "--port",
        str(port),
        "--require-nonce",
        "true",
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/.well-known/openid-configuration")
        yield address
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(url: str) -> None:
    for _ in range(150):
        try:
            requests.get(url, timeout=1)
        except requests.ConnectionError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{url} does not answer")


def agree(target: str, sub: str) -> str:
    """Say yes at the real provider as `sub`; gives the address to which it sends the person back."""
    answer = requests.post(target, data={"sub": sub}, allow_redirects=False, timeout=5)
    return answer.headers["Location"]


@dataclass
class LyingOidc:
    """A small provider whose every answer can be bent: set `told` (user info), `ticket` (id token), `no_ticket`."""

    address: str = ""
    told: dict[str, Any] = field(default_factory=dict)
    ticket: dict[str, Any] = field(default_factory=dict)
    config: dict[str, Any] = field(default_factory=dict)
    no_ticket: bool = False
    asked: dict[str, str] = field(default_factory=dict)
    verifiers: list[bool] = field(default_factory=list)

    def back(self, target: str, **changed: str) -> str:
        """What a browser is sent back to after saying yes; `changed` bends the address."""
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(target).query).items()}
        query = {"code": "a-code", "state": self.asked["state"], **changed}
        return f"{self.asked['redirect_uri']}?{urlencode(query)}"

    def answer(self, path: str, form: dict[str, str]) -> dict[str, Any]:
        if path.endswith("openid-configuration"):
            at = self.address
            return {
                "issuer": at, "authorization_endpoint": f"{at}/authorize", "token_endpoint": f"{at}/token",
                "userinfo_endpoint": f"{at}/userinfo", "jwks_uri": f"{at}/jwks",
                "token_endpoint_auth_methods_supported": ["client_secret_post"], **self.config,
            }  # fmt: skip
        if path == "/userinfo":
            return {"sub": "u1", "email": "kim@north.example", "email_verified": True, "name": "Kim North", **self.told}
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).rstrip(b"=")
        self.verifiers.append(challenge.decode() == self.asked["code_challenge"])
        claims = {
            "iss": self.address, "aud": self.asked["client_id"], "sub": "u1", "exp": int(time.time()) + 300,
            "iat": int(time.time()), "nonce": self.asked["nonce"], **self.ticket,
        }  # fmt: skip
        told = {"access_token": "an-access-token", "token_type": "Bearer"}
        return told if self.no_ticket else {**told, "id_token": jwt.encode(claims, "k" * 32, algorithm="HS256")}


@contextmanager
def lying_oidc():
    provider = LyingOidc()

    class Handler(BaseHTTPRequestHandler):
        def _send(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            text = json.dumps(provider.answer(urlsplit(self.path).path, form)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_GET = do_POST = _send

        def log_message(self, *args: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


RESPONSE = """<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
 xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_{response_id}" Version="2.0" IssueInstant="{now}"
 Destination="{acs}" InResponseTo="{asked}"><saml:Issuer>{issuer}</saml:Issuer>
<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>{assertion}
</samlp:Response>"""
ASSERTION = """<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_{assertion_id}" Version="2.0"
 IssueInstant="{now}"><saml:Issuer>{issuer}</saml:Issuer>
<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">{subject}</saml:NameID>
<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData
 NotOnOrAfter="{until}" Recipient="{acs}" InResponseTo="{asked}"/></saml:SubjectConfirmation></saml:Subject>
<saml:Conditions NotBefore="{since}" NotOnOrAfter="{until}"><saml:AudienceRestriction><saml:Audience>{audience}
</saml:Audience></saml:AudienceRestriction></saml:Conditions>
<saml:AuthnStatement AuthnInstant="{now}" SessionIndex="_s1"><saml:AuthnContext><saml:AuthnContextClassRef>
urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef></saml:AuthnContext>
</saml:AuthnStatement><saml:AttributeStatement>
<saml:Attribute Name="urn:oid:0.9.2342.19200300.100.1.3"><saml:AttributeValue>{email}
</saml:AttributeValue></saml:Attribute>
<saml:Attribute Name="urn:oid:2.5.4.42"><saml:AttributeValue>Kim
</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion>"""


class SamlIdp:
    """Reads a request that our side sent by redirect, and signs an answer to it (SAML 2.0 web browser profile)."""

    issuer = "https://idp.north.example/saml"

    def __init__(self, sso_url: str = "https://idp.north.example/sso") -> None:
        self.sso_url = sso_url
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "idp.north.example")])
        now = datetime.datetime.now(datetime.UTC)
        certificate = (
            x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=30)).sign(key, hashes.SHA256())
        )  # fmt: skip
        plain = serialization.NoEncryption()
        form = serialization.PrivateFormat.TraditionalOpenSSL
        self.key = key.private_bytes(serialization.Encoding.PEM, form, plain).decode()
        self.certificate = certificate.public_bytes(serialization.Encoding.PEM).decode()

    @property
    def metadata(self) -> str:
        inner = "".join(self.certificate.splitlines()[1:-1])
        return f"""<?xml version="1.0"?><md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"
 xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="{self.issuer}">
<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing">
<ds:KeyInfo><ds:X509Data><ds:X509Certificate>{inner}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="{self.sso_url}"/>
</md:IDPSSODescriptor></md:EntityDescriptor>"""

    def request_of(self, target: str) -> dict[str, str]:
        """Number, address for the answer, and name of the asking side."""
        packed = parse_qs(urlsplit(target).query)["SAMLRequest"][0]
        root = etree.fromstring(zlib.decompress(base64.b64decode(packed), -15))
        issuer = root.find("{urn:oasis:names:tc:SAML:2.0:assertion}Issuer")
        return {"asked": root.get("ID"), "acs": root.get("AssertionConsumerServiceURL"), "audience": issuer.text}

    def response(
        self, asked: dict[str, str], *, signed: bool = True, changes: tuple[str, str] | None = None, **claims: str
    ) -> str:
        """A response in base64. `claims` replace what is said; `changes` bends the text after it was signed."""
        now = datetime.datetime.now(datetime.UTC)
        moment = {
            "now": now,
            "since": now - datetime.timedelta(minutes=2),
            "until": now + datetime.timedelta(minutes=5),
        }
        said = {
            **{name: at.strftime("%Y-%m-%dT%H:%M:%SZ") for name, at in moment.items()},
            "issuer": self.issuer, "subject": "kim-1", "email": "kim@north.example",
            "response_id": secrets.token_hex(10), "assertion_id": secrets.token_hex(10), **asked, **claims,
        }  # fmt: skip
        assertion = ASSERTION.format(**said).replace("\n</saml", "</saml").replace(">\nurn:", ">urn:")
        if signed:
            sha = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmlenc#sha256"
            assertion = OneLogin_Saml2_Utils.add_sign(assertion, self.key, self.certificate, False, *sha).decode()
        text = RESPONSE.format(**said, assertion=assertion.removeprefix('<?xml version="1.0"?>'))
        if changes:
            assert changes[0] in text
            text = text.replace(*changes)
        return base64.b64encode(text.encode()).decode()

    def page(self, target: str) -> str:
        """What a person sees who said yes: a form that takes the signed answer back to the asking side."""
        asked = self.request_of(target)
        relay = parse_qs(urlsplit(target).query).get("RelayState", [""])[0]
        fields = {"SAMLResponse": self.response(asked), "RelayState": relay}
        inputs = "".join(f'<input name="{name}" value="{escape(value)}">' for name, value in fields.items())
        return f'<form method="post" action="{escape(asked["acs"])}">{inputs}</form>'


@contextmanager
def served_saml():
    """The same provider as a server on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            text = idp.page(self.path).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *args: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    idp = SamlIdp(f"http://127.0.0.1:{server.server_port}/sso")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield idp
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
