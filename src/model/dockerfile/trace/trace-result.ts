import { defined } from "../../../util/defined.ts";
import type { Problem } from "../../../util/errors.ts";
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

	constructor(file: string) {
		this.file = file;
	}

	addProblem(code: string, message: string, line: number, fix?: string): void {
		const at = { file: this.file, line };
		this.problems.push({ code, message, at, ...defined({ fix }) });
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
