"""`python -m aimwell.conformance FOLDER [--json]`: how well the engine meets a folder of reference cases.

Leaves with 0 when every case that is not tagged `contested` matches, 1 when one misses, 2 when nothing can be scored.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from aimwell.conformance import report
from aimwell.conformance.folder import UnreadableFolderError, open_folder
from aimwell.conformance.score import Family, score


def main(arguments: Sequence[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    try:
        families = _scored(asked.folder)
    except (UnreadableFolderError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 2
    print(json.dumps(report.data(families), indent=1) if asked.json else report.text(families))
    return 1 if report.required_misses(families) else 0


def _scored(folder: Path) -> tuple[Family, ...]:
    families = score(open_folder(folder))
    if not families:
        raise UnreadableFolderError(f"{folder} holds no cases: no manifest.json, *.jsonl or JSON file with cases.")
    return families


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m aimwell.conformance",
        description="Score a folder of reference cases against the chart engine, family by family.",
    )
    parser.add_argument("folder", type=Path, help="the folder with manifest.json, *.jsonl or files of cases")
    parser.add_argument("--json", action="store_true", help="the same as data")
    return parser


if __name__ == "__main__":
    sys.exit(main())
