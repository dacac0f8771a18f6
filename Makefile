# Stet: set up, run, check. `make help` lists what there is. Needs Python 3.11 or newer and make, nothing else.

SHELL := /bin/sh
PYTHON ?= python3
PORT ?= 8000
# Workers for the tests. More than the machine has cores does not pay: half of the time is the processor's.
WORKERS ?= 2

PY := .venv/bin/python
PIP_INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --no-input
MANAGE := $(PY) manage.py
# What a careful operator would set: the deployment check must find nothing to say about it.
PRODUCTION := ENV_FILE= DEBUG=off ALLOWED_HOSTS=stet.example DATABASE_URL= \
	SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(50))')

.DELETE_ON_ERROR:
.PHONY: help run test check style types floors templates migrations deployment tests tests-sqlite tests-postgresql browser clean

help:  ## list the targets
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 26

# ---- Set-up -----------------------------------------------------------------------------------------------------------

.venv/made:
	@echo "Making the virtual environment .venv"
	@for python in $(PYTHON) python3.14 python3.13 python3.12 python3.11; do \
		if command -v $$python >/dev/null 2>&1 && $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			$$python -m venv .venv && touch $@; exit; \
		fi; \
	done; \
	echo "Stet needs Python 3.11 or newer. Install it, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1

.venv/installed-to-run: requirements.txt | .venv/made
	@echo "Installing what Stet needs to run (requirements.txt)"
	@$(PIP_INSTALL) -r requirements.txt
	@touch $@

.venv/installed-to-test: requirements-dev.txt .venv/installed-to-run
	@echo "Installing what its tests need (requirements-dev.txt)"
	@$(PIP_INSTALL) -r requirements-dev.txt
	@touch $@

.env: | .venv/made
	@echo "Writing .env for development: DEBUG on and a random SECRET_KEY"
	@umask 077 && $(PY) -c 'import secrets; print(f"DEBUG=on\nSECRET_KEY={secrets.token_urlsafe(50)}")' > $@

# ---- Run --------------------------------------------------------------------------------------------------------------

run: .venv/installed-to-run .env  ## install, migrate, load the demonstration once, serve it with its worker (PORT=)
	@echo "Bringing the database up to date"
	@mkdir -p var
	@$(MANAGE) migrate --no-input --verbosity 0
	@$(MANAGE) loaddemo
	@echo "Serving http://127.0.0.1:$(PORT)/ and the desk at http://127.0.0.1:$(PORT)/desk/ (Ctrl+C stops it; mail lands in var/worker.log)"
	@trap 'kill $$worker $$clock $$server 2>/dev/null; wait' EXIT; trap 'exit 0' INT TERM HUP; \
	$(MANAGE) db_worker --no-reload >> var/worker.log 2>&1 & worker=$$!; \
	{ trap 'kill $$!; exit' TERM; while sleep 60 & wait $$!; do $(MANAGE) publishscheduled; done; } & clock=$$!; \
	$(MANAGE) runserver 127.0.0.1:$(PORT) & server=$$!; \
	wait $$server

# ---- Checks and tests -------------------------------------------------------------------------------------------------

test: check tests  ## every check and every test, on SQLite and on PostgreSQL, with a browser

check: style types floors templates migrations deployment  ## every check, no tests

style: .venv/installed-to-test  ## ruff: lint and format
	@echo "Style: ruff"
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --quiet --check . || { $(PY) -m ruff format --diff --quiet .; exit 1; }

types: .venv/installed-to-test  ## mypy
	@echo "Types: mypy"
	@$(PY) -m mypy --no-error-summary

floors: .venv/installed-to-test  ## import-linter: each floor imports only downward
	@echo "Floors: import-linter"
	@.venv/bin/lint-imports --no-logo

templates: .venv/installed-to-test  ## djlint: lint and format of the templates
	@echo "Templates: djlint"
	@$(PY) -m djlint --quiet --lint templates
	@$(PY) -m djlint --quiet --check templates

migrations: .venv/installed-to-test .env  ## no model has changed without its migration
	@echo "Migrations: makemigrations --check"
	@mkdir -p var
	@$(MANAGE) makemigrations --check --dry-run

deployment: .venv/installed-to-test  ## Django's deployment check, under the settings of a careful operator
	@echo "Deployment: check --deploy"
	@$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING

tests: tests-sqlite tests-postgresql

tests-sqlite: .venv/installed-to-test .env browser  ## all tests, on SQLite
	@echo "Tests, on SQLite"
	@$(PY) -m pytest -n $(WORKERS)

tests-postgresql: .venv/installed-to-test .env browser  ## the tests that touch a database again, on PostgreSQL
	@echo "Tests that touch a database, on PostgreSQL"
	@$(PY) -m tests.postgres $(PY) -m pytest -m django_db

browser: .venv/installed-to-test
	@$(PY) -m tests.browser

clean:  ## remove the virtual environment and the caches; data and .env stay
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
