#!/usr/bin/env bash
# How fast the sandbox answers another process, and what 10,000 workspaces of 25 members take.
#   bench/sandbox.sh [seconds=10] [connections=64]
# Needs wrk and python3. Takes the local package, which bin/run builds where it is missing.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
seconds=${1:-10}
connections=${2:-64}
command -v wrk >/dev/null || { echo "wrk is missing: apt-get install wrk" >&2; exit 1; }
JAVA_HOME=$("$top/bin/find-jdk")
app=${STEWARD_APP:-$top/target/local}
[ -d "$app/app" ] || "$top/bin/run" package
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
work=$(mktemp -d)

SANDBOX_PORT=$port "$JAVA_HOME/bin/java" ${SANDBOX_JAVA_OPTIONS:--Xmx320m} \
  -cp "$app/app/*:$app/lib/main/*:$app/lib/boot/*" agency.steward.sandbox.SandboxServer >"$work/log" 2>&1 &
pid=$!
trap 'kill $pid 2>/dev/null || true; rm -rf "$work"' EXIT

base=http://127.0.0.1:$port
for _ in $(seq 200); do curl -sf "$base/_sandbox/workspaces" -o "$work/none" && break || sleep 0.1; done
curl -sf "$base/_sandbox/fleet" -d '{"workspaces":10000,"members":25,"prefix":"bench"}' |
  python3 -c 'import json, sys; print("\n".join(w["api_key"] for w in json.load(sys.stdin)))' >"$work/keys"
resident() { awk '/VmRSS/ { printf "%.0f MB", $2 / 1024 }' "/proc/$pid/status"; }
cpu() { awk '{ print ($14 + $15) * 10 }' "/proc/$pid/stat"; } # ms

echo "10,000 workspaces x 25 members: $(resident) resident"
ask() { SANDBOX_KEYS=$work/keys wrk -t1 -c"$connections" -d"$2s" -s "$top/bench/sandbox.lua" "$base/api/v2/$1"; }
for path in 'workspaces/current' 'workspace-members?limit=100'; do
  ask "$path" 3 >/dev/null # warm-up
  before=$(cpu)
  out=$(ask "$path" "$seconds")
  after=$(cpu)
  requests=$(awk '/requests in/ { print $1 }' <<<"$out")
  awk -v path="$path" -v cpu=$((after - before)) -v requests="$requests" \
    '/Requests\/sec/ { printf "GET %s: %.0f requests/s, %.1f us of CPU each\n", path, $2, cpu * 1000 / requests }' <<<"$out"
  grep -E "Non-2xx|Socket errors" <<<"$out" || true
done
echo "afterwards: $(resident) resident"
