/**
 * The name under which BuildKit looks for a named context that takes an image's place: docker.io and library dropped, `:latest` trimmed;
 * `docker.io/library/python:latest` is `python`.
 */
export function imageKey(ref: string): string {
	const [name = "", digest] = ref.split("@");
	const slash = name.indexOf("/");
	const host = slash < 0 ? "" : name.slice(0, slash);
	// A first part is a host when it could not be a folder of Docker Hub.
	const hasHost = /[.:]/.test(host) || host === "localhost" || host !== host.toLowerCase();
	const docker = ["docker.io", "index.docker.io"].includes(host);
	const rest = !hasHost || docker ? name.slice(docker ? slash + 1 : 0).replace(/^library\/(?=[^/]+$)/, "") : name;
	if (digest !== undefined) return `${rest}@${digest}`;
	return rest.replace(/:latest$/, "");
}
