import { closestMatch } from "../../../util/closest-match.ts";
import { defined } from "../../../util/defined.ts";
import { type Instruction, parseInstruction } from "../parse/instruction.ts";
import { fileLimits, fullBudget } from "../parse/limits.ts";
import type { Dockerfile } from "../parse/parse.ts";
import { CopySourceCollector } from "./copy-source-collector.ts";
import { applyInstruction, type GrowingFacts, startFacts } from "./stage-facts.ts";
import {
	copiedFromNames,
	namedContextKey,
	type ResolvedStage,
	reachableStages,
	resolveStages,
	type StageGraph,
} from "./stage-graph.ts";
import { TraceResult, wholeContextInput } from "./trace-result.ts";
import type { BaseConfig, ImageInput, Trace, TraceOptions } from "./trace-types.ts";
import { type InstructionPosition, VariableExpander } from "./variable-expander.ts";
import { type BuildArgs, canonicalPlatform, platformVariables, VariableScope } from "./variable-scope.ts";

/** Frontends with the syntax that this code parses. */
const knownFrontends = /^(?:docker\/dockerfile(?:-upstream)?|moby\/dockerfile)(?:[:@]|$)/;

/** Walks the reachable stages in the order of the file and collects their inputs. */
class StageWalker {
	private readonly dockerfile: Dockerfile;
	private readonly options: TraceOptions;
	private readonly result: TraceResult;
	/** For all texts of the Dockerfile. */
	readonly budget = fullBudget();
	private readonly expander: VariableExpander;
	private readonly globals: VariableScope;
	private readonly graph: StageGraph;
	private readonly copySources: CopySourceCollector;
	private readonly instructionsByStage = new Map<number, readonly Instruction[]>();
	private readonly scopes = new Map<number, VariableScope>();
	private readonly facts = new Map<number, GrowingFacts>();
	private readonly finalChain: ReadonlySet<number>;
	private readonly target: number;
	private triggers = 0;

	constructor(dockerfile: Dockerfile, options: TraceOptions) {
		this.dockerfile = dockerfile;
		this.options = options;
		const { args, volatile = new Set(), names = new Set(), platform } = options;
		this.result = new TraceResult(dockerfile.file, this.budget);
		this.expander = new VariableExpander(dockerfile.escape, { args, volatile }, this.result);
		this.globals = this.readGlobals({ args, volatile });
		this.graph = resolveStages(dockerfile, this.globals, names, {
			problem: (message, line, fix) => this.result.addProblem("dockerfile/from", message, line, fix),
			unclear: (reason, line) => this.result.addUnclear(reason, line),
			wrong: (what, expansion, line) => this.result.addExpansionProblem(what, expansion, line, "dockerfile/from"),
		});
		this.target = this.targetIndex();
		this.finalChain = this.chainOf(this.target);
		this.copySources = new CopySourceCollector(this.graph, this.expander, this.result, canonicalPlatform(platform));
	}

	walk(): Trace {
		this.visitSyntaxDirective();
		const { target } = this;
		const order = reachableStages(this.graph, target, (stage) => this.stagesUsedBy(stage));
		for (const index of order) this.visitStage(this.stageAt(index));
		this.result.checkBudget();
		const { inputs, images, named, urls, secrets, ssh, declared, wholeContext, unset, steps, volatile, problems } =
			this.result;
		const [unclear] = wholeContext;
		if (unclear !== undefined) {
			const line = unclear.line ?? 1;
			inputs.push(wholeContextInput({ kind: "context", label: "the whole context", context: "", line, stage: target }));
		}
		return {
			file: this.dockerfile.file,
			stages: order.map((index) => toTracedStage(this.stageAt(index))),
			...{ inputs, images, named, urls, wholeContext, unset, steps, volatile, problems },
			secrets: [...secrets].sort(),
			ssh: [...ssh].sort(),
			declaredArgs: [...declared].sort(),
			finalStage: this.finalStage(),
		};
	}

	private stageAt(index: number): ResolvedStage {
		const stage = this.graph.stages[index];
		if (stage === undefined) throw new Error(`no stage ${index}`);
		return stage;
	}

