#!/usr/bin/env bash
# Runs a command beside a Docker engine and a registry.
#
# A usable engine of the machine is used as it is, and never stopped. Where there is none, a private one runs in
# namespaces of its own (processes, mounts, network): its bridges, firewall rules, mounts, sockets and containers are
# invisible from outside, two engines never interfere, and the kernel removes everything when the run ends, however it
# ends.
#
# What the command sees: DOCKER_HOST and DOCKER_CONFIG (private engine), LUCID_REGISTRY=host:port, and, where the public
# registries are out of reach, LUCID_MIRRORS=docker.io=host:port/docker.io,gcr.io=host:port/gcr.io.
# shellcheck source=debian.sh disable=SC2153 # ROOT comes from common.sh
source "$ROOT/script/lib/debian.sh"
# shellcheck source=tools.sh
source "$ROOT/script/lib/tools.sh"
# shellcheck source=binfmt.sh
source "$ROOT/script/lib/binfmt.sh"
# shellcheck source=registry.sh
source "$ROOT/script/lib/registry.sh"
# shellcheck source=rootfs.sh
source "$ROOT/script/lib/rootfs.sh"
# shellcheck source=bases.sh
source "$ROOT/script/lib/bases.sh"

# The oldest that lucid itself takes: the same as `oldest` in src/adapters/docker/engine.ts.
ENGINE_LEAST=26.0
BUILDX_LEAST=0.13
COMPOSE_LEAST=2.20

at_least() { [[ -n $2 && $(printf '%s\n%s\n' "$1" "$2" | sort --version-sort | sed -n 1p) == "$1" ]]; }
version_in() { sed -nE 's/^[^0-9]*([0-9]+\.[0-9.]+).*/\1/p' | sed -n 1p; }

# Does the machine have an engine that can serve?
engine_usable() {
	has docker || return 1
	local server
	server=$(docker version --format '{{.Server.Version}}' 2>/dev/null) || return 1
	at_least "$ENGINE_LEAST" "$server" &&
		at_least "$BUILDX_LEAST" "$(docker buildx version 2>/dev/null | sed 's/^[^ ]* //' | version_in)" &&
		at_least "$COMPOSE_LEAST" "$(docker compose version 2>/dev/null | version_in)" &&
		engine_pushes
}

# Can it push images? The engine's old image store cannot, a builder of its own can.
engine_pushes() {
	docker info --format '{{.DriverStatus}}' 2>/dev/null | grep 'io.containerd.snapshotter.v1' >/dev/null ||
		! docker buildx inspect 2>/dev/null | grep -E '^Driver: +docker$' >/dev/null
}

