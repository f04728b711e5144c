#!/usr/bin/env bash
# The inside of the private engine's namespaces, where it is the first process: brings up network, registry and engine,
# runs a command, and stops. The kernel ends everything that is left.
# Arguments: the instance's folder, keep or discard, the tools' folder, the stand-ins' folder or nothing, the command.
read -r host_pid _ </proc/self/stat # still the machine's /proc: our number out there
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=engine.sh
source "$ROOT/script/lib/engine.sh"
INSTANCE=$1 life=$2 tools=$3 bases=$4
shift 4

export PATH=$tools/bin:$PATH:/usr/sbin:/sbin
# A configuration of its own: buildx keeps its builders and which of them is the current one beside it.
export DOCKER_CONFIG=$INSTANCE/config DOCKER_HOST=unix:///run/docker.sock
mkdir -p "$DOCKER_CONFIG"
ln -sfn "$tools/config/cli-plugins" "$DOCKER_CONFIG/cli-plugins"
[[ -e $DOCKER_CONFIG/config.json ]] || echo '{}' >"$DOCKER_CONFIG/config.json"
unset DOCKER_CONTEXT DOCKER_TLS_VERIFY DOCKER_CERT_PATH BUILDX_BUILDER BUILDX_CONFIG

sandbox_mounts() {
	mount -t proc proc /proc
	# A name server on the loopback is out of reach from here; the network's own passes questions on to it.
	if grep -qE '^nameserver[[:space:]]+(127\.|::1)' /etc/resolv.conf; then
		echo 'nameserver 10.0.2.3' >"$INSTANCE/resolv.conf"
		mount --bind "$INSTANCE/resolv.conf" /etc/resolv.conf
	fi
	# Sockets get their usual short places, and no other engine's are seen.
	mount -t tmpfs -o mode=755 tmpfs /run
	mkdir -p /run/lock /run/tmp "$INSTANCE/tmp"
	# BuildKit's SSH sockets lie in the engine's temporary folder, and the path of a socket has at most 107 bytes.
	mount --bind "$INSTANCE/tmp" /run/tmp
}

sandbox_network() {
	ip link set lo up
	printf '%s' "$host_pid" >"$INSTANCE/pid" # now the outside connects us
	wait_for 10 sandbox_connected || die "the engine's network did not come up: $(tail -n 3 "$INSTANCE/network.log" 2>&1)"
}

# shellcheck disable=SC2317 # called by wait_for
sandbox_connected() { [[ -n $(ip route show default) ]]; }

sandbox_engine() {
	cat >"$INSTANCE/engine.json" <<-END
		{
			"features": { "containerd-snapshotter": true },
			"data-root": "$INSTANCE/engine",
			"hosts": ["$DOCKER_HOST"],
			"exec-opts": ["native.cgroupdriver=cgroupfs"],
			"cgroup-parent": "/lucid-${INSTANCE##*/}",
			"shutdown-timeout": 3
		}
	END
	DOCKER_TMPDIR=/run/tmp dockerd --config-file "$INSTANCE/engine.json" >"$INSTANCE/engine.log" 2>&1 </dev/null &
	engine_pid=$!
}

sandbox_mounts
sandbox_network
sandbox_engine
registry_start "$INSTANCE/registry"
end=$((SECONDS + 60))
until docker version >/dev/null 2>&1; do
	if ! kill -0 "$engine_pid" 2>/dev/null || ((SECONDS >= end)); then
		die "the engine did not start; the end of its log:"$'\n'"$(tail -n 8 "$INSTANCE/engine.log")"
	fi
	sleep 0.1
done
engine_env "$bases"

env --default-signal=INT,QUIT "$@" <&0 &
status=0
engine_wait $! || status=$?

if [[ $life == keep ]]; then
	registry_stop
	kill "$engine_pid"
	wait "$engine_pid" || true
fi
exit "$status"
