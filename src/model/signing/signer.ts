import { z } from "zod";
import type { Infer } from "../../util/json.ts";

/**
 * Who signed a bundle, as the verified signature proves it. Of a workflow: what its certificate states
 * (https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md). Nothing here comes from the signed text.
 */
export const signerSchema = z.discriminatedUnion("kind", [
	z.object({
		kind: z.literal("workflow"),
		/** The issuer of the identity token. */
		issuer: z.string(),
		/** `https://github.com/lucid/build-action/.github/workflows/build-signed.yml@refs/tags/v1`. */
		workflow: z.string(),
		/** The commit of that file. */
		workflowCommit: z.string().exactOptional(),
		/** URL of the repository whose run signed. */
		repository: z.string().exactOptional(),
		/** GitHub's number of the repository, without its host. */
		repositoryId: z.string().exactOptional(),
		/** `refs/heads/main`. */
		ref: z.string().exactOptional(),
		commit: z.string().exactOptional(),
		/** Name of the event: `push`. */
		event: z.string().exactOptional(),
		/** `github-hosted` or `self-hosted`. */
		runner: z.string().exactOptional(),
		/** URL of the run with its attempt. */
		run: z.string().exactOptional(),
	}),
	/** `key`: the public key as PEM text. */
	z.object({ kind: z.literal("key"), key: z.string() }),
]);
export type Signer = Infer<typeof signerSchema>;

/** What a check of one bundle came to. `why` is a clause, ready to print. */
export type BundleVerdict =
	| { readonly kind: "valid"; readonly signer: Signer; readonly statement: Uint8Array }
	/** It is damaged or forged. */
	| { readonly kind: "invalid"; readonly why: string }
	/** It names a log or an authority that the trusted root lacks: it may be good. */
	| { readonly kind: "unknown"; readonly why: string };

/** `build-signed.yml@v1 in octo/shop, push to refs/heads/main`, for people. */
export function describeSigner(signer: Signer): string {
	if (signer.kind === "key") return "a key";
	const { workflow, repository = "", ref, event } = signer;
	const name = workflow.replace(/^.*\/\.github\/workflows\//, "").replace("@refs/tags/", "@");
	const where = URL.parse(repository)?.pathname.slice(1);
	return [name, where && `of ${where}`, ref && `on ${ref.replace(/^refs\/(heads|tags)\//, "")}`, event && `(${event})`]
		.filter(Boolean)
		.join(" ");
}
