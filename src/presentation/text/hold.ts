import type { Source } from "../../model/documents/source.ts";

/** Why a run moves no floating tag and writes no version, and the fix. Undefined without a hold. */
export function holdText({ hold }: Source): string | undefined {
	return hold && `no floating tag moves and no version is written: ${hold.why}. Fix: ${hold.fix}`;
}

/** The short commit; for a merge commit of a pull request also its head. */
export function formatCommit({ revision, event }: Source): string {
	const short = revision.slice(0, 12);
	const head = event.kind === "pull_request" ? event.headRevision : undefined;
	return head === undefined || head === revision ? short : `${short}, the merge of ${head.slice(0, 12)}`;
}
