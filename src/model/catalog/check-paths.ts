import { closestMatch } from "../../util/closest-match.ts";
import type { Fault } from "./problems.ts";
import type { RepositoryPaths, ResolveContext } from "./resolve-context.ts";
import type { RawService } from "./schema/catalog.ts";
import { quote } from "./values/quote.ts";

/** Falls back to `dockerfile`, as BuildKit does. */
export function findDockerfile(name: string, paths: RepositoryPaths): string {
	if (!/(?:^|\/)Dockerfile$/.test(name) || paths.kindOf(name) !== "missing") return name;
	const lower = name.replace(/Dockerfile$/, "dockerfile");
	return paths.kindOf(lower) === "file" ? lower : name;
}

/** A path out of the repository invalidates the catalog; a missing path only blocks its service. */
export function checkPaths(
	{ source, paths, problems }: ResolveContext,
	name: string,
	service: RawService,
	{ context, dockerfile }: { readonly context: string; readonly dockerfile: string },
): void {
	const base = ["services", name];
	const contextPath = [...base, "context"];
	const contextFault = problems.isInvalid(contextPath)
		? undefined
		: pathFault(paths, { what: "context", path: context, wanted: "folder" });
	if (contextFault !== undefined) problems.addPathFault(contextFault, source.locate(contextPath, "value"), contextPath);
	const path = [...base, "dockerfile"];
	if (problems.isInvalid(path)) return;
	// The default Dockerfile is in the context: if that is missing, one problem is enough.
	if (service.dockerfile === undefined && problems.isInvalid(contextPath)) return;
	const suggestions = context === "." ? [] : [`${context}/${dockerfile}`];
	const fault = pathFault(paths, { what: "Dockerfile", path: dockerfile, wanted: "file", suggestions });
	if (fault === undefined) return;
	const at = service.dockerfile === undefined ? source.locate(base, "key") : source.locate(path, "value");
	problems.addPathFault(fault, at, path);
}

interface RequiredPath {
	/** For messages: `context`. */
	readonly what: string;
	readonly path: string;
	readonly wanted: "file" | "folder";
	/** Proposed first, if they exist. */
	readonly suggestions?: readonly string[];
}

/** Why a required path is invalid; undefined if it is valid. */
export function pathFault(
	paths: RepositoryPaths,
	{ what, path, wanted, suggestions = [] }: RequiredPath,
): Fault | undefined {
	const kind = paths.kindOf(path);
	const code = "catalog/missing-file";
	switch (kind) {
		case wanted:
		case "unknown":
			return undefined;
		case "outside":
			return {
				code: "catalog/outside",
				message: `${what} ${quote(path)} leaves the repository`,
				why: "a symbolic link leads out of the catalog's folder",
				fix: "copy its target into the repository",
			};
		case "missing": {
			const near =
				suggestions.find((candidate) => paths.kindOf(candidate) === wanted) ?? nearestPath(paths, path, wanted);
			const suggested =
				near === undefined ? "create it, or mark the service `planned: true`" : `did you mean ${quote(near)}?`;
			const fix = paths.howToGet?.(path) ?? suggested;
			return { code, message: `${what} ${quote(path)} does not exist`, fix };
		}
		default: {
			const inside = wanted === "file" ? nearestPath(paths, `${path}/Dockerfile`, "file") : undefined;
			const fix = inside === undefined ? `name a ${wanted}` : `did you mean ${quote(inside)}?`;
			const actual = kind === "other" ? "neither file nor folder" : `a ${kind}`;
			return { code, message: `${what} ${quote(path)} is ${actual}`, fix };
		}
	}
}

/** The most similar existing path: each missing part is replaced by its nearest neighbour. */
function nearestPath(paths: RepositoryPaths, path: string, wanted: "file" | "folder"): string | undefined {
	const parts = path.split("/");
	const result: string[] = [];
	for (const [i, part] of parts.entries()) {
		const folder = result.length === 0 ? "." : result.join("/");
		const names = paths.list(folder);
		const isLast = i === parts.length - 1;
		const kind = isLast ? wanted : "folder";
		const candidates = () => names.filter((name) => paths.kindOf(folder === "." ? name : `${folder}/${name}`) === kind);
		const name = names.includes(part)
			? part
			: (closestMatch(part, candidates()) ?? (isLast ? onlyVariant(part, candidates()) : undefined));
		if (name === undefined) return undefined;
		result.push(name);
	}
	const similar = result.join("/");
	return paths.kindOf(similar) === wanted ? similar : undefined;
}

/** For a missing `Dockerfile`, the only `Dockerfile.api`. */
function onlyVariant(name: string, names: readonly string[]): string | undefined {
	const stem = name.split(".", 1)[0] ?? name;
	const variants = names.filter((other) => other.startsWith(`${stem}.`) && !other.endsWith(".dockerignore"));
	return variants.length === 1 ? variants[0] : undefined;
}
