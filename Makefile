# Every target sets up what it needs; a second run finds it in place and costs nothing.
#
#   make demo    a homework sent to a running service, and its report
#   make test    the checks below, then every test
#   make check   lint, format, types, import directions
#   make bench   speed and correctness against Math-Verify
#   make run     the service on this machine
#   make setup   only the environment, in .venv
#   make lock    what pyproject.toml asks for into requirements/*.txt (UPGRADE=--upgrade: newest versions)
#   make clean   forget the environment and all caches

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq --no-input
PIP_LOCKED := $(PIP) install --require-hashes --no-warn-script-location

.PHONY: help setup demo test check bench run servers lock clean

help:
	@sed -n 's/^#   make/make/p' Makefile

setup: .venv/ready
	@:

.venv: .venv/ready
	@:

.venv/python:
	@echo "Making the environment in .venv"
	@bootstrap/python.sh .venv
	@touch $@

# pip compiles on one core; all of them take half the time. (Uncompiled, every process would start a second later.)
.venv/locked: .venv/python requirements/dev.txt
	@echo "Installing what requirements/dev.txt pins"
	@$(PIP_LOCKED) --no-compile --requirement requirements/dev.txt
	@$(BIN)/python -m compileall -qq -j 0 .venv/lib || true
	@touch $@

.venv/ready: .venv/locked pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

.venv/bench: .venv/ready requirements/bench.txt
	@echo "Installing what requirements/bench.txt pins"
	@$(PIP_LOCKED) --requirement requirements/bench.txt
	@touch $@

servers:
	@bootstrap/servers.sh

demo: setup
	@$(BIN)/python demo/run.py

run: setup
	@$(BIN)/fullmarks serve

check: setup
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo --no-cache

test: check servers
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile

bench: .venv/bench
	@$(BIN)/python -m benchmarks

# Locks for every platform and Python >= 3.11 at once, with the hashes of all wheels, naming no registry.
# dev.txt comes first and binds the others, so that one package has one version everywhere.
COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" .venv-lock/bin/uv pip compile --quiet --no-config --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links
# The engine alone, for the one machine that a Gradescope image is: pip asks no marker of another platform.
IMAGE = $(patsubst --universal,--python-platform x86_64-manylinux_2_28,$(COMPILE))
BOUND = --constraint requirements/dev.txt

.venv-lock/ready: requirements/lock.txt
	@bootstrap/python.sh .venv-lock
	@.venv-lock/bin/python -m pip -qq install --require-hashes --requirement requirements/lock.txt
	@touch $@

lock: .venv-lock/ready
	@$(COMPILE) $(UPGRADE) pyproject.toml --extra service --extra test --extra check --group build --output-file requirements/dev.txt
	@$(COMPILE) $(UPGRADE) pyproject.toml --extra service $(BOUND) --output-file requirements/runtime.txt
	@$(COMPILE) $(UPGRADE) pyproject.toml --extra bench $(BOUND) --output-file requirements/bench.txt
	@$(IMAGE) $(UPGRADE) pyproject.toml --group autograder $(BOUND) --output-file requirements/engine.txt
	@$(COMPILE) $(UPGRADE) --group build $(BOUND) --output-file requirements/build.txt
	@$(COMPILE) $(UPGRADE) --group lock --output-file requirements/lock.txt

clean:
	@rm -rf .venv .venv-lock .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
