#!/bin/sh
# Chromium for the browser tests and screenshots: installs it where missing, prints its path.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ -n "${AIMWELL_CHROMIUM:-}" ] && [ -x "$AIMWELL_CHROMIUM" ]; then
    echo "$AIMWELL_CHROMIUM"
    exit 0
fi
command -v chromium >/dev/null || "$here/apt.sh" chromium >&2
command -v chromium
