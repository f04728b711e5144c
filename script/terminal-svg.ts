// Turns a recorded terminal session into an animated SVG: each state of the screen is a frame of one strip.
import xterm, { type IBufferCell, type IBufferLine } from "@xterm/headless";

/** What `script --log-timing` recorded: bytes, and when they came. */
export interface Chunk {
	/** Seconds from the start. */
	readonly at: number;
	readonly data: Uint8Array;
}

export interface Screen {
	readonly columns: number;
	readonly rows: number;
}

/** Cells of one line that look the same, without the blanks around them. */
interface Run {
	readonly column: number;
	readonly width: number;
	readonly text: string;
	/** Classes of the style sheet. */
	readonly style: string;
}

export interface Frame {
	/** Seconds from the start. */
	readonly at: number;
	/** The runs of each line. */
	readonly lines: readonly (readonly Run[])[];
}

/** What `script --logging-format=classic` wrote: `DELAY BYTES` a line. Delays are in seconds. */
export function readRecording(timing: string, output: Uint8Array): readonly Chunk[] {
	// The first and the last line of the output are the program's own.
	let offset = output.indexOf(10) + 1;
	let at = 0;
	return timing
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => {
			const [delay = 0, bytes = 0] = line.split(" ").map(Number);
			at += delay;
			offset += bytes;
			return { at, data: output.subarray(offset - bytes, offset) };
		});
}

/** The states of the screen that differ, at most one in each `least` seconds, and the last one. */
export async function framesOf(chunks: readonly Chunk[], screen: Screen, least: number): Promise<readonly Frame[]> {
	const terminal = new xterm.Terminal({ cols: screen.columns, rows: screen.rows, allowProposedApi: true });
	const frames: Frame[] = [];
	let seen = "";
	for (const [index, { at, data }] of chunks.entries()) {
		await new Promise<void>((done) => terminal.write(data, done));
		const next = chunks[index + 1]?.at ?? Number.POSITIVE_INFINITY;
		// What is overwritten before the next frame is due is never seen.
		if (next < (frames.at(-1)?.at ?? -least) + least) continue;
		const buffer = terminal.buffer.active;
		const lines = Array.from({ length: screen.rows }, (_, row) => runsOf(buffer.getLine(buffer.viewportY + row)));
		const text = JSON.stringify(lines);
		if (text !== seen) frames.push({ at, lines });
		seen = text;
	}
	terminal.dispose();
	return frames;
}

function runsOf(line: IBufferLine | undefined): readonly Run[] {
	const runs: Run[] = [];
	for (let column = 0; line !== undefined && column < line.length; column++) {
		const cell = line.getCell(column);
		const text = cell?.getChars().trim() ?? "";
		if (cell === undefined || text === "") continue;
		const style = styleOf(cell);
		const last = runs.at(-1);
		const gap = last === undefined ? 0 : column - last.column - last.width;
		// One blank between two words of a style stays in the run; a wide character is one of its own.
		const isNarrow = cell.getWidth() === 1 && last?.width === [...(last?.text ?? "")].length;
		if (last?.style === style && gap <= 1 && isNarrow) {
			runs[runs.length - 1] = { ...last, width: last.width + gap + 1, text: `${last.text}${" ".repeat(gap)}${text}` };
		} else runs.push({ column, width: cell.getWidth(), text, style });
	}
	return runs;
}

function styleOf(cell: IBufferCell): string {
	const color = cell.isFgPalette() && cell.getFgColor() < 16 ? [`c${cell.getFgColor()}`] : [];
	return [...color, ...(cell.isBold() ? ["b"] : []), ...(cell.isDim() ? ["d"] : [])].join(" ");
}

/** Sizes in pixels. */
const cell = { width: 8.4, height: 18, font: 14 };
const border = { side: 14, top: 38, bottom: 12 };
/** Seconds that the last frame stays before the loop begins again. */
const rest = 4;

/** Colours of GitHub's dark terminal: 0 to 7, then the bright ones. */
const palette =
	"#484f58 #ff7b72 #3fb950 #d29922 #58a6ff #bc8cff #39c5cf #b1bac4 #6e7681 #ffa198 #56d364 #e3b341 #79c0ff #d2a8ff #56d4dd #ffffff";

/** An SVG that plays the frames in a loop; it shows the last one to those who do not want movement. */
export function toSvg(frames: readonly Frame[], screen: Screen, title: string): string {
	const width = Math.ceil(screen.columns * cell.width + 2 * border.side);
	const height = screen.rows * cell.height + border.top + border.bottom;
	const duration = (frames.at(-1)?.at ?? 0) + rest;
	const lines = new Map<string, string>();
	const strip = frames.map(({ lines: rows }, index) => {
		const uses = rows.map((runs, row) => {
			if (runs.length === 0) return "";
			const drawn = runs.map(toText).join("");
			const id = lines.get(drawn) ?? `l${lines.size.toString(36)}`;
			lines.set(drawn, id);
			return `<use href="#${id}" y="${row * cell.height}"/>`;
		});
		return `<g transform="translate(${index * width})">${uses.join("")}</g>`;
	});
	const percent = (at: number) => Number(((at / duration) * 100).toFixed(3));
	const steps = frames.map(({ at }, index) => `${percent(at)}%{transform:translateX(${-index * width}px)}`);
	const colors = palette.split(" ").map((color, index) => `.c${index}{fill:${color}}`);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
		`<title>${escapeXml(title)}</title>`,
		"<style>",
		`text{font:${cell.font}px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#e6edf3;white-space:pre}`,
		`.b{font-weight:700}.d{opacity:.6}${colors.join("")}`,
		`.strip{animation:play ${duration.toFixed(2)}s step-end infinite}@keyframes play{${steps.join("")}}`,
		`@media(prefers-reduced-motion:reduce){.strip{animation:none;transform:translateX(${(1 - frames.length) * width}px)}}`,
		"</style>",
		`<clipPath id="screen"><rect width="${width - 2 * border.side}" height="${screen.rows * cell.height}"/></clipPath>`,
		`<defs>${[...lines].map(([drawn, id]) => `<g id="${id}">${drawn}</g>`).join("")}</defs>`,
		`<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8" fill="#0d1117" stroke="#6e7681"/>`,
		'<circle cx="20" cy="18" r="6" fill="#ff5f56"/><circle cx="40" cy="18" r="6" fill="#ffbd2e"/><circle cx="60" cy="18" r="6" fill="#27c93f"/>',
		`<text x="${width / 2}" y="23" text-anchor="middle" class="d">${escapeXml(title)}</text>`,
		`<g transform="translate(${border.side} ${border.top})" clip-path="url(#screen)">`,
		`<g class="strip">${strip.join("")}</g></g></svg>\n`,
	].join("\n");
}

/** A run on the first line. In any font it takes the columns that it took in the terminal. */
function toText({ column, width, text, style }: Run): string {
	const at = Number((column * cell.width).toFixed(1));
	const length = Number((width * cell.width).toFixed(1));
	return `<text x="${at}" y="${cell.font}" textLength="${length}"${style === "" ? "" : ` class="${style}"`}>${escapeXml(text)}</text>`;
}

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
