import type { Step } from "../documents/build.ts";
import { readEvent, type Vertex } from "./events.ts";

/** A step of one image, and what it wrote. */
export interface WatchedStep extends Step {
	readonly failed: boolean;
	readonly log: readonly string[];
}

/** What the engine has told of one target so far. */
export interface TargetView {
	/** Of the manifest that was pushed under the target's reference. */
	readonly digest?: string;
	/** RFC 3339, by the clock of the engine. */
	readonly startedAt?: string;
	readonly durationMs?: number;
	/** In the order they began. */
	readonly steps: readonly WatchedStep[];
	/** A cache that could not be read or written: that is no failure. */
	readonly warnings: readonly string[];
}

/** The step that broke a build. */
export interface FailedStep {
	readonly name: string;
	readonly error: string;
	/** The last lines it wrote. */
	readonly log: readonly string[];
}

export interface WatchOptions {
	/** Target name -> the reference it is pushed under. */
	readonly targets: ReadonlyMap<string, string>;
	/** Called when a target gets to a step. */
	readonly onStep?: (target: string, step: string) => void;
	/** Called when a target's image is in the registry. */
	readonly onPushed?: (target: string, digest: string) => void;
}

interface Owner {
	readonly target: string;
	readonly step: string;
}

const logBytes = 64 << 10;
const logLines = 20;

/** Reads what `docker buildx bake --progress=rawjson` writes, line by line, and keeps what is asked for later. */
export class Watch {
	readonly #options: WatchOptions;
	readonly #vertexes = new Map<string, Vertex>();
	readonly #logs = new Map<string, string>();
	readonly #pushes = new Map<string, { readonly vertex: string; readonly digest: string }>();
	/** By a step's whole name, which is asked for again and again. */
	readonly #owners = new Map<string, Owner | undefined>();
	readonly #byRef: ReadonlyMap<string, string>;
	readonly #text: string[] = [];

	constructor(options: WatchOptions) {
		this.#options = options;
		this.#byRef = new Map([...options.targets].map(([target, ref]) => [ref, target]));
	}

