import type { SignResult } from "../../model/documents/sign.ts";
import { describeSigner } from "../../model/signing/signer.ts";
import { UserError } from "../../util/errors.ts";
import { proveIndex } from "../shared/built-images/prove-index.ts";
import type { Signatures } from "../shared/signatures.ts";
import type { RequireIndexSigner } from "./publish-input.ts";

/** Finds the signer of an index in the results of this run. */
export function signerOfRun({ services, signer = "" }: SignResult): RequireIndexSigner {
	return async (index) => {
		const row = services.find(({ service }) => service === index.service);
		if (row?.digests.includes(index.digest)) return row.signer ?? signer;
		throw unsigned(row?.reason ?? "this run did not sign it");
	};
}

/** Finds the signer of an index by the bundles in the registry: a statement must list it, with the same images. */
export function signerInRegistry(signatures: Signatures): RequireIndexSigner {
	return async (index) => {
		const found = await proveIndex(signatures, index);
		if ("why" in found) throw unsigned(found.why);
		return describeSigner(found.signer);
	};
}

function unsigned(why: string): UserError {
	return new UserError({
		code: "sign/unsigned",
		message: "no floating tag names this index",
		why,
		fix: "look at the result of the stage sign, then run all jobs again",
	});
}
