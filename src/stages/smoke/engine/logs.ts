import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import type { Redact } from "../../../util/redact.ts";
import { sanitizeLogLine, sanitizeLogLines } from "../../../util/sanitize.ts";
import { engineRequest } from "./call.ts";
import { demultiplex } from "./exec-in-container.ts";

const keptLines = 2_000;
const maxLineLength = 4_000;
/** The engine's time before each line: RFC 3339 with nanoseconds, which sorts as text. */
const timestamp = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ?(.*)$/s;

export interface ContainerLog {
	/** Path of the log with times; undefined when it is empty. */
	readonly file?: string;
	/** Sanitized, without times, oldest first. */
	readonly lines: readonly string[];
}

/**
 * Writes the end of a container's log to `<folder>/<name>.log`, sanitized, without secrets, both streams in order of
 * time.
 */
export async function saveLog(
	api: EngineApi,
	id: string,
	{ folder, name, redact }: { readonly folder: string; readonly name: string; readonly redact: Redact },
): Promise<ContainerLog> {
	const entries: { readonly time: string; readonly text: string }[] = [];
	const openStream = () => {
		const input = new PassThrough();
		const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
		let latest = "";
		lines.on("line", (line) => {
			const [, time, rest] = timestamp.exec(line) ?? [];
			// The text after a lone carriage return is a line without a time.
			if (time !== undefined) latest = time;
			// Half of a secret would not be found.
			entries.push({ time: latest, text: redact(rest ?? line).slice(0, maxLineLength) });
		});
		return { input, closed: once(lines, "close") };
	};
	const streams = { stdout: openStream(), stderr: openStream() };
	const query = { stdout: "1", stderr: "1", timestamps: "1", tail: String(keptLines) };
	const onData = demultiplex((bytes, stream) => streams[stream].input.write(bytes));
	await engineRequest(api, { method: "GET", path: `/containers/${id}/logs`, query, onData });
	for (const { input } of Object.values(streams)) input.end();
	await Promise.all(Object.values(streams).map(({ closed }) => closed));
	if (entries.length === 0) return { lines: [] };
	entries.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
	const file = join(folder, `${name}.log`);
	await writeFile(file, entries.map(({ time, text }) => `${time} ${sanitizeLogLine(text, maxLineLength)}\n`).join(""));
	return { file, lines: entries.flatMap(({ text }) => sanitizeLogLines(text)) };
}
