# `make run` starts gongkai, `make test` checks it. Everything else is `gongkai …` in the shell of `make shell`.

PYTHON ?= python3
UV ?= uv
UPGRADE ?=

VENV := .venv
BIN := $(VENV)/bin
MADE := $(VENV)/made
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install
MAY_INSTALL := [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null
APT := export DEBIAN_FRONTEND=noninteractive && apt-get -qq update \
	&& apt-get -qq install -y --no-install-recommends >/dev/null

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run setup shell test check bench bench-quick lock clean

help:
	@echo 'make run          start gongkai (a chat page in the browser, or Telegram with a token in .env)'
	@echo 'make setup        make .venv with .venv/bin/gongkai, nothing else'
	@echo 'make shell        open a shell in which gongkai is found'
	@echo 'make test         everything that must hold: check, then all tests'
	@echo 'make check        style, types and import contracts'
	@echo 'make bench        the figures of docs/performance.md; bench-quick: a hundredth of the size'
	@echo 'make lock         write requirements*.txt anew from pyproject.toml; UPGRADE=--upgrade for new versions'
	@echo 'make clean        remove .venv and caches; never data/ or .env'

run: setup
	@exec $(BIN)/gongkai run

setup: $(MADE)/runtime

# What make tells its own children is taken away, or a make run there would take itself for one of them.
shell: setup
	@echo 'gongkai is found here; exit leaves.'
	@unset MAKEFLAGS MAKELEVEL MFLAGS; PATH="$(CURDIR)/$(BIN):$$PATH" "$${SHELL:-/bin/sh}" || true

test: check
	@$(find-browser)
	@$(BIN)/python -m pytest

check: $(MADE)/dev
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

bench: $(MADE)/dev
	@$(BIN)/python -m bench

bench-quick: $(MADE)/dev
	@$(BIN)/python -m bench --quick

# uv resolves for every Python and machine at once; only this target needs it.
lock:
	@command -v $(UV) >/dev/null || { echo 'make lock needs uv: install it, or name it with UV=/path/to/uv.' >&2; exit 1; }
	@$(lock-command) --group build -o requirements.txt
	@$(lock-command) --group build --group dev -c requirements.txt -o requirements-dev.txt

clean:
	@rm -rf $(VENV) .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

lock-command = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes $(UPGRADE) \
	--custom-compile-command 'make lock' pyproject.toml

# Tests that need Chromium are left out, by name, where there is none and we may not install it. The driver that
# moves it brings a Node.js of its own, which wants libatomic1: Chromium's packages do not.
find-browser = { { command -v chromium || command -v chromium-browser; } >/dev/null \
		&& $(BIN)/python -m playwright --version >/dev/null 2>&1; } \
	|| { $(MAY_INSTALL) && echo 'Installing Chromium for the browser tests…' \
		&& $(APT) chromium fonts-noto-cjk libatomic1; } \
	|| echo 'No Chromium here: the tests that need it are left out and named at the end.'

# Debian packs venv apart from Python, and a bare machine may have neither.
find-python = $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	|| { $(MAY_INSTALL) && echo 'Installing python3-venv…' && $(APT) python3-venv \
		&& $(PYTHON) -c 'import ensurepip, venv'; } \
	|| { echo 'gongkai needs Python 3.11 or newer with venv: on Debian or Ubuntu, apt-get install python3-venv.' >&2; exit 1; }

$(MADE)/venv:
	@$(find-python)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'gongkai needs Python 3.11 or newer: name one with make PYTHON=python3.11.' >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)
	@mkdir -p $(MADE) && touch $@

# The package itself is one line of path: a finder of setuptools' would slow down every start.
$(MADE)/runtime: requirements.txt pyproject.toml $(MADE)/venv
	@echo 'Installing gongkai into .venv, about a minute the first time…'
	@$(PIP) --require-hashes --only-binary :all: -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation --config-settings editable_mode=compat -e .
	@touch $@

$(MADE)/dev: requirements-dev.txt $(MADE)/runtime
	@echo 'Installing what the tests need into .venv…'
	@$(PIP) --require-hashes --only-binary :all: -r requirements-dev.txt
	@touch $@
