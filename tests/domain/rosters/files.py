"""Small OneRoster sets for tests: `one_roster(users=[...])` gives what `read_oneroster` takes."""

import csv
import io

from aimwell.domain.rosters import Roster, read_oneroster

HEADS = {
    "orgs": "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
    "users": "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,"
    "email,grades",
    "users12": "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,email,grades,"
    "preferredGivenName",
    "roles": "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId",
    "academicSessions": "sourcedId,status,title",
    "classes": "sourcedId,status,title,schoolSourcedId,termSourcedIds",
    "enrollments": "sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role",
}
DISTRICT = "d1,,,Marlow County,district,,"
SCHOOLS = [DISTRICT, "s1,,,Lantern Hill,school,,d1", "s2,,,Otter Creek,school,,d1"]


def manifest(version: str, **modes: str) -> list[list[str]]:
    return [
        ["propertyName", "value"],
        ["manifest.version", "1.0"],
        ["oneroster.version", version],
        *([f"file.{name}", mode] for name, mode in modes.items()),
    ]


def table(name: str, lines: list[str]) -> list[list[str]]:
    return list(csv.reader(io.StringIO("\n".join([HEADS[name], *lines]))))


def files_of(
    version: str = "1.1", modes: dict[str, str] | None = None, **lines: list[str]
) -> dict[str, list[list[str]]]:
    """Rows by file name, with a manifest that calls each `bulk` unless `modes` says otherwise."""
    said = dict.fromkeys(lines, "bulk") | (modes or {})
    heads = {"users": "users12"} if version == "1.2" else {}
    tables = {name: table(heads.get(name, name), rows) for name, rows in lines.items()}
    return {"manifest": manifest(version, **said), **tables}


def read(files: dict[str, list[list[str]]], **more) -> Roster:
    return read_oneroster(lambda name: files[name], present=files.keys(), **more)


def one_roster(version: str = "1.1", modes: dict[str, str] | None = None, here=None, digest=None, **lines) -> Roster:
    more = {"here": here} if here is not None else {}
    return read(files_of(version, modes, **lines), digest=digest, **more)


def told(roster: Roster) -> list[tuple[str, int, str, str, str]]:
    """The problems of a roster: file, row, column, code, value."""
    return [(one.file, one.row, one.column, one.code, one.value) for one in roster.problems]
