#!/usr/bin/env bash
# P1: GET /v1/members over many workspaces against the slowest answer in the sandbox's journal.
#   bench/p1.sh [workspaces=1000] [rounds=7] [members=25] [median_ms=120] [p99_ms=600]
# Needs the local package: bin/maven package -DskipTests -Dquickly -Dquarkus.profile=local
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
JAVA_HOME=$("$top/bin/find-jdk")
app=${STEWARD_APP:-$top/target/quarkus-app}
[ -f "$app/quarkus-run.jar" ] || { echo "No package in $app; build the local one first" >&2; exit 1; }
exec "$JAVA_HOME/bin/java" -Dsteward.app="$app" -cp "$app/lib/main/*" "$top/bench/src/bench/P1.java" "$@"
