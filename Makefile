# `make run` and `make test` do all the set-up themselves; nothing else is needed but Python 3.11 or newer.
PYTHON ?= python3
BIN = .venv/bin

# In the order of the files, so that what tests share is made once; who is done takes over from who is not.
PYTEST = $(BIN)/python -m pytest --maxprocesses 4 --dist worksteal
# One more than there are cores: who drives a browser waits for it half of the time.
WORKERS = $(shell echo $$(($$(getconf _NPROCESSORS_ONLN) + 1)))

.PHONY: run test check quick pictures beeld lint bench load backtest mutants browser icons letters lock sbom audit clean

run: .venv/ready
	$(BIN)/python -m landkaart demo --als-leeg
	$(BIN)/streamlit run app.py

# One and the same for everybody and for CI: style and types first, then all tests, the real browser included.
test check: .venv/dev browser lint
	$(PYTEST) -n $(WORKERS) --durations 25

# While working: style and types, and the tests that need no database of their own and no browser.
quick: lint
	$(PYTEST) -n auto tests/domein tests/rapport tests/invoer tests/house

# Every page and every step of the browser tests as an image in var/screenshots.
pictures: .venv/dev browser
	PICTURES=1 $(PYTEST) -n auto tests/browser

# The pictures of README.md and publiccode.yml, from the landkaart of 2009 as it runs.
beeld: .venv/dev browser
	$(BIN)/python -m tests.beeld

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Ratios, measured in one run; nothing else should be busy on the machine.
bench: .venv/dev
	$(BIN)/python -m tests.bench

# Twenty minutes of a last day; nothing else should be busy on the machine.
load: .venv/dev
	$(BIN)/python -m tests.bench.load

# How well the prognose foretells, beside what is simpler.
backtest: .venv/dev
	$(BIN)/python -m tests.backtest

# Breaks 200 rules on purpose, one by one, and says which of them the tests noticed: some forty minutes on two cores.
mutants: .venv/dev
	$(BIN)/python -m tests.mutants

# The browser tests drive a real Chromium, others a real nginx and LibreOffice: the machine's own, or else ones that are put there now.
browser: .venv/dev
	$(BIN)/python -m tests.steps.chromium
	$(BIN)/python -m tests.steps.debian

# After another icon is used, or another Streamlit: the font that goes out has no others in it.
icons: .venv/dev
	$(BIN)/python -m tests.icons

# After another Streamlit: the letters that go out, without those of languages that nobody writes here.
letters: .venv/dev
	$(BIN)/python -m tests.letters

.venv: .venv/ready

.venv/ready: requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "De landkaart heeft Python 3.11 of nieuwer nodig.")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch .venv/ready

.venv/dev: .venv/ready requirements.txt requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch .venv/dev

# After a change of requirements.txt: pins all that production runs on, and all that it leans on in turn, each with the hashes of its
# files for every machine and every Python from 3.11 on. Versions stay as they are unless `make lock UPGRADE=--upgrade`.
LOCK = .venv-lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-annotate $(UPGRADE) \
	--custom-compile-command "make lock"
lock:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.13,<0.14'
	$(LOCK) requirements.txt -o requirements.lock
	rm -rf .venv-lock

# What production runs on, as CycloneDX, in var/sbom.json; the same bytes as long as requirements.lock is the same.
sbom: .venv-audit
	mkdir -p var
	.venv-audit/bin/cyclonedx-py requirements requirements.lock --output-reproducible --of JSON -o var/sbom.json

# Known weaknesses in what production runs on. Needs the open network: the data come from pypi.org.
audit: .venv-audit
	.venv-audit/bin/pip-audit -r requirements.lock --require-hashes --disable-pip --strict

.venv-audit:
	$(PYTHON) -m venv .venv-audit
	.venv-audit/bin/python -m pip install --quiet --disable-pip-version-check 'cyclonedx-bom>=7.5,<8' 'pip-audit>=2.10,<3'

clean:
	rm -rf .venv
