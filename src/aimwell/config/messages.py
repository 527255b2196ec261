"""Compile every app's translations: `python -m aimwell.config.messages`. Pure Python, so no system tool is needed."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parent.parent


def compile_all(root: Path = PACKAGE) -> int:
    """Write a .mo beside each .po under `root` that is newer than it; return how many were written."""
    written = 0
    for source in sorted(root.rglob("LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as lines, target.open("wb") as out:
            write_mo(out, read_po(lines))
        written += 1
    return written


if __name__ == "__main__":
    print(f"{compile_all()} translation files compiled")
