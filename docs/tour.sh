#!/usr/bin/env bash
# Takes the tours that documents have between <!-- tour --> and <!-- end of the tour --> on one fresh Steward: pastes
# their commands one after another and compares what they print with what the document prints. Ids, times, tokens and
# digests may differ, nothing else. The README goes first and counts the fleet as it is seeded; every other document is
# the same whether another one went before it or not.
#   docs/tour.sh [document …]           fails and shows the difference; without documents: all that have a tour
#   docs/tour.sh --write [document …]   writes what was printed into the documents
set -euo pipefail
export LC_ALL=C.UTF-8 # what sort prints first is the same everywhere
top=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
patience=300 # seconds for one document
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

with_a_tour() {
  grep -lx '<!-- tour -->' README.md docs/*.md
}

# Block n of a document: its commands in n.sh, what the document says they print in n.expected. Prints how many there are.
read_tour() {
  awk -v at="$work/$1" '
    /^<!-- tour -->$/ { tour = 1 }
    /^<!-- end of the tour -->$/ { tour = 0 }
    !tour { next }
    /^```$/ && file { close(file); file = ""; next }
    /^```sh$/ { n++; file = at "/" n ".sh"; printf "" > file; next }
    /^```(text|json|csv)$/ { file = at "/" n ".expected"; printf "" > file; next }
    file { print > file }
    END { print n + 0 }' "$1"
}

start_steward() {
  api=$(free_port)
  export STEWARD_LOCAL_DATA=$work/data QUARKUS_HTTP_PORT=$api QUARKUS_MANAGEMENT_PORT SANDBOX_PORT
  QUARKUS_MANAGEMENT_PORT=$(free_port)
  SANDBOX_PORT=$(free_port)
  unset STEWARD_INSTANTLY_BASE_URL QUARKUS_DATASOURCE_JDBC_URL
  : >"$work/log"
  "$top/bin/run" >>"$work/log" 2>&1 &
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

# All blocks of a document in one shell and an empty directory, as somebody pastes them; what each printed goes to n.actual.
take_tour() {
  local n at=$work/$1
  for n in $(seq "$2"); do
    printf 'exec >%q 2>&1\n' "$at/$n.printed"
    sed "s/127\.0\.0\.1:8080/127.0.0.1:$api/g; s/127\.0\.0\.1:8090/127.0.0.1:$SANDBOX_PORT/g" "$at/$n.sh"
  done >"$at/all.sh"
  mkdir "$at/here"
  (cd "$at/here" && timeout $patience bash "$at/all.sh" </dev/null) || [ $? != 124 ] ||
    echo "The tour of $1 was not over after $patience s" >&2
  for n in $(seq "$2"); do
    touch "$at/$n.printed"
    sed "s/127\.0\.0\.1:$api/127.0.0.1:8080/g; s/127\.0\.0\.1:$SANDBOX_PORT/127.0.0.1:8090/g" "$at/$n.printed" >"$at/$n.actual"
    [ ! -s "$at/$n.actual" ] || [ -z "$(tail -c 1 "$at/$n.actual")" ] || echo >>"$at/$n.actual"
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
  local n at=$work/$1 wrong=0
  for n in $(seq "$2"); do
    [ -f "$at/$n.expected" ] || : >"$at/$n.expected"
    alike "$at/$n.expected" >"$at/$n.want"
    alike "$at/$n.actual" >"$at/$n.got"
    if ! diff -u --label "$1" --label "printed" "$at/$n.want" "$at/$n.got" >"$at/$n.diff"; then
      wrong=1
      echo "These commands of $1 print something else:" >&2
      cat "$at/$n.sh" "$at/$n.diff" >&2
    fi
  done
  return $wrong
}

write() {
  awk -v at="$work/$1" '
    /^<!-- tour -->$/ { tour = 1 }
    /^<!-- end of the tour -->$/ { tour = 0 }
    tour && /^```sh$/ { n++ }
    tour && /^```(text|json|csv)$/ {
      print
      while ((getline line < (at "/" n ".actual")) > 0) print line
      skip = 1
      next
    }
    skip && /^```$/ { skip = 0 }
    !skip { print }' "$1" >"$work/$1/written"
  cp "$work/$1/written" "$1"
}

cd "$top"
mode=compare
[ "${1:-}" != --write ] || { mode=write; shift; }
[ $# -gt 0 ] && documents=("$@") || mapfile -t documents < <(with_a_tour)
[ ${#documents[@]} -gt 0 ] || { echo "No document has a tour" >&2; exit 1; }
"$top/bin/run" package
start_steward
wrong=0
for document in "${documents[@]}"; do
  mkdir -p "$work/$document"
  blocks=$(read_tour "$document")
  [ "$blocks" -gt 0 ] || { echo "$document has no tour" >&2; exit 1; }
  began=$SECONDS
  take_tour "$document" "$blocks"
  if $mode "$document" "$blocks"; then
    echo "The tour of $document: $blocks blocks of commands print what it says ($((SECONDS - began)) s)"
  else
    wrong=1
  fi
done
exit $wrong
