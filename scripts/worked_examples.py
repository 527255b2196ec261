"""The worked examples of the documentation: run them, and write what they give into the pages (`--write`).

A page may hold tables (```csv name.csv), Python sessions (```python with >>>) and commands (```console with
$ aimwell chart). The blocks of one page are run in order, in one empty folder, with the same names.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

from aimwell.chartfile.command import main as chart

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = "$ aimwell chart "


def pages() -> list[Path]:
    """Every page with an example."""
    return [page for page in sorted((ROOT / "docs").rglob("*.md")) if _has_example(page.read_text(encoding="utf-8"))]


def _has_example(text: str) -> bool:
    return any(kind == "python" or COMMAND in body for kind, _, body in BLOCK.findall(text))


def worked(page: Path) -> str:
    """The page as it should be: each example followed by what it gives now."""
    names: dict[str, object] = {"__name__": "example"}
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            return BLOCK.sub(lambda found: _block(found, names), page.read_text(encoding="utf-8"))
        finally:
            os.chdir(before)


def _block(found: re.Match[str], names: dict[str, object]) -> str:
    kind, name, body = found[1], found[2], found[3]
    if kind == "csv" and name:
        Path(name).write_text(body, encoding="utf-8")
    elif kind == "python":
        body = _session(body, names)
    elif COMMAND in body:
        body = "".join(_command(line) for line in body.splitlines() if line.startswith(COMMAND))
    return f"```{kind}{f' {name}' if name else ''}\n{body}```"


def _session(body: str, names: dict[str, object]) -> str:
    lines = []
    for example in doctest.DocTestParser().get_examples(body):
        first, *rest = example.source.rstrip("\n").split("\n")
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(example.source, "<example>", "single"), names)
        lines += [f">>> {first}", *(f"... {line}" for line in rest), *printed.getvalue().splitlines()]
    return "\n".join(lines) + "\n"


def _command(line: str) -> str:
    """The line and what the command prints. AssertionError: it refused."""
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    said = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(said):
        ended = chart(shlex.split(line.removeprefix(COMMAND)))
    assert ended == 0, f"{line}\n{said.getvalue()}"
    printed.flush()
    return f"{line}\n{printed.buffer.getvalue().decode('utf-8')}"  # type: ignore[attr-defined]


def main() -> int:
    changed = [page for page in pages() if worked(page) != page.read_text(encoding="utf-8")]
    for page in changed:
        print(page.relative_to(ROOT))
        if "--write" in sys.argv:
            page.write_text(worked(page), encoding="utf-8")
    return 1 if changed and "--write" not in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
