#!/bin/sh
# Everything CI runs, stage by stage. A stage that does not pass does not hide the ones after it;
# the last lines name every stage, and the exit code is 0 only when all passed.
set -u
cd "$(dirname "$0")/.."
unset PYTHONDONTWRITEBYTECODE # else each of a dozen processes compiles every module anew
bin=.venv/bin
report=build/test
rm -rf "$report"
mkdir -p "$report"

stage() {
    name=$1
    shift
    echo
    echo "=== $name"
    began=$(date +%s)
    if "$@"; then word=passed; else word="DID NOT PASS"; fi
    echo "$name: $word in $(($(date +%s) - began)) s" >>"$report/stages"
}

with_postgres() {
    scripts/postgres.sh start && AIMWELL_DATABASE=$(scripts/postgres.sh url) "$@"
}

with_chromium() {
    AIMWELL_CHROMIUM=$(scripts/chromium.sh) && export AIMWELL_CHROMIUM && "$@"
}

every_branch() {
    $bin/coverage run --branch --source=src/aimwell/domain/spc --data-file="$report/coverage" \
        -m pytest tests/domain/spc tests/conformance &&
        $bin/coverage report --data-file="$report/coverage" --skip-covered --show-missing --fail-under=100
}

journey_on_postgres() {
    with_chromium with_postgres $bin/pytest tests/browser/test_journey.py -m browser -k mouse
}

# These keep one core busy each, so they run in two lanes, one on each core.
first_lane() {
    stage "lint" scripts/lint.sh
    stage "journey on PostgreSQL" journey_on_postgres
}

second_lane() {
    stage "chart engine, every branch" every_branch
    stage "demo" $bin/pytest tests/demo -m demo
}

second_lane >"$report/second-lane" 2>&1 &
first_lane
wait
cat "$report/second-lane"

stage "SQLite" $bin/pytest -n 2 --dist loadgroup -m "not browser and not demo" \
    --ignore=tests/browser --ignore=tests/demo --ignore=tests/domain/spc --ignore=tests/conformance
stage "PostgreSQL" with_postgres $bin/pytest -n 2 --dist loadgroup -m "not browser and not demo" \
    --ignore=tests/contexts/ui tests/core tests/contexts tests/integration/test_permission_matrix.py \
    tests/integration/test_api_permissions.py tests/integration/test_migrations.py \
    tests/integration/test_worker_killed.py
# In the order of the files: a long walk that begins last would keep one core waiting.
stage "browser" with_chromium $bin/pytest tests/browser -n 2 --dist loadgroup --no-loadscope-reorder -m browser
scripts/postgres.sh stop

echo
echo "=== all stages"
cat "$report/stages"
! grep -q "DID NOT PASS" "$report/stages"