	private visitSyntaxDirective(): void {
		const directive = this.dockerfile.directives.find(({ name }) => name === "syntax");
		const ref = directive?.value.split(" ")[0];
		if (directive === undefined || ref === undefined) return;
		this.result.images.push({ ref, platform: "build", use: "syntax", line: directive.line });
		if (!knownFrontends.test(namedContextKey(ref)))
			this.result.addUnclear(`# syntax=${ref} is not Docker's own frontend`, directive.line);
	}

	/** ARGs before the first FROM, on top of those that BuildKit derives from the platforms. */
	private readGlobals(buildArgs: BuildArgs): VariableScope {
		const { platform, buildPlatform, target } = this.options;
		const name = target ?? this.dockerfile.stages.at(-1)?.name ?? "default";
		const scope = new VariableScope(platformVariables(platform, buildPlatform, name, buildArgs), "closed", this);
		for (const instruction of this.dockerfile.globals) this.expander.applyArg(instruction, scope, undefined);
		return scope;
	}

	private targetIndex(): number {
		const { target } = this.options;
		const index = this.graph.findStage(target);
		if (index !== undefined) return index;
		const names = this.dockerfile.stages.flatMap(({ name }) => name ?? []);
		const near = closestMatch(target ?? "", names);
		const message = `there is no stage "${target}" in ${this.dockerfile.file}`;
		this.result.addProblem("dockerfile/target", message, 1, near && `did you mean ${near}?`);
		return this.graph.stages.length - 1;
	}

	/** The instructions of a stage, after the ONBUILD triggers of its base. */
	private instructionsOf(resolved: ResolvedStage): readonly Instruction[] {
		const { stage, base } = resolved;
		const cached = this.instructionsByStage.get(stage.index);
		if (cached !== undefined) return cached;
		const triggers: Instruction[] = [];
		if (base.kind === "stage") {
			for (const parent of this.stageAt(base.stage).stage.instructions)
				if (parent.keyword === "ONBUILD") triggers.push(...this.parseTrigger(parent.rest, parent));
		} else {
			const texts = base.kind === "named" ? this.options.triggers?.(base.name) : this.baseConfigOf(resolved)?.onbuild;
			for (const text of texts ?? []) triggers.push(...this.parseTrigger(text, { ...stage.instruction, heredocs: [] }));
		}
		this.triggers += triggers.length;
		if (this.triggers > fileLimits.words) {
			const message = `more than ${fileLimits.words} ONBUILD triggers in all stages`;
			this.result.addProblem("dockerfile/too-large", message, stage.line);
			triggers.length = 0;
			this.triggers = 0;
		}
		const instructions = [...triggers, ...stage.instructions];
		this.instructionsByStage.set(stage.index, instructions);
		return instructions;
	}

	private parseTrigger(text: string, from: Instruction): readonly Instruction[] {
		const parsed = parseInstruction(text, this.dockerfile.escape);
		if (typeof parsed !== "string") return [{ ...from, ...parsed }];
		this.result.addUnclear(`ONBUILD ${text}: ${parsed}`, from.line);
		return [];
	}

	private baseConfigOf(resolved: ResolvedStage): BaseConfig | undefined {
		if (resolved.base.kind !== "image") return undefined;
		return this.options.baseConfig?.(resolved.base.ref, this.platformOf(resolved).platformName);
	}

	/** The stages that a stage copies files from. */
	private stagesUsedBy(index: number): readonly number[] {
		return this.instructionsOf(this.stageAt(index)).flatMap((instruction) =>
			copiedFromNames(instruction).flatMap((from) => {
				const source = this.graph.resolveFrom(from, index, instruction.keyword === "COPY" ? "allowed" : "not allowed");
				return typeof source !== "string" && source.kind === "stage" ? [source.stage] : [];
			}),
		);
	}

