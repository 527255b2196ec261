"""Words of the method sheet: what was computed and how. Formulas as in the project's statistics."""
# ruff: noqa: E501  one sentence, one line

from __future__ import annotations

from aimwell.domain.words.tables import Entry, Table

_LABELS: dict[str, Entry] = {
    "method": {"en": "Method", "es": "Método"},
    "data": {"en": "Data", "es": "Datos"},
    "chart": {"en": "Chart", "es": "Gráfica"},
    "reading": {"en": "Reading", "es": "Lectura"},
    "formula": {"en": "Line and limits", "es": "Línea y límites"},
    "rules": {"en": "Rules", "es": "Reglas"},
    "source": {"en": "Source of the rules", "es": "Fuente de las reglas"},
    "chance": {"en": "How we can tell", "es": "Cómo lo sabemos"},
    "not_said": {"en": "What it does not say", "es": "Lo que no dice"},
    "notes": {"en": "Notes", "es": "Notas"},
    "phases": {"en": "Phases", "es": "Fases"},
    "phase": {
        "en": "From {starts}: line {centre}, made from {count} values. {reason}",
        "es": "Desde {starts}: línea {centre}, hecha con {count} valores. {reason}",
    },
    "of_phase": {"en": "{name}, phase {number}", "es": "{name}, fase {number}"},
    "lower": {"en": "Lower limit", "es": "Límite inferior"},
    "upper": {"en": "Upper limit", "es": "Límite superior"},
    "target": {"en": "Aim", "es": "Meta"},
    "value": {"en": "Value", "es": "Valor"},
    "numerator": {"en": "Count", "es": "Cuenta"},
    "denominator": {"en": "Of", "es": "De"},
    "size": {"en": "Values in the point", "es": "Valores en el punto"},
    "centre_median": {"en": "Middle (median)", "es": "Mediana"},
    "centre_mean": {"en": "Mean", "es": "Media"},
    "centre_given": {"en": "Line set by hand", "es": "Línea fijada a mano"},
    "centre_last_year": {"en": "Line from last year", "es": "Línea del año pasado"},
    "days": {"en": "School days", "es": "Días de clases"},
    "date": {"en": "Date", "es": "Fecha"},
    "phase_number": {"en": "Phase", "es": "Fase"},
    "left_out": {"en": "Left out", "es": "Fuera"},
    "broken": {"en": "Rules broken", "es": "Reglas que rompe"},
    "note": {"en": "Note", "es": "Nota"},
    "yes": {"en": "yes", "es": "sí"},
}

_FORMULAS: dict[str, Entry] = {
    "formula.run": {
        "en": "The line is the median of the values. There are no limits.",
        "es": "La línea es la mediana de los valores. No hay límites.",
    },
    "formula.i": {
        "en": "The line is the mean. Limits: mean ± 3 × mean moving range / 1.128.",
        "es": "La línea es la media. Límites: media ± 3 × rango móvil medio / 1.128.",
    },
    "formula.ip": {
        "en": "The line is the mean weighted by size. Limits: mean ± 3 s / √n, with s from neighbors and their sizes (Taylor).",
        "es": "La línea es la media ponderada por tamaño. Límites: media ± 3 s / √n, con s de los vecinos y sus tamaños (Taylor).",
    },
    "formula.mr": {
        "en": "The line is the mean moving range. Upper limit: 3.267 × the line.",
        "es": "La línea es el rango móvil medio. Límite superior: 3.267 × la línea.",
    },
    "formula.xbar": {
        "en": "The line is the mean of all values. Limits: mean ± A3(n) × mean standard deviation.",
        "es": "La línea es la media de todos los valores. Límites: media ± A3(n) × desviación estándar media.",
    },
    "formula.s": {
        "en": "The line is the mean standard deviation. Limits: B3(n) and B4(n) × the line.",
        "es": "La línea es la desviación estándar media. Límites: B3(n) y B4(n) × la línea.",
    },
    "formula.p": {
        "en": "The line is p = sum of counts / sum of sizes. Limits: p ± 3 √(p (1 − p) / n), kept within 0 and 1.",
        "es": "La línea es p = suma de cuentas / suma de tamaños. Límites: p ± 3 √(p (1 − p) / n), entre 0 y 1.",
    },
    "formula.pp": {
        "en": "The line is p = sum of counts / sum of sizes. Limits: p ± 3 √(p (1 − p) / n) × sigma of z, from neighbors (Laney).",
        "es": "La línea es p = suma de cuentas / suma de tamaños. Límites: p ± 3 √(p (1 − p) / n) × sigma de z, de los vecinos (Laney).",
    },
    "formula.c": {
        "en": "The line is the mean count c. Limits: c ± 3 √c, not below 0.",
        "es": "La línea es la cuenta media c. Límites: c ± 3 √c, no menos de 0.",
    },
    "formula.u": {
        "en": "The line is u = sum of counts / sum of sizes. Limits: u ± 3 √(u / n), not below 0.",
        "es": "La línea es u = suma de cuentas / suma de tamaños. Límites: u ± 3 √(u / n), no menos de 0.",
    },
    "formula.up": {
        "en": "The line is u = sum of counts / sum of sizes. Limits: u ± 3 √(u / n) × sigma of z, from neighbors (Laney).",
        "es": "La línea es u = suma de cuentas / suma de tamaños. Límites: u ± 3 √(u / n) × sigma de z, de los vecinos (Laney).",
    },
    "formula.g": {
        "en": "The line is the median. Limits from the mean m: m ± 3 √(m (m + 1)), not below 0.",
        "es": "La línea es la mediana. Límites según la media m: m ± 3 √(m (m + 1)), no menos de 0.",
    },
    "formula.t": {
        "en": "Line and limits of an I chart on value^(1/3.6), turned back.",
        "es": "Línea y límites de una gráfica I sobre valor^(1/3.6), devueltos a su escala.",
    },
}

TABLE = Table("methods", {**_LABELS, **_FORMULAS})
