import type { Descriptor } from "../../model/oci/manifest.ts";
import { sleep, systemClock } from "../../util/clock.ts";
import { Backoff, retryPolicies } from "../../util/retry.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import type { PublishRegistry } from "../shared/records/publish-registry.ts";
import type { PublishInput } from "./publish-input.ts";

/**
 * Waits for a registry that does not show yet what was pushed, for one step of one service. `signalled` gives up on
 * abort, `to the end` does not.
 */
export function lagBackoffFor(
	{ options, signal, progress }: Pick<PublishInput, "options" | "signal" | "progress">,
	how: "signalled" | "to the end",
): Backoff {
	const until = how === "signalled" ? signal : undefined;
	const waits = new WaitReporter(progress);
	const wait = async (ms: number) => {
		using open = waits.begin("registry", undefined);
		open.update("it does not show yet what was written", { until: systemClock.now() + ms, next: "retry" });
		// An abort ends the pause; the backoff then gives up.
		await sleep(ms, until).catch(() => {});
	};
	const { registryLag } = retryPolicies;
	return new Backoff({ ...registryLag, totalMs: options?.lagMs ?? registryLag.totalMs }, wait, until);
}

const unknownParts = new Set(["BLOB_UNKNOWN", "MANIFEST_UNKNOWN", "MANIFEST_BLOB_UNKNOWN"]);

/** Writes a manifest whose parts were written a moment ago: `unknown` is believed only after a while. */
export async function putManifestWithBackoff(
	registry: Pick<PublishRegistry, "putManifest">,
	ref: string,
	bytes: Uint8Array,
	mediaType: string,
	patient: Backoff,
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
