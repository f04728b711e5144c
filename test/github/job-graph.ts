import { data, Evaluator, Lexer, Parser } from "./github-parser.ts";

type Result = "success" | "failure" | "cancelled" | "skipped";

export interface Step {
	readonly name?: string;
	readonly if?: string;
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, unknown>>;
	readonly "timeout-minutes"?: number;
}

export interface Job {
	readonly if?: string;
	readonly needs?: string | readonly string[];
	readonly steps?: readonly Step[];
	readonly "timeout-minutes"?: number;
}

export type Jobs = Readonly<Record<string, Job>>;

export interface Situation {
	readonly github: unknown;
	/** Of the reusable workflow. */
	readonly inputs?: Readonly<Record<string, unknown>>;
	/** How jobs end; all others succeed. `skipped`: the job does not run although its condition holds. */
	readonly results?: Readonly<Record<string, Result>>;
	readonly outputs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** The run is cancelled while this job runs. */
	readonly cancelledAt?: string;
}

/** How every job ends: which of them run is worked out by GitHub's own evaluator, from the conditions in the file. */
export function runJobs(jobs: Jobs, { github, inputs = {}, results = {}, outputs = {}, cancelledAt }: Situation) {
	const ended = new Map<string, Result>();
	let isCancelled = false;
	for (const [id, job] of Object.entries(jobs)) {
		const needs = [job.needs ?? []].flat();
		const context = { github, needs: needsContext(needs, ended, outputs), inputs };
		const isWell = needs.every((need) => ended.get(need) === "success");
		const runs = evaluate(job.if ?? "success()", context, { isWell, isCancelled });
		isCancelled ||= cancelledAt === id;
		ended.set(id, runs ? (cancelledAt === id ? "cancelled" : (results[id] ?? "success")) : "skipped");
	}
	return { ended, isCancelled };
}

/** What `needs` is in a job that comes after these. */
export function needsContext(
	needs: readonly string[],
	ended: ReadonlyMap<string, Result>,
	outputs: Situation["outputs"] = {},
) {
	return Object.fromEntries(needs.map((need) => [need, { result: ended.get(need), outputs: outputs[need] ?? {} }]));
}

interface Status {
	readonly isWell: boolean;
	readonly isCancelled: boolean;
}

/** What a condition comes to. Without a status function in it, GitHub puts `success() &&` before it. */
export function evaluate(condition: string, context: object, { isWell, isCancelled }: Status): boolean {
	const status: Readonly<Record<string, boolean>> = {
		always: true,
		success: isWell && !isCancelled,
		failure: !isWell && !isCancelled,
		cancelled: isCancelled,
	};
	const inner = condition.trim().replace(/^\$\{\{([\s\S]*)\}\}$/, "$1");
	const asked = /\b(?:always|success|failure|cancelled)\(\)/.test(inner) ? inner : `success() && (${inner})`;
	const functions = Object.entries(status).map(([name, value]) => {
		return { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) };
	});
	const tree = new Parser(new Lexer(asked).lex().tokens, Object.keys(context), functions).parse();
	const values = JSON.parse(JSON.stringify(context), data.reviver) as InstanceType<typeof data.Dictionary>;
	const result = new Evaluator(tree, values, new Map(functions.map((one) => [one.name, one]))).evaluate();
	return result.coerceString() === "true";
}
