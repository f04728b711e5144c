import { closestMatch } from "../../util/closest-match.ts";
import type { RepositoryPaths } from "./host.ts";
import type { Fault } from "./problems.ts";
import { quote } from "./values/quote.ts";

/** What is wrong with a path that must be there, or nothing. `meant` are paths to offer first when they exist. */
export function pathFault(
	host: RepositoryPaths,
	what: string,
	path: string,
	wanted: "file" | "folder",
	meant: readonly string[] = [],
): Fault | undefined {
	const kind = host.kindOf(path);
	switch (kind) {
		case wanted:
			return undefined;
		case "outside":
			return {
				code: "catalog/outside",
				message: `${what} ${quote(path)} leaves the repository`,
				why: "a link on the way leads out of the catalog's folder",
				fix: "copy what it leads to into the repository",
			};
		case "missing": {
			const remedy = host.howToGet?.(path);
			if (remedy !== undefined)
				return { code: "catalog/missing-file", message: `${what} ${quote(path)} does not exist`, fix: remedy };
			const near = meant.find((one) => host.kindOf(one) === wanted) ?? nearestPath(host, path, wanted);
			const fix = near === undefined ? "make it, or mark the service `planned: true`" : `did you mean ${quote(near)}?`;
			return { code: "catalog/missing-file", message: `${what} ${quote(path)} does not exist`, fix };
		}
		default: {
			const inside = wanted === "file" ? nearestPath(host, `${path}/Dockerfile`, "file") : undefined;
			const fix = inside === undefined ? `name a ${wanted}` : `did you mean ${quote(inside)}?`;
			const found = kind === "other" ? "neither file nor folder" : `a ${kind}`;
			return { code: "catalog/missing-file", message: `${what} ${quote(path)} is ${found}`, fix };
		}
	}
}

/** The existing path that differs least: each part that is missing is taken for its nearest neighbour. */
function nearestPath(host: RepositoryPaths, path: string, wanted: "file" | "folder"): string | undefined {
	const parts = path.split("/");
	const found: string[] = [];
	for (const [i, part] of parts.entries()) {
		const folder = found.length === 0 ? "." : found.join("/");
		const names = host.list(folder);
		const last = i === parts.length - 1;
		const kind = last ? wanted : "folder";
		const here = names.includes(part) ? part : undefined;
		const fits = (name: string) => host.kindOf(folder === "." ? name : `${folder}/${name}`) === kind;
		const name =
			here ?? closestMatch(part, names.filter(fits)) ?? (last ? onlyLike(part, names.filter(fits)) : undefined);
		if (name === undefined) return undefined;
		found.push(name);
	}
	const result = found.join("/");
	return host.kindOf(result) === wanted ? result : undefined;
}

/** `Dockerfile` is missing, but there is one `Dockerfile.api`. */
function onlyLike(name: string, names: readonly string[]): string | undefined {
	const stem = name.split(".", 1)[0] ?? name;
	const like = names.filter((one) => one.startsWith(`${stem}.`) && !one.endsWith(".dockerignore"));
	return like.length === 1 ? like[0] : undefined;
}
