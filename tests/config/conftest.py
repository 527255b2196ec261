"""The chart command, run in an empty folder."""

import pytest

from aimwell.chartfile.command import main


@pytest.fixture(autouse=True)
def empty_folder(tmp_path, monkeypatch):
    """No test writes its files into the checkout."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def chart(capfd):
    """Runs the command: how it ended, what it printed, what it said beside."""

    def run(*words: str) -> tuple[int, str, str]:
        ended = main([str(word) for word in words])
        said = capfd.readouterr()
        return ended, said.out, said.err

    return run
