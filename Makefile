# Demarche in a checkout. Needs Python 3.11 to 3.13 and make; everything else comes from uv.lock.
.DEFAULT_GOAL := help
.PHONY: help run psql test format clean

PYTHON := .venv/bin/python
export ARTICLES

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name words; do printf '%-12s %s\n' "$$name" "$$words"; done

.venv/.synced: uv.lock pyproject.toml bin/bootstrap
	@bin/bootstrap

run: .venv/.synced  ## the daily flow over samples/, or over ARTICLES=PATH
	@$(PYTHON) -m flows run $${ARTICLES:+"$$ARTICLES"}

psql: .venv/.synced  ## psql in the database of the samples, or of ARTICLES=PATH
	@trap '' INT; $(PYTHON) -m flows psql $${ARTICLES:+"$$ARTICLES"}

test: .venv/.synced  ## everything that continuous integration runs
	.venv/bin/ruff format --check
	.venv/bin/ruff check
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/pytest --cov

format: .venv/.synced  ## rewrites the code in the house format
	.venv/bin/ruff format
	.venv/bin/ruff check --fix

clean:  ## stops the embedded Postgres and removes all that make made, the data too
	@if [ -x $(PYTHON) ]; then $(PYTHON) -m flows stop; fi
	rm -rf .venv .demarche .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage .coverage.* htmlcov dist
