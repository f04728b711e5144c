import { defined } from "../../../util/defined.ts";
import { parseJson } from "../../../util/json.ts";
/** A build step. Times are milliseconds of the engine's clock; only differences are meaningful. */
export interface Vertex {
	readonly id: string;
	readonly name: string;
	readonly started?: number;
	readonly completed?: number;
	readonly cached: boolean;
	readonly error?: string;
}

/** A part of a step: a layer that is pulled, a manifest that is pushed. */
export interface Status {
	readonly id: string;
	readonly vertex: string;
	readonly done: boolean;
	/** Bytes, where applicable. */
	readonly current: number;
	readonly total?: number;
}

export interface SolveEvent {
	readonly vertexes: readonly Vertex[];
	readonly statuses: readonly Status[];
	readonly logs: readonly { readonly vertex: string; readonly data: string }[];
}

/** One line of `--progress=rawjson`; undefined for text. */
export function parseSolveEvent(line: string): SolveEvent | undefined {
	if (!line.startsWith("{")) return undefined;
	const json = parseJson(line);
	if (json === undefined) return undefined;
	const event = record(json);
	if (!["vertexes", "statuses", "logs", "warnings"].some((key) => key in event)) return undefined;
	return {
		vertexes: list(event.vertexes).map(readVertex),
		statuses: list(event.statuses).map(readStatus),
		logs: list(event.logs).map((log) => ({
			vertex: text(log.vertex) ?? "",
			data: Buffer.from(text(log.data) ?? "", "base64").toString("latin1"),
		})),
	};
}

function readStatus(status: Readonly<Record<string, unknown>>): Status {
	const total = count(status.total);
	return {
		id: text(status.id) ?? "",
		vertex: text(status.vertex) ?? "",
		done: time(status.completed) !== undefined,
		current: count(status.current) ?? 0,
		...defined({ total }),
	};
}

function readVertex(vertex: Readonly<Record<string, unknown>>): Vertex {
	const started = time(vertex.started);
	const completed = time(vertex.completed);
	const error = text(vertex.error);
	return {
		id: text(vertex.digest) ?? "",
		name: text(vertex.name) ?? "",
		cached: vertex.cached === true,
		...defined({ started, completed, error }),
	};
}

function record(json: unknown): Readonly<Record<string, unknown>> {
	return typeof json === "object" && json !== null ? (json as Readonly<Record<string, unknown>>) : {};
}

function list(json: unknown): readonly Readonly<Record<string, unknown>>[] {
	return Array.isArray(json) ? json.map(record) : [];
}

function text(json: unknown): string | undefined {
	return typeof json === "string" && json !== "" ? json : undefined;
}

function count(json: unknown): number | undefined {
	return typeof json === "number" && json >= 0 ? json : undefined;
}

function time(json: unknown): number | undefined {
	const ms = Date.parse(text(json) ?? "");
	return Number.isNaN(ms) ? undefined : ms;
}
