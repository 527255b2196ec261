"""Each refusal has one sentence."""

import re
from collections import Counter
from pathlib import Path

import aimwell.domain.words as package


def test_no_refusal_is_worded_twice():
    """Two modules with one code would hide one of the two sentences."""
    folder = Path(package.__file__).parent
    found = Counter(
        code
        for file in folder.glob("*refusals.py")
        for code in re.findall(r'^    "([a-z_]+)": \($', file.read_text(), re.MULTILINE)
    )
    assert [code for code, times in found.items() if times > 1] == []
