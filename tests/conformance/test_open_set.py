"""Every case of the open set matches in full, but the contested ones. Without the set our own cases are scored."""

import os
from pathlib import Path

import pytest

from aimwell.conformance import report
from aimwell.conformance.folder import open_folder
from aimwell.conformance.score import score

OWN = Path(__file__).parent
OPEN_SET = Path(os.environ.get("AIMWELL_CONFORMANCE") or OWN.parents[2] / "shared" / "conformance" / "spc")
FOLDERS = [OWN, *([OPEN_SET] if OPEN_SET.is_dir() else [])]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_case_misses_that_is_not_contested(folder):
    families = score(open_folder(folder))
    assert sum(len(family.results) for family in families) >= 3
    assert report.required_misses(families) == 0, report.text(families)
