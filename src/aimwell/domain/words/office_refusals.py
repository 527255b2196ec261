"""Why something about organisations, roles and places could not be done: (English, Spanish)."""

OFFICES: dict[str, tuple[str, str]] = {
    "org_below_itself": (
        "An organization cannot hang below itself. Nothing was changed. Choose another place.",
        "Una organización no puede depender de sí misma. Nada cambió. Elija otro lugar.",
    ),
    "org_moves_later": (
        "A move counts from today or from an earlier day. Nothing was changed. Choose such a day, or come back then.",
        "Un cambio de lugar vale desde hoy o desde un día anterior. Nada cambió. Elija un día así o vuelva entonces.",
    ),
    "org_moved_since": (
        "This organization has been where it is since {since}. Nothing was changed. Choose that day or a later one.",
        "Esta organización está donde está desde el {since}. Nada cambió. Elija ese día o uno posterior.",
    ),
    "day_later": (
        "This day has not come yet. Nothing was changed. Choose today or an earlier day.",
        "Ese día aún no llega. Nada cambió. Elija hoy o un día anterior.",
    ),
    "network_of_others": (
        "Other organizations are in this network too. Nothing was changed. "
        "Ask the hub or the people who run this site.",
        "En esta red hay también otras organizaciones. Nada cambió. "
        "Pregunte al centro de la red o a quienes llevan este sitio.",
    ),
    "nobody_with_address": (
        "Nobody here has the address {email} yet. Nothing was changed. Send an invitation first, then give the role.",
        "Aquí nadie tiene todavía el correo {email}. Nada cambió. Envíe antes una invitación y luego dé el cargo.",
    ),
    "own_office": (
        "Nobody gives a role to themselves. Nothing was changed. Ask another administrator.",
        "Nadie se da un cargo a sí mismo. Nada cambió. Pregunte a otra persona que administre.",
    ),
    "last_admin": (
        "This is the last administrator here. Nothing was changed. Give the role to somebody else first.",
        "Es la última persona que administra aquí. Nada cambió. Dé antes el cargo a alguien más.",
    ),
    "kind_by_office": (
        "A team becomes the district's own only through those who look after the organization. Nothing was changed. "
        "Ask them, or choose another kind.",
        "Un equipo pasa a ser el del distrito solo por medio de quienes cuidan la organización. Nada cambió. "
        "Pregúnteles o elija otro tipo.",
    ),
    "lead_from_elsewhere": (
        "{name} works elsewhere, as far as we know. A lead is best at the school. Nothing was changed. "
        "You can go on with one line on why.",
        "Según lo que sabemos, {name} trabaja en otro lugar. Conviene que quien coordina esté en la escuela. "
        "Nada cambió. Puede seguir con una línea que diga por qué.",
    ),
}
