import type { PlannedImage } from "../documents/plan.ts";
import type { ServiceInputs } from "../inputs/inputs.ts";
import { component, contentTag, fingerprintOf, hashOf } from "./fingerprint.ts";
import { type Outside, type Part, partsOf } from "./parts.ts";

/** What an image is known by: everything it is built from, and the tag made of that. */
export type Identity = Pick<PlannedImage, "fingerprint" | "contentRef" | "components">;

/** Throws UserError with every file that cannot be read (`dockerfile/unreadable`). */
export async function identify(inputs: ServiceInputs, outside: Outside, more: readonly Part[]): Promise<Identity> {
	const { service, platform } = inputs;
	const parts = [...(await partsOf(inputs, outside)), ...more];
	const hashed = parts.map(({ kind, name, value }) => ({ kind, name, hash: hashOf(value) }));
	const fingerprint = fingerprintOf(hashed);
	const contentRef = `${service.image}:${contentTag(fingerprint, platform)}`;
	return { fingerprint, contentRef, components: hashed.map(component) };
}
