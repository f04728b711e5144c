import { nearest } from "../catalog/suggest.ts";
import type { Problem } from "../errors.ts";
import type { Variable } from "./expand.ts";
import { noFacts, type StageFacts, withInstruction } from "./facts.ts";
import { fromNames, type Origin, type ResolvedStage, reachable, resolveStages, type StageGraph } from "./graph.ts";
import { type Instruction, parseInstruction } from "./instruction.ts";
import { readMounts } from "./mounts.ts";
import type { Dockerfile } from "./parse.ts";
import { imageKey } from "./reference.ts";
import {
	argValue,
	type BuildArgs,
	expandIn,
	isPredefined,
	normalPlatform,
	type Outcome,
	platformVariables,
	Scope,
	showIn,
	toVariable,
} from "./scope.ts";
import { flagOn, flagValue, flagValues, isPinned, sourceKind, writtenSources } from "./sources.ts";
import type { ImageInput, Input, NamedInput, Trace, TraceOptions, Unclear, UnsetVariable, UrlInput } from "./trace.ts";

/** Frontends that read Dockerfiles as this code does. */
const knownFrontends = /^(?:docker\/dockerfile(?:-upstream)?|moby\/dockerfile)(?:[:@]|$)/;

/** One run of `traceInputs`: walks the reachable stages in the order of the file and collects what they take. */
export class Tracer {
	private readonly dockerfile: Dockerfile;
	private readonly options: TraceOptions;
	private readonly names: ReadonlySet<string>;
	private readonly buildArgs: BuildArgs;
	private readonly inputs: Input[] = [];
	private readonly images: ImageInput[] = [];
	private readonly named: NamedInput[] = [];
	private readonly urls: UrlInput[] = [];
	private readonly secrets = new Set<string>();
	private readonly ssh = new Set<string>();
	private readonly declared = new Set<string>();
	private readonly unclear: Unclear[] = [];
	private readonly unset: UnsetVariable[] = [];
	private readonly problems: Problem[] = [];
	private readonly scopes = new Map<number, Scope>();
	private readonly facts = new Map<number, StageFacts>();

	constructor(dockerfile: Dockerfile, options: TraceOptions) {
		this.dockerfile = dockerfile;
		this.options = options;
		this.names = options.names ?? new Set();
		this.buildArgs = { args: options.args, volatile: options.volatile ?? new Set() };
	}

	run(): Trace {
		this.syntax();
		const globals = this.globals();
		const graph = resolveStages(this.dockerfile, globals, this.names, {
			problem: (message, line) => this.problem("dockerfile/from", message, line),
			unclear: (reason, line) => this.unclear.push({ reason, line }),
		});
		const target = this.target(graph);
		const order = reachable(graph, target, (stage) => this.uses(graph, stage));
		for (const index of order) this.stage(graph, index, globals);
		if (this.unclear.length > 0) this.inputs.push(wholeContext(this.unclear, target));
		return {
			file: this.dockerfile.file,
			stages: order.flatMap((index) => tracedStage(graph.stages[index])),
			inputs: this.inputs,
			images: this.images,
			named: this.named,
			urls: this.urls,
			secrets: [...this.secrets].sort(),
			ssh: [...this.ssh].sort(),
			declaredArgs: [...this.declared].sort(),
			wholeContext: this.unclear,
			unset: this.unset,
			final: this.final(graph, target),
			problems: this.problems,
		};
	}

	private problem(code: string, message: string, line: number, fix?: string): void {
		const at = { file: this.dockerfile.file, line };
		this.problems.push({ code, message, at, ...(fix !== undefined && { fix }) });
	}

	private syntax(): void {
		const directive = this.dockerfile.directives.find(({ name }) => name === "syntax");
		const ref = directive?.value.split(" ")[0];
		if (directive === undefined || ref === undefined) return;
		this.images.push({ ref, platform: "build", use: "syntax", line: directive.line });
		if (!knownFrontends.test(imageKey(ref)))
			this.unclear.push({ reason: `# syntax=${ref} is not Docker's own frontend`, line: directive.line });
	}

