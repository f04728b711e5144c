import assert from "node:assert/strict";
import { test } from "node:test";
import { type ReusePolicy, whyUntrusted } from "../../src/model/signing/reuse-policy.ts";
import type { Signer } from "../../src/model/signing/signer.ts";

type WorkflowSigner = Extract<Signer, { readonly kind: "workflow" }>;

const file = "https://github.com/lucid/build-action/.github/workflows/build-signed.yml";
const source = { source: { revision: "4f1c2aa" } };
const policy: ReusePolicy = {
	...{ from: "same-repository", keys: [], repositoryId: "github.com/7" },
	isProtected: (branch) => branch === "main",
};

/** What the certificate of a run of this repository states, except what a test is about. */
const signer = (own: Partial<WorkflowSigner>): WorkflowSigner => ({
	...{ kind: "workflow", issuer: "https://token.actions.githubusercontent.com", workflow: `${file}@refs/tags/v1` },
	...{ repository: "https://github.com/octo/shop", repositoryId: "7", runner: "github-hosted" },
	...{ ref: "refs/heads/main", event: "push" },
	...own,
});
const why = (own: Partial<WorkflowSigner>, more: Partial<ReusePolicy> = {}) =>
	whyUntrusted(signer(own), source, { ...policy, ...more });

/** Anyone can push it to a fork and call it: `lucid/build-action/.github/workflows/build-signed.yml@<commit>`. */
const impostor = "deadbeef".repeat(5);

test("a fork's commit resolves under this action's path, and does not count", () => {
	assert.equal(why({}), undefined);
	const forked = { workflow: `${file}@${impostor}`, workflowCommit: impostor };
	assert.match(why(forked) ?? "", new RegExp(`^its workflow was at ${impostor}, .*release$`));
	// The run's own commit was chosen by its caller. A certificate whose commit differs from its ref is not of that.
	assert.equal(why(forked, { ownCommit: impostor }), undefined);
	assert.match(why({ ...forked, workflowCommit: "f".repeat(40) }, { ownCommit: impostor }) ?? "", /release$/);
});

test("a ref that is not a release does not count, regardless of its name", () => {
	for (const ref of ["refs/heads/v1", "refs/heads/main", "refs/pull/1/merge", "refs/tags/v1-evil", "v1", ""])
		assert.match(why({ workflow: `${file}@${ref}` }) ?? "", /release$/, ref);
	assert.match(why({ workflow: `${file}@x@refs/tags/v1` }) ?? "", /not this action's own workflow$/);
});

test("a caller's hook signs as the caller's workflow, which does not count; nor does build.yml", () => {
	const hook = "https://github.com/octo/shop/.github/workflows/images.yml@refs/heads/main";
	for (const workflow of [hook, `${file.replace("build-signed", "build")}@refs/tags/v1`])
		assert.equal(why({ workflow }), `${workflow} signed it, not this action's own workflow`);
});
