import { credentialFault } from "./credentials.ts";
import type { RepositoryPaths } from "./host.ts";
import type { SettingsLayer } from "./merge-settings.ts";
import { pathFault } from "./path-fault.ts";
import type { KeyPath, Problems } from "./problems.ts";
import type { CatalogSource } from "./references.ts";
import type { RawCatalog, RawService } from "./schema/catalog.ts";

/** Checks what is written once and used by many: named contexts, secret files, and values that look like credentials. */
export function checkLayers(
	raw: RawCatalog,
	host: RepositoryPaths,
	{ locate, list }: CatalogSource,
	problems: Problems,
): void {
	const layers: [KeyPath, SettingsLayer | RawService | undefined][] = [
		[["defaults"], raw.defaults],
		...Object.entries(raw.phases ?? {}).map(([id, layer]): [KeyPath, SettingsLayer] => [["phases", id], layer]),
		...Object.entries(raw.services).map(([id, layer]): [KeyPath, RawService] => [["services", id], layer]),
	];
	for (const [base, layer] of layers) {
		for (const [key, what] of [
			["args", "build argument"],
			["labels", "label"],
		] as const) {
			for (const [name, value] of Object.entries(layer?.[key] ?? {})) {
				const fault = credentialFault(what, name, value);
				const path = [...base, key, name];
				if (fault !== undefined) problems.add(fault, locate(path, "value"), path);
			}
		}
		for (const [name, context] of Object.entries(layer?.contexts ?? {})) {
			const path = [...base, "contexts", name];
			const fault = context.kind === "path" ? pathFault(host, "context", context.path, "folder") : undefined;
			if (fault !== undefined) problems.addPathFault(fault, locate(path, "value"), path);
		}
		for (const secret of layer?.secrets ?? []) {
			// A secret's file is often made just before the build; only one that leads out is wrong.
			if (secret.from !== "file" || host.kindOf(secret.file) !== "outside") continue;
			const written = list([...base, "secrets"]);
			const index = written.findIndex((one) => (one as { id?: unknown } | null)?.id === secret.id);
			const fault = pathFault(host, "secret file", secret.file, "file");
			if (fault !== undefined) problems.add(fault, locate([...base, "secrets", index, "file"], "value"));
		}
	}
}
