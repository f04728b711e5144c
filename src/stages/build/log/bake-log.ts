import type { BuildStep } from "../../../model/documents/build.ts";
import { defined } from "../../../util/defined.ts";
import type { ByteProgress, StepProgress } from "../../../util/progress.ts";
import { parseSolveEvent, type Status, type Vertex } from "./solve-events.ts";
import { StepLog } from "./step-log.ts";

/** A step of one image, with its output. */
export interface LoggedStep extends BuildStep {
	readonly failed: boolean;
	readonly log: readonly string[];
	/** Number of earlier lines that are not kept. */
	readonly dropped: number;
}

/** The state of one target. */
export interface TargetProgress {
	/** Of the manifest that was pushed under the target's reference. */
	readonly digest?: string;
	/** RFC 3339, by the engine's clock. */
	readonly startedAt?: string;
	readonly durationMs?: number;
	/** In order of their start. */
	readonly steps: readonly LoggedStep[];
	/** Cache errors, which do not fail the build. */
	readonly warnings: readonly string[];
}

/** The step that failed a build. */
export interface FailedStep {
	readonly name: string;
	readonly error: string;
	/** Its last lines of output. */
	readonly log: readonly string[];
}

export interface BakeLogOptions {
	/** Target name -> the reference it is pushed under. */
	readonly targets: ReadonlyMap<string, string>;
	/** Called with each update of a step, for each target that has it. */
	readonly onStep?: (target: string, step: StepProgress) => void;
	/** Called when a target's image is in the registry. */
	readonly onPushed?: (target: string, digest: string) => void;
}

interface Owner {
	readonly target: string;
	readonly step: string;
}

const logLines = 20;

/** Reads the output of `docker buildx bake --progress=rawjson`, line by line. */
export class BakeLog {
	readonly #options: BakeLogOptions;
	readonly #vertexes = new Map<string, Vertex>();
	readonly #logs = new Map<string, StepLog>();
	/** By vertex: its targets, with the step's name in each. A shared step runs once and is reported for each. */
	readonly #sharers = new Map<string, Map<string, string>>();
	/** By vertex and id: what is pulled, pushed, sent. */
	readonly #parts = new Map<string, Map<string, Status>>();
	/** By vertex and target: the state that was last reported. */
	readonly #reported = new Map<string, string>();
	readonly #pushes = new Map<string, { readonly vertex: string; readonly digest: string }>();
	/** Owners by step name, cached. */
	readonly #owners = new Map<string, Owner | undefined>();
	readonly #byRef: ReadonlyMap<string, string>;
	readonly #text: string[] = [];

	constructor(options: BakeLogOptions) {
		this.#options = options;
		this.#byRef = new Map([...options.targets].map(([target, ref]) => [ref, target]));
	}

