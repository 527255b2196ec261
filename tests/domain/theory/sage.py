"""The whole table of scenario S-4 (S4 L94-L95): ten weeks of a school of 600, by day, distance and special education.

The source gives each day by distance and by special education, not by both; the joint counts here have exactly its
sums. 230 of the 800 student-days of special education a day are taken to be far.
"""

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
ALL = dict(zip(DAYS, (5641, 5669, 5285, 5658, 5615), strict=True))
NEAR = dict(zip(DAYS, (4085, 4098, 4025, 4094, 4070), strict=True))
FAR = dict(zip(DAYS, (1556, 1571, 1260, 1564, 1545), strict=True))
SPED = dict(zip(DAYS, (751, 755, 703, 755, 747), strict=True))
OTHER = dict(zip(DAYS, (4890, 4914, 4582, 4903, 4868), strict=True))
POSSIBLE = {"near": 4300, "far": 1700, "yes": 800, "no": 5200}
BOTH = 230


def rows() -> list[tuple[str, str, str, int, int]]:
    """Day, distance band, special education, present, possible."""
    found = []
    for day in DAYS:
        both = round(BOTH * FAR[day] / POSSIBLE["far"])
        found += [
            (day, "near", "yes", SPED[day] - both, POSSIBLE["yes"] - BOTH),
            (day, "near", "no", NEAR[day] - SPED[day] + both, POSSIBLE["near"] - POSSIBLE["yes"] + BOTH),
            (day, "far", "yes", both, BOTH),
            (day, "far", "no", FAR[day] - both, POSSIBLE["far"] - BOTH),
        ]
    return found


def text() -> str:
    lines = ["day,distance,special education,present,possible"]
    return "\n".join([*lines, *(",".join(map(str, row)) for row in rows())])
