import { defined } from "../../util/defined.ts";
import { type Location, type Problem, UserError } from "../../util/errors.ts";

/** Keys and indexes from the root of the catalog to a value. */
export type KeyPath = readonly (string | number)[];

/** A problem of one value, without its location. */
export interface Fault {
	readonly code: `catalog/${string}`;
	readonly message: string;
	readonly why?: string | undefined;
	readonly fix?: string | undefined;
}

/** Locates the key or the value of a path in the file. */
export type Locate = (path: KeyPath, what: "key" | "value") => Location;

/** More problems than this are one mistake made many times, or another file. */
const most = 500;

/** Collects problems, to report all at once. */
export class Problems {
	readonly #problems: Problem[] = [];
	#count = 0;
	readonly #paths = new Set<string>();
	readonly #holders = new Set<string>();
	readonly #ofService = new Map<string, Problem[]>();

	/** Adds a fault. Later checks that depend on the value at `path` are skipped. */
	add(fault: Fault, at: Location | undefined, path?: KeyPath): void {
		this.#count++;
		if (!this.isFull) this.#problems.push(problemOf(fault, at));
		if (path === undefined) return;
		this.#paths.add(pathKey(path));
		for (const i of path.keys()) this.#holders.add(pathKey(path.slice(0, i)));
	}

	/** Adds a problem that blocks one service only. By itself it does not invalidate the catalog. */
	addToService(service: string, fault: Fault, at: Location, path: KeyPath): void {
		const own = this.#ofService.get(service) ?? [];
		this.#ofService.set(service, own);
		own.push(problemOf(fault, at));
		this.#paths.add(pathKey(path));
	}

	/** Adds a fault of a path. A missing path blocks its service, any other one invalidates the catalog. */
	addPathFault(fault: Fault, at: Location, path: KeyPath): void {
		const [section, name] = path;
		if (section === "services" && fault.code === "catalog/missing-file")
			this.addToService(String(name), fault, at, path);
		else this.add(fault, at, path);
	}

	/** Problems that block this service only. */
	ofService(service: string): readonly Problem[] {
		return this.#ofService.get(service) ?? [];
	}

	/** Whether this value, or a parent of it, has a problem. */
	isInvalid(path: KeyPath): boolean {
		return path.some((_, i) => this.#paths.has(pathKey(path.slice(0, path.length - i))));
	}

	/** Whether this value, a parent of it, or a part of it has a problem. */
	isInvalidWithin(path: KeyPath): boolean {
		return this.isInvalid(path) || this.#holders.has(pathKey(path));
	}

	get isFull(): boolean {
		return this.#count > most;
	}

	get isEmpty(): boolean {
		return this.#count === 0;
	}

	/** Throws a UserError with all problems in the order of the file. */
	fail(): never {
		const sorted = [...this.#problems, ...[...this.#ofService.values()].flat()].sort(
			(a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0),
		);
		if (!this.isFull) throw new UserError(sorted);
		const message = `more than ${most} problems; the others are not listed`;
		const rest: Problem = { code: "catalog/many", message, fix: "fix these first" };
		throw new UserError([...sorted, rest]);
	}
}

function pathKey(path: KeyPath): string {
	return JSON.stringify(path.map(String));
}

const problemOf = ({ code, message, why, fix }: Fault, at: Location | undefined): Problem => ({
	code,
	message,
	...defined({ why, fix, at }),
});
