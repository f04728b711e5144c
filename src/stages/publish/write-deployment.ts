import path from "node:path";
import type { Registry } from "../../adapters/registry/registry.ts";
import { formatComposeFile } from "../../model/compose/compose-file.ts";
import { deploymentStack, type LeftOut, type PublishedServiceImage } from "../../model/compose/deployment-file.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { PublishedService, PublishResult } from "../../model/documents/publish.ts";
import { asPushToDefaultBranch, mayMoveFloatingTags } from "../../model/documents/source.ts";
import type { External, Service } from "../../model/service/service.ts";
import { findIndexSigner } from "../shared/built-images/prove-index.ts";
import { writeFileAtomically } from "../shared/documents-folder.ts";
import { serviceTags } from "../shared/service-tags.ts";
import type { Signatures } from "../shared/signatures.ts";

interface Sources {
	readonly registry: Pick<Registry, "head" | "imageFacts" | "resolve">;
	/** Set if every image must be signed. */
	readonly signatures?: Signatures;
}

/**
 * Writes `compose.yml`, the stack by digest, for the machine that serves it. A service has this run's index if its
 * floating tags moved, else the index that its floating tag names now. One that was never published is left out, and
 * one whose index must be signed and is not; the file states why. Undefined if nothing is written.
 */
export async function writeDeployment(
	out: string,
	plan: Plan,
	{ services: rows }: PublishResult,
	{ registry, signatures }: Sources,
): Promise<string | undefined> {
	const needed = new Set([...plan.services, ...plan.externals].flatMap(({ needs }) => needs));
	const entries = await Promise.all(
		plan.services.map(async (service): Promise<readonly [string, PublishedServiceImage | LeftOut]> => {
			const { name, image: repository } = service;
			const row = rows.find((item) => item.service === name);
			const moved = row !== undefined && mayMoveFloatingTags(plan.source) ? movedDigest(row) : undefined;
			const digest = moved ?? (await floatingDigest(service, plan, registry));
			if (digest === undefined) return [name, { why: "it was never published" }];
			// Publish verified what it moved.
			if (signatures !== undefined && (moved === undefined || row?.signer === undefined)) {
				const found = await findIndexSigner(signatures, { service: name, repository, digest });
				if ("why" in found) return [name, { why: `${repository}@${digest} does not count: ${found.why}` }];
			}
			const healthcheck = needed.has(name) && (await hasHealthcheck(service, digest, registry));
			return [name, { digest, healthcheck }];
		}),
	);
	const externals = await Promise.all(plan.externals.map((external) => pinExternal(external, registry)));
	const stack = deploymentStack({ ...plan, externals }, new Map(entries), { signed: signatures !== undefined });
	if (!stack.services.some(({ name }) => plan.services.some((service) => service.name === name))) return undefined;
	return writeFileAtomically(path.join(out, "compose.yml"), formatComposeFile(stack));
}

function movedDigest({ digest, release, tags }: PublishedService): string | undefined {
	const isHeld = tags.some(({ kind, state }) => kind === "floating" && state === "held");
	return isHeld ? undefined : (release?.digest ?? digest);
}

/** By the floating tag that a push to the default branch moves, in every kind of run. */
async function floatingDigest(
	service: Service,
	{ source, project }: Plan,
	registry: Pick<Registry, "head">,
): Promise<string | undefined> {
	const [tag] = serviceTags(service, asPushToDefaultBranch(source), { project }).floating;
	return tag === undefined ? undefined : (await registry.head(`${service.image}:${tag}`))?.digest;
}

async function hasHealthcheck(
	{ image, platforms }: Service,
	digest: string,
	registry: Pick<Registry, "imageFacts">,
): Promise<boolean> {
	const [platform = "linux/arm64"] = platforms;
	const facts = await registry.imageFacts(`${image}@${digest}`, platform).catch(() => undefined);
	const test = facts?.healthcheck?.test[0];
	return test !== undefined && test !== "NONE";
}

/** Keeps the original name, also behind a mirror. An image that cannot be resolved is not pinned. */
async function pinExternal(external: External, registry: Pick<Registry, "resolve">): Promise<External> {
	if (external.image.includes("@")) return external;
	const resolved = await registry.resolve(external.image).catch(() => undefined);
	return resolved === undefined ? external : { ...external, image: `${external.image}@${resolved.digest}` };
}
