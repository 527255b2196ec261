"""The `aimwell` command: `web`, `worker`, `up` (both), `chart`, and every Django command under our settings."""

import os
import sys

SERVE = ("web", "worker", "up")
NEED_NO_KEY = ("help", "version", "--help", "-h", "--version")

KEY_IS_EMPTY = """\
AIMWELL_SECRET_KEY is empty, so Aimwell does not start: the key protects every sign-in.
Make one and keep it:  python3 -c "import secrets; print(secrets.token_urlsafe(50))"
To look around with made-up people instead, use:  make demo
"""


def main() -> None:
    if sys.argv[1:2] == ["chart"]:
        from aimwell.chartfile.command import main as chart

        sys.exit(chart(sys.argv[2:]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aimwell.config.settings")
    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    if command not in NEED_NO_KEY:
        _check_key()
        _make_home()
    if command in SERVE:
        sys.exit(_serve(command))
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


def _check_key() -> None:
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    try:
        settings.SECRET_KEY  # noqa: B018 (Django raises when it is empty)
    except ImproperlyConfigured:
        sys.exit(KEY_IS_EMPTY)


def _make_home() -> None:
    from django.conf import settings

    settings.HOME.mkdir(parents=True, exist_ok=True)


def _serve(command: str) -> int:
    from aimwell.config import server

    return {"web": server.web, "worker": server.worker, "up": server.up}[command]()


if __name__ == "__main__":
    main()
