import type { StageContext } from "./context.ts";

/** Rows with the name of the machine they were made on, where it has one: GitHub's runners have. Those of another job keep theirs. */
export function withRunnerName<T extends { readonly startedAt?: string; readonly runner?: string }>(
	rows: readonly T[],
	{ env }: Pick<StageContext, "env">,
): readonly T[] {
	const runner = env.RUNNER_NAME;
	if (!runner) return rows;
	return rows.map((row) => (row.startedAt === undefined || row.runner !== undefined ? row : { ...row, runner }));
}
