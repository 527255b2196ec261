"""manifest.csv: which version, and for each file whether it is absent, the whole list or the changes alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from aimwell.domain.errors import Refused
from aimwell.domain.rosters.records import Mode
from aimwell.domain.rosters.table import Rows
from aimwell.domain.rosters.versions import VERSIONS, Version

READ = ("orgs", "users", "roles", "academicSessions", "classes", "enrollments")
_MODES: Mapping[str, Mode] = {"absent": "absent", "bulk": "bulk", "delta": "delta"}


@dataclass(frozen=True, slots=True)
class Manifest:
    version: Version
    modes: Mapping[str, Mode]

    def has(self, file: str) -> bool:
        return self.modes[file] != "absent"


def read_manifest(rows: Rows, *, present: Collection[str]) -> Manifest:
    """`present`: names of the files that came, without ".csv".

    Raises Refused: roster_version, roster_manifest (a word that is none of the three), roster_no_file,
    roster_mixed (people whole and places changed, or the other way round).
    """
    said = {row[0].strip().lower(): row[1].strip() for row in rows if len(row) > 1}
    version = VERSIONS.get(said.get("oneroster.version", ""))
    if version is None:
        raise Refused("roster_version", value=said.get("oneroster.version", "")[:20] or "-")
    modes = {file: _mode(said, file) for file in READ}
    if version.places_in != "roles":
        modes["roles"] = "absent"
    for file, mode in modes.items():
        if mode != "absent" and file not in present:
            raise Refused("roster_no_file", file=f"{file}.csv")
    _require_fit(version, modes)
    return Manifest(version, modes)


def _mode(said: Mapping[str, str], file: str) -> Mode:
    word = said.get(f"file.{file.lower()}", "absent").lower()
    if word not in _MODES:
        raise Refused("roster_manifest", property=f"file.{file}", value=word[:20])
    return _MODES[word]


def _require_fit(version: Version, modes: Mapping[str, Mode]) -> None:
    users, places = modes["users"], modes[version.places_in]
    if users == "bulk" and places == "absent":
        raise Refused("roster_no_file", file=f"{version.places_in}.csv")
    if "bulk" in (users, places) and users != places:
        raise Refused("roster_mixed", one="users.csv", other=f"{version.places_in}.csv")
    if (modes["enrollments"] == "bulk") and modes["users"] != "bulk":
        raise Refused("roster_mixed", one="users.csv", other="enrollments.csv")
