import { repositoryOf } from "../oci/reference.ts";
import type { BuildResult } from "./build.ts";
import type { PublishResult } from "./publish.ts";

/** What an attestation speaks of, in the words of actions/attest: its `subject-name` and `subject-digest`. */
export interface AttestationSubject {
	readonly name: string;
	readonly digest: string;
}

export type AttestableResult = Pick<BuildResult, "kind" | "images"> | Pick<PublishResult, "kind" | "services">;

/** Of a build each image that was built, of a publication each index that is published, under each of its names. */
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

/** The form of sha256sum, which actions/attest reads as `subject-checksums`. */
export function formatChecksums(subjects: readonly AttestationSubject[]): string {
	return subjects.map(({ name, digest }) => `${digest.replace(/^sha256:/, "")}  ${name}\n`).join("");
}
