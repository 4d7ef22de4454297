# One command per goal; `make` alone lists them. Python 3.11 or newer is all that must be there.

HOST = 127.0.0.1
PORT = 8000
# More arguments for pytest (make test) or the evaluation (make eval).
ARGS =

BIN = .venv/bin

# The question reaches the shell through the environment and as typed, so that quotes and dollar
# signs in it mean nothing to make or to the shell.
export QUESTION := $(value Q)
unexport Q

# Nothing is fetched from a model hub, and nothing is reported to anybody.
export HF_HUB_OFFLINE ?= 1
export HF_HUB_DISABLE_TELEMETRY = 1
export ANONYMIZED_TELEMETRY = False
export GRADIO_ANALYTICS_ENABLED = False

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install run ask eval test check index constraints clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

install: .venv/.installed ## Set up the virtual environment in .venv

run: index ## Serve the chat page and the API (HOST=127.0.0.1 PORT=8000)
	@exec $(BIN)/assistant serve --host "$(HOST)" --port "$(PORT)"

ask: has-question index ## Answer one question: make ask Q="which incubator takes no equity?"
	@exec $(BIN)/assistant ask -- "$$QUESTION"

eval: .venv/.installed-eval ## Measure the answers, compare with the baseline; var/eval/report.html
	@exec $(BIN)/python -m eval $(ARGS)

test: .venv/.installed-dev ## Run all tests (ARGS="-k name" for some)
	@command -v chromedriver >/dev/null || echo "Without chromium and chromedriver the tests in a \
	browser are skipped; on Debian: apt-get install chromium chromium-driver"
	@exec $(BIN)/python -m pytest $(ARGS)

check: .venv/.installed-dev ## Check style, types and the direction of imports
	@failed=""; \
	check() { echo "== $$*"; "$(BIN)/$$@" || failed="$$failed, $$1"; }; \
	check ruff check .; \
	check ruff format --check .; \
	check mypy; \
	check lint-imports --no-logo; \
	check pytest -q -p no:randomly tests/unit/test_layout.py; \
	if [ -n "$$failed" ]; then echo "Failed: $${failed#, }" >&2; exit 1; fi; \
	echo "All checks passed."

# Runs when a document changed, came or went since the last time; a folder's own time shows the
# latter two. If it fails, for example because a server owns the data folder or a document cannot be
# read, what is indexed can still be asked.
index: .venv/.installed ## Index corpus/documents, if anything in it has changed
	@stamp="$${ASSISTANT_DATA_DIR:-var}/.documents-indexed"; \
	if [ -e "$$stamp" ] && [ -z "$$(find corpus/documents -newer "$$stamp" -print -quit)" ]; then \
		exit 0; \
	fi; \
	echo "Indexing corpus/documents" >&2; \
	began=$$(mktemp); \
	if $(BIN)/assistant ingest --prune corpus/documents >&2; then \
		mv -f "$$began" "$$stamp"; \
	else \
		rm -f "$$began"; \
		echo "Going on with what is indexed already." >&2; \
	fi

constraints: ## Write the newest versions that pyproject.toml allows into constraints.txt
	@rm -rf var/newest && mkdir -p var
	@VENV=var/newest CONSTRAINTS=/dev/null .ci/install
	@VENV=var/newest CONSTRAINTS=/dev/null .ci/install dev
	@sed -n '/^#/p' constraints.txt >var/constraints.txt
	@var/newest/bin/python -m pip freeze --exclude-editable >var/newest/frozen.txt
	@sed 's/+cpu$$//' var/newest/frozen.txt >>var/constraints.txt
	@mv var/constraints.txt constraints.txt && rm -rf var/newest

clean: ## Remove the virtual environment and caches; what is stored in var/ stays
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: has-question
has-question:
	@[ -n "$$QUESTION" ] || { echo 'Say what to ask: make ask Q="What is NOME?"' >&2; exit 2; }

.venv/.installed: pyproject.toml constraints.txt
	@.ci/install
	@touch $@

.venv/.installed-eval: .venv/.installed
	@.ci/install eval
	@touch $@

.venv/.installed-dev: .venv/.installed
	@.ci/install dev
	@touch $@
