# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DATA   ?= ../shared/data
STAMP  := $(VENV)/.installed
# Small matrices gain nothing from threads; one thread also makes timings readable.
export OMP_NUM_THREADS ?= 1
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: setup demo test lint types layers docs floors check accept calibrate bench clean

setup: $(STAMP)

GAZETTEER := hatch_build.py src/sayso/places/overlay.toml src/sayso/places/compile.py src/sayso/places/store.py src/sayso/places/keys.py src/sayso/lexicon/countries.toml

$(STAMP): pyproject.toml constraints.txt $(GAZETTEER)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	touch $(STAMP)

demo: setup
	@mkdir -p demo
	@$(BIN)/sayso read examples/reports/01_market_shelling.txt examples/reports/02_market_shelling_rival.html
	@$(BIN)/sayso read examples/reports --format jsonl -o demo/readings.jsonl
	@$(BIN)/sayso read examples/reports --format html -o demo/readings.html
	@echo "All ten readings: demo/readings.html (open it in a browser), demo/readings.jsonl"

test: setup
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff check src tests bench training hatch_build.py
	$(BIN)/ruff format --check src tests bench training hatch_build.py

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

docs: setup
	$(BIN)/python -m pytest -q tests/docs

# The quality gate: figures on the gold sets must not fall below the pinned floors. The sets are other people's and
# not part of this project; where they are absent, only the goldens of the examples (make test) guard the reading.
floors: setup
	@if [ -d "$(DATA)" ]; then $(BIN)/sayso eval all --data "$(DATA)" --check; \
	else echo "no gold sets at $(DATA): floors not checked"; fi

check: test lint types layers docs floors

accept: setup
	$(BIN)/python -m pytest --accept

# Counts anew how often each rule is right (docs/confidence.md); after rules have changed much.
calibrate: setup
	$(BIN)/sayso calibrate --data "$(DATA)" --docs docs

bench: setup
	$(BIN)/python bench/speed.py

clean:
	rm -rf $(VENV) build dist demo
