import { createHash } from "node:crypto";
import { defined } from "../../util/defined.ts";

/** Which run of a workflow wrote something: later ones have a greater number, a re-run the same one and a greater attempt. */
export interface RunOrder {
	readonly number: number;
	readonly attempt: number;
}

/** What tells our comment or issue from all others: a line that Markdown does not show. */
export interface CommentMark {
	readonly kind: "comment" | "issue";
	/** One for each workflow and catalog: 16 hex digits. */
	readonly key: string;
	readonly run: RunOrder;
	/** Of an issue: which failure it tells of, or that all is well. */
	readonly state?: string;
}

/** The same for every run of one workflow over one catalog, whatever the branch; `name` parts two reports of one run. */
export function markKey(env: Readonly<Record<string, string | undefined>>, catalog: string, name: string): string {
	// octo-org/repo/.github/workflows/build.yml@refs/heads/main
	const workflow = (env.GITHUB_WORKFLOW_REF ?? env.GITHUB_WORKFLOW ?? "").replace(/@.*$/, "");
	return createHash("sha256")
		.update(JSON.stringify([workflow, catalog, name]))
		.digest("hex")
		.slice(0, 16);
}

export function runOrder(env: Readonly<Record<string, string | undefined>>): RunOrder {
	return { number: Number(env.GITHUB_RUN_NUMBER ?? 0), attempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1) };
}

export function isLater(one: RunOrder, other: RunOrder): boolean {
	return one.number === other.number ? one.attempt > other.attempt : one.number > other.number;
}

/** Goes first into a body, so that nothing that is quoted further down can be taken for it. */
export function writeMark({ kind, key, run, state }: CommentMark): string {
	return `<!-- lucid-build-action ${kind} ${key} run ${run.number}.${run.attempt}${state === undefined ? "" : ` state ${state}`} -->`;
}

/** The mark that a body begins with; undefined for one of somebody else. */
export function readMark(body: string | null | undefined): CommentMark | undefined {
	const found =
		/^<!-- lucid-build-action (comment|issue) ([0-9a-f]{16}) run (\d{1,12})\.(\d{1,6})(?: state ([0-9a-z]{1,64}))? -->/.exec(
			body ?? "",
		);
	if (found === null) return undefined;
	const [, kind, key = "", number, attempt, state] = found;
	return {
		kind: kind === "issue" ? "issue" : "comment",
		key,
		run: { number: Number(number), attempt: Number(attempt) },
		...defined({ state }),
	};
}
