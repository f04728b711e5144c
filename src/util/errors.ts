/** A place in a file. Line and column count from 1, as editors do. */
export interface Location {
	readonly file: string;
	readonly line?: number;
	readonly column?: number;
	/** The last line, if it is not `line`. */
	readonly endLine?: number;
}

/** One problem: what, where, why, and how to fix it. */
export interface Problem {
	/** Closed set of stable codes, e.g. `catalog/unknown-key`. */
	readonly code: string;
	readonly message: string;
	readonly at?: Location;
	readonly why?: string;
	readonly fix?: string;
}

/** `file:line:column`, as far as known. */
export function formatLocation({ file, line, column }: Location): string {
	return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** A problem for people: one line, then why and fix, indented. */
export function formatProblem({ at, message, why, fix, code }: Problem): string {
	const where = at === undefined ? "" : `${formatLocation(at)}: `;
	const rest = [why, fix && `fix: ${fix}`].filter(Boolean).map((line) => `\n    ${line}`);
	return `${where}${message} [${code}]${rest.join("")}`;
}

/** A mistake that the user can fix. Holds all problems, not only the first; shown without a stack trace. */
export class UserError extends Error {
	override readonly name = "UserError";
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[] | Problem, options?: ErrorOptions) {
		const list = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
		super(list.map(formatProblem).join("\n"), options);
		this.problems = list;
	}
}
