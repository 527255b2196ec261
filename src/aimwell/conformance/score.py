"""Our answers against a folder's expected ones, family by family."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from aimwell.conformance.compare import Comparison, Difference, compare, leaves
from aimwell.conformance.folder import Folder, Source

Split = Callable[[dict[str, Any]], list[dict[str, Any]]]
KINDS = "aimwell.conformance.kinds"
LABELS = frozenset({"id", "title", "family", "tags"})
"""What names a case."""
HIDDEN = LABELS | {"expected", "produced"}
"""No kind is told these: it answers from the input and the options alone."""
QUESTION = frozenset({"kind", "input", "data", "options"})
"""Never part of an answer."""
WANTED = "wanted"
"""What a kind is told of the answer: under which names to give its own, as rules go by many."""


class UnknownKindError(Exception):
    """No module answers cases of this kind."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a kind is asked, and the answer that it is not told."""

    name: str
    contested: bool
    question: dict[str, Any]
    expected: Any


@dataclass(frozen=True, slots=True)
class Result:
    """One case. `reason` says why there is nothing to compare."""

    name: str
    family: str
    contested: bool
    comparison: Comparison
    reason: str = ""

    @property
    def matches(self) -> bool:
        return not self.reason and not self.comparison.differences


@dataclass(frozen=True, slots=True)
class Family:
    """The results of one family, in the order found."""

    name: str
    results: tuple[Result, ...]

    @property
    def full(self) -> int:
        return sum(result.matches for result in self.results)

    @property
    def contested(self) -> int:
        """Contested cases that miss: not required."""
        return sum(result.contested and not result.matches for result in self.results)

    @property
    def values(self) -> int:
        return sum(result.comparison.values for result in self.results)

    @property
    def values_matched(self) -> int:
        return sum(result.comparison.matched for result in self.results)

    @property
    def misses(self) -> tuple[Result, ...]:
        return tuple(result for result in self.results if not result.matches)


def score(folder: Folder) -> tuple[Family, ...]:
    """Every case of the folder, answered by the module of its kind."""
    families: dict[str, list[Result]] = {}
    for source in folder.sources():
        for result in _results(source, folder):
            families.setdefault(result.family, []).append(result)
    return tuple(Family(name, tuple(families[name])) for name in sorted(families))


def _results(source: Source, folder: Folder) -> Iterable[Result]:
    contested = "contested" in source.tags
    if source.document is None:
        return [_missed(Case(source.name, contested, {}, None), source.family, source.trouble)]
    try:
        module = _module(source.document, source.family)
        cases = _cases(source, getattr(module, "cases", None), frozenset(getattr(module, "GIVEN", ())))
    except Exception as problem:
        return [_missed(case, source.family, _said(problem)) for case in _cases(source, None, frozenset())]
    return [_result(case, source.family, module, folder) for case in cases]


def _result(case: Case, family: str, module: ModuleType, folder: Folder) -> Result:
    try:
        ours = module.answer(case.question, folder.rows(case.question))
        found = compare(case.expected, ours)
    except Exception as problem:
        return _missed(case, family, _said(problem))
    return Result(case.name, family, case.contested, found)


def _missed(case: Case, family: str, reason: str) -> Result:
    count = 1 if case.expected is None else leaves(case.expected)
    nothing = Comparison(count, (Difference("", None, case.expected, count),))
    return Result(case.name, family, case.contested, nothing, reason)


def _cases(source: Source, split: Split | None, given: frozenset[str]) -> list[Case]:
    """A file's cases: as its kind splits it, else its `cases` with what stands beside them, else the file itself."""
    document = source.document or {}
    if "expected" in document:
        return [_case(document, {}, source, given)]
    if split is not None:
        return [_case(one, {}, source, given) for one in split(document)]
    if isinstance(document.get("cases"), list):
        beside = {key: value for key, value in document.items() if key not in HIDDEN | {"cases"}}
        return [_case(one, beside, source, given) for one in document["cases"] if isinstance(one, dict)]
    return [_case(document, {}, source, given)]


def _case(own: dict[str, Any], beside: dict[str, Any], source: Source, given: frozenset[str]) -> Case:
    """With its `expected` answer; where none is set apart, it is all that the kind does not count as `given`."""
    name = str(own.get("id") or source.name)
    contested = "contested" in (*source.tags, *(own.get("tags") or ()))
    if "expected" in own:
        asked = {key: value for key, value in own.items() if key not in HIDDEN}
        return Case(name, contested, {**beside, **asked, WANTED: names_in(own["expected"])}, own["expected"])
    asked = {key: value for key, value in own.items() if key in given | QUESTION}
    expected = {key: value for key, value in own.items() if key not in given | QUESTION | HIDDEN}
    return Case(name, contested, {**beside, **asked}, expected)


def names_in(expected: Any) -> Any:
    """The names in an answer, nested as they are, without the values."""
    return {key: names_in(value) for key, value in expected.items()} if isinstance(expected, Mapping) else None


def _module(document: Mapping[str, Any], family: str) -> ModuleType:
    """The module of the case's kind; without a kind, of its family or of a chart over time."""
    for name in _kind_names(document, family):
        full = f"{KINDS}.{name}"
        try:
            return importlib.import_module(full)
        except ModuleNotFoundError as problem:
            if problem.name != full:
                raise
    raise UnknownKindError(f"no module answers cases of the kind {document.get('kind') or family}")


def _kind_names(document: Mapping[str, Any], family: str) -> list[str]:
    kind = document.get("kind")
    whole = str(kind or family).replace("-", "_").lower()
    options = document.get("options")
    over_time = isinstance(options, Mapping) and "chart" in options
    names = [whole] if kind else [whole, whole.split("_")[0], *(["qic"] if over_time else [])]
    return [name for name in names if re.fullmatch(r"[a-z][a-z0-9_]*", name)]


def _said(problem: Exception) -> str:
    return f"{type(problem).__name__}: {problem}" if not isinstance(problem, UnknownKindError) else str(problem)
