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
 * Services with an image that is built from something else than before, by the parts of the fingerprint, bases of the
 * catalog included. Digests of other base images are left out: the plan resolves them. What cannot be read on either
 * side counts as changed.
 */
export async function changedServices(current: TreeSnapshot, old: TreeSnapshot): Promise<ReadonlySet<string>> {
	const [newContents, oldContents] = await Promise.all([contents(current), contents(old)]);
	const changed = current.inputs.filter(({ service, platform }) => {
		const key = imageKey(service.name, platform);
		return newContents.get(key) === undefined || newContents.get(key) !== oldContents.get(key);
	});
	return new Set(changed.map(({ service }) => service.name));
}

async function contents({ inputs, hash }: TreeSnapshot): Promise<ReadonlyMap<string, string | undefined>> {
	const byKey = new Map(inputs.map((input) => [imageKey(input.service.name, input.platform), input]));
	const cached = new Map<string, Promise<string | undefined>>();
	const contentOf = (key: string, ancestors: readonly string[]): Promise<string | undefined> => {
		// The plan reports the cycle.
		if (ancestors.includes(key)) return Promise.resolve(undefined);
		const content = cached.get(key) ?? compute(byKey.get(key), [...ancestors, key]);
		cached.set(key, content);
		return content;
	};
	const compute = async (input: ServiceInputs | UnreadableInputs | undefined, ancestors: readonly string[]) => {
		if (input === undefined || input.trace === undefined || input.problems.length > 0) return undefined;
		const { trace, service, platform, from } = input;
		const fingerprints = new Map<string, string>();
		for (const name of Object.values(from)) {
			const content = await contentOf(imageKey(name, platform), ancestors);
			if (content === undefined) return undefined;
			fingerprints.set(name, content);
		}
		const parts = await fingerprintParts(input, { hash, fingerprints, bases: [] }).catch(unreadable);
		if (parts === undefined) return undefined;
		const images = trace.images.map(({ ref, platformName }) => [ref, platformName]);
		return hashJson([parts, images, service.contexts]);
	};
	const entries = await Promise.all([...byKey.keys()].map(async (key) => [key, await contentOf(key, [])] as const));
	return new Map(entries);
}

function unreadable(error: unknown): undefined {
	if (!(error instanceof UserError)) throw error;
}
