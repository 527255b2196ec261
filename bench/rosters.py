"""A staff list of 100,000 users read and checked, beside plain `csv.DictReader` over the same files. Prints JSON.

`python -m bench.rosters [users]`. The result is checked before times count.
"""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from functools import partial
from typing import IO

from aimwell.adapters.oneroster import Limits, opened
from aimwell.domain.rosters import KnownOrg, compared, placed, read_oneroster
from bench.timing import seconds

USERS = 100_000
SCHOOLS = 200
LIMITS = Limits(bytes_=500 * 1024 * 1024, rows=1_000_000)
HEADS = {
    "orgs": "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
    "users": "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,"
    "middleName,identifier,email,sms,phone,agentSourcedIds,grades,password",
}


def made_set(users: int) -> bytes:
    """One district, 200 schools, and users of whom one in ten is staff, as in a real district."""
    orgs = ["d,,,Marlow,district,,", *(f"s{n},,,School {n},school,,d" for n in range(SCHOOLS))]
    people = [
        f"u{n},,,true,s{n % SCHOOLS},{role},x{n},,Given{n},Family{n},,,p{n}@example.org,,,,05,"
        for n, role in ((n, "student" if n % 10 else "teacher") for n in range(users))
    ]
    manifest = "propertyName,value\noneroster.version,1.1\nfile.orgs,bulk\nfile.users,bulk\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.csv", manifest)
        archive.writestr("orgs.csv", "\n".join([HEADS["orgs"], *orgs]))
        archive.writestr("users.csv", "\n".join([HEADS["users"], *people]))
    return packed.getvalue()


def ours(raw: bytes) -> int:
    """Opened, read, checked, placed and compared with an empty book. How many people it would make."""
    with opened(io.BytesIO(raw), limits=LIMITS) as files:
        roster = read_oneroster(files.rows, present=files.present)
    top = KnownOrg(1, "district", "Marlow", "1")
    placing = placed(roster.orgs, top=top, tree=[top], links={}, problems=[])
    return len(compared(roster, known=[], refs=placing.refs, problems=[]))


def plain(raw: bytes) -> int:
    """The same files through the standard library alone, without any check."""
    count = 0
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for name in ("orgs.csv", "users.csv"):
            count += sum(1 for _ in csv.DictReader(_text(archive.open(name))))
    return count


def _text(member: IO[bytes]) -> io.TextIOWrapper:
    return io.TextIOWrapper(member, "utf-8", newline="")


def main(users: int) -> dict[str, float | int]:
    raw = made_set(users)
    assert ours(raw) == users // 10
    assert plain(raw) == users + SCHOOLS + 1
    took = {"ours": seconds(partial(ours, raw)), "plain": seconds(partial(plain, raw))}
    return {
        "users": users,
        "seconds": round(took["ours"], 3),
        "dict_reader_seconds": round(took["plain"], 3),
        "ratio_to_dict_reader": round(took["ours"] / took["plain"], 2),
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]) if len(sys.argv) > 1 else USERS), indent=2))
