#!/usr/bin/env bash
# The program cosign (https://github.com/sigstore/cosign), which signs with keys, and with which tests verify what the
# product has signed: Debian's package, unpacked into the cache folder, or compiled from its Go module.

# The suites to look in: older ones have versions that do not know the referrers of images.
COSIGN_SUITES='forky sid'
COSIGN_VERSION=v3.1.3

# Prints the folder that it is in, after fetching it where it is not there yet.
cosign_folder() {
	local folder
	folder=$CACHE/tools/cosign-$(printf '%s\n' "$COSIGN_SUITES" "$COSIGN_VERSION" "$(uname -m)" | short_hash)
	[[ -d $folder ]] || with_lock "$CACHE/cosign.lock" cosign_make "$folder" >&2
	printf '%s\n' "$folder"
}

cosign_make() {
	local folder=$1 part=$1.part
	[[ ! -d $folder ]] || return 0
	say 'getting cosign (once)'
	mkdir -p "$CACHE/tools"
	cosign_unpack "$part" || cosign_compile "$part" || die 'cosign is needed, and neither Debian nor Go brought it'
	mv "$part" "$folder"
}

cosign_unpack() {
	local part=$1 suite
	debian_here || return 1
	for suite in $COSIGN_SUITES; do
		rm -rf "$part" "$part.deb"
		mkdir -p "$part" "$part.deb"
		debian_unpack "$suite" "$part.deb" cosign && mv "$part.deb/usr/bin/cosign" "$part/cosign"
		rm -rf "$part.deb" "$CACHE/apt/$suite"
		"$part/cosign" version >/dev/null 2>&1 && return 0
	done
	return 1
}

cosign_compile() {
	has go || return 1
	rm -rf "$1"
	GOBIN=$1 CGO_ENABLED=0 go install -trimpath -ldflags '-s -w' "github.com/sigstore/cosign/v3/cmd/cosign@$COSIGN_VERSION"
	"$1/cosign" version >/dev/null
}
