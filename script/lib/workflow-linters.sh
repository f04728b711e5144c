#!/usr/bin/env bash
# What looks at workflows: zizmor (https://docs.zizmor.sh) from PyPI, whose wheel brings the program, and actionlint
# (https://github.com/rhysd/actionlint), compiled from its Go module.
# shellcheck source=wheel.sh
source "$ROOT/script/lib/wheel.sh"

ZIZMOR_VERSION=1.32.0
ZIZMOR_HASHES='84a6acb975accc13408786a2bd274b572537ca19c933ebbc13e78f3988562071 0cdd38fca6eb34ceb567548548d706332e3535ea66894b9168c048e03207b68c'
ACTIONLINT_VERSION=1.7.12

# Prints the folder that both are in, after fetching them where they are not there yet.
workflow_linters() {
	local folder=$CACHE/tools/workflow-linters-$ZIZMOR_VERSION-$ACTIONLINT_VERSION
	[[ -d $folder ]] || with_lock "$CACHE/workflow-linters.lock" workflow_linters_make "$folder" >&2
	printf '%s\n' "$folder"
}

workflow_linters_make() {
	local folder=$1 part=$1.part
	[[ ! -d $folder ]] || return 0
	say 'getting zizmor and actionlint (once)'
	rm -rf "$part"
	mkdir -p "$part"
	wheel_program zizmor "$ZIZMOR_VERSION" "$ZIZMOR_HASHES" zizmor "$part" || die 'zizmor is needed, and PyPI did not bring it (by pip)'
	has go || die 'actionlint is needed, and making it needs Go'
	GOBIN=$part CGO_ENABLED=0 go install -trimpath -ldflags '-s -w' \
		"github.com/rhysd/actionlint/cmd/actionlint@v$ACTIONLINT_VERSION" || die 'the Go module proxy did not bring actionlint'
	if ! "$part/zizmor" --version || ! "$part/actionlint" --version; then
		die 'zizmor and actionlint were fetched, and do not run here'
	fi
	mv "$part" "$folder"
}
