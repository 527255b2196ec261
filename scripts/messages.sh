#!/bin/sh
# Collect the strings of every app into its own locale/es, then compile them all.
# Collecting needs GNU gettext (installed by apt where missing); compiling does not.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
command -v xgettext >/dev/null || scripts/apt.sh gettext
for app in src/aimwell/core/* src/aimwell/contexts/* src/aimwell/ui src/aimwell/demo; do
    [ -f "$app/apps.py" ] || continue
    mkdir -p "$app/locale"
    (cd "$app" && "$root/.venv/bin/django-admin" makemessages --locale es --no-location --verbosity 0)
    rmdir "$app/locale" 2>/dev/null || true
done
.venv/bin/python -m aimwell.config.messages
