"""Bytes into text. UTF-8 where it fits, UTF-16 where it says so, else the letters of older Windows programs."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass

from aimwell.domain.errors import Refused

_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1a\x1b")
_BINARY = bytes(code for code in range(32) if code not in _TEXT_CONTROLS)
_SIGNATURES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf")


@dataclass(frozen=True, slots=True)
class Encoding:
    """`name` for Python's codecs; `guessed` when the bytes did not say so themselves."""

    name: str
    guessed: bool


def encoding_of(chunks: Iterable[bytes]) -> Encoding:
    """How to read these bytes. Raises Refused: `empty_file` when there are none, `not_text` for anything but text."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    utf8, odd, size, head = True, 0, 0, b""
    for chunk in chunks:
        if not head:
            head = chunk[:4]
            if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                return Encoding("utf-16", guessed=False)
            if head.startswith(_SIGNATURES):
                raise Refused("not_text")
        size += len(chunk)
        odd += len(chunk) - len(chunk.translate(None, _BINARY))
        utf8 = utf8 and _fits(decoder, chunk)
    if not size:
        raise Refused("empty_file")
    if odd:
        raise Refused("not_text")
    utf8 = utf8 and _fits(decoder, b"", final=True)
    return Encoding("utf-8-sig", guessed=False) if utf8 else Encoding("cp1252", guessed=True)


def _fits(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True
