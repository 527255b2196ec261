"""Which column is what: as the person said, else a guess that is said aloud."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from aimwell.chartfile.days import whole_date
from aimwell.chartfile.table import FileTable
from aimwell.chartfile.words import TABLE, ChartFileError, refuse
from aimwell.domain.spc.kinds import KINDS
from aimwell.domain.tables.columns import Role
from aimwell.domain.tables.dates import kind_of
from aimwell.domain.tables.numbers import read_number

NONE = "none"
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Named:
    """What a person wrote for each column; empty = not given."""

    x: str = ""
    y: str = ""
    n: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Places of the columns. `share`: values are parts of one. Without `x` rows follow each other in the file."""

    x: int | None
    y: int
    n: int | None
    group: int | None
    share: bool = False


def find_column(table: FileTable, name: str, lang: str) -> int:
    """By heading (capitals do not count), else by its number from 1."""
    wanted = name.strip().casefold()
    headings = [heading.casefold() for heading in table.headings]
    if wanted in headings:
        return headings.index(wanted)
    if wanted.isdecimal() and 1 <= int(wanted) <= len(headings):
        return int(wanted) - 1
    lines = [TABLE.say("no_column", lang, name=name, names=", ".join(table.headings))]
    near = get_close_matches(wanted, headings, n=1)
    if near:
        lines.append(TABLE.say("did_you_mean", lang, name=table.headings[headings.index(near[0])]))
    raise ChartFileError([" ".join(lines)])


def choose_columns(table: FileTable, named: Named, *, chart: str, dated: bool, lang: str, say: Say) -> Chosen:
    """`dated`: a date column is needed, since nobody said when the first row was."""
    found = {
        option: find_column(table, name, lang)
        for option, name in (("x", named.x), ("y", named.y), ("n", named.n), ("group", named.group))
        if name and not (option == "group" and name == NONE)
    }
    roles = table.roles(known=set(found.values()))
    chooser = _Chooser(table, found, roles, chart, lang, say)
    x = chooser.x(dated=dated)
    y, n, share = chooser.numbers()
    return Chosen(x, y, n, None if named.group == NONE else chooser.group(x, y, n), share)


@dataclass(frozen=True, slots=True)
class _Chooser:
    """`found`: what a person named; `roles`: what the other columns most likely hold."""

    table: FileTable
    found: Mapping[str, int]
    roles: Sequence[Role]
    chart: str
    lang: str
    say: Say

    @property
    def needs(self) -> str:
        kind = next((kind for name, kind in KINDS.items() if name == self.chart), None)
        return kind.needs if kind else "value"

    def x(self, *, dated: bool) -> int | None:
        at = self.found.get("x", self._with_role("date"))
        if at is None and dated:
            raise refuse("dates_across" if self._dates_across() else "no_date_column", self.lang)
        return self._guessed("x", at)

    def _dates_across(self) -> bool:
        """Whether dates stand beside each other, in the headings or in what was taken for a first row."""
        rows = (self.table.headings, self.table.rows[0].cells)
        return any(sum(kind_of(whole_date(cell)) is not None for cell in row) >= 3 for row in rows)

    def numbers(self) -> tuple[int, int | None, bool]:
        """Value (or count), total, and whether the values are parts of one."""
        y = self.found.get("y", self._value())
        if y is None:
            raise refuse("no_value_column", self.lang)
        self._guessed("y", y)
        n = self.found.get("n", self._total(y) if self._wants_total() else None)
        if n is None and self.needs == "share" and self.chart != "ip":
            raise refuse("needs_n", self.lang, chart=self.chart)
        return y, self._guessed("n", n), n is None and self.roles[y] == "share"

    def group(self, *taken: int | None) -> int | None:
        """The column named, or the one with the fewest texts that tells rows of one date apart."""
        x = taken[0]
        if "group" in self.found or x is None or self.needs == "subgroup":
            return self.found.get("group")
        dates = self.table.cells(x)
        candidates = [k for k in range(len(self.table.headings)) if k not in taken and self._tells_apart(k, dates)]
        if not candidates:
            return None
        best = min(candidates, key=lambda k: len(set(self.table.cells(k))))
        self.say(TABLE.say("guessed_group", self.lang, name=self.table.headings[best]))
        return best

    def _tells_apart(self, index: int, dates: Sequence[str]) -> bool:
        names = self.table.cells(index)
        pairs = len(set(zip(names, dates, strict=True)))
        words = sum(read_number(name) is None for name in names)
        return len(set(dates)) < len(dates) == pairs and words > 0.5 * len(names)

    def _wants_total(self) -> bool:
        """Totals are looked for where the chart needs them, or where nobody named the count."""
        return self.needs == "share" or (self.chart == "run" and "y" not in self.found)

    def _total(self, y: int) -> int | None:
        """The column that fits as the whole of the counts in `y`."""
        roles = self.table.roles(known=set(self.found.values()) - {y})
        return next((index for index, role in enumerate(roles) if role == "denominator" and index != y), None)

    def _value(self) -> int | None:
        roles: tuple[Role, ...] = ("numerator", "value", "share")
        return next((at for at in map(self._with_role, roles) if at is not None), None)

    def _with_role(self, role: Role) -> int | None:
        return next((index for index, one in enumerate(self.roles) if one == role), None)

    def _guessed(self, option: str, index: int | None) -> int | None:
        if index is not None and option not in self.found:
            self.say(TABLE.say("guessed", self.lang, option=f"--{option}", name=self.table.headings[index]))
        return index
