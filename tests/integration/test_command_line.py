"""The `aimwell` command as processes: what it says, and that nothing is left running."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest


def aimwell(*words: str, **env: str) -> subprocess.Popen[str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("AIMWELL_", "DJANGO_"))}
    command = [sys.executable, "-m", "aimwell.config.cli", *words]
    return subprocess.Popen(
        command, env=plain | env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with all tables."""
    home = tmp_path_factory.mktemp("migrated")
    said, _ = aimwell("migrate", "--verbosity", "0", AIMWELL_HOME=str(home), AIMWELL_DEMO="1").communicate(timeout=90)
    assert said == ""
    return home / "aimwell.sqlite3"


@pytest.fixture
def up(migrated: Path, tmp_path: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """`aimwell up`, after it has printed its address."""
    shutil.copy(migrated, tmp_path)
    env = {"AIMWELL_HOME": str(tmp_path), "AIMWELL_DEMO": "1", "AIMWELL_BIND": f"127.0.0.1:{port}"}
    process = aimwell("up", **env, AIMWELL_WEB_WORKERS="1")
    assert process.stdout.readline() == f"Aimwell is at http://127.0.0.1:{port}/  (Ctrl-C stops it)\n"
    children = children_of(process.pid)
    yield process
    for pid in [process.pid, *children.values()]:
        if is_running(pid):
            os.kill(pid, signal.SIGKILL)
    process.communicate()


def children_of(pid: int) -> dict[str, int]:
    """The last word of each child's command line, and its process number."""
    numbers = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return {Path(f"/proc/{number}/cmdline").read_text().split("\0")[-2]: int(number) for number in numbers}


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def until(condition: Callable[[], bool], *, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


@pytest.mark.parametrize("word", ["web", "worker", "up", "migrate"])
def test_without_a_secret_key_nothing_starts_and_it_says_why(tmp_path, word):
    process = aimwell(word, AIMWELL_HOME=str(tmp_path / "home"))
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert said.splitlines()[0] == (
        "AIMWELL_SECRET_KEY is empty, so Aimwell does not start: the key protects every sign-in."
    )
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


def test_a_port_in_use_is_named(tmp_path, port):
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        process = aimwell("up", AIMWELL_HOME=str(tmp_path), AIMWELL_DEMO="1", AIMWELL_BIND=f"127.0.0.1:{port}")
        said, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert said == (
        f"127.0.0.1:{port} is in use by another program. Choose another port: AIMWELL_BIND=127.0.0.1:8001\n"
    )


def test_up_runs_web_and_worker_and_ctrl_c_stops_both(up, port):
    children = children_of(up.pid)
    assert sorted(children) == ["web", "worker"]
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
        assert answer.status == 200

    up.send_signal(signal.SIGINT)
    said, _ = up.communicate(timeout=30)

    assert (up.returncode, said) == (0, "Stopping.\n")
    assert [name for name, pid in children.items() if is_running(pid)] == []


@pytest.mark.parametrize(("gone", "other"), [("web", "worker"), ("worker", "web")])
def test_when_one_ends_the_other_is_stopped_and_it_says_so(up, gone, other):
    children = children_of(up.pid)
    os.kill(children[gone], signal.SIGKILL)
    said, _ = up.communicate(timeout=30)
    assert up.returncode == 1
    assert re.findall(r"The (\w+) process ended by itself", said) == [gone]
    assert not is_running(children[other])


def test_when_up_itself_is_killed_nothing_stays_behind(up):
    children = children_of(up.pid)
    up.kill()
    until(lambda: not any(is_running(pid) for pid in children.values()))
