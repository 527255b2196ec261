#!/bin/sh
# Chromium for the browser tests and screenshots: installs it where missing, prints its path.
# The headless shell first: it draws no window, no tabs and no menus round a page, at half the work.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ -n "${AIMWELL_CHROMIUM:-}" ] && [ -x "$AIMWELL_CHROMIUM" ]; then
    echo "$AIMWELL_CHROMIUM"
    exit 0
fi
command -v chromium-headless-shell && exit 0
"$here/apt.sh" chromium-headless-shell >&2 || command -v chromium >/dev/null || "$here/apt.sh" chromium >&2
command -v chromium-headless-shell || command -v chromium
