#!/usr/bin/env bash
# The packages of npm, Node 24 among them: the machine's own Node only has to run npm.

# Node 24, the runtime that GitHub gives to actions.
NODE=$ROOT/node_modules/.bin/node

node_is_24() { [[ $("$1" --version 2>/dev/null) == v24.* ]]; }

# Installs what package-lock.json names, unless it is installed.
node_bootstrap() {
	local stamp=$ROOT/node_modules/.bootstrap key
	key=$(cat "$ROOT"/package.json "$ROOT"/package-lock.json | short_hash)
	[[ $(cat "$stamp" 2>/dev/null) != "$key" ]] || return 0
	has npm || die 'this needs Node.js with npm; any Node from 20 on will do, the right one is installed by npm'
	say 'installing npm packages'
	# Runs no install scripts: none is needed, and some compile optional parts.
	(cd "$ROOT" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >&2) || die 'npm ci failed'
	# Except this one: it fetches the program of the package `node`.
	if ! node_is_24 "$NODE"; then
		(cd "$ROOT/node_modules/node" && node installArchSpecificPackage </dev/null >&2) || true
		mkdir -p "$ROOT/node_modules/.bin"
		ln -sf ../node/bin/node "$NODE"
	fi
	node_is_24 "$NODE" || die "Node 24 is needed, and the npm package \`node\` did not bring it: $NODE"
	printf '%s\n' "$key" >"$stamp"
}
