"""Photos beside a line of Do."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction

from aimwell.adapters.photos import described, stored
from aimwell.contexts.cycles.collecting.models import Photo
from aimwell.contexts.cycles.models import Entry
from aimwell.contexts.cycles.services.do import RUNNING
from aimwell.contexts.cycles.services.store import held, in_state
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.domain.errors import Refused

MOST_PHOTOS = 6


@transaction.atomic
def add_photo(*, by: User, entry: Entry, upload: Any, alt: str, key: uuid.UUID | None = None) -> Photo:
    """`upload`: a Django file. `alt`: what it shows, for those who do not see it. The same key again: once.

    Raises NotAllowed, Refused: wrong_state, photo_words_needed, photo_missing, too_many_photos, photo_too_large,
    photo_heic, photo_unreadable. Nothing is kept then.
    """
    in_state(held(by=by, obj=entry.cycle), *RUNNING)
    if key is not None and (twin := Photo.objects.filter(client_key=key, entry=entry).first()):
        return twin
    words = described(alt)
    if Photo.objects.filter(entry=entry, ended_at=None).count() >= MOST_PHOTOS:
        raise Refused("too_many_photos", most=MOST_PHOTOS)
    with stored(upload) as facts:
        return create_content(by=by, model=Photo, key=key, entry=entry, alt=words, **facts)


def change_photo(*, by: User, photo: Photo, version: int | None, alt: str) -> Photo:
    """Other words for what it shows. Raises NotAllowed, StaleEdit, Refused("photo_words_needed")."""
    return change_content(by=by, obj=photo, version=version, alt=described(alt))
