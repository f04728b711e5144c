import type { TreeEntry } from "../../../model/dockerfile/dockerfile.ts";
import { imageKey } from "../../../model/job-matrix/pending-images.ts";
import type { ServiceInputs, UnreadableInputs } from "../../../model/service/service-inputs.ts";
import { UserError } from "../../../util/errors.ts";
import { hashJson } from "../fingerprint/fingerprint.ts";
import { fingerprintParts } from "../fingerprint/parts.ts";

/** What all images are built from, at one commit. */
export interface TreeSnapshot {
	readonly inputs: readonly (ServiceInputs | UnreadableInputs)[];
	hash(entry: TreeEntry): string | Promise<string>;
}

/**
 * Services of which an image is made of something else now than then: by the same components that make its fingerprint, those of its catalog bases
 * included. Which bytes an outside image's tag stands for is left out: that is the registry's to say, when the image is planned.
 * What cannot be read on either side counts as changed.
 */
export async function changedServices(now: TreeSnapshot, then: TreeSnapshot): Promise<ReadonlySet<string>> {
	const [after, before] = await Promise.all([contents(now), contents(then)]);
	const changed = now.inputs.filter(({ service, platform }) => {
		const key = imageKey(service.name, platform);
		return after.get(key) === undefined || after.get(key) !== before.get(key);
	});
	return new Set(changed.map(({ service }) => service.name));
}

async function contents({ inputs, hash }: TreeSnapshot): Promise<ReadonlyMap<string, string | undefined>> {
	const byKey = new Map(inputs.map((one) => [imageKey(one.service.name, one.platform), one]));
	const known = new Map<string, Promise<string | undefined>>();
	const contentOf = (key: string, above: readonly string[]): Promise<string | undefined> => {
		// In a circle nothing can be said; the plan refuses it by name.
		if (above.includes(key)) return Promise.resolve(undefined);
		const found = known.get(key) ?? compute(byKey.get(key), [...above, key]);
		known.set(key, found);
		return found;
	};
	const compute = async (one: ServiceInputs | UnreadableInputs | undefined, above: readonly string[]) => {
		if (one === undefined || one.trace === undefined || one.problems.length > 0) return undefined;
		const { trace, service, platform, from } = one;
		const fingerprints = new Map<string, string>();
		for (const name of Object.values(from)) {
			const content = await contentOf(imageKey(name, platform), above);
			if (content === undefined) return undefined;
			fingerprints.set(name, content);
		}
		const parts = await fingerprintParts(one, { hash, fingerprints, bases: [] }).catch(unreadable);
		if (parts === undefined) return undefined;
		const images = trace.images.map(({ ref, platformName }) => [ref, platformName]);
		return hashJson([parts, images, service.contexts]);
	};
	const all = await Promise.all([...byKey.keys()].map(async (key) => [key, await contentOf(key, [])] as const));
	return new Map(all);
}

function unreadable(error: unknown): undefined {
	if (!(error instanceof UserError)) throw error;
}
