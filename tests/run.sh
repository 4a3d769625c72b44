#!/usr/bin/env bash
# Builds everything once and runs every test; the last line is the sum.
#   tests/run.sh            all projects and the code style
#   tests/run.sh Domain     only the test projects whose name contains "Domain"
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
source deploy/packages.sh
source deploy/processes.sh
filter="${1:-}"
passed=0 failed=0 skipped=0

export CI=true LANG=C.UTF-8
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=1
export DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
# No test may ever reach a real portal's database or data.
unset ConnectionStrings__Portal PORTAL_DATA PORTAL_DEMO_PASSWORD Portal__DataFolder Portal__Demonstration ASPNETCORE_URLS ASPNETCORE_ENVIRONMENT

results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT

finish() {
  local sum="$passed passed, $failed failed"
  ((skipped == 0)) || sum+=", $skipped skipped"
  echo "$sum"
  ((failed == 0)) && exit 0
  exit 1
}

give_up() {
  echo "$*" >&2
  passed=0 failed=1 skipped=0
  finish
}

# Browser tests last: they are the slowest, and fail for every fault the others name better.
test_projects() {
  find tests -mindepth 2 -maxdepth 2 -name '*.Tests.csproj' | grep -F -- "$filter" | awk '{ print (/Browser/ ? 1 : 0), $0 }' | LC_ALL=C sort | cut -d' ' -f2-
}

count_outcomes() {
  awk -v RS='<UnitTestResult ' 'NR > 1 {
      if (match($0, / outcome="[A-Za-z]+"/)) outcome = substr($0, RSTART + 10, RLENGTH - 11); else outcome = "Unknown"
      if (outcome == "Passed") passed++; else if (outcome == "NotExecuted") skipped++; else failed++
    } END { print passed + 0, failed + 0, skipped + 0 }' "$1"
}

run_project() {
  local name status=0 trx ran=(0 0 0)
  name="$(basename "$1" .csproj)"
  trx="$results/$name.trx"
  echo "== $name"
  in_own_group dotnet test "$1" -c Release --no-build --logger "trx;LogFileName=$trx" --results-directory "$results" \
    --blame-hang --blame-hang-timeout 40m --blame-hang-dump-type none || status=$?
  if [[ -f "$trx" ]]; then read -r -a ran < <(count_outcomes "$trx"); fi
  passed=$((passed + ran[0])) failed=$((failed + ran[1])) skipped=$((skipped + ran[2]))
  if ((ran[0] + ran[1] == 0)); then
    echo "$name: no test ran" >&2
    failed=$((failed + 1))
  elif ((status != 0 && ran[1] == 0)); then
    echo "$name: the run broke off (exit code $status)" >&2
    failed=$((failed + 1))
  fi
}

build() {
  local target
  for target in "$@"; do
    in_own_group dotnet build "$target" -c Release || give_up "the build of $target failed"
  done
}

check_style() {
  echo "== dotnet format"
  in_own_group dotnet format OldEstateRenewal.sln --verify-no-changes --no-restore || failed=$((failed + 1))
}

ensure_sdk || give_up "no .NET 10 SDK"
mapfile -t projects < <(test_projects)
((${#projects[@]} > 0)) || give_up "no test project matches '$filter'"
if [[ -z "$filter" ]]; then
  ensure_packages "${RUNTIME_PACKAGES[@]}" "${DATABASE_PACKAGES[@]}" "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}" || give_up "packages are missing"
  build OldEstateRenewal.sln
  check_style
else
  build "${projects[@]}"
fi
for project in "${projects[@]}"; do
  run_project "$project"
done
finish
