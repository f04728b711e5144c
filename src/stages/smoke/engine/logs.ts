import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import { sanitizeLogLine, sanitizeLogLines } from "../sanitize-log.ts";
import { engineRequest } from "./call.ts";
import { demultiplex } from "./demultiplex.ts";

const keptLines = 2_000;
const longestLine = 4_000;
/** RFC 3339 with nanoseconds, as the engine writes it before each line; sorts as text. */
const stamp = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ?(.*)$/s;

export interface ContainerLog {
	/** The whole of it, as far as it was kept, with times. */
	readonly file?: string;
	/** Without times, made harmless, oldest first. */
	readonly lines: readonly string[];
}

/** The last lines of a container, both streams in order of time, kept harmless in `<folder>/<name>.log`. */
export async function saveLog(api: EngineApi, id: string, folder: string, name: string): Promise<ContainerLog> {
	const entries: { readonly time: string; readonly text: string }[] = [];
	const open = () => {
		const input = new PassThrough();
		const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
		let latest = "";
		lines.on("line", (line) => {
			const [, time, rest] = stamp.exec(line) ?? [];
			// What follows a lone carriage return comes as a line without a time.
			if (time !== undefined) latest = time;
			entries.push({ time: latest, text: (rest ?? line).slice(0, longestLine) });
		});
		return { input, read: once(lines, "close") };
	};
	const streams = { stdout: open(), stderr: open() };
	const query = { stdout: "1", stderr: "1", timestamps: "1", tail: String(keptLines) };
	const onData = demultiplex((bytes, stream) => streams[stream].input.write(bytes));
	await engineRequest(api, { method: "GET", path: `/containers/${id}/logs`, query, onData });
	for (const { input } of Object.values(streams)) input.end();
	await Promise.all(Object.values(streams).map(({ read }) => read));
	if (entries.length === 0) return { lines: [] };
	entries.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
	const file = join(folder, `${name}.log`);
	await writeFile(file, entries.map(({ time, text }) => `${time} ${sanitizeLogLine(text, longestLine)}\n`).join(""));
	return { file, lines: entries.flatMap(({ text }) => sanitizeLogLines(text)) };
}
