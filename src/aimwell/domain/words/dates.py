"""Dates in English and Spanish, without locale libraries."""

from __future__ import annotations

from datetime import date

_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ES = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)


def short_date(day: date, lang: str, *, year: bool = False) -> str:
    """ "Feb 1", "1 feb"; with year "Feb 1, 2027", "1 feb 2027"."""
    name = _short_month(day, lang)
    if lang.startswith("es"):
        return f"{day.day} {name} {day.year}" if year else f"{day.day} {name}"
    return f"{name} {day.day}, {day.year}" if year else f"{name} {day.day}"


def long_date(day: date, lang: str, *, year: bool = True) -> str:
    """ "February 1, 2027", "1 de febrero de 2027"."""
    if lang.startswith("es"):
        plain = f"{day.day} de {_ES[day.month - 1]}"
        return f"{plain} de {day.year}" if year else plain
    plain = f"{_EN[day.month - 1]} {day.day}"
    return f"{plain}, {day.year}" if year else plain


def month_year(day: date, lang: str) -> str:
    """ "Feb 2027", "feb 2027"."""
    return f"{_short_month(day, lang)} {day.year}"


def _short_month(day: date, lang: str) -> str:
    return (_ES if lang.startswith("es") else _EN)[day.month - 1][:3]
