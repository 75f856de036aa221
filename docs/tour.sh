#!/usr/bin/env bash
# Takes the tour of the README on a fresh Steward of its own: pastes its commands one after another and compares what
# they print with what the README prints. Ids, times, tokens and digests may differ, nothing else.
#   docs/tour.sh           fails and shows the difference
#   docs/tour.sh --write   writes what was printed into the README
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
readme=$top/README.md
work=$(mktemp -d)
steward=

finish() {
  local status=$?
  trap - EXIT
  if [ -n "$steward" ]; then
    kill "$steward" 2>/dev/null || true
    wait "$steward" 2>/dev/null || true
  fi
  rm -rf "$work"
  exit $status
}
trap finish EXIT
trap 'exit 130' INT TERM

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 10000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo $port
}

# Block n of the tour: its commands in n.sh, what the README says they print in n.expected.
read_tour() {
  awk -v work="$work" '
    /^<!-- tour -->$/ { tour = 1 }
    /^<!-- end of the tour -->$/ { tour = 0 }
    !tour { next }
    /^```$/ && file { close(file); file = ""; next }
    /^```sh$/ { n++; file = work "/" n ".sh"; printf "" > file; next }
    /^```(text|json)$/ { file = work "/" n ".expected"; printf "" > file; next }
    file { print > file }
    END { print n }' "$readme"
}

start_steward() {
  api=$(free_port)
  export STEWARD_LOCAL_DATA=$work/data QUARKUS_HTTP_PORT=$api QUARKUS_MANAGEMENT_PORT SANDBOX_PORT
  QUARKUS_MANAGEMENT_PORT=$(free_port)
  SANDBOX_PORT=$(free_port)
  unset STEWARD_INSTANTLY_BASE_URL QUARKUS_DATASOURCE_JDBC_URL
  "$top/bin/run" >"$work/log" 2>&1 &
  steward=$!
  for _ in $(seq 1200); do
    grep -q '^Steward is ready' "$work/log" && return
    kill -0 "$steward" 2>/dev/null || break
    sleep 0.1
  done
  echo "Steward did not start:" >&2
  tail -50 "$work/log" >&2
  exit 1
}

# All blocks in one shell, as somebody pastes them; what each printed goes to n.printed.
take_tour() {
  local n
  for n in $(seq "$1"); do
    printf 'exec >%q 2>&1\n' "$work/$n.printed"
    sed "s/127\.0\.0\.1:8080/127.0.0.1:$api/g; s/127\.0\.0\.1:8090/127.0.0.1:$SANDBOX_PORT/g" "$work/$n.sh"
  done >"$work/all.sh"
  (cd "$top" && bash "$work/all.sh" </dev/null)
  for n in $(seq "$1"); do
    sed "s/127\.0\.0\.1:$api/127.0.0.1:8080/g; s/127\.0\.0\.1:$SANDBOX_PORT/127.0.0.1:8090/g" "$work/$n.printed" >"$work/$n.actual"
    [ ! -s "$work/$n.actual" ] || [ -z "$(tail -c 1 "$work/$n.actual")" ] || echo >>"$work/$n.actual"
  done
}

alike() {
  sed -E \
    -e 's/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/<id>/g' \
    -e 's/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z/<time>/g' \
    -e 's/eyJ[A-Za-z0-9_.-]+/<token>/g' \
    -e 's/(sha256:)?[0-9a-f]{64}/<digest>/g' \
    -e 's/sha256:[0-9a-f]{12}/<fingerprint>/g' "$1"
}

compare() {
  local n wrong=0
  for n in $(seq "$1"); do
    [ -f "$work/$n.expected" ] || : >"$work/$n.expected"
    alike "$work/$n.expected" >"$work/$n.want"
    alike "$work/$n.actual" >"$work/$n.got"
    if ! diff -u --label "README.md" --label "printed" "$work/$n.want" "$work/$n.got" >"$work/$n.diff"; then
      wrong=1
      echo "These commands of the tour print something else:" >&2
      cat "$work/$n.sh" "$work/$n.diff" >&2
    fi
  done
  return $wrong
}

write() {
  awk -v work="$work" '
    /^<!-- tour -->$/ { tour = 1 }
    /^<!-- end of the tour -->$/ { tour = 0 }
    tour && /^```sh$/ { n++ }
    tour && /^```(text|json)$/ {
      print
      while ((getline line < (work "/" n ".actual")) > 0) print line
      skip = 1
      next
    }
    skip && /^```$/ { skip = 0 }
    !skip { print }' "$readme" >"$work/README.md"
  cp "$work/README.md" "$readme"
}

blocks=$(read_tour)
[ "$blocks" -gt 0 ] || { echo "README.md has no tour" >&2; exit 1; }
"$top/bin/run" package
start_steward
take_tour "$blocks"
if [ "${1:-}" = --write ]; then
  write
else
  compare "$blocks"
  echo "The tour of the README: $blocks blocks of commands print what it says"
fi
