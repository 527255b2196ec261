"""Every worked example of the documentation gives what it says; `scripts/worked_examples.py --write` renews them."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load():
    spec = importlib.util.spec_from_file_location("worked_examples", ROOT / "scripts" / "worked_examples.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


examples = load()


@pytest.mark.parametrize("page", examples.pages(), ids=lambda page: page.name)
def test_the_page_says_what_happens(page):
    assert examples.worked(page) == page.read_text(encoding="utf-8")


def test_every_chart_has_a_page_with_an_example():
    charts = ROOT / "docs" / "reference" / "charts"
    assert sorted(charts.glob("*.md")) == [page for page in examples.pages() if page.parent == charts]
    assert len(list(charts.glob("*.md"))) == 12


def test_a_number_that_changed_is_found_and_renewed(tmp_path, monkeypatch, capsys):
    page = tmp_path / "docs" / "sums.md"
    page.parent.mkdir()
    page.write_text("# Sums\n\n```python\n>>> 1 + 1\n3\n```\n", encoding="utf-8")
    monkeypatch.setattr(examples, "ROOT", tmp_path)
    monkeypatch.setattr(sys, "argv", ["worked_examples"])
    assert (examples.main(), capsys.readouterr().out) == (1, "docs/sums.md\n")
    monkeypatch.setattr(sys, "argv", ["worked_examples", "--write"])
    assert examples.main() == 0
    assert page.read_text(encoding="utf-8") == "# Sums\n\n```python\n>>> 1 + 1\n2\n```\n"
