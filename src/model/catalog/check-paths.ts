import type { RepositoryPaths } from "./host.ts";
import { pathFault } from "./path-fault.ts";
import type { Problems } from "./problems.ts";
import type { CatalogSource } from "./references.ts";
import type { RawService } from "./schema/catalog.ts";

/** Where there is no `Dockerfile`, BuildKit takes a `dockerfile`. */
export function findDockerfile(name: string, host: RepositoryPaths): string {
	if (!/(?:^|\/)Dockerfile$/.test(name) || host.kindOf(name) !== "missing") return name;
	const lower = name.replace(/Dockerfile$/, "dockerfile");
	return host.kindOf(lower) === "file" ? lower : name;
}

/** A path that leads out of the repository is refused whatever else there is; one that leads nowhere only keeps its own service from being built. */
export function checkPaths(
	base: readonly ["services", string],
	service: RawService,
	context: string,
	dockerfile: string,
	host: RepositoryPaths,
	{ locate }: CatalogSource,
	problems: Problems,
): void {
	const contextPath = [...base, "context"];
	const spoiled = problems.isInvalid(contextPath);
	const contextFault = spoiled ? undefined : pathFault(host, "context", context, "folder");
	if (contextFault !== undefined) problems.addPathFault(contextFault, locate(contextPath, "value"), contextPath);
	const path = [...base, "dockerfile"];
	if (problems.isInvalid(path)) return;
	// The default lies in the context: where that is missing, so is this, and one problem is enough.
	if (service.dockerfile === undefined && problems.isInvalid(contextPath)) return;
	const fault = pathFault(host, "Dockerfile", dockerfile, "file", context === "." ? [] : [`${context}/${dockerfile}`]);
	if (fault !== undefined) {
		const at = service.dockerfile === undefined ? locate(base, "key") : locate(path, "value");
		problems.addPathFault(fault, at, path);
	}
}
