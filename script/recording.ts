// Makes docs/assets/run.svg of what script/recording recorded: node script/recording.ts FOLDER
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { framesOf, readRecording, type Screen, toSvg } from "./terminal-svg.ts";

/** Seconds that the picture plays, without the rest at its end. */
const length = 18;
/** Seconds that a frame is shown at least. */
const least = 0.2;

const folder = process.argv[2] ?? ".";
const [rows = 0, columns = 0] = (await readFile(path.join(folder, "size"), "utf8")).trim().split(" ").map(Number);
const screen: Screen = { rows, columns };
const chunks = readRecording(
	await readFile(path.join(folder, "timing"), "utf8"),
	await readFile(path.join(folder, "output")),
);
const seconds = chunks.at(-1)?.at ?? 0;
const speed = Math.max(1, seconds / length);
const frames = await framesOf(
	chunks.map(({ at, data }) => ({ at: at / speed, data })),
	screen,
	least,
);
const title = `lucid run on examples/lucid: ${Math.round(seconds)} s, shown ${Math.round(speed)} times as fast`;
const file = path.join(import.meta.dirname, "../docs/assets/run.svg");
await mkdir(path.dirname(file), { recursive: true });
await writeFile(file, toSvg(frames, screen, title));
console.log(`run.svg: ${frames.length} frames, ${Math.round((await stat(file)).size / 1024)} KB`);
