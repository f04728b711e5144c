import type { BuildResult } from "../../model/documents/build.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { PublishException } from "../../model/documents/publish.ts";
import type { SmokeResult } from "../../model/documents/smoke.ts";
import type { Progress } from "../../util/progress.ts";
import type { CompareCommits } from "../shared/records/publication-ledger.ts";
import type { PublishRegistry } from "../shared/records/publish-registry.ts";

/**
 * Signs an index, `host/repository@sha256:...`, and makes sure that the registry shows a good signature of it. Already signed is fine.
 * What goes wrong is an error.
 */
export type SignIndex = (ref: string) => Promise<void>;

/** The commit that a ref of the repository has now, as the repository itself says; undefined where there is no such ref. */
export type BranchHead = { readonly revision: string | undefined } | { readonly silent: string };

/** Asks again each time: `refs/heads/main` -> its commit. */
export type ReadBranchHead = (ref: string) => Promise<BranchHead>;

export interface PublishOptions {
	/** False: floating tags move without a healthy smoke result, whatever the catalog's policy. */
	readonly requireSmoke?: boolean;
	/** Floating tags move although smoke failed or did not run, and the row and the ledger say who asked for it. */
	readonly despiteSmoke?: PublishException;
	/** Floating tags move although the tree holds changes that no commit has, or there is no git. */
	readonly allowDirty?: boolean;
	/** Floating tags move although it is unknown which commit is the newer one. */
	readonly allowUnordered?: boolean;
	/** Services at once. */
	readonly concurrency?: number;
	/** How long a registry may take to show what it stored, milliseconds. */
	readonly lagMs?: number;
}

export interface PublishInput {
	readonly plan: Plan;
	/** Without it every image must be unchanged by the plan. */
	readonly build?: BuildResult;
	readonly smoke?: SmokeResult;
	/** Better not bound to `signal`: a promotion that has begun is brought to an end. */
	readonly registry: PublishRegistry;
	readonly compareCommits: CompareCommits;
	/** Without it no branch is known to be rewritten. */
	readonly readBranchHead?: ReadBranchHead;
	readonly options?: PublishOptions;
	/** Each index that floating tags will name is signed first. */
	readonly sign?: SignIndex;
	readonly progress?: Progress;
	/** After an abort no service and no tag is begun; rows say so. */
	readonly signal?: AbortSignal;
}
