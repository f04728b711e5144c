import { defined } from "../../util/defined.ts";
import { repositoryMismatch } from "../service/image-identity.ts";
import { releasedCommits } from "./released-commits.ts";
import type { ReuseSource } from "./reuse-source.ts";
import type { BuilderFacts, RunStatement } from "./run-statement.ts";
import type { Signer } from "./signer.ts";

/** What a signature is compared with. */
export interface ReusePolicy {
	readonly from: ReuseSource;
	/** Public keys as PEM text, whose signatures count besides those of our workflow. */
	readonly keys: readonly string[];
	/** This repository: `github.com/1296269`. */
	readonly repositoryId?: string;
	/** Its URL, which decides only where the id is not known: on a laptop. */
	readonly repositoryUrl?: string;
	/** Whether it is the default branch, or a branch that the catalog lists in `publish_on`. */
	readonly isProtected: (branch: string) => boolean;
	/** URL of the run that decides, without its attempt: its own images and verdicts count in it, also with `none`. */
	readonly ownRun?: string;
	/** The commit of the workflow that runs now, if the caller pinned one: it trusts it anyway. */
	readonly ownCommit?: string;
	/** The workflow that signs now, with its ref, if it is another one than ours: what it signed before counts for it. */
	readonly ownWorkflow?: string;
}

const issuer = "https://token.actions.githubusercontent.com";
/** Where this action is released. */
export const actionUrl = "https://github.com/lucid/build-action";
const workflowFile = `${actionUrl}/.github/workflows/build-signed.yml`;

/** A tag of a release: `v1`, `v1.2`, `v1.2.3`. */
const releaseTag = /^refs\/tags\/v\d+(?:\.\d+){0,2}$/;

/** Events whose code is that of their ref. `pull_request_target` and its like run with the default branch's ref. */
const ownEvents = ["push", "pull_request", "schedule", "workflow_dispatch", "merge_group"];
const protectedEvents = ["push", "schedule", "workflow_dispatch"];

type WorkflowSigner = Extract<Signer, { readonly kind: "workflow" }>;

/** One requirement of a certificate; `why` is a clause, ready to print. */
interface Requirement {
	readonly id: string;
	readonly holds: (signer: WorkflowSigner, policy: ReusePolicy) => boolean;
	readonly why: (signer: WorkflowSigner) => string;
	/** Only for `protected`. */
	readonly onlyProtected?: true;
}

/** Each is proven by the certificate alone. All must hold. */
export const requirements: readonly Requirement[] = [
	{
		id: "issuer",
		holds: (signer) => signer.issuer === issuer,
		why: (signer) => `its identity was issued by ${signer.issuer}`,
	},
	{
		id: "workflow",
		holds: ({ workflow }, { ownWorkflow }) =>
			workflow === ownWorkflow || workflow.slice(0, workflow.lastIndexOf("@")) === workflowFile,
		why: ({ workflow }) => `${workflow} signed it, not this action's own workflow`,
	},
	{
		id: "workflow version",
		holds: ({ workflow, workflowCommit }, { ownCommit, ownWorkflow }) => {
			if (workflow === ownWorkflow) return true;
			const ref = workflow.slice(workflow.lastIndexOf("@") + 1);
			if (releaseTag.test(ref)) return true;
			// A commit of a fork resolves under our path too, so a commit counts only if we released it.
			return workflowCommit === ref && (releasedCommits.has(ref) || ref === ownCommit);
		},
		why: ({ workflow }) =>
			`its workflow was at ${workflow.slice(workflow.lastIndexOf("@") + 1)}, which is not a release`,
	},
	{
		id: "runner",
		holds: ({ runner }) => runner === "github-hosted",
		why: ({ runner }) => `it was signed on ${runner === undefined ? "an unknown" : `a ${runner}`} runner`,
	},
	{
		id: "repository",
		holds: ({ repository = "", repositoryId }, policy) =>
			isThisRepository({ url: repository, repositoryId: `${URL.parse(repository)?.host}/${repositoryId}` }, policy),
		why: ({ repository = "another repository" }) => `it was signed for ${repository}`,
	},
	{
		id: "event",
		holds: ({ event = "" }) => ownEvents.includes(event),
		why: ({ event }) => `the event ${event} runs code of others`,
	},
	{
		id: "branch",
		onlyProtected: true,
		holds: isOnProtectedRef,
		why: ({ ref = "an unknown ref" }) => `it was signed on ${ref}, which is not protected`,
	},
	{
		id: "protected event",
		onlyProtected: true,
		holds: ({ event = "" }) => protectedEvents.includes(event),
		why: ({ event }) => `it was signed by the event ${event}`,
	},
];

