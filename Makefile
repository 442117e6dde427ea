# What can be made, by a person or by a machine. `make help` lists it.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
# Given to the console or the demo: make run ARGS="--db /tmp/try.db"
ARGS ?=

BIN := .build/debug/sitrep
RELEASE := .build/release/sitrep
# Every function apart, in libraries too, so that the linker can put side by side what runs (packaging/link-order).
APART := -Xswiftc -Xfrontend -Xswiftc -function-sections -Xcc -ffunction-sections

.PHONY: help deps build release run demo test coverage soak lint format bench docs install uninstall clean

help: ## This list
	@sed -n 's/^\([a-z]*\):[^#]*## /\1|/p' Makefile | awk -F '|' '{ printf "  make %-10s %s\n", $$1, $$2 }'

deps: ## Install what building and testing need (without root: say what is missing)
	@scripts/deps build test

build: ## Build for development
	@$(SWIFT) build --product sitrep

release: ## Build what is shipped: optimised, with the Swift library inside
	@$(SWIFT) build -c release --product sitrep --static-swift-stdlib $(APART) $(if $(MAP),-Xlinker -Map=$(MAP) -Xlinker --no-demangle)

run: ## Install what is missing, build, open the console
	@scripts/deps build
	@$(SWIFT) build --product sitrep
	@$(BIN) $(ARGS)

demo: ## Build and play an incident in a throw-away store
	@scripts/deps build
	@$(SWIFT) build --product sitrep
	@$(BIN) demo $(ARGS)

test: ## Run every test, end to end included
	@scripts/deps build test
	@$(SWIFT) build --build-tests
	@$(SWIFT) test --skip-build --disable-xctest

coverage: ## Run every test once and measure what they cover (more than 85 % is wanted)
	@scripts/coverage

soak: ## Run the tests with full counts: 500 kills, 100,000 keys (an hour or more)
	@scripts/deps build test
	@$(SWIFT) build --build-tests
	@SITREP_SOAK=1 $(SWIFT) test --skip-build --disable-xctest

lint: ## Check format, imports, purity, names; builds nothing
	@$(SWIFT) format lint --strict -r -p Package.swift Sources Tests
	@scripts/lint --self-test
	@scripts/lint
	@scripts/docs --check

format: ## Put the format right
	@$(SWIFT) format -i -r -p Package.swift Sources Tests

bench: release ## Measure against the budgets, beside the peers; writes .build/bench/report.md
	@scripts/deps build bench
	@Benchmarks/run $(RELEASE)

docs: ## Draw the pictures and tables of docs/ and the README anew
	@scripts/docs

install: release ## Install below PREFIX (/usr/local), with man page, completions and a systemd unit
	@scripts/install "$(DESTDIR)" "$(PREFIX)" $(RELEASE)

uninstall: ## Remove what install put there; stores and configuration stay
	@scripts/install --remove "$(DESTDIR)" "$(PREFIX)"

clean: ## Remove everything that was built
	@rm -rf .build
