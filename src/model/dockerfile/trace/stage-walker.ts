import { closestMatch } from "../../../util/closest-match.ts";
import { defined } from "../../../util/defined.ts";
import type { Variable } from "../parse/expand-variables.ts";
import { type Instruction, parseInstruction } from "../parse/instruction.ts";
import { readMounts } from "../parse/mounts.ts";
import type { Dockerfile } from "../parse/parse.ts";
import { namedContextKey } from "../reference.ts";
import { CopySourceCollector } from "./copy-source-collector.ts";
import { applyInstruction, emptyStageFacts, type StageFacts } from "./stage-facts.ts";
import {
	copiedFromNames,
	type FromSource,
	type ResolvedStage,
	reachableStages,
	resolveStages,
	type StageGraph,
} from "./stage-graph.ts";
import { TraceResult, wholeContextInput } from "./trace-result.ts";
import type { BaseConfig, ImageInput, Trace, TraceOptions } from "./trace-types.ts";
import { VariableExpander } from "./variable-expander.ts";
import { type BuildArgs, canonicalPlatform, platformVariables, VariableScope } from "./variable-scope.ts";

/** Frontends with the syntax that this code parses. */
const knownFrontends = /^(?:docker\/dockerfile(?:-upstream)?|moby\/dockerfile)(?:[:@]|$)/;

/** Walks the reachable stages in the order of the file and collects their inputs. */
export class StageWalker {
	private readonly dockerfile: Dockerfile;
	private readonly options: TraceOptions;
	private readonly notes: TraceResult;
	private readonly reader: VariableExpander;
	private readonly globals: VariableScope;
	private readonly graph: StageGraph;
	private readonly taker: CopySourceCollector;
	private readonly instructionsByStage = new Map<number, readonly Instruction[]>();
	private readonly scopes = new Map<number, VariableScope>();
	private readonly facts = new Map<number, StageFacts>();

	constructor(dockerfile: Dockerfile, options: TraceOptions) {
		this.dockerfile = dockerfile;
		this.options = options;
		const { args, volatile = new Set(), names = new Set(), platform } = options;
		this.notes = new TraceResult(dockerfile.file);
		this.reader = new VariableExpander(dockerfile.escape, { args, volatile }, this.notes);
		this.globals = this.readGlobals({ args, volatile });
		this.graph = resolveStages(dockerfile, this.globals, names, {
			problem: (message, line, fix) => this.notes.addProblem("dockerfile/from", message, line, fix),
			unclear: (reason, line) => this.notes.addUnclear(reason, line),
		});
		this.taker = new CopySourceCollector(this.graph, this.reader, this.notes, canonicalPlatform(platform));
	}

