import { readEvent, type Vertex } from "./events.ts";

/** A step of one image: `builder 3/6 RUN pip install`. */
export interface Step {
	readonly name: string;
	readonly durationMs: number;
	readonly cached: boolean;
}

/** What the engine has told of one target so far. */
export interface TargetView {
	/** Of the manifest that was pushed under the target's reference. */
	readonly digest?: string;
	readonly durationMs?: number;
	readonly steps: readonly Step[];
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
}

const logBytes = 64 << 10;
const logLines = 20;

/** Reads what `docker buildx bake --progress=rawjson` writes, line by line, and keeps what is asked for later. */
export class Watch {
	readonly #options: WatchOptions;
	readonly #vertexes = new Map<string, Vertex>();
	readonly #logs = new Map<string, string>();
	readonly #pushes = new Map<string, { readonly vertex: string; readonly digest: string }>();
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
		for (const vertex of event.vertexes) this.#vertex(vertex);
		for (const { vertex, data } of event.logs)
			this.#logs.set(vertex, ((this.#logs.get(vertex) ?? "") + data).slice(-logBytes));
		for (const { id, vertex, done } of event.statuses) if (done) this.#pushed(id, vertex);
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
			...(starts.length > 0 && ends.length > 0 && { durationMs: Math.max(0, Math.max(...ends) - Math.min(...starts)) }),
			steps: mine.flatMap((vertex) => {
				const step = this.#owner(vertex)?.step;
				if (step === undefined || vertex.started === undefined || vertex.completed === undefined) return [];
				return [{ name: step, durationMs: vertex.completed - vertex.started, cached: vertex.cached }];
			}),
		};
	}

	/** The step whose error is the cause; one that two targets share goes by the name of the first, so it is found by its error too. */
	failedStep(target: string, message: string): FailedStep | undefined {
		const broken = [...this.#vertexes.values()].filter(
			({ error }) => error !== undefined && !error.includes("context canceled"),
		);
		const vertex =
			broken.find((one) => this.#owner(one)?.target === target && message.includes(one.error ?? "")) ??
			broken.find((one) => message.includes(one.error ?? "")) ??
			broken.find((one) => this.#owner(one)?.target === target);
		if (vertex === undefined) return undefined;
		return {
			name: this.#owner(vertex)?.step ?? vertex.name,
			error: vertex.error ?? "",
			log: lastLines(this.#logs.get(vertex.id) ?? ""),
		};
	}

	#vertex(vertex: Vertex): void {
		const before = this.#vertexes.get(vertex.id);
		this.#vertexes.set(vertex.id, vertex);
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

	/** A push that was refused is told as done, too; the export that it is part of knows. */
	#landed(target: string): string | undefined {
		const push = this.#pushes.get(target);
		const exporting = this.#vertexes.get(push?.vertex ?? "");
		return exporting?.completed !== undefined && exporting.error === undefined ? push?.digest : undefined;
	}

	/** Bake puts the target's name in front of a step when it builds more than one: `[api_linux-arm64 builder 2/3] RUN ...`. */
	#owner({ name }: Vertex): { readonly target: string; readonly step: string } | undefined {
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

function stepName(where: string | undefined, what: string): string {
	const line = shortened(what.replace(/\s+/g, " ").trim());
	return where === undefined || where === "" || where === "internal" ? line : `[${where}] ${line}`;
}

/** A heredoc or a chain of commands can be pages long. */
function shortened(line: string): string {
	return line.length > 160 ? `${line.slice(0, 157)}...` : line;
}

function lastLines(latin1: string): readonly string[] {
	const lines = Buffer.from(latin1, "latin1")
		.toString("utf8")
		.split(/\r\n|\r|\n/)
		.filter((line) => line.trim() !== "");
	return lines.slice(-logLines);
}
