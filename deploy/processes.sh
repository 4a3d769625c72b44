# Sourced by deploy/start.sh and tests/run.sh: nothing they start outlives them.
# shellcheck shell=bash

group=''

# Usage: in_own_group command…   Its exit code; whatever it left running is ended.
in_own_group() {
  local status=0
  set -m
  "$@" </dev/null &
  group=$!
  set +m
  wait "$group" || status=$?
  kill -KILL -- "-$group" 2>/dev/null || true
  group=''
  return "$status"
}

stop() {
  trap - INT TERM HUP
  if [[ -n "$group" ]]; then
    kill -TERM -- "-$group" 2>/dev/null || true
    wait "$group" 2>/dev/null || true
    kill -KILL -- "-$group" 2>/dev/null || true
  fi
  exit "$1"
}

trap 'stop 130' INT
trap 'stop 143' TERM
trap 'stop 129' HUP
