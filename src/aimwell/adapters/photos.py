"""Photos that people send, as files. What was sent is never kept, only the picture made anew from it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from aimwell.adapters.pictures import MOST_BYTES, made_anew
from aimwell.domain.errors import NotFound, Refused


@contextmanager
def stored(upload: Any) -> Iterator[dict[str, Any]]:
    """The facts of the stored picture. Where what follows goes wrong, the file is taken away again.

    `upload`: a Django file. Raises Refused: photo_missing, photo_too_large, photo_heic, photo_unreadable.
    """
    if upload is None:
        raise Refused("photo_missing")
    if upload.size > MOST_BYTES:
        raise Refused("photo_too_large", most=MOST_BYTES // 1_000_000)
    made = made_anew(upload.read())
    name = default_storage.save(f"photos/{secrets.token_hex(16)}.jpg", ContentFile(made.data))
    try:
        yield {"stored_as": name, "width": made.width, "height": made.height}
    except BaseException:
        default_storage.delete(name)
        raise


def described(alt: str) -> str:
    """What a photo shows, for those who do not see it. Raises Refused("photo_words_needed")."""
    if not alt.strip():
        raise Refused("photo_words_needed")
    return alt.strip()


def bytes_of(stored_as: str) -> bytes:
    """The JPEG as it is stored. Raises NotFound where the file is gone."""
    if not default_storage.exists(stored_as):
        raise NotFound
    with default_storage.open(stored_as, "rb") as file:
        return bytes(file.read())