	readLine(line: string): void {
		const event = parseSolveEvent(line);
		if (event === undefined) {
			this.#text.push(line);
			// Text is normally an error's excerpt; endless output is cut.
			if (this.#text.length > 1000) this.#text.splice(0, 500);
			return;
		}
		for (const { vertex, data } of event.logs) this.#output(vertex, data);
		for (const { id, vertex, done } of event.statuses) if (done) this.#pushed(id, vertex);
		for (const vertex of event.vertexes) this.#vertex(vertex);
		for (const status of event.statuses) this.#part(status);
	}

	/** Text output: the excerpt of the Dockerfile and the error. */
	get text(): readonly string[] {
		return this.#text;
	}

	target(name: string): TargetProgress {
		const vertexes = [...this.#vertexes.values()].filter(({ id }) => this.#sharers.get(id)?.has(name));
		// Only the Dockerfile is always read for this build; a shared step may have started for another one.
		const own = vertexes.filter((vertex) => vertex.name.includes("load build definition"));
		const starts = (own.length > 0 ? own : vertexes).flatMap(({ started }) => started ?? []);
		const ends = vertexes.flatMap(({ completed }) => completed ?? []);
		const digest = this.#pushedDigest(name);
		return {
			...defined({ digest }),
			...(starts.length > 0 && ends.length > 0 && timesOf(Math.min(...starts), Math.max(...ends))),
			steps: vertexes
				.flatMap((vertex) => this.#step(vertex, name))
				.sort((a, b) => a.started - b.started)
				.map(({ step }) => step),
			warnings: vertexes.flatMap((vertex) => cacheWarning(vertex) ?? []),
		};
	}

	#step(vertex: Vertex, target: string): readonly { readonly started: number; readonly step: LoggedStep }[] {
		const { id, started, completed, cached } = vertex;
		const name = this.#sharers.get(id)?.get(target);
		if (name === undefined || started === undefined || completed === undefined) return [];
		const { lines: log = [], dropped = 0 } = this.#logs.get(id) ?? {};
		return [
			{ started, step: { name, durationMs: completed - started, cached, failed: hasFailed(vertex), log, dropped } },
		];
	}

	/** The step whose error is the cause; a shared step has the first target's name, so errors are compared too. */
	failedStep(target: string, message: string): FailedStep | undefined {
		const failed = [...this.#vertexes.values()].filter(hasFailed);
		const isOwn = (vertex: Vertex) => this.#owner(vertex)?.target === target;
		const isCause = ({ error = "" }: Vertex) => message.includes(error);
		const vertex =
			failed.find((candidate) => isOwn(candidate) && isCause(candidate)) ?? failed.find(isCause) ?? failed.find(isOwn);
		if (vertex === undefined) return undefined;
		return {
			name: this.#owner(vertex)?.step ?? vertex.name,
			error: vertex.error ?? "",
			log: (this.#logs.get(vertex.id)?.lines ?? []).slice(-logLines),
		};
	}

	#vertex(vertex: Vertex): void {
		const before = this.#vertexes.get(vertex.id);
		// BuildKit also reports a cached step as executed when its layer is fetched for the export.
		this.#vertexes.set(vertex.id, before?.cached === true ? { ...vertex, cached: true } : vertex);
		if (vertex.completed !== undefined && before?.completed === undefined) this.#reportPushed(vertex);
		const owner = this.#owner(vertex);
		if (owner === undefined) return;
		const sharers = this.#sharers.get(vertex.id) ?? new Map<string, string>();
		this.#sharers.set(vertex.id, sharers.set(owner.target, owner.step));
		if (vertex.started !== undefined) this.#reportState(vertex, vertex.started, owner);
	}

	#reportState(vertex: Vertex, started: number, { target, step: name }: Owner): void {
		const { id, completed, cached } = vertex;
		const state =
			completed === undefined ? "running" : hasFailed(vertex) ? "failed" : cached ? "cached" : ("done" as const);
		const key = `${id} ${target}`;
		if (this.#reported.get(key) === state) return;
		this.#reported.set(key, state);
		const ended = completed === undefined ? {} : { durationMs: completed - started };
		this.#options.onStep?.(target, { id, name, state, ...ended });
	}

	#output(vertex: string, data: string): void {
		const log = this.#logs.get(vertex) ?? new StepLog();
		this.#logs.set(vertex, log);
		const { lines, last } = log.write(data);
		if (last !== undefined) this.#reportRunning(vertex, { lines, last });
	}

	#part(status: Status): void {
		const { id, vertex, done } = status;
		const parts = this.#parts.get(vertex) ?? new Map<string, Status>();
		this.#parts.set(vertex, parts.set(id, status));
		const bytes = bytesOf([...parts.values()]);
		const last = done || isBytes(status) ? undefined : shortened(id.replace(longDigest, "$1"));
		this.#reportRunning(vertex, { ...defined({ bytes, last }) });
	}

	#reportRunning(vertex: string, update: Pick<StepProgress, "lines" | "last" | "bytes">): void {
		for (const [target, name] of this.#sharers.get(vertex) ?? [])
			if (this.#reported.get(`${vertex} ${target}`) === "running")
				this.#options.onStep?.(target, { id: vertex, name, state: "running", ...update });
	}

	#pushed(status: string, vertex: string): void {
		const match = /^pushing manifest for (.+)@(sha256:[0-9a-f]{64})$/.exec(status);
		const target = this.#byRef.get(match?.[1] ?? "");
		const digest = match?.[2];
		if (target !== undefined && digest !== undefined) this.#pushes.set(target, { vertex, digest });
	}

	#reportPushed({ id }: Vertex): void {
		for (const [target, push] of this.#pushes)
			if (push.vertex === id && this.#pushedDigest(target) !== undefined) this.#options.onPushed?.(target, push.digest);
	}

	/** BuildKit marks a refused push as done too; only the export that contains it has the error. */
	#pushedDigest(target: string): string | undefined {
		const push = this.#pushes.get(target);
		const exporting = this.#vertexes.get(push?.vertex ?? "");
		return exporting?.completed !== undefined && exporting.error === undefined ? push?.digest : undefined;
	}

	#owner({ name }: Vertex): Owner | undefined {
		if (!this.#owners.has(name)) this.#owners.set(name, this.#readOwner(name));
		return this.#owners.get(name);
	}

	/** Bake prefixes a step with the target's name if it builds several: `[api_linux-arm64 builder 2/3] RUN ...`. */
	#readOwner(name: string): Owner | undefined {
		const { targets } = this.#options;
		const [only, ...others] = targets.keys();
		const match = /^\[([^\]]*)\]\s*(.*)$/s.exec(name);
		if (others.length === 0 && only !== undefined)
			return name.includes("bake definitions")
				? undefined
				: { target: only, step: formatStepName(match?.[1], match?.[2] ?? name) };
		const [target = "", ...where] = (match?.[1] ?? "").split(" ");
		return targets.has(target) ? { target, step: formatStepName(where.join(" "), match?.[2] ?? "") } : undefined;
	}
}

