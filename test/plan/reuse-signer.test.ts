import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { whyUnlisted } from "../../src/model/signing/listed.ts";
import { releasedCommits } from "../../src/model/signing/released-commits.ts";
import { requirements } from "../../src/model/signing/reuse-policy.ts";
import type { ReuseSource } from "../../src/model/signing/reuse-source.ts";
import type { Signer } from "../../src/model/signing/signer.ts";
import { reusePolicy } from "../../src/stages/shared/reuse.ts";
import { openSignatures } from "../../src/stages/shared/signatures.ts";
import { holdingRegistry } from "../stages/registry.ts";
import {
	aSignedImage,
	openAuthority,
	ourSource,
	ourWorkflow,
	statementOf,
	type WorkflowSigner,
} from "../support/signed-runs.ts";

const digest = `sha256:${"d".repeat(64)}`;
const listed = aSignedImage({ service: "api", digest });
const { fingerprint } = listed;
const fork = "9".repeat(40);
const workflowAt = (ref: string) => ourWorkflow.workflow.replace("refs/tags/v1", ref);

interface Run {
	readonly from?: ReuseSource;
	readonly keys?: readonly string[];
	readonly source?: Partial<typeof ourSource>;
	readonly env?: Readonly<Record<string, string>>;
	readonly statement?: Uint8Array;
}

/** What a run says of an image that this signer has signed: `counts`, or why not. */
async function judged(
	signer: Signer,
	{ from = "same-repository", keys = [], source = {}, env = {}, statement }: Run = {},
) {
	await using held = await holdingRegistry();
	const authority = openAuthority();
	const repository = `${held.host}/acme/api`;
	held.attach(repository, digest, authority.sign(statement ?? statementOf({ images: [listed] }), signer));
	const { repositoryId, ...ours } = { ...ourSource, ...source };
	const plan = {
		reuse: { from, keys, branches: ["release/*"] },
		source: { ...ours, ...(repositoryId !== undefined && { repositoryId }) },
	};
	const policy = reusePolicy(plan, true, env);
	const signatures = openSignatures(policy, { registry: openRegistry(), verifier: authority.verifier });
	const proof = await signatures?.find({ repository, digest }, (found, by) =>
		whyUnlisted(found, by, { service: "api", platform: "linux/arm64", digest, fingerprint }),
	);
	return proof === undefined || "signer" in proof ? "counts" : proof.why;
}

/** Signers that differ from ours in one claim, by the requirement that refuses them. */
const attacks: Readonly<Record<string, readonly (readonly [string, Partial<WorkflowSigner>, RegExp])[]>> = {
	issuer: [
		["of another issuer", { issuer: "https://gitlab.com" }, /^its identity was issued by https:\/\/gitlab\.com$/],
	],
	workflow: [
		[
			"of the caller's own workflow",
			{ workflow: "https://github.com/acme/shop/.github/workflows/ci.yml@refs/heads/main" },
			/ci\.yml@refs\/heads\/main signed it, not this action's own workflow$/,
		],
		[
			"of our other workflow",
			{ workflow: ourWorkflow.workflow.replace("build-signed", "build") },
			/not this action's own workflow$/,
		],
		[
			"of a workflow whose name begins like ours",
			{ workflow: `https://github.com/mallory/x/.github/workflows/x.yml@${ourWorkflow.workflow}` },
			/not this action's own workflow$/,
		],
	],
	"workflow version": [
		["at a branch", { workflow: workflowAt("refs/heads/main") }, /was at refs\/heads\/main, which is not a release$/],
		["at a tag like a release", { workflow: workflowAt("refs/tags/v1-evil") }, /v1-evil, which is not a release$/],
		[
			"at a fork's commit",
			{ workflow: workflowAt(fork), workflowCommit: fork },
			/was at 9{40}, which is not a release$/,
		],
	],
	runner: [["on a self-hosted runner", { runner: "self-hosted" }, /^it was signed on a self-hosted runner$/]],
	repository: [
		[
			"for another repository",
			{ repository: "https://github.com/mallory/shop", repositoryId: "8" },
			/^it was signed for https:\/\/github\.com\/mallory\/shop$/,
		],
		[
			"for another repository with our name",
			{ repositoryId: "8" },
			/^it was signed for https:\/\/github\.com\/acme\/shop$/,
		],
		[
			"for the same number on another server",
			{ repository: "https://github.evil.test/acme/shop" },
			/^it was signed for/,
		],
	],
	event: [
		["by pull_request_target", { event: "pull_request_target" }, /^the event pull_request_target runs code of others$/],
		["by issue_comment", { event: "issue_comment" }, /^the event issue_comment runs code of others$/],
	],
	branch: [
		[
			"on another branch",
			{ ref: "refs/heads/feature" },
			/^it was signed on refs\/heads\/feature, which is not protected$/,
		],
		[
			"for a pull request",
			{ ref: "refs/pull/7/merge", event: "pull_request" },
			/^it was signed on refs\/pull\/7\/merge/,
		],
		[
			"by hand on a git tag, even with the name of the branch",
			{ ref: "refs/tags/main", event: "workflow_dispatch" },
			/^it was signed on refs\/tags\/main/,
		],
	],
	"protected event": [["by a merge queue", { event: "merge_group" }, /^it was signed by the event merge_group$/]],
};

