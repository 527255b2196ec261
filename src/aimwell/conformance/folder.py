"""A folder of reference cases: every case in it, with its input rows as texts.

Three layouts may stand side by side: a `manifest.json` whose `cases` name an expected file each, `*.jsonl` with one
case a line, and JSON files that hold several cases. Files are found by walking, whether a manifest lists them or not.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Row = dict[str, "str | None"]
CASE_KEYS = frozenset({"expected", "cases", "kind"})


class UnreadableFolderError(Exception):
    """The folder as a whole cannot be scored; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """One case as it was found. `document` is None when it could not be read, and `trouble` says why."""

    name: str
    family: str
    document: dict[str, Any] | None
    tags: tuple[str, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Folder:
    """`root` and every file under it, by its name."""

    root: Path
    by_name: Mapping[str, Sequence[Path]]
    tables: dict[Path, list[Row]] = field(default_factory=dict)

    def sources(self) -> Iterator[Source]:
        """Every case once: those of manifests first, then lines, then files that no manifest names."""
        used: set[Path] = set()
        for manifest in self.by_name.get("manifest.json", ()):
            for entry in _manifest_cases(manifest):
                yield from self._listed(entry, manifest.parent, used)
        for path in self._files(".jsonl"):
            if path not in used:
                yield from _lines(path)
        for path in self._files(".json"):
            if path not in used and path.name != "manifest.json":
                yield from _unlisted(path)

    def rows(self, document: Mapping[str, Any]) -> list[Row]:
        """Rows of the case's own `data`, or of its input file after the filter. Without either: none."""
        data = document.get("data")
        if isinstance(data, Mapping):
            return _rows_of_columns(data)
        where = document.get("input")
        name = where.get("file") if isinstance(where, Mapping) else where
        if not isinstance(name, str):
            return []
        wanted = where.get("filter") if isinstance(where, Mapping) else None
        return [row for row in self._table(self.find(name)) if _kept(row, wanted or {})]

    def find(self, name: str, near: Path | None = None) -> Path:
        """The file that a path in a case means: from `near`, from the root, or the best fit by the end of its path."""
        for start in (near, self.root):
            if start is not None and (start / name).is_file():
                return (start / name).resolve()
        parts = Path(name).parts
        found = self.by_name.get(parts[-1], ()) if parts else ()
        if not found:
            raise FileNotFoundError(f"no file {name} under {self.root}")
        return max(found, key=lambda path: _same_end(path.parts, parts))

    def _table(self, path: Path) -> list[Row]:
        if path not in self.tables:
            with path.open(encoding="utf-8-sig", newline="") as file:
                self.tables[path] = [
                    {name: text or None for name, text in row.items() if name is not None}
                    for row in csv.DictReader(file)
                ]
        return self.tables[path]

    def _files(self, ending: str) -> list[Path]:
        return sorted(path for paths in self.by_name.values() for path in paths if path.suffix == ending)

    def _listed(self, entry: Mapping[str, Any], near: Path, used: set[Path]) -> Iterator[Source]:
        name, tags = str(entry.get("id") or entry.get("expected")), tuple(entry.get("tags") or ())
        family = str(entry.get("family") or "")
        if not isinstance(entry.get("expected"), str):
            yield Source(name, family or _family(entry), dict(entry), tags)
            return
        try:
            path = self.find(entry["expected"], near)
            if path in used:
                return
            used.add(path)
            if path.suffix == ".jsonl":
                yield from _lines(path)
                return
            document = _with_input(_document(path), entry)
        except (OSError, ValueError) as problem:
            yield Source(name, family or "unreadable", None, tags, str(problem))
            return
        yield Source(name, family or _family(document), document, tags or _tags(document))


def open_folder(root: Path) -> Folder:
    """UnreadableFolderError: no such folder, or a manifest in it that is not one."""
    if not root.is_dir():
        raise UnreadableFolderError(f"{root} is not a folder. Give the folder that holds manifest.json or the cases.")
    by_name: dict[str, list[Path]] = {}
    for path in sorted(root.rglob("*")):
        if path.is_file():
            by_name.setdefault(path.name, []).append(path.resolve())
    folder = Folder(root, by_name)
    for manifest in by_name.get("manifest.json", ()):
        _manifest_cases(manifest)
    return folder


def _manifest_cases(path: Path) -> list[dict[str, Any]]:
    try:
        cases = _document(path).get("cases", [])
    except (OSError, ValueError) as problem:
        raise UnreadableFolderError(f"{path} cannot be read: {problem}") from problem
    if not isinstance(cases, list) or not all(isinstance(case, dict) for case in cases):
        raise UnreadableFolderError(f"{path} needs `cases`: a list with one object a case.")
    return cases


def _document(path: Path) -> dict[str, Any]:
    found = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(found, dict):
        raise ValueError(f"{path.name} holds no object")
    return found


def _with_input(document: dict[str, Any], entry: Mapping[str, Any]) -> dict[str, Any]:
    """The input that a manifest names stands in for one that the file leaves out."""
    return document if "input" in document or "data" in document else {**document, "input": entry.get("input")}


def _lines(path: Path) -> Iterator[Source]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            document = json.loads(line)
            if not isinstance(document, dict):
                raise ValueError("the line holds no object")
        except ValueError as problem:
            yield Source(f"{path.name}:{number}", "unreadable", None, trouble=str(problem))
            continue
        name = str(document.get("id") or f"{path.name}:{number}")
        yield Source(name, _family(document), document, _tags(document))


def _unlisted(path: Path) -> Iterator[Source]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        yield Source(path.name, "unreadable", None, trouble=str(problem))
        return
    if isinstance(document, dict) and CASE_KEYS & document.keys():
        yield Source(str(document.get("id") or path.stem), _family(document), document, _tags(document))


def _family(document: Mapping[str, Any]) -> str:
    options = document.get("options")
    chart = options.get("chart") if isinstance(options, Mapping) else None
    if "family" not in document and isinstance(chart, str):
        return f"{document.get('kind') or 'qic'}-{chart}"
    return str(document.get("family") or document.get("kind") or "unknown")


def _tags(document: Mapping[str, Any]) -> tuple[str, ...]:
    tags = document.get("tags")
    return tuple(str(tag) for tag in tags) if isinstance(tags, list) else ()


def _rows_of_columns(data: Mapping[str, Sequence[Any]]) -> list[Row]:
    names = list(data)
    return [
        dict(zip(names, (_text(value) for value in values), strict=True)) for values in zip(*data.values(), strict=True)
    ]


def _text(value: Any) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return str(int(value))
    return repr(value) if isinstance(value, float) else str(value)


def _kept(row: Row, wanted: Mapping[str, Any]) -> bool:
    return all(
        row.get(column) in {_text(value) for value in (values if isinstance(values, list) else [values])}
        for column, values in wanted.items()
    )


def _same_end(path: Sequence[str], wanted: Sequence[str]) -> int:
    """How many parts agree, counted from the end."""
    agree = 0
    for ours, theirs in zip(reversed(path), reversed(wanted), strict=False):
        if ours != theirs:
            break
        agree += 1
    return agree
