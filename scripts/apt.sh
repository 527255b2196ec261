#!/bin/sh
# Install Debian packages that are missing: scripts/apt.sh PACKAGE...
# Ends with 1 and a sentence where that is not possible; the caller decides whether to go on.
set -eu
missing=""
for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "Not installed:$missing (there is no apt-get here)." >&2
    exit 1
fi
become=""
[ "$(id -u)" = 0 ] || become="sudo -n"
echo "Installing$missing ..."
log=$(mktemp)
install() { $become env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >"$log" 2>&1; }
if install || { $become apt-get update -qq >>"$log" 2>&1 && install; }; then
    rm -f "$log"
    exit 0
fi
tail -5 "$log" >&2
rm -f "$log"
echo "Not installed:$missing. Install by hand: apt-get install$missing" >&2
exit 1
