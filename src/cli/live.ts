import type { WriteStream } from "node:tty";
import { createLogUpdate } from "log-update";
import { harmless } from "../harmless.ts";
import type { Paint } from "../interface/paint.ts";
import { stepLines, stopwatch } from "../interface/progress-line.ts";
import type { ProgressEvent } from "../progress.ts";
import { duration } from "../report/words.ts";
import { cutTo, padRight } from "../width.ts";
import type { Screen } from "./screen.ts";

/** Often enough to look alive, seldom enough to cost nothing. */
const frameMs = 100;

interface Active {
	readonly event: ProgressEvent;
	readonly since: number;
}

/** A line for each subject that is being worked on, rewritten in place; what has ended moves up and stays. */
export function liveScreen(stream: WriteStream, paint: Paint, now: () => number): Screen {
	// The cursor stays visible: then there is nothing to restore, however the process ends.
	const update = createLogUpdate(stream, { showCursor: true });
	const elapsed = stopwatch(now);
	const active = new Map<string, Active>();
	let timer: NodeJS.Timeout | undefined;
	const draw = () => {
		const width = stream.columns || 80;
		const room = Math.max(1, (stream.rows || 24) - 2);
		const all = [...active.values()];
		const lines = all.slice(0, room).map((one) => activeLine(one, now(), width));
		if (all.length > room) lines.push(`  and ${all.length - room} more`);
		update(lines.join("\n"));
	};
	const stay = (text: string) => {
		update.clear();
		stream.write(`${text}\n`);
		if (active.size > 0) draw();
	};
	return {
		progress: (event) => {
			const key = `${event.stage}\n${event.subject}`;
			const ms = elapsed(event);
			if (event.state === "done" || event.state === "failed") {
				active.delete(key);
				stay([endLine(event, ms, paint), ...(event.state === "failed" ? stepLines(event) : [])].join("\n"));
			} else {
				active.set(key, { event, since: active.get(key)?.since ?? now() });
			}
			timer ??= setInterval(draw, frameMs).unref();
		},
		line: stay,
		stop: () => {
			clearInterval(timer);
			timer = undefined;
			active.clear();
			update.clear();
		},
	};
}

function activeLine({ event, since }: Active, now: number, width: number): string {
	const text = `  ${head(event)}  ${duration(now - since).padStart(8)}  ${harmless(event.text ?? "")}`.trimEnd();
	// The last column stays free: some terminals go on to the next line when it is written.
	return cutTo(text, Math.max(2, width - 1));
}

function endLine(event: ProgressEvent, ms: number | undefined, paint: Paint): string {
	const mark = event.state === "done" ? paint("green", "✓") : paint("red", "✗");
	const took = ms === undefined ? "" : duration(ms);
	return `${mark} ${head(event)}  ${took.padStart(8)}  ${harmless(event.text ?? "")}`.trimEnd();
}

const head = ({ stage, subject }: ProgressEvent) => `${stage.padEnd(7)}  ${padRight(harmless(subject), 28)}`;
