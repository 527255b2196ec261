"""Queue messages as signed JSON: a message that somebody slipped into the queue is refused, and none can run code."""

from __future__ import annotations

import datetime
import json
from typing import Any

from django.core.signing import BadSignature, Signer
from huey.registry import Message
from huey.serializer import Serializer


class SignedJson(Serializer):  # type: ignore[misc]
    def __init__(self, key: str) -> None:
        super().__init__()
        self._signer = Signer(key=key or "unset", salt="aimwell.jobs")

    def _serialize(self, data: Any) -> bytes:
        if isinstance(data, Message):
            data = {"message": data._asdict()}
        return self._signer.sign(json.dumps(data, default=_as_text)).encode()

    def _deserialize(self, data: bytes) -> Any:
        try:
            text = self._signer.unsign(bytes(data).decode())
        except (BadSignature, UnicodeDecodeError) as wrong:
            raise ValueError("a queue message without our signature") from wrong
        plain = json.loads(text)
        if isinstance(plain, dict) and "message" in plain:
            return _message(plain["message"])
        return plain


def _as_text(value: Any) -> str:
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} does not belong in a queue message")


def _message(fields: dict[str, Any]) -> Message:
    for name in ("eta", "expires_resolved"):
        if fields[name] is not None:
            fields[name] = datetime.datetime.fromisoformat(fields[name])
    fields["args"] = tuple(fields["args"])
    return Message(**fields)
