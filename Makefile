# Everything Aimwell can do from a fresh clone. Needed beforehand: Python 3.11 or newer, make, and Debian's apt
# for the parts outside Python (PDF text layout, Chromium and PostgreSQL for tests).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
SEED ?= 7
PDF_PACKAGES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
DEMO_ENV := AIMWELL_DEMO=1 AIMWELL_BIND=127.0.0.1:$(PORT)
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header

# Bytecode is kept: without it each process of a test run compiles a thousand modules anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo install install-dev pdf-packages test test-fast lint bench screenshots messages lock \
	pg-start pg-stop clean

help:
	@echo "make demo          install, fill with a made-up world, start; prints the address (PORT=8000, SEED=7)"
	@echo "make test          everything CI runs: lint, types, layers, tests on SQLite and PostgreSQL, browser, demo"
	@echo "make test-fast     the quick tests on SQLite only"
	@echo "make lint          style, types, layers, sizes"
	@echo "make bench         speed, as ratios against a floor measured in the same run"
	@echo "make screenshots   pictures of every main page from the demo world"
	@echo "make messages      collect and compile translations"
	@echo "make lock          choose and lock the versions of all packages"
	@echo "make pg-start      a throwaway PostgreSQL for tests on 127.0.0.1:54329 (make pg-stop)"
	@echo "make clean         remove what the other targets made"

# --- install: a stamp file each, so that a second run takes no time

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Aimwell needs Python 3.11 or newer; name one with: make $(MAKECMDGOALS) PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { rm -rf $(VENV); scripts/apt.sh python3-venv && $(PYTHON) -m venv $(VENV); }

$(VENV)/.installed: requirements.txt pyproject.toml | $(BIN)/python
	@echo "Installing Aimwell (under a minute the first time) ..."
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@echo "Installing the tools for tests ..."
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

install: $(VENV)/.installed
	@$(BIN)/python -m aimwell.config.messages >/dev/null

install-dev: $(VENV)/.installed-dev
	@$(BIN)/python -m aimwell.config.messages >/dev/null

pdf-packages:
	@scripts/apt.sh $(PDF_PACKAGES) || echo "Going on without them: all works but the PDF download."

# --- run

demo: install pdf-packages
	@$(DEMO_ENV) $(BIN)/aimwell migrate --verbosity 0
	@$(DEMO_ENV) $(BIN)/aimwell seed_demo --seed $(SEED)
	@exec env $(DEMO_ENV) $(BIN)/aimwell up

# --- check

test: install-dev pdf-packages
	@scripts/test.sh

test-fast: install-dev
	@$(BIN)/pytest -n 2 -m "not browser and not demo"

lint: install-dev
	@scripts/lint.sh

bench: install-dev
	@$(BIN)/python -m bench

screenshots: install-dev pdf-packages
	@AIMWELL_CHROMIUM=$$(scripts/chromium.sh) $(BIN)/python scripts/screenshots.py

# --- maintain

messages: install-dev
	@scripts/messages.sh

lock: install-dev
	@printf 'setuptools>=75\n' | $(LOCK) pyproject.toml - --output-file requirements.txt
	@printf 'setuptools>=75\n' | $(LOCK) pyproject.toml - --extra dev --constraints requirements.txt \
		--output-file requirements-dev.txt
	@! grep -n '://' requirements.txt requirements-dev.txt

pg-start:
	@scripts/postgres.sh start
	@echo "export AIMWELL_DATABASE=$$(scripts/postgres.sh url)"

pg-stop:
	@scripts/postgres.sh stop

clean: pg-stop
	rm -rf $(VENV) build var src/*.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find src -name '*.mo' -delete
