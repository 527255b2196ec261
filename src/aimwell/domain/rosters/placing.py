"""Where the organisations of a file stand in the tree. What stands there stays there: nothing is moved or renamed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from aimwell.domain.rosters.plain import plain_key
from aimwell.domain.rosters.records import OrgRecord, Problem


@dataclass(frozen=True, slots=True)
class KnownOrg:
    """One organisation of the tree; `path` as in the tree, so that an ancestor's path begins it."""

    pk: int
    kind: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class OrgStep:
    """`action`: new, linked (found by its name) or unchanged. `ref`: the primary key as text, or "new:" and the key."""

    key: str
    action: str
    ref: str
    name: str
    kind: str
    parent: str


@dataclass(frozen=True, slots=True)
class Placing:
    """`refs`: by key, for every organisation that the file may name; `steps` in an order that makes parents first."""

    steps: tuple[OrgStep, ...]
    refs: Mapping[str, str]


def placed(
    records: Sequence[OrgRecord], *, top: KnownOrg, tree: Iterable[KnownOrg], links: Mapping[str, int],
    problems: list[Problem],
) -> Placing:  # fmt: skip
    """`records`: parents first. `tree`: `top` and all below it. `links`: keys met before, with their organisation."""
    known = {org.pk: org for org in tree}
    links = {key: pk for key, pk in links.items() if pk in known}
    found = _by_name(records, top=top, known=known, links=links)
    refs = {key: str(pk) for key, pk in links.items()}
    steps: list[OrgStep] = []
    for record in records:
        parent = refs.get(record.parent, str(top.pk))
        if record.kind in ("above", "within"):
            refs[record.key] = str(top.pk) if record.kind == "above" else parent
            continue
        steps.append(_step(record, parent, links, found, known))
        refs[record.key] = steps[-1].ref
        _note_other_parent(record, steps[-1], refs, known, problems)
    return Placing(tuple(steps), refs)


def _step(
    record: OrgRecord, parent: str, links: Mapping[str, int], found: Mapping[str, int], known: Mapping[int, KnownOrg]
) -> OrgStep:
    pk = links.get(record.key) or found.get(record.key)
    if pk is None:
        return OrgStep(record.key, "new", f"new:{record.key}", record.name, record.kind, parent)
    there = known[pk]
    return OrgStep(
        record.key, "unchanged" if record.key in links else "linked", str(pk), there.name, there.kind, parent
    )


def _by_name(
    records: Sequence[OrgRecord], *, top: KnownOrg, known: Mapping[int, KnownOrg], links: Mapping[str, int]
) -> dict[str, int]:
    """New keys whose name stands once in the file and once in the tree, and the one district that is `top` itself."""
    taken = {links[record.key] for record in records if record.key in links}
    free = [record for record in records if record.key not in links and record.kind not in ("above", "within")]
    asked = Counter(_mark(record.name, record.kind, record.key) for record in free)
    there: dict[tuple[str, str], list[int]] = {}
    for org in known.values():
        for kind in (org.kind, ""):
            there.setdefault((plain_key(org.name), kind), []).append(org.pk)
    found: dict[str, int] = {}
    for record in free:
        mark = _mark(record.name, record.kind, record.key)
        pks = there.get(mark, [])
        if len(pks) == 1 and asked[mark] == 1 and pks[0] not in taken:
            found[record.key] = pks[0]
            taken.add(pks[0])
    roots = [record.key for record in records if record.kind == top.kind == "district"]
    if len(roots) == 1 and top.pk not in taken and roots[0] not in links:
        found.setdefault(roots[0], top.pk)
    return found


def _mark(name: str, kind: str, key: str) -> tuple[str, str]:
    """A plain list says no kind, so its names may mean any."""
    return plain_key(name), "" if key.startswith("name:") else kind


def _note_other_parent(
    record: OrgRecord, step: OrgStep, refs: Mapping[str, str], known: Mapping[int, KnownOrg], problems: list[Problem]
) -> None:
    if step.action == "new" or record.parent not in refs:
        return
    parent = refs[record.parent]
    stays = known[int(step.ref)].path
    if parent.startswith("new:") or not stays.startswith(known[int(parent)].path):
        problems.append(Problem("orgs", record.row, "parentSourcedId", "other_parent", record.name[:60], aside=False))
