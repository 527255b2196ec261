"""What a file would change in a theory, worked out before anything is changed (SPEC C3; all or nothing)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aimwell.domain.theory.exchange import AIM, Line
from aimwell.domain.theory.graph import MAY_HOLD, PartKind

FACTS = ("text", "detail", "who_changes")


@dataclass(frozen=True, slots=True)
class Change:
    """A part that is there and is said otherwise in the file: `facts` holds (name, before, after)."""

    key: str
    facts: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Objection:
    """Why the file cannot be taken in as it is. `code` is a key of `words.theory_files`."""

    row: int
    code: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Pairs are (parent, child); the parent may be "aim". `missing`: keys of parts that the file leaves out."""

    added: tuple[Line, ...] = ()
    changed: tuple[Change, ...] = ()
    linked: tuple[tuple[str, str], ...] = ()
    unlinked: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    objections: tuple[Objection, ...] = ()

    @property
    def is_nothing(self) -> bool:
        return not (self.added or self.changed or self.linked or self.unlinked)


def plan(now: Iterable[Line], wanted: Iterable[Line]) -> Plan:
    """`now`: every part that stands, as lines. A new line may name its parents by key or by their text."""
    here = {line.key: line for line in now}
    lines = tuple(wanted)
    rows = {line.key: line for line in lines}
    texts = {line.text.casefold(): line.key for line in (*here.values(), *lines)}
    above = {line.key: tuple(_meant(parent, here, rows, texts) for parent in line.parents) for line in lines}
    objections = [one for line in lines for one in _objections(line, above[line.key], here, rows)]
    objections += [Objection(line.row, "key_twice", line.key) for line in lines if rows[line.key] is not line]
    if objections:
        return Plan(objections=tuple(sorted(objections, key=lambda one: (one.row, one.code))))
    before = {(parent, key) for key in rows.keys() & here.keys() for parent in here[key].parents}
    after = {(parent, line.key) for line in lines for parent in above[line.key]}
    # A line to a part that the file does not speak of stays: a file of one branch leaves the others alone.
    off = {pair for pair in before - after if pair[0] in rows or pair[0] == AIM}
    return Plan(
        added=tuple(sorted((line for line in lines if line.key not in here), key=lambda line: line.kind.column)),
        changed=tuple(change for line in lines if line.key in here and (change := _change(here[line.key], line)).facts),
        linked=tuple(sorted(after - before)),
        unlinked=tuple(sorted(off)),
        missing=tuple(key for key in here if key not in rows),
    )


def _meant(parent: str, here: Mapping[str, Line], rows: Mapping[str, Line], texts: Mapping[str, str]) -> str:
    if parent == AIM or parent in here or parent in rows:
        return parent
    return texts.get(parent.casefold(), parent)


def _change(then: Line, line: Line) -> Change:
    said = [(name, getattr(then, name) or "", getattr(line, name)) for name in FACTS]
    return Change(line.key, tuple((name, old, new) for name, old, new in said if new is not None and new != old))


def _objections(
    line: Line, above: tuple[str, ...], here: Mapping[str, Line], rows: Mapping[str, Line]
) -> Iterable[Objection]:
    known = here.get(line.key)
    if line.key.isdigit() and known is None:
        yield Objection(line.row, "key_unknown", line.key)
    if known is not None and known.kind is not line.kind:
        yield Objection(line.row, "kind_changed", line.text)
    for parent in above:
        upper = PartKind.AIM if parent == AIM else _kind(rows.get(parent) or here.get(parent))
        if upper is None:
            yield Objection(line.row, "parent_unknown", parent)
        elif line.kind not in MAY_HOLD[upper]:
            yield Objection(line.row, "parent_wrong", line.text)


def _kind(line: Line | None) -> PartKind | None:
    return line.kind if line else None
