# Two commands do all the set-up: `make run` opens Boussole, `make test` checks everything.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
MO := resources/locale/fr/LC_MESSAGES/boussole.mo

.PHONY: help run test demo screenshots bench faults lock i18n bundle lint clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z0-9]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(READY): requirements.lock pyproject.toml tools/system-libraries.sh
	@sh tools/system-libraries.sh $(PYTHON)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(MO): resources/locale/fr/LC_MESSAGES/boussole.po | $(READY)
	@$(BIN)/pybabel -q compile -d resources/locale -D boussole

ready: $(READY) $(MO)

run: ready ## open Boussole (without a display: play the demo)
	@$(BIN)/python -m desktop

test: ready ## lint, types, architecture, catalogue, then every test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python tools/check_catalogue.py
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

demo: ready ## play Claire's call from the first question to the PDF, into build/demo
	@$(BIN)/python -m desktop play resources/demo/claire.toml --out build/demo

screenshots: ready ## every page, French and English, light and dark, into build/screenshots
	@$(BIN)/python tools/screenshots.py build/screenshots

bench: ready ## speed, as ratios to a floor measured in the same run
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

faults: ready ## the long form of the fault campaigns
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m faults --timeout=1800 tests/faults

lock: ready ## resolve requirements.lock again from pyproject.toml
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --custom-compile-command "make lock" --extra dev pyproject.toml -o requirements.lock

i18n: ready ## take new strings into the catalogues
	@$(BIN)/python tools/update_catalogue.py

bundle: ready ## the frozen application, then its smoke test
	@$(BIN)/pyinstaller --noconfirm --log-level WARN build.spec
	@$(BIN)/python tools/smoke_bundle.py dist/boussole

lint: ready ## ruff, mypy and the import contracts
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

clean: ## remove what the commands above made
	@rm -rf $(VENV) build dist *.egg-info
