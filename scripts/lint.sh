#!/bin/sh
# Style, types, layers, sizes. All of them run, so that one look shows everything.
set -u
cd "$(dirname "$0")/.."
bin=.venv/bin
outcome=0
$bin/ruff check . || outcome=1
$bin/ruff format --check . || outcome=1
$bin/mypy || outcome=1
$bin/lint-imports --no-logo 2>/dev/null || $bin/lint-imports || outcome=1
$bin/python scripts/check_sources.py || outcome=1
exit $outcome
