import { defined } from "../../../util/defined.ts";
import { nearest } from "../../../util/suggest.ts";
import type { Variable } from "../parse/expand-variables.ts";
import { type Instruction, parseInstruction } from "../parse/instruction.ts";
import { readMounts } from "../parse/mounts.ts";
import type { Dockerfile } from "../parse/parse.ts";
import { imageKey } from "../reference.ts";
import { Taker } from "./copy-source-collector.ts";
import { noFacts, type StageFacts, withInstruction } from "./stage-facts.ts";
import {
	fromNames,
	type Origin,
	type ResolvedStage,
	reachable,
	resolveStages,
	type StageGraph,
} from "./stage-graph.ts";
import { entire, Notes } from "./trace-result.ts";
import type { BaseConfig, ImageInput, Trace, TraceOptions } from "./trace-types.ts";
import { Reader } from "./variable-expander.ts";
import { type BuildArgs, normalPlatform, platformVariables, Scope } from "./variable-scope.ts";

/** Frontends that read Dockerfiles as this code does. */
const knownFrontends = /^(?:docker\/dockerfile(?:-upstream)?|moby\/dockerfile)(?:[:@]|$)/;

/** One run of `traceInputs`: walks the reachable stages in the order of the file and collects what they take. */
export class Tracer {
	private readonly dockerfile: Dockerfile;
	private readonly options: TraceOptions;
	private readonly notes: Notes;
	private readonly reader: Reader;
	private readonly globals: Scope;
	private readonly graph: StageGraph;
	private readonly taker: Taker;
	private readonly known = new Map<number, readonly Instruction[]>();
	private readonly scopes = new Map<number, Scope>();
	private readonly facts = new Map<number, StageFacts>();

	constructor(dockerfile: Dockerfile, options: TraceOptions) {
		this.dockerfile = dockerfile;
		this.options = options;
		const { args, volatile = new Set(), names = new Set(), platform } = options;
		this.notes = new Notes(dockerfile.file);
		this.reader = new Reader(dockerfile.escape, { args, volatile }, this.notes);
		this.globals = this.readGlobals({ args, volatile });
		this.graph = resolveStages(dockerfile, this.globals, names, {
			problem: (message, line, fix) => this.notes.problem("dockerfile/from", message, line, fix),
			unclear: (reason, line) => this.notes.unclear(reason, line),
		});
		this.taker = new Taker(this.graph, this.reader, this.notes, normalPlatform(platform));
	}

	run(): Trace {
		this.syntax();
		const target = this.target();
		const order = reachable(this.graph, target, (stage) => this.uses(stage));
		for (const index of order) this.stage(this.stageAt(index));
		const { inputs, images, named, urls, secrets, ssh, declared, wholeContext, unset, steps, problems } = this.notes;
		const { volatile } = this.notes;
		const [unclear] = wholeContext;
		if (unclear !== undefined) inputs.push(entire("context", "the whole context", "", unclear.line ?? 1, target));
		return {
			file: this.dockerfile.file,
			stages: order.map((index) => tracedStage(this.stageAt(index))),
			inputs,
			images,
			named,
			urls,
			secrets: [...secrets].sort(),
			ssh: [...ssh].sort(),
			declaredArgs: [...declared].sort(),
			wholeContext,
			unset,
			steps,
			volatile,
			final: this.final(target),
			problems,
		};
	}

	private stageAt(index: number): ResolvedStage {
		const found = this.graph.stages[index];
		if (found === undefined) throw new Error(`no stage ${index}`);
		return found;
	}

	private syntax(): void {
		const directive = this.dockerfile.directives.find(({ name }) => name === "syntax");
		const ref = directive?.value.split(" ")[0];
		if (directive === undefined || ref === undefined) return;
		this.notes.images.push({ ref, platform: "build", use: "syntax", line: directive.line });
		if (!knownFrontends.test(imageKey(ref)))
			this.notes.unclear(`# syntax=${ref} is not Docker's own frontend`, directive.line);
	}

	/** ARGs before the first FROM, over those that BuildKit derives from the platforms. */
	private readGlobals(buildArgs: BuildArgs): Scope {
		const { platform, buildPlatform, target } = this.options;
		const name = target ?? this.dockerfile.stages.at(-1)?.name ?? "default";
		const scope = new Scope(platformVariables(platform, buildPlatform, name, buildArgs), "closed");
		for (const instruction of this.dockerfile.globals) this.reader.arg(instruction, scope, undefined);
		return scope;
	}

	private target(): number {
		const { target } = this.options;
		const found = this.graph.find(target);
		if (found !== undefined) return found;
		const near = nearest(
			target ?? "",
			this.dockerfile.stages.flatMap(({ name }) => name ?? []),
		);
		const message = `there is no stage "${target}" in ${this.dockerfile.file}`;
		this.notes.problem("dockerfile/target", message, 1, near && `did you mean ${near}?`);
		return this.graph.stages.length - 1;
	}

	/** The instructions of a stage: ONBUILD triggers of its base come first. */
	private instructions({ stage, base, ...rest }: ResolvedStage): readonly Instruction[] {
		const known = this.known.get(stage.index);
		if (known !== undefined) return known;
		const triggers: Instruction[] = [];
		if (base.kind === "stage") {
			for (const parent of this.stageAt(base.stage).stage.instructions)
				if (parent.keyword === "ONBUILD") triggers.push(...this.trigger(parent.rest, parent));
		} else {
			const texts =
				base.kind === "named" ? this.options.triggers?.(base.name) : this.config({ stage, base, ...rest })?.onbuild;
			for (const text of texts ?? []) triggers.push(...this.trigger(text, { ...stage.instruction, heredocs: [] }));
		}
		const all = [...triggers, ...stage.instructions];
		this.known.set(stage.index, all);
		return all;
	}