	private visitStage(resolved: ResolvedStage): void {
		this.visitBase(resolved);
		const { base, stage } = resolved;
		const scope = this.scopeOf(resolved);
		let facts = startFacts(base.kind === "stage" ? this.facts.get(base.stage) : undefined);
		// Only the final stage's lists are read, so they are shared by the stages of its chain.
		if (!this.finalChain.has(stage.index)) facts = { ...facts, ...startFacts() };
		// An inherited CMD belongs to another ENTRYPOINT.
		let ownCommand = false;
		for (const instruction of this.instructionsOf(resolved)) {
			const { keyword, unclear, line } = instruction;
			const position = { instruction, stage: stage.index, scope };
			if (unclear !== undefined) this.result.addUnclear(unclear, line);
			facts = applyInstruction(facts, instruction, (text) => this.expander.expandForDisplay(text, position));
			this.addVolatileUses(position);
			ownCommand ||= keyword === "CMD";
			if (keyword === "ENTRYPOINT" && !ownCommand) {
				const { cmd, ...rest } = facts;
				facts = rest;
			}
			if (keyword === "ARG") this.expander.applyArg(instruction, scope, this.globals);
			else if (keyword === "ENV") this.expander.applyEnv(instruction, scope);
			else if (keyword === "COPY" || keyword === "ADD") this.copySources.collectCopy(position);
			else if (keyword === "RUN") this.copySources.collectMounts(position);
			if (keyword === "COPY" || keyword === "ADD" || keyword === "RUN")
				this.result.steps.push({
					stage: stage.index,
					instruction,
					workdir: facts.workdir?.value ?? "/",
					paths: keyword === "RUN" ? [] : instruction.args.map((arg) => this.expander.previewText(arg, scope)),
					variables: keyword === "RUN" ? scope.knownValues() : {},
				});
		}
		this.scopes.set(stage.index, scope);
		this.facts.set(stage.index, facts);
	}

	private addVolatileUses({ instruction, stage, scope }: InstructionPosition): void {
		const { keyword, line } = instruction;
		for (const name of this.expander.volatileArgsIn(instruction, scope))
			this.result.volatile.push({ name, keyword, line, stage });
	}

	private visitBase(resolved: ResolvedStage): void {
		const { base, stage } = resolved;
		this.addVolatileUses({ instruction: stage.instruction, stage: stage.index, scope: this.globals });
		const where = { use: "FROM", line: stage.line, stage: stage.index } as const;
		if (base.kind === "image") {
			this.result.images.push({ ref: base.ref, ...this.platformOf(resolved), ...where });
		} else if (base.kind === "named") {
			this.result.named.push({ name: base.name, ref: base.ref, ...where });
			const input = { kind: "base", label: `FROM ${base.ref}`, context: base.name } as const;
			this.result.inputs.push(wholeContextInput({ ...input, line: stage.line, stage: stage.index }));
		}
	}

	private scopeOf(resolved: ResolvedStage): VariableScope {
		const { base } = resolved;
		if (base.kind === "stage") return this.scopes.get(base.stage)?.child() ?? new VariableScope([], "open", this);
		if (base.kind === "scratch") return new VariableScope([], "closed", this);
		const config = this.baseConfigOf(resolved);
		const env = Object.entries(config?.env ?? {}).map(([name, value]) => [name, { kind: "set", value }] as const);
		return new VariableScope(env, config === undefined ? "open" : "closed", this);
	}

	private platformOf({ stage, platform }: ResolvedStage): Pick<ImageInput, "platform" | "platformName"> {
		const written = stage.platform;
		if (written === undefined) return { platform: "target", platformName: canonicalPlatform(this.options.platform) };
		const kind = /\$\{?BUILD/.test(written) ? "build" : /\$\{?TARGET/.test(written) ? "target" : "explicit";
		if (platform === undefined || platform === "") return { platform: kind };
		return { platform: kind, platformName: canonicalPlatform(platform) };
	}

	/** A stage and the stages that it is FROM, itself first. */
	private chainOf(stage: number): ReadonlySet<number> {
		const chain = new Set([stage]);
		for (let { base } = this.stageAt(stage); base.kind === "stage"; { base } = this.stageAt(base.stage))
			chain.add(base.stage);
		return chain;
	}

	private finalStage(): Trace["finalStage"] {
		const { target } = this;
		const chain = [...this.finalChain];
		const { base } = this.stageAt(chain.at(-1) ?? target);
		const { labels, env, ...facts } = this.facts.get(target) ?? startFacts();
		const { line } = this.stageAt(target).stage;
		return { ...facts, labels: { ...labels }, env: { ...env }, stage: target, chain, base, line };
	}
}

function toTracedStage({ stage, base, platform }: ResolvedStage): Trace["stages"][number] {
	const { index, name, line } = stage;
	return { index, base, line, ...defined({ name, platform }) };
}

/** Determines the inputs of an image. What the engine would refuse is in `problems`. */
export function traceInputs(dockerfile: Dockerfile, options: TraceOptions): Trace {
	return new StageWalker(dockerfile, options).walk();
}