	line(line: string): void {
		const event = readEvent(line);
		if (event === undefined) {
			this.#text.push(line);
			// People's text is an error's excerpt; a daemon that floods it is cut.
			if (this.#text.length > 1000) this.#text.splice(0, 500);
			return;
		}
		for (const { vertex, data } of event.logs)
			this.#logs.set(vertex, ((this.#logs.get(vertex) ?? "") + data).slice(-logBytes));
		for (const { id, vertex, done } of event.statuses) if (done) this.#pushed(id, vertex);
		for (const vertex of event.vertexes) this.#vertex(vertex);
	}

	/** What was written for people: the excerpt of the Dockerfile and the error. */
	get text(): readonly string[] {
		return this.#text;
	}

	target(name: string): TargetView {
		const mine = [...this.#vertexes.values()].filter((vertex) => this.#owner(vertex)?.target === name);
		// Reading the Dockerfile is always a build's own; a step shared with another build may have been started for that one.
		const own = mine.filter((vertex) => vertex.name.includes("load build definition"));
		const starts = (own.length > 0 ? own : mine).flatMap(({ started }) => started ?? []);
		const ends = mine.flatMap(({ completed }) => completed ?? []);
		const digest = this.#landed(name);
		return {
			...(digest !== undefined && { digest }),
			...(starts.length > 0 && ends.length > 0 && timesOf(Math.min(...starts), Math.max(...ends))),
			steps: mine
				.flatMap((vertex) => this.#step(vertex))
				.sort((a, b) => a.started - b.started)
				.map(({ step }) => step),
			warnings: mine.flatMap((vertex) => cacheTrouble(vertex) ?? []),
		};
	}

	#step(vertex: Vertex): readonly { readonly started: number; readonly step: WatchedStep }[] {
		const name = this.#owner(vertex)?.step;
		const { id, started, completed, cached, error } = vertex;
		if (name === undefined || started === undefined || completed === undefined) return [];
		// What was stopped because another one failed has not failed itself.
		const failed = error !== undefined && !error.includes("context canceled") && !isCache(vertex);
		const log = textLines(this.#logs.get(id) ?? "");
		return [{ started, step: { name, durationMs: completed - started, cached, failed, log } }];
	}

	/** The step whose error is the cause; one that two targets share goes by the name of the first, so it is found by its error too. */
	failedStep(target: string, message: string): FailedStep | undefined {
		const broken = [...this.#vertexes.values()].filter(
			(one) => one.error !== undefined && !one.error.includes("context canceled") && !isCache(one),
		);
		const vertex =
			broken.find((one) => this.#owner(one)?.target === target && message.includes(one.error ?? "")) ??
			broken.find((one) => message.includes(one.error ?? "")) ??
			broken.find((one) => this.#owner(one)?.target === target);
		if (vertex === undefined) return undefined;
		return {
			name: this.#owner(vertex)?.step ?? vertex.name,
			error: vertex.error ?? "",
			log: textLines(this.#logs.get(vertex.id) ?? "").slice(-logLines),
		};
	}

	#vertex(vertex: Vertex): void {
		const before = this.#vertexes.get(vertex.id);
		this.#vertexes.set(vertex.id, vertex);
		if (vertex.completed !== undefined && before?.completed === undefined) this.#tellPushed(vertex);
		if (vertex.started === undefined || before?.started !== undefined) return;
		const owner = this.#owner(vertex);
		if (owner !== undefined) this.#options.onStep?.(owner.target, owner.step);
	}

	#pushed(status: string, vertex: string): void {
		const found = /^pushing manifest for (.+)@(sha256:[0-9a-f]{64})$/.exec(status);
		const target = this.#byRef.get(found?.[1] ?? "");
		const digest = found?.[2];
		if (target !== undefined && digest !== undefined) this.#pushes.set(target, { vertex, digest });
	}

	#tellPushed({ id }: Vertex): void {
		for (const [target, push] of this.#pushes)
			if (push.vertex === id && this.#landed(target) !== undefined) this.#options.onPushed?.(target, push.digest);
	}

	/** A push that was refused is told as done, too; the export that it is part of knows. */
	#landed(target: string): string | undefined {
		const push = this.#pushes.get(target);
		const exporting = this.#vertexes.get(push?.vertex ?? "");
		return exporting?.completed !== undefined && exporting.error === undefined ? push?.digest : undefined;
	}

	#owner({ name }: Vertex): Owner | undefined {
		if (!this.#owners.has(name)) this.#owners.set(name, this.#readOwner(name));
		return this.#owners.get(name);
	}

	/** Bake puts the target's name in front of a step when it builds more than one: `[api_linux-arm64 builder 2/3] RUN ...`. */
	#readOwner(name: string): Owner | undefined {
		const { targets } = this.#options;
		const [only, ...others] = targets.keys();
		const found = /^\[([^\]]*)\]\s*(.*)$/s.exec(name);
		if (others.length === 0 && only !== undefined)
			return name.includes("bake definitions")
				? undefined
				: { target: only, step: stepName(found?.[1], found?.[2] ?? name) };
		const [target = "", ...where] = (found?.[1] ?? "").split(" ");
		return targets.has(target) ? { target, step: stepName(where.join(" "), found?.[2] ?? "") } : undefined;
	}
}

const timesOf = (start: number, end: number) => ({
	startedAt: new Date(start).toISOString(),
	durationMs: Math.max(0, end - start),
});

function stepName(where: string | undefined, what: string): string {
	const line = shortened(what.replace(/\s+/g, " ").trim());
	return where === undefined || where === "" || where === "internal" ? line : `[${where}] ${line}`;
}

/** A heredoc or a chain of commands can be pages long. */
function shortened(line: string): string {
	return line.length > 160 ? `${line.slice(0, 157)}...` : line;
}

function textLines(latin1: string): readonly string[] {
	return Buffer.from(latin1, "latin1")
		.toString("utf8")
		.split(/\r\n|\r|\n/)
		.filter((line) => line.trim() !== "");
}

/** Reading and writing a cache are steps too. */
function isCache({ name }: Vertex): boolean {
	return /(?:^|\] )(?:(?:importing|exporting) cache|exporting to GitHub Actions Cache)\b/.test(name);
}

/** What a cache had to say. That there is none yet is as it should be. */
function cacheTrouble(vertex: Vertex): string | undefined {
	const { error, name } = vertex;
	if (error === undefined || !isCache(vertex) || /not found|404|context canceled/i.test(error)) return undefined;
	return `${name.replace(/^\[[^\]]*\] /, "")}: ${error}`;
}
