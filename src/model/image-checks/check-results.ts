import type { Check, Unchecked } from "../documents/build.ts";
import type { VerifySettings } from "../service/service.ts";
import { type VerifyCheckId, verifyChecks } from "../service/verify-checks.ts";

/** One result of a check. */
export interface CheckResult {
	/** Title; by default the id. */
	readonly name?: string;
	readonly ok: boolean;
	readonly expected: string;
	readonly actual: string | undefined;
}

/** Collects the results of one image at the levels of the catalog. */
export class CheckResults {
	readonly #levels: Readonly<Record<string, string>>;
	readonly #checks: Check[] = [];
	readonly #unchecked = new Map<string, Unchecked>();

	constructor({ checks = {} }: VerifySettings) {
		this.#levels = checks;
	}

	/** Whether to run a check. Records it as skipped if the catalog switches it off. */
	isEnabled(id: VerifyCheckId): boolean {
		if (this.#levels[id] !== "off") return true;
		this.skip(id, "switched off in the catalog");
		return false;
	}

	/** Whether the catalog sets a level for the check, which then runs for every image. */
	isSet(id: VerifyCheckId): boolean {
		return Object.hasOwn(this.#levels, id);
	}

	add(id: VerifyCheckId, { name = id, ok, expected, actual }: CheckResult): void {
		if (!this.isEnabled(id)) return;
		const level = this.#levels[id] ?? verifyChecks.find((check) => check.id === id)?.level;
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
