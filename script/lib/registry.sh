#!/usr/bin/env bash
# A registry of our own on the loopback: Debian's docker-registry, or the public image where an engine can pull it.

# A free port of the loopback.
free_port() {
	node -e 'const s = require("node:net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

registry_answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1"); }

# Starts a registry that keeps its content in a folder. Sets REGISTRY_PORT; registry_stop ends it.
registry_start() {
	local storage=$1
	mkdir -p "$storage"
	if has docker-registry; then
		registry_start_program "$storage"
	else
		registry_start_container "$storage"
	fi
	wait_for 20 registry_answers "$REGISTRY_PORT" ||
		die "the registry did not start; the end of its log: $(tail -n 5 "$INSTANCE/registry.log" 2>&1)"
}

registry_start_program() {
	local storage=$1
	REGISTRY_PORT=$(free_port)
	cat >"$INSTANCE/registry.yml" <<-END
		version: 0.1
		log: { level: warn, accesslog: { disabled: true } }
		storage:
		  filesystem: { rootdirectory: "$storage" }
		  delete: { enabled: true }
		  maintenance: { uploadpurging: { enabled: false } }
		http: { addr: "127.0.0.1:$REGISTRY_PORT", secret: local }
	END
	# Its heap is next to nothing: left alone, Go would go through it for half of the time.
	GOGC=800 OTEL_TRACES_EXPORTER=none docker-registry serve "$INSTANCE/registry.yml" >"$INSTANCE/registry.log" 2>&1 </dev/null 5>&- 7>&- 8>&- &
	REGISTRY_PID=$!
}

registry_start_container() {
	local storage=$1
	# As ourselves: what root wrote, a user who is not root could not remove again.
	REGISTRY_CONTAINER=$(docker run --detach --rm --user "$(id -u):$(id -g)" --publish 127.0.0.1::5000 \
		--env REGISTRY_STORAGE_DELETE_ENABLED=true --env GOGC=800 \
		--volume "$storage:/var/lib/registry" registry:3 2>"$INSTANCE/registry.log") ||
		die "no registry: Debian's docker-registry is not there, and the image registry:3 does not run: $(tail -n 1 "$INSTANCE/registry.log")"
	REGISTRY_PORT=$(docker port "$REGISTRY_CONTAINER" 5000/tcp | sed -n 's/^127\.0\.0\.1://p')
}

registry_stop() {
	if [[ -n ${REGISTRY_PID:-} ]]; then
		kill "$REGISTRY_PID" 2>/dev/null || true
		wait "$REGISTRY_PID" 2>/dev/null || true
	fi
	if [[ -n ${REGISTRY_CONTAINER:-} ]]; then
		docker rm --force "$REGISTRY_CONTAINER" >/dev/null 2>&1 || true
	fi
	REGISTRY_PID='' REGISTRY_CONTAINER=''
}