	walk(): Trace {
		this.visitSyntaxDirective();
		const target = this.targetIndex();
		const order = reachableStages(this.graph, target, (visitStage) => this.stagesUsedBy(visitStage));
		for (const index of order) this.stage(this.stageAt(index));
		const { inputs, images, named, urls, secrets, ssh, declared, wholeContext, unset, steps, problems } = this.notes;
		const { volatile } = this.notes;
		const [unclear] = wholeContext;
		if (unclear !== undefined)
			inputs.push(wholeContextInput("context", "the whole context", "", unclear.line ?? 1, target));
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
			finalStage: this.final(target),
			problems,
		};
	}

	private stageAt(index: number): ResolvedStage {
		const found = this.graph.stages[index];
		if (found === undefined) throw new Error(`no stage ${index}`);
		return found;
	}

	private visitSyntaxDirective(): void {
		const directive = this.dockerfile.directives.find(({ name }) => name === "syntax");
		const ref = directive?.value.split(" ")[0];
		if (directive === undefined || ref === undefined) return;
		this.notes.images.push({ ref, platform: "build", use: "syntax", line: directive.line });
		if (!knownFrontends.test(namedContextKey(ref)))
			this.notes.addUnclear(`# syntax=${ref} is not Docker's own frontend`, directive.line);
	}

	/** ARGs before the first FROM, on top of those that BuildKit derives from the platforms. */
	private readGlobals(buildArgs: BuildArgs): VariableScope {
		const { platform, buildPlatform, target } = this.options;
		const name = target ?? this.dockerfile.stages.at(-1)?.name ?? "default";
		const scope = new VariableScope(platformVariables(platform, buildPlatform, name, buildArgs), "closed");
		for (const instruction of this.dockerfile.globals) this.reader.applyArg(instruction, scope, undefined);
		return scope;
	}

	private targetIndex(): number {
		const { target } = this.options;
		const found = this.graph.findStage(target);
		if (found !== undefined) return found;
		const near = closestMatch(
			target ?? "",
			this.dockerfile.stages.flatMap(({ name }) => name ?? []),
		);
		const message = `there is no stage "${target}" in ${this.dockerfile.file}`;
		this.notes.addProblem("dockerfile/target", message, 1, near && `did you mean ${near}?`);
		return this.graph.stages.length - 1;
	}

	/** The instructions of a stage, after the ONBUILD triggers of its base. */
	private instructionsOf({ stage, base, ...rest }: ResolvedStage): readonly Instruction[] {
		const known = this.instructionsByStage.get(stage.index);
		if (known !== undefined) return known;
		const triggers: Instruction[] = [];
		if (base.kind === "stage") {
			for (const parent of this.stageAt(base.stage).stage.instructions)
				if (parent.keyword === "ONBUILD") triggers.push(...this.parseTrigger(parent.rest, parent));
		} else {
			const texts =
				base.kind === "named" ? this.options.triggers?.(base.name) : this.baseConfigOf({ stage, base, ...rest })?.onbuild;
			for (const text of texts ?? []) triggers.push(...this.parseTrigger(text, { ...stage.instruction, heredocs: [] }));
		}
		const all = [...triggers, ...stage.instructions];
		this.instructionsByStage.set(stage.index, all);
		return all;
	}

	private parseTrigger(text: string, from: Instruction): readonly Instruction[] {
		const parsed = parseInstruction(text, this.dockerfile.escape);
		if (typeof parsed !== "string") return [{ ...from, ...parsed }];
		this.notes.addUnclear(`ONBUILD ${text}: ${parsed}`, from.line);
		return [];
	}

	private baseConfigOf(resolved: ResolvedStage): BaseConfig | undefined {
		if (resolved.base.kind !== "image") return undefined;
		return this.options.baseConfig?.(resolved.base.ref, this.platformOf(resolved).platformName);
	}

	/** The stages that a stage copies files from. */
	private stagesUsedBy(index: number): readonly number[] {
		return this.instructionsOf(this.stageAt(index)).flatMap((instruction) =>
			copiedFromNames(instruction, readMounts(instruction) ?? []).flatMap((from) => {
				const origin = this.graph.resolveFrom(from, index, instruction.keyword === "COPY" ? "allowed" : "not allowed");
				return typeof origin !== "string" && origin.kind === "stage" ? [origin.stage] : [];
			}),
		);
	}

	private stage(resolved: ResolvedStage): void {
		this.visitBase(resolved);
		const { base, stage } = resolved;
		const scope = this.scopeOf(resolved);
		let facts = (base.kind === "stage" && this.facts.get(base.stage)) || emptyStageFacts;
		// An inherited CMD belongs to another ENTRYPOINT.
		let ownCommand = false;
		for (const instruction of this.instructionsOf(resolved)) {
			const { keyword, unclear, line } = instruction;
			if (unclear !== undefined) this.notes.addUnclear(unclear, line);
			facts = applyInstruction(facts, instruction, (text) =>
				this.reader.expandForDisplay(scope, text, instruction, stage.index),
			);
			this.addVolatileUses(keyword, this.reader.volatileArgsIn(instruction, scope), line, stage.index);
			ownCommand ||= keyword === "CMD";
			if (keyword === "ENTRYPOINT" && !ownCommand) {
				const { cmd, ...rest } = facts;
				facts = rest;
			}
			if (keyword === "ARG") this.reader.applyArg(instruction, scope, this.globals);
			else if (keyword === "ENV") this.reader.applyEnv(instruction, scope);
			else if (keyword === "COPY" || keyword === "ADD") this.taker.collectCopy(instruction, scope, stage.index);
			else if (keyword === "RUN") this.taker.collectMounts(instruction, scope, stage.index);
			if (keyword === "COPY" || keyword === "ADD" || keyword === "RUN")
				this.notes.steps.push({
					stage: stage.index,
					instruction,
					workdir: facts.workdir?.value ?? "/",
					paths: keyword === "RUN" ? [] : instruction.args.map((arg) => this.reader.previewText(scope, arg)),
					variables: keyword === "RUN" ? scope.knownValues() : {},
				});
		}
		this.scopes.set(stage.index, scope);
		this.facts.set(stage.index, facts);
	}

	private addVolatileUses(keyword: string, names: ReadonlySet<string>, line: number, stage: number): void {
		for (const name of names) this.notes.volatile.push({ name, keyword, line, stage });
	}

	private visitBase(resolved: ResolvedStage): void {
		const { base, stage } = resolved;
		const from = this.reader.volatileArgsIn(stage.instruction, this.globals);
		this.addVolatileUses("FROM", from, stage.line, stage.index);
		const where = { use: "FROM", line: stage.line, stage: stage.index } as const;
		if (base.kind === "image") {
			this.notes.images.push({ ref: base.ref, ...this.platformOf(resolved), ...where });
		} else if (base.kind === "named") {
			this.notes.named.push({ name: base.name, ref: base.ref, ...where });
			this.notes.inputs.push(wholeContextInput("base", `FROM ${base.ref}`, base.name, stage.line, stage.index));
		}
	}

	private scopeOf(resolved: ResolvedStage): VariableScope {
		const { base } = resolved;
		if (base.kind === "stage") return this.scopes.get(base.stage)?.child() ?? new VariableScope([], "open");
		if (base.kind === "scratch") return new VariableScope([], "closed");
		const config = this.baseConfigOf(resolved);
		const env = Object.entries(config?.env ?? {}).map(([name, value]): [string, Variable] => [
			name,
			{ kind: "set", value },
		]);
		return new VariableScope(env, config === undefined ? "open" : "closed");
	}

	private platformOf({ stage, platform }: ResolvedStage): Pick<ImageInput, "platform" | "platformName"> {
		const written = stage.platform;
		if (written === undefined) return { platform: "target", platformName: canonicalPlatform(this.options.platform) };
		const kind = /\$\{?BUILD/.test(written) ? "build" : /\$\{?TARGET/.test(written) ? "target" : "explicit";
		if (platform === undefined || platform === "") return { platform: kind };
		return { platform: kind, platformName: canonicalPlatform(platform) };
	}

	private final(target: number): Trace["finalStage"] {
		const chain = [target];
		let base: FromSource = this.stageAt(target).base;
		while (base.kind === "stage") {
			chain.push(base.stage);
			base = this.stageAt(base.stage).base;
		}
		const { line } = this.stageAt(target).stage;
		return { ...(this.facts.get(target) ?? emptyStageFacts), stage: target, chain, base, line };
	}
}

function tracedStage({ stage, base, platform }: ResolvedStage): Trace["stages"][number] {
	const { index, name, line } = stage;
	return { index, base, line, ...defined({ name, platform }) };
}

/** Determines the inputs of an image. What the engine would refuse is in `problems`. */
export function traceInputs(dockerfile: Dockerfile, options: TraceOptions): Trace {
	return new StageWalker(dockerfile, options).walk();
}