test("our workflow at a release counts, for all its events on the branches that a policy names", async () => {
	assert.equal(await judged(ourWorkflow), "counts");
	for (const ref of ["refs/tags/v1.2", "refs/tags/v1.2.3"])
		assert.equal(await judged({ ...ourWorkflow, workflow: workflowAt(ref) }), "counts");
	const pull = { ...ourWorkflow, ref: "refs/pull/7/merge", event: "pull_request" };
	assert.equal(await judged(pull), "counts", "a merge reuses what its pull request built");
	assert.equal(await judged(ourWorkflow, { from: "protected" }), "counts");
	assert.equal(await judged({ ...ourWorkflow, ref: "refs/heads/release/1" }, { from: "protected" }), "counts");
	assert.equal(await judged({ ...ourWorkflow, ref: "refs/tags/v1.2.0" }, { from: "protected" }), "counts");
	assert.equal(await judged({ ...ourWorkflow, repository: "https://github.com/acme/old-name" }), "counts", "renamed");
});

test("each requirement of a certificate has an attack here", () => {
	assert.deepEqual(Object.keys(attacks).sort(), requirements.map(({ id }) => id).sort());
});

for (const { id, onlyProtected } of requirements)
	describe(`a signature does not count without the requirement \`${id}\``, () => {
		for (const [name, claims, why] of attacks[id] ?? [])
			test(name, async () => {
				const signer = { ...ourWorkflow, ...claims };
				assert.match(await judged(signer, { from: "protected" }), why);
				if (onlyProtected) assert.equal(await judged(signer), "counts");
				else assert.match(await judged(signer), why);
			});
	});

test("a commit counts if it was released, or if the run itself is pinned to it", async () => {
	const pinned = { ...ourWorkflow, workflow: workflowAt(fork), workflowCommit: fork };
	const action = { GITHUB_ACTIONS: "true", GITHUB_ACTION_REPOSITORY: "lucid/build-action", GITHUB_ACTION_REF: fork };
	assert.equal(await judged(pinned, { env: action }), "counts");
	for (const env of [
		{ ...action, GITHUB_ACTION_REF: "8".repeat(40) },
		{ ...action, GITHUB_ACTION_REPOSITORY: "mallory/build-action" },
		{ ...action, GITHUB_ACTIONS: "" },
	])
		assert.match(await judged(pinned, { env }), /which is not a release$/);
	// The certificate's commit and its name must be the same.
	assert.match(await judged({ ...pinned, workflowCommit: "8".repeat(40) }, { env: action }), /which is not a release$/);
	const branch = { ...ourWorkflow, workflow: workflowAt("refs/heads/x"), workflowCommit: "refs/heads/x" };
	assert.match(
		await judged(branch, { env: { ...action, GITHUB_ACTION_REF: "refs/heads/x" } }),
		/which is not a release$/,
		"a branch is not pinned",
	);
	for (const commit of releasedCommits) assert.match(commit, /^[0-9a-f]{40}$/);
});

test("the URL decides only where the number of the repository is not known, as on a laptop", async () => {
	const laptop = { ...ourSource, repositoryId: undefined };
	const source = laptop as unknown as Partial<typeof ourSource>;
	assert.equal(await judged(ourWorkflow, { source }), "counts");
	const other = { ...ourWorkflow, repository: "https://github.com/mallory/shop" };
	assert.match(await judged(other, { source }), /^it was signed for https:\/\/github\.com\/mallory\/shop$/);
	const { repositoryId: _, ...unnumbered } = ourWorkflow;
	assert.match(await judged(unnumbered), /^it was signed for/, "a certificate without the number");
});

test("with `none`, and on branches that are not protected, only what this run itself signed counts in it", async () => {
	const env = { GITHUB_ACTIONS: "true", GITHUB_REPOSITORY: "acme/shop", GITHUB_RUN_ID: "41" };
	assert.equal(await judged(ourWorkflow, { from: "none" }), "`reuse.from` is `none`");
	assert.equal(await judged(ourWorkflow, { from: "none", env }), "counts");
	const again = { ...ourWorkflow, run: "https://github.com/acme/shop/actions/runs/41/attempts/2" };
	assert.equal(await judged(again, { from: "none", env }), "counts");
	const pull = { ...ourWorkflow, ref: "refs/pull/7/merge", event: "pull_request" };
	assert.equal(await judged(pull, { from: "protected", env }), "counts");
	const other = { ...ourWorkflow, run: "https://github.com/acme/shop/actions/runs/411/attempts/1" };
	assert.equal(await judged(other, { from: "none", env }), "`reuse.from` is `none`");
	const mallory = { ...ourWorkflow, issuer: "https://gitlab.com" };
	assert.match(await judged(mallory, { from: "none", env }), /^its identity was issued by/);
});

test("a key counts only if the catalog has it, for this repository and, with `protected`, its branches", async () => {
	const signer = { kind: "key", key: "one" } as const;
	const keys = ["one", "two"];
	assert.equal(await judged(signer, { keys }), "counts");
	assert.equal(await judged(signer, { keys: ["two"] }), "its key is not in the catalog");
	assert.equal(await judged(signer, { keys, from: "protected" }), "counts");
	const from = (source: Record<string, string>) => ({ keys, statement: statementOf({ images: [listed], source }) });
	assert.match(await judged(signer, from({ repositoryId: "github.com/8" })), /^it was signed for https/);
	const byHand = { ref: "refs/tags/main", event: "workflow_dispatch" };
	for (const source of [{ ref: "refs/heads/feature" }, { event: "pull_request" }, byHand])
		assert.equal(
			await judged(signer, { ...from(source), from: "protected" }),
			"it was not signed for a protected branch",
		);
});
