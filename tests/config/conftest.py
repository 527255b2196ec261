"""The chart command, run in an empty folder."""

import pytest

from aimwell.chartfile.command import main


@pytest.fixture
def chart(capfd, tmp_path, monkeypatch):
    """Runs the command in an empty folder: how it ended, what it printed, what it said beside."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> tuple[int, str, str]:
        ended = main([str(word) for word in words])
        said = capfd.readouterr()
        return ended, said.out, said.err

    return run
