import { defined } from "../../../util/defined.ts";
import type { Problem } from "../../../util/errors.ts";
import type {
	ImageInput,
	Input,
	NamedInput,
	Step,
	Unclear,
	UnsetVariable,
	UrlInput,
	VolatileUse,
} from "./trace-types.ts";

/** What is collected on the way through a Dockerfile. */
export class Notes {
	readonly inputs: Input[] = [];
	readonly images: ImageInput[] = [];
	readonly named: NamedInput[] = [];
	readonly urls: UrlInput[] = [];
	readonly secrets = new Set<string>();
	readonly ssh = new Set<string>();
	readonly declared = new Set<string>();
	readonly wholeContext: Unclear[] = [];
	readonly unset: UnsetVariable[] = [];
	readonly steps: Step[] = [];
	readonly volatile: VolatileUse[] = [];
	readonly problems: Problem[] = [];
	private readonly file: string;

	constructor(file: string) {
		this.file = file;
	}

	problem(code: string, message: string, line: number, fix?: string): void {
		const at = { file: this.file, line };
		this.problems.push({ code, message, at, ...defined({ fix }) });
	}

	/** Something was not understood: all of the context counts. */
	unclear(reason: string, line: number): void {
		this.wholeContext.push({ reason, line });
	}
}

/** An input that is all of a context. */
export function entire(kind: Input["kind"], label: string, context: string, line: number, stage: number): Input {
	return { kind, label, context, sources: ["/"], excludes: [], parents: false, oneMode: false, line, stage };
}
