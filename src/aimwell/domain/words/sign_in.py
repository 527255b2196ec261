"""Why a sign-in, an invitation or an account could not be set up: (English, Spanish)."""

SIGN_IN: dict[str, tuple[str, str]] = {
    "step_up": (
        "It has been a while since you showed that it is you. Nothing was changed. "
        "Open Settings, Sign-in and security, then try again.",
        "Hace un rato que no muestra que es usted. Nada cambió. Abra Ajustes, Acceso y seguridad, y pruebe otra vez.",
    ),
    "saml_metadata": (
        "This is not the SAML 2.0 description of a provider, or its name, address or certificate is missing. "
        "Nothing was kept. Copy the whole file that your provider calls metadata.",
        "Esto no es la descripción SAML 2.0 de un proveedor, o le falta el nombre, la dirección o el certificado. "
        "No se guardó nada. Copie completo el archivo que su proveedor llama metadata.",
    ),
    "provider_away": (
        "Nothing answers at {address}, or it is not HTTPS. Nothing was kept. Check the address, then try again.",
        "Nada responde en {address}, o no es HTTPS. No se guardó nada. Revise la dirección e inténtelo otra vez.",
    ),
    "provider_issuer": (
        "The provider at {address} calls itself “{issuer}”. Nothing was kept. Write the address as it calls itself.",
        "El proveedor en {address} se llama a sí mismo “{issuer}”. No se guardó nada. "
        "Escriba la dirección tal como él se llama.",
    ),
    "provider_description": (
        "What answers at {address} is not an OpenID Connect provider. Nothing was kept. "
        "Write the issuer address, without what follows .well-known.",
        "Lo que responde en {address} no es un proveedor de OpenID Connect. No se guardó nada. "
        "Escriba la dirección del emisor, sin lo que sigue a .well-known.",
    ),
    "slug_taken": (
        "The short name “{slug}” is in use. Nothing was kept. Choose another one.",
        "El nombre corto “{slug}” ya está en uso. No se guardó nada. Elija otro.",
    ),
    "not_a_domain": (
        "“{name}” is not the ending of an address. Nothing was kept. "
        "Write only the part like schools.example.org, then try again.",
        "“{name}” no es la terminación de un correo. No se guardó nada. "
        "Escriba solo la parte como escuelas.example.org y pruebe otra vez.",
    ),
    "domain_taken": (
        "Another organization signs in with {name}. Nothing was changed. Ask the people who run this site.",
        "Otra organización entra con {name}. Nada cambió. Pregunte a quienes llevan este sitio.",
    ),
    "card_elsewhere": (
        "This person also works in teams that you do not look after. Nothing was changed. "
        "Ask the administrator of your organization for a new card.",
        "Esta persona también trabaja en equipos que usted no lleva. Nada cambió. "
        "Pida una tarjeta nueva a quien administra su organización.",
    ),
    "card_has_email": (
        "This account has an e-mail address. Nothing was changed. The person can ask for a new password by mail.",
        "Esta cuenta tiene correo. Nada cambió. La persona puede pedir una contraseña nueva por correo.",
    ),
    "invitations_read": (
        "The list cannot be read. Nothing was sent. Its first row names the columns: name, email, team, role.",
        "La lista no se puede leer. No se envió nada. Su primera fila nombra las columnas: "
        "nombre, correo, equipo, rol.",
    ),
    "invitations_many": (
        "There are {count} rows; at most {limit} go at once. Nothing was sent. Split the list.",
        "Hay {count} filas; se envían a la vez {limit} como máximo. No se envió nada. Divida la lista.",
    ),
    "invitations_wrong": (
        "{count} rows need a look. Nothing was sent. Change them, then check the list again.",
        "{count} filas necesitan una revisión. No se envió nada. Cámbielas y revise la lista otra vez.",
    ),
    "row_email": ("“{value}” is not an e-mail address.", "“{value}” no es un correo."),
    "row_twice": ("{value} stands in row {row} too.", "{value} está también en la fila {row}."),
    "row_team": (
        "There is no team “{value}” here, or there are two.",
        "Aquí no hay un equipo “{value}”, o hay dos.",
    ),
    "row_role": (
        "“{value}” is not a role. Choose from: {choices}.",
        "“{value}” no es un rol. Elija entre: {choices}.",
    ),
    "row_full": (
        "“{value}” has people already. Its lead invites others.",
        "“{value}” ya tiene gente. Quien lo dirige invita a los demás.",
    ),
    "row_member": ("{value} is in this team already.", "{value} ya está en este equipo."),
}
