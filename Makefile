# The tasks of this project; `make` alone lists them. The first two are all you need:
# each sets up what is missing, once.

SHELL := /bin/sh
BIN := .venv/bin
# Homebrew's libraries, for a Python that comes from elsewhere.
RUN := $(if $(filter Darwin,$(shell uname)),DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib,)
PYTEST := $(RUN) $(BIN)/pytest --numprocesses auto --dist worksteal --quiet

.DEFAULT_GOAL := help
.PHONY: help brief test setup format lint types imports unit golden bench bench-spacy hostile dist lock

# List the tasks.
help:
	@awk '/^# / { line = substr($$0, 3) } /^[a-z-]+:/ && line { \
	  sub(/:.*/, ""); printf "make %-11s %s\n", $$0, line } /^$$/ { line = "" }' Makefile

# Write the example's brief to build/, and say where it is.
brief: .venv/.run .venv/.pango
	@$(RUN) $(BIN)/briefing build config.yaml \
	  $$(test -e .venv/.pango || echo --format html,md,json)
	@for kind in pdf html md; do \
	  test -e build/brief.$$kind && { echo "The brief: $(CURDIR)/build/brief.$$kind"; break; }; done

# Run every check.
test: lint types imports unit

# Make .venv from the lock files, and see that the PDF library finds Pango.
setup: .venv/.run .venv/.check .venv/.pango

# Lay out the code.
format: .venv/.check
	$(BIN)/ruff check --quiet --fix --exit-zero
	$(BIN)/ruff format

# Read the code for mistakes and its layout.
lint: .venv/.check
	$(BIN)/ruff check --output-format concise
	$(BIN)/ruff format --check

# Check the types of program and tests.
types: .venv/.check
	$(BIN)/mypy

# Check that imports point downwards only.
imports: .venv/.check
	$(BIN)/lint-imports --no-logo

# Run the tests, with coverage.
unit: .venv/.check .venv/.pango
	$(PYTEST) --cov

# Rewrite the golden files, and show which changed.
golden: .venv/.check .venv/.pango
	$(PYTEST) --update-golden
	git diff --stat tests/golden

# Time a build of the example, and extraction beside nupunkt.
bench: .venv/.run .venv/.pango
	$(RUN) $(BIN)/python tools/bench.py

# The same beside spaCy's small pipeline too, fetched into build/spacy.
bench-spacy: build/spacy/.ready bench

# Build briefs of 3 times 2,000 hostile files, and see that nothing gives way.
hostile: .venv/.check .venv/.pango
	$(RUN) $(BIN)/python tools/hostile.py

# Make wheel and sdist, and build the example's brief with the installed wheel.
dist: .venv/.run .venv/.pango
	$(RUN) tools/dist.sh

# Pin the packages anew (needs uv).
lock:
	tools/lock.sh

build/spacy/.ready: tools/bench_spacy.txt
	@tools/setup.sh spacy

.venv/.run: requirements.lock pyproject.toml tools/setup.sh
	@tools/setup.sh run

.venv/.check: requirements-dev.lock .venv/.run
	@tools/setup.sh check

# Where Pango is missing and cannot be installed no stamp is left: the next run looks again.
.venv/.pango: .venv/.run
	@$(RUN) tools/setup.sh pango
