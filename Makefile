# What people do with goldenthread. Needs Python 3.11 or later and make; everything else is fetched, each file with its hash.

PYTHON ?= python3
export PYTHON
PY := .venv/bin/python

RUNTIME := .venv/.installed-runtime
DEV := .venv/.installed-dev

.DEFAULT_GOAL := help
.PHONY: help report serve test check format bench docs screenshots lock clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

report: $(RUNTIME) ## a council's pack: make report [COUNCIL=larkhythe] [DATA=folder] [PERIOD=2023-24-Q2]
	@$(PY) -m goldenthread.cli.make_report $(if $(COUNCIL),--council "$(COUNCIL)") $(if $(DATA),--data "$(DATA)") $(if $(PERIOD),--period "$(PERIOD)")

serve: $(RUNTIME) ## the example council's pages on this machine, an account for each role: make serve [PORT=8000]
	@$(PY) -m goldenthread.cli.serve $(if $(PORT),--port $(PORT))

test: $(DEV) ## all tests, on SQLite and on PostgreSQL: make test [ARGS="-k rating"]
	@echo "Tests on SQLite"
	@$(PY) -m pytest -n auto --dist loadfile -q $(ARGS)
	@echo "Tests on PostgreSQL"
	@$(PY) -m pytest -n auto --dist loadfile -q --postgres $(ARGS)

check: $(DEV) ## format, lint, types, import contracts, missing migrations, generated pages
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo
	@GOLDENTHREAD_DATABASE=:memory: $(PY) manage.py makemigrations --check --dry-run
	@$(PY) -m docs.build_methods --check
	@$(PY) -m docs.build_council_folder --check
	@$(PY) -m docs.build_command_line --check

format: $(DEV) ## put the code into the house's form
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

bench: $(DEV) ## the benchmarks: make bench [NAME=assess]
	@$(PY) -m bench.run $(NAME)

docs: $(DEV) ## write the generated pages anew: methods, council folder, command line, tutorial
	@$(PY) -m docs.build_methods
	@$(PY) -m docs.build_council_folder
	@$(PY) -m docs.build_command_line
	@$(PY) -m docs.build_tutorial

screenshots: $(DEV) ## pictures of every page at two widths, and on paper: make screenshots [TO=build/screenshots]
	@mkdir -p $(or $(TO),build/screenshots)
	@GOLDENTHREAD_SCREENSHOTS=$(or $(TO),build/screenshots) $(PY) -m pytest -q tests/doors/web/test_accessible.py

lock: $(DEV) ## compile the lock files anew from pyproject.toml
	@.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--extra install pyproject.toml --output-file requirements/runtime.lock
	@.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--extra install --extra dev --constraint requirements/runtime.lock pyproject.toml --output-file requirements/dev.lock

clean: ## remove what was made; the databases in var/ stay
	rm -rf build .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

# A mark is newer than the files it was made from, so nothing is installed twice.
$(RUNTIME): requirements/runtime.lock requirements/install pyproject.toml
	@requirements/install runtime
	@touch $@

$(DEV): requirements/dev.lock requirements/install pyproject.toml
	@requirements/install dev
	@touch $@ $(RUNTIME)
