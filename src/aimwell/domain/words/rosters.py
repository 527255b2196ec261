"""Rows of a staff list that could not go in as they stand: what it is and what to do."""

from __future__ import annotations

from aimwell.domain.words.tables import Table

TABLE = Table(
    "rosters",
    {
        "no_key": {
            "en": "The id is missing, or longer than 255 letters. Fill it in.",
            "es": "Falta la clave o pasa de 255 letras. Complétela.",
        },
        "key_twice": {
            "en": "Two rows share this id but differ. Neither went in. Keep the right one.",
            "es": "Dos filas tienen la misma clave y no coinciden. Ninguna entró. Deje la correcta.",
        },
        "no_name": {"en": "The name is missing. Fill it in.", "es": "Falta el nombre. Complételo."},
        "long_name": {
            "en": "The name is too long to be kept. Shorten it.",
            "es": "El nombre es demasiado largo. Acórtelo.",
        },
        "unknown_status": {
            "en": "The status is not known. Write active or tobedeleted, or leave it empty.",
            "es": "Este estado no se conoce. Ponga active o tobedeleted, o nada.",
        },
        "unknown_role": {
            "en": "The role is not one of this version. Use a role such as teacher or administrator.",
            "es": "Ese rol no es de esta versión. Use un rol como teacher o administrator.",
        },
        "unknown_kind": {
            "en": "The type is not known. Write school, district, local, department, state or national.",
            "es": "No se conoce este tipo. Escriba school, district, local, department, state o national.",
        },
        "no_place": {
            "en": "No school is named. Add the school where this person works.",
            "es": "No dice en qué escuela. Ponga la escuela donde trabaja esta persona.",
        },
        "unknown_org": {
            "en": "No such school is in the list or here. Add it to the list, or correct the id.",
            "es": "Esa escuela no está en la lista ni aquí. Agréguela a la lista o corrija la clave.",
        },
        "unknown_parent": {
            "en": "What stands above it is not in the list. It goes right below your organization.",
            "es": "Lo que está por encima no viene en la lista. Queda justo debajo de su organización.",
        },
        "parent_circle": {
            "en": "It would stand below itself. Correct what stands above it.",
            "es": "Quedaría debajo de sí misma. Corrija lo que está por encima.",
        },
        "other_parent": {
            "en": "The list puts it elsewhere in the tree. It stays where it is. Move it by hand if the list is right.",
            "es": "La lista la pone en otro lugar. Se queda donde está. Muévala a mano si la lista tiene razón.",
        },
        "bad_email": {
            "en": "This is no e-mail address. The person goes in without one.",
            "es": "Esto no es un correo. La persona entra sin correo.",
        },
        "email_twice": {
            "en": "Two people share this address. Neither went in. Give each their own.",
            "es": "Dos personas tienen el mismo correo. Ninguna entró. Dé a cada una el suyo.",
        },
        "email_taken": {
            "en": "Somebody else here has this address. The row was left out. Correct one of the two.",
            "es": "Otra persona de aquí ya tiene este correo. La fila quedó fuera. Corrija una de las dos.",
        },
        "extra_cells": {
            "en": "The row has more cells than the heading. Look for a comma without quotes.",
            "es": "La fila tiene más celdas que el encabezado. Busque una coma sin comillas.",
        },
        "unknown_user": {
            "en": "The row names somebody who is not in users.csv. Add the person, or drop the row.",
            "es": "La fila nombra a alguien que no está en users.csv. Agregue a la persona o quite la fila.",
        },
        "unknown_class": {
            "en": "The row names a class that is not in classes.csv. Add the class, or drop the row.",
            "es": "La fila nombra una clase que no está en classes.csv. Agregue la clase o quite la fila.",
        },
        "unknown_term": {
            "en": "The term is not in academicSessions.csv. The class goes in all the same.",
            "es": "El periodo no está en academicSessions.csv. La clase entra de todos modos.",
        },
    },
)


def problem_sentence(code: str, lang: str) -> str:
    return TABLE.say(code, lang)
