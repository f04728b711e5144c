import { repositoryOf } from "../oci/reference.ts";
import type { BuildResult } from "./build.ts";
import type { PublishResult } from "./publish.ts";

/** The subject of an attestation: `subject-name` and `subject-digest` of actions/attest. */
export interface AttestationSubject {
	readonly name: string;
	readonly digest: string;
}

export type AttestableResult = Pick<BuildResult, "kind" | "images"> | Pick<PublishResult, "kind" | "services">;

/** The built images of a build; the published indexes of a publication, under each of their names. */
export function attestationSubjects(result: AttestableResult): readonly AttestationSubject[] {
	if (result.kind === "lucid.build")
		return result.images.flatMap(({ contentRef, digest, outcome }) =>
			digest !== undefined && outcome === "built" ? [{ name: repositoryOf(contentRef), digest }] : [],
		);
	return result.services.flatMap(({ image, digest, release, outcome, copies = [] }) => {
		if (digest === undefined || outcome !== "published") return [];
		const names = [image, ...copies.map((copy) => copy.image)];
		const digests = new Set([digest, release?.digest ?? digest]);
		return names.flatMap((name) => [...digests].map((one) => ({ name, digest: one })));
	});
}

/** `subject-checksums` of actions/attest, in the format of sha256sum. */
export function formatChecksums(subjects: readonly AttestationSubject[]): string {
	return subjects.map(({ name, digest }) => `${digest.replace(/^sha256:/, "")}  ${name}\n`).join("");
}
