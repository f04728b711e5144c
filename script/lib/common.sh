#!/usr/bin/env bash
# What every script shares: the folders, how it speaks, small checks. Source it first.
set -euo pipefail

# shellcheck disable=SC2034 # read by the scripts that source this
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
CACHE=${LUCID_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/lucid-build-action}
mkdir -p "$CACHE"
CACHE=$(cd "$CACHE" && pwd)

say() { printf '%s\n' "$*" >&2; }
die() {
	say "error: $*"
	exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

# Prints the comment at the head of a script as its help, without what is for shellcheck.
help_of() { sed -n '2,/^[^#]/{/^# shellcheck /d;s/^# \{0,1\}//p;}' "$1"; }

# Runs a command while holding a lock file, so that two runs never make the same thing at once.
with_lock() {
	local lock=$1
	shift
	(
		flock 9
		"$@" 9>&-
	) 9>"$lock"
}

# Asks again and again until a command succeeds; gives up after so many seconds.
wait_for() {
	local seconds=$1 end
	shift
	end=$((SECONDS + seconds))
	until "$@" >/dev/null 2>&1; do
		((SECONDS < end)) || return 1
		sleep 0.1
	done
}

# A hash of what is read from standard input, short enough for a folder's name.
short_hash() { sha256sum | cut -c1-16; }

as_root() {
	if ((EUID == 0)); then
		"$@"
	elif has sudo; then
		sudo -- "$@"
	else
		die "this needs root: $* (run the script as root, or install sudo)"
	fi
}