	/** ARGs before the first FROM, over those that BuildKit derives from the platforms. */
	private globals(): Scope {
		const { platform, buildPlatform, target } = this.options;
		const name = target ?? this.dockerfile.stages.at(-1)?.name ?? "default";
		const scope = new Scope(platformVariables(platform, buildPlatform, name, this.buildArgs), "closed");
		for (const instruction of this.dockerfile.globals) this.arg(instruction, scope, undefined);
		return scope;
	}

	private target(graph: StageGraph): number {
		const { target } = this.options;
		const found = graph.find(target);
		if (found !== undefined) return found;
		const near = nearest(
			target ?? "",
			this.dockerfile.stages.flatMap(({ name }) => name ?? []),
		);
		const message = `there is no stage "${target}" in ${this.dockerfile.file}`;
		this.problem("dockerfile/target", message, 1, near && `did you mean ${near}?`);
		return graph.stages.length - 1;
	}

	/** The instructions of a stage: ONBUILD triggers of its base come first. */
	private instructions(graph: StageGraph, index: number): readonly Instruction[] {
		const { stage, base } = graph.stages[index] as ResolvedStage;
		const inherited: Instruction[] = [];
		if (base.kind === "stage") {
			for (const parent of this.dockerfile.stages[base.stage]?.instructions ?? [])
				if (parent.keyword === "ONBUILD") inherited.push(...this.trigger(parent.rest, parent));
		} else if (base.kind === "image") {
			for (const text of this.config(graph, index)?.onbuild ?? [])
				inherited.push(...this.trigger(text, { ...stage.instruction, heredocs: [] }));
		}
		return [...inherited, ...stage.instructions];
	}

	private trigger(text: string, from: Instruction): readonly Instruction[] {
		const parsed = parseInstruction(text, this.dockerfile.escape);
		if (typeof parsed !== "string") return [{ ...from, ...parsed }];
		this.unclear.push({ reason: `ONBUILD ${text}: ${parsed}`, line: from.line });
		return [];
	}

	private config(graph: StageGraph, index: number) {
		const resolved = graph.stages[index];
		if (resolved?.base.kind !== "image") return undefined;
		return this.options.baseConfig?.(resolved.base.ref, this.platformOf(resolved).platformName);
	}

	/** Stages that one takes files from. */
	private uses(graph: StageGraph, index: number): readonly number[] {
		return this.instructions(graph, index).flatMap((instruction) =>
			fromNames(instruction, readMounts(instruction) ?? []).flatMap((from) => {
				const origin = graph.origin(from, index, instruction.keyword === "COPY" ? "allowed" : "not allowed");
				return typeof origin !== "string" && origin.kind === "stage" ? [origin.stage] : [];
			}),
		);
	}

	private stage(graph: StageGraph, index: number, globals: Scope): void {
		const resolved = graph.stages[index] as ResolvedStage;
		const { base, stage } = resolved;
		const { keyword, line } = stage.instruction;
		if (base.kind === "image")
			this.images.push({ ref: base.ref, ...this.platformOf(resolved), use: "FROM", line, stage: index });
		if (base.kind === "named") {
			this.named.push({ name: base.name, ref: base.ref, use: "FROM", line, stage: index });
			this.inputs.push(entire("base", `${keyword} ${base.ref}`, base.name, line, index));
		}
		const scope = this.scopeOf(graph, index);
		let facts = (base.kind === "stage" && this.facts.get(base.stage)) || noFacts;
		// A CMD belongs to the ENTRYPOINT it was written for.
		let ownCommand = false;
		for (const instruction of this.instructions(graph, index)) {
			if (instruction.unclear !== undefined) this.unclear.push({ reason: instruction.unclear, line: instruction.line });
			const read = (text: string) =>
				this.read(scope, text, instruction, index) ?? showIn(scope, text, this.dockerfile.escape);
			if (instruction.keyword === "ARG") this.arg(instruction, scope, globals);
			facts = withInstruction(facts, instruction, read);
			ownCommand ||= instruction.keyword === "CMD";
			if (instruction.keyword === "ENTRYPOINT" && !ownCommand) {
				const { cmd, ...rest } = facts;
				facts = rest;
			}
			if (instruction.keyword === "ENV") this.env(instruction, scope);
			if (instruction.keyword === "COPY" || instruction.keyword === "ADD") this.copy(graph, instruction, scope, index);
			if (instruction.keyword === "RUN") this.mounts(graph, instruction, scope, index);
		}
		this.scopes.set(index, scope);
		this.facts.set(index, facts);
	}

