# SPDX-License-Identifier: MIT
# Every target sets up what it needs; see "make help".
MAKEFLAGS += --no-builtin-rules
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
export PYTHON
BIN := .venv/bin
READY := .venv/.ready
HOOK := resources/locale/compile_catalogues.py
PARTS := $(wildcard resources/locale/*/parts/*.po)
CATALOGUES := $(sort $(foreach part,$(PARTS),$(dir $(patsubst %/,%,$(dir $(part))))LC_MESSAGES/visitplanner.mo))
# Tests run in parallel; "make test TESTS='tests/store -n 0'" runs some of them, in one process.
TESTS ?=

# A checkout that was moved, or whose Python is gone, gets a new environment.
ifneq ($(shell $(BIN)/python -c pass 2>/dev/null && cat $(READY) 2>/dev/null),$(CURDIR))
.PHONY: $(READY)
RENEW := --clear
endif

.PHONY: help run demo test torture check format bench pictures venv system needs lock

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1 \2/p' Makefile | \
		awk '{ printf "  %s %-9s", $$1, $$2; $$1 = $$2 = ""; print }'

run: venv ## the window, at first on the example; without a display a demo in build/demo/
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec $(BIN)/visitplanner; else exec .ci/demo; fi

demo: venv ## the example checked, exported and drawn into build/demo/
	@.ci/demo

test: venv ## all tests
	$(BIN)/python -m pytest -n auto $(TESTS)

torture: venv ## files killed, starved, spoilt and taken away; long random work on visits
	$(BIN)/python -m tests.torture

check: venv ## format, lint, types, tests: what CI runs
	@echo "== format"; $(BIN)/ruff format --check
	@echo "== lint"; $(BIN)/ruff check
	@echo "== types"; $(BIN)/mypy
	@echo "== tests"; $(BIN)/python -m pytest -n auto $(TESTS)

format: venv ## format the sources and mend what ruff can
	$(BIN)/ruff check --fix-only --quiet
	$(BIN)/ruff format

bench: venv ## measure against the yardsticks, into build/bench.json
	@mkdir -p build
	$(BIN)/python -m tests.bench

pictures: venv ## draw the window into build/pictures/
	@mkdir -p build/pictures
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/pictures.py build/pictures

venv: $(READY) $(CATALOGUES) ## the environment in .venv, from requirements.lock

system: ## what Debian must bring, by apt as root; called when something is missing
	@.ci/system install

lock: venv ## pin the newest allowed dependencies, with hashes
	$(PYTHON) -m venv build/lock && build/lock/bin/python -m pip install --quiet uv
	{ echo '# Made by "make lock": every file that may be installed, by its hash, for all platforms.'; \
	echo 'hatchling>=1.27' | build/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --all-extras \
		--generate-hashes --no-annotate --no-header pyproject.toml -; } >build/requirements.lock
	mv build/requirements.lock requirements.lock

needs:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found." >&2; exit 2; }
	@missing=$$(.ci/system missing) && { test -z "$$missing" || $(MAKE) --no-print-directory system; }

$(READY): requirements.lock pyproject.toml $(HOOK) | needs
	@echo "Setting up .venv"
	@$(PYTHON) -m venv $(RENEW) .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@printf %s "$(CURDIR)" >$@

$(CATALOGUES) &: $(PARTS) $(HOOK) | $(READY)
	@$(BIN)/python $(HOOK)
