import { retryDelay, retryPolicies } from "../../util/retry.ts";
import type { Recovery } from "./bake-failure.ts";

/** How often one image is tried: once more after a crash of the emulator, once more without the cache, a few times when the registry is busy or the engine lost it. */
export class BuildAttempts {
	#cure: Recovery;
	#done: number;
	#crashed = false;
	#uncached = false;

	/** `last` is what a first try came to, if there was one. */
	constructor(last: Recovery) {
		this.#cure = last;
		this.#done = last.kind === "none" ? 0 : 1;
		this.#remember();
	}

	/** With or without the cache from here on. */
	get cache(): "with-cache" | "without-cache" {
		return this.#uncached ? "without-cache" : "with-cache";
	}

	/** Why there is another try, for people; undefined before the first. */
	get retryReason(): string | undefined {
		switch (this.#cure.kind) {
			case "emulator":
				return "the emulator crashed; once more";
			case "cache":
				return "once more without the cache";
			case "registry":
				return "the registry was busy";
			case "lost":
				return "the engine lost the build";
			case "none":
			case "engine-gone":
				return undefined;
			default:
				return this.#cure satisfies never;
		}
	}

	/** Milliseconds to wait before the next try. */
	delayMs(): number {
		return needsTime(this.#cure) ? retryDelay(retryPolicies.build, this.#done) : 0;
	}

	/** Takes down what a try came to. Is there another? */
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
