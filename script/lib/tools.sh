#!/usr/bin/env bash
# The private engine's programs: Debian's packages, unpacked into the cache folder and run from there.

# The suites to look in, newest first. Their programs need a libc no newer than the machine's; the first that run are
# taken.
ENGINE_SUITES='forky trixie'
ENGINE_PACKAGES='docker.io docker-cli containerd docker-buildx docker-compose'
# What the machine needs beside them. None of these starts a service.
# shellcheck disable=SC2034 # read by engine.sh
ENGINE_NEEDS='iptables iproute2 mount slirp4netns'

# Prints the folder of the tools, after making it where it is not there yet.
tools_folder() {
	local key folder
	key=$(printf '%s\n' "$ENGINE_SUITES" "$ENGINE_PACKAGES" "$(dpkg --print-architecture)" 2 | short_hash)
	folder=$CACHE/tools/$key
	[[ -e $folder ]] || with_lock "$CACHE/tools.lock" tools_make "$folder"
	printf '%s\n' "$folder"
}

tools_make() {
	local folder=$1 part=$1.part suite
	[[ ! -e $folder ]] || return 0
	say 'getting a Docker engine from Debian (once)'
	for suite in $ENGINE_SUITES; do
		rm -rf "$part"
		mkdir -p "$part"
		# shellcheck disable=SC2086 # a list of words
		debian_unpack "$suite" "$part" $ENGINE_PACKAGES || continue
		tools_arrange "$part" && break
		say "the programs of $suite do not run here"
	done
	[[ -x $part/bin/dockerd ]] || die "Debian's $ENGINE_SUITES have no Docker engine that runs here"
	mv "$part" "$folder"
	rm -rf "$CACHE/apt"
}

# Puts every program into one bin/ and the CLI's plugins where DOCKER_CONFIG looks; fails when they do not run.
tools_arrange() {
	local part=$1
	# What needs this machine's own libraries comes from this machine's own suite.
	debian_unpack here "$part" runc tini docker-registry || return 1
	mkdir -p "$part/bin" "$part/config"
	local program
	for program in "$part"/usr/bin/* "$part"/usr/sbin/*; do
		ln -sf "../${program#"$part"/}" "$part/bin/"
	done
	ln -sf ../usr/bin/tini "$part/bin/docker-init"
	ln -sfn ../usr/libexec/docker/cli-plugins "$part/config/cli-plugins"
	echo '{}' >"$part/config/config.json"
	rm -rf "${part:?}"/{etc,var,usr/share}
	PATH=$part/bin:$PATH
	dockerd --version && containerd --version && runc --version && docker --version && docker-registry --version || return 1
	DOCKER_CONFIG=$part/config docker buildx version && DOCKER_CONFIG=$part/config docker compose version
} >/dev/null 2>&1
