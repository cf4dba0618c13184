# The commands of the README and of .ci/run. `make help` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help

VARIORUM := .build/release/variorum
SWIFT_SOURCES := Sources Tests Package.swift

.PHONY: site build serve test test-swift test-script test-commands test-goldens test-faults test-standards test-browser \
	goldens edits faults lint format model bench bench-matcher bench-search fuzz setup clean help

site: build ## Build the program, then turn content/ into public/
	$(VARIORUM) build
	@echo
	@echo "The site is in $(CURDIR)/public. To look at it, open"
	@echo "    $(CURDIR)/public/index.html"
	@echo "in a browser, or run 'make serve' and visit http://127.0.0.1:8080/"

build: ## Build the program: .build/release/variorum
	scripts/setup build
	swift build --configuration release --product variorum

serve: build ## Build the site, serve it on 127.0.0.1:8080, rebuild on change
	$(VARIORUM) serve

test: ## Run all tests (installs what they need)
	scripts/setup build test
	swift build --build-tests
	.venv/bin/python scripts/test.py

test-swift test-script test-commands test-goldens test-faults test-standards test-browser: test-%: ## Run one suite: test-swift, test-script, test-commands, test-goldens, test-faults, test-standards or test-browser
	scripts/setup build test
	swift build --build-tests
	.venv/bin/python scripts/test.py $*

goldens: ## Record the whole sites of Tests/Goldens again; fails when something was recorded
	scripts/setup build
	swift build --product variorum
	VARIORUM_RECORD=1 PYTHONDONTWRITEBYTECODE=1 python3 -m unittest discover --start-directory Tests/Goldens

edits: ## Compare incremental builds with clean ones, and follow old links, after hundreds of random edits
	scripts/setup build
	swift build --build-tests
	VARIORUM_EDITS=200 swift test --skip-build --filter 'IncrementalBuildTests|LastingAddressesTests'

faults: ## Make every call of a build that changes the disk fail, one at a time
	scripts/setup build
	swift build --product variorum
	VARIORUM_FAULTS=all PYTHONDONTWRITEBYTECODE=1 python3 -m unittest discover --start-directory Tests/Faults

lint: ## Check format, house rules and syntax
	swift format lint --strict --parallel --recursive $(SWIFT_SOURCES)
	python3 scripts/lint.py
	python3 scripts/make-asset-lists.py --check
	python3 Training/check.py

format: ## Format the Swift sources in place
	python3 scripts/format.py $(SWIFT_SOURCES)

model: ## Train the model of names again, from Training/
	scripts/setup build
	swift build --configuration release --package-path Training --scratch-path .build/training -Xswiftc -Ounchecked
	.build/training/release/train Training Sources/CAssets/data/names.model all

bench: build ## Measure the build beside a C program that only renders (ARTICLES=1000 RUNS=5)
	$(or $(PYTHON),python3) Benchmarks/bench.py --program $(VARIORUM) \
		--articles $(or $(ARTICLES),1000) --runs $(or $(RUNS),5) --date $(or $(DATE),$(shell date +%F))

bench-matcher: ## Measure the matcher of names at 1,000 to 1,000,000 names (RUNS=5)
	scripts/setup build
	swift build --configuration release --package-path Benchmarks --scratch-path .build/benchmarks
	python3 Benchmarks/bench_matcher.py --runs $(or $(RUNS),5) --date $(or $(DATE),$(shell date +%F))

fuzz: ## Feed changed pages to intake with libFuzzer (SECONDS=1800)
	scripts/setup build
	scripts/fuzz $(or $(SECONDS),1800)

bench-search: build ## Measure search beside Pagefind (PAGES=1000 LANGUAGE=zh)
	scripts/setup test
	test -x .build/bench/pagefind/bin/python || python3 -m venv .build/bench/pagefind
	.build/bench/pagefind/bin/pip install --quiet 'pagefind[extended]==1.5.2'
	.venv/bin/python Benchmarks/search/bench.py --program $(VARIORUM) --pagefind .build/bench/pagefind/bin/python \
		--pages $(or $(PAGES),1000) --language $(or $(LANGUAGE),zh) --date $(or $(DATE),$(shell date +%F))

setup: ## Install everything that building and testing need
	scripts/setup build test

clean: ## Remove the site and everything that was built
	find public -mindepth 1 -not -name .gitignore -delete
	rm -rf .build .venv .variorum

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z][a-z -]*:.*## /{sub(/ .*/, " …", $$1); printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
