# Pulso. `make run` and `make test` need nothing but a JDK >= 25, Maven, any Node with npm, and make.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.PHONY: help setup contract contract-publish client-check build run dev test check check-previous fmt coverage mutation fuzz client postman bench bench-kanban bench-audit bench-idle clean

help: ## Print every target
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Find or install what the build needs: JDK, Maven, Node, packages
	@bash scripts/build.sh setup

contract: ## Lint and bundle openapi/*.yaml, then generate the TypeScript client
	@bash scripts/build.sh contract && bash scripts/build.sh client

contract-publish: ## Make the present contract the one that later ones must not break (docs/api/compatibility.md)
	@bash scripts/build.sh publish

client-check: ## Generate the default Java client from the contract and let it read answers of a later version
	@bash scripts/build.sh java-client

build: ## Build what changed: client, frontend, backend
	@bash scripts/build.sh all

run: ## Build what changed and start Pulso on http://localhost:8080 (PORT=...)
	@bash scripts/run.sh

dev: ## Live reload of both halves: API on 8080, app on http://localhost:5173
	@bash scripts/dev.sh

test: ## Every test: contract, backend, frontend, browser; ends in "N passed, N failed"
	@bash scripts/test.sh

check: ## Format, lint, architecture rules, contract; what a change must pass besides the tests
	@bash scripts/check.sh

check-previous: ## The release before runs on this release's schema (PREVIOUS=tag or commit)
	@bash scripts/check-previous.sh

fmt: ## Format everything that check looks at
	@bash scripts/check.sh fmt

coverage: ## Backend tests with JaCoCo: lines covered per module, report in backend/target/coverage
	@bash scripts/coverage.sh

mutation: ## Which changes of the arithmetic no test notices (PIT); report in backend/target/pit-reports
	@bash scripts/mutation.sh

fuzz: ## Hold a running Pulso against its contract (URL=..., SEED=..., SECONDS_LONG=60)
	@bash scripts/fuzz.sh

client: ## The TypeScript client as a package for integrators, in openapi/typescript/dist
	@bash scripts/build.sh package_client

postman: ## A collection for Postman and Insomnia from the contract
	@bash scripts/build.sh postman

bench: ## Seed 100,000 deals, measure against the bare database client, hold against the targets (bench/README.md)
	@bash scripts/bench.sh

bench-kanban: ## 6 x 1,000 cards in a real browser, scrolled and dragged, with a trace (URL=..., THROTTLE=4)
	@bash scripts/bench-kanban.sh

bench-audit: ## What the chain of the audit trail costs writers; how long sealing, checking and listing 100,000 entries take
	@bash scripts/bench-audit.sh

bench-idle: ## What a node with 10,000 companies asks the database while nobody does anything: at most ten statements a second
	@bash scripts/bench-idle.sh

clean: ## Remove what was built (.pulso, the data, stays)
	@rm -rf backend/target frontend/dist frontend/src/shared/api/gen .tools/stamps .tools/aot .tools/logs .tools/results
