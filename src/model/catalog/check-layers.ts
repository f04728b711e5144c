import { readObject } from "../../util/json.ts";
import { pathFault } from "./check-paths.ts";
import { credentialFault } from "./credentials.ts";
import { type ResolveContext, settingsLayers } from "./resolve-context.ts";

/** Checks named contexts, secret files and credential-like values of `defaults`, phases and services. */
export function checkLayers({ raw, source, paths, problems }: ResolveContext): void {
	for (const [base, layer] of settingsLayers(raw)) {
		for (const [key, what] of [
			["args", "build argument"],
			["labels", "label"],
		] as const) {
			for (const [name, value] of Object.entries(layer[key] ?? {})) {
				const fault = credentialFault(what, name, value);
				const path = [...base, key, name];
				if (fault !== undefined) problems.add(fault, source.locate(path, "value"), path);
			}
		}
		for (const [name, context] of Object.entries(layer.contexts ?? {})) {
			if (context.kind !== "path") continue;
			const path = [...base, "contexts", name];
			const fault = pathFault(paths, { what: "context", path: context.path, wanted: "folder" });
			if (fault !== undefined) problems.addPathFault(fault, source.locate(path, "value"), path);
		}
		for (const secret of layer.secrets ?? []) {
			// A secret file is often created just before the build; only a path out of the repository is invalid.
			if (secret.from !== "file" || paths.kindOf(secret.file) !== "outside") continue;
			const index = source.list([...base, "secrets"]).findIndex((written) => readObject(written)?.id === secret.id);
			const fault = pathFault(paths, { what: "secret file", path: secret.file, wanted: "file" });
			if (fault !== undefined) problems.add(fault, source.locate([...base, "secrets", index, "file"], "value"));
		}
	}
}
