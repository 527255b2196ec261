"""What is said when a digest cannot be set up as asked: (English, Spanish)."""

DIGEST_REFUSALS: dict[str, tuple[str, str]] = {
    "digest_in_quiet_hours": (
        "{at} lies in the quiet hours, from {begins} to {ends}. Nothing was changed. "
        "Choose another hour, or other quiet hours.",
        "Las {at} caen en las horas de silencio, de {begins} a {ends}. Nada cambió. "
        "Elija otra hora u otras horas de silencio.",
    ),
    "digest_without_address": (
        "Your account has no e-mail address, so nothing can be sent. Nothing was changed. "
        "You can read the digest here at any time.",
        "Su cuenta no tiene correo electrónico, así que no se puede enviar nada. Nada cambió. "
        "Puede leer aquí el resumen cuando quiera.",
    ),
}
