"""What each rule looks for, in plain words. Keys are the names in `spc.rulesets.RULES`."""

from __future__ import annotations

from aimwell.domain.words.tables import Entry, Table

_ON_A_SIDE: dict[str, Entry] = {
    f"{name}_{points}": {
        "en": f"{en} or more points in a row on one side of the line",
        "es": f"{es} o más puntos seguidos de un mismo lado de la línea",
    }
    for name, points, en, es in (
        ("shift", 6, "six", "seis"),
        ("one_side", 7, "seven", "siete"),
        ("one_side", 8, "eight", "ocho"),
        ("one_side", 9, "nine", "nueve"),
    )
}

_TRENDS: dict[str, Entry] = {
    f"trend_{points}": {
        "en": f"{en} or more points in a row that all go up or all go down",
        "es": f"{es} o más puntos seguidos que suben todos o bajan todos",
    }
    for points, en, es in ((5, "five", "cinco"), (6, "six", "seis"), (7, "seven", "siete"))
}

_COUNTS: dict[str, Entry] = {
    "long_run": {
        "en": "a longer run on one side of the line than chance usually gives",
        "es": "una racha de un mismo lado de la línea más larga de lo que suele dar el azar",
    },
    "few_crossings": {
        "en": "fewer crossings of the line than chance usually gives",
        "es": "menos cruces de la línea de los que suele dar el azar",
    },
    "box_run": {
        "en": "a longer run on one side of the line than the best box holds",
        "es": "una racha de un mismo lado de la línea más larga de lo que admite la mejor caja",
    },
    "box_crossings": {
        "en": "fewer crossings of the line than the best box holds",
        "es": "menos cruces de la línea de los que admite la mejor caja",
    },
    "box_corner": {
        "en": "a long run together with few crossings, in the corner that the cut box leaves out",
        "es": "una racha larga junto con pocos cruces, en la esquina que la caja recortada deja fuera",
    },
    "too_few_runs": {
        "en": "fewer runs above and below the line than chance usually gives",
        "es": "menos rachas por encima y por debajo de la línea de las que suele dar el azar",
    },
    "too_many_runs": {
        "en": "more runs above and below the line than chance usually gives",
        "es": "más rachas por encima y por debajo de la línea de las que suele dar el azar",
    },
    "alternating_14": {
        "en": "14 or more points in a row that go up and down in turn",
        "es": "14 o más puntos seguidos que suben y bajan por turnos",
    },
}

_NEAR_AND_FAR: dict[str, Entry] = {
    "outside": {"en": "a point outside the limits", "es": "un punto fuera de los límites"},
    "two_of_three": {
        "en": "two of three points in a row far from the line (over two sigma), on one side",
        "es": "dos de tres puntos seguidos lejos de la línea (más de dos sigmas), de un mismo lado",
    },
    "two_of_three_near": {
        "en": "two of three points in a row close to a limit (between two and three sigma), all on one side",
        "es": "dos de tres puntos seguidos cerca de un límite (entre dos y tres sigmas), todos de un mismo lado",
    },
    "four_of_five": {
        "en": "four of five points in a row away from the line (over one sigma), on one side",
        "es": "cuatro de cinco puntos seguidos apartados de la línea (más de una sigma), de un mismo lado",
    },
    "within_15": {
        "en": "15 or more points in a row close to the line (within one sigma)",
        "es": "15 o más puntos seguidos cerca de la línea (a menos de una sigma)",
    },
    "beyond_8": {
        "en": "eight or more points in a row away from the line (over one sigma), some above and some below",
        "es": "ocho o más puntos seguidos apartados de la línea (más de una sigma), unos por encima y otros por debajo",
    },
}

TABLE = Table("rules", {**_ON_A_SIDE, **_TRENDS, **_COUNTS, **_NEAR_AND_FAR})

WHOLE_CHART = frozenset({"few_crossings", "box_crossings", "box_corner", "too_few_runs", "too_many_runs"})
"""Rules that speak of all points together, so that no single point stands out by them."""
RUNS = frozenset({"long_run", "box_run", "shift_6"})
"""Rules whose runs have sentences of their own, those of `Reading.shift`."""
