import type { Descriptor } from "../../model/oci/manifest.ts";
import { sleep, systemClock } from "../../util/clock.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import type { PublishRegistry } from "../shared/records/publish-registry.ts";
import type { PublishInput } from "./publish-input.ts";

/** Waiting for a registry that shows late what it stored. One budget for everything it is used for. */
export interface LagBackoff {
	/** Waits a little longer each time; false when the budget is spent or the run was aborted. */
	wait(): Promise<boolean>;
	/** What was waited for is over; the next wait starts short again, on what is left of the budget. */
	reset(): void;
}

export type Wait = (ms: number) => Promise<void>;

const firstMs = 50;

export function createLagBackoff(lagMs: number, wait: Wait, signal: AbortSignal | undefined): LagBackoff {
	let next = firstMs;
	let left = lagMs;
	return {
		async wait() {
			if (left <= 0 || signal?.aborted) return false;
			const ms = Math.min(next, left);
			left -= ms;
			next = Math.min(next * 2, 4000);
			await wait(ms);
			return true;
		},
		reset() {
			next = firstMs;
		},
	};
}

/** For one step of one service. `signalled` gives up on abort; `to the end` waits for what was begun before it. */
export function lagBackoffFor(
	{ options, signal, progress }: Pick<PublishInput, "options" | "signal" | "progress">,
	how: "signalled" | "to the end",
): LagBackoff {
	const until = how === "signalled" ? signal : undefined;
	const waits = new WaitReporter(progress);
	const wait: Wait = async (ms) => {
		using open = waits.begin("registry", undefined);
		open.update("it does not show yet what was written", { until: systemClock.now() + ms, next: "retry" });
		// Ends early on an abort.
		await sleep(ms, until ?? new AbortController().signal).catch(() => {});
	};
	return createLagBackoff(options?.lagMs ?? 20_000, wait, until);
}

const unknownParts = new Set(["BLOB_UNKNOWN", "MANIFEST_UNKNOWN", "MANIFEST_BLOB_UNKNOWN"]);

/** Writes a manifest whose parts were written a moment ago: `unknown` is believed only after a while. */
export async function putManifestWithBackoff(
	registry: Pick<PublishRegistry, "putManifest">,
	ref: string,
	bytes: Uint8Array,
	mediaType: string,
	patient: LagBackoff,
): Promise<Descriptor> {
	for (;;) {
		try {
			return await registry.putManifest(ref, bytes, mediaType);
		} catch (error) {
			const code = (error as { registryCode?: unknown }).registryCode;
			if (typeof code !== "string" || !unknownParts.has(code) || !(await patient.wait())) throw error;
		}
	}
}
