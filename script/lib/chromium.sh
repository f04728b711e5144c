#!/usr/bin/env bash
# The browser that looks at the report's page in tests and makes its screenshots.

# Sets LUCID_CHROMIUM; Debian's is installed where there is none.
chromium_bootstrap() {
	local name
	[[ -z ${LUCID_CHROMIUM:-} ]] || return 0
	for name in chromium google-chrome; do
		has "$name" || continue
		LUCID_CHROMIUM=$(command -v "$name")
		break
	done
	if [[ -z ${LUCID_CHROMIUM:-} ]]; then
		debian_install chromium
		LUCID_CHROMIUM=$(command -v chromium) || die 'there is no browser: chromium could not be installed'
	fi
	export LUCID_CHROMIUM
}
