"""Photos of phones and cameras, made anew with Pillow: small enough to load at school, and without place or camera."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from aimwell.domain.errors import Refused

WIDEST = 1600
MOST_BYTES = 10_000_000
MOST_PIXELS = 60_000_000
"""A picture of a phone has about 12 million; a small file that unpacks to far more is meant to fill the memory."""
KINDS = ("JPEG", "PNG", "WEBP")
HEIC = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif")
"""How files of phones name this family."""
QUALITY = 82
UNREADABLE = (
    UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, TypeError, struct.error
)  # fmt: skip
"""What Pillow says of bytes that are no picture, or of a damaged one."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG with nothing in it but the picture."""

    data: bytes
    width: int
    height: int


def made_anew(raw: bytes) -> Picture:
    """`raw` as a JPEG, the right way up, at most 1600 pixels wide or high. Whatever else was in it is left behind.

    Raises Refused: photo_too_large, photo_heic, photo_unreadable.
    """
    if len(raw) > MOST_BYTES:
        raise Refused("photo_too_large", most=MOST_BYTES // 1_000_000)
    if raw[4:8] == b"ftyp" and raw[8:12] in HEIC:
        raise Refused("photo_heic")
    try:
        with Image.open(io.BytesIO(raw), formats=KINDS) as found:
            if found.width * found.height > MOST_PIXELS:
                raise Refused("photo_too_large", most=MOST_BYTES // 1_000_000)
            return _drawn(found)
    except UNREADABLE:
        raise Refused("photo_unreadable") from None


def _drawn(found: Image.Image) -> Picture:
    """Only the colours of the pixels go over: no EXIF, no colour profile, no comment."""
    found.thumbnail((WIDEST, WIDEST))  # first, so that a large JPEG is never unpacked whole
    seen = ImageOps.exif_transpose(found).convert("RGBA")
    sheet = Image.new("RGB", seen.size, "white")
    sheet.paste(seen, mask=seen.getchannel("A"))
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=QUALITY, optimize=True)
    return Picture(out.getvalue(), sheet.width, sheet.height)
