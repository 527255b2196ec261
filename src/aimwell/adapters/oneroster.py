"""A roster as it comes: a zip or a folder of OneRoster files, or one CSV file. Opened with suspicion.

Nothing is unpacked to disk: files are read straight out of the archive, with every byte counted.
"""

from __future__ import annotations

import csv
import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from aimwell.domain.errors import Refused
from aimwell.domain.rosters.manifest import READ
from aimwell.domain.tables.cells import SAMPLE, delimiter_of
from aimwell.domain.tables.encoding import encoding_of

KNOWN = {name.lower(): name for name in (*READ, "manifest", "demographics")}
ENROLLMENTS_TO_A_ROW = 10
CHUNK = 1 << 20
# What zipfile raises for damaged, locked (RuntimeError) or oddly packed (NotImplementedError) archives.
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Limits:
    """`bytes_`: of what is uploaded; what it unpacks to may be `unpacked` times that. `rows`: of one file."""

    bytes_: int
    rows: int
    unpacked: int = 8
    members: int = 200


@dataclass(slots=True)
class Files:
    """The files of a roster by name, without ".csv". A single CSV file is called "list"."""

    openers: dict[str, Callable[[], BinaryIO]]
    limits: Limits
    spent: int = field(default=0)

    @property
    def present(self) -> frozenset[str]:
        return frozenset(self.openers)

    def rows(self, name: str) -> Iterator[list[str]]:
        """Raises Refused: too_large, too_many_rows, not_text, roster_unreadable. An empty file has no rows."""
        try:
            with self.openers[name]() as first:
                encoding = encoding_of(self._counted(first))
        except Refused as refusal:
            if refusal.code == "empty_file":
                return
            raise
        except BROKEN:
            raise Refused("roster_unreadable", file=f"{name}.csv") from None
        yield from self._table(name, encoding.name)

    def _counted(self, file: BinaryIO) -> Iterator[bytes]:
        """The bytes of one file; whatever an archive claims, what really comes out is counted."""
        limit = self.limits.bytes_ * self.limits.unpacked
        while chunk := file.read(CHUNK):
            self.spent += len(chunk)
            if self.spent > limit:
                raise too_large(limit)
            yield chunk

    def _table(self, name: str, encoding: str) -> Iterator[list[str]]:
        most = self.limits.rows * (ENROLLMENTS_TO_A_ROW if name == "enrollments" else 1)
        with self.openers[name]() as raw, io.TextIOWrapper(raw, encoding, errors="replace", newline="") as text:
            try:
                for number, row in enumerate(csv.reader(text, delimiter=self._delimiter(name, encoding))):
                    if number > most:
                        raise Refused("too_many_rows", limit=f"{most:,}")
                    yield row
            except (csv.Error, *BROKEN):
                raise Refused("roster_unreadable", file=f"{name}.csv") from None

    def _delimiter(self, name: str, encoding: str) -> str:
        if name != "list":
            return ","
        with self.openers[name]() as raw, io.TextIOWrapper(raw, encoding, errors="replace", newline="") as text:
            return delimiter_of([line for line, _ in zip(text, range(SAMPLE), strict=False) if line.strip()])


def too_large(limit: int) -> Refused:
    return Refused("too_large", limit=f"{limit // 1024 // 1024}\u00a0MB")


@contextmanager
def opened(source: Path | BinaryIO, *, limits: Limits) -> Iterator[Files]:
    """A folder, a zip (told by its bytes, not by its name) or a CSV file.

    Raises Refused: too_large, empty_file, roster_archive (the archive is damaged, locked, or holds paths, links or
    other archives that no roster needs), roster_no_files.
    """
    with ExitStack() as open_files:
        if isinstance(source, Path) and source.is_dir():
            yield Files(_folder(source), limits)
            return
        file = open_files.enter_context(source.open("rb")) if isinstance(source, Path) else source
        _require_size(file, limits)
        if file.read(4).startswith(b"PK"):
            yield Files(_archive(open_files, file, limits), limits)
            return
        file.seek(0)
        content = file.read()
        yield Files({"list": lambda: io.BytesIO(content)}, limits)


def _require_size(file: BinaryIO, limits: Limits) -> None:
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if size > limits.bytes_:
        raise too_large(limits.bytes_)
    if not size:
        raise Refused("empty_file")


def _folder(folder: Path) -> dict[str, Callable[[], BinaryIO]]:
    found = {}
    for path in sorted(folder.iterdir()):
        name = KNOWN.get(path.stem.lower()) if path.suffix.lower() == ".csv" else None
        if name is not None and path.is_file() and not path.is_symlink():
            found[name] = _opener(path)
    return _some(found)


def _opener(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb")


def _archive(open_files: ExitStack, file: BinaryIO, limits: Limits) -> dict[str, Callable[[], BinaryIO]]:
    try:
        archive = open_files.enter_context(zipfile.ZipFile(file))
    except (*BROKEN, ValueError):
        raise Refused("roster_archive") from None
    members = [one for one in archive.infolist() if not one.is_dir() and not _is_rubbish(one.filename)]
    if len(members) > limits.members:
        raise Refused("roster_archive")
    _require_safe(members)
    if sum(one.file_size for one in members) > limits.bytes_ * limits.unpacked:
        raise too_large(limits.bytes_ * limits.unpacked)
    return _some(_members(archive, members))


def _require_safe(members: Iterable[zipfile.ZipInfo]) -> None:
    for one in members:
        path = PurePosixPath(one.filename.replace("\\", "/"))
        nested = path.suffix.lower() in {".zip", ".gz", ".7z", ".rar", ".tar"}
        link = stat.S_ISLNK(one.external_attr >> 16)
        outside = path.is_absolute() or ".." in path.parts or ":" in path.parts[0]
        if outside or nested or link or one.flag_bits & 0x1:
            raise Refused("roster_archive")


def _members(archive: zipfile.ZipFile, members: Iterable[zipfile.ZipInfo]) -> dict[str, Callable[[], BinaryIO]]:
    found: dict[str, Callable[[], BinaryIO]] = {}
    for one in members:
        path = PurePosixPath(one.filename.replace("\\", "/"))
        name = KNOWN.get(path.stem.lower()) if path.suffix.lower() == ".csv" else None
        if name is None:
            continue
        if name in found:
            raise Refused("roster_archive")
        found[name] = _member_opener(archive, one)
    return found


def _member_opener(archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    return lambda: archive.open(one)  # type: ignore[return-value]  # ZipExtFile reads bytes


def _is_rubbish(name: str) -> bool:
    """What one operating system puts into every archive."""
    return name.startswith("__MACOSX/") or PurePosixPath(name).name == ".DS_Store"


def _some(found: dict[str, Callable[[], BinaryIO]]) -> dict[str, Callable[[], BinaryIO]]:
    if not found:
        raise Refused("roster_no_files")
    return found
