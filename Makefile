# Everything happens inside this folder. Needs Python >= 3.11, git and make; nothing is installed globally.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN := .venv/bin
# The project's own uv, where the machine has none, is pinned so that the lock is read the same everywhere.
UV_VERSION := 0.13.9
export UV_PROJECT_ENVIRONMENT := .venv
# Two workers: what the project promises is promised for two cores.
WORKERS ?= 2

.PHONY: help setup demo test check tools verify bench docs clean

help: ## List what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

.uv/bin/uv:
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed" >&2; exit 4; }
	@python3 -m venv .uv 2>/dev/null || { echo "python3 cannot make a virtual environment: install the package python3-venv" >&2; exit 4; }
	@.uv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.synced: uv.lock pyproject.toml | $(filter .uv/bin/uv,$(UV))
	@$(UV) sync --locked --quiet
	@touch $@

setup: .venv/.synced ## Install the locked dependencies into .venv

demo: setup ## Run the main job on examples/helse-sor-ost
	@$(RUN)/prosess demo

# Hundreds of processes are started: each would compile the program again where its bytecode may not be kept.
test: setup ## Run every test that needs nothing but Python
	@PYTHONDONTWRITEBYTECODE= $(RUN)/python -m pytest -q -n $(WORKERS) --dist loadfile --no-loadscope-reorder -m "not verify and not benchmark"

check: setup ## Lint, formatting and types
	@$(RUN)/ruff check .
	@$(RUN)/ruff format --check .
	@$(RUN)/mypy

# Only verify asks for veraPDF: who has no Java (4) gets the others all the same, and is told.
tools: | $(filter .uv/bin/uv,$(UV)) ## Build the pinned OPA, Checkov and, where there is Java, veraPDF into .tools
	@tools/opa/build.sh
	@UV="$(UV)" tools/checkov/build.sh
	@tools/verapdf/build.sh || [ $$? -eq 4 ]

verify: setup tools ## Run every test against the real parts; fails where one is missing
	@$(UV) sync --locked --quiet --group verify
	@PROSESS_REQUIRE_REAL=1 PATH="$(CURDIR)/.tools/bin:$$PATH" $(RUN)/python -m pytest -q -m "verify and not benchmark"

bench: setup ## Print measured ratios beside the alternatives; writes build/bench.json
	@PATH="$(CURDIR)/.tools/bin:$$PATH" $(RUN)/python -m tests.benchmarks

docs: setup ## Write the generated documentation under docs/
	@$(RUN)/python -m prosess.cli.reference

clean: ## Remove everything that was made here
	@rm -rf .venv .uv .tools build
