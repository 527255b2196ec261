"""Why an act on the driver diagram cannot be undone: (English, Spanish)."""

DRIVERS: dict[str, tuple[str, str]] = {
    "changed_since": (
        "“{what}” has changed since then, maybe by somebody else. Nothing was undone, so that no one’s work is lost. "
        "Look at it as it is now, then change what you want.",
        "“{what}” cambió desde entonces, quizá por otra persona. No se deshizo nada, para no perder trabajo ajeno. "
        "Mire cómo está ahora y luego cambie lo que quiera.",
    ),
    "held_since": (
        "Something hangs below “{what}” now. Nothing was undone. Move what hangs there, or set “{what}” aside.",
        "Ahora algo cuelga de “{what}”. No se deshizo nada. Mueva lo que cuelga de ahí, o aparte “{what}”.",
    ),
}
