import type { Check, Unchecked } from "../documents/build.ts";
import type { Verification } from "../service/service.ts";
import { type CheckId, checkKinds } from "../service/verify-checks.ts";

/** One row, as a check has it. */
export interface Verdict {
	/** For people; the id where nothing is said. */
	readonly name?: string;
	readonly ok: boolean;
	readonly expected: string;
	readonly actual: string | undefined;
}

/** Gathers the rows of one image, at the levels that the catalog gives them. */
export class Verdicts {
	readonly #levels: Readonly<Record<string, string>>;
	readonly #checks: Check[] = [];
	readonly #unchecked = new Map<string, Unchecked>();

	constructor({ checks = {} }: Verification) {
		this.#levels = checks;
	}

	/** Whether it is to be looked at; when the catalog switched it off, that is told. */
	wants(id: CheckId): boolean {
		if (this.#levels[id] !== "off") return true;
		this.skip(id, "switched off in the catalog");
		return false;
	}

	/** The catalog names the check: it holds also where it would not by itself. */
	isSet(id: CheckId): boolean {
		return Object.hasOwn(this.#levels, id);
	}

	add(id: CheckId, { name = id, ok, expected, actual }: Verdict): void {
		if (!this.wants(id)) return;
		const level = this.#levels[id] ?? checkKinds.find((one) => one.id === id)?.level;
		const shown = actual === undefined || actual === "" ? "none" : actual;
		this.#checks.push({ id, name, ok, expected, actual: shown, ...(level === "warning" && { level }) });
	}

	skip(id: CheckId, reason: string): void {
		if (!this.#unchecked.has(id)) this.#unchecked.set(id, { id, reason });
	}

	get checks(): readonly Check[] {
		return this.#checks;
	}

	get unchecked(): readonly Unchecked[] {
		return [...this.#unchecked.values()];
	}
}

/** `a, b and 3 more`. */
export function few(list: readonly string[], most = 5): string {
	const more = list.length - most;
	return more > 0 ? `${list.slice(0, most).join(", ")} and ${more} more` : list.join(", ");
}
