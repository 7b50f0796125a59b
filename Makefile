# Countersign: the commands. Each sets up what it needs; run again, nothing is redone. The work is in scripts/.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run build dev test test-rust test-browser prove calendar bench gallery mails lighthouse fmt clean setup

# Further arguments for the server, for instance: make run ARGS="--help"
ARGS ?=

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name text; do printf '%-22s %s\n' "$$name" "$$text"; done

run: build ## build for release and start with demo data
	@exec target/release/countersign serve --demo $(ARGS)

build: setup ## build the server, and what the browser downloads, for release
	@scripts/build.sh release

dev: setup ## build with light profiles and start; build and start again whenever a file changes
	@scripts/dev.sh $(ARGS)

test: setup ## everything: formatting, clippy, tests on SQLite and Postgres, release build, browser tests
	@scripts/test.sh all

test-rust: setup ## formatting, clippy and the Rust tests only
	@scripts/test.sh rust

test-browser: setup ## release build and browser tests only; for some of them: make test-browser ARGS="-g refuse"
	@scripts/test.sh browser $(ARGS)

prove: setup ## every proof in its long form, on SQLite and Postgres, and a table of figures; some alone: make prove ARGS="races crashes"
	@scripts/prove.sh $(ARGS)

calendar: build ## the tests with the date moved to midnight, 29 February, 31 December, and both changes of summer time; some alone: make calendar ARGS="browser leap"
	@scripts/browser.sh
	@scripts/calendar.sh $(ARGS)

bench: build ## measure: what a first visit downloads, what open pages cost, how long lists of services take
	@scripts/bench.sh $(ARGS)

gallery: build ## photograph every page in every language, at two widths, light and dark, into target/gallery
	@scripts/gallery.sh pages

mails: setup ## photograph every mail likewise, into target/mails
	@scripts/gallery.sh mails

lighthouse: build ## Lighthouse's marks for the public and the signed-in pages, as a telephone
	@scripts/lighthouse.sh

fmt: setup ## format the Rust code
	@scripts/test.sh fmt

clean: ## remove everything that was built or installed in this folder
	rm -rf target scripts/node_modules end2end/node_modules end2end/test-results end2end/playwright-report

setup: # toolchain and tools, at no cost when they are there
	@scripts/toolchain.sh
	@scripts/tools.sh