const timesOf = (start: number, end: number) => ({
	startedAt: new Date(start).toISOString(),
	durationMs: Math.max(0, end - start),
});

function formatStepName(where: string | undefined, what: string): string {
	const line = shortened(what.replace(/\s+/g, " ").trim());
	return where === undefined || where === "" || where === "internal" ? line : `[${where}] ${line}`;
}

/** A heredoc or a chain of commands can be very long. */
function shortened(line: string): string {
	return line.length > 160 ? `${line.slice(0, 157)}...` : line;
}

/** A step that was stopped because another one failed has not failed itself. */
function hasFailed(vertex: Vertex): boolean {
	return vertex.error !== undefined && !vertex.error.includes("context canceled") && !isCache(vertex);
}

const longDigest = /sha256:([0-9a-f]{12})[0-9a-f]{52}/g;

/** Pulled layers and sent files. BuildKit does not count the bytes of a push. */
const isBytes = ({ current, total }: Status) => current > 0 || (total ?? 0) > 0;

function bytesOf(parts: readonly Status[]): ByteProgress | undefined {
	const counted = parts.filter(isBytes);
	if (counted.length === 0) return undefined;
	const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
	const total = sum(counted.map(({ total: bytes = Number.NaN }) => bytes));
	return { done: sum(counted.map(({ current }) => current)), ...(total > 0 && { total }) };
}

/** Reading and writing a cache are steps too. */
function isCache({ name }: Vertex): boolean {
	return /(?:^|\] )(?:(?:importing|exporting) cache|exporting to GitHub Actions Cache)\b/.test(name);
}

/** A cache error. A cache that does not exist yet is not an error. */
function cacheWarning(vertex: Vertex): string | undefined {
	const { error, name } = vertex;
	if (error === undefined || !isCache(vertex) || /not found|404|context canceled/i.test(error)) return undefined;
	return `${name.replace(/^\[[^\]]*\] /, "")}: ${error}`;
}
