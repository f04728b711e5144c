import { type Location, type Problem, UserError } from "../errors.ts";

/** Keys and indexes from the top of the catalog down to a value. */
export type Path = readonly (string | number)[];

/** A mistake in one value, before it is known where the value stands. */
export interface Fault {
	readonly code: `catalog/${string}`;
	readonly message: string;
	readonly why?: string;
	readonly fix?: string;
}

/** Where a path's key or value stands in the file. */
export type Locate = (path: Path, what: "key" | "value") => Location;

/** More than this is one mistake made many times, or no catalog at all. */
const most = 500;

/** Gathers what is wrong, so that all of it is told at once. */
export class Problems {
	readonly #found: Problem[] = [];
	readonly #paths = new Set<string>();

	/** Notes a fault at a place. The path is remembered, so that checks that rest on its value are left out. */
	add(fault: Fault, at: Location, path?: Path): void {
		this.#found.push({ ...fault, at });
		if (path !== undefined) this.#paths.add(pathKey(path));
	}

	/** True when this value, or one that it stands in, is wrong already. */
	spoiled(path: Path): boolean {
		return path.some((_, i) => this.#paths.has(pathKey(path.slice(0, path.length - i))));
	}

	get empty(): boolean {
		return this.#found.length === 0;
	}

	/** Throws a UserError with everything found, in the order of the file. */
	fail(): never {
		const sorted = this.#found.sort(
			(a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0),
		);
		const more = sorted.length - most;
		if (more <= 0) throw new UserError(sorted);
		const rest: Problem = { code: "catalog/many", message: `and ${more} more problems`, fix: "mend these first" };
		throw new UserError([...sorted.slice(0, most), rest]);
	}
}

function pathKey(path: Path): string {
	return JSON.stringify(path.map(String));
}
