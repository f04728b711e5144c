import { type Context, createContext, Script } from "node:vm";

let runner: { readonly script: Script; readonly context: Context } | undefined;

/** Runs a function, and stops it after a time. It also stops a regular expression, which no timer and signal can. */
export function runWithin<T>(timeoutMs: number, work: () => T): { readonly value: T } | "timeout" {
	runner ??= { script: new Script("work()"), context: createContext({}) };
	const results: T[] = [];
	runner.context.work = () => {
		results.push(work());
	};
	try {
		runner.script.runInContext(runner.context, { timeout: Math.max(1, Math.round(timeoutMs)) });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return "timeout";
		throw error;
	}
	return { value: results[0] as T };
}
