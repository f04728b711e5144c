import type { Registry } from "../../adapters/registry/registry.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { HostImage } from "../../model/documents/verify-host.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { UserError } from "../../util/errors.ts";
import { shortDigest } from "../../util/format.ts";
import { findIndexSigner } from "../shared/built-images/prove-index.ts";
import type { StageContext } from "../shared/context.ts";
import { servedSignatures } from "../shared/reuse.ts";
import type { Signatures } from "../shared/signatures.ts";

interface Sources {
	readonly registry: Registry;
	readonly context: StageContext;
}

/**
 * The signatures that a machine requires; undefined without the option and a policy of the catalog. Throws UserError
 * `sign/unknown-source` if the clone lacks what signatures are compared with.
 */
export async function openHostSignatures(
	plan: Pick<Plan, "reuse" | "source">,
	options: Pick<StageOptions, "requireSigned" | "trustedRoot">,
	{ registry, context }: Sources,
): Promise<Signatures | undefined> {
	const { from = "any", keys = [], branches = [] } = plan.reuse ?? {};
	if (!options.requireSigned && from === "any") return undefined;
	const { url, repositoryId, defaultBranch } = plan.source;
	if (url === undefined && repositoryId === undefined && keys.length === 0)
		throw unknownSource("the source repository", "run it in a clone: `git remote get-url origin` names the repository");
	if (from === "protected" && defaultBranch === undefined && branches.length === 0)
		throw unknownSource(
			"the default branch, which `reuse.from: protected` needs,",
			"run `git remote set-head origin --auto`, or list the branch under `publish_on`",
		);
	return servedSignatures(registry, plan, options, context);
}

function unknownSource(what: string, fix: string): UserError {
	return new UserError({
		code: "sign/unknown-source",
		message: `${what} is not known here, so no signature can count`,
		fix,
	});
}

/**
 * A row of an image whose signature must count. The published index must be signed, since it is what a pull gives; if
 * the image here is another one, it must be signed too.
 */
export async function requireSignature(row: HostImage, repository: string, signatures: Signatures): Promise<HostImage> {
	const { service, published, here, state } = row;
	const signerOf = ({ digest }: { readonly digest: string }) =>
		findIndexSigner(signatures, { service, repository, digest });
	const ofPublished = published && (await signerOf(published));
	if (ofPublished !== undefined && "why" in ofPublished)
		return { ...row, state: "unsigned", unsigned: ofPublished.why };
	if (here === undefined || state === "present") return { ...row, ...ofPublished };
	const ofHere = await signerOf(here);
	if ("signer" in ofHere) return { ...row, signer: ofPublished?.signer ?? ofHere.signer };
	return { ...row, state: "unsigned", unsigned: `the image here, ${shortDigest(here.digest)}: ${ofHere.why}` };
}
