# kanbao: `make run` opens the browser on seeds/, `make test` runs every test. Each is enough on a fresh machine.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: run test sanitize fuzz build install uninstall format lint help

CORPUS ?= seeds
PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
# The Swift runtime is linked in: the program starts faster and runs where no Swift is installed.
RELEASE := -c release --static-swift-stdlib --product kanbao
SOURCES := Package.swift Sources Tests

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

run: build ## build and open the browser on seeds/, or on CORPUS=path
	@exec "$$($(SWIFT) build $(RELEASE) --show-bin-path)/kanbao" "$(CORPUS)"

build: ## build the program for use
	@scripts/require build
	@$(SWIFT) build $(RELEASE)

test: ## check the format, build without warnings, run every test
	@scripts/require test
	@scripts/test

sanitize: ## run every test under AddressSanitizer and ThreadSanitizer
	@scripts/require test
	@scripts/sanitize

fuzz: ## run the random tests for long
	@scripts/require test
	@scripts/fuzz

lint: ## check the format
	@$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

format: ## format all sources in place
	@$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

install: build ## install to PREFIX (/usr/local): bin/kanbao, share/kanbao/seeds
	@install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/kanbao/seeds"
	@install -m 755 "$$($(SWIFT) build $(RELEASE) --show-bin-path)/kanbao" "$(DESTDIR)$(PREFIX)/bin/kanbao"
	@cp -R seeds/. "$(DESTDIR)$(PREFIX)/share/kanbao/seeds/"

uninstall: ## remove what install put there
	@rm -f "$(DESTDIR)$(PREFIX)/bin/kanbao"
	@rm -rf "$(DESTDIR)$(PREFIX)/share/kanbao"
