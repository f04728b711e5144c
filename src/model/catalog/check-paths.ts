import type { Host } from "./host.ts";
import { pathFault } from "./path-fault.ts";
import type { Problems } from "./problems.ts";
import type { Written } from "./relations.ts";
import type { RawService } from "./schema/catalog.ts";

/** Where there is no `Dockerfile`, BuildKit takes a `dockerfile`. */
export function dockerfileOf(name: string, host: Host): string {
	if (!/(?:^|\/)Dockerfile$/.test(name) || host.look(name) !== "missing") return name;
	const lower = name.replace(/Dockerfile$/, "dockerfile");
	return host.look(lower) === "file" ? lower : name;
}

/** A path that leads out of the repository is refused whatever else there is; one that leads nowhere only keeps its own service from being built. */
export function checkPaths(
	base: readonly ["services", string],
	service: RawService,
	context: string,
	dockerfile: string,
	host: Host,
	{ locate }: Written,
	problems: Problems,
): void {
	const contextPath = [...base, "context"];
	const spoiled = problems.spoiled(contextPath);
	const contextFault = spoiled ? undefined : pathFault(host, "context", context, "folder");
	if (contextFault !== undefined) problems.addOnDisk(contextFault, locate(contextPath, "value"), contextPath);
	const path = [...base, "dockerfile"];
	if (problems.spoiled(path)) return;
	// The default lies in the context: where that is missing, so is this, and one problem is enough.
	if (service.dockerfile === undefined && problems.spoiled(contextPath)) return;
	const fault = pathFault(host, "Dockerfile", dockerfile, "file", context === "." ? [] : [`${context}/${dockerfile}`]);
	if (fault !== undefined) {
		const at = service.dockerfile === undefined ? locate(base, "key") : locate(path, "value");
		problems.addOnDisk(fault, at, path);
	}
}
