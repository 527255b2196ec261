"""What stood in the way of Room 12, and who got the numbers ready for its meetings."""

from datetime import date

BARRIERS = (
    {
        "text": "Nobody covers Room 9 on Fridays, so Devon cannot count there", "who": "",
        "owner_words": "the office", "on": date(2027, 1, 8), "stands": "cleared", "settled": date(2027, 1, 14),
        "how": "the library aide covers it from 9:10 to 9:40",
    },
    {
        "text": "Two lunch shifts split our team on Mondays", "who": "", "owner_words": "the principal",
        "on": date(2027, 1, 11), "stands": "kept", "settled": date(2027, 1, 22),
        "how": "one lunch room for the whole school; we meet on Thursdays",
    },
    {
        "text": "The bell in the north hall rings in the quiet minute of Room 14", "who": "",
        "owner_words": "the principal", "on": date(2027, 1, 21), "stands": "clearing", "settled": date(2027, 1, 25),
        "how": "",
    },
    {
        "text": "Desk cards run out before the second group begins", "who": "devon", "owner_words": "",
        "on": date(2027, 2, 3), "stands": "", "settled": None, "how": "",
    },
)  # fmt: skip

READY = (
    (date(2027, 1, 14), "Print the chart of partner talk", "coach", True),
    (date(2027, 1, 21), "Bring the counts of Room 12 and Room 14", "together", True),
    (date(2027, 2, 4), "Bring the counts of Room 12", "turns", True),
    (date(2027, 2, 11), "Bring the counts of Room 14", "turns", False),
    (date(2027, 2, 11), "Print the chart of partner talk", "coach", False),
)
"""(day of the meeting, what, in whose hands, whether it is ready)."""
