import path from "node:path";
import type { Registry } from "../../adapters/registry/registry.ts";
import { formatComposeFile } from "../../model/compose/compose-file.ts";
import { deploymentStack, type PublishedServiceImage } from "../../model/compose/deployment-file.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { PublishedService, PublishResult } from "../../model/documents/publish.ts";
import { asPushToDefaultBranch, mayMoveFloatingTags } from "../../model/documents/source.ts";
import type { External, Service } from "../../model/service/service.ts";
import { writeFileAtomically } from "../shared/documents-folder.ts";
import { serviceTags } from "../shared/service-tags.ts";

/**
 * Writes `compose.yml`: the stack by digest, for the machine that serves it. A service has the index of this run if its floating tags earned it,
 * else the one that its floating tag names now; one that was never published is not in it. Undefined where there is nothing to write.
 */
export async function writeDeployment(
	out: string,
	plan: Plan,
	{ services: rows }: PublishResult,
	registry: Pick<Registry, "head" | "imageFacts" | "resolve">,
): Promise<string | undefined> {
	const needed = new Set([...plan.services, ...plan.externals].flatMap(({ needs }) => needs));
	const found = await Promise.all(
		plan.services.map(async (service): Promise<readonly [string, PublishedServiceImage] | undefined> => {
			const row = rows.find((one) => one.service === service.name);
			const own = row !== undefined && mayMoveFloatingTags(plan.source) ? earned(row) : undefined;
			const digest = own ?? (await floatingDigest(service, plan, registry));
			if (digest === undefined) return undefined;
			const healthcheck = needed.has(service.name) && (await checksItself(service, digest, registry));
			return [service.name, { digest, healthcheck }];
		}),
	);
	const published = new Map(found.filter((one) => one !== undefined));
	const externals = await Promise.all(plan.externals.map((external) => pinned(external, registry)));
	const stack = deploymentStack({ ...plan, externals }, published);
	if (!stack.services.some(({ name }) => published.has(name))) return undefined;
	return writeFileAtomically(path.join(out, "compose.yml"), formatComposeFile(stack));
}

function earned({ digest, release, tags }: PublishedService): string | undefined {
	const isHeld = tags.some(({ kind, state }) => kind === "floating" && state === "held");
	return isHeld ? undefined : (release?.digest ?? digest);
}

/** Of a push to the default branch, whatever this run is. */
async function floatingDigest(
	service: Service,
	{ source, project }: Plan,
	registry: Pick<Registry, "head">,
): Promise<string | undefined> {
	const [tag] = serviceTags(service, asPushToDefaultBranch(source), { project }).floating;
	return tag === undefined ? undefined : (await registry.head(`${service.image}:${tag}`))?.digest;
}

async function checksItself(
	{ image, platforms }: Service,
	digest: string,
	registry: Pick<Registry, "imageFacts">,
): Promise<boolean> {
	const [platform = "linux/arm64"] = platforms;
	const facts = await registry.imageFacts(`${image}@${digest}`, platform).catch(() => undefined);
	const test = facts?.healthcheck?.test[0];
	return test !== undefined && test !== "NONE";
}

/** Under its own name, whatever mirror it was asked of. One that cannot be found stays as the catalog has it. */
async function pinned(external: External, registry: Pick<Registry, "resolve">): Promise<External> {
	if (external.image.includes("@")) return external;
	const found = await registry.resolve(external.image).catch(() => undefined);
	return found === undefined ? external : { ...external, image: `${external.image}@${found.digest}` };
}
