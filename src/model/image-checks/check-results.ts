import type { Check, Unchecked } from "../documents/build.ts";
import type { VerifySettings } from "../service/service.ts";
import { type VerifyCheckId, verifyChecks } from "../service/verify-checks.ts";

/** One row, as a check has it. */
export interface CheckResult {
	/** For people; the id where nothing is said. */
	readonly name?: string;
	readonly ok: boolean;
	readonly expected: string;
	readonly actual: string | undefined;
}

/** Gathers the rows of one image, at the levels that the catalog gives them. */
export class CheckResults {
	readonly #levels: Readonly<Record<string, string>>;
	readonly #checks: Check[] = [];
	readonly #unchecked = new Map<string, Unchecked>();

	constructor({ checks = {} }: VerifySettings) {
		this.#levels = checks;
	}

	/** Whether it is to be looked at; when the catalog switched it off, that is told. */
	isEnabled(id: VerifyCheckId): boolean {
		if (this.#levels[id] !== "off") return true;
		this.skip(id, "switched off in the catalog");
		return false;
	}

	/** The catalog names the check: it holds also where it would not by itself. */
	isSet(id: VerifyCheckId): boolean {
		return Object.hasOwn(this.#levels, id);
	}

	add(id: VerifyCheckId, { name = id, ok, expected, actual }: CheckResult): void {
		if (!this.isEnabled(id)) return;
		const level = this.#levels[id] ?? verifyChecks.find((one) => one.id === id)?.level;
		const shown = actual === undefined || actual === "" ? "none" : actual;
		this.#checks.push({ id, name, ok, expected, actual: shown, ...(level === "warning" && { level }) });
	}

	skip(id: VerifyCheckId, reason: string): void {
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
export function shortList(list: readonly string[], most = 5): string {
	const more = list.length - most;
	return more > 0 ? `${list.slice(0, most).join(", ")} and ${more} more` : list.join(", ");
}
