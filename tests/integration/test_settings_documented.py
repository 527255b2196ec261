"""Every variable that the product reads is in docs/reference/settings.md, and no other."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOR_TESTS = {"AIMWELL_TEST"}


def variables_read() -> set[str]:
    names = set()
    for path in (ROOT / "src" / "aimwell").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        names |= set(re.findall(r"\bAIMWELL_[A-Z_]+\b", text))
        if path.name == "settings.py":
            names |= {f"AIMWELL_{name}" for name in re.findall(r"\benv\(\s*\"([A-Z_]+)\"", text)}
    return names


def test_every_variable_is_documented_and_nothing_else():
    page = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `(AIMWELL_[A-Z_]+)` \|", page, flags=re.MULTILINE))
    assert documented == variables_read() - FOR_TESTS


def test_the_scan_finds_a_variable_that_is_read():
    assert {"AIMWELL_SECRET_KEY", "AIMWELL_DATABASE", "AIMWELL_BIND"} <= variables_read()