# Installs what engine_run needs on this machine.
engine_bootstrap() {
	local needs=()
	if ! engine_usable; then
		debian_here || die 'there is no usable Docker engine (26 or newer with containerd'\''s image store, buildx 0.13 and compose 2.20), and only on Debian can one be brought up here'
		read -ra needs <<<"$ENGINE_NEEDS"
	fi
	bases_public || needs+=("$BASES_NEED")
	((${#needs[@]} == 0)) || debian_install "${needs[@]}"
}

# engine_run NAME keep|discard COMMAND...
# Runs the command beside an engine and the registry of the instance NAME. `keep`: what they hold exists again in the
# next run; `discard`: it is gone afterwards. Returns the command's exit code. The caller sets `trap engine_close EXIT`.
engine_run() {
	local name=$1 life=$2 status=0
	shift 2
	engine_open "$name" "$life"
	if engine_usable; then
		engine_run_here "$@" || status=$?
	else
		engine_run_private "$@" || status=$?
	fi
	engine_close
	return "$status"
}

# Takes the instance for this run, and removes what killed runs left behind.
engine_open() {
	local name=$1 life=$2 instances=$CACHE/instances lock
	mkdir -p "$instances"
	# One at a time, so that none takes another's new lock for an abandoned one.
	exec 6>"$instances.lock"
	flock 6
	for lock in "$instances"/*.discard.lock; do
		[[ ! -e $lock ]] || flock --nonblock "$lock" rm -rf "$lock" "${lock%.discard.lock}" || true
	done
	exec 7>"$instances/$name.$life.lock"
	flock --nonblock 7 || die "the instance $name is already running"
	exec 6>&-
	INSTANCE=$instances/$name
	INSTANCE_LIFE=$life
	mkdir -p "$INSTANCE"
}

# Forgets what an instance kept.
engine_forget() {
	local instance=$CACHE/instances/$1
	[[ -e $instance ]] || return 0
	flock --nonblock "$instance.keep.lock" rm -rf "$instance" || die "the instance $1 is running"
}

# Stops what engine_run started, if anything.
engine_close() {
	[[ -n ${INSTANCE:-} ]] || return 0
	registry_stop
	engine_stop_private
	binfmt_release
	if [[ $INSTANCE_LIFE == discard ]]; then
		rm -rf "$INSTANCE" "$INSTANCE.discard.lock"
	fi
	INSTANCE=''
	exec 7>&-
}

# Copies the stand-ins into the instance's registry, unless it has them.
engine_bases() {
	local folder=$1 storage=$2
	[[ -n $folder ]] || return 0
	[[ $(cat "$storage/.bases" 2>/dev/null) != "$folder" ]] || return 0
	mkdir -p "$storage"
	cp --archive --reflink=auto "$folder/." "$storage/"
	echo "$folder" >"$storage/.bases"
}

# Sets the environment of the command.
engine_env() {
	export LUCID_REGISTRY=127.0.0.1:$REGISTRY_PORT
	unset LUCID_MIRRORS
	if [[ -n ${1:-} ]]; then
		export LUCID_MIRRORS=docker.io=$LUCID_REGISTRY/docker.io,gcr.io=$LUCID_REGISTRY/gcr.io
	fi
}

# Waits for a child, passing on a request to stop (to another process where the child would not listen); returns its
# exit code.
engine_wait() {
	local pid=$1 listener=${2:-$1} status=0
	# shellcheck disable=SC2064 # the process of now
	trap "kill -TERM $listener 2>/dev/null" TERM HUP
	# Ctrl-C reaches the child by itself; we only have to outlive it.
	trap : INT
	wait "$pid" || status=$?
	while kill -0 "$pid" 2>/dev/null; do
		status=0
		wait "$pid" || status=$?
	done
	trap - TERM HUP INT
	return "$status"
}

# The machine's own engine: only the registry, and arm64 where it is missing, come from us.
engine_run_here() {
	local bases='' pid
	# Not grep -q: it would not read to the end, and the writer's complaint would count as "not found".
	docker buildx inspect 2>/dev/null | grep 'linux/arm64' >/dev/null || engine_arm64 || return 1
	if ! bases_public; then
		bases=$(bases_folder) || return 1
	fi
	engine_bases "$bases" "$INSTANCE/registry" || return 1
	registry_here
	registry_start "$INSTANCE/registry"
	engine_env "$bases"
	env --default-signal=INT,QUIT "$@" <&0 5>&- 7>&- 8>&- &
	pid=$!
	engine_wait "$pid"
}

# arm64 programs in the machine's own engine. Without root, the engine itself has to see to it.
engine_arm64() {
	if ((EUID == 0)); then
		binfmt_acquire
	else
		docker run --quiet --privileged --rm tonistiigi/binfmt --install arm64 >&2 || die 'arm64 programs do not run here, and letting them run needs root'
	fi
}

# Debian's docker-registry, where the image registry:3 cannot be had.
registry_here() {
	local folder=$CACHE/tools/registry
	has docker-registry && return 0
	docker image inspect registry:3 >/dev/null 2>&1 || docker pull --quiet registry:3 >/dev/null 2>&1 && return 0
	debian_here || return 0
	[[ -x $folder/usr/bin/docker-registry ]] || debian_unpack here "$folder" docker-registry
	PATH=$folder/usr/bin:$PATH
}

engine_run_private() {
	((EUID == 0)) || die 'there is no usable Docker engine, and starting one needs root'
	local bases='' tools pid
	if bases_public; then
		tools=$(tools_folder) || return 1
	else
		# The two take a while the first time, and neither needs the other.
		bases_folder >"$INSTANCE/bases" &
		pid=$!
		tools=$(tools_folder) || return 1
		wait "$pid" || die 'the base images are missing'
		bases=$(<"$INSTANCE/bases")
	fi
	engine_bases "$bases" "$INSTANCE/registry" || return 1
	binfmt_acquire
	rm -f "$INSTANCE/pid"
	# Should this script be killed, the sandbox dies with it.
	env --default-signal=INT,QUIT setpriv --pdeathsig KILL unshare --net --mount --propagation private --pid --fork --kill-child \
		bash "$ROOT/script/lib/sandbox.sh" "$INSTANCE" "$INSTANCE_LIFE" "$tools" "$bases" "$@" <&0 5>&- 7>&- 8>&- &
	SANDBOX_PID=$!
	wait_for 10 test -s "$INSTANCE/pid" || die 'the private engine could not be started'
	setpriv --pdeathsig KILL slirp4netns --configure --mtu=65520 --disable-host-loopback "$(<"$INSTANCE/pid")" tap0 \
		>"$INSTANCE/network.log" 2>&1 </dev/null 5>&- 7>&- 8>&- &
	NETWORK_PID=$!
	# unshare only waits; it is the shell inside that knows how to stop.
	engine_wait "$SANDBOX_PID" "$(<"$INSTANCE/pid")"
}

engine_stop_private() {
	if [[ -n ${SANDBOX_PID:-} ]]; then
		kill -KILL "$SANDBOX_PID" 2>/dev/null || true
		wait "$SANDBOX_PID" 2>/dev/null || true
		SANDBOX_PID=''
	fi
	if [[ -n ${NETWORK_PID:-} ]]; then
		kill "$NETWORK_PID" 2>/dev/null || true
		wait "$NETWORK_PID" 2>/dev/null || true
		NETWORK_PID=''
	fi
	# The kernel keeps empty control groups.
	find /sys/fs/cgroup -depth -type d -path "*/lucid-${INSTANCE##*/}*" -exec rmdir {} \; 2>/dev/null || true
}
