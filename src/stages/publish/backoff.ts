import type { Descriptor } from "../../model/oci/manifest.ts";
import type { TagOwner } from "../../model/tags/reserved-tags.ts";
import { sleep, systemClock } from "../../util/clock.ts";
import { Backoff, retryPolicies } from "../../util/retry.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import type { PublishRegistry } from "../shared/records/publication-ledger.ts";
import type { PublishInput } from "./publish-input.ts";

/** Waits for a registry that shows late what it stored, in one step of one service. `signalled` gives up on abort. */
export function lagBackoffFor(
	{ options, signal, progress }: Pick<PublishInput, "options" | "signal" | "progress">,
	mode: "signalled" | "to the end",
): Backoff {
	const until = mode === "signalled" ? signal : undefined;
	const waits = new WaitReporter(progress);
	const wait = async (ms: number) => {
		using open = waits.begin("registry", undefined);
		open.update("waiting for it to show what it stored", { until: systemClock.now() + ms, next: "retry" });
		// An abort ends the pause; the backoff then gives up.
		await sleep(ms, until).catch(() => {});
	};
	const { registryLag } = retryPolicies;
	return new Backoff({ ...registryLag, totalMs: options?.lagMs ?? registryLag.totalMs }, wait, until);
}

const unknownPartCodes = new Set(["BLOB_UNKNOWN", "MANIFEST_UNKNOWN", "MANIFEST_BLOB_UNKNOWN"]);

export interface ManifestUpload {
	readonly ref: string;
	readonly bytes: Uint8Array;
	readonly mediaType: string;
	readonly owner?: TagOwner;
}

/** Writes a manifest whose parts were just written: a registry may not know them yet. */
export async function putManifestWithBackoff(
	registry: Pick<PublishRegistry, "putManifest">,
	{ ref, bytes, mediaType, owner }: ManifestUpload,
	backoff: Backoff,
): Promise<Descriptor> {
	for (;;) {
		try {
			return await registry.putManifest(ref, bytes, mediaType, owner);
		} catch (error) {
			const code = (error as { registryCode?: unknown }).registryCode;
			if (typeof code !== "string" || !unknownPartCodes.has(code) || !(await backoff.wait())) throw error;
		}
	}
}
