import type { Recovery } from "./bake-failure.ts";

/** Of an image, where only time helps. */
const mostTries = 4;

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

	/** A busy registry or engine is given time, more at each try: milliseconds to wait before the next one. */
	delayMs(): number {
		return needsTime(this.#cure) ? 1000 * 2 ** (this.#done - 1) * (0.5 + Math.random() / 2) : 0;
	}

	/** Takes down what a try came to. Is there another? */
	shouldRetry(cure: Recovery): boolean {
		this.#done++;
		this.#cure = cure;
		const again =
			(cure.kind === "emulator" && !this.#crashed) ||
			(cure.kind === "cache" && !this.#uncached) ||
			(needsTime(cure) && this.#done < mostTries);
		this.#remember();
		return again;
	}

	#remember(): void {
		if (this.#cure.kind === "emulator") this.#crashed = true;
		if (this.#cure.kind === "cache") this.#uncached = true;
	}
}

const needsTime = ({ kind }: Recovery): boolean => kind === "registry" || kind === "lost";