/** Why a signer does not count: a clause, ready to print. `any` accepts all. */
export function whyUntrusted(
	signer: Signer,
	{ source }: Pick<RunStatement, "source">,
	policy: ReusePolicy,
): string | undefined {
	const from = signer.kind === "workflow" && isOwnRun(signer, policy) ? "same-repository" : policy.from;
	if (from === "any") return undefined;
	if (from === "none") return "`reuse.from` is `none`";
	if (signer.kind === "key") return whyUntrustedKey(signer.key, source, policy);
	const failed = requirements.find(
		({ holds, onlyProtected }) => (!onlyProtected || from === "protected") && !holds(signer, policy),
	);
	return failed?.why(signer);
}

const isOwnRun = ({ run }: WorkflowSigner, { ownRun }: ReusePolicy) =>
	ownRun !== undefined && run?.replace(/\/attempts\/\d+$/, "") === ownRun;

/** By id: a name can be given to another repository. On a laptop only the URL is known, that of the clone. */
function isThisRepository(
	{ url, repositoryId }: Pick<RunStatement["source"], "url" | "repositoryId">,
	policy: ReusePolicy,
): boolean {
	if (policy.repositoryId !== undefined) return repositoryId === policy.repositoryId;
	return repositoryMismatch(defined({ url: policy.repositoryUrl }), defined({ url })) === undefined;
}

/** A pushed git tag counts: nothing is signed of one whose commit is not on a protected branch. */
function isOnProtectedRef(
	{ ref = "", event }: { readonly ref?: string; readonly event?: string },
	{ isProtected }: ReusePolicy,
): boolean {
	if (ref.startsWith("refs/tags/")) return event === "push";
	return ref.startsWith("refs/heads/") && isProtected(ref.slice("refs/heads/".length));
}

const isProtectedRun = (run: { readonly ref?: string; readonly event?: string }, policy: ReusePolicy) =>
	isOnProtectedRef(run, policy) && protectedEvents.includes(run.event ?? "");

/** Anyone who has the key decides what the statement says. */
function whyUntrustedKey(key: string, source: RunStatement["source"], policy: ReusePolicy): string | undefined {
	if (!policy.keys.includes(key)) return "its key is not in the catalog";
	if (!isThisRepository(source, policy)) return `it was signed for ${source.url ?? "another repository"}`;
	if (policy.from !== "protected") return undefined;
	return isProtectedRun(source, policy) ? undefined : "it was not signed for a protected branch";
}

/** A signer that counts. */
export interface TrustedSigner {
	readonly signer: Signer;
	/** Its run was of a protected branch or git tag: no one else's settings took part. */
	readonly onProtected: boolean;
}

/** A signer that counts, by what its certificate or, with a key, its statement states. */
export function trustedSigner(signer: Signer, source: RunStatement["source"], policy: ReusePolicy): TrustedSigner {
	return { signer, onProtected: isProtectedRun(signer.kind === "key" ? source : signer, policy) };
}

/** Why the build itself does not count, although its signer does. */
export function whyUntrustedBuilder(
	{ runner, remote, mirror, cache, secrets }: BuilderFacts,
	{ signer, onProtected }: TrustedSigner,
): string | undefined {
	const isWorkflow = signer.kind === "workflow";
	if (isWorkflow && runner !== "github-hosted") return `it was built on a ${runner} runner`;
	if (remote) return "it was built by a builder on another machine";
	if (mirror) return "its base images came from a mirror";
	if (!isWorkflow) return undefined;
	if (cache !== undefined && cache !== "gha") return `its layers may come from a ${cache} cache, which is not signed`;
	if (onProtected) return undefined;
	// The author of a pull request can set both in the calling workflow, and neither is in the fingerprint.
	if (secrets) return "it was built with secrets in a run that is not protected";
	return cache && "its layers may come from a cache that runs which are not protected can write";
}
