import { isUnverifiable, whyIndexUnlisted } from "../../../model/signing/listed.ts";
import { describeSigner } from "../../../model/signing/signer.ts";
import type { ImageAt, Proof, Signatures } from "../signatures.ts";

/** An index of a service. */
export interface ServiceIndex extends ImageAt {
	readonly service: string;
}

/**
 * The signed statement of a run that lists an index as one of this service, or why none counts: a clause. Throws
 * UserError `sign/cannot-verify`.
 */
export function proveIndex(
	signatures: Signatures,
	{ service, repository, digest }: ServiceIndex,
): Promise<Proof | { readonly why: string }> {
	return signatures.find({ repository, digest }, (statement) => whyIndexUnlisted(statement, { service, digest }));
}

/** Who signed an index, for people, or why no signature counts, also if it cannot be verified: a clause. */
export async function findIndexSigner(
	signatures: Signatures,
	index: ServiceIndex,
): Promise<{ readonly signer: string } | { readonly why: string }> {
	try {
		const proof = await proveIndex(signatures, index);
		return "why" in proof ? proof : { signer: describeSigner(proof.signer) };
	} catch (error) {
		if (!isUnverifiable(error)) throw error;
		const [{ why = error.message, fix = "" } = {}] = error.problems;
		return { why: `its signature cannot be verified: ${why}; ${fix}` };
	}
}
