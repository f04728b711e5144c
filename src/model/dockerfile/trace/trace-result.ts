import { defined } from "../../../util/defined.ts";
import type { Problem } from "../../../util/errors.ts";
import type { ExpansionBudget } from "../parse/limits.ts";
import type {
	ImageInput,
	NamedInput,
	TracedInput,
	TracedStep,
	UnsetVariable,
	UrlInput,
	VolatileUse,
	WholeContextReason,
} from "./trace-types.ts";
import type { WrongExpansion } from "./variable-scope.ts";

/** Characters of an instruction in a message. */
const maxShown = 200;

const shorten = (text: string) => (text.length <= maxShown ? text : `${text.slice(0, maxShown)}…`);

/** Collects the trace of a Dockerfile. */
export class TraceResult {
	readonly inputs: TracedInput[] = [];
	readonly images: ImageInput[] = [];
	readonly named: NamedInput[] = [];
	readonly urls: UrlInput[] = [];
	readonly secrets = new Set<string>();
	readonly ssh = new Set<string>();
	readonly declared = new Set<string>();
	readonly wholeContext: WholeContextReason[] = [];
	readonly unset: UnsetVariable[] = [];
	readonly steps: TracedStep[] = [];
	readonly volatile: VolatileUse[] = [];
	readonly problems: Problem[] = [];
	private readonly file: string;
	private readonly budget: ExpansionBudget;
	private isExhausted = false;

	constructor(file: string, budget: ExpansionBudget) {
		this.file = file;
		this.budget = budget;
	}

	addProblem(code: string, message: string, line: number, fix?: string): void {
		const at = { file: this.file, line };
		this.problems.push({ code, message, at, ...defined({ fix }) });
	}

	/** A text that the engine would not expand. That all texts together are too much is one problem. */
	addExpansionProblem(
		what: string,
		{ message, isExhausted }: WrongExpansion,
		line: number,
		code: "dockerfile/expansion" | "dockerfile/from" = "dockerfile/expansion",
	): void {
		if (isExhausted && this.isExhausted) return;
		this.isExhausted ||= isExhausted;
		this.addProblem(code, `${shorten(what)}: ${message}`, line);
	}

	/** Texts that only the analysis expands can exhaust the budget too. */
	checkBudget(): void {
		if (this.isExhausted || (this.budget.characters >= 0 && this.budget.comparisons >= 0)) return;
		this.addProblem("dockerfile/expansion", "the variables expand to too many characters in total", 1);
	}

	/** The instruction cannot be analyzed: the whole context counts. */
	addUnclear(reason: string, line: number): void {
		this.wholeContext.push({ reason, line });
	}
}

/** An input that is a whole context. */
export function wholeContextInput({
	line,
	stage,
	...input
}: Pick<TracedInput, "kind" | "label" | "context" | "line" | "stage">): TracedInput {
	return { ...input, sources: ["/"], excludes: [], parents: false, oneMode: false, line, stage };
}
