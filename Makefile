# Every target finds a JDK 25 by itself; `make help` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: run test dev sandbox package openapi format bench bench-check chaos scale help

MAVEN := bin/maven -B

run: ## Start Steward over a simulated agency of 24 client workspaces, in the foreground
	@STEWARD_LOCAL_PARENT=$$PPID exec bin/run

test: ## Run every test and every gate, then the tours of README and docs
	@$(MAVEN) verify
	@bin/check-local

dev: ## The same as run, with live reload of the sources
	@bin/maven quarkus:dev -Dquarkus.profile=local -Dquickly -Ddebug=false -Dquarkus.analytics.disabled=true

sandbox: ## Start the simulated Instantly alone (SANDBOX_PORT, default 8090)
	@bin/run sandbox

package: ## Build the production package into target/quarkus-app, and record a start of it
	@$(MAVEN) -q package -DskipTests
	@JAVA_HOME=$$(bin/find-jdk) bin/record target/quarkus-app

openapi: ## Write from the code what is written from it: openapi/steward.yaml, parts of docs/ and of README.md
	@$(MAVEN) -q test -Dquickly -Djacoco.skip -Dsteward.pages=write -Dtest='DescriptionTest#theCommitted*,ErrorsPageTest,ConfigurationDocTest#itSays*,RoomsDocTest,EndpointsDocTest,AccessPageTest'

format: ## Format the sources
	@$(MAVEN) -q spotless:apply

bench: ## Measure Steward beside its rivals: all rows of docs/performance.md, or ROW=P1; QUICK=1 PROFILE=1
	@bench/run $(ROW) $(if $(QUICK),--quick) $(if $(PROFILE),--profile)

bench-check: ## Measure the watched rows again and fail where one is over 15 % worse than what is committed
	@bench/run --check $(if $(QUICK),--quick)

chaos: ## End a real Steward at every step of what it does and look whether all is well; bin/chaos --help
	@bin/chaos

scale: ## Print how far Steward goes, by the model of docs/scale.md and what was measured (needs node)
	@node bench/scale.js

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
