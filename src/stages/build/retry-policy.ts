import { retryDelay, retryPolicies } from "../../util/retry.ts";
import type { Recovery } from "./bake-failure.ts";

/** The attempts to build one image. */
export class BuildAttempts {
	#cure: Recovery;
	#done: number;
	#crashed = false;
	#uncached = false;

	/** `last` is the result of a first attempt, if there was one. */
	constructor(last: Recovery) {
		this.#cure = last;
		this.#done = last.kind === "none" ? 0 : 1;
		this.#remember();
	}

	/** Whether the next attempt uses the cache. */
	get cache(): "with-cache" | "without-cache" {
		return this.#uncached ? "without-cache" : "with-cache";
	}

	/** Why there is another attempt; undefined before the first. */
	get retryReason(): string | undefined {
		switch (this.#cure.kind) {
			case "emulator":
				return "the emulator crashed, retrying";
			case "cache":
				return "retrying without the cache";
			case "registry":
				return "registry busy";
			case "lost":
				return "the engine lost the build";
			case "none":
			case "engine-gone":
				return undefined;
			default:
				return this.#cure satisfies never;
		}
	}

	/** Milliseconds to wait before the next attempt. */
	delayMs(): number {
		return needsTime(this.#cure) ? retryDelay(retryPolicies.build, this.#done) : 0;
	}

	/** Records a failed attempt. Returns whether to retry. */
	shouldRetry(cure: Recovery): boolean {
		this.#done++;
		this.#cure = cure;
		const again =
			(cure.kind === "emulator" && !this.#crashed) ||
			(cure.kind === "cache" && !this.#uncached) ||
			(needsTime(cure) && this.#done < retryPolicies.build.tries);
		this.#remember();
		return again;
	}

	#remember(): void {
		if (this.#cure.kind === "emulator") this.#crashed = true;
		if (this.#cure.kind === "cache") this.#uncached = true;
	}
}

const needsTime = ({ kind }: Recovery): boolean => kind === "registry" || kind === "lost";
