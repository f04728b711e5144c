import type { BuildResult } from "../../model/documents/build.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { PublishException } from "../../model/documents/publish.ts";
import type { SmokeResult } from "../../model/documents/smoke.ts";
import type { Progress } from "../../util/progress.ts";
import type { ServiceIndex } from "../shared/built-images/prove-index.ts";
import type { CompareCommits, PublishRegistry } from "../shared/records/publication-ledger.ts";
import type { Signatures } from "../shared/signatures.ts";

/** Who signed an index, for people. Throws UserError `sign/unsigned` if no signature of it counts. */
export type RequireIndexSigner = (index: ServiceIndex) => Promise<string>;

/** The commit of a remote ref, undefined if the ref does not exist, or why the remote gives no answer. */
export type BranchHead = { readonly revision: string | undefined } | { readonly silent: string };

/** Asks the remote each time: `refs/heads/main` -> its commit. */
export type ReadBranchHead = (ref: string) => Promise<BranchHead>;

export interface PublishOptions {
	/** False: floating tags move without a healthy smoke result, against the catalog's policy. */
	readonly requireSmoke?: boolean;
	/** Floating tags move although smoke failed or did not run; the row and the ledger record the exception. */
	readonly despiteSmoke?: PublishException;
	/** Floating tags move although the tree has uncommitted changes, or there is no git. */
	readonly allowDirty?: boolean;
	/** Floating tags move although it is unknown which commit is newer. */
	readonly allowUnordered?: boolean;
	/** Services published at once. */
	readonly concurrency?: number;
	/** How long a registry may take to show what it stored, milliseconds. */
	readonly lagMs?: number;
}

export interface PublishInput {
	readonly plan: Plan;
	/** Without it, every image must be unchanged by the plan. */
	readonly build?: BuildResult;
	readonly smoke?: SmokeResult;
	/** Not bound to `signal`: a tag that is being moved is finished. */
	readonly registry: PublishRegistry;
	/** Without it, smoke's records in the registry count, regardless of who wrote them. */
	readonly signatures?: Signatures;
	readonly compareCommits: CompareCommits;
	/** Without it, no branch counts as rewritten. */
	readonly readBranchHead?: ReadBranchHead;
	readonly options?: PublishOptions;
	/** Set if a floating tag may only name a signed index. */
	readonly requireIndexSigner?: RequireIndexSigner;
	readonly progress?: Progress;
	/** After an abort, no further service or tag is begun; their rows are `cancelled`. */
	readonly signal?: AbortSignal;
}
