import type { BuiltImage } from "../documents/build.ts";
import type { Service } from "../documents/service.ts";
import type { SmokedService } from "../documents/smoke.ts";
import { noGitRevision, type Source } from "../documents/source.ts";
import type { PublishOptions } from "./input.ts";

export interface PlatformImage {
	readonly platform: string;
	readonly digest: string;
}

/** The failed checks of a service's images in words; undefined when none failed or the policy lets them pass. */
export function failedVerification({ policy }: Service, images: readonly BuiltImage[]): string | undefined {
	if (policy.verify !== "required") return undefined;
	const failed = images.flatMap(({ platform, checks }) =>
		checks
			.filter(({ ok }) => !ok)
			.map(({ name, actual, expected }) => `${platform}: ${name} is ${actual}, not ${expected}`),
	);
	return failed.length === 0 ? undefined : `verification failed: ${failed.join("; ")}`;
}

/** Why no floating tag may be made of this tree. */
export function heldForSource({ dirty, revision }: Source, { allowDirty = false }: PublishOptions): string | undefined {
	if (allowDirty) return undefined;
	if (revision === noGitRevision) return "built without git: no commit stands for it (--allow-dirty lets it pass)";
	return dirty ? "uncommitted changes: commit them first (--allow-dirty lets them pass)" : undefined;
}

/** Why floating tags wait for smoke; undefined when smoke passed on these very digests or is not asked for. */
export function heldForSmoke(
	service: Service,
	images: readonly PlatformImage[],
	smoked: readonly SmokedService[],
	{ requireSmoke = true }: PublishOptions,
): string | undefined {
	if (!requireSmoke || service.policy.smoke !== "required") return undefined;
	// A base image: nothing to probe.
	if (service.health === undefined && service.ports.length === 0) return undefined;
	const rows = smoked.filter((row) => row.service === service.name);
	const ran = rows.filter(({ verdict }) => verdict !== "skipped");
	if (ran.length === 0) return `smoke did not run${rows[0]?.reason === undefined ? "" : `: ${rows[0].reason}`}`;
	for (const row of ran) {
		const image = images.find(({ platform }) => platform === row.platform);
		if (image?.digest !== row.digest)
			return `smoke ran ${row.digest} on ${row.platform}, which is not what is published`;
		if (row.verdict !== "healthy") return `smoke on ${row.platform}: ${wordsFor(row)}`;
	}
	return undefined;
}

function wordsFor({ verdict, failure, reason }: SmokedService): string {
	const said = failure?.guess ?? reason;
	return said === undefined ? verdict : `${verdict}, ${said}`;
}

/** Whether an index holds exactly these images: what a floating tag names has earned it before. */
export function holdsExactly(
	children: readonly { readonly digest: string; readonly platform?: { readonly os: string } }[],
	images: readonly PlatformImage[],
): boolean {
	const there = children.filter(({ platform }) => platform?.os !== "unknown").map(({ digest }) => digest);
	return JSON.stringify(there.sort()) === JSON.stringify(images.map(({ digest }) => digest).sort());
}
