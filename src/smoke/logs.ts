import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Docker } from "../docker/docker.ts";
import { call } from "./engine.ts";
import { harmless, harmlessLines } from "./harmless.ts";

const keptLines = 2_000;
const longestLine = 4_000;
/** RFC 3339 with nanoseconds, as `docker logs --timestamps` has it; sorts as text. */
const stamp = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ?(.*)$/s;

export interface Log {
	/** The whole of it, as far as it was kept, with times. */
	readonly file?: string;
	/** Without times, made harmless, oldest first. */
	readonly lines: readonly string[];
}

/** The last lines of a container, both streams in order of time, kept harmless in `<folder>/<name>.log`. */
export async function saveLog(docker: Docker, id: string, folder: string, name: string): Promise<Log> {
	const entries: { readonly time: string; readonly text: string }[] = [];
	const latest = { stdout: "", stderr: "" };
	await call(docker, ["logs", "--timestamps", `--tail=${keptLines}`, "--", id], {
		discard: true,
		onLine: (line, stream) => {
			const [, time, rest] = stamp.exec(line) ?? [];
			// What follows a lone carriage return comes as a line without a time.
			if (time !== undefined) latest[stream] = time;
			entries.push({ time: latest[stream], text: (rest ?? line).slice(0, longestLine) });
		},
	});
	if (entries.length === 0) return { lines: [] };
	entries.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
	const file = join(folder, `${name}.log`);
	await writeFile(file, entries.map(({ time, text }) => `${time} ${harmless(text, longestLine)}\n`).join(""));
	return { file, lines: entries.flatMap(({ text }) => harmlessLines(text)) };
}
