"""The checks of scripts/check_sources.py, and that each of them would notice something."""

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "check_sources.py"


@pytest.fixture
def check_sources(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("check_sources", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    return module


def test_what_we_commit_passes(check_sources, monkeypatch):
    monkeypatch.setattr(check_sources, "ROOT", SCRIPT.parent.parent)
    assert check_sources.main() == 0


@pytest.mark.parametrize(
    ("name", "text", "finding"),
    [
        ("long.py", "\n" * 501, "long.py: 501 lines; the limit is 500. Split it by idea."),
        ("f.py", "def f():\n" + "    1\n" * 60, "f.py:1: f has 61 lines; the limit is 60."),
        ("a.md", "see /ho" + "me/ana/notes", "a.md:1: /ho" + "me/ana/notes is a path of one machine."),
        ("b.toml", "url = 'https:" + "//pkgs.test/simple'", "b.toml:1: pkgs.test is an address outside this product."),
    ],
)
def test_each_rule_notices_a_breach(check_sources, tmp_path, name, text, finding):
    path = tmp_path / name
    path.write_text(text)
    assert list(check_sources.check(path)) == [finding]


def test_examples_and_names_of_formats_are_no_addresses(check_sources, tmp_path):
    path = tmp_path / "a.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg"><a href="https://school.example.org/t/1"/></svg>')
    assert list(check_sources.check(path)) == []
