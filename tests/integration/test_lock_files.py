"""The locked requirements: every package by version and hash, and no address to fetch it from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = ["requirements.txt", "requirements-dev.txt"]


def entries(lock: str) -> list[str]:
    """One string a package, continuation lines joined."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def canonical(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement.strip())
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name.group()).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_has_one_version_and_a_hash(lock):
    for entry in entries(lock):
        assert re.match(r"[\w.-]+==\S+ ", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_and_no_option(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^--", text, flags=re.MULTILINE)


def test_every_dependency_is_locked():
    locked = {canonical(entry) for entry in entries("requirements.txt")}
    assert {canonical(requirement) for requirement in PROJECT["dependencies"]} - locked == set()


def test_every_tool_is_locked():
    locked = {canonical(entry) for entry in entries("requirements-dev.txt")}
    tools = PROJECT["optional-dependencies"]["dev"]
    assert {canonical(requirement) for requirement in tools} - locked == set()


def test_tests_run_with_the_versions_that_people_run():
    run_time = {entry.split()[0] for entry in entries("requirements.txt")}
    assert run_time - {entry.split()[0] for entry in entries("requirements-dev.txt")} == set()