	private scopeOf(graph: StageGraph, index: number): Scope {
		const base = graph.stages[index]?.base;
		if (base?.kind === "stage") return this.scopes.get(base.stage)?.child() ?? new Scope([], "open");
		if (base?.kind === "scratch") return new Scope([], "closed");
		const config = this.config(graph, index);
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
		if (!/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9]+)?$/i.test(platform) && kind === "explicit")
			this.problem("dockerfile/platform", `FROM --platform=${written}: "${platform}" is no platform`, stage.line);
		return { platform: kind, platformName: normalPlatform(platform) };
	}

	/** Expands a text; undefined when that is not possible or rests on something unknown. */
	private read(scope: Scope, text: string, instruction: Instruction, stage: number): string | undefined {
		const found = expandIn(scope, text, this.dockerfile.escape);
		const { keyword, line } = instruction;
		if (found.kind === "wrong") {
			this.problem("dockerfile/expansion", `${keyword} ${text}: ${found.message}`, line);
			return undefined;
		}
		const known = (name: string) => scope.declares(name) || this.buildArgs.volatile.has(name);
		for (const name of found.unset)
			if (!known(name)) this.unset.push({ name, keyword, line, stage, certainty: "sure" });
		for (const name of found.unknown)
			if (!known(name)) this.unset.push({ name, keyword, line, stage, certainty: "maybe" });
		return found.unknown.size > 0 ? undefined : found.value;
	}

	/** Expands a path; one that is not known makes the whole context count. */
	private path(scope: Scope, text: string, instruction: Instruction, stage: number): string | undefined {
		const before = this.problems.length;
		const found = this.read(scope, text, instruction, stage);
		if (found === undefined && this.problems.length === before)
			this.unclear.push({
				reason: `${instruction.keyword} ${text} depends on a value that is not known`,
				line: instruction.line,
			});
		return found;
	}

	private arg(instruction: Instruction, scope: Scope, globals: Scope | undefined): void {
		for (const pair of instruction.pairs) {
			scope.declare(pair.key);
			if (!isPredefined(pair.key)) this.declared.add(pair.key);
			const value = argValue(pair, this.buildArgs, globals, (text) => expandIn(scope, text, this.dockerfile.escape));
			if (value === undefined) continue;
			if (value.kind === "wrong")
				this.problem("dockerfile/expansion", `ARG ${pair.key}: ${value.message}`, instruction.line);
			scope.set(pair.key, isOutcome(value) ? toVariable(value) : value);
		}
	}

	/** All values of one ENV are expanded before the first of them is set. */
	private env(instruction: Instruction, scope: Scope): void {
		const values = instruction.pairs.map(({ key, value }) => {
			const name = expandIn(scope, key, this.dockerfile.escape);
			return [
				name.kind === "wrong" ? key : name.value,
				toVariable(expandIn(scope, value ?? "", this.dockerfile.escape)),
			] as const;
		});
		for (const [key, value] of values) scope.set(key, value);
	}

	private copy(graph: StageGraph, instruction: Instruction, scope: Scope, stage: number): void {
		const { keyword, line } = instruction;
		const written = writtenSources(instruction);
		if (written.length === 0) return;
		const from = keyword === "COPY" ? flagValue(instruction, "from") : undefined;
		const context = from === undefined || from === "" ? "" : this.takesFrom(graph, instruction, from, stage);
		if (context === undefined) return;
		const sources: string[] = [];
		for (const text of written) {
			const path = this.path(scope, text, instruction, stage);
			if (path === undefined) {
				if (context !== "") sources.push("/");
				continue;
			}
			const kind = keyword === "ADD" ? sourceKind(path) : "local";
			if (kind === "local") sources.push(path);
			else this.url(instruction, kind, path, scope, stage);
		}
		if (sources.length === 0) return;
		this.inputs.push({
			kind: keyword === "ADD" ? "add" : "copy",
			label: [keyword, ...(context === "" ? [] : [`--from=${from}`]), ...sources].join(" "),
			context,
			sources,
			excludes: flagValues(instruction, "exclude"),
			parents: flagOn(instruction, "parents"),
			line,
			stage,
		});
	}

	private url(instruction: Instruction, kind: "http" | "git", url: string, scope: Scope, stage: number): void {
		const written = flagValue(instruction, "checksum");
		const checksum = written === undefined ? undefined : this.read(scope, written, instruction, stage);
		const pinned = isPinned(url, kind, checksum);
		this.urls.push({ kind, url, pinned, line: instruction.line, stage, ...(checksum !== undefined && { checksum }) });
	}

	private mounts(graph: StageGraph, instruction: Instruction, scope: Scope, stage: number): void {
		const mounts = readMounts(instruction);
		const { line } = instruction;
		if (mounts === undefined) {
			this.unclear.push({ reason: "RUN --mount could not be read", line });
			return;
		}
		for (const mount of mounts) {
			const from = mount.from ?? "";
			const context = from === "" ? "" : this.takesFrom(graph, instruction, from, stage);
			const type = this.read(scope, mount.type, instruction, stage)?.toLowerCase();
			const text = (written: string) => this.read(scope, written, instruction, stage) ?? written;
			if (type === "secret") this.secrets.add(text(mount.id || mount.source || mount.target.replace(/^.*\//, "")));
			else if (type === "ssh") this.ssh.add(text(mount.id || mount.source || "default"));
			else if (type !== undefined && !["bind", "cache", "tmpfs"].includes(type))
				this.unclear.push({ reason: `RUN --mount=type=${type} is not a mount this version knows`, line });
			else if (context !== undefined && (type === "bind" || (type === "cache" && from !== ""))) {
				const source = this.path(scope, mount.source, instruction, stage) ?? "";
				const label = ["RUN --mount", ...(from === "" ? [] : [`from=${from}`]), source || "."].join(" ");
				this.inputs.push({ ...entire("mount", label, context, line, stage), sources: [source || "/"] });
			} else if (type === undefined) this.unclear.push({ reason: `RUN --mount=type=${mount.type} is not known`, line });
		}
	}

	/** What a `from` names. The key of a named context; undefined when no files of a context are meant. */
	private takesFrom(graph: StageGraph, instruction: Instruction, from: string, stage: number): string | undefined {
		const { keyword, line } = instruction;
		const use = keyword === "COPY" ? "COPY" : "RUN";
		if (from.includes("$")) {
			const fix = "give the image a stage of its own: FROM with a variable is allowed";
			this.problem("dockerfile/from", `${keyword} from=${from}: variables are not expanded here`, line, fix);
			return undefined;
		}
		const origin = graph.origin(from, stage, use === "COPY" ? "allowed" : "not allowed");
		if (typeof origin === "string") this.problem("dockerfile/from", `${keyword} from=${from}: ${origin}`, line);
		else if (origin.kind === "image")
			this.images.push({
				ref: origin.ref,
				platform: "target",
				platformName: normalPlatform(this.options.platform),
				use,
				line,
				stage,
			});
		else if (origin.kind === "named") {
			this.named.push({ name: origin.name, ref: origin.ref, use, line, stage });
			return origin.name;
		}
		return undefined;
	}

	private final(graph: StageGraph, target: number): Trace["final"] {
		const chain = [target];
		let base: Origin = graph.stages[target]?.base ?? { kind: "scratch" };
		while (base.kind === "stage") {
			chain.push(base.stage);
			base = graph.stages[base.stage]?.base ?? { kind: "scratch" };
		}
		const line = graph.stages[target]?.stage.line ?? 1;
		return { ...(this.facts.get(target) ?? noFacts), stage: target, chain, base, line };
	}
}

const isOutcome = (value: Outcome | Variable): value is Outcome => value.kind === "expanded" || value.kind === "wrong";

function tracedStage(resolved: ResolvedStage | undefined) {
	if (resolved === undefined) return [];
	const { stage, base, platform } = resolved;
	const { index, name, line } = stage;
	return [{ index, base, line, ...(name !== undefined && { name }), ...(platform !== undefined && { platform }) }];
}

function entire(kind: Input["kind"], label: string, context: string, line: number, stage: number): Input {
	return { kind, label, context, sources: ["/"], excludes: [], parents: false, line, stage };
}

function wholeContext(unclear: readonly Unclear[], stage: number): Input {
	return entire("context", "the whole context", "", unclear[0]?.line ?? 1, stage);
}
