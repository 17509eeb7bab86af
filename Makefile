# Assumes Python >= 3.11 with venv, Node >= 20.19 with npm, make and git. All else is installed below this folder.

PORT ?= 8080
AWS_PORT ?= 4577
AWS ?= embedded
STATE ?= .local
ENV ?= dev
export PORT AWS_PORT
export PATH := $(CURDIR)/frontend/node_modules/.bin:$(PATH)

UV := .tools/bin/uv
UV_VERSION := 0.13.9
PYTHON := .venv/bin/python
SPA := frontend/dist/index.html
SPA_SOURCES := $(shell find frontend/src frontend/public -type f 2>/dev/null) \
  frontend/index.html frontend/vite.config.ts frontend/tsconfig.json

PYTHON_READY := .venv/.ready
FRONTEND_READY := frontend/node_modules/.ready
MINISTACK_READY := .tools/ministack/.ready
EMULATORS_READY := tests/emulators/node_modules/.ready
READY := $(PYTHON_READY) $(FRONTEND_READY) $(MINISTACK_READY)

export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DELETE_ON_ERROR:
.PHONY: help bootstrap build run deploy destroy test check check-python check-frontend check-contract check-size types e2e e2e-faults e2e-firebase containers reliability screenshots bench clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile
	@echo "  PORT=$(PORT) and AWS_PORT=$(AWS_PORT) can be given; AWS=real runs without the embedded AWS."

# --- what the machine needs -----------------------------------------------------------------------------------------

bootstrap: $(READY) $(EMULATORS_READY) ## install everything that is missing or out of date

.tools/uv-$(UV_VERSION):
	@python=$$(scripts/prerequisites) && echo "Installing uv $(UV_VERSION)" && \
	  $$python -m venv --clear .tools && .tools/bin/pip install --quiet uv==$(UV_VERSION)
	@touch $@

$(PYTHON_READY): uv.lock pyproject.toml | .tools/uv-$(UV_VERSION)
	@echo "Installing Python packages"
	@$(UV) sync --quiet --frozen --python .tools/bin/python
	@touch $@

$(MINISTACK_READY): local/ministack.txt | .tools/uv-$(UV_VERSION)
	@echo "Installing the embedded AWS"
	@$(UV) venv --quiet --clear --python .tools/bin/python .tools/ministack
	@$(UV) pip sync --quiet --python .tools/ministack --require-hashes --compile-bytecode $<
	@touch $@

$(FRONTEND_READY): frontend/package-lock.json | .tools/uv-$(UV_VERSION)
	@echo "Installing frontend packages"
	@npm --prefix frontend ci --silent --no-audit --no-fund
	@touch $@

# Their packages need no install scripts for what is used of them.
$(EMULATORS_READY): tests/emulators/package-lock.json | .tools/uv-$(UV_VERSION)
	@echo "Installing Firebase's emulators"
	@npm --prefix tests/emulators ci --ignore-scripts --silent --no-audit --no-fund
	@touch $@

# --- the app --------------------------------------------------------------------------------------------------------

build: $(SPA) ## build the single-page app if its sources changed

$(SPA): $(SPA_SOURCES) $(FRONTEND_READY)
	@echo "Building the single-page app"
	@cd frontend && vite build --logLevel error
	@touch $@

run: $(READY) $(SPA) ## the whole stack on http://127.0.0.1:8080; Ctrl-C stops it
	@$(PYTHON) -m local --port $(PORT) --aws-port $(AWS_PORT) --aws $(AWS) --state $(STATE) --end-with-parent

deploy: $(PYTHON_READY) $(SPA) ## into AWS: ENV=dev or prod, WAF=on or off for a firewall; docs/deploy.md
	@$(PYTHON) -m deploy up $(ENV) $(if $(WAF),--waf $(WAF))

destroy: $(PYTHON_READY) ## out of AWS again, after a question: ENV=dev or prod
	@$(PYTHON) -m deploy destroy $(ENV)

# --- checks ---------------------------------------------------------------------------------------------------------

check: check-python check-frontend check-contract check-size ## lint, types, generated files and size budget
	@echo "make check: passed"

check-python: $(PYTHON_READY)
	@echo "ruff";            .venv/bin/ruff check --quiet
	@echo "ruff format";     .venv/bin/ruff format --quiet --check
	@echo "mypy";            .venv/bin/mypy --no-error-summary

check-frontend: $(FRONTEND_READY)
	@echo "eslint";          cd frontend && eslint . --max-warnings 0
	@echo "prettier";        cd frontend && prettier --check --log-level warn .
	@echo "tsc";             cd frontend && tsc -p tsconfig.json
	@echo "tsc (core)";      cd frontend && tsc -p src/transfer/core/tsconfig.json

check-contract: $(PYTHON_READY) $(FRONTEND_READY)
	@echo "openapi.json, schema.gen.ts, events.schema.json and nginx.conf"
	@scripts/contract check

check-size: $(SPA)
	@node frontend/scripts/bundle-budget.mjs

types: $(PYTHON_READY) $(FRONTEND_READY) ## regenerate openapi.json, schema.gen.ts, events.schema.json and nginx.conf
	@scripts/contract write

test: $(READY) $(EMULATORS_READY) $(SPA) ## everything: check, pytest, Vitest, Playwright with faults and Firebase
	@$(MAKE) --no-print-directory -j2 check
	@echo "pytest";          $(PYTHON) -m pytest -q -n 2 --dist loadfile
	@echo "vitest";          cd frontend && vitest run --reporter=dot
	@CHROMIUM=$$(cd frontend && node scripts/ensure-browser.mjs) && export CHROMIUM && \
	  $(MAKE) --no-print-directory -j2 e2e e2e-faults e2e-firebase containers
	@echo "make test: everything passed"

# Each has a stack of its own and waits more than it works, so two of them run side by side.
e2e: $(READY) $(SPA)
	@echo "playwright";      cd frontend && playwright test

e2e-faults: $(READY) $(SPA)
	@echo "playwright (faults)"; cd frontend && RELIABILITY=check playwright test -c playwright.faults.config.ts

e2e-firebase: $(READY) $(EMULATORS_READY) $(SPA)
	@echo "playwright (Firebase)"; cd frontend && playwright test -c playwright.firebase.config.ts

containers: $(READY) $(SPA) ## the images, built and tried by podman on stand-ins for registries' images (needs root)
	@echo "containers";      CONTAINERS=1 $(PYTHON) -m pytest -q -rs tests/containers

reliability: $(READY) $(SPA) ## every fault that an upload can meet, into docs/reliability.md
	@cd frontend && RELIABILITY=write playwright test -c playwright.faults.config.ts

screenshots: $(READY) $(SPA) ## pictures of every state, into SCREENSHOTS (default: the temporary folder)
	@cd frontend && playwright test -c screenshots/playwright.config.ts

bench: $(READY) $(SPA) ## measurements: list parser, uploads and downloads next to peers, 100,000 rows
	@$(PYTHON) -m tests.bench

clean: ## remove the stack's state and build output (not the installed packages)
	@[ ! -e .local/lock ] || $$(scripts/prerequisites) -c \
	  'import fcntl; fcntl.flock(open(".local/lock"), fcntl.LOCK_EX | fcntl.LOCK_NB)' 2> /dev/null || \
	  { echo "A stack is running with its state in .local. Stop it, then make clean." >&2; exit 1; }
	@rm -rf .local frontend/dist frontend/test-results frontend/playwright-report .pytest_cache .mypy_cache .ruff_cache
