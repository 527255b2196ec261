"""Addresses that do not tell the number of what they open.

A synthetic tag in the manner of SIV (Rogaway and Shrimpton 2006): the tag is a keyed hash of kind and number, and it
hides the number it was made of. The same work has the same address as long as the site keeps its secret.
"""

from __future__ import annotations

import base64
import binascii

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from aimwell.domain.errors import NotFound

TAG, NUMBER = 16, 8


def key_of(kind: str, pk: int) -> str:
    """32 letters, digits, "-" and "_"."""
    return _key(kind, pk, settings.SECRET_KEY)


def pk_of(kind: str, key: str) -> int:
    """Raises NotFound for a key that this site did not make for this kind."""
    try:
        raw = base64.urlsafe_b64decode(key.encode("ascii"))
    except (binascii.Error, UnicodeEncodeError):
        raise NotFound from None
    if len(raw) == TAG + NUMBER:
        for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
            pk = int.from_bytes(_hidden(raw[TAG:], raw[:TAG], kind, secret))
            if constant_time_compare(_key(kind, pk, secret), key):
                return pk
    raise NotFound


def _key(kind: str, pk: int, secret: str) -> str:
    number = pk.to_bytes(NUMBER)
    tag = _mac("tag", kind.encode() + number, secret)[:TAG]
    return base64.urlsafe_b64encode(tag + _hidden(number, tag, kind, secret)).decode()


def _hidden(number: bytes, tag: bytes, kind: str, secret: str) -> bytes:
    """The number under the tag; the same again gives the number back."""
    pad = _mac("number", kind.encode() + tag, secret)
    return bytes(one ^ other for one, other in zip(number, pad, strict=False))


def _mac(purpose: str, message: bytes, secret: str) -> bytes:
    return salted_hmac(f"aimwell.sharing.{purpose}", message, secret=secret, algorithm="sha256").digest()
