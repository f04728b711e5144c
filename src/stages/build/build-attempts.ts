import { retryDelay, retryPolicies } from "../../util/retry.ts";
import type { Recovery } from "./bake-failure.ts";

/** The attempts to build one image. */
export class BuildAttempts {
	#last: Recovery;
	#count: number;
	#crashed = false;
	#uncached = false;

	/** `last` is the result of a first attempt, if there was one. */
	constructor(last: Recovery) {
		this.#last = last;
		this.#count = last.kind === "none" ? 0 : 1;
		this.#recordUse();
	}

	/** Whether the next attempt uses the cache. */
	get cache(): "with-cache" | "without-cache" {
		return this.#uncached ? "without-cache" : "with-cache";
	}

	/** Why there is another attempt; undefined before the first. */
	get retryReason(): string | undefined {
		switch (this.#last.kind) {
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
				return this.#last satisfies never;
		}
	}

	/** Milliseconds to wait before the next attempt. */
	delayMs(): number {
		return needsTime(this.#last) ? retryDelay(retryPolicies.build, this.#count) : 0;
	}

	/** Records a failed attempt. Returns whether to retry. */
	shouldRetry(recovery: Recovery): boolean {
		this.#count++;
		this.#last = recovery;
		const retry =
			(recovery.kind === "emulator" && !this.#crashed) ||
			(recovery.kind === "cache" && !this.#uncached) ||
			(needsTime(recovery) && this.#count < retryPolicies.build.tries);
		this.#recordUse();
		return retry;
	}

	#recordUse(): void {
		if (this.#last.kind === "emulator") this.#crashed = true;
		if (this.#last.kind === "cache") this.#uncached = true;
	}
}

const needsTime = ({ kind }: Recovery): boolean => kind === "registry" || kind === "lost";