	private trigger(text: string, from: Instruction): readonly Instruction[] {
		const parsed = parseInstruction(text, this.dockerfile.escape);
		if (typeof parsed !== "string") return [{ ...from, ...parsed }];
		this.notes.unclear(`ONBUILD ${text}: ${parsed}`, from.line);
		return [];
	}

	private config(resolved: ResolvedStage): BaseConfig | undefined {
		if (resolved.base.kind !== "image") return undefined;
		return this.options.baseConfig?.(resolved.base.ref, this.platformOf(resolved).platformName);
	}

	/** Stages that one takes files from. */
	private uses(index: number): readonly number[] {
		return this.instructions(this.stageAt(index)).flatMap((instruction) =>
			fromNames(instruction, readMounts(instruction) ?? []).flatMap((from) => {
				const origin = this.graph.origin(from, index, instruction.keyword === "COPY" ? "allowed" : "not allowed");
				return typeof origin !== "string" && origin.kind === "stage" ? [origin.stage] : [];
			}),
		);
	}

	private stage(resolved: ResolvedStage): void {
		this.base(resolved);
		const { base, stage } = resolved;
		const scope = this.scopeOf(resolved);
		let facts = (base.kind === "stage" && this.facts.get(base.stage)) || noFacts;
		// A CMD that is handed down belonged to another ENTRYPOINT.
		let ownCommand = false;
		for (const instruction of this.instructions(resolved)) {
			const { keyword, unclear, line } = instruction;
			if (unclear !== undefined) this.notes.unclear(unclear, line);
			facts = withInstruction(facts, instruction, (text) => this.reader.show(scope, text, instruction, stage.index));
			this.volatile(keyword, this.reader.volatileIn(instruction, scope), line, stage.index);
			ownCommand ||= keyword === "CMD";
			if (keyword === "ENTRYPOINT" && !ownCommand) {
				const { cmd, ...rest } = facts;
				facts = rest;
			}
			if (keyword === "ARG") this.reader.arg(instruction, scope, this.globals);
			else if (keyword === "ENV") this.reader.env(instruction, scope);
			else if (keyword === "COPY" || keyword === "ADD") this.taker.copy(instruction, scope, stage.index);
			else if (keyword === "RUN") this.taker.mounts(instruction, scope, stage.index);
			if (keyword === "COPY" || keyword === "ADD" || keyword === "RUN")
				this.notes.steps.push({
					stage: stage.index,
					instruction,
					workdir: facts.workdir?.value ?? "/",
					paths: keyword === "RUN" ? [] : instruction.args.map((arg) => this.reader.peek(scope, arg)),
					variables: keyword === "RUN" ? scope.known() : {},
				});
		}
		this.scopes.set(stage.index, scope);
		this.facts.set(stage.index, facts);
	}

	private volatile(keyword: string, names: ReadonlySet<string>, line: number, stage: number): void {
		for (const name of names) this.notes.volatile.push({ name, keyword, line, stage });
	}

	private base(resolved: ResolvedStage): void {
		const { base, stage } = resolved;
		const from = this.reader.volatileIn(stage.instruction, this.globals);
		this.volatile("FROM", from, stage.line, stage.index);
		const where = { use: "FROM", line: stage.line, stage: stage.index } as const;
		if (base.kind === "image") {
			this.notes.images.push({ ref: base.ref, ...this.platformOf(resolved), ...where });
		} else if (base.kind === "named") {
			this.notes.named.push({ name: base.name, ref: base.ref, ...where });
			this.notes.inputs.push(entire("base", `FROM ${base.ref}`, base.name, stage.line, stage.index));
		}
	}

	private scopeOf(resolved: ResolvedStage): Scope {
		const { base } = resolved;
		if (base.kind === "stage") return this.scopes.get(base.stage)?.child() ?? new Scope([], "open");
		if (base.kind === "scratch") return new Scope([], "closed");
		const config = this.config(resolved);
		const env = Object.entries(config?.env ?? {}).map(([name, value]): [string, Variable] => [
			name,
			{ kind: "set", value },
		]);
		return new Scope(env, config === undefined ? "open" : "closed");
	}

	private platformOf({ stage, platform }: ResolvedStage): Pick<ImageInput, "platform" | "platformName"> {
		const written = stage.platform;
		if (written === undefined) return { platform: "target", platformName: normalPlatform(this.options.platform) };
		const kind = /\$\{?BUILD/.test(written) ? "build" : /\$\{?TARGET/.test(written) ? "target" : "explicit";
		if (platform === undefined || platform === "") return { platform: kind };
		return { platform: kind, platformName: normalPlatform(platform) };
	}

	private final(target: number): Trace["final"] {
		const chain = [target];
		let base: Origin = this.stageAt(target).base;
		while (base.kind === "stage") {
			chain.push(base.stage);
			base = this.stageAt(base.stage).base;
		}
		const { line } = this.stageAt(target).stage;
		return { ...(this.facts.get(target) ?? noFacts), stage: target, chain, base, line };
	}
}

function tracedStage({ stage, base, platform }: ResolvedStage): Trace["stages"][number] {
	const { index, name, line } = stage;
	return { index, base, line, ...defined({ name, platform }) };
}

/** Works out what an image is built from. Pure; what the engine would refuse comes back as `problems`. */
export function traceInputs(dockerfile: Dockerfile, options: TraceOptions): Trace {
	return new Tracer(dockerfile, options).run();
}
