# Every target works from a fresh clone. The recipes are short: what they call says what it does.

SHELL := /bin/bash
BED := tests/wordpress

.DEFAULT_GOAL := help
.PHONY: surface help setup generate docs languages check-generated format lint lint-rust lint-js lint-php build build-wasm build-js test test-rust fuzz test-wasm \
	test-js test-php test-matrix coverage test-differential test-microsoft test-referees test-e2e screenshots bench demo demo-stop package clean ci

help: ## show this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "%-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## WordPress with the plugin and a stand-in for Microsoft, to try the wizard by hand (WP=7.1|6.8 DB=sqlite|mariadb PORT=9771)
	@WP=$(or $(WP),7.1) DB=$(or $(DB),sqlite) PORT=$(PORT) MICROSOFT_PORT=$(MICROSOFT_PORT) $(BED)/demo.sh start

demo-stop: ## end what `make demo` started, and nothing else
	@$(BED)/demo.sh stop

test: ## every suite; the last line holds the totals
	@tests/run

setup: ## install whatever development needs and this machine lacks
	@$(BED)/install-tools.sh rust wordpress mariadb php-tests browser shell languages
	@$(BED)/build.sh packages e2e

build: build-wasm build-js ## everything that is shipped but not committed

build-wasm: ## the Rust core for the browser, into php-plugin/build
	@$(BED)/install-tools.sh rust
	@$(BED)/build.sh wasm

build-js: ## the wizard, into php-plugin/build
	@$(BED)/build.sh js

generate: ## print contract, messages and types from the Rust tables
	cargo xtask contract

docs: ## print the REST and the WP-CLI reference from their tables, and the code of docs/extending.md from the example
	php tests/php/print-reference.php
	node tests/docs/snippets.mjs

surface: ## list what others build on (Rust API, PHP functions, hooks, routes, types for scripts) and mark a change in CHANGELOG.md
	@$(BED)/build.sh packages
	npm run types --prefix js
	php tests/php/print-reference.php
	cargo xtask surface

languages: ## find the sentences of the sources; bring template and translations up to them
	@$(BED)/install-tools.sh languages
	@$(BED)/build.sh packages
	@npm run languages --prefix js -- template
	@npm run languages --prefix js -- update

check-generated: ## fail when a generated file differs from what would be printed
	cargo xtask contract --check

format: ## format Rust, and what phpcbf and eslint can mend
	cargo fmt --all
	@$(BED)/install-tools.sh php-tests
	phpcbf --standard=tests/phpcs.xml || [ $$? -eq 1 ]
	@$(BED)/build.sh packages
	npm run lint --prefix js -- --fix

lint: ## every lint
	@tests/run bed rust-lint js-lint php-lint

lint-rust: ## rustfmt and clippy
	@tests/run rust-lint

lint-js: ## types and eslint
	@tests/run js-lint

lint-php: ## php -l on PHP 8.1 to 8.4, phpcs
	@tests/run php-lint

test-rust: ## Rust tests, native
	@tests/run rust

fuzz: ## hostile input for every parser of the core, a minute each
	@tests/wordpress/install-tools.sh rust
	cargo xtask fuzz 60

test-wasm: ## the same vectors and the door, in headless Chromium
	@tests/run wasm

test-js: ## JavaScript unit and type tests
	@tests/run js-lint js

test-php: ## PHPUnit on WordPress 6.8 and SQLite
	@tests/run php

test-matrix: ## PHPUnit on WordPress 6.8 and 7.1, each with SQLite and MariaDB; the unit suite on PHP 8.1, 8.3 and 8.4
	@tests/run php php-71 php-mariadb-68 php-mariadb php-versions

coverage: ## which lines of php-plugin/src the PHP tests execute
	@tests/run coverage
	@cat .bed/test/coverage.txt

test-differential: ## authorize URLs beside those of Microsoft's own library
	@tests/run differential

test-microsoft: ## the stand-in for Microsoft
	@tests/run microsoft

test-referees: ## oidc-provider, Prism with Microsoft's swagger and msal-node judge the sign-in, Power BI calls and token requests
	@tests/run referees

test-e2e: ## the whole way in Chromium on WordPress 7.1, or WP=6.8
	@WP=$(or $(WP),7.1) tests/run e2e

screenshots: ## pictures of every screen at two widths, for people to look at: tests/e2e/screenshots/index.html (no test)
	@WP=$(or $(WP),7.1) tests/run screenshots

bench: ## how long the core's answers take, in headless Chromium and natively; what a field of another plugin costs (no test)
	@$(BED)/install-tools.sh rust browser
	@$(BED)/build.sh wasm
	@node tests/bench/run.mjs
	@npm run bench --silent --prefix js

package: build ## dist/wkpbic-VERSION.zip, ready to upload to a WordPress
	@$(BED)/install-tools.sh wordpress
	@php $(BED)/package.php

clean: demo-stop ## remove what was built here; downloads shared between clones stay
	rm -rf target dist .bed php-plugin/build js/node_modules tests/e2e/node_modules tests/differential/node_modules tests/referees/node_modules tests/e2e/test-results

ci: ## exactly what CI runs
	@.ci/run
