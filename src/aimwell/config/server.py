"""The processes that Aimwell consists of: the web server, the worker, and both under one command."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import Any, NoReturn

from django.conf import settings
from gunicorn.app.base import BaseApplication

PR_SET_PDEATHSIG = 1
START_SECONDS = 60
STOP_SECONDS = 15


class WebServer(BaseApplication):  # type: ignore[misc]
    """gunicorn with threads: pages are short, and SQLite has one writer anyway."""

    def load_config(self) -> None:
        self.cfg.set("bind", settings.BIND)
        self.cfg.set("workers", settings.WEB_WORKERS)
        self.cfg.set("threads", settings.WEB_THREADS)
        self.cfg.set("worker_class", "gthread")
        self.cfg.set("loglevel", settings.LOG_LEVEL.lower())
        self.cfg.set("control_socket_disable", True)

    def load(self) -> Any:
        from aimwell.config.wsgi import application

        return application


def web() -> int:
    WebServer().run()
    return 0


def worker() -> int:
    import django

    django.setup()
    from aimwell.core.jobs.worker import run_worker

    run_worker(threads=settings.JOB_THREADS)
    return 0


def up() -> int:
    """Run web and worker until Ctrl-C. When one of them ends by itself, the other is stopped and we say so."""
    if not _is_free(settings.BIND):
        print(f"{settings.BIND} is in use by another program. Choose another port: AIMWELL_BIND=127.0.0.1:8001")
        return 1
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    children = {name: _start(name) for name in ("web", "worker")}
    try:
        _wait_until_it_answers(children)
        _wait_for_an_end(children)
    except _Stop:
        print("Stopping.", flush=True)
        return 0
    except _Ended as ended:
        print(f"The {ended} process ended by itself; see the lines above. Aimwell stops.", file=sys.stderr)
        return 1
    finally:
        _stop_all(children)


class _Stop(Exception):
    """Somebody asked us to stop."""


class _Ended(Exception):
    """A child ended by itself; the argument is its name."""


def _stop(*_signal_and_frame: object) -> NoReturn:
    for later in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(later, signal.SIG_IGN)  # stopping is under way; it ends within STOP_SECONDS
    raise _Stop


def _start(name: str) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C reaches only us, and we stop both in order.
    command = [sys.executable, "-m", "aimwell.config.cli", name]
    return subprocess.Popen(command, start_new_session=True, preexec_fn=_end_with_parent)  # noqa: S603


def _end_with_parent() -> None:
    """Nobody else would stop the children when `up` itself is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _wait_until_it_answers(children: dict[str, subprocess.Popen[bytes]]) -> None:
    address = _address()
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        _check(children)
        if _answers(f"{address}healthz"):
            print(f"Aimwell is at {address}  (Ctrl-C stops it)", flush=True)
            return
        time.sleep(0.1)
    raise _Ended("web")


def _wait_for_an_end(children: dict[str, subprocess.Popen[bytes]]) -> NoReturn:
    while True:
        _check(children)
        time.sleep(0.5)


def _check(children: dict[str, subprocess.Popen[bytes]]) -> None:
    for name, child in children.items():
        if child.poll() is not None:
            raise _Ended(name)


def _stop_all(children: dict[str, subprocess.Popen[bytes]]) -> None:
    """Let both end what they are doing; what does not end in time is cut off, and its job starts again later."""
    for name, child in children.items():
        if child.poll() is None:
            child.send_signal(signal.SIGINT if name == "worker" else signal.SIGTERM)
    deadline = time.monotonic() + STOP_SECONDS
    for child in children.values():
        try:
            child.wait(max(deadline - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def _address() -> str:
    host, _, port = settings.BIND.rpartition(":")
    everywhere = host in ("", "0.0.0.0", "[::]")  # noqa: S104 (compared, not bound)
    return f"http://{'127.0.0.1' if everywhere else host}:{port}/"


def _answers(url: str) -> bool:
    known_as = settings.ALLOWED_HOSTS[0].lstrip(".*") or "localhost"
    request = urllib.request.Request(url, headers={"Host": known_as})  # noqa: S310 (our own address)
    try:
        with urllib.request.urlopen(request, timeout=2) as answer:  # noqa: S310
            return bool(json.load(answer)["ok"])
    except (urllib.error.URLError, OSError, ValueError):
        return False


def _is_free(bind: str) -> bool:
    host, _, port = bind.rpartition(":")
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]") or "127.0.0.1", int(port)))
        except OSError:
            return False
    return True
