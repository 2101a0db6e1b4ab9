# What each target does: `make help`. Everything runs in .venv, which the targets make and fill.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory

# Bytecode makes the second run quick, whatever the caller's environment says.
unexport PYTHONDONTWRITEBYTECODE

PYTHON3 ?= python3
VENV := .venv
PYTHON := $(VENV)/bin/python
PIP := $(PYTHON) -m pip --disable-pip-version-check --quiet
LOCKED := --require-hashes --no-deps --only-binary :all: --no-compile
# Two cores compile in half the time that pip takes on one; test suites of libraries need none.
COMPILE := $(PYTHON) -m compileall -qq -j 0 -x '/tests?/' $(VENV)/lib
RUNTIME := $(VENV)/runtime.stamp
DEV := $(VENV)/dev.stamp

LOCK := $(PYTHON) -m uv pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links

# On all cores; a core that is done takes tests from another, for a few take ten seconds each.
ARGS ?= --numprocesses auto --maxprocesses 4 --dist worksteal

.PHONY: help demo neo4j neo4j-stop test core lint fuzz faults bench data lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: $(RUNTIME) ## Read the sample plans, print who carries how much, make pages and documents
	@tools/demo $(PYTHON)

neo4j: $(RUNTIME) ## Start a Neo4j server with the sample plans in it, on this machine only
	@$(PYTHON) -m tools.neo4j_command start

neo4j-stop: $(PYTHON) ## Stop that server; its data stays in build/
	@$(PYTHON) -m tools.neo4j_command stop

test: $(DEV) ## Run all tests (ARGS="tests/model -k merge" chooses; EXAMPLES=300: more generated graphs)
	@tools/ensure-test-tools $(PYTHON)
	@$(PYTHON) -m pytest $(ARGS)

core: $(DEV) ## Run the quick tests, in 3 minutes: no server, no browser, nothing slow
	@$(PYTHON) -m pytest -m "not slow and not neo4j and not browser" $(ARGS)

lint: $(DEV) ## Check style, types, directions of imports, circles
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy $(wildcard graphmodel tests tools benchmarks)
	@$(PYTHON) tools/check_imports.py

fuzz: $(DEV) ## Read damaged files and any texts (KINDS="pdf docx" SEED=1 COUNT=100 choose)
	@tools/ensure-test-tools
	@$(PYTHON) -m tests.fuzz $(KINDS) $(if $(SEED),--seed $(SEED)) $(if $(COUNT),--count $(COUNT))

faults: $(DEV) ## Kill loads and servers, and look at the graph (WHAT=loader SEED=1 COUNT=50 choose)
	@tools/ensure-test-tools $(PYTHON)
	@$(PYTHON) -m tests.faults $(WHAT) $(if $(SEED),--seed $(SEED)) $(if $(COUNT),--count $(COUNT))

bench: $(DEV) ## Measure speed and memory
	@$(PYTHON) -m benchmarks

data: $(RUNTIME) ## Make data/plans anew from the documents in ../shared
	@$(PYTHON) tools/make_data.py

lock: $(DEV) ## Renew requirements/ after a change of pyproject.toml (LOCK_FLAGS=--upgrade: newest)
	$(LOCK) $(LOCK_FLAGS) pyproject.toml -o requirements/runtime.txt
	$(LOCK) $(LOCK_FLAGS) --group build -o requirements/build.txt
	$(LOCK) $(LOCK_FLAGS) pyproject.toml --extra parquet --extra ocr --group dev \
		-c requirements/runtime.txt -c requirements/build.txt -o requirements/dev.txt

clean: ## Remove what was made: .venv, caches, demo, builds
	@[ ! -d build/neo4j/home ] || $(PYTHON) -m tools.neo4j_command stop || true
	rm -rf $(VENV) build demo dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(PYTHON):
	@tools/make-venv $(PYTHON3) $(VENV)

$(RUNTIME): requirements/runtime.txt requirements/build.txt pyproject.toml | $(PYTHON)
	@echo "Installing what is locked in requirements/runtime.txt into $(VENV) ..." >&2
	@$(PIP) install $(LOCKED) -r requirements/runtime.txt -r requirements/build.txt
	@$(PIP) install --no-index --no-deps --no-build-isolation --editable .
	@$(COMPILE) || true
	@touch $@

$(DEV): requirements/dev.txt $(RUNTIME)
	@echo "Installing what is locked in requirements/dev.txt into $(VENV) ..." >&2
	@$(PIP) install $(LOCKED) -r requirements/dev.txt
	@$(COMPILE) || true
	@touch $@
