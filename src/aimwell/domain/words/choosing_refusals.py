"""Why something about choosing a change idea could not be done: (English, Spanish)."""

CHOOSING: dict[str, tuple[str, str]] = {
    "not_an_idea": (
        "This is a driver, not a change idea. Nothing was changed. Choose one of your change ideas.",
        "Esto es un impulsor, no una idea de cambio. Nada cambió. Elija una de sus ideas de cambio.",
    ),
    "rating_range": (
        "A rating is a whole number from 1 to 5. Your other ratings are kept. Choose one from the list.",
        "Una valoración es un número entero del 1 al 5. Las demás se conservan. Elija una de la lista.",
    ),
    "ratings_open": (
        "The ratings are shown to the team by now. Nothing was changed. Start a new round to rate again.",
        "Las valoraciones ya se muestran al equipo. Nada cambió. Empiecen otra ronda para valorar de nuevo.",
    ),
    "nobody_rated": (
        "Nobody has rated an idea yet. Nothing was changed. Rate the ideas first.",
        "Aún nadie marcó una idea. Nada cambió. Marquen primero las ideas.",
    ),
    "facilitator_opens": (
        "Your team has a facilitator or a lead for this. Nothing was changed. Ask them to show everything together.",
        "Su equipo tiene quien facilita o dirige esto. Nada cambió. Pídale que muestre todo junto.",
    ),
    "concern_needed": (
        "The concern needs a few words. Nothing was kept yet. Write what troubles you about it.",
        "La inquietud necesita unas palabras. Todavía no se guardó nada. Escriba qué le preocupa.",
    ),
    "already_chosen": (
        "The team has chosen this idea. Nothing was changed. Propose it again for another round.",
        "El equipo ya eligió esta idea. Nada cambió. Propóngala otra vez para una nueva ronda.",
    ),
    "concern_waits": (
        "A concern still waits for an answer. Nothing was changed. Write what you will do about it, then record.",
        "Una inquietud espera respuesta. Nada cambió. Escriban qué harán al respecto y luego registren.",
    ),
    "scale_evidence_needed": (
        "This is more than one step at once. What you chose is kept on this page. Say what shows it is ready.",
        "Es más de un paso a la vez. Lo que eligió sigue en esta página. Diga qué muestra que está lista.",
    ),
    "idea_open_point": (
        "Something is open between this idea and its causes. Nothing was changed. Write one line on why you go on.",
        "Algo queda abierto entre esta idea y sus causas. Nada cambió. Escriba una línea sobre por qué siguen.",
    ),
    "link_or_reason": (
        "A parked idea comes back with a driver, a cause or a reason. Nothing was changed. Give one of the three.",
        "Una idea en espera vuelve con un impulsor, una causa o un motivo. Nada cambió. Dé uno de los tres.",
    ),
    "already_settled": (
        "This parked idea is settled. Nothing was changed. Park it again if it comes up once more.",
        "Esta idea en espera ya está resuelta. Nada cambió. Déjela en espera otra vez si vuelve a surgir.",
    ),
    "limit_range": (
        "The limit is a whole number from 1 to 20. Nothing was changed. Choose one in between.",
        "El límite es un número entero del 1 al 20. Nada cambió. Elija uno entre esos.",
    ),
}
