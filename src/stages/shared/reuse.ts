import type { Registry } from "../../adapters/registry/registry.ts";
import type { Plan, PlannedReuse } from "../../model/documents/plan.ts";
import type { Catalog } from "../../model/service/service.ts";
import { actionUrl, type ReusePolicy } from "../../model/signing/reuse-policy.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import type { Env } from "../../util/env.ts";
import type { StageContext } from "./context.ts";
import { matchesBranch } from "./release-branch.ts";
import type { Signatures } from "./signatures.ts";

type ReuseOptions = Pick<StageOptions, "requireSigned" | "trustedRoot">;

/** Whose images a run reuses, for its plan: other jobs of the run follow it. Undefined without a setting. */
export function plannedReuse(
	{ reuse, publishOn = [] }: Catalog,
	{ requireSigned }: Pick<ReuseOptions, "requireSigned">,
): PlannedReuse | undefined {
	const from = reuse?.from ?? (requireSigned ? "same-repository" : undefined);
	return from && { from, keys: reuse?.keys ?? [], branches: publishOn };
}

/** The policy of a plan. An older plan, or one without a setting, has the option's. */
export function reusePolicy(
	{ reuse, source }: Pick<Plan, "reuse" | "source">,
	requireSigned: boolean,
	env: Env,
): ReusePolicy {
	const { from = requireSigned ? "same-repository" : "any", keys = [], branches = [] } = reuse ?? {};
	const { url, repositoryId, defaultBranch } = source;
	return {
		...{ from, keys },
		...defined({ repositoryId, repositoryUrl: url, ownRun: ownRun(env), ownCommit: ownCommit(env) }),
		isProtected: (branch) => branch === defaultBranch || branches.some((pattern) => matchesBranch(branch, pattern)),
	};
}

/** What a machine starts: at least signed for this repository, because `any` and `none` are about builds. */
export function servedSignatures(
	registry: Registry,
	{ reuse, source }: Pick<Plan, "reuse" | "source">,
	options: ReuseOptions,
	context: StageContext,
): Promise<Signatures | undefined> {
	const { from, keys = [], branches = [] } = reuse ?? {};
	const served = { from: from === "protected" ? from : "same-repository", keys, branches } as const;
	return signaturesOf(registry, { source, reuse: served }, options, context);
}

/** The commit at which the caller pins this action; undefined for a tag or a branch. The runner sets both variables. */
function ownCommit(env: Env): string | undefined {
	const { GITHUB_ACTIONS, GITHUB_ACTION_REPOSITORY: action, GITHUB_ACTION_REF: ref = "" } = env;
	const isOurs = GITHUB_ACTIONS === "true" && `https://github.com/${action}` === actionUrl;
	return isOurs && /^[0-9a-f]{40}$/.test(ref) ? ref : undefined;
}

/** As in the certificate of a signature, without the attempt. */
function ownRun({ GITHUB_ACTIONS, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID }: Env): string | undefined {
	if (GITHUB_ACTIONS !== "true" || GITHUB_REPOSITORY === undefined || GITHUB_RUN_ID === undefined) return undefined;
	return `${GITHUB_SERVER_URL ?? "https://github.com"}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
}

/** Signatures by registry client: the stages of one run share what they read. */
const opened = new WeakMap<Registry, Map<string, Promise<Signatures | undefined>>>();

/** The signatures that a run needs; undefined if it reuses images of any origin. Then no code of them is loaded. */
export async function signaturesOf(
	registry: Registry,
	plan: Pick<Plan, "reuse" | "source">,
	options: ReuseOptions,
	context: StageContext,
): Promise<Signatures | undefined> {
	const policy = reusePolicy(plan, options.requireSigned, context.env);
	if (policy.from === "any") return undefined;
	const key = JSON.stringify([policy, plan.reuse?.branches, plan.source.defaultBranch, options.trustedRoot]);
	const ofRegistry = opened.get(registry) ?? new Map<string, Promise<Signatures | undefined>>();
	opened.set(registry, ofRegistry);
	const signatures = ofRegistry.get(key) ?? openFor(policy, registry, options, context);
	ofRegistry.set(key, signatures);
	return signatures;
}

async function openFor(
	policy: ReusePolicy,
	registry: Registry,
	options: ReuseOptions,
	context: StageContext,
): Promise<Signatures | undefined> {
	const [{ openSignatures }, { openBundleTrust }] = await Promise.all([
		import("./signatures.ts"),
		import("./bundle-trust.ts"),
	]);
	return openSignatures(policy, { registry, ...openBundleTrust(policy, options, context) });
}
