import { defined } from "../../util/defined.ts";
import { type Location, type Problem, UserError } from "../../util/errors.ts";

/** Keys and indexes from the top of the catalog down to a value. */
export type KeyPath = readonly (string | number)[];

/** A mistake in one value, before it is known where the value stands. */
export interface Fault {
	readonly code: `catalog/${string}`;
	readonly message: string;
	readonly why?: string;
	readonly fix?: string;
}

/** Where a path's key or value stands in the file. */
export type Locate = (path: KeyPath, what: "key" | "value") => Location;

/** More than this is one mistake made many times, or no catalog at all. */
const most = 500;

/** Gathers what is wrong, so that all of it is told at once. */
export class Problems {
	readonly #found: Problem[] = [];
	#count = 0;
	readonly #paths = new Set<string>();
	readonly #holders = new Set<string>();
	readonly #ofService = new Map<string, Problem[]>();

	/** Notes a fault at a place. The path is remembered, so that checks that rest on its value are left out. */
	add(fault: Fault, at: Location | undefined, path?: KeyPath): void {
		this.#count++;
		if (!this.isFull) this.#found.push({ ...fault, ...defined({ at }) });
		if (path === undefined) return;
		this.#paths.add(pathKey(path));
		for (const i of path.keys()) this.#holders.add(pathKey(path.slice(0, i)));
	}

	/**
	 * Notes what keeps one service from being built and concerns no other: by itself it is not a reason to refuse the catalog. Beside one that is, it is told with
	 * all the others.
	 */
	addToService(service: string, fault: Fault, at: Location, path: KeyPath): void {
		const mine = this.#ofService.get(service) ?? [];
		this.#ofService.set(service, mine);
		mine.push({ ...fault, at });
		this.#paths.add(pathKey(path));
	}

	/** What is wrong with a path on disk. One that leads nowhere concerns the service that it is written in; one that leads out of the repository, all. */
	addPathFault(fault: Fault, at: Location, path: KeyPath): void {
		const [section, name] = path;
		if (section === "services" && fault.code === "catalog/missing-file")
			this.addToService(String(name), fault, at, path);
		else this.add(fault, at, path);
	}

	/** What keeps this service, and no other, from being built. */
	ofService(service: string): readonly Problem[] {
		return this.#ofService.get(service) ?? [];
	}

	/** True when this value, or one that it stands in, is wrong already. */
	isInvalid(path: KeyPath): boolean {
		return path.some((_, i) => this.#paths.has(pathKey(path.slice(0, path.length - i))));
	}

	/** True when this value, or anything in it, is wrong already. */
	isInvalidWithin(path: KeyPath): boolean {
		return this.isInvalid(path) || this.#holders.has(pathKey(path));
	}

	/** True when so much is wrong that more of it helps nobody. */
	get isFull(): boolean {
		return this.#count > most;
	}

	get isEmpty(): boolean {
		return this.#count === 0;
	}

	/** Throws a UserError with everything found, in the order of the file. */
	fail(): never {
		const sorted = [...this.#found, ...[...this.#ofService.values()].flat()].sort(
			(a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0),
		);
		if (!this.isFull) throw new UserError(sorted);
		const message = `more than ${most} problems; the others are not listed`;
		const rest: Problem = { code: "catalog/many", message, fix: "mend these first" };
		throw new UserError([...sorted, rest]);
	}
}

function pathKey(path: KeyPath): string {
	return JSON.stringify(path.map(String));
}
